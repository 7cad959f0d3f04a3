"""Tables whose figures only count their rows: the 代码 of a printed form that nobody filled in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from more_itertools import map_reduce

from ...problems import FIGURES_COUNT, table_unclear
from ...values import Span
from ..rows.due_row import DueRow
from .sifted import Setting, Sifted

_FEWEST = 5
"""Fewer figures may rise by chance."""
_OFTEN = 1 / 3


def without_counting(lines: Sequence[DueRow], setting: Setting) -> Sifted:
    """The lines without those of tables of which every figure is a number of its row."""
    tables = map_reduce(filter(_has_figures, lines), attrgetter("table"))
    counting = {table: some for table, some in tables.items() if _count_rows(some)}
    problems = [
        table_unclear(table, FIGURES_COUNT, Span(some[0].entry.place[0], some[-1].filled[-1][1]))
        for table, some in counting.items()
    ]
    return Sifted([line for line in lines if line.table not in counting], problems)


def _has_figures(line: DueRow) -> bool:
    return bool(line.filled)


def _count_rows(lines: Sequence[DueRow]) -> bool:
    """Whether the first figure of each row is more than in the row above, and often by one.

    Rows that the form lacks have numbers of their own, and may stand between, or on the same line.
    """
    if len(lines) < _FEWEST or any(line.due != 1 for line in lines):
        return False
    counts = [line.filled[0][2].count or 0 for line in lines]
    steps = [below - above for above, below in pairwise(counts)]
    return min(steps) > 0 and steps.count(1) >= _OFTEN * len(steps)
