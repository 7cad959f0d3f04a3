"""Audit one report, or several reports of one agency."""

from __future__ import annotations

from collections.abc import Iterable

from .findings import Finding
from .report import AnnualReport


def check(report: AnnualReport) -> tuple[Finding, ...]:
    r"""Audit a report: one finding for every rule, be it kept, broken or undecided.

    The same as :meth:`AnnualReport.check`.

    >>> from gov_disclosure import Status, parse
    >>> rows = "(二)申请办结数|件|4\n1.按时办结数|件|2\n2.延期办结数|件|1"
    >>> report = parse("统计指标|单位|统计数\n" + rows)
    >>> (wrong,) = (finding for finding in check(report) if finding.status is Status.FAIL)
    >>> wrong.words, wrong.left, wrong.right, wrong.difference
    ('(二)申请办结数 = 1.按时办结数 + 2.延期办结数', 4, 3, 1)

    Raises:
        TypeError: if ``report`` is not a report.
    """
    if not isinstance(report, AnnualReport):
        raise TypeError(f"check() takes a report made by parse(), not {type(report).__name__}")
    return report.check()


def check_series(reports: Iterable[AnnualReport]) -> tuple[Finding, ...]:
    """Compare the reports of one agency from year to year.

    The reports may come in any order.  Findings on single reports are not included.

    Raises:
        TypeError: if ``reports`` are not reports.
    """
    from .checks.series import findings_over

    if isinstance(reports, AnnualReport):
        raise TypeError("check_series() takes several reports; for a single one there is check()")
    given = tuple(reports)
    for report in given:
        if not isinstance(report, AnnualReport):
            kind = type(report).__name__
            raise TypeError(f"check_series() takes reports made by parse(), not {kind}")
    return findings_over(given)
