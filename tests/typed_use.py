"""What users may write, and the types they get; ``mypy --strict`` reads this, nothing runs it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, assert_type

from gov_disclosure import (
    AnnualReport,
    Applications,
    Belonging,
    Cell,
    Contacts,
    ExtraRow,
    Figure,
    Finding,
    Form,
    Kind,
    LayoutRead,
    Measures,
    Metadata,
    Origin,
    Part,
    Period,
    Proactive,
    Problem,
    Proceedings,
    ReportError,
    Section,
    Severity,
    Span,
    Statistics,
    Status,
    check,
    check_series,
    from_dict,
    from_json,
    parse,
    parse_all,
    to_dict,
    to_json,
)
from gov_disclosure.tables import OtherHandling
from gov_disclosure.text.decoding import decode


def what_a_report_says(data: bytes) -> None:
    report = parse(decode(data))
    assert_type(report, AnnualReport)
    assert_type(report.form, Form | None)
    assert_type(report.year, int | None)
    assert_type(report.title, str | None)
    assert_type(report.agency, str | None)
    assert_type(report.period, Period | None)
    assert_type(report.metadata, Metadata)
    assert_type(report.metadata.published, date | None)
    assert_type(report.contacts, Contacts | None)
    assert_type(report.sections, tuple[Section, ...])
    assert_type(report.layouts, tuple[LayoutRead, ...])
    assert_type(report.extra_rows, tuple[ExtraRow, ...])
    assert_type(report.problems, tuple[Problem, ...])
    assert_type(report.account, tuple[Part, ...])
    assert_type([part.belonging for part in report.account], list[Belonging])
    assert_type(report.unread, tuple[Span, ...])
    assert_type(report.coverage, Mapping[Belonging, float])
    assert_type(parse_all(report.text), tuple[AnnualReport, ...])
    assert_type(report.offset, int)


def what_its_cells_say(report: AnnualReport) -> None:
    assert_type(report.cells, tuple[Cell, ...])
    cell = report.cell("proactive", "licensing", "decisions")
    assert_type(report.cell("statistics", "complaints"), Cell)
    assert_type(cell.value, int | Decimal | None)
    assert_type(cell.kind, Kind)
    assert_type(cell.origin, Origin | None)
    assert_type(cell.raw, str | None)
    assert_type(cell.unit, str | None)
    if cell.span is not None:
        assert_type(report.text[cell.span.start : cell.span.end], str)


def what_its_narrative_says(report: AnnualReport) -> None:
    assert_type(report.figures, tuple[Figure, ...])
    for figure in report.figures:
        assert_type(figure.number, int | Decimal)
        assert_type(figure.unit, str)
        assert_type(figure.words, str)
        assert_type(figure.span, Span)
        assert_type(figure.words_span, Span)
        assert_type(figure.section, str | None)


def what_its_tables_hold(report: AnnualReport) -> None:
    assert_type(report.proactive, Proactive | None)
    assert_type(report.applications, Applications | None)
    assert_type(report.proceedings, Proceedings | None)
    assert_type(report.statistics, Statistics | None)
    if report.proactive is not None:
        assert_type(report.proactive.licensing.decisions, int | None)
        assert_type(report.proactive.fees.amount, Decimal | None)
    if report.applications is not None:
        assert_type(report.applications.total.refused.state_secret, int | None)
        assert_type(report.applications.total.other_handling, int | OtherHandling | None)
    if report.proceedings is not None:
        assert_type(report.proceedings.review.pending, int | None)
    if report.statistics is not None:
        assert_type(report.statistics.requests.answered.refused.total, int | None)
        assert_type(report.statistics.resources.budget, Decimal | None)


def what_is_wrong_with_it(report: AnnualReport) -> list[Problem]:
    assert_type([problem.severity for problem in report.problems], list[Severity])
    try:
        report.raise_for_problems()
    except* ReportError as errors:
        found = [error.problem for error in errors.exceptions if isinstance(error, ReportError)]
        assert_type(found, list[Problem])
    return list(report.problems)


def what_an_audit_finds(report: AnnualReport, earlier: list[AnnualReport]) -> None:
    assert_type(report.check(), tuple[Finding, ...])
    assert_type(check_series([report, *earlier]), tuple[Finding, ...])
    for finding in check(report):
        assert_type(finding.status, Status)
        assert_type(finding.left, int | Decimal | None)
        assert_type(finding.difference, int | Decimal | None)
        assert_type(finding.cells, tuple[Cell, ...])
        assert_type(finding.spans, tuple[Span, ...])
        assert_type(finding.years, tuple[int, ...])
        assert_type(finding.message_zh, str)
    assert_type(report.measures, Measures)
    assert_type(report.measures.granted, Fraction | None)


def how_it_is_kept(report: AnnualReport, plain: Mapping[str, Any]) -> None:
    assert_type(to_dict(report), dict[str, Any])
    assert_type(from_dict(plain), AnnualReport)
    assert_type(to_json(report, indent=2), str)
    assert_type(from_json(to_json(report)), AnnualReport)
