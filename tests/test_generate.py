"""The made-up reports obey their form, and every layout prints all of their figures."""

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generate.printed import printed_tables
from generate.render import RENDERINGS, Keeps, Rendering, told, written
from generate.reports import (
    MANNERS,
    MadeReport,
    Value,
    addresses_of,
    made_reports,
    make_report,
    spelled,
    units_of,
)
from generate.styles import (
    NUMERALS,
    PLAIN,
    SIGNS,
    SPELLINGS,
    Break,
    Numerals,
    Signs,
    Spelling,
    Style,
    random_style,
    styles,
)
from generate.width import width
from gov_disclosure.declare import Form
from gov_disclosure.forms import Address, tables_of
from gov_disclosure.text.fold import fold, squeeze
from gov_disclosure.text.numerals import as_count, read_number
from gov_disclosure.values import Kind

every_form = pytest.mark.parametrize("form", Form)
every_manner = pytest.mark.parametrize("manner", MANNERS)
every_layout = pytest.mark.parametrize("layout", RENDERINGS, ids=lambda layout: layout.name)

few = settings(max_examples=settings().max_examples // 33)


def figures(report: MadeReport) -> Mapping[Address, Value]:
    """The figures with zeros for whatever stands for them."""
    return {where: report.expected(where).value or 0 for where in report.cells}


def total(found: Mapping[Address, Value], table: str, rows: Iterable[str], column: str) -> Value:
    return sum((found[table, row, column] for row in rows), start=0)


def assert_applications_add_up(report: MadeReport) -> None:
    found = figures(report)
    (table,) = (table for table in tables_of(report.form) if table.key == "applications")
    rows = [row.key for row in table.rows]
    applicants = [column.key for column in table.blocks[0].columns]
    ends = ("new", "carried_over", "total_handled", "carried_forward")
    results = [row for row in rows if row not in ends]
    for row in rows:
        *parts, whole = (found["applications", row, applicant] for applicant in applicants)
        assert whole == sum(parts)
    for applicant in applicants:
        new, before, handled, after = (found["applications", row, applicant] for row in ends)
        assert new + before == handled + after
        assert handled == total(found, "applications", results, applicant)


def assert_proceedings_add_up(report: MadeReport) -> None:
    found = figures(report)
    for row in ("review", "litigation_direct", "litigation_after_review"):
        *parts, whole = (found["proceedings", row, column] for column in OUTCOMES)
        assert whole == sum(parts)


OUTCOMES = ("upheld", "corrected", "other", "pending", "total")

GROUPS_OF_2014 = {
    "requests.received.total": "in_person fax online letter",
    "requests.concluded.total": "on_time extended",
    "requests.answered.total": "already_public granted partially_granted refused.total "
    "not_this_agency not_existing correction_requested other_channels",
    "requests.answered.refused.total": "state_secret trade_secret personal_privacy "
    "security_stability not_government_information other_legal",
    "review.total": "upheld corrected other",
    "litigation.total": "upheld corrected other",
    "resources.staff.total": "full_time part_time",
}


def assert_statistics_add_up(report: MadeReport) -> None:
    found = figures(report)
    for whole, parts in GROUPS_OF_2014.items():
        rows = [whole.removesuffix("total") + part for part in parts.split()]
        assert found["statistics", whole, "value"] == total(found, "statistics", rows, "value")
    (table,) = tables_of(Form.F2014)
    subjects = [row.key for row in table.rows if row.key.startswith("requests.subjects.")]
    assert len(subjects) == 19
    assert 2 * found["statistics", "requests.subjects.total", "value"] == total(
        found, "statistics", subjects, "value"
    )


def assert_obeys_its_form(report: MadeReport) -> None:
    assert set(report.cells) == set(units_of(report.form))
    if report.form is Form.F2014:
        assert_statistics_add_up(report)
    else:
        assert_applications_add_up(report)
        assert_proceedings_add_up(report)


@every_form
@every_manner
@few
@given(st.data())
def test_made_reports_obey_their_form(form: Form, manner: str, data: st.DataObject) -> None:
    assert_obeys_its_form(data.draw(made_reports(form, MANNERS[manner])))


@every_form
@every_manner
def test_reports_made_by_chance_obey_their_form_and_are_repeated(form: Form, manner: str) -> None:
    for seed in range(20):
        report = make_report(form, seed, manner)
        assert_obeys_its_form(report)
        assert report == make_report(form, seed, manner)


@every_form
def test_manners_differ_only_in_what_stands_for_zero(form: Form) -> None:
    kinds = {
        "zeros": {Kind.NUMBER},
        "blanks": {Kind.NUMBER, Kind.BLANK},
        "dashes": {Kind.NUMBER, Kind.DASH},
        "mixed": {Kind.NUMBER, Kind.BLANK, Kind.DASH},
    }
    plain = figures(make_report(form, 5, "zeros"))
    for manner, expected in kinds.items():
        report = make_report(form, 5, manner)
        assert figures(report) == plain
        assert {report.expected(where).kind for where in report.cells} == expected


def test_money_has_decimals_and_changes_have_signs() -> None:
    reports = [make_report(Form.F2019, seed) for seed in range(20)]
    money = [report.expected(("proactive", "procurement", "amount")).value for report in reports]
    changes = [report.expected(("proactive", "fees", "change")).value for report in reports]
    assert all(isinstance(amount, Decimal) for amount in money)
    assert any(amount % 1 for amount in money if amount is not None)
    assert min(change for change in changes if change is not None) < 0


@every_form
def test_printed_tables_are_covered_by_their_cells_without_overlap(form: Form) -> None:
    for table in printed_tables(form):
        covered = [
            (row, column)
            for cell in table.cells
            for row in range(cell.top, cell.bottom)
            for column in range(cell.left, cell.right)
        ]
        assert len(covered) == len(set(covered))
        assert len(covered) == table.height * table.width


@every_form
def test_printed_tables_hold_every_figure_once_and_every_label(form: Form) -> None:
    for declared, table in zip(tables_of(form), printed_tables(form), strict=True):
        addresses = sorted(cell.address for cell in table.cells if cell.address)
        assert addresses == sorted(addresses_of(declared))
        labels = {cell.text for cell in table.cells}
        lines = [line for block in declared.blocks for line in (*block.rows, *block.columns)]
        assert labels >= {line.label for line in lines if line.key != "value"}
        assert labels >= {heading for line in lines for heading in line.headings}


def a_report_in_a_style(
    data: st.DataObject, form: Form, layout: Rendering
) -> tuple[MadeReport, Style]:
    report = data.draw(made_reports(form, MANNERS["mixed"]))
    return report, data.draw(styles(layout.breaks))


@every_form
@every_layout
@few
@given(data=st.data())
def test_every_layout_prints_everything_and_figures_in_their_order(
    form: Form, layout: Rendering, data: st.DataObject
) -> None:
    report, style = a_report_in_a_style(data, form, layout)
    for table in written(report, style):
        drawn = layout.draw(table, style)
        cells = table.cells if layout.is_whole else [cell for cell in table.cells if cell.address]
        assert letters("".join(cell.text for cell in cells)) <= letters(drawn)
        at = 0
        for cell in table.cells:
            if cell.address:
                at = drawn.index(cell.text, at) + len(cell.text)


def letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, text.replace("<br>", "")))


