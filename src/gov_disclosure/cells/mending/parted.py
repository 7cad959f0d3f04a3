"""Figures of several columns in one cell, parted if sums leave no doubt."""

from __future__ import annotations

from collections.abc import Sequence

from ...labels.marks import FIGURES, Sort
from ...layouts.grid import Located, Row, is_figure
from ..rows.due_row import DueRow
from ..rows.pieces import count_figures, figures_of_cell


def with_parted_figures(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """Give each figure a cell of its own, if they are then as many as are due and sums hold.

    Columns whose edges a tool missed stand in one cell side by side.  Figures on several lines of a
    cell may belong to two rows, and are not parted.  Neither are figures that add up without the
    dashes beside them.  Only dashes in a cell may be one mark (``— —``), so some cell with a number
    has to show that columns were missed.
    """
    return [_with_cells_parted(line) or line for line in lines]


def _with_cells_parted(line: DueRow) -> DueRow | None:
    """A row with its figures parted; None if nothing shows that columns were missed."""
    text, filled = line.text, line.filled
    if len(filled) >= line.due or count_figures(text, filled) < line.due:
        return None
    if all(_holds_only_dashes(text, cell) for cell in filled if cell[2].several):
        return None
    cells = [part for cell in filled for part in figures_of_cell(text, cell)]
    if len(cells) != line.due or any(cell[2].sort not in FIGURES for cell in cells):
        return None
    row = line.as_it_stands
    if not (row.balances and row.adds_up_with(cells)):
        return None
    in_place = _with_lone_figures(text, line.values)
    if len(in_place) == line.due and row.adds_up_with(in_place):
        return None
    return line.with_values(cells)


def _holds_only_dashes(text: str, cell: Located) -> bool:
    return all(part[2].sort is Sort.DASH for part in figures_of_cell(text, cell))


def _with_lone_figures(text: str, values: Row) -> Row:
    """The values, with the only number of a cell in place of the cell: the rest may be marks."""
    return [_lone_figure(text, cell) or cell for cell in values]


def _lone_figure(text: str, cell: Located) -> Located | None:
    numbers = (
        [part for part in figures_of_cell(text, cell) if is_figure(part)] if cell[2].several else []
    )
    return numbers[0] if len(numbers) == 1 else None
