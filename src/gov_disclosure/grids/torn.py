"""Labels torn apart by the edge of a cell, by line ends, or by the end of the text."""

from __future__ import annotations

from ..labels.marks import FIGURES, MARKS, WORDS, Sort
from ..labels.spelling import begins_label, spells_label
from ..layouts.grid import Grid, Located, Row
from ..layouts.shared.label_parts import MOST_LINES, said_in
from ..text.fold import squeeze
from ..text.source import ends_at

_SEVERAL = 2
_SORTS_OF_PIECES = ({Sort.TEXT}, {Sort.TEXT, Sort.LABEL})
"""Kinds of two cells that may be one label; a piece may look like another label by itself."""


def with_labels_of_several_cells(grid: Grid, text: str) -> Grid:
    """Join labels that stand in several cells of a row."""
    return [_with_whole_labels(row, text) if _begins_with_words(row) else row for row in grid]


def _begins_with_words(row: Row) -> bool:
    """Whether a row may begin with a label in two cells; most have a figure in the second."""
    if len(row) < _SEVERAL or row[1][2].sort in FIGURES:
        return False
    return Sort.TEXT in map(_sort_alone, row)


def _sort_alone(cell: Located) -> Sort:
    """The sort of a cell by itself: a label in other words may as well be a piece of one."""
    return (cell[2].otherwise or cell[2]).sort


def _with_whole_labels(row: Row, text: str) -> Row:
    """Join cells before the figures of a row that only together spell a label.

    The second by itself may be the label of another row: ``4.不 | 同意公开答复数``.
    """
    whole: Row = []
    for at, cell in enumerate(row):
        if cell[2].sort in FIGURES:
            return [*whole, *row[at:]]
        while whole and (both := _joined_label(whole[-1], cell, text)):
            whole.pop()
            cell = both
        whole.append(cell)
    return whole


def _joined_label(one: Located, other: Located, text: str) -> Located | None:
    """Join two cells if they are pieces of a label."""
    if {_sort_alone(one), _sort_alone(other)} not in _SORTS_OF_PIECES:
        return None
    if not squeeze(text[other[0] : other[1]]):
        return None
    said = said_in([one, other], text)
    return (one[0], other[1], MARKS[said]) if spells_label(said) else None


def without_cut_label(grid: Grid, text: str) -> Grid:
    """Drop the last cell if it is a label at which the whole text was cut.

    The beginning of a label says nothing, and would look like a cell of the row above.
    """
    if not grid or not grid[-1]:
        return grid
    start, end, mark = grid[-1][-1]
    if mark.sort is Sort.TEXT and ends_at(text, end) and begins_label(text[start:]):
        return [*grid[:-1], grid[-1][:-1]]
    return grid


def with_wrapped_labels(grid: Grid, text: str) -> Grid:
    """Join labels that continue in the rows above or below their figures.

    Nothing stands in these rows behind their part of the label, and there must be one way to spell
    it.
    """
    words = [None if row and row[-1][2].sort in FIGURES else _last_words(row) for row in grid]
    whole: dict[int, Row] = {}
    for here, row in enumerate(grid):
        above, below = words[here - 1] if here else None, words[here + 1 : here + 2]
        if words[here] is not None or (above is None and below in ([], [None])):
            continue
        at = _label_before_figures(row)
        if at is None or at not in (above, *below):
            continue
        first, last = (
            _end_of_words(words, at, range(here - 1, -1, -1), whole, here),
            _end_of_words(words, at, range(here + 1, len(grid)), whole, here),
        )
        parts = _parts_of_label(grid, at, range(first, last + 1), here, text)
        if parts is not None:
            whole |= {other: _without_cell(grid[other], at) for other in parts}
            said = said_in([grid[other][at] for other in parts], text)
            whole[here] = [*row[:at], (*row[at][:2], MARKS[said]), *row[at + 1 :]]
    rows = (whole.get(here, row) for here, row in enumerate(grid)) if whole else grid
    return [row for row in rows if row]


def with_wrapped_headers(grid: Grid, text: str) -> Grid:
    """Join labels side by side that all continue in the row below, each in its own place."""
    whole: Grid = []
    for row in grid:
        joined = _joined_header(whole[-1], row, text) if whole else None
        if joined is not None:
            whole.pop()
        whole.append(row if joined is None else joined)
    return whole


def _joined_header(above: Row, row: Row, text: str) -> Row | None:
    """Join two rows if each cell of the lower one goes on from a label right above it."""
    places = [at for at, cell in enumerate(row) if cell[2].sort is not Sort.BLANK]
    if len(above) != len(row) or not {row[at][2].sort for at in places} <= {Sort.TEXT}:
        return None
    joined = {at: _joined_label(above[at], row[at], text) for at in places}
    if not places or None in joined.values():
        return None
    return [
        (*cell[:2], both[2]) if (both := joined.get(at)) else cell for at, cell in enumerate(above)
    ]


def _last_words(row: Row) -> int | None:
    """The place of the last words in a row that has nothing else; None if it has."""
    last = None
    for at in range(len(row) - 1, -1, -1):
        sort = row[at][2].sort
        if sort in WORDS:
            last = at if last is None else last
        elif sort is not Sort.BLANK:
            return None
    return last


def _label_before_figures(row: Row) -> int | None:
    """The place of the words right before the figures of a row, ignoring a unit between."""
    sorts = [mark.sort for _, _, mark in row]
    first = next((at for at, sort in enumerate(sorts) if sort in FIGURES), 0)
    return next((at for at in range(first - 1, -1, -1) if sorts[at] in WORDS), None)


def _end_of_words(
    words: list[int | None], at: int, places: range, taken: dict[int, Row], here: int
) -> int:
    """The farthest of the rows, side by side with this one, that end in words in the same place."""
    end = here
    for other in places[:MOST_LINES]:
        if words[other] != at or other in taken:
            break
        end = other
    return end


def _parts_of_label(grid: Grid, at: int, rows: range, here: int, text: str) -> range | None:
    """The rows around one that together spell a label; None if none or several ways do.

    Also None if the row by itself holds the whole label.
    """
    if spells_label(text[slice(*grid[here][at][:2])]):
        return None
    said = {row: text[slice(*grid[row][at][:2])] for row in rows}
    runs = (
        range(first, last + 1)
        for first in range(rows[0], here + 1)
        for last in range(here, rows[-1] + 1)
    )
    spelled = [run for run in runs if spells_label("".join(said[row] for row in run))]
    return spelled[0] if len(spelled) == 1 else None


def _without_cell(row: Row, at: int) -> Row:
    """The cells before a place; none if they are all empty."""
    rest = row[:at]
    return rest if any(mark.sort is not Sort.BLANK for _, _, mark in rest) else []
