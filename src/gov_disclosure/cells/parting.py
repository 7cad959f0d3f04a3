"""Figures of several columns that stand in one cell, parted where sums leave no doubt."""

from __future__ import annotations

from ..declare import Form
from ..labels.marks import FIGURES
from ..layouts.grid import Row, is_blank
from .balances import adds_up, has_rules
from .pieces import count_figures, parts_of
from .rows import DueRow


def with_parted_figures(text: str, line: DueRow, form: Form | None) -> DueRow:
    """The row with a cell for each figure, if they are as many as are due and its sums hold so.

    Columns whose edges a tool missed stand in one cell, side by side.  What stands on lines below
    each other in a cell may as well belong to two rows.
    """
    filled = line.entry.filled
    if len(filled) >= len(line.slots) or count_figures(text, filled) < len(line.slots):
        return line
    parted = [part for cell in filled for part in parts_of(text, cell)]
    if len(parted) != len(line.slots) or any(cell[2].sort not in FIGURES for cell in parted):
        return line
    values = line.entry.values
    if len(values) == len(line.slots) and not _stand_before_empty_cells(text, values):
        return line
    row = line.as_it_stands._replace(filled=parted, settled=parted)
    if not (has_rules(row, form) and adds_up(row, form)):
        return line
    return line.with_cells(parted)


def _stand_before_empty_cells(text: str, values: Row) -> bool:
    """Whether each cell has an empty one behind it for every further figure, and none besides.

    So a cell over several columns is drawn; other empty cells are those of their own columns.
    """
    further = 0
    for cell in values:
        if is_blank(cell) is not (further > 0):
            return False
        further = further - 1 if further else len(list(parts_of(text, cell))) - 1
    return further == 0
