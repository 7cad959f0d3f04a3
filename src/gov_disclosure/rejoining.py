"""Figures that line ends broke within their cells, put together where sums leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Callable

import attrs

from .declare import Form
from .grid import Located, Row
from .marks import DASH, MARKS
from .rows import DueRow
from .solving import adds_up, has_rules

_TWO_LINES = re.compile(r"\s*([0-9]+)[ \t]*(?:[\r\n]+|\\n)[ \t]*([0-9]+)\s*")
"""Digits on two lines; programs print a line end in quotes as a backslash and an n."""


def with_whole_figures(text: str, line: DueRow, form: Form | None) -> DueRow:
    """The row with its broken figures whole, if its sums hold so, and could not hold otherwise.

    Two figures below each other in a cell may as well be those of two rows.  Then all that stands
    in the upper lines would add up by itself.
    """
    if not any(mark.several for _, _, mark in line.entry.filled):
        return line

    def whole(cell: Located) -> Located:
        return _said_by(text, cell, lambda upper, lower: upper + lower) or cell

    def upper_line(cell: Located) -> Located:
        return _said_by(text, cell, lambda upper, _: upper) or (cell[0], cell[1], DASH)

    if not _adds_up(line, whole, form) or _adds_up(line, upper_line, form):
        return line
    entry = line.entry
    values, filled = list(map(whole, entry.values)), list(map(whole, entry.filled))
    return line._replace(entry=entry._replace(values=values, filled=filled))


def _said_by(text: str, cell: Located, saying: Callable[[str, str], str]) -> Located | None:
    """A cell of two lines of digits as one that says something else; None if it is another."""
    start, end, mark = cell
    lines = _TWO_LINES.fullmatch(text, start, end) if mark.several else None
    return (start, end, MARKS[saying(*lines.groups())]) if lines else None


def _adds_up(line: DueRow, change: Callable[[Located], Located], form: Form | None) -> bool:
    """Whether sums of the form hold along the row if its cells are changed like this."""
    row = line.as_it_stands
    if row.settled is None or not has_rules(row, form):
        return False
    changed: Row = list(map(change, row.settled))
    return adds_up(attrs.evolve(row, settled=changed), form)
