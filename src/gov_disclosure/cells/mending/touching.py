"""Rows whose figures run together, though blanks stand between some of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from ...labels.marks import glued
from ...layouts.grid import Layout, Located
from ..rows.due_row import DueRow

_ENOUGH_ROWS = 3
_FEWEST_CELLS = 5
_ON_ONE_LINE = re.compile(r"[0-9０-９]+(?:[ \t\u3000\xa0]+[0-9０-９]+)*")


def with_touching_figures(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """The rows, where figures are fewer than due with each as digits that may be several.

    So it is where other rows of the table have all their figures in one, or a row has a single one
    that is too long: a tool dropped what parts the cells, and blanks stand where a cell of the page
    had some.
    """
    counted = Counter([(line.table, line.layout) for line in lines if line.is_glued])
    touching = {key for key, number in counted.items() if number >= _ENOUGH_ROWS}
    if not touching and not any(map(is_too_long, lines)):
        return lines
    return [
        line.with_cells(list(map(_may_be_several, line.entry.filled)))
        if _may_touch(line, touching) and _lacks_figures(line)
        else line
        for line in lines
    ]


def _may_touch(line: DueRow, touching: Set[tuple[str, Layout]]) -> bool:
    """Whether the figures of a row may touch: by other rows of its table, or by its own."""
    return (line.table, line.layout) in touching or is_too_long(line)


def is_too_long(line: DueRow) -> bool:
    """Whether a row has one figure only, of as many digits as it has cells: none is so great."""
    filled = line.entry.filled
    return len(filled) == 1 and filled[0][1] - filled[0][0] >= len(line.slots) >= _FEWEST_CELLS


def _lacks_figures(line: DueRow) -> bool:
    """Whether a row has digits with blanks between them and no more, fewer than are due."""
    filled = line.entry.filled
    lacks = 0 < len(filled) < len(line.slots)
    return lacks and _ON_ONE_LINE.fullmatch(line.text, filled[0][0], filled[-1][1]) is not None


def _may_be_several(cell: Located) -> Located:
    start, end, mark = cell
    return start, end, glued(mark)
