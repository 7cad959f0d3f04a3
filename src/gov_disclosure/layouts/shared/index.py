"""First cells that only count the rows of a table."""

from __future__ import annotations

from collections.abc import Sequence

from ...labels.marks import BLANK, FIGURES
from ...text.counting import follows_or_restarts
from ..grid import Grid, Row

_SHORTEST = 3


def without_index(rows: Grid) -> Grid:
    """Drop the first cells if they only count the rows.

    Data tools print such numbers, and so do some forms (序号).  A count may start again.  One that
    begins with a later number has a label behind it there, and cells behind labels.
    """
    counted = [row for row in rows if len(row) > 1 and row[0][2] is not BLANK]
    counts = [row[0][2].count for row in counted]
    if len(counts) < _SHORTEST or not all(map(follows_or_restarts, counts, counts[1:])):
        return rows
    if not (follows_or_restarts(None, counts[0]) or _continues_from_above(counted)):
        return rows
    return [row[1:] if len(row) > 1 else row for row in rows]


def _continues_from_above(counted: Sequence[Row]) -> bool:
    """Whether a count goes on from above: a label and cells stand behind its first number."""
    behind = (mark for row in counted for _, _, mark in row[2:])
    _, _, first = counted[0][1]
    has_cells = any(mark is BLANK or mark.sort in FIGURES for mark in behind)
    return bool(counted[0][0][2].count and first.terms) and has_cells
