"""Rows of tables whose figures run together, though blanks stand between some of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from .grid import Located, Row
from .marks import glued
from .rows import DueRow

_ENOUGH_ROWS = 3


def with_touching_figures(text: str, lines: Sequence[DueRow]) -> Iterator[DueRow]:
    """The rows, where figures are fewer than due with each as digits that may be several.

    So it is where other rows of the table have all their figures in one: a tool dropped what parts
    the cells, and blanks stand where a cell of the page had some.
    """
    counted = Counter((line.table, line.layout) for line in lines if line.is_glued)
    touching = {key for key, number in counted.items() if number >= _ENOUGH_ROWS}
    for line in lines:
        lacks = 0 < len(line.entry.filled) < len(line.slots)
        if lacks and (line.table, line.layout) in touching and _are_digits(text, line.entry.filled):
            values = list(map(_may_be_several, line.entry.filled))
            yield line._replace(entry=line.entry._replace(values=values, filled=values))
        else:
            yield line


def _are_digits(text: str, cells: Row) -> bool:
    return all(text[start:end].isdigit() for start, end, _ in cells)


def _may_be_several(cell: Located) -> Located:
    start, end, mark = cell
    return start, end, glued(mark)
