"""Tables whose columns are too narrow for their figures, so that these go on below.

Then rows have more figures than are due.  The first piece of each fills its column, and no figure
of the table is longer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...declare import Form
from ...layouts.grid import Row, count_digits
from ..rows.arranging import arrangements, fewest_figures
from ..rows.balances import TableRow, balances_of
from ..rows.pieces import count_figures, figures_in, has_pieces, parted

_SEVERAL = 2
_SHORTEST = 3
"""Figures of fewer digits are so many that sums could hold by chance."""


class _Pieces(NamedTuple):
    """How many digits fill a column of a table, and its rows with too many figures, some pieces."""

    length: int
    rows: Sequence[TableRow]

    def add_up(self, text: str, form: Form | None) -> bool:
        """Whether each of these rows keeps its sums if some of its figures are put together."""
        return all(_adds_up(text, row, form, self.length) for row in self.rows)


def length_of_pieces(text: str, rows: Sequence[TableRow], form: Form | None) -> int | None:
    """How many digits fill a column of a table whose figures are broken; None if none are.

    All rows with too many figures have to add up with some of these put together.
    """
    pieces = _pieces(text, rows)
    return pieces.length if pieces and pieces.add_up(text, form) else None


def are_broken(text: str, rows: Sequence[TableRow], form: Form | None) -> Sequence[bool]:
    """For each row of a table, whether figures of it may be pieces of others."""
    length = length_of_pieces(text, rows, form)
    return [length is not None and has_pieces(text, row.filled, length) for row in rows]


def are_out_of_order(text: str, rows: Sequence[tuple[int, Row]]) -> bool:
    """Whether pieces of figures do not stand in the order of the table, so that nothing may.

    Of each row it goes by the number that is due, and by the cells that are not empty.
    Then several rows have more figures than are due, however their pieces are put together, as
    these stand elsewhere.
    """
    if sum(_are_too_many(text, *row) for row in rows) < _SEVERAL:
        return False
    figures = [[part for cell in cells for part in figures_in(text, cell)] for _, cells in rows]
    lengths = (count_digits(text, cell) for cells in figures for cell in cells)
    longest = max(lengths, default=0)
    crowded = [
        (due, cells)
        for (due, _), cells in zip(rows, figures, strict=True)
        if 1 < due < len(cells) and has_pieces(text, cells, longest)
    ]
    if longest < _SHORTEST or len(crowded) < _SEVERAL:
        return False
    fewest = [fewest_figures(text, cells, longest) > due for due, cells in crowded]
    return sum(fewest) >= _SEVERAL


def _are_too_many(text: str, due: int, cells: Row) -> bool:
    """Whether there are more figures than are due, each by itself, and several are due."""
    return due > 1 and count_figures(text, cells) > due


def _pieces(text: str, rows: Sequence[TableRow]) -> _Pieces | None:
    """The rows of a table with pieces of figures; None if it has no such rows."""
    if not any(_are_too_many(text, row.due, row.filled) for row in rows):
        return None
    figures = [list(parted(text, row.filled)) for row in rows]
    crowded = [row for row, cells in zip(rows, figures, strict=True) if 1 < row.due < len(cells)]
    if not crowded:
        return None
    longest = max(count_digits(text, cell) for cells in figures for cell in cells)
    broken = [row for row in crowded if has_pieces(text, row.filled, longest)]
    return _Pieces(longest, broken) if longest >= _SHORTEST and broken else None


def _adds_up(text: str, row: TableRow, form: Form | None, length: int) -> bool:
    """Whether a row keeps its sums in some way if its pieces are put together."""
    balances = balances_of(row, form)
    return bool(balances) and bool(arrangements(text, row.filled, row.due, balances, length))
