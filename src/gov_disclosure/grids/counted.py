"""Runs without the numbers that only count the columns above them, or the row below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from ..labels.marks import BLANK, NUMBERING, Sort
from ..labels.running_numbers import ENOUGH, MANY
from ..layouts.grid import Row
from .runs import Run

_BEFORE = frozenset({Sort.BLANK, Sort.TEXT})
"""What may stand before column numbers: nothing, or letters for the columns of labels."""
_FEWEST_ROW_NUMBERS = 8
"""Fewer figures may count up by chance."""
_FEWEST_WITH_FIGURES = 2
"""If each row has just one figure, it is not known whether it numbers the next row."""
_MOSTLY = 2 / 3
_FIRST = (0, 1, 2)
"""The number of the first row; of the second, if nothing stands above the first."""


def without_column_numbers(run: Run) -> Run:
    """Drop the column numbers that stand below the labels of a header.

    They are recognised by letters or brackets, or because many count up from one.

    >>> from gov_disclosure.labels.marks import MARKS
    >>> said = "1 2 3 4 5 9 0".split()
    >>> run = without_column_numbers(Run([], [(0, 1, MARKS[cell]) for cell in said], 7))
    >>> [mark.count for _, _, mark in run.values]
    [9, 0]
    """
    if len(run.values) < ENOUGH or (run.labels and run.labels[-1][2].names_row):
        return run
    if _are_column_numbers(run.values):
        return run._replace(values=[])
    if len(run.values) < MANY:
        return run
    first = next((at for at, cell in enumerate(run.values) if cell[2].sort not in _BEFORE), 0)
    counted = takewhile(
        _equals_its_place, enumerate((cell[2].count for cell in run.values[first:]), 1)
    )
    numbers = sum(1 for _ in counted)
    return run if numbers < MANY else run._replace(values=run.values[first + numbers :])


def _are_column_numbers(cells: Row) -> bool:
    """Whether cells are nothing but column numbers, at least one of them with its letter."""
    marks = [mark for _, _, mark in cells if mark is not BLANK]
    counts = [mark.count for mark in marks if mark is not NUMBERING]
    is_mixed = len(marks) >= ENOUGH and len(counts) < len(marks)
    return is_mixed and counts == list(range(1, len(counts) + 1))


def _equals_its_place(pair: tuple[int, int | None]) -> bool:
    return pair[0] == pair[1]


def without_numbers_of_next(runs: Sequence[Run]) -> Sequence[Run]:
    """Drop the numbers of rows (序号) that were read at the end of the row before.

    They count up from run to run, behind the figures of several rows, and begin above the first
    row, where no figure stands.  A figure that may as well be such a number is kept: then the row
    has one value too many, or just its own.
    """
    counts = [run.values[-1][2].count if run.values else None for run in runs]
    forward = _counted_forward(enumerate(counts))
    if len(forward) < _FEWEST_ROW_NUMBERS or not _have_figures_before_numbers(
        [runs[at] for at in forward]
    ):
        return runs
    if any(label[2].names_row for label in runs[forward[0]].labels):
        return runs
    between = range(forward[0], forward[-1] + 1)
    if len(forward) < _MOSTLY * sum(counts[at] is not None for at in between):
        return runs
    backward = _counted_backward(counts, forward[-1])
    numbers = {*forward}.intersection(backward)
    return [
        run._replace(values=run.values[:-1]) if at in numbers else run
        for at, run in enumerate(runs)
    ]


def _have_figures_before_numbers(runs: Iterable[Run]) -> bool:
    """Whether several runs have a figure before the number at their end."""
    figures = (sum(mark.sort is Sort.NUMBER for _, _, mark in run.values) for run in runs)
    return sum(count > 1 for count in figures) >= _FEWEST_WITH_FIGURES


def _counted_forward(counts: Iterable[tuple[int, int | None]]) -> Sequence[int]:
    """The places of counts that go on from a first one, each at its first possible place.

    >>> _counted_forward(enumerate([None, 1, 37, 2, None, 2, 3]))
    [1, 3, 6]
    """
    found: list[int] = []
    expected = None
    for at, count in counts:
        if count is not None and (count in _FIRST if expected is None else count == expected):
            found.append(at)
            expected = count + 1
    return found


def _counted_backward(counts: Sequence[int | None], last: int) -> Iterator[int]:
    """The places of the same counts, each at its last possible place.

    >>> list(_counted_backward([None, 1, 37, 2, None, 2, 3], 6))
    [6, 5, 1]
    """
    expected = counts[last]
    for at in range(last, -1, -1):
        if expected is not None and counts[at] == expected:
            yield at
            expected -= 1
