"""Find the rules of the style sheets of a page that are for each of its elements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import islice
from operator import itemgetter
from xml.etree.ElementTree import Element

from cssselect2 import ElementWrapper, Matcher, SelectorError, compile_selector_list
from cssselect2.compiler import CompiledSelector
from more_itertools import flatten, map_reduce

from .nests import Nests
from .sheets import Rule, is_on_screen, rules_of

_TYPES_OF_SHEETS = frozenset({"", "text/css"})
_WITHOUT_SHEETS = frozenset({"noscript", "template"})
"""Elements whose sheets do not count."""

_DEEPEST = 512
"""Browsers nest elements no deeper."""

_UNKNOWABLE = re.compile(r":(?:lang|enabled|disabled|local-link|has)\b")
"""Selectors that hardly decide what is shown, and look at everything around or in an element."""

_UNTIL_SCRIPTS_RUN = re.compile(r"\bcloak\b|\bno-js\b")
"""Selectors for marks that scripts take away once they have filled a page."""

_NO_SELECTOR = (SelectorError, NotImplementedError, RecursionError, StopIteration, SyntaxError)
"""What cssselect2 raises for what is no selector, is broken off, new, or nested too deep."""

Matched = Mapping[str | None, Sequence[Rule]]
"""The rules for an element, and for its ``before`` and ``after``; the most specific are last."""


def matched_rules(page: Element) -> Mapping[Element, Matched]:
    """Return the rules for each element of a page that any is for.

    >>> from gov_disclosure.inputs.pages.tree import tree_of
    >>> page = tree_of("<style>i, .a {color: red} i::after {content: '9'}</style><i class=a>3")
    >>> for element, rules in matched_rules(page).items():
    ...     print(element.tag, {part: len(of_part) for part, of_part in rules.items()})
    i {None: 2, 'after': 1}
    """
    rules = [rule for sheet in _sheets(page) for rule in rules_of(sheet)]
    if not rules:
        return {}
    matcher = _matcher(rules, page)
    elements = flatten(_Element.from_html_root(root).iter_subtree() for root in page)
    found = ((one.etree_element, matcher.match(one)) for one in elements)
    by_part = partial(map_reduce, keyfunc=itemgetter(2), valuefunc=itemgetter(3))
    return {element: by_part(matches) for element, matches in found if matches}


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


def _matcher(rules: Sequence[Rule], page: Element) -> Matcher:
    """Return all selectors of rules that can be tried on a page, each with its rule."""
    matcher = Matcher()
    nests = Nests.of(page)
    for rule in rules:
        for selector in rule.selectors:
            if nests.can_be_tried(selector):
                for compiled in _compiled(selector.source):
                    matcher.add_selector(compiled, rule)
    return matcher


@lru_cache(maxsize=4096)
def _compiled(selector: str) -> Sequence[CompiledSelector]:
    """Return a selector as a test of elements; like browsers, pass over what is no selector."""
    if _UNKNOWABLE.search(selector) or _UNTIL_SCRIPTS_RUN.search(selector):
        return ()
    try:
        return tuple(compile_selector_list(selector))
    except _NO_SELECTOR:
        return ()


class _Element(ElementWrapper):  # type: ignore[misc]
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
