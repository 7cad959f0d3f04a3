"""Cells between any sign, and cells that carry marks or places of their own."""

import json
from collections.abc import Callable
from functools import partial

import pytest

from generate.printed import PrintedTable
from generate.render import Keeps, Rendering, render, written
from generate.reports import MadeReport, make_report
from generate.styles import PLAIN, Style
from gov_disclosure import AnnualReport, Form, Kind, parse
from gov_disclosure.forms import Address
from gov_disclosure.layouts.grid import Stretch, stretch_of
from gov_disclosure.layouts.signs import Signs
from gov_disclosure.text.source import read_source

Row = Callable[[list[str]], str]

SIGNS = [
    *("^", "~", "#", "@", "&", "*", "_", "=", ">", "\\", "$", "\x01", "•", "→", "；", "，"),
    *("¦", "∣", "❘", "丨", "->", "=>", "::", "##", "@@", "$$", "|||", "<|>"),
]


def drawn(row: Row) -> Rendering:
    """A row on each line, a cell at every position."""

    def draw(table: PrintedTable, style: Style) -> str:
        return "\n".join(map(row, table.positions(lambda cell, row, column: "")))

    return Rendering(name="rows", draw=draw, keeps=Keeps.PLACES)


def figures(report: AnnualReport) -> dict[Address, object]:
    return {(c.table, c.row, c.column): c.value for c in report.cells if c.kind is Kind.NUMBER}


def printed(made: MadeReport) -> dict[Address, object]:
    due = {where: made.expected(where) for where in made.cells}
    return {where: cell.value for where, cell in due.items() if cell.kind is Kind.NUMBER}


@pytest.mark.parametrize("blank", ["", " "], ids=["close", "apart"])
@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("form", Form)
def test_whatever_sign_parts_cells_they_are_read(form: Form, sign: str, blank: str) -> None:
    rows = drawn(f"{blank}{sign}{blank}".join)
    full, mixed = (make_report(form, 4, manner) for manner in ("zeros", "mixed"))
    assert figures(parse(render(full, rows, PLAIN))) == printed(full)
    read = figures(parse(render(mixed, rows, PLAIN)))
    assert read.items() <= printed(mixed).items()
    assert len(read) > 0.9 * len(printed(mixed))


def stretch(*lines: str) -> Stretch:
    source = read_source("\n".join(lines))
    found = stretch_of(source, slice(len(source.lines)))
    assert found is not None
    return found


@pytest.mark.parametrize(
    "lines",
    [
        ["规章：0", "行政许可：3"],
        ["收到申请3件，办结2件，答复率66.7%。", "无其他事项。"],
        ["规章......0", "行政许可....3"],
        ["规章,0,0,5", "行政许可,3"],
        ['"规章"^"0"^"5"', '"行政许可"^"3"'],
        ["规章", "0", "行政许可", "3"],
    ],
)
def test_what_stands_within_words_and_figures_parts_no_cells(lines: list[str]) -> None:
    assert Signs().likelihood(stretch(*lines)) == 0


NUMBERED: dict[str, str] = {
    "brackets": "[{}] {}",
    "a word": "Row {}: {}",
    "a Chinese word": "第{}行：{}",
    "a word behind": "行{}：{}",
}


@pytest.mark.parametrize("pattern", NUMBERED.values(), ids=list(NUMBERED))
@pytest.mark.parametrize("form", Form)
def test_numbers_of_rows_are_no_cells(form: Form, pattern: str) -> None:
    def draw(table: PrintedTable, style: Style) -> str:
        rows = table.positions(lambda cell, row, column: "")
        return "\n".join(pattern.format(at, " | ".join(row)) for at, row in enumerate(rows, 1))

    made = make_report(form, 4, "mixed")
    text = render(made, Rendering(name="numbered", draw=draw, keeps=Keeps.PLACES), PLAIN)
    assert figures(parse(text)) == printed(made)


def test_numbers_of_notes_are_kept() -> None:
    notes = [f"[{number}] 见本机关网站。" for number in range(1, 12)]
    assert parse("\n".join(notes)).text == "\n".join(notes)


@pytest.mark.parametrize("form", Form)
def test_tables_of_textile_are_read(form: Form) -> None:
    made = make_report(form, 4, "mixed")
    text = render(made, drawn(lambda row: "".join(f"|<. {cell} " for cell in row) + "|"), PLAIN)
    assert figures(parse(text)) == printed(made)


KEYS = [
    ("rowIndex", "columnIndex", "content"),
    ("row", "col", "text"),
    ("start_row_offset_idx", "start_col_offset_idx", "text"),
]


def listed(table: PrintedTable, keys: tuple[str, str, str]) -> list[dict[str, object]]:
    """The cells of a table one by one, as services that recognize tables answer them."""
    return [
        {**dict(zip(keys, (cell.top, cell.left, cell.text), strict=True)), "confidence": 0.99}
        for cell in table.cells
    ]


@pytest.mark.parametrize("keys", KEYS, ids=lambda keys: keys[0])
@pytest.mark.parametrize("form", Form)
def test_cells_that_a_record_lists_with_their_places_are_rows(
    form: Form, keys: tuple[str, str, str]
) -> None:
    made = make_report(form, 4, "mixed")
    tables = list(map(partial(listed, keys=keys), written(made, PLAIN)))
    report = parse(json.dumps({"tables": [{"cells": cells} for cells in tables]}))
    assert figures(report) == printed(made)


def test_cells_that_stand_twice_at_a_place_are_no_rows() -> None:
    cell = {"row": 0, "col": 0, "text": "行政许可"}
    assert parse(json.dumps([cell, cell])).text.count("行政许可") == 2
    assert "\t" not in parse(json.dumps([cell, cell])).text
