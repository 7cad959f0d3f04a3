"""Tables that stand twice with other figures: those of several reports, not one corrected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..problems import reports_mixed
from ..values import Problem
from .rows.due_row import DueRow

_FEWEST = 2
"""A single row may have been corrected."""


def told_as_mixed(lines: Iterable[DueRow], problems: Sequence[Problem]) -> Iterator[Problem]:
    """That the text seems to hold several reports, if most rows that stand twice contradict."""
    at_odds = [problem for problem in problems if problem.code == "conflicting-values"]
    contradicting = {(problem.table, problem.row) for problem in at_odds}
    if len(contradicting) < _FEWEST:
        return
    counting = Counter((line.table, line.row) for line in lines if line.counts_something)
    twice = {row for row, times in counting.items() if times > 1} | contradicting
    if 2 * len(contradicting) > len(twice) and at_odds[0].span is not None:
        yield reports_mixed(at_odds[0].span)
