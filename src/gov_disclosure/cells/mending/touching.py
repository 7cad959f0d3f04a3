"""Figures that touch, as a tool dropped what parted the cells of a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from ...labels.marks import glued
from ...layouts.grid import Layout, Located
from ..rows.due_row import DueRow

ENOUGH_GLUED_ROWS = 3
"""So many rows show what a tool does with what parts the cells of a page."""
_FEWEST_CELLS = 5
_ON_ONE_LINE = re.compile(r"[0-9０-９]+(?:[ \t\u3000\xa0]+[0-9０-９]+)*")


def with_touching_figures(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """Mark each figure of a row with too few of them as digits that may be several figures.

    A tool dropped what parts the cells, and blanks stand only where a cell of the page had some.
    That is known from other rows of the table with all their figures in one, or from a single
    figure that is too long.
    """
    counted = Counter([(line.table, line.layout) for line in lines if line.is_glued])
    touching = {key for key, number in counted.items() if number >= ENOUGH_GLUED_ROWS}
    if not touching and not any(map(is_too_long, lines)):
        return lines
    return [
        line.with_values(list(map(_may_be_several, line.filled)))
        if _may_have_touching_figures(line, touching) and _has_too_few_figures_on_one_line(line)
        else line
        for line in lines
    ]


def _may_have_touching_figures(line: DueRow, touching: Set[tuple[str, Layout]]) -> bool:
    """Whether the figures of a row may touch, as those of other rows of its table or its own do."""
    return (line.table, line.layout) in touching or is_too_long(line)


def is_too_long(line: DueRow) -> bool:
    """Whether the only figure of a row has as many digits as cells are due, so must be several."""
    filled = line.filled
    return len(filled) == 1 and filled[0][1] - filled[0][0] >= line.due >= _FEWEST_CELLS


def _has_too_few_figures_on_one_line(line: DueRow) -> bool:
    """Whether a row has too few figures, on one line with only blanks between them."""
    filled = line.filled
    is_short = 0 < len(filled) < line.due
    return is_short and _ON_ONE_LINE.fullmatch(line.text, filled[0][0], filled[-1][1]) is not None


def _may_be_several(cell: Located) -> Located:
    start, end, mark = cell
    return start, end, glued(mark)
