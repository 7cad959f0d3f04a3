"""Cells on lines of their own as rows, each from a label to the next."""

from __future__ import annotations

from collections.abc import Sequence

from ...labels.marks import FIGURES, GLOSSED, SAID, TEXT, Sort, is_name
from ...text.fold import fold
from ..grid import Grid, Located, Row, Words
from .spoken import with_words_within
from .stacks import LONGEST_PIECE

_LONGEST_REMARK = 8
"""Longer words behind a figure are no cell of its row."""


def rows_from(text: str, cells: Sequence[Located], words: Words) -> Grid:
    """Group cells into rows, each from a label to the next."""
    grid: Grid = [[]]
    for at, cell in enumerate(cells):
        sort, begins = cell[2].sort, cell[2].is_note
        if (
            begins
            or sort is Sort.LABEL
            or (sort is Sort.TEXT and _names_a_row(text, cells, at, words))
            or (_is_without_label(grid[-1]) and _ends_figures(cells, at))
        ):
            grid.append([])
        grid[-1].append(cell)
    return with_words_within(text, [row for row in grid if row], words)


def _is_without_label(row: Row) -> bool:
    """Whether figures stand right beneath their columns."""
    return bool(row) and row[0][2].names_column and row[-1][2].sort in FIGURES


def _ends_figures(cells: Sequence[Located], at: int) -> bool:
    """Whether words are none of the figures above; words used as a figure are if more follow."""
    mark = cells[at][2]
    is_last = at + 1 == len(cells) or cells[at + 1][2].sort not in FIGURES
    return mark in (TEXT, GLOSSED) or (mark is SAID and is_last)


def _names_a_row(text: str, cells: Sequence[Located], at: int, words: Words) -> bool:
    """Whether words begin something new, rather than stand in the place of a figure.

    They do if a figure follows them, if they begin with a label or are the beginning of one, if
    they are too long, or if they stand between a figure and the label of a row.  Several figures on
    a line do not, although they may be a row between pipes; nor do words used as a figure, a figure
    with a remark, or words that are no name.
    """
    start, end, mark = cells[at]
    behind_figure = at > 0 and cells[at - 1][2].sort in FIGURES
    if mark is SAID or (mark.several and "|" not in text[cells[max(0, at - 1)][1] : start]):
        return False
    said = text[start:end]
    if not (mark.several or is_name(said)) or _is_figure_with_remark(said, words):
        return False
    if behind_figure and mark is TEXT and at + 1 < len(cells) and cells[at + 1][2].names_row:
        return True
    before_number = at + 1 < len(cells) and cells[at + 1][2].sort is Sort.NUMBER
    longest = _LONGEST_REMARK if behind_figure else LONGEST_PIECE
    begins_with_label = words.end_of_label(fold(said), 0) is not None
    is_beginning = end - start > 1 and words.begins_label(said)
    return before_number or begins_with_label or is_beginning or end - start > longest


def _is_figure_with_remark(said: str, words: Words) -> bool:
    """Whether words are a figure with a remark in brackets: ``3件(其中网络2件)``."""
    figure, bracket, remark = fold(said).strip().partition("(")
    return bracket + remark[-1:] == "()" and words.marks[figure].sort is Sort.NUMBER
