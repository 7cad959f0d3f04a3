"""Five real reports, each cell of which was read by hand."""

from collections.abc import Iterator
from operator import attrgetter

import attrs
import pytest

from gov_disclosure import Cell, Contacts, Kind, Metadata, from_json, to_json
from gov_disclosure.forms import tables_of
from shared_files import GoldCell, Sample, needs_shared, samples

REPORTS = samples("reports")

pytestmark = needs_shared

every_report = pytest.mark.parametrize("sample", REPORTS, ids=lambda sample: sample.name[:3])


def the(number: str) -> Sample:
    (found,) = (sample for sample in REPORTS if sample.name.startswith(number))
    return found


def alike(sample: Sample) -> set[Kind]:
    """The kinds that count as equal: a page break of report 003 swallowed whole rows."""
    return {Kind.BLANK, Kind.MISSING} if sample == the("003") else set()


def agrees(read: Cell, gold: GoldCell, same: set[Kind]) -> bool:
    return read.value == gold.value and (read.kind is gold.kind or {read.kind, gold.kind} <= same)


def mistakes(sample: Sample) -> Iterator[str]:
    for gold in sample.cells:
        read = sample.report.cell(*gold.address)
        if not agrees(read, gold, alike(sample)):
            expected = f"{gold.kind} {gold.value}, printed {gold.raw!r}"
            yield f"{' '.join(gold.address)}: {read.kind} {read.value} instead of {expected}"


@every_report
def test_every_cell_is_read_as_a_person_reads_it(sample: Sample) -> None:
    wrong = list(mistakes(sample))
    assert not wrong, "\n".join(wrong)


@every_report
def test_a_number_is_given_only_where_one_is_printed(sample: Sample) -> None:
    numbers = {gold.address for gold in sample.cells if gold.kind is Kind.NUMBER}
    invented = [
        f"{cell.table} {cell.row} {cell.column}: {cell.value}"
        for cell in sample.report.cells
        if cell.value is not None and (cell.table, cell.row, cell.column) not in numbers
    ]
    assert not invented, "\n".join(invented)


@every_report
def test_the_cells_are_those_of_its_form(sample: Sample) -> None:
    form = sample.report.form
    assert form is not None
    due = [where for table in tables_of(form) for where in table.addresses()]
    found = [(cell.table, cell.row, cell.column) for cell in sample.report.cells]
    assert set(found).symmetric_difference(due) == set()
    assert found == due


@every_report
def test_the_models_hold_what_a_person_reads(sample: Sample) -> None:
    for gold in sample.cells:
        assert attrgetter(attribute_path(*gold.address))(sample.report) == gold.value, gold.address


@every_report
def test_every_cell_can_be_found_again_in_the_text(sample: Sample) -> None:
    printed = {gold.address: (gold.raw or "").strip() for gold in sample.cells}
    for cell in sample.report.cells:
        if cell.span is None:
            assert cell.raw is None
            continue
        assert cell.raw == sample.text[cell.span.start : cell.span.end]
        address = (cell.table, cell.row, cell.column)
        assert cell.raw.strip() == printed.get(address, ""), address


@every_report
def test_it_says_whose_it_is_and_of_which_year(sample: Sample) -> None:
    report = sample.report
    expected = {name: sample.gold[name] for name in ("title", "agency", "year")}
    assert {name: getattr(report, name) for name in expected} == expected


@every_report
def test_the_catalogue_data_above_it_is_read(sample: Sample) -> None:
    expected = {name: sample.gold["metadata"].get(name) for name in field_names(Metadata)}
    assert printed(sample.report.metadata) == expected


@every_report
def test_the_people_who_answer_for_it_are_named(sample: Sample) -> None:
    expected = sample.gold["metadata"].get("contacts", {})
    found = printed(sample.report.contacts or Contacts())
    assert {name: said for name, said in found.items() if name in expected} == expected
    assert (sample.report.contacts is not None) == bool(expected)


@every_report
def test_it_survives_a_round_trip_through_json(sample: Sample) -> None:
    written = to_json(sample.report)
    again = from_json(written)
    assert again == sample.report
    assert again.cells == sample.report.cells
    assert to_json(again) == written


def test_a_figure_whose_column_is_lost_is_left_open_and_named() -> None:
    """The row of 000 prints twelve of its fifteen cells; only the first three have their place."""
    report = the("000").report
    placed = [cell.column for cell in report.cells if cell.table == "proceedings" and cell.raw]
    assert placed == ["upheld", "corrected", "other"]
    (problem,) = (problem for problem in report.problems if problem.code == "unplaced-value")
    assert problem.span is not None
    assert report.text[problem.span.start : problem.span.end] == "0"


def attribute_path(table: str, row: str, column: str) -> str:
    """Where a report holds the value of a cell, as a user would write it."""
    match table:
        case "applications":
            return f"{table}.{column}.{row}"
        case "statistics":
            return f"{table}.{row}"
        case _:
            return f"{table}.{row}.{column}"


def field_names(model: type[attrs.AttrsInstance]) -> list[str]:
    return [field.name for field in attrs.fields(model)]


def printed(data: Metadata | Contacts) -> dict[str, str | None]:
    """The data as the gold files have it: days as ISO strings."""
    values = attrs.asdict(data).items()
    return {name: None if value is None else str(value) for name, value in values}
