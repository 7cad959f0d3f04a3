"""Runs that end in the number of the row behind them, where all cells stand in one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..labels.marks import Sort
from .runs import Run

_FEWEST = 8
"""Fewer figures may count on by chance."""
_FEWEST_WITH_FIGURES = 2
"""Of rows with one figure each, nobody can tell whether it is the number of the next one."""
_MOSTLY = 2 / 3
_FIRST = (0, 1, 2)


def without_numbers_of_next(runs: Sequence[Run]) -> Sequence[Run]:
    """The runs without the numbers of rows (序号), where these stand at the end of the one before.

    They count on from run to run, behind the figures that some rows have, from one above the first
    row on, where no figure stands.  A figure that may as well be such a number is left: then the
    row has one value too many, or its own.
    """
    counts = [run.values[-1][2].count if run.values else None for run in runs]
    forward = _counting(enumerate(counts))
    if len(forward) < _FEWEST or not _tell_of_rows([runs[at] for at in forward]):
        return runs
    if any(label[2].names_row for label in runs[forward[0]].labels):
        return runs
    between = range(forward[0], forward[-1] + 1)
    if len(forward) < _MOSTLY * sum(counts[at] is not None for at in between):
        return runs
    backward = _counting_back(counts, forward[-1])
    numbers = {*forward}.intersection(backward)
    return [
        run._replace(values=run.values[:-1]) if at in numbers else run
        for at, run in enumerate(runs)
    ]


def _tell_of_rows(runs: Iterable[Run]) -> bool:
    """Whether several of the runs have a figure before the number at their end."""
    figures = (sum(mark.sort is Sort.NUMBER for _, _, mark in run.values) for run in runs)
    return sum(count > 1 for count in figures) >= _FEWEST_WITH_FIGURES


def _counting(counts: Iterable[tuple[int, int | None]]) -> Sequence[int]:
    """The places of counts that go on from a first one, each at the first place that it may have.

    >>> _counting(enumerate([None, 1, 37, 2, None, 2, 3]))
    [1, 3, 6]
    """
    found: list[int] = []
    expected = None
    for at, count in counts:
        if count is not None and (count in _FIRST if expected is None else count == expected):
            found.append(at)
            expected = count + 1
    return found


def _counting_back(counts: Sequence[int | None], last: int) -> Iterator[int]:
    """The places of the same counts, each at the last place that it may have.

    >>> list(_counting_back([None, 1, 37, 2, None, 2, 3], 6))
    [6, 5, 1]
    """
    expected = counts[last]
    for at in range(last, -1, -1):
        if expected is not None and counts[at] == expected:
            yield at
            expected -= 1
