"""Cells on lines of their own as rows, each from a label to the next.

A row may have words in the place of a figure.  Two conditions distinguish them from the name of an
extra row, and from furniture of the page.  They speak of a figure: that it changed, that there is
none, or where it is given.  And counting them, each row has just as many cells as it has columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

import attrs
from more_itertools import split_before

from ...labels.marks import FIGURES, GLOSSED, SAID, TEXT, Sort
from ...labels.wordings import is_name, speaks_of_figure
from ...text.fold import fold, squeeze
from ..grid import HARDLY, Grid, Located, Row, Stretch, Words
from .label_parts import LONGEST_PART

_ALONE = re.compile(
    r"""
    ^ (?=[^\n]*\S) [^\w\n]*+
    (?: \d (?: \d | [^\w\n] )*+ (?: (?<![.、]) [^\W\d]{1,2} )? | [^\W\d] )?
    [^\w\n]*+ $
    """,
    re.VERBOSE | re.MULTILINE,
)
"""A line with figures, perhaps with a unit, or with a mark for an empty cell, and no other words.

Words right behind a point are a label with its number.
"""


def likely_if_stacked(stretch: Stretch, likely: float) -> float:
    """The likelihood of a layout whose cells are lines, as its reader estimates it; or hardly any.

    If no figure has a line of its own, no row can be whole, and other layouts are tried first.
    """
    alone = stretch.is_piped or stretch.once(_has_figures_alone)
    return likely if alone else HARDLY


def _has_figures_alone(stretch: Stretch) -> bool:
    return _ALONE.search(stretch.content) is not None


_LONGEST_REMARK = 8
"""Longer words behind a figure are no cell of its row."""


def rows_from(stretch: Stretch, cells: Sequence[Located]) -> Grid:
    """Group cells into rows, each from a label to the next."""
    grid: Grid = [[]]
    for at, cell in enumerate(cells):
        sort, begins = cell[2].sort, cell[2].is_note
        if (
            begins
            or sort is Sort.LABEL
            or (sort is Sort.TEXT and _begins_row(stretch, cells, at, grid[-1]))
        ):
            grid.append([])
        grid[-1].append(cell)
    return with_words_within(stretch, [row for row in grid if row])


def _begins_row(stretch: Stretch, cells: Sequence[Located], at: int, above: Row) -> bool:
    """Whether words begin a row, or none of the figures above them is theirs."""
    if _names_a_row(stretch, cells, at):
        return True
    return _is_without_label(above) and _ends_figures(cells, at)


def _is_without_label(row: Row) -> bool:
    """Whether figures stand right beneath their columns."""
    return bool(row) and row[0][2].names_column and row[-1][2].sort in FIGURES


def _ends_figures(cells: Sequence[Located], at: int) -> bool:
    """Whether words are none of the figures above; words used as a figure are if more follow."""
    mark = cells[at][2]
    is_last = at + 1 == len(cells) or cells[at + 1][2].sort not in FIGURES
    return mark in (TEXT, GLOSSED) or (mark is SAID and is_last)


def _names_a_row(stretch: Stretch, cells: Sequence[Located], at: int) -> bool:
    """Whether words begin something new, rather than stand in the place of a figure.

    They do if a figure follows them, if they begin with a label or are the beginning of one, if
    they are too long, or if they stand between a figure and the label of a row.  Several figures on
    a line do not, although they may be a row between pipes; nor do words used as a figure, a figure
    with a remark, or words that are no name.
    """
    start, end, mark = cells[at]
    behind_figure = at > 0 and cells[at - 1][2].sort in FIGURES
    if mark is SAID or (mark.several and "|" not in stretch.text[cells[max(0, at - 1)][1] : start]):
        return False
    said = stretch.text[start:end]
    if not (mark.several or is_name(said)) or _is_figure_with_remark(said, stretch.words):
        return False
    if behind_figure and mark is TEXT and at + 1 < len(cells) and cells[at + 1][2].names_row:
        return True
    before_number = at + 1 < len(cells) and cells[at + 1][2].sort is Sort.NUMBER
    longest = _LONGEST_REMARK if behind_figure else LONGEST_PART
    begins_with_label = stretch.words.end_of_label(fold(said), 0) is not None
    is_beginning = end - start > 1 and stretch.words.begins_label(said)
    return before_number or begins_with_label or is_beginning or end - start > longest


def _is_figure_with_remark(said: str, words: Words) -> bool:
    """Whether words are a figure with a remark in brackets: ``3件(其中网络2件)``."""
    figure, bracket, remark = fold(said).strip().partition("(")
    return bracket + remark[-1:] == "()" and words.marks[figure].sort is Sort.NUMBER


@attrs.frozen(eq=False)
class _LabelAndRows:
    """The rows from one label to the next: the first has the label, others begin with words.

    ``wide`` is the number of columns above.
    """

    rows: Sequence[Row]
    wide: int

    @property
    def is_row(self) -> bool:
        """Whether it is a row beneath columns."""
        return self.wide > 0 and self.rows[0][0][2].names_row

    @property
    def count(self) -> int:
        """The number of cells behind its label."""
        return sum(cell[2].sort is not Sort.UNIT for cell in chain(*self.rows)) - 1


def with_words_within(stretch: Stretch, grid: Grid) -> Grid:
    """Join rows that were split at words which are one of their cells.

    If any row has fewer cells than columns, empty cells may be lost, and words may begin another
    row that has lost some too.
    """
    if not any(row[0][2].is_words for row in grid[1:]):
        return grid
    heaps = list(_heaps(grid))
    if any(heap.is_row and heap.count < heap.wide for heap in heaps):
        return grid
    named = _adjacent_letters_of_labels(stretch.text, heaps)
    joined = (_is_one_row(stretch, heap, named) for heap in heaps)
    return [
        row
        for heap, is_one in zip(heaps, joined, strict=True)
        for row in ([[*chain(*heap.rows)]] if is_one else heap.rows)
    ]


def _heaps(grid: Grid) -> Iterator[_LabelAndRows]:
    """Group the rows of a grid from label to label, each with the number of columns above."""
    columns = 0
    goes_on = False
    for rows in split_before(grid, lambda row: row[0][2].sort is Sort.LABEL):
        is_bare = len(rows) == len(rows[0]) == 1
        names = is_bare and rows[0][0][2].may_name_column
        if names:
            columns = columns + 1 if goes_on else 1
        yield _LabelAndRows(rows, columns)
        goes_on = names or (goes_on and is_bare)


def _is_one_row(stretch: Stretch, heap: _LabelAndRows, named: frozenset[str]) -> bool:
    """Whether the rows of a heap are one row with words among its figures, and no note."""
    others = heap.rows[1:]
    if not (others and heap.is_row and heap.count == heap.wide):
        return False
    if any(row[0][2].is_note for row in others):
        return False
    has_figures = all(len(row) > 1 for row in heap.rows)
    said = [stretch.text[row[0][0] : row[0][1]] for row in others]
    speak_of_figures = all(map(speaks_of_figure, map(squeeze, said)))
    return (
        has_figures
        and speak_of_figures
        and not any(_may_name_row(one, named, stretch.words) for one in said)
    )


def _may_name_row(said: str, named: frozenset[str], words: Words) -> bool:
    """Whether words begin like labels, or resemble the names of other rows."""
    if words.begins_label(said) or words.end_of_label(fold(said), 0) is not None:
        return True
    return not named.isdisjoint(_adjacent_letters(squeeze(said)))


def _adjacent_letters_of_labels(text: str, heaps: Iterable[_LabelAndRows]) -> frozenset[str]:
    """All pairs of adjacent characters in the labels of rows."""
    labels = (squeeze(text[slice(*heap.rows[0][0][:2])]) for heap in heaps if heap.is_row)
    return frozenset(chain.from_iterable(map(_adjacent_letters, labels)))


def _adjacent_letters(said: str) -> Iterator[str]:
    return (one + other for one, other in pairwise(said) if (one + other).isalpha())
