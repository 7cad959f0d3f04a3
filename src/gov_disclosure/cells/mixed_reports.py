"""Tables printed twice with different figures: the text may hold several reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..problems import reports_mixed
from ..values import Code, Problem
from .rows.due_row import DueRow


def mixed_report_problems(
    lines: Iterable[DueRow], problems: Sequence[Problem]
) -> Iterator[Problem]:
    """A problem that the text seems to hold several reports, if most repeated rows contradict.

    A single row that contradicts itself may have been corrected.
    """
    at_odds = [problem for problem in problems if problem.code == Code.CONFLICTING_VALUES]
    contradicting = {(problem.table, problem.row) for problem in at_odds}
    if len(contradicting) <= 1:
        return
    counting = Counter((line.table, line.row) for line in lines if line.counts_something)
    twice = {row for row, times in counting.items() if times > 1} | contradicting
    if 2 * len(contradicting) > len(twice) and at_odds[0].span is not None:
        yield reports_mixed(at_odds[0].span)
