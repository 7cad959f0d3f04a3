"""An audit of several reports: what one year leaves to the next, and what does not fit."""

from collections.abc import Mapping

import pytest

from generate.render import RENDERINGS, render
from generate.reports import MadeReport, Value, completed, spelled
from generate.styles import PLAIN
from gov_disclosure import AnnualReport, Finding, Form, Status, check_series, parse
from gov_disclosure.checks import rules
from gov_disclosure.checks.prescribed import yearly_sums_of
from gov_disclosure.forms import Address

(PIPES,) = (layout for layout in RENDERINGS if layout.name == "pipes")

LEFT: Address = ("applications", "carried_forward", "natural_person")
CAME: Address = ("applications", "carried_over", "natural_person")
GRANTED: Address = ("applications", "granted", "natural_person")
ISSUED, REPEALED, IN_FORCE = (
    ("proactive", "normative_documents", column) for column in ("issued", "repealed", "in_force")
)
LICENCES: Address = ("proactive", "licensing", "decisions")
FEES: Address = ("proactive", "fees", "amount")


def report(
    year: int,
    figures: Mapping[Address, Value] | None = None,
    *,
    form: Form = Form.F2021,
    agency: str = "示例镇",
) -> AnnualReport:
    """The report of a year with these figures, what follows from them, and zeros."""
    cells = {where: spelled(value) for where, value in completed(form, figures or {}).items()}
    made = MadeReport(form=form, year=year, agency=agency, cells=cells)
    return parse(render(made, PIPES, PLAIN))


def undated() -> AnnualReport:
    return parse("第二十条第(五)项\n信息内容 | 本年处理决定数量\n行政许可 | 29")


def found(code: str, *reports: AnnualReport) -> list[Finding]:
    """The findings of that code that are no pass."""
    findings = (finding for finding in check_series(reports) if finding.code == code)
    return [finding for finding in findings if finding.status is not Status.PASS]


def test_years_that_fit_keep_every_rule() -> None:
    first = report(2021, {LEFT: 3, GRANTED: 4, IN_FORCE: 9})
    second = report(2022, {CAME: 3, GRANTED: 5, IN_FORCE: 10, ISSUED: 2, REPEALED: 1})
    findings = check_series([second, first])
    assert {finding.status for finding in findings} == {Status.PASS}
    assert {finding.code for finding in findings} == {
        "yearly-row-sum",
        "yearly-column-sum",
        rules.SAME_FORM.code,
    }


def test_what_was_carried_forward_is_what_is_carried_over() -> None:
    later = report(2022, {CAME: 2, GRANTED: 5})
    person, total = found("yearly-column-sum", report(2021, {LEFT: 3, GRANTED: 4}), later)
    assert person.status is total.status is Status.FAIL
    assert person.rule == "carried_over = last_year.carried_forward"
    assert (person.left, person.right, person.difference) == (2, 3, -1)
    assert [(cell.row, cell.value) for cell in person.cells] == [
        ("carried_over", 2),
        ("carried_forward", 3),
    ]
    assert person.years == (2022, 2021)


def test_documents_in_force_are_those_of_last_year_and_the_new_ones() -> None:
    later = report(2022, {IN_FORCE: 12, ISSUED: 2, REPEALED: 1})
    (documents,) = found("yearly-row-sum", report(2021, {IN_FORCE: 9}), later)
    assert (documents.left, documents.right) == (13, 11)
    assert documents.years == (2022, 2022, 2022, 2021)
    assert "现行有效件数(上年)" in documents.words


def test_a_form_without_a_term_of_a_rule_is_free_of_it() -> None:
    codes = {form: {each.code for each in yearly_sums_of(form)} for form in Form}
    assert codes[Form.F2014] == set()
    assert codes[Form.F2019] == {"column-sum"}
    assert codes[Form.F2021] == {"column-sum", "row-sum"}


def test_applications_are_carried_over_from_one_form_to_the_next() -> None:
    earlier = report(2020, {LEFT: 3, GRANTED: 4}, form=Form.F2019)
    person, _ = found("yearly-column-sum", earlier, report(2021, {CAME: 2, GRANTED: 5}))
    assert person.status is Status.FAIL
    (change,) = found(rules.SAME_FORM.code, earlier, report(2021))
    assert change.status is Status.NOTICE


def test_a_blank_of_last_year_may_be_what_is_carried_over() -> None:
    blank = parse(report(2021).text.replace("0 | 0 | 0 | 0 | 0 | 0 | 0", "| | | | | |"))
    findings = found("yearly-column-sum", blank, report(2022, {CAME: 2, GRANTED: 5}))
    assert {finding.status for finding in findings} == {Status.UNKNOWN, Status.NOTICE}


@pytest.mark.parametrize(
    ("where", "before", "now", "jumps"),
    [
        (LICENCES, 12, 120, True),
        (LICENCES, 120, 12, True),
        (LICENCES, 0, 100, True),
        (LICENCES, 5, 99, False),
        (LICENCES, 100, 999, False),
        (FEES, 25, 250000, True),
        (GRANTED, 20, 3000, True),
    ],
)
def test_a_figure_of_another_size_is_worth_a_look(
    where: Address, before: int, now: int, jumps: bool
) -> None:
    findings = found(rules.NO_JUMP.code, report(2021, {where: before}), report(2022, {where: now}))
    assert {finding.status for finding in findings} <= {Status.NOTICE}
    rows = {cell.row for finding in findings for cell in finding.cells}
    assert (where[1] in rows) == jumps
    assert all((f.left, f.right, f.years) == (now, before, (2022, 2021)) for f in findings)


def test_a_total_speaks_for_its_parts() -> None:
    findings = found(rules.NO_JUMP.code, report(2021), report(2022, {GRANTED: 300}))
    assert {cell.column for finding in findings for cell in finding.cells} == {"total"}


def test_a_missing_year_is_told_and_nothing_compared_across_it() -> None:
    findings = check_series([report(2021, {LEFT: 3}), report(2023, {CAME: 9})])
    assert [(f.code, f.status, f.years) for f in findings] == [
        (rules.NO_GAP.code, Status.NOTICE, (2021, 2023))
    ]


def test_two_reports_of_one_year_are_compared_with_no_other() -> None:
    findings = check_series([report(2021), report(2022, {CAME: 1}), report(2022)])
    assert [(f.code, f.status, f.years) for f in findings] == [
        (rules.YEAR_ONCE.code, Status.NOTICE, (2022,))
    ]


def test_a_report_without_a_year_is_left_out() -> None:
    findings = check_series([undated()])
    assert [(f.code, f.status) for f in findings] == [(rules.YEAR_KNOWN.code, Status.UNKNOWN)]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("石桥县教育局", "云溪区水务局", True),
        ("石桥县人民政府", "石桥县教育局", True),
        ("石桥县教育局", "教育局", False),
        ("青柳镇", "青柳镇人民政府", False),
    ],
)
def test_reports_of_two_agencies_are_not_compared(one: str, other: str, told: bool) -> None:
    findings = check_series([report(2021, agency=one), report(2022, {CAME: 1}, agency=other)])
    assert (findings[0].code == rules.ONE_AGENCY.code) == told
    assert told == (len(findings) == 1)


def test_it_takes_reports_and_nothing_else() -> None:
    assert check_series([]) == ()
    assert check_series([report(2021)]) == ()
    with pytest.raises(TypeError, match="several reports"):
        check_series(report(2021))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="not str"):
        check_series(["报告"])  # type: ignore[list-item]
