"""Sub-rows that the agency added below a row of the form."""

from __future__ import annotations

from collections.abc import Mapping, Set
from itertools import pairwise
from typing import TypeGuard

from more_itertools import ilen, map_reduce, rstrip

from ...grids.header import Header
from ...grids.shown import Beside, Entry, Shown
from ...labels.marks import FIGURES, Sort
from ...layouts.grid import Row, is_blank
from ...text.source import Place

_Widths = Mapping[Header, Set[int]]
"""The widths of the rows with figures beneath each header."""


def divided_rows(shown: Shown) -> Set[Place]:
    """The rows of the form, by their place, that have sub-rows right below them.

    The sub-rows must hold all figures outside of rows, and each must have one for every column of
    its header, as the other rows there have; so these figures are certainly its own.
    """
    filled = (entry for entry in shown.entries if entry.filled)
    widths = map_reduce(filled, lambda e: e.header, lambda e: _width(e.values), set)
    whole = [
        (above, read)
        for above, read in pairwise(shown.reads)
        if _is_sub_row_below(read, above) and _is_whole(read, widths)
    ]
    cells = (cell for _, read in whole for cell in read.run.values)
    figures = sum(cell[2].sort is Sort.NUMBER for cell in cells)
    if figures != len(shown.loose):
        return set()
    return {above.place for above, _ in whole if isinstance(above, Entry)}


def _width(row: Row) -> int:
    """The number of cells of a row, without the empty ones at its end."""
    return ilen(rstrip(row, is_blank))


def _is_sub_row_below(read: Entry | Beside, above: Entry | Beside) -> TypeGuard[Beside]:
    """Whether an extra row stands right below a row, or another extra row, with its header."""
    if isinstance(read, Entry) or not read.is_extra_row:
        return False
    if isinstance(above, Entry):
        return above.header is read.context.header
    return above.is_extra_row and above.context.header is read.context.header


def _is_whole(read: Beside, widths: _Widths) -> bool:
    """Whether an extra row has a figure for each column of its header, as all rows there have."""
    header = read.context.header
    figures = list(rstrip(read.own_values[1:], is_blank))
    if not 1 < len(figures) == len(header.cells):
        return False
    alike = widths.get(header) == {len(figures)}
    return alike and all(cell[2].sort in FIGURES for cell in figures)
