"""Short samples after pages seen in the wild: what is read is right, and most is read."""

from collections.abc import Iterator

import pytest

from gov_disclosure import Kind
from shared_files import Sample, needs_shared, samples

SAMPLES = samples("wild")
LEAST_SHARE = 0.99
PRINTED_WHOLE = {("b027", "licensing")}
"""Rows that are printed whole in samples in which no other cell is certain."""

pytestmark = needs_shared

every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
every_page_without_tables = pytest.mark.parametrize(
    "sample",
    [sample for sample in SAMPLES if not sample.has_tables],
    ids=lambda sample: sample.name,
)

every_sample_without_cells = pytest.mark.parametrize(
    "sample",
    [sample for sample in SAMPLES if not sample.cells],
    ids=lambda sample: sample.name,
)


@every_sample
def test_no_cell_is_wrong(sample: Sample) -> None:
    """In the tables that were read by hand, a value is the right one or there is none."""
    wrong = list(wrong_values(sample))
    assert not wrong, "\n".join(wrong)


@every_sample
def test_what_is_no_number_keeps_its_kind(sample: Sample) -> None:
    """Where something is read in a cell that holds no number, it is read as what it is."""
    found = kinds(sample)
    confused = {
        gold.address: found[gold.address]
        for gold in sample.cells
        if gold.kind not in (None, Kind.NUMBER)
        and found.get(gold.address, Kind.MISSING) not in (gold.kind, Kind.MISSING)
    }
    assert not confused


@every_sample_without_cells
def test_nothing_is_read_where_a_person_can_read_nothing(sample: Sample) -> None:
    """Such as numbers of rows, or figures in prose; what is empty may be read as empty."""
    invented = [
        f"{cell.table} {cell.row} {cell.column}: {cell.value}"
        for cell in sample.report.cells
        if cell.value is not None and (sample.name, cell.row) not in PRINTED_WHOLE
    ]
    assert not invented, "\n".join(invented)


@every_page_without_tables
def test_nothing_is_read_from_a_page_without_tables(sample: Sample) -> None:
    assert sample.report.cells == ()
    assert [problem.code for problem in sample.report.problems] == ["no-tables"]


def test_nearly_all_unambiguous_numbers_are_read() -> None:
    numbers = [
        (sample, gold) for sample in SAMPLES for gold in sample.cells if gold.kind is Kind.NUMBER
    ]
    unread = [
        f"{sample.name} {' '.join(gold.address)}: {gold.raw}"
        for sample, gold in numbers
        if kinds(sample).get(gold.address) is not Kind.NUMBER
    ]
    share = 1 - len(unread) / len(numbers)
    listed = "\n".join(unread)
    assert share >= LEAST_SHARE, f"{share:.1%} of {len(numbers)} numbers are read, not\n{listed}"


def wrong_values(sample: Sample) -> Iterator[str]:
    expected = {gold.address: gold.value for gold in sample.cells}
    tables = {table for table, _, _ in expected}
    for cell in sample.report.cells:
        address = (cell.table, cell.row, cell.column)
        if cell.table in tables and cell.value not in (None, expected.get(address)):
            yield f"{' '.join(address)}: {cell.value} instead of {expected.get(address)}"


def kinds(sample: Sample) -> dict[tuple[str, str, str], Kind]:
    return {(cell.table, cell.row, cell.column): cell.kind for cell in sample.report.cells}
