"""An audit of one report: what the forms prescribe is judged, and only as far as print tells."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product
from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generate.render import RENDERINGS, Keeps, Rendering, render
from generate.reports import MadeReport, make_report
from generate.styles import PLAIN, random_style
from gov_disclosure import (
    AnnualReport,
    Cell,
    Finding,
    Form,
    Kind,
    Origin,
    Severity,
    Status,
    check,
    from_json,
    parse,
    to_json,
)
from gov_disclosure.checks.judging import Side, judge
from gov_disclosure.checks.prescribed import sums_of
from gov_disclosure.forms import Address

every_form = pytest.mark.parametrize("form", Form)
every_layout = pytest.mark.parametrize("layout", RENDERINGS, ids=lambda layout: layout.name)

CASES = 120
MOST = 12
"""More than the figures of a side come to."""

LEAST_SHARE = 0.95


def statistics(*rows: str) -> AnnualReport:
    """A report on the form of 2014 with these rows and no others."""
    return parse("\n".join(("统计指标 | 单位 | 统计数", *rows, "")))


def concluded(total: str, on_time: str, extended: str) -> Finding:
    """What is found where these are printed for a total and its two parts."""
    report = statistics(
        f"(二)申请办结数 | 件 | {total}",
        f"1.按时办结数 | 件 | {on_time}",
        f"2.延期办结数 | 件 | {extended}",
    )
    (found,) = (f for f in report.check() if f.rule.startswith("requests.concluded.total"))
    return found


def failed(report: AnnualReport) -> list[Finding]:
    return [finding for finding in report.check() if finding.status is Status.FAIL]


def addresses(finding: Finding) -> set[Address]:
    return {(cell.table, cell.row, cell.column) for cell in finding.cells}


# One sum


def test_a_finding_shows_what_was_added_up() -> None:
    found = concluded("9", "5", "3")
    assert (found.code, found.status) == ("column-sum", Status.FAIL)
    assert found.words == "(二)申请办结数 = 1.按时办结数 + 2.延期办结数"
    assert found.rule.endswith("= requests.concluded.on_time + requests.concluded.extended")
    assert (found.left, found.right, found.difference) == (9, 8, 1)
    assert [cell.value for cell in found.cells] == [9, 5, 3]
    for said in (found.message, found.message_zh):
        assert all(words in said for words in ("统计数", *found.words.split(" = "), "5 + 3 = 8"))


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        (("8", "5", "3"), Status.PASS),
        (("0", "0", "0"), Status.PASS),
        (("9", "5", "3"), Status.FAIL),
        (("5", "5", ""), Status.UNKNOWN),
        (("9", "5", ""), Status.NOTICE),
        (("9", "5", "-"), Status.NOTICE),
        (("9", "5", "数件"), Status.UNKNOWN),
        (("4", "5", ""), Status.FAIL),
        (("4", "5", "-"), Status.FAIL),
        (("4", "5", "数件"), Status.FAIL),
        (("", "5", "3"), Status.NOTICE),
        (("-", "0", "0"), Status.UNKNOWN),
        (("", "", ""), Status.UNKNOWN),
    ],
)
def test_a_sum_is_judged_where_its_blanks_cannot_matter(
    printed: tuple[str, str, str], status: Status
) -> None:
    found = concluded(*printed)
    assert found.status is status
    is_told = status is not Status.UNKNOWN and None not in (found.left, found.right)
    assert (found.difference is not None) == is_told


def test_a_row_that_is_not_printed_leaves_its_sums_open() -> None:
    report = statistics(
        "(二)申请办结数 | 件 | 4", "1.按时办结数 | 件 | 4", "六、举报投诉数量 | 件 | 0"
    )
    (found,) = (f for f in report.check() if f.rule.startswith("requests.concluded.total"))
    assert found.status is Status.UNKNOWN
    assert [cell.kind for cell in found.cells] == [Kind.NUMBER, Kind.NUMBER, Kind.MISSING]


def cells(figures: Sequence[int | Decimal | None]) -> tuple[Cell, ...]:
    kinds = {True: Kind.BLANK, False: Kind.NUMBER}
    return tuple(
        Cell(
            table="",
            row="",
            column="",
            value=figure,
            kind=kinds[figure is None],
            origin=Origin.PRINTED,
        )
        for figure in figures
    )


def filled(side: Sequence[int | None]) -> Iterator[int]:
    """What a side can come to, whatever its blanks hold."""
    blanks = [range(MOST) if figure is None else [figure] for figure in side]
    return map(sum, product(*blanks))


sides = st.lists(st.none() | st.integers(0, 5), max_size=2)


@given(sides, sides)
def test_the_verdict_is_that_of_every_way_to_fill_the_blanks(
    left: list[int | None], right: list[int | None]
) -> None:
    agree = {one == other for one, other in product(filled(left), filled(right))}
    expected = (
        Status.UNKNOWN if len(agree) == 2 else Status.PASS if agree == {True} else Status.FAIL
    )
    assert judge(Side("", cells(left)), Side("", cells(right))) is expected


def test_amounts_are_added_up_exactly() -> None:
    found = Side("", cells([Decimal("0.1"), Decimal("0.2")]))
    assert judge(found, Side("", cells([Decimal("0.30")]))) is Status.PASS


def test_what_arithmetic_placed_is_no_evidence_for_it() -> None:
    """Blanks were lost, and the row's sum tells where its figures stand: so it cannot fail."""
    text = render(make_report(Form.F2021, 5, "blanks"), layout_named("stacked"), PLAIN)
    findings = [finding for finding in parse(text).check() if finding.code == "row-sum"]
    placed = [f for f in findings if any(cell.origin is Origin.INFERRED for cell in f.cells)]
    assert placed
    assert {finding.status for finding in placed} == {Status.UNKNOWN}
    assert all("arithmetic" in f.message and "推定" in f.message_zh for f in placed)


