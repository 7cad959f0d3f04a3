"""Check that the reports of one agency are consistent from year to year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Any

from ..findings import Finding, Status
from ..text.fold import squeeze
from .jumps import jumps
from .rules import NO_GAP, ONE_AGENCY, SAME_FORM, YEAR_KNOWN, YEAR_ONCE, ReportRule
from .subject import Audited, Pair
from .sums import sums_between

_BODY = re.compile("(?:人民政府|办事处|委员会)$")
"""The end of an agency's name that some reports leave out."""


def findings_over(reports: Sequence[Audited]) -> tuple[Finding, ...]:
    """Findings on the reports as a series, then on each year and the year before it.

    Reports without a year, and years with several reports, are compared with no other.
    """
    by_year: dict[int, list[Audited]] = defaultdict(list)
    for report in reports:
        if report.year is not None:
            by_year[report.year].append(report)
    compared = chain.from_iterable(_between(pair) for pair in _pairs(by_year))
    return (*_undated(reports), *_doubled(by_year), *_gaps(by_year), *compared)


def _undated(reports: Sequence[Audited]) -> Iterator[Finding]:
    for number, report in enumerate(reports, 1):
        if report.year is None:
            name = report.title or report.agency or "?"
            yield YEAR_KNOWN.finding(Status.UNKNOWN, number=number, name=name)


def _doubled(by_year: Mapping[int, Sequence[Audited]]) -> Iterator[Finding]:
    for year, reports in sorted(by_year.items()):
        if len(reports) > 1:
            yield YEAR_ONCE.finding(Status.NOTICE, year=year, times=len(reports), years=[year])


def _gaps(by_year: Mapping[int, Sequence[Audited]]) -> Iterator[Finding]:
    for before, year in pairwise(sorted(by_year)):
        if year > before + 1:
            yield NO_GAP.finding(Status.NOTICE, before=before, year=year, years=[before, year])


def _pairs(by_year: Mapping[int, Sequence[Audited]]) -> Iterator[Pair]:
    """Pairs of consecutive years with a single report each."""
    for before, year in pairwise(sorted(by_year)):
        if year == before + 1 and len(by_year[before]) == len(by_year[year]) == 1:
            yield Pair(year, by_year[before][0], by_year[year][0])


def _between(pair: Pair) -> Iterator[Finding]:
    """The findings on two consecutive years; for two agencies only that they differ."""
    names = pair.before.agency, pair.now.agency
    if not _may_be_one(*names):
        yield _of_pair(ONE_AGENCY, Status.NOTICE, pair, other=names[0], agency=names[1])
        return
    yield from _form(pair)
    yield from sums_between(pair)
    yield from jumps(pair)


def _may_be_one(one: str | None, other: str | None) -> bool:
    """Whether two names can be of one agency, as some reports leave out its place or kind.

    >>> _may_be_one("石桥县教育局", "教育局"), _may_be_one("青柳镇", "青柳镇人民政府")
    (True, True)
    >>> _may_be_one("石桥县", "石桥县教育局")
    False
    """
    if one is None or other is None:
        return True
    short, long = sorted((_BODY.sub("", squeeze(name)) for name in (one, other)), key=len)
    return long.endswith(short)


def _form(pair: Pair) -> Iterator[Finding]:
    before, now = pair.before.form, pair.now.form
    if before is not None and now is not None:
        status = Status.PASS if before is now else Status.NOTICE
        yield _of_pair(SAME_FORM, status, pair, other=before.value, form=now.value)


def _of_pair(rule: ReportRule, status: Status, pair: Pair, **particulars: Any) -> Finding:
    before, year = pair.years
    return rule.finding(status, before=before, year=year, years=pair.years, **particulars)
