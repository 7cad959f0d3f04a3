"""Find the style of each element of a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from xml.etree.ElementTree import Element

import attrs

from .cascade import Values, cascaded, variables_within
from .declared import Declared, declared_in
from .generated import AFTER, BEFORE, put_in
from .hints import STYLED, hints_of
from .matched import Matched, matched_rules
from .sheets import Rule
from .style import PLAIN, Style


@attrs.frozen(eq=False)
class _Variables:
    """The variables of an element with their values; elements within it share them."""

    values: Values = attrs.field(factory=dict)


_NO_VARIABLES = _Variables()


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
    waiting = [(page, _NO_VARIABLES)]
    while waiting:
        element, variables = waiting.pop()
        rules = matched.get(element, {})
        if rules or element.attrib or element.tag in STYLED:
            source = (tuple(rules.get(None, ())), element.get("style", ""))
            variables = _variables_of(variables, *source)
            hints = tuple(hints_of(element.tag, element.attrib))
            if (style := _style_of(variables, hints, *source)) is not PLAIN:
                styles[element] = style
        waiting += ((child, variables) for child in reversed(element))
        styles.update(_generated(element, rules, variables))
    return styles


def _generated(
    element: Element, matched: Matched, variables: _Variables
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
    variables: _Variables, hints: Sequence[Declared], rules: Sequence[Rule], attribute: str
) -> Style:
    """Return the style of all that is declared; elements that look alike share one."""
    of_rules = chain.from_iterable(rule.declared for rule in rules)
    values = cascaded([*hints, *of_rules, *declared_in(attribute)], variables.values)
    return Style(values) if values else PLAIN


@lru_cache(maxsize=4096)
def _variables_of(around: _Variables, rules: Sequence[Rule], attribute: str) -> _Variables:
    """Return the variables of an element within another; mostly it declares none."""
    of_rules = chain.from_iterable(rule.declared for rule in rules)
    values = variables_within(around.values, [*of_rules, *declared_in(attribute)])
    return around if values is around.values else _Variables(values)
