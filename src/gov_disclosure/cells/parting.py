"""Figures of several columns that stand in one cell, parted where sums leave no doubt."""

from __future__ import annotations

from ..declare import Form
from ..labels.marks import FIGURES
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
    row = line.as_it_stands._replace(filled=parted, settled=parted)
    if not (has_rules(row, form) and adds_up(row, form)):
        return line
    return line.with_cells(parted)
