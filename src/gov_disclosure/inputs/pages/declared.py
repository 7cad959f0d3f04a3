"""What elements and the rules of style sheets declare: values of properties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import attrs

from .properties import usual_name

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_STRING = r"\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'"
_DECLARATION = re.compile(
    rf"\s*+(?P<name>[\w-]++)\s*+:"
    rf"(?P<value>(?:[^;\"'()\\{{}}]++|\\.|{_STRING}|\((?:[^()\"']++|{_STRING}|\([^()]*+\))*+\))*+)"
    r"(?:;|\Z)|[^;]*+(?:;|\Z)",
    re.DOTALL,
)
"""A declaration with its end, or something that is none."""

_IMPORTANT = re.compile(r"!\s*important\s*\Z", re.IGNORECASE)


@attrs.frozen
class Declared:
    """A value that a rule or an element declares for a property."""

    name: str
    value: str
    is_important: bool = False

    @property
    def is_variable(self) -> bool:
        """Whether it is a variable that is declared, which other values may name."""
        return self.name.startswith("--")


@lru_cache(maxsize=4096)
def declared_in(style: str) -> Sequence[Declared]:
    """Return what the style of an element declares; such a list needs no grammar of sheets.

    >>> [(one.name, one.value) for one in declared_in("display: none; font-family: 'a;top:0'")]
    [('display', 'none')]
    >>> declared_in("*color: red; color: blue !important")
    (Declared(name='color', value='blue', is_important=True),)
    """
    source = _COMMENT.sub("", style) if "/*" in style else style
    return tuple(one for found in _DECLARATION.finditer(source) for one in _declared(found))


def _declared(found: re.Match[str]) -> Iterator[Declared]:
    if name := usual_name(found["name"] or ""):
        value = _IMPORTANT.sub("", found["value"])
        yield Declared(name, value.strip(), is_important=value != found["value"])
