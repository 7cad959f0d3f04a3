"""Tables drawn from tags by any tool: whatever it sets around them, no figure is a wrong one."""

from random import Random

import pytest

from generate.printed import PrintedTable
from generate.render import RENDERINGS, render, written
from generate.reports import MANNERS, MadeReport, make_report
from generate.styles import PLAIN
from generate.tags import Tags, drawn
from gov_disclosure import AnnualReport, Form, Kind, parse
from gov_disclosure.tables import heading_of

SEEDS = range(60)


def texts(seed: int) -> tuple[MadeReport, str]:
    """A report on some form, with its tables below their headings."""
    chance = Random(seed)
    tags = Tags.by_chance(chance)
    report = make_report(chance.choice([*Form]), seed, chance.choice(sorted(MANNERS)))

    def part(table: PrintedTable) -> str:
        return f"{heading_of(table.key)}\n{drawn(table, tags, chance)}\n"

    title = f"{report.agency}{report.year}年政府信息公开工作年度报告\n"
    return report, title + "".join(map(part, written(report, PLAIN)))


@pytest.mark.parametrize("seed", SEEDS)
def test_no_figure_is_another_than_is_printed(seed: int) -> None:
    report, text = texts(seed)
    read = {(c.table, c.row, c.column): c.value for c in parse(text).cells if c.value is not None}
    assert read == {where: report.expected(where).value for where in read}


HEADING = "二、主动公开政府信息情况"
ROWS = (
    ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
    ("规章", "0", "4", ""),
    ("行政规范性文件", "3", "1", "12"),
)
VALUES = {"rules": [0, 4, None], "normative_documents": [3, 1, 12]}


def told(report: AnnualReport) -> dict[str, list[object]]:
    """The values of the table above, by row."""
    keys = ("issued", "repealed", "in_force")
    return {row: [report.cell("proactive", row, key).value for key in keys] for row in VALUES}


@pytest.mark.parametrize(
    ("before", "behind", "empty"),
    [
        ("|", "\n", "\u3000"),
        ("|\n\n", "\n\n", ""),
        ("", "\n\n |", "\u3000"),
        ("| ", "\n\n", "\xa0"),
        ("    \n", "\n | ", ""),
    ],
)
def test_pipes_part_cells_that_are_paragraphs(before: str, behind: str, empty: str) -> None:
    cells = (f"{before}{cell or empty}{behind}" for row in ROWS for cell in row)
    report = parse(f"{HEADING}\n{''.join(cells)}")
    assert told(report) == VALUES
    assert report.cell("proactive", "rules", "in_force").kind is Kind.BLANK


@pytest.mark.parametrize("opening", ["|", "| ", "  |", "|\n"])
def test_pipes_around_rows_are_none_of_their_cells(opening: str) -> None:
    rows = ("\n".join(cell or "\xa0" for cell in row) for row in ROWS)
    report = parse(f"{HEADING}\n" + "\n".join(opening + row for row in rows))
    assert told(report) == VALUES


SIGNS = ("--253", "_", "O", "?", "(3)", "[3]", "l", "│", "↑3", "~3", "3.", "3,", "三", "§")


@pytest.mark.parametrize("sign", SIGNS)
def test_what_is_no_name_begins_no_row(sign: str) -> None:
    lines = (*ROWS[0], "规章", "0", sign, "7", *ROWS[2])
    report = parse("\n".join((HEADING, *lines)))
    assert told(report) == {**VALUES, "rules": [0, None, 7]}
    assert report.cell("proactive", "rules", "repealed").raw == sign


@pytest.mark.parametrize("delimiter", ["\n", " | "])
@pytest.mark.parametrize(
    ("number", "rest"), [("8", ".公共资源监管"), ("1", "4.行政处罚"), ("17", ".企业信用")]
)
def test_the_number_of_the_next_label_is_no_figure(number: str, rest: str, delimiter: str) -> None:
    above = ("13.统计信息", "件", "")
    lines = (delimiter.join(above), delimiter.join((number + "\n" + rest, "件", "5")))
    header = delimiter.join(("统计指标", "单位", "统计数"))
    report = parse("\n".join(("政府信息公开情况统计表", header, *lines)))
    values = [cell.value for cell in report.cells if cell.value is not None]
    assert values == [5]


CASES = "四、政府信息公开行政复议、行政诉讼情况"
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


@pytest.mark.parametrize("name", ["(1)", "—|—", "_", "2—"])
def test_what_may_be_a_figure_is_no_name_of_a_line(name: str) -> None:
    """Dropped, it would move all others one place ahead."""
    figures = [name, "", "", "3", "4", *["0"] * 10]
    report = parse("\n".join((CASES, *OUTCOMES * 3, *(figure or "\xa0" for figure in figures))))
    read = {cell.row + cell.column: cell.value for cell in report.cells if cell.value}
    assert read in ({}, {"reviewpending": 3, "reviewtotal": 4})


def test_cells_that_add_up_one_place_further_on_have_moved() -> None:
    """Here the first cell of the line is gone, and another one stands at its end."""
    figures = ["", "3", "", "", "3", "1", "", "", "4", "5", "", "2", "", "", "2"]
    lines = ("|".join(OUTCOMES * 3), "|".join((*figures[1:], "")))
    report = parse("\n".join((CASES, "行政复议|||||未经复议直接起诉|||||复议后起诉||||", *lines)))
    wrong = [cell for cell in report.cells if cell.value and cell.column == "upheld"]
    assert not wrong


def test_a_pipe_that_begins_the_line_of_all_cases_is_none_of_their_cells() -> None:
    """Empty cells are gone here: with the pipe the figures would be as many as are due."""
    figures = ["29670", "0", "1", "—", "29671", "8", "2", "—", "10", "0", "—", "8", "0", "8"]
    labels = ("|行政复议", "行政诉讼", f"|{OUTCOMES[0]}", *OUTCOMES[1:], *OUTCOMES, *OUTCOMES)
    report = parse("\n".join((CASES, *labels, f"|\t{figures[0]}", *figures[1:])))
    read = {cell.value for cell in report.cells if cell.row == "litigation_direct"}
    assert read <= {None, 8, 2, 10}


BREAKS = ["<br>", "<br/>", "<BR />\n", " <br> ", "&lt;br&gt;", '<br clear="all">']


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("layout", ["pipes", "tabs", "stacked", "stacked_with_blanks"])
@pytest.mark.parametrize("tag", BREAKS)
def test_tags_that_stand_for_line_ends_are_line_ends(tag: str, layout: str, form: Form) -> None:
    (rendering,) = (one for one in RENDERINGS if one.name == layout)
    text = render(make_report(form, 1, "mixed"), rendering, PLAIN)
    on_lines, with_tags = parse(text), parse(text.replace("\n", tag))
    assert [c.value for c in with_tags.cells] == [c.value for c in on_lines.cells]
    assert [c.kind for c in with_tags.cells] == [c.kind for c in on_lines.cells]


def test_tags_that_break_words_in_cells_are_none() -> None:
    rows = [" | ".join(row) for row in ROWS]
    broken = [row.replace("行政", "行政<br>").replace("件数", "<br>件<br>数<br>") for row in rows]
    report = parse("\n".join(("示例镇2022年政府信息公开工作年度报告", HEADING, *broken)))
    assert told(report) == VALUES
