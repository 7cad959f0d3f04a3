"""Figures of several columns that stand in one cell, parted where sums leave no doubt."""

from __future__ import annotations

from collections.abc import Sequence

from ...grids.shown import is_figure
from ...labels.marks import FIGURES, Sort
from ...layouts.grid import Located, Row
from ..rows.due_row import DueRow
from ..rows.pieces import count_figures, parts_of
from ..rows.table_row import TableRow


def with_parted_figures(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """The rows with a cell for each figure, if they are as many as are due and sums hold so.

    Columns whose edges a tool missed stand in one cell, side by side.  What stands on lines below
    each other in a cell may as well belong to two rows.  Nor are figures parted that add up in
    their places, if dashes beside them are none.  Nothing but dashes may be one mark (``— —``), and
    sums hold however many it is; so a cell with a number has to show that columns were missed.
    """
    return [_parted(line) or line for line in lines]


def _parted(line: DueRow) -> DueRow | None:
    """A row as its figures are parted; None if nothing shows that columns were missed."""
    text, filled = line.text, line.filled
    if len(filled) >= len(line.slots) or count_figures(text, filled) < len(line.slots):
        return None
    if all(_is_all_dashes(text, cell) for cell in filled if cell[2].several):
        return None
    parted = [part for cell in filled for part in parts_of(text, cell)]
    if len(parted) != len(line.slots) or any(cell[2].sort not in FIGURES for cell in parted):
        return None
    row = line.as_it_stands
    if not (row.balances and _adds_up(row, parted)):
        return None
    in_place = _with_lone_figures(text, line.entry.values)
    if len(in_place) == len(line.slots) and _adds_up(row, in_place):
        return None
    return line.with_cells(parted)


def _is_all_dashes(text: str, cell: Located) -> bool:
    return all(part[2].sort is Sort.DASH for part in parts_of(text, cell))


def _with_lone_figures(text: str, values: Row) -> Row:
    """The values, the only number of a cell for all that is in it: the rest may be mere marks."""
    return [_lone_figure(text, cell) or cell for cell in values]


def _lone_figure(text: str, cell: Located) -> Located | None:
    numbers = [part for part in parts_of(text, cell) if is_figure(part)] if cell[2].several else []
    return numbers[0] if len(numbers) == 1 else None


def _adds_up(row: TableRow, cells: Row) -> bool:
    return row._replace(filled=cells, settled=cells).adds_up
