"""Labels torn apart: by the edge of a cell, or by the end of the text."""

from __future__ import annotations

from ..labels.marks import FIGURES, MARKS, Sort
from ..labels.spelling import begins_label
from ..labels.vocabulary import vocabulary
from ..layouts.grid import Grid, Located, Row, Stretch
from ..text.source import ends_at

_SEVERAL = 2
_PIECES = ({Sort.TEXT}, {Sort.TEXT, Sort.LABEL})
"""What two cells may be that are one label; a label by itself may seem to be another one."""


def without_torn_labels(grid: Grid, stretch: Stretch) -> Grid:
    """The grid, each label whole that stands in two cells of its row, and none that was cut."""
    text = stretch.text
    whole = [_with_whole_labels(row, text) if _begins_with_words(row) else row for row in grid]
    return _without_cut_label(whole, text)


def _begins_with_words(row: Row) -> bool:
    """Whether a row may begin with a label in two cells; most have a figure in the second."""
    if len(row) < _SEVERAL or row[1][2].sort in FIGURES:
        return False
    return Sort.TEXT in [mark.sort for _, _, mark in row]


def _with_whole_labels(row: Row, text: str) -> Row:
    """The row, cells before its figures as one where only together they spell a label.

    The second by itself may be the label of another row: ``4.不 | 同意公开答复数``.
    """
    whole: Row = []
    for at, cell in enumerate(row):
        if cell[2].sort in FIGURES:
            return [*whole, *row[at:]]
        while whole and (both := _joined(whole[-1], cell, text)):
            whole.pop()
            cell = both
        whole.append(cell)
    return whole


def _joined(one: Located, other: Located, text: str) -> Located | None:
    """Two cells as one, if they are pieces of a label."""
    if {one[2].sort, other[2].sort} not in _PIECES:
        return None
    said = text[one[0] : one[1]] + text[other[0] : other[1]]
    return (one[0], other[1], MARKS[said]) if vocabulary().spelled(said) else None


def _without_cut_label(grid: Grid, text: str) -> Grid:
    """The grid without its last cell, where that is the label at which the whole text was cut.

    As the beginning of a label it says nothing, and would look like a cell of the row above.
    """
    if not grid or not grid[-1]:
        return grid
    start, end, mark = grid[-1][-1]
    if mark.sort is Sort.TEXT and ends_at(text, end) and begins_label(text[start:]):
        return [*grid[:-1], grid[-1][:-1]]
    return grid
