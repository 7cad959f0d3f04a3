"""Apply the style sheets of a page to its elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import Any
from xml.etree.ElementTree import Element

import cssselect2
from more_itertools import flatten

from .faults import BROKEN
from .generated import AFTER, BEFORE, put_in
from .nests import Nests
from .page_tree import Parse, tree_of
from .sheets import Declared, Rule, declared_in, is_on_screen, rules_of

_TYPES_OF_SHEETS = frozenset({"", "text/css"})
_WITHOUT_SHEETS = frozenset({"noscript", "template"})
"""Elements whose sheets do not count."""

_DEEPEST = 512
"""Browsers nest elements no deeper."""

_UNKNOWABLE = re.compile(r":(?:lang|enabled|disabled|local-link|has)\b")
"""Selectors that hardly decide what is shown, and look at everything around or in an element."""

_UNTIL_SCRIPTS_RUN = re.compile(r"\bcloak\b|\bno-js\b")
"""Selectors for marks that scripts take away once they have filled a page."""


def styled_page(source: str, parse: Parse) -> Element:
    """Return the tree of a page, with what its sheets declare in the styles of its elements.

    Content that a sheet puts in an element becomes an element of its own.

    >>> from lxml.etree import HTMLParser
    >>> source = "<style>#a {display: none} b::before {content: '9'}</style><i id=a>3<b>"
    >>> page = styled_page(source, HTMLParser)
    >>> [(one.tag, one.get("style")) for one in page.find("html/body").iter()][1:]
    [('i', 'display:none'), ('b', None), ('::before', 'content:"9"')]
    """
    page = tree_of(source, parse)
    rules = [rule for sheet in _sheets(page) for rule in rules_of(sheet)]
    if rules:
        _apply(rules, page)
    return page


def _sheets(page: Element) -> Iterator[str]:
    """Yield the sheets of a page that count on a screen."""
    for sheet in _in_use(page):
        is_sheet = (
            sheet.tag == "style" and sheet.get("type", "").strip().lower() in _TYPES_OF_SHEETS
        )
        if is_sheet and is_on_screen(sheet.get("media", "")):
            yield sheet.text or ""


def _in_use(page: Element) -> Iterator[Element]:
    """Yield the elements of a page in its order, except those whose sheets do not count."""
    waiting = [page]
    while waiting:
        element = waiting.pop()
        if element.tag not in _WITHOUT_SHEETS:
            yield element
            waiting += reversed(element)


def _apply(rules: Sequence[Rule], page: Element) -> None:
    """Write in the elements what the rules declare, once it is known of all of them."""
    matcher = cssselect2.Matcher()
    nests = Nests.of(page)
    for rule in rules:
        for selector in rule.selectors:
            if nests.can_be_tried(selector):
                for compiled in _compiled(selector.source):
                    matcher.add_selector(compiled, rule.declared)
    elements = flatten(_Element.from_html_root(root).iter_subtree() for root in page)
    found = [(one.etree_element, matches) for one in elements if (matches := matcher.match(one))]
    for element, matches in found:
        _write(element, matches)


@lru_cache(maxsize=4096)
def _compiled(selector: str) -> Sequence[Any]:
    """Return a selector as a test of elements; like browsers, pass over what is no selector."""
    if _UNKNOWABLE.search(selector) or _UNTIL_SCRIPTS_RUN.search(selector):
        return ()
    try:
        return tuple(cssselect2.compile_selector_list(selector))
    except BROKEN:
        return ()


class _Element(cssselect2.ElementWrapper):  # type: ignore[misc]
    """An element whose neighbours are found without recursion."""

    @property
    def ancestors(self) -> Iterator[_Element]:
        """The elements around it, from within."""
        return islice(_chain(self, "parent"), _DEEPEST)

    @property
    def previous_siblings(self) -> Iterator[_Element]:
        """The elements before it, from the nearest on."""
        return _chain(self, "previous")


def _chain(element: _Element, link: str) -> Iterator[_Element]:
    """Yield the elements to which a link leads, step by step."""
    while (element := getattr(element, link)) is not None:
        yield element


def _write(element: Element, matches: Sequence[Any]) -> None:
    """Write the declarations of the rules for an element in it; the most specific rule is last."""
    declared: dict[str | None, list[Declared]] = {}
    for _, _, pseudo, of_rule in matches:
        declared.setdefault(pseudo, []).extend(of_rule)
    for tag in (BEFORE, AFTER):
        if made := declared.get(tag.removeprefix("::")):
            put_in(element, tag, _cascaded(made))
    if own := declared.get(None):
        style = _cascaded([*own, *declared_in(element.get("style", ""))])
        element.set("style", ";".join(f"{name}:{style[name]}" for name in style))


def _cascaded(declared: Iterable[Declared]) -> Mapping[str, str]:
    """Return the values that count: the last for each property, important ones before others."""
    by_weight = sorted(declared, key=attrgetter("is_important"))
    return {one.name: one.value for one in by_weight}
