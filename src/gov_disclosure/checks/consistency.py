"""Whether what a report says in one place fits what it says in another: its year, its charges."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from ..findings import Finding, Status
from ..fold import fold, squeeze
from .notices import parts_under
from .rules import FEES_EXPLAINED, YEAR_OF_PERIOD, YEAR_OF_PROSE
from .subject import Audited, by_address
from .wording import plainly

_YEAR = re.compile(r"(?<!\d)(20\d\d) ?年", re.ASCII)
_ENOUGH_MENTIONS = 2
"""A year named once in prose may be that of a law."""

_FEES = ("proactive", "fees", "amount")
_EXPLAINED_IN = "other_matters"
_EXPLANATION = re.compile("处理费|收费|收取|费用")


def consistency(report: Audited) -> Iterator[Finding]:
    """Findings on the year that the title names, and on charges."""
    if report.year is not None and str(report.year) in fold(report.title or ""):
        yield from _year_of_period(report.year, report)
        yield from _year_of_prose(report.year, report)
    yield from _fees(report)


def _year_of_period(year: int, report: Audited) -> Iterator[Finding]:
    """Whether the statistics end with the year; who counts to another day may mean either year."""
    last = report.period.last if report.period else None
    if last is None:
        return
    same = Status.PASS if last.year == year else Status.FAIL
    status = same if last == date(last.year, 12, 31) else Status.UNKNOWN
    yield YEAR_OF_PERIOD.finding(status, year=year, last=last)


def _year_of_prose(year: int, report: Audited) -> Iterator[Finding]:
    """Whether the prose names the year; worth a look if it names one other year, and repeatedly."""
    named = Counter(_YEAR.findall(fold("\n".join(part.text for part in report.sections))))
    if str(year) in named:
        yield YEAR_OF_PROSE.finding(Status.PASS, year=year)
        return
    for other, times in named.items():
        if len(named) == 1 and times >= _ENOUGH_MENTIONS:
            yield YEAR_OF_PROSE.finding(Status.NOTICE, year=year, other=other)


def _fees(report: Audited) -> Iterator[Finding]:
    """Whether charges come with a word on those for disclosure, where such a word belongs."""
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
