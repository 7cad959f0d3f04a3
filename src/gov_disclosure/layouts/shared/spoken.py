"""Words that stand in the place of a figure, in a row whose cells have lines of their own.

Two things part them from the name of a row that no form has, and from what a page prints around
its table.  They speak of a figure: of a change, of none, or of where it is told.  And with them,
and with the figures behind them, the row has just the cells that are due beneath its columns, as
all others have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

import attrs
from more_itertools import split_before

from ...labels.marks import Sort
from ...text.fold import fold, squeeze
from ..grid import Grid, Row, Words

_CHANGED = "新?[增加减少撤销取消下放承接调整划转合并入出]{1,4}"
_OF_A_FIGURE = re.compile(
    rf"{_CHANGED}[了至到]?\d{{1,4}}(?!\d)|\d{{1,4}}[余多]"
    r"|[同与较比][去上前]一?年|[没未无不]有?(?:此[项类]|[增减变涉适]|开展|发生|具备)"
    r"|^按[^,。;:]{2,12}(?:执行|填[报写]|统计)$|^(?:[详参]见|见附)[^,。;:]{1,8}$"
)
"""How words say that something changed, or not, or about how many, or where that is told."""


@attrs.frozen(eq=False)
class _Heap:
    """The rows from one label to the next: the first has the label, others begin with words.

    ``wide`` is how many columns stand above.
    """

    rows: Sequence[Row]
    wide: int

    @property
    def is_row(self) -> bool:
        """Whether it is a row beneath columns."""
        return self.wide > 0 and self.rows[0][0][2].names_row

    @property
    def count(self) -> int:
        """How many cells stand behind its label."""
        return sum(cell[2].sort is not Sort.UNIT for cell in chain(*self.rows)) - 1


def with_words_within(text: str, grid: Grid, words: Words) -> Grid:
    """The rows, those put together that words part which are a cell of theirs.

    Where any row has fewer cells than columns are above it, empty cells may be gone, and words may
    begin another row that has lost some too.
    """
    if not any(row[0][2].is_words for row in grid[1:]):
        return grid
    heaps = list(_heaps(grid))
    if any(heap.is_row and heap.count < heap.wide for heap in heaps):
        return grid
    named = _pairs_of_rows(text, heaps)
    joined = (_is_one_row(text, heap, named, words) for heap in heaps)
    return [
        row
        for heap, is_one in zip(heaps, joined, strict=True)
        for row in ([[*chain(*heap.rows)]] if is_one else heap.rows)
    ]


def _heaps(grid: Grid) -> Iterator[_Heap]:
    """The rows of a grid from label to label, each with the number of columns above."""
    columns = 0
    goes_on = False
    for rows in split_before(grid, lambda row: row[0][2].sort is Sort.LABEL):
        is_bare = len(rows) == len(rows[0]) == 1
        names = is_bare and rows[0][0][2].may_name_column
        if names:
            columns = columns + 1 if goes_on else 1
        yield _Heap(rows, columns)
        goes_on = names or (goes_on and is_bare)


def _is_one_row(text: str, heap: _Heap, named: frozenset[str], words: Words) -> bool:
    """Whether the rows of a heap are one, with words among its figures, and no note."""
    others = heap.rows[1:]
    if not (others and heap.is_row and heap.count == heap.wide):
        return False
    if any(row[0][2].is_note for row in others):
        return False
    has_figures = all(len(row) > 1 for row in heap.rows)
    said = [text[row[0][0] : row[0][1]] for row in others]
    speak = all(map(_OF_A_FIGURE.search, map(squeeze, said)))
    return has_figures and speak and not any(_may_name_row(one, named, words) for one in said)


def _may_name_row(said: str, named: frozenset[str], words: Words) -> bool:
    """Whether words begin as labels do, or are called like other rows in a part."""
    if words.begins_label(said) or words.end_of_label(fold(said), 0) is not None:
        return True
    return not named.isdisjoint(_pairs(squeeze(said)))


def _pairs_of_rows(text: str, heaps: Iterable[_Heap]) -> frozenset[str]:
    """What the labels of rows have of two characters side by side."""
    labels = (squeeze(text[slice(*heap.rows[0][0][:2])]) for heap in heaps if heap.is_row)
    return frozenset(chain.from_iterable(map(_pairs, labels)))


def _pairs(said: str) -> Iterator[str]:
    return (one + other for one, other in pairwise(said) if (one + other).isalpha())
