"""Find the style of each element of a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from xml.etree.ElementTree import Element

from .cascade import NO_VARIABLES, Variables, cascaded
from .declared import Declared, declared_in
from .generated import AFTER, BEFORE, put_in
from .hints import hints_of
from .matched import Matched, matched_rules
from .sheets import Rule
from .style import PLAIN, Style

_NO_RULES: Matched = {}


def styles_of(page: Element) -> Mapping[Element, Style]:
    """Return the styles of the elements of a page for which anything is declared.

    Content that a sheet puts in an element becomes an element of its own.

    >>> from gov_disclosure.inputs.pages.tree import tree_of
    >>> page = tree_of("<style>i {top: 0} i::before {content: '9'}</style><i hidden>3</i><b>")
    >>> for element, style in styles_of(page).items():
    ...     print(element.tag, style.values)
    i {'display': 'none', 'top': '0'}
    ::before {'content': '"9"'}
    """
    matched = matched_rules(page)
    styles: dict[Element, Style] = {}
    waiting = [(page, NO_VARIABLES)]
    while waiting:
        element, variables = waiting.pop()
        rules = matched.get(element, _NO_RULES)
        own = element.get("style", "")
        if rules or own:
            variables = _variables_of(variables, tuple(rules.get(None, ())), own)
        hints = tuple(hints_of(element.tag, element.attrib))
        if rules or own or hints:
            styles[element] = _style_of(variables, hints, tuple(rules.get(None, ())), own)
        waiting += [(child, variables) for child in reversed(element)]
        if rules:
            styles.update(_generated(element, rules, variables))
    return styles


def _generated(
    element: Element, matched: Matched, variables: Variables
) -> Iterator[tuple[Element, Style]]:
    """Put what the rules declare as content into an element, and yield it with its styles."""
    for tag in (BEFORE, AFTER):
        if rules := matched.get(tag.removeprefix("::")):
            style = _style_of(variables, (), tuple(rules), "")
            made = put_in(element, tag, style.get("content"))
            if made is not None:
                yield made, style


@lru_cache(maxsize=4096)
def _style_of(
    variables: Variables, hints: Sequence[Declared], rules: Sequence[Rule], attribute: str
) -> Style:
    """Return the style of all that is declared; elements that look alike share one."""
    values = cascaded([*hints, *_declared(rules, attribute)], variables)
    return Style(values) if values else PLAIN


@lru_cache(maxsize=4096)
def _variables_of(around: Variables, rules: Sequence[Rule], attribute: str) -> Variables:
    return around.within(_declared(rules, attribute))


def _declared(rules: Sequence[Rule], attribute: str) -> Iterator[Declared]:
    """Yield what is declared for an element: by the rules for it, then by its own style."""
    yield from chain.from_iterable(rule.declared for rule in rules)
    yield from declared_in(attribute)
