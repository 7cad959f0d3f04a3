"""Signs that a script or a style may fill an empty cell of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from xml.etree.ElementTree import Element

import attrs

_QUOTED_STRING = re.compile(r"(['\"`])([^'\"`\n]{1,200})\1(\s*\+)?")
_SINGLE_NAME = re.compile(r"[#.]?[\w-]+")
_NAMES_OF_SELECTOR = re.compile(r"[#.]([\w-]+)|(data-[\w-]+)")
_DIRECTIVE = re.compile(
    r"v-(?:text|html)|(?:data-)?ng-bind(?:-html|-template)?|x-(?:text|html)|data-bind"
    r"|:(?:text|inner-?html)|(?:data-)?th:u?text"
)
"""The attributes by which frameworks fill an element."""

_DIGITS = "0123456789"


@attrs.frozen
class Scripts:
    """The names that the scripts of a page mention, and those that they append numbers to."""

    names: Set[str] = frozenset()
    beginnings: Set[str] = frozenset()

    @classmethod
    def of(cls, page: Element) -> Scripts:
        """Collect the names in the strings of the scripts of a page.

        >>> from xml.etree.ElementTree import fromstring
        >>> page = fromstring("<p><script>$('#a, .b').text(n); get('c' + i)</script></p>")
        >>> sorted(Scripts.of(page).names), sorted(Scripts.of(page).beginnings)
        (['a', 'b', 'c'], ['c'])
        """
        names: set[str] = set()
        beginnings: set[str] = set()
        scripts = (script.text or "" for script in page.iter("script"))
        for string in (found for script in scripts for found in _QUOTED_STRING.finditer(script)):
            said = string[2].strip()
            named = [said.lstrip("#.")] if _SINGLE_NAME.fullmatch(said) else []
            named += ["".join(pair) for pair in _NAMES_OF_SELECTOR.findall(said)]
            names.update(named)
            beginnings.update(named if string[3] else ())
        return cls(names, beginnings)

    def named(self, attributes: Mapping[str, str]) -> Iterator[str]:
        """Yield the names by which the scripts may find an element."""
        own = attributes.get("id", "").strip()
        if own in self.names or own.rstrip(_DIGITS) in self.beginnings:
            yield f"#{own}"
        yield from (f".{one}" for one in attributes.get("class", "").split() if one in self.names)
        yield from (key for key in attributes if key.startswith("data-") and key in self.names)


def has_directive(attributes: Mapping[str, str]) -> bool:
    """Whether a framework fills an element.

    >>> has_directive({"v-text": "row.n"}), has_directive({"class": "n"})
    (True, False)
    """
    return any(_DIRECTIVE.fullmatch(name) for name in attributes)
