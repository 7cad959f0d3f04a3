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
from gov_disclosure.grids.glance import WORDS
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


APART = [" - ", " -- ", " – ", " — ", " —— ", "  _  ", "  ~  ", "  *  "]
"""Signs that are dashes as well, between blanks."""


@pytest.mark.parametrize("sign", [*SIGNS, *(f" {sign} " for sign in SIGNS), *APART])
@pytest.mark.parametrize("form", Form)
def test_whatever_sign_parts_cells_they_are_read(form: Form, sign: str) -> None:
    rows = drawn(sign.join)
    full, mixed = (make_report(form, 4, manner) for manner in ("zeros", "mixed"))
    assert figures(parse(render(full, rows, PLAIN))) == printed(full)
    read = figures(parse(render(mixed, rows, PLAIN)))
    assert read.items() <= printed(mixed).items()
    assert len(read) > 0.9 * len(printed(mixed))


def stretch(*lines: str) -> Stretch:
    source = read_source("\n".join(lines))
    found = stretch_of(source, slice(len(source.lines)), WORDS)
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
        ["规章 ...... 0", "行政许可 ...... 3"],
        ["规章-0", "行政许可-3"],
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


NOTES: dict[str, str] = {
    "prose": "[{0}] 见本机关网站。",
    "numbers in prose": "[{0}] 见国发〔2019〕{0}号文件。",
    "labels with figures": "[{0}]行政许可{0}件",
    "a word with the one for a row in it": "第{0}行政执法大队检查{0}次",
    "decimals": "Row {0}.{0}5 abc",
    "one number": "[1] 规章 | {0}",
}


@pytest.mark.parametrize("note", NOTES.values(), ids=list(NOTES))
def test_numbers_that_count_no_rows_are_kept(note: str) -> None:
    text = "\n".join(map(note.format, range(2, 13)))
    assert parse(text).text == text


OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
PROCEEDINGS = [
    ["行政复议", *[""] * 4, "行政诉讼", *[""] * 9],
    [*OUTCOMES, "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4],
    [*[""] * 5, *OUTCOMES, *OUTCOMES],
]
FIGURES = ["0"] * 6 + ["2", "7", "0", "9", "0", "0", "86", "0", "86"]


@pytest.mark.parametrize("first", [[""] * 15, ["—"] * 15, ["0"] * 15, FIGURES[::-1]])
@pytest.mark.parametrize("sign", ["^", ";", " · ", "->", "丨", "_", "|", "\t"])
def test_a_row_below_another_that_may_be_the_first_is_not_overlooked(
    sign: str, first: list[str]
) -> None:
    rows = [*PROCEEDINGS, first, FIGURES]
    text = "四、政府信息公开行政复议、行政诉讼情况\n" + "\n".join(map(sign.join, rows))
    report = parse(text)
    told = {cell.value for cell in report.cells if cell.kind is not Kind.MISSING}
    assert not told or 86 in told or report.problems
    assert Kind.BLANK not in {cell.kind for cell in report.cells} or 86 in told


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


def test_two_signs_together_are_one() -> None:
    header = "信息内容;;本年制发件数;;本年废止件数;;现行有效件数"
    report = parse(f"二、主动公开政府信息情况\n{header}\n规章;;;;;;\n行政规范性文件;;;;1;;\n")
    assert report.cell("proactive", "normative_documents", "in_force").kind is Kind.BLANK
    assert report.cell("proactive", "normative_documents", "repealed").value == 1


def test_cells_may_hold_numbers_or_nothing() -> None:
    said = [["信息内容", "本年处理决定数量"], ["行政许可", 29], ["行政处罚", None]]
    places = [(row, column) for row in range(3) for column in range(2)]
    cells = [{"row": row, "col": column, "text": said[row][column]} for row, column in places]
    report = parse(json.dumps(cells))
    assert report.cell("proactive", "licensing", "decisions").value == 29
    assert report.cell("proactive", "penalties", "decisions").kind is Kind.BLANK


def test_cells_that_stand_twice_at_a_place_are_no_rows() -> None:
    cell = {"row": 0, "col": 0, "text": "行政许可"}
    assert parse(json.dumps([cell, cell])).text.count("行政许可") == 2
    assert "\t" not in parse(json.dumps([cell, cell])).text


def test_dashes_are_values_where_figures_have_just_blanks_before_them() -> None:
    rows = "一、本年新收政府信息公开申请数量 3 - 5 - 1 0 9\n(一)予以公开 - 2 0 - 0 0 2\n"
    stretch = stretch_of(read_source(rows), slice(None), WORDS)
    assert stretch is not None
    assert Signs().likelihood(stretch) == 0


def wrong_in(report: AnnualReport, made: MadeReport) -> dict[Address, object]:
    """The figures and dashes that are told of cells which print something else."""
    told = {
        (cell.table, cell.row, cell.column): (cell.kind, cell.value)
        for cell in report.cells
        if cell.kind in {Kind.NUMBER, Kind.DASH}
    }
    due = {where: made.expected(where) for where in told}
    return {w: cell for w, cell in told.items() if cell != (due[w].kind, due[w].value)}


def without_empty(cells: list[str]) -> list[str]:
    return [cell for cell in cells if cell]


@pytest.mark.parametrize("keep", [list, without_empty], ids=["all cells", "no empty cells"])
@pytest.mark.parametrize("ends", ["\n", " "], ids=["on lines", "on one line"])
@pytest.mark.parametrize("sign", [" / ", " - ", " · "])
@pytest.mark.parametrize("manner", ["mixed", "blanks"])
@pytest.mark.parametrize("form", [Form.F2019, Form.F2021])
def test_signs_that_part_labels_of_columns_are_no_cells(
    form: Form, manner: str, sign: str, ends: str, keep: Callable[[list[str]], list[str]]
) -> None:
    made = make_report(form, 1, manner)
    rows = drawn(lambda row: sign.join(keep(row)))
    text = render(made, rows, PLAIN).replace("\n", ends)
    assert wrong_in(parse(text), made) == {}


@pytest.mark.parametrize("manner", ["mixed", "blanks"])
@pytest.mark.parametrize("form", Form)
def test_pipes_around_the_blanks_of_a_page_are_no_double_ones(form: Form, manner: str) -> None:
    """What a page has between its cells becomes an empty piece, and an empty cell none."""

    def row(cells: list[str]) -> str:
        return "|" + "|".join(piece for cell in cells for piece in filter(None, (cell, " ")))

    made = make_report(form, 1, manner)
    text = (
        render(made, drawn(row), PLAIN).replace(" |", "|").replace("| ", "|").replace("\n", "|||")
    )
    assert wrong_in(parse(text), made) == {}


@pytest.mark.parametrize("sign", ["\x07", "｜", "│", "‖"])
@pytest.mark.parametrize("lines", [2, 3])
def test_named_delimiters_are_found_among_prose(sign: str, lines: int) -> None:
    """Where the table is less than half of its part, no sign is the one of most lines."""
    prose = "\n本机关认真贯彻落实条例要求，全面推进政务公开工作，取得了一定成效。\n" * lines
    header = "信息内容|本年制发件数|本年废止件数|现行有效件数"
    table = prose.join([header, "规章|1|0|4", "行政规范性文件|2||14"])
    report = parse(table.replace("|", sign))
    assert not report.problems
    documents = report.proactive.normative_documents
    assert (documents.issued, documents.repealed, documents.in_force) == (2, None, 14)
