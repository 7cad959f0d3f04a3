"""Rows of a grid as runs: labels side by side, and the values behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from ..labels.marks import BLANK, NUMBERING, Sort
from ..layouts.grid import Located, Row
from ..text.source import Place

_MOST_BEFORE = 64
"""No table has more columns."""
_FEWEST = 3
_FEWEST_NUMBERS = 5
"""Fewer figures may be in order by chance."""

_BEFORE = frozenset({Sort.BLANK, Sort.TEXT})
"""What may stand before column numbers: nothing, or letters for the columns of labels."""


class Run(NamedTuple):
    """Labels that stand side by side, and the values behind the last of them.

    ``width`` counts the cells of the whole row, ``behind`` those before the values.  ``spaced``
    says that empty cells stand between the labels.  ``before`` are the cells before the first label
    of the row; on a row without figures, those before the run.
    """

    labels: Row
    values: Row
    width: int
    behind: int = 0
    spaced: bool = False
    before: Sequence[Located] = ()

    @property
    def line(self) -> Row:
        """The run with the cells before it; empty if there are none."""
        return [*self.before, *self.labels, *self.values] if self.before else []

    @property
    def whole(self) -> Place:
        """The place of the whole run."""
        first, last = self.labels or self.values, self.values or self.labels
        return first[0][0], last[-1][1]

    @property
    def said_until(self) -> int:
        """Where the last cell ends that is not empty."""
        cells = (*self.labels, *self.values)
        return max([end for _, end, mark in cells if mark is not BLANK], default=self.whole[0])


def runs_of(row: Row) -> Iterable[Run]:
    """Split a row into runs; the cells before its first label, if it has one, belong to none."""
    at = [place for place, cell in enumerate(row) if cell[2].terms]
    if not at:
        return [Run([], row, len(row))]
    first, last = at[0], at[-1]
    if last - first + 1 == len(at):
        labels, values = row[first : last + 1], row[last + 1 :]
        return [Run(labels, values, len(row), last + 1, before=row[:first])]
    return _runs_between(row, at)


def without_column_numbers(run: Run) -> Run:
    """Drop the column numbers that stand below the labels of a header.

    They are recognised by letters or brackets, or because five or more count up from one.

    >>> from gov_disclosure.labels.marks import MARKS
    >>> said = "1 2 3 4 5 9 0".split()
    >>> run = without_column_numbers(Run([], [(0, 1, MARKS[cell]) for cell in said], 7))
    >>> [mark.count for _, _, mark in run.values]
    [9, 0]
    """
    if len(run.values) < _FEWEST or (run.labels and run.labels[-1][2].names_row):
        return run
    if _are_column_numbers(run.values):
        return run._replace(values=[])
    if len(run.values) < _FEWEST_NUMBERS:
        return run
    first = next((at for at, cell in enumerate(run.values) if cell[2].sort not in _BEFORE), 0)
    counted = takewhile(
        _equals_its_place, enumerate((cell[2].count for cell in run.values[first:]), 1)
    )
    numbers = sum(1 for _ in counted)
    return run if numbers < _FEWEST_NUMBERS else run._replace(values=run.values[first + numbers :])


def _are_column_numbers(cells: Row) -> bool:
    """Whether cells are nothing but column numbers, at least one of them with its letter."""
    marks = [mark for _, _, mark in cells if mark is not BLANK]
    counts = [mark.count for mark in marks if mark is not NUMBERING]
    is_mixed = len(marks) >= _FEWEST and len(counts) < len(marks)
    return is_mixed and counts == list(range(1, len(counts) + 1))


def _equals_its_place(pair: tuple[int, int | None]) -> bool:
    return pair[0] == pair[1]


def _runs_between(row: Row, at: list[int]) -> Iterator[Run]:
    """Split a row at its labels, with values or empty cells between them, into runs.

    If no cell is a figure, the row is one line of labels and words, and each run keeps what stands
    before it.
    """
    labels: Row = []
    spaced = False
    is_one = all(mark.terms or mark.is_words or mark is BLANK for _, _, mark in row)
    before = row[: at[0]]
    for label, following in pairwise([*at, len(row)]):
        labels.append(row[label])
        values = row[label + 1 : following]
        filler = following < len(row) and all(cell[2] is BLANK for cell in values)
        if filler:
            spaced = spaced or bool(values)
            labels += values
            continue
        yield Run(labels, values, len(row), label + 1, spaced, before)
        labels, spaced = [], False
        before = row[max(0, following - _MOST_BEFORE) : following] if is_one else before