def layout_named(name: str) -> Rendering:
    (found,) = (layout for layout in RENDERINGS if layout.name == name)
    return found


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("3.另行办结数 | 件 | 1", Status.UNKNOWN),
        ("第3页 共5页", Status.FAIL),
        ("- 3 -", Status.FAIL),
        ("浏览次数:3", Status.FAIL),
        ("检查次数:3", Status.UNKNOWN),
        ("另行办结数3件", Status.UNKNOWN),
    ],
)
def test_a_row_that_the_form_does_not_have_may_count(line: str, status: Status) -> None:
    total, part = "(二)申请办结数 | 件 | 9", "1.按时办结数 | 件 | 5"
    report = statistics(total, part, line, "2.延期办结数 | 件 | 3")
    (found,) = (f for f in report.check() if f.rule.startswith("requests.concluded.total"))
    assert found.status is status
    assert [report.text[span.start : span.end] for span in found.spans] == [line] * (
        status is Status.UNKNOWN
    )


# All sums of a form


@every_form
@every_layout
def test_nothing_fails_where_everything_adds_up(form: Form, layout: Rendering) -> None:
    for manner in ("zeros", "mixed"):
        report = parse(render(make_report(form, 3, manner), layout, PLAIN))
        assert [finding.message for finding in failed(report)] == []


@every_form
def test_every_sum_has_a_finding(form: Form) -> None:
    """Each sum of the form once, all of them kept where every zero is printed."""
    report = parse(render(make_report(form, 1), layout_named("markdown"), PLAIN))
    found = [finding for finding in report.check() if finding.code in ("row-sum", "column-sum")]
    assert {finding.status for finding in found} == {Status.PASS}
    assert [addresses(finding) for finding in found] == [
        {*prescribed.left, *prescribed.right} for prescribed in sums_of(form)
    ]


SUMS = ("row-sum", "column-sum", "row-placed")
MANNERS = ("zeros", "blanks", "mixed", "dashes")


def suspected(report: AnnualReport) -> list[Finding]:
    """The sums that are not kept, or only if cells that are printed empty stand for figures."""
    found = (finding for finding in report.check() if finding.code in SUMS)
    return [finding for finding in found if finding.status in (Status.FAIL, Status.NOTICE)]


def changed(made: MadeReport, rng: Random) -> tuple[Address, MadeReport]:
    """The report with another figure in one cell that a sum covers and that has a figure."""
    covered = {where for each in sums_of(made.form) for where in (*each.left, *each.right)}
    where = rng.choice(sorted(where for where in covered if made.cells[where].isdecimal()))
    figure = int(made.cells[where])
    others = {figure + 1, figure + rng.randint(2, 99), max(0, figure - 1)} - {figure}
    return where, attrs.evolve(made, cells={**made.cells, where: str(rng.choice(sorted(others)))})


