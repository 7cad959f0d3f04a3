"""Rows that have lost figures, as all others print every cell, zeros included."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from ...labels.marks import Sort
from ...layouts.grid import Row, is_blank
from ..rows.table_row import TableRow

_FEWEST_FULL_ROWS = 5
"""Fewer may be full by chance."""


def with_lost_figures(table: Mapping[int, TableRow], rows: Sequence[TableRow]) -> Set[int]:
    """The row of a table, by its number, that is the only one with figures missing.

    If zeros are printed, no cell is left empty, so the figures are lost.  If a table is a single
    line, the rows of all tables are compared.  A gap unlike others may be an empty cell.
    """
    wide = [row for row in table.values() if row.due > 1]
    is_line = len(wide) == 1
    around = [row for row in rows if row.due > 1] if is_line else wide
    if (
        not (is_line or len(wide) > _FEWEST_FULL_ROWS)
        or sum(map(_has_too_few_figures, around)) != 1
    ):
        return frozenset()
    if not any(map(_prints_a_zero, around)):
        return frozenset()
    short = (at for at, row in table.items() if row.due > 1 and _has_too_few_figures(row))
    return {number for number in short if not _shows_a_gap(table[number])}


def _shows_a_gap(row: TableRow) -> bool:
    """Whether the gaps between the figures of a row differ."""
    gaps = {row.text[one[1] : other[0]] for one, other in pairwise(row.filled)}
    return len(gaps) > 1


def _has_too_few_figures(row: TableRow) -> bool:
    """Whether fewer cells are printed in a row than are due."""
    return len(_printed(row)) < row.due


def _prints_a_zero(row: TableRow) -> bool:
    return any(mark.sort is Sort.NUMBER and mark.count == 0 for _, _, mark in _printed(row))


def _printed(row: TableRow) -> Row:
    """The cells of a row, settled or not, that are not empty."""
    return [cell for cell in row.settled or row.filled if not is_blank(cell)]
