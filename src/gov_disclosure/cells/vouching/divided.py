"""Rows that a table has beside those of its form: below a row, with a label and figures too."""

from __future__ import annotations

from collections.abc import Mapping, Set
from itertools import pairwise
from typing import TypeGuard

from more_itertools import ilen, map_reduce, rstrip

from ...grids.context import Header
from ...grids.shown import Beside, Entry, Shown
from ...labels.marks import FIGURES, Sort
from ...layouts.grid import Row, is_blank
from ...text.source import Place

_Widths = Mapping[Header, Set[int]]
"""How wide the rows with figures are beneath a header."""


def divided_rows(shown: Shown) -> Set[Place]:
    """The rows, by their place, right below which stand rows that no form has.

    These must have all figures outside of rows.  Each has a figure for each of several labels of
    its header, as all rows have there that have any; so these figures are surely its own.
    """
    filled = (entry for entry in shown.entries if entry.filled)
    widths = map_reduce(filled, lambda e: e.header, lambda e: _wide(e.values), set)
    whole = [
        (above, read)
        for above, read in pairwise(shown.reads)
        if _stands_below(read, above) and _is_whole(read, widths)
    ]
    cells = (cell for _, read in whole for cell in read.run.values)
    figures = sum(cell[2].sort is Sort.NUMBER for cell in cells)
    if figures != len(shown.loose):
        return set()
    return {above.place for above, _ in whole if isinstance(above, Entry)}


def _wide(row: Row) -> int:
    """How many cells a row has, without the empty ones at its end."""
    return ilen(rstrip(row, is_blank))


def _stands_below(read: Entry | Beside, above: Entry | Beside) -> TypeGuard[Beside]:
    """Whether a row that no form has stands right below a row of its header, or one of its kind."""
    if isinstance(read, Entry) or not read.is_extra_row:
        return False
    if isinstance(above, Entry):
        return above.header is read.context.header
    return above.is_extra_row and above.context.header is read.context.header


def _is_whole(read: Beside, widths: _Widths) -> bool:
    """Whether it has a figure for each label of its header, as all rows with figures have."""
    header = read.context.header
    figures = list(rstrip(read.run.values[1:], is_blank))
    if not 1 < len(figures) == len(header.cells):
        return False
    alike = widths.get(header) == {len(figures)}
    return alike and all(cell[2].sort in FIGURES for cell in figures)
