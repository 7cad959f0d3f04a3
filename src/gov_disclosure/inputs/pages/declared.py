"""What elements and the rules of style sheets declare: values of properties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import attrs

_UNSIGNED = r"(?:\d++(?:\.\d*+)?+|\.\d++)(?:e[-+]?\d++)?+"
_UNIT = r"(?:%|px|pt|pc|in|cm|mm|q|r?em|ex|ch|ic|r?lh|[dls]?v(?:w|h|min|max))"
_COMPUTED = r"[a-z-]+\(.*\)"

_FREE = (
    "background background-clip background-color background-image bottom clip clip-path color "
    "content filter font height inset left margin margin-bottom margin-left margin-right "
    "margin-top max-height max-width mso-hide order overflow overflow-x overflow-y padding-left "
    "right scale text-decoration text-decoration-line text-indent top transform vertical-align "
    "width"
)
"""Properties with values of many kinds, all of which are believed."""

PROPERTIES: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(_FREE.split(), re.compile(r".*", re.DOTALL)),
    "direction": re.compile(r"ltr|rtl"),
    "display": re.compile(
        r"none|contents|(?:-webkit-)?(?:inline-)?box|list-item|(?:inline-)?table"
        r"|table-(?:row|cell|caption|column|(?:row|column|header|footer)-group)|ruby.*"
        r"|(?:block|inline|run-in|flow|flow-root|inline-block|(?:inline-)?(?:flex|grid))"
        r"(?:\s(?:block|inline|flow|flow-root|flex|grid|table|list-item))*"
    ),
    "float": re.compile(r"none|left|right|inline-(?:start|end)"),
    "font-size": re.compile(
        rf"\+?(?:0++(?:\.0*+)?+|\.0++|{_UNSIGNED}{_UNIT})|(?:x{{1,3}}-)?(?:small|large)|medium|smaller"
        rf"|larger|{_COMPUTED}"
    ),
    "opacity": re.compile(rf"[-+]?{_UNSIGNED}%?|{_COMPUTED}"),
    "position": re.compile(r"static|relative|absolute|fixed|(?:-webkit-)?sticky"),
    "unicode-bidi": re.compile(r"normal|embed|plaintext|isolate|(?:bidi|isolate)-override"),
    "visibility": re.compile(r"visible|hidden|collapse"),
}
"""The properties that decide which text a page shows, each with the values that it can have."""

_OTHER_NAMES = {
    "-webkit-background-clip": "background-clip",
    "-webkit-clip-path": "clip-path",
    "-webkit-text-fill-color": "color",
    "-webkit-transform": "transform",
}
"""Names by which browsers know some of these properties too."""

_EVERYTHING = "all"
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


def usual_name(name: str) -> str:
    """Return the usual name of a property or a variable, "" if it does not decide what is shown.

    >>> usual_name("Color"), usual_name("-webkit-clip-path"), usual_name("cursor")
    ('color', 'clip-path', '')
    """
    if name.startswith("--"):
        return name
    usual = _OTHER_NAMES.get(name.lower(), name.lower())
    return usual if usual in PROPERTIES or usual == _EVERYTHING else ""


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
