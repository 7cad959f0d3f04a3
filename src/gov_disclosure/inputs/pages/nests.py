"""Tell which selectors of a page would be tried on its elements in too many ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from math import comb
from xml.etree.ElementTree import Element

import attrs

from .sheets import Selector
from .telling import tell

_MOST_WAYS = 60_000
"""In how many ways a selector is tried on an element at most; what people write takes far fewer."""

_LONGEST_LIST = 2000
"""How many children an element has at most on a page whose selectors may look at all of them."""

_AROUND = re.compile(r"(?<=[^\s>+~,(])\s+(?=[^\s>+~,)])")
"""A blank between selectors, which leads to all elements around one."""

_BESIDE = re.compile(r"~(?!=)|-of-type|\bof\b")
"""What leads to all elements beside one."""

_OF_ANY_NAME = re.compile(r"(?:\A|[\s>+~])[*:\[]|\([^)]*\s")
"""Part of a selector that finds elements by something else than the names in it."""


@attrs.frozen
class Nests:
    """How many elements with the same name stand within each other at most, and in one element."""

    within: Mapping[str, int]
    deepest: int
    longest: int

    @classmethod
    def of(cls, page: Element) -> Nests:
        """Count the elements of a page."""
        nesting = _Nesting()
        tell(page, nesting)
        return cls(nesting.most, nesting.deepest, max(len(element) for element in page.iter()))

    def can_be_tried(self, selector: Selector) -> bool:
        """Whether the page has all names in a selector, and not too many ways to look for them."""
        if not selector.names <= self.within.keys():
            return False
        beside = len(_BESIDE.findall(selector.source))
        around = len(_AROUND.findall(selector.source))
        if beside and self.longest > _LONGEST_LIST:
            return False
        is_named = not _OF_ANY_NAME.search(selector.source)
        depth = max(map(self.within.__getitem__, selector.names)) if is_named else self.deepest
        return _ways(depth, around) * _ways(self.longest, beside) <= _MOST_WAYS


def _ways(among: int, steps: int) -> int:
    """Count the ways to choose as many elements as there are steps."""
    return comb(max(among, steps), steps)


class _Nesting:
    """Counts the open elements with each name as it is told a page."""

    def __init__(self) -> None:
        self.most: Counter[str] = Counter()
        self.deepest = 0
        self._open: Counter[str] = Counter()
        self._names: list[tuple[str, ...]] = []

    def start(self, element: Element) -> bool:
        """Count an element that begins."""
        names = tuple(_names_of(element.tag, element.attrib))
        self._names.append(names)
        self.deepest = max(self.deepest, len(self._names))
        for name in names:
            self._open[name] += 1
            self.most[name] = max(self.most[name], self._open[name])
        return True

    def end(self, element: Element) -> None:
        """Count an element no more that ends."""
        self._open.subtract(self._names.pop())

    def data(self, text: str) -> None:
        """Pass text by."""


def _names_of(tag: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """Yield the tag, the classes and the id of an element, as selectors name them."""
    yield tag
    if "id" in attributes:
        yield f"#{attributes['id']}"
    yield from (f".{one}" for one in attributes.get("class", "").split())
