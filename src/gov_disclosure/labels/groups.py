"""The labels of groups of rows, which narrow columns print in pieces beside their rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from ..declare import Form
from ..forms import tables_of
from ..text.fold import squeeze
from .marks import Mark
from .vocabulary import Role, Term


def is_part_of_heading(text: str, row: Mark) -> bool:
    """Whether a text is a part of the label of a group that a row stands in, and not all of it.

    >>> from .marks import MARKS
    >>> refused, handled = MARKS["1.属于国家秘密"], MARKS["(七)总计"]
    >>> is_part_of_heading("予公开", refused), is_part_of_heading("予公开", handled)
    (True, False)
    >>> is_part_of_heading("度", refused), is_part_of_heading("度", handled)
    (True, True)
    """
    said = squeeze(text)
    above = map(_above, row.terms)
    return any(said in heading and said != heading for headings in above for heading in headings)


def stands_below(rows: Sequence[Term], heading: Term) -> bool:
    """Whether a label that means these rows stands below the label of a group."""
    is_heading = heading.role is Role.HEADING
    return is_heading and any(squeeze(heading.label) in _above(term) for term in rows)


def _above(row: Term) -> frozenset[str]:
    return _headings().get((row.table, row.key), frozenset())


@cache
def _headings() -> Mapping[tuple[str, str], frozenset[str]]:
    """The labels that stand above each row of each table, in all forms."""
    found: dict[tuple[str, str], frozenset[str]] = defaultdict(frozenset)
    for table in (table for form in Form for table in tables_of(form)):
        above: dict[str, frozenset[str]] = defaultdict(frozenset)
        for row in (row for block in table.blocks for row in block.rows):
            group = row.key.rpartition(".")[0]
            above[group] |= frozenset(map(squeeze, row.headings))
            found[table.key, row.key] |= above[group] | above[""]
    return found
