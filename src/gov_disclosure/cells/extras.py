"""Rows that a table has beside those of its form: below a row, with a label and figures too."""

from __future__ import annotations

from itertools import pairwise
from typing import TypeGuard

from more_itertools import rstrip

from ..grids.shown import Beside, Entry, Shown
from ..labels.marks import FIGURES, Sort
from ..layouts.grid import is_blank


def is_divided(entry: Entry, shown: Shown) -> bool:
    """Whether rows that no form has stand right below a row, and have all figures outside of rows.

    Each has a figure for each of several labels of its header, as all rows have there that have
    any; so these figures are surely its own.
    """
    whole = [
        (above, read)
        for above, read in pairwise(shown.reads)
        if _stands_below(read, above) and _is_whole(read, shown)
    ]
    cells = (cell for _, read in whole for cell in read.run.values)
    figures = sum(cell[2].sort is Sort.NUMBER for cell in cells)
    return figures == len(shown.loose) and any(above is entry for above, _ in whole)


def _stands_below(read: Entry | Beside, above: Entry | Beside) -> TypeGuard[Beside]:
    """Whether a row that no form has stands right below a row of its header, or one of its kind."""
    if isinstance(read, Entry) or not read.is_extra_row:
        return False
    if isinstance(above, Entry):
        return above.header is read.context.header
    return above.is_extra_row and above.context.header is read.context.header


def _is_whole(read: Beside, shown: Shown) -> bool:
    """Whether it has a figure for each label of its header, as all rows with figures have."""
    header = read.context.header
    rows = [entry.values for entry in shown.entries if entry.header is header and entry.filled]
    figures, *others = (list(rstrip(row, is_blank)) for row in (read.run.values[1:], *rows))
    if not 1 < len(figures) == len(header.cells):
        return False
    alike = {len(row) for row in others} == {len(figures)}
    return alike and all(cell[2].sort in FIGURES for cell in figures)
