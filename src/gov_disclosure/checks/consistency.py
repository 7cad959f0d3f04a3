"""Check that the year and the charges of a report are consistent throughout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..findings import Finding, Status
from ..text.fold import fold, squeeze
from .notices import parts_under
from .rules import FEES_EXPLAINED, YEAR_OF_PERIOD, YEAR_OF_PROSE
from .subject import Audited, by_address
from .wording import plainly

_YEAR = re.compile(r"(?<!\d)(20\d\d) ?年", re.ASCII)
_REPORTED_YEAR = re.compile(
    r"(?:(?:^|[。;])\s*|现将[^。;\n]{0,30}?)(20\d\d) ?年(?! ?\d|以来|以前|起|底|初|前|至)",
    re.ASCII | re.MULTILINE,
)
"""The year at the beginning of a sentence, or named as that of the report."""

_SAID_IN = ("preamble", "overview")

_FEES = ("proactive", "fees", "amount")
_EXPLAINED_IN = "other_matters"
_EXPLANATION = re.compile("处理费|收费|收取|费用")


def findings_on_consistency(report: Audited) -> Iterator[Finding]:
    """Findings on the year in the title, and on charges."""
    if report.year is not None and str(report.year) in fold(report.title or ""):
        yield from _year_of_period(report.year, report)
        yield from _year_of_prose(report.year, report)
    yield from _fees(report)


def _year_of_period(year: int, report: Audited) -> Iterator[Finding]:
    """Whether the statistics end in the year of the title; only the end of a year decides."""
    last = report.period.last if report.period else None
    if last is None:
        return
    same = Status.PASS if last.year == year else Status.FAIL
    status = same if last == date(last.year, 12, 31) else Status.UNKNOWN
    yield YEAR_OF_PERIOD.finding(status, year=year, last=last)


def _year_of_prose(year: int, report: Audited) -> Iterator[Finding]:
    """Whether the prose names the year of the title, rather than only another one."""
    said = fold("\n".join(part.text for part in report.sections))
    opening = fold("\n".join(part.text for key in _SAID_IN for part in parts_under(report, key)))
    others = sorted(set(_REPORTED_YEAR.findall(opening)))
    if str(year) in _YEAR.findall(said):
        yield YEAR_OF_PROSE.finding(Status.PASS, year=year)
    elif others:
        yield YEAR_OF_PROSE.finding(Status.NOTICE, year=year, other=", ".join(others))


def _fees(report: Audited) -> Iterator[Finding]:
    """Whether a report with charges mentions charges for disclosure in the right section."""
    cell = by_address(report).get(_FEES)
    explained_in = parts_under(report, _EXPLAINED_IN)
    if cell is None or cell.value is None or not explained_in:
        return
    said = squeeze("".join(part.text for part in explained_in))
    status = Status.NOTICE if cell.value > 0 and not _EXPLANATION.search(said) else Status.PASS
    yield FEES_EXPLAINED.finding(
        status,
        amount=plainly(cell.value),
        heading=explained_in[0].heading,
        cells=[cell],
        spans=[part.span for part in explained_in],
    )
