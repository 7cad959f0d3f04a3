"""Numbers along lines that count the rows or columns of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from more_itertools import triplewise

from ...labels.marks import Sort
from ...text.counting import are_consecutive
from ..grid import Row
from .whole_rows import RunsOfLine

_FEWEST_COLUMNS = 3
_MANY_COLUMNS = 5
_FIRST = (0, 1)
_FEWEST_ROWS = 4
"""Fewer figures may count up by chance."""


def without_numbers_of_rows(lines: list[RunsOfLine]) -> Iterator[RunsOfLine]:
    """Drop numbers, on lines without a label, that count on from the lines above.

    If the numbers before labels do not count up, they are figures.
    """
    if not _mostly_count_on([line.index for line in lines if line.index is not None]):
        yield from map(RunsOfLine.with_leading, lines)
        return
    yield from lines[:2]
    for one, two, line in triplewise(lines):
        (first, *rest), *others = line.runs
        counts_on = one.index is not None and two.index == one.index + 1
        if rest and counts_on and two.index is not None and first[2].count == two.index + 1:
            yield RunsOfLine(line.number, (rest, *others))
        else:
            yield line


def without_numbers_between(runs: tuple[Row, ...]) -> tuple[Row, ...]:
    """Drop the row numbers that stand before the labels of a line.

    Every row has one: they count up from the first, where no row can have a figure yet.
    """
    valued = [at for at, run in enumerate(runs[:-1]) if len(run) > 1 or is_number_of_row(run)]
    counts = [runs[at][-1][2].count for at in valued]
    if len(counts) < _FEWEST_ROWS or counts[0] not in _FIRST or not are_consecutive(counts):
        return runs
    if any(run[0][2].names_row for run in runs[: valued[0] + 1]):
        return runs
    kept = (run[:-1] if at in valued else run for at, run in enumerate(runs))
    return tuple(filter(None, kept))


def is_number_of_row(leading: Row) -> bool:
    """Whether the cells before the first label of a line may be just the row's number."""
    return len(leading) == 1 and leading[0][2].sort is Sort.NUMBER


def number_columns(runs: tuple[Row, ...]) -> bool:
    """Whether a line only numbers the columns: from 0, as data tools do, or many from 1."""
    if not runs or runs[0][0][2].count not in _FIRST:
        return False
    counts = [cell[2].count for run in runs for cell in run]
    fewest = _MANY_COLUMNS if counts[0] else _FEWEST_COLUMNS
    return len(counts) >= fewest and are_consecutive(counts)


def _mostly_count_on(numbers: Sequence[int]) -> bool:
    """Whether most numbers are one more than the number before, or begin anew."""
    follows = [o == one + 1 for one, o in pairwise([0, *numbers]) if not (o < one and o in _FIRST)]
    return 2 * sum(follows) >= len(follows)