@every_form
@pytest.mark.parametrize(
    "layout", [x for x in RENDERINGS if "boxes" in x.name], ids=lambda layout: layout.name
)
def test_boxes_are_rectangles(form: Form, layout: Rendering) -> None:
    style = random_style(layout.breaks, Random(form.value))
    for table in written(make_report(form, 1, "mixed"), style):
        lines = layout.draw(table, style).split("\n")
        assert len({width(line) for line in lines}) == 1


@every_form
@pytest.mark.parametrize("spell", SPELLINGS)
def test_spellings_leave_the_folded_label_as_it_is(form: Form, spell: Spelling) -> None:
    for table in printed_tables(form):
        for cell in table.cells:
            assert fold(spell(cell.text)) == fold(cell.text)


@every_form
@pytest.mark.parametrize("between", [" ", "\n", "\n\n"])
def test_broken_labels_squeeze_to_the_label(form: Form, between: str) -> None:
    for salt in range(3):
        broken = Break(between, after=2, salt=salt)
        texts = [cell.text for table in printed_tables(form) for cell in table.cells]
        assert any(broken(text) != text for text in texts)
        assert all(squeeze(broken(text)) == squeeze(text) for text in texts)


@pytest.mark.parametrize("numerals", NUMERALS)
@given(figure=st.integers(0, 10**6) | st.decimals(0, 10**4, places=2))
def test_numerals_leave_the_figure_as_it_is(numerals: Numerals, figure: Value) -> None:
    unit = "万元" if isinstance(figure, Decimal) else "件"
    number = read_number(fold(numerals(spelled(figure), unit)))
    assert number is not None
    assert number.amount == figure
    assert number.unit in (unit, None)


@pytest.mark.parametrize("signs", SIGNS)
@pytest.mark.parametrize("numerals", NUMERALS)
@given(change=st.integers(-9999, 9999))
def test_signs_leave_the_change_as_it_is(signs: Signs, numerals: Numerals, change: int) -> None:
    style = Style(numerals=numerals, signs=signs)
    number = read_number(fold(style.change(str(change), "项")))
    assert number is not None
    assert as_count(number) == change


@every_form
@every_layout
def test_where_every_cell_is_printed_layouts_tell_all_but_run_together_figures(
    form: Form, layout: Rendering
) -> None:
    report = make_report(form, 3, "zeros")
    all_told = set(told(report, layout, PLAIN)) == set(report.cells)
    assert all_told == (layout.keeps is not Keeps.CHARACTERS or form is Form.F2014)


@every_form
@every_layout
def test_where_cells_are_blank_only_layouts_that_keep_places_tell_them(
    form: Form, layout: Rendering
) -> None:
    report = make_report(form, 3, "blanks")
    kinds = {report.expected(where).kind for where in told(report, layout, PLAIN)}
    assert (Kind.BLANK in kinds) == layout.keeps_blank_places


def test_styles_made_by_chance_are_repeated() -> None:
    assert random_style((" ",), Random(4)) == random_style((" ",), Random(4))
