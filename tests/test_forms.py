"""The declared forms are the printed ones: compared with the fact sheets of the notices."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Any

import pytest

from gov_disclosure import Form
from gov_disclosure.declare import TableDeclared
from gov_disclosure.forms import VALUE, FormTable, Line, figures, tables_of, units
from gov_disclosure.tables import APPLICATIONS, SECTIONS, TABLES, heading_of
from gov_disclosure.text.numerals import read_number
from shared_files import PLACE, needs_shared

SHEETS = PLACE / "forms"
NUMBERS = {"six": 6, "eighteen": 18}

Sheet = dict[str, Any]
Sides = tuple[tuple[str, ...], tuple[str, ...]]


@pytest.fixture(params=Form, ids=lambda form: form.value)
def form(request: pytest.FixtureRequest) -> Form:
    made: Form = request.param
    return made


@pytest.fixture
def sheet(form: Form) -> Sheet:
    return tomllib.loads((SHEETS / f"form-{form.value}.toml").read_text(encoding="utf-8"))


def lines(found: Iterable[Line]) -> list[tuple[str, str]]:
    return [(line.key, line.label) for line in found]


def given(entries: Iterable[Sheet]) -> list[tuple[str, str]]:
    return [(entry["key"], entry["label"]) for entry in entries]


def grouped(entries: Iterable[Sheet]) -> Iterator[tuple[str | None, str]]:
    """The rows of a sheet, and before the first row of a group the label of that group."""
    above = None
    printed: set[str] = set()
    for entry in entries:
        group: str | None = entry.get("group")
        if group is not None and group != above and group not in printed:
            yield None, group
            printed.add(group)
        above = group
        yield entry["key"], entry["label"]


def with_headings(rows: Iterable[Line]) -> list[tuple[str | None, str]]:
    printed: list[tuple[str | None, str]] = []
    for row in rows:
        printed += [(None, heading) for heading in row.headings]
        printed.append((row.key, row.label))
    return printed


def same_proactive(table: FormTable, sheet: Sheet) -> None:
    for block, printed in zip(table.blocks, sheet["blocks"], strict=True):
        assert block.caption == printed["heading"]
        assert printed["corner"] in table.declared.corners
        assert lines(block.rows) == given(printed["rows"])
        assert lines(block.columns) == given(printed["columns"])


def same_applications(table: FormTable, sheet: Sheet) -> None:
    (block,) = table.blocks
    assert lines(block.columns) == given(sheet["columns"])
    assert with_headings(block.rows) == list(grouped(sheet["rows"]))
    assert list(table.declared.corners) == [sheet["corner"]]
    assert list(table.declared.column_headings) == sheet["column_groups"]


def same_proceedings(table: FormTable, sheet: Sheet) -> None:
    (block,) = table.blocks
    assert lines(block.rows) == given(sheet["groups"])
    assert lines(block.columns) == given(sheet["columns"])


def same_statistics(table: FormTable, sheet: Sheet) -> None:
    (block,) = table.blocks
    printed = [(entry.get("key"), entry["label"]) for entry in sheet["rows"]]
    assert with_headings(block.rows) == printed
    with_units = [(entry["key"], entry["unit"]) for entry in sheet["rows"] if "key" in entry]
    assert [(row.key, row.unit) for row in block.rows] == with_units
    *others, (key, label) = [(column.get("key"), column["label"]) for column in sheet["columns"]]
    declared = table.declared
    assert [label for _, label in others] == [*declared.corners, *declared.column_headings]
    assert (key, label) == (VALUE, declared.value_labels[0])
    assert lines(block.columns) == [(key, label)]


def sides(said: str, keys: list[str]) -> Sides:
    """A rule of a sheet as the keys, or the groups of keys, on both its sides."""
    left, right = said.split(" = ")
    group = left.rpartition(".")[0]
    counted = re.fullmatch(r"sum of its (\w+) \w+", right)
    if counted:
        beneath = [key for key in keys if key.rpartition(".")[0] == group and key != left]
        assert len(beneath) == NUMBERS[counted[1]]
        return (left,), tuple(beneath)
    sums = (re.sub(r"sum\((\w+)\)", r"\1", side).split(" + ") for side in (left, right))
    one, other = (tuple(whole(term, group, keys) for term in side) for side in sums)
    return one, other


def whole(term: str, group: str, keys: list[str]) -> str:
    """A key that a sheet gives in full, or as it is called within a group."""
    known = {key[: len(term)] for key in keys if f"{key}.".startswith(f"{term}.")}
    return term if known else f"{group}.{term}"


SAME: dict[str, Callable[[FormTable, Sheet], None]] = {
    "proactive": same_proactive,
    "applications": same_applications,
    "proceedings": same_proceedings,
    "statistics": same_statistics,
}


@needs_shared
def test_each_form_has_its_notice(form: Form, sheet: Sheet) -> None:
    assert (form.value, form.notice) == (sheet["form"], sheet["notice"])


@needs_shared
def test_tables_are_the_printed_ones(form: Form, sheet: Sheet) -> None:
    """Keys, labels, their order, blocks, units and headings, row by row."""
    printed = sheet["tables"]
    assert {table.key for table in tables_of(form)} == printed.keys()
    for table in tables_of(form):
        assert printed[table.key]["heading"] == heading_of(table.key)
        SAME[table.key](table, printed[table.key])


@needs_shared
@pytest.mark.parametrize("key", [table.key for table in TABLES])
def test_arithmetic_is_that_of_the_notices(key: str, form: Form, sheet: Sheet) -> None:
    for table in (table for table in tables_of(form) if table.key == key):
        rows = [row.key for row in table.rows]
        columns = [column.key for column in table.blocks[0].columns]
        rules, keys = table.declared.column_rules, rows
        if table.declared.one_line:
            rules, keys = table.declared.row_rules, columns
        printed = sheet["tables"][key].get("rules", [])
        assert [(rule.left, rule.right) for rule in rules] == [
            sides(said, keys) for said in printed
        ]


@needs_shared
def test_totals_of_applicants() -> None:
    """The sheets of 2019 and 2021 have this rule in a remark: the last column is the total."""
    (rule,) = APPLICATIONS.row_rules
    for form in filter(APPLICATIONS.stands_in, Form):
        (table,) = (table for table in tables_of(form) if table.key == APPLICATIONS.key)
        *others, total = (column.key for column in table.blocks[0].columns)
        assert (rule.left, rule.right) == ((total,), tuple(others))


@needs_shared
def test_sections_are_those_of_the_notices(sheet: Sheet) -> None:
    declared = {section.key: section.heading for section in SECTIONS}
    assert declared | sheet.get("sections", {}) == declared


@needs_shared
def test_every_sheet_has_its_form() -> None:
    """A fact sheet that no form is declared for is a notice that nobody reads."""
    sheets = {path.stem.removeprefix("form-") for path in SHEETS.glob("*.toml")}
    assert sheets == {form.value for form in Form}


def test_addresses_are_unique(form: Form) -> None:
    addresses = [
        (table.key, row.key, column.key)
        for table in tables_of(form)
        for block in table.blocks
        for row, column in product(block.rows, block.columns)
    ]
    assert len(addresses) == len(set(addresses)) > 0


def test_units_of_amounts_are_money(form: Form) -> None:
    """A unit in the label, where a form prints one, is the unit that is declared."""
    for table in tables_of(form):
        for line in (line for block in table.blocks for line in (*block.rows, *block.columns)):
            said = line.label.partition("单位:")[2].rstrip(")")
            assert not said or said == line.unit
            assert line.unit is None or line.unit in units()


def test_no_two_forms_are_alike() -> None:
    """A form is told by its labels, so each must print some that no other does."""
    printed = [frozenset(labels(form)) for form in Form]
    for own, *others in (printed[at:] + printed[:at] for at in range(len(printed))):
        assert own.difference(*others)


def labels(form: Form) -> Iterator[tuple[str, str, str]]:
    for table in tables_of(form):
        for block in table.blocks:
            for line in (*block.rows, *block.columns):
                yield table.key, line.key, line.label


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.key))
def test_models_hold_what_their_forms_print(table: TableDeclared) -> None:
    """Every key of a form's figures is a path on the table's model."""
    for form in filter(table.stands_in, Form):
        for key, declared, _ in figures(table.model, form):
            assert declared.label_in(form)
            assert key.partition(".")[0] in table.model.__annotations__


@pytest.mark.parametrize("unit", sorted(units()))
def test_every_unit_of_the_forms_is_one_behind_a_figure(unit: str) -> None:
    number = read_number(f"3{unit}")
    assert number is not None
    assert number.unit == unit
