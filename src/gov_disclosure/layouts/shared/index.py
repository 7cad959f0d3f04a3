"""Cells that count the rows of a table, and are none of its own."""

from __future__ import annotations

from ...labels.marks import BLANK
from ...text.counting import follows_or_restarts
from ..grid import Grid

_SHORTEST = 3


def without_index(rows: Grid) -> Grid:
    """The rows without their first cells, where these just count the rows.

    Data tools print such numbers, and so do some forms (序号).  A count may start again; one that
    does not begin with the first row has a label behind it there.
    """
    counted = [row for row in rows if len(row) > 1 and row[0][2] is not BLANK]
    counts = [row[0][2].count for row in counted]
    if len(counts) < _SHORTEST or not all(map(follows_or_restarts, counts, counts[1:])):
        return rows
    if not (follows_or_restarts(None, counts[0]) or (counts[0] and counted[0][1][2].terms)):
        return rows
    return [row[1:] if len(row) > 1 else row for row in rows]
