"""Tables whose columns are too narrow for their figures, so that these continue on the next line.

Rows then have more figures than are due.  The first piece of each fills its column, and no figure
of the table is longer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...layouts.grid import count_digits
from .arranging import fewest_figures
from .due_row import DueRow
from .pieces import SHORTEST_PIECE, count_figures, figures_apart, figures_in, has_pieces
from .table_row import TableRow


class _Pieces(NamedTuple):
    """The number of digits that fill a column, and the rows with too many figures, some pieces."""

    length: int
    rows: Sequence[TableRow]

    @property
    def add_up(self) -> bool:
        """Whether each of these rows keeps its sums if some of its figures are joined."""
        return all(row.balances and row.ways(self.length) for row in self.rows)


def length_of_pieces(rows: Sequence[TableRow]) -> int | None:
    """The number of digits that fill a column of a table with broken figures; None if none are.

    All rows with too many figures have to add up with some of them joined.
    """
    pieces = _pieces(rows)
    return pieces.length if pieces and pieces.add_up else None


def without_pieces(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """Drop the rows of a table whose figures may be pieces."""
    length = length_of_pieces([line.as_it_stands for line in lines])
    if length is None:
        return lines
    return [line for line in lines if not has_pieces(line.text, line.filled, length)]


def are_out_of_order(lines: Sequence[DueRow]) -> bool:
    """Whether broken figures are out of order, so that no figure of the table can be trusted.

    Several rows then have more figures than are due, however their pieces are joined.
    """
    if sum(map(_has_too_many, lines)) <= 1:
        return False
    text = lines[0].text
    figures = [[part for cell in line.filled for part in figures_in(text, cell)] for line in lines]
    lengths = (count_digits(text, cell) for cells in figures for cell in cells)
    longest = max(lengths, default=0)
    crowded = [
        (line.due, cells)
        for line, cells in zip(lines, figures, strict=True)
        if 1 < line.due < len(cells) and has_pieces(text, cells, longest)
    ]
    if longest < SHORTEST_PIECE or len(crowded) <= 1:
        return False
    fewest = [fewest_figures(text, cells, longest) > due for due, cells in crowded]
    return sum(fewest) > 1


def _has_too_many(row: DueRow | TableRow) -> bool:
    """Whether several figures are due in a row, and it has more."""
    return row.due > 1 and count_figures(row.text, row.filled) > row.due


def _pieces(rows: Sequence[TableRow]) -> _Pieces | None:
    """The rows of a table with pieces of figures; None if there are none."""
    if not any(map(_has_too_many, rows)):
        return None
    text = rows[0].text
    figures = [list(figures_apart(text, row.filled)) for row in rows]
    crowded = [row for row, cells in zip(rows, figures, strict=True) if 1 < row.due < len(cells)]
    if not crowded:
        return None
    longest = max(count_digits(text, cell) for cells in figures for cell in cells)
    broken = [row for row in crowded if has_pieces(text, row.filled, longest)]
    return _Pieces(longest, broken) if longest >= SHORTEST_PIECE and broken else None
