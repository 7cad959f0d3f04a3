"""Check that unplaced figures can have places at which the sums of their row hold."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Status
from ..values import Code, Problem, Severity
from .rules import ROW_PLACED
from .subject import Audited


def findings_on_placing(report: Audited) -> Iterator[Finding]:
    """A finding on each row of the form whose figures could not be placed.

    They may stand at any of the row's cells, so all of these are suspects.
    """
    for problem in report.problems:
        if problem.code == Code.UNPLACED_VALUE and problem.row is not None:
            yield _of(problem, report)


def _of(problem: Problem, report: Audited) -> Finding:
    at_odds = problem.severity is Severity.ERROR
    return ROW_PLACED.finding(
        Status.NOTICE if at_odds else Status.UNKNOWN,
        cells=[c for c in report.cells if (c.table, c.row) == (problem.table, problem.row)],
        spans=[problem.span] if problem.span else [],
        figures=", ".join(problem.raw),
        place=f"{problem.table} {problem.row}",
    )
