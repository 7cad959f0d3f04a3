"""Read the rules of style sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import attrs
import tinycss2
from more_itertools import split_at
from tinycss2.ast import AtRule, Comment, Declaration, HashToken, IdentToken, Node, QualifiedRule

from .declared import Declared
from .properties import usual_name

_HOLDS = re.compile(
    r"(?:only\s+)?(?:all|screen)|not\s+(?:print|speech)|\(\s*(?:"
    r"min-(?:device-)?width\s*:.*|(?:device-)?width\s*>.*|orientation\s*:\s*landscape"
    r"|(?:any-)?hover\s*:\s*hover|(?:any-)?pointer\s*:\s*fine|prefers-color-scheme\s*:\s*light"
    r"|prefers-reduced-motion\s*:\s*no-preference|-webkit-min-device-pixel-ratio\s*:.*)\s*\)"
)
"""A part of a condition for media that holds on a wide screen."""

_AND = re.compile(r"\s+and\s+|(?<=\))\s*and\s*(?=\()")
_OUTER = "&"
"""The sign of the outer rule in the selector of a nested one."""

_NO_NUMBER = re.compile(r"[0-9]{1000,}")
"""More digits than a number has; tinycss2 fails on far more."""

_NOT = re.compile(r"\bnot\b", re.IGNORECASE)
_LONGEST_SELECTOR = 500
"""A rule nested in others is left out if its selector becomes longer, as nobody wrote that."""

_Nodes = Sequence[Node]
"""Tokens, declarations and rules, as tinycss2 describes them."""


@attrs.frozen
class Selector:
    """The source of a selector, and names of tags, classes and ids without which it finds none."""

    source: str
    names: frozenset[str] = frozenset()


@attrs.frozen(eq=False)
class Rule:
    """What the elements of any of some selectors are declared to look like."""

    selectors: Sequence[Selector]
    declared: Sequence[Declared]


@lru_cache(maxsize=32)
def rules_of(source: str) -> Sequence[Rule]:
    """Return the rules of a sheet that hold on a wide screen and may decide what a page shows.

    The pages of a site mostly have the same sheet.

    >>> sheet = "@media print {i {top: 0}} td {color: red; &.x, > b {display: none !important}}"
    >>> for rule in rules_of(sheet):
    ...     print([one.source for one in rule.selectors], rule.declared[0].name)
    ['td'] color
    [':is(td).x', ':is(td) > b'] display
    """
    sheet = tinycss2.parse_stylesheet(_NO_NUMBER.sub("0", source), True, True)
    return tuple(_rules_in(sheet))


def _rules_in(sheet: _Nodes) -> Iterator[Rule]:
    """Yield the rules of a sheet in its order, also those within others and within conditions."""
    blocks: list[tuple[Sequence[Selector], _Nodes]] = [((), sheet)]
    while blocks:
        selectors, nodes = blocks.pop()
        declared = tuple(_declared(nodes))
        if selectors and declared:
            yield Rule(selectors, declared)
        inner = [_block_in(selectors, node) for node in nodes]
        blocks += reversed([block for block in inner if block])


def _block_in(around: Sequence[Selector], node: Node) -> tuple[Sequence[Selector], _Nodes] | None:
    """Return the selectors and the contents of a rule, or of a condition that holds."""
    if isinstance(node, QualifiedRule):
        selectors = tuple(_nested(around, node.prelude))
        return (selectors, _contents(node)) if selectors else None
    is_kept = isinstance(node, AtRule) and node.content is not None and _holds(node)
    return (around, _contents(node)) if is_kept else None


def _contents(rule: QualifiedRule | AtRule) -> _Nodes:
    contents: _Nodes = tinycss2.parse_blocks_contents(rule.content, True, True)
    return contents


def _declared(nodes: _Nodes) -> Iterator[Declared]:
    for node in nodes:
        if isinstance(node, Declaration) and (name := usual_name(node.name)):
            value = _source([part for part in node.value if not isinstance(part, Comment)])
            yield Declared(name, value, node.important)


def _nested(around: Sequence[Selector], prelude: _Nodes) -> Iterator[Selector]:
    """Yield the selectors of a rule, each with the selector of a rule around it in its place."""
    for part in split_at(prelude, _is_comma):
        own = Selector(_source(part), frozenset(_names_in(part)))
        if 0 < len(own.source) <= _LONGEST_SELECTOR:
            selector = _within(around, part, own) if around else own
            if len(selector.source) <= _LONGEST_SELECTOR:
                yield selector


def _within(outer: Sequence[Selector], part: _Nodes, own: Selector) -> Selector:
    """Return a selector nested in any of others; a sign may stand for the others in it."""
    around = f":is({', '.join(one.source for one in outer)})"
    names = own.names.union(frozenset.intersection(*(one.names for one in outer)))
    if _OUTER not in part:
        return Selector(f"{around} {own.source}", names)
    source = "".join(around if one == _OUTER else one.serialize() for one in part)
    return Selector(source.strip(), names)


def _names_in(selector: _Nodes) -> Iterator[str]:
    """Yield the tags, classes and ids in a selector, except those within brackets."""
    for before, node in pairwise((None, *selector)):
        if isinstance(node, HashToken):
            yield f"#{node.value}"
        elif isinstance(node, IdentToken) and before == ".":
            yield f".{node.value}"
        elif isinstance(node, IdentToken) and before != ":":
            yield str(node.lower_value)


def _is_comma(node: Node) -> bool:
    return bool(node == ",")


def _source(nodes: _Nodes) -> str:
    """Return the source of tokens, "" if brackets in them are nested too deep."""
    try:
        source: str = tinycss2.serialize(nodes)
    except RecursionError:
        return ""
    return source.strip()


def _holds(rule: AtRule) -> bool:
    """Whether the condition of an at-rule holds; support for anything is assumed."""
    condition = _source(rule.prelude)
    if rule.lower_at_keyword == "media":
        return is_on_screen(condition)
    return rule.lower_at_keyword in {"supports", "layer"} and not _NOT.search(condition)


def is_on_screen(media: str) -> bool:
    """Whether a condition for media holds on a wide screen; between commas are alternatives.

    >>> is_on_screen("print, screen and (min-width: 768px)"), is_on_screen("(max-width: 768px)")
    (True, False)
    """
    queries = [query.strip() for query in media.lower().split(",")]
    return not media.strip() or any(all(map(_HOLDS.fullmatch, _AND.split(one))) for one in queries)
