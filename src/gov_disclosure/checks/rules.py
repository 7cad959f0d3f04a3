"""The rules that are no sums: what each is called, and the finding that comes of it."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from ..findings import Finding, Status
from ..values import Cell, Span


@attrs.frozen
class ReportRule:
    """A rule about a report as a whole: its code, what it says, and the same in words."""

    code: str
    rule: str
    words: str

    def finding(
        self,
        status: Status,
        message: str,
        message_zh: str,
        *,
        cells: Iterable[Cell] = (),
        spans: Iterable[Span] = (),
        years: Iterable[int] = (),
    ) -> Finding:
        """What came of it in one place."""
        return Finding(
            code=self.code,
            status=status,
            rule=self.rule,
            words=self.words,
            message=message,
            message_zh=message_zh,
            cells=tuple(cells),
            spans=tuple(spans),
            years=tuple(years),
        )


SECTION_PRESENT = ReportRule(
    "section-present", "section in text", "the report has every part that its notice prescribes"
)
SECTION_ONCE = ReportRule(
    "section-once", "count(section) = 1", "no part of the report stands in it twice"
)
SECTION_FILLED = ReportRule(
    "section-filled", "section != nothing", "a part of the report says something"
)
TABLE_PRESENT = ReportRule(
    "table-present", "table in section", "beneath the heading of a table stands the table"
)
ZEROS_PRINTED = ReportRule(
    "zeros-printed", "cell != blank", "where there is nothing to report, the form wants a 0"
)
YEAR_OF_PERIOD = ReportRule(
    "year-of-period", "year = period.last.year", "title and statistics are of the same year"
)
YEAR_OF_PROSE = ReportRule(
    "year-of-prose", "year in sections", "the prose speaks of the year in the title"
)
FEES_EXPLAINED = ReportRule(
    "fees-explained",
    "fees.amount = 0 or 信息处理费 in text",
    "a report that prints charges says whether any were for disclosure (信息处理费)",
)
YEAR_KNOWN = ReportRule("year-known", "year != None", "every report of a series has a year")
ONE_AGENCY = ReportRule("one-agency", "agency = last_year.agency", "a series is of one agency")
YEAR_ONCE = ReportRule("year-once", "count(year) = 1", "a series has one report for each year")
NO_GAP = ReportRule("no-gap", "year = last_year.year + 1", "a series leaves out no year")
SAME_FORM = ReportRule("same-form", "form = last_year.form", "both years are on the same form")
NO_JUMP = ReportRule(
    "no-jump",
    "max(figure, last_year.figure) < 10 * min(figure, last_year.figure)",
    "a figure of a hundred or more is not ten times, nor a tenth of, that of the year before",
)