def test_a_changed_figure_is_among_the_suspects() -> None:
    """Where digits run together, only sums place them: those that are wrong place nothing."""
    rng = Random(2021)
    layouts = [layout for layout in RENDERINGS if layout.keeps is not Keeps.CHARACTERS]
    missed = []
    for number in range(CASES):
        form, layout = list(Form)[number % len(Form)], layouts[number % len(layouts)]
        consistent = make_report(form, number, rng.choice(MANNERS))
        style = random_style(layout.breaks, rng)
        assert suspected(parse(render(consistent, layout, style))) == []
        where, made = changed(consistent, rng)
        report = parse(render(made, layout, style))
        if not any(where in addresses(finding) for finding in suspected(report)):
            missed.append(f"{form.value} {layout.name} {number}: {' '.join(where)}")
    share = 1 - len(missed) / CASES
    listed = "\n".join(missed)
    assert share >= LEAST_SHARE, f"{share:.0%} of the changed figures were named, not\n{listed}"


def stacked_row(*values: str) -> AnnualReport:
    """A table of applications in which one row has kept these cells only."""
    whole = render(make_report(Form.F2021, 5), layout_named("stacked"), PLAIN)
    begins = whole.index("一、本年新收")
    label, _, behind = whole[begins:].partition("\n")
    rest = behind[behind.index("二、上年结转") :]
    return parse(whole[:begins] + "\n".join((label, *values, rest)))


@pytest.mark.parametrize(
    ("values", "status", "severity"),
    [
        (("3", "4"), Status.NOTICE, Severity.ERROR),
        (("3", "4", "8"), Status.NOTICE, Severity.ERROR),
        (("3", "4", "7"), Status.UNKNOWN, Severity.WARNING),
        (("3",) * 9, Status.UNKNOWN, Severity.WARNING),
    ],
)
def test_figures_without_a_place_are_held_against_their_sum(
    values: tuple[str, ...], status: Status, severity: Severity
) -> None:
    report = stacked_row(*values)
    (problem,) = (p for p in report.problems if p.row == "new")
    assert (problem.code, problem.severity) == ("unplaced-value", severity)
    assert (problem.table, problem.raw) == ("applications", values)
    (found,) = (f for f in report.check() if f.code == "row-placed" and f.cells[0].row == "new")
    assert found.status is status
    assert Kind.MISSING in {cell.kind for cell in found.cells}
    assert found.spans == (problem.span,)


def test_a_suspect_leads_back_to_the_text() -> None:
    _, made = changed(make_report(Form.F2019, 0), Random(7))
    report = parse(render(made, layout_named("pipes"), PLAIN))
    spans = [cell.span for finding in failed(report) for cell in finding.cells]
    assert spans
    assert all(span and report.text[span.start : span.end].strip() for span in spans)


def test_sums_that_all_possible_forms_share_need_no_form() -> None:
    """The table of proceedings is the same on two forms, so its labels do not tell which it is."""
    whole = render(make_report(Form.F2021, 4), layout_named("pipes"), PLAIN)
    report = parse(whole[whole.rindex("四、") : whole.index("五、")])
    assert report.form is None
    kept = [finding.code for finding in report.check() if finding.status is Status.PASS]
    assert kept.count("row-sum") == 3


def test_a_report_from_json_has_the_same_findings() -> None:
    _, made = changed(make_report(Form.F2021, 2), Random(3))
    report = parse(render(made, layout_named("html"), PLAIN))
    assert from_json(to_json(report)).check() == report.check()


def test_check_is_also_a_function() -> None:
    report = statistics("(二)申请办结数 | 件 | 4", "1.按时办结数 | 件 | 4", "2.延期办结数 | 件 | 1")
    assert check(report) == report.check()
    with pytest.raises(TypeError, match="not str"):
        check(report.text)  # type: ignore[arg-type]


def test_a_text_without_tables_has_no_sums() -> None:
    assert parse("今天食堂吃面。").check() == ()


SNIPPETS = (
    "一、总体情况",
    "其他需要报告的事项",
    "行政许可 | 3",
    "总计",
    "2022年",
    "{0}",
    "\x00",
    "\ud800",
    "\n",
)


@given(st.lists(st.sampled_from(SNIPPETS), max_size=30).map("".join))
def test_any_text_can_be_checked(text: str) -> None:
    report = parse(text)
    spans = [span for finding in report.check() for span in finding.spans]
    assert all(0 <= span.start <= span.end <= len(report.text) for span in spans)
