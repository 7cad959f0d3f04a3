"""Rows that a table has beside those of its form: below a row, with a label and figures too."""

from __future__ import annotations

from itertools import pairwise

from more_itertools import rstrip

from ..grids.shown import Beside, Entry, Shown
from ..labels.marks import FIGURES, Sort
from ..layouts.grid import is_blank


def figures_in_extra_rows(shown: Shown) -> int:
    """How many figures stand in rows that no form has, and are surely their own.

    Such a row has a figure for each of several labels of its header, as all rows have there that
    have any, and it stands right below one of these rows, or below another of its kind.
    """
    below = (read for above, read in pairwise(shown.reads) if _stands_below(above, read))
    whole = [read for read in below if isinstance(read, Beside) and _is_whole(read, shown)]
    return sum(cell[2].sort is Sort.NUMBER for read in whole for cell in read.run.values)


def _stands_below(above: Entry | Beside, read: Entry | Beside) -> bool:
    """Whether a row that no form has stands right below a row of the same header."""
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
