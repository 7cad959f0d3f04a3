"""JSON, as web systems answer and crawlers store it: read by its strings."""

import json
from collections.abc import Callable, Iterable
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generate.render import RENDERINGS, render
from generate.reports import make_report
from generate.styles import PLAIN
from gov_disclosure import Form, Kind, parse
from gov_disclosure.inputs.records import text_of_json
from gov_disclosure.inputs.within import with_records_drawn

COLUMNS = ("issued", "repealed", "in_force")
TEXTS = {layout.name: render(make_report(Form.F2021, 3), layout, PLAIN) for layout in RENDERINGS}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_report_in_a_record_is_read_as_by_itself(text: str) -> None:
    counts = {"ids": [3], "page": {"no": 1, "size": 20}, "related": [7, 8, 9], "next": None}
    record = {"code": 0, "data": {"id": 7, "views": 137, "content": text, **counts}}
    alone, read = parse(text), parse(json.dumps(record, indent=1))
    assert [(c.kind, c.value) for c in read.cells] == [(c.kind, c.value) for c in alone.cells]
    assert read.title == alone.title


def test_spans_count_in_the_text_that_was_drawn() -> None:
    read = parse(json.dumps({"body": "信息内容\t本年处理决定数量\n行政许可\t29"}))
    cell = read.cell("proactive", "licensing", "decisions")
    assert cell.span is not None
    assert read.text[cell.span.start : cell.span.end] == "29"


def test_arrays_within_arrays_are_rows() -> None:
    rows = [["信息内容", "本年收费金额(单位:万元)"], ["行政事业性收费", 12.50], ["", None]]
    assert (
        str(parse(json.dumps({"rows": rows})).cell("proactive", "fees", "amount").value) == "12.5"
    )


def test_a_key_that_stands_twice_has_a_value_each() -> None:
    rows = (
        ("四、行政复议数量", 9),
        ("(二)被依法纠错数", 1),
        ("五、行政诉讼数量", 7),
        ("(二)被依法纠错数", 2),
    )
    pairs = ", ".join(f'"{label}": {count}' for label, count in rows)
    report = parse(f'{{"政府信息公开情况统计表": {{{pairs}}}}}')
    assert [text.split(": ")[1] for text in report.text.splitlines()[1:]] == ["9", "1", "7", "2"]


def test_a_page_may_stand_behind_a_key_in_words() -> None:
    page = "<table><tr><td>信息内容<td>本年处理决定数量<tr><td>行政许可<td>29</table>"
    report = parse(json.dumps({"正文": page}, ensure_ascii=False))
    assert report.cell("proactive", "licensing", "decisions").value == 29


HEADER = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
FIGURES = {"规章": [1, None, 3], "行政规范性文件": [4, 5, 6]}


@pytest.mark.parametrize(
    "rows",
    [
        FIGURES,
        [[label, *values] for label, values in FIGURES.items()],
    ],
    ids=["key", "within"],
)
def test_an_array_of_numbers_is_a_row_of_cells(rows: object) -> None:
    read = parse(json.dumps({"columns": HEADER, "rows": rows}))
    values = [read.cell("proactive", "rules", column).value for column in COLUMNS]
    assert values == FIGURES["规章"]
    assert read.proactive.normative_documents.in_force == 6


@pytest.mark.parametrize(
    "rows",
    [
        [{"label": label, "values": values} for label, values in FIGURES.items()],
        [{"n": 7, "values": values, "项目": label} for label, values in FIGURES.items()],
    ],
    ids=["beside", "behind"],
)
def test_an_array_beside_words_may_be_anything_but_makes_no_empty_row(rows: object) -> None:
    read = parse(json.dumps({"columns": HEADER, "rows": rows}))
    kinds = {cell.kind for cell in read.cells if cell.table == "proactive"}
    assert kinds <= {Kind.TEXT, Kind.MISSING}
    assert read.problems


def test_places_of_recognized_words_are_no_figures() -> None:
    words = (*HEADER, "规章", "5", "6", "7")
    read = parse(json.dumps([{"text": said, "box": [at, 2, 3]} for at, said in enumerate(words)]))
    assert [read.cell("proactive", "rules", column).value for column in COLUMNS] == [5, 6, 7]


@pytest.mark.parametrize(
    "row",
    [
        lambda label: {"label": label, "a": 1, "b": 2, "c": 3},
        lambda label: {"label": label, "cells": {"a": 1, "b": 2, "c": 3}},
        lambda label: {label: {"a": 1, "b": 2, "c": 3}},
        lambda label: {label: [{"v": 1}, {"v": 2}, {"v": 3}]},
    ],
    ids=["beside", "below", "key", "cells"],
)
def test_a_row_whose_numbers_have_no_known_names_is_not_blank(
    row: Callable[[str], object],
) -> None:
    """What the keys of a program mean nobody can tell, but that figures stand there."""
    read = parse(json.dumps({"columns": HEADER, "rows": list(map(row, FIGURES))}))
    kinds = {read.cell("proactive", "rules", column).kind for column in COLUMNS}
    assert kinds <= {Kind.TEXT, Kind.MISSING}
    assert read.problems


@pytest.mark.parametrize(
    "text",
    ["[", "{}", "[]", "{]", '{"a": 1}', "[" * 99_999 + "]" * 99_999, "{规章}", "[1" + "0" * 9_999],
)
def test_what_is_no_record_stays_as_it_is(text: str) -> None:
    assert parse(text).text == text


# What stands in the strings of programs

PAGE = (
    '<p class="a">二、主动公开政府信息情况</p><table border="1"><tr><td colspan="1">信息内容</td>'
    '<td>本年处理决定数量</td></tr><tr><td>行政处罚</td><td align="right">29</td></tr></table>'
)
AS_STRINGS = {
    "quotes": PAGE.replace('"', r"\""),
    "slashes": PAGE.replace("</", r"<\/"),
    "both": f"var content = {json.dumps(PAGE, ensure_ascii=False)};".replace("</", r"<\/"),
    "codes": PAGE.replace("<", r"\u003c").replace(">", r"\u003E"),
    "doubled": f'1,"{PAGE.replace(chr(34), chr(34) * 2)}"',
    "entities": escape(PAGE),
    "a record with entities": json.dumps({"content": escape(PAGE)}),
    "a record in a record": json.dumps({"content": json.dumps({"页面": PAGE})}),
}


@pytest.mark.parametrize("text", AS_STRINGS.values(), ids=AS_STRINGS)
def test_the_source_of_a_page_may_be_escaped(text: str) -> None:
    report = parse(text)
    assert report.cell("proactive", "penalties", "decisions").value == 29
    assert "<" not in report.text


def test_a_page_with_strings_in_its_scripts_is_none() -> None:
    script = r'<script>document.write("<a href=\"b\">9<\/a>")</script>'
    assert parse(PAGE + script).text == parse(PAGE).text
    assert parse(f"<p>{escape(PAGE)}").cells == ()


LINES = (
    "二、主动公开政府信息情况",
    "信息内容 | 本年处理决定数量",
    "行政处罚 | 29",
    "三、收到和处理政府信息公开申请情况",
    "他说“好”，it's \\ 3",
)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("end", [",", " +", ";"])
@pytest.mark.parametrize("quoted", [repr, json.dumps])
def test_lines_may_stand_in_quotes_each(
    quoted: Callable[[str], str], end: str, line_end: str
) -> None:
    text = line_end.join(["rows = [", *(f"  {quoted(line)}{end}" for line in LINES), "]"])
    report = parse(text)
    assert report.text.splitlines() == ["rows = [", *LINES, "]"]
    assert report.cell("proactive", "penalties", "decisions").value == 29


@pytest.mark.parametrize(
    "text",
    [
        "rows = [\n 'a | 0',\n 'b | 1',\n]",
        "'规章',\n'0',\n'0',\n'5',",
        '"规章","0","0","5"\n"行政许可","3"\n"行政处罚","4"\n"行政强制","5"',
    ],
    ids=["two lines", "a cell a line", "cells"],
)
def test_other_quotes_stay(text: str) -> None:
    assert parse(text).text == text


@pytest.mark.parametrize("blank", ["\xa0", "\u3000", "\u2003\xa0", "\u200b", "\ufeff "])
@pytest.mark.parametrize(
    "printed",
    [repr, lambda rows: "\n".join(map(repr, rows)), lambda rows: "\n".join(map(ascii, rows))],
    ids=["one list", "lists", "ASCII"],
)
def test_a_cell_of_blanks_that_a_program_spells_out_is_empty(
    printed: Callable[[object], str], blank: str
) -> None:
    """And blanks before, behind or within what others say are no part of it."""
    header = ["信息内容", f"本年处理{blank}决定数量"]
    read = parse(printed([header, ["行政许可", blank], ["行政处罚", f"{blank}29"]]))
    cells = [read.cell("proactive", row, "decisions") for row in ("licensing", "penalties")]
    assert [(cell.kind, cell.value) for cell in cells] == [(Kind.BLANK, None), (Kind.NUMBER, 29)]


# What programs print that recognize words

RECOGNIZED = (
    "示例镇2022年政府信息公开工作年度报告",
    "二、主动公开政府信息情况",
    "信息内容",
    "本年处理决定数量",
    "行政处罚",
    "29",
    "行政强制",
    "0",
    "行政许可，包括备案。",
)
BESIDE = {
    "blank": "{} {:.3f}",
    "tab": "{}\t{:.4f}",
    "comma": '"{}",{:.3f},106,388',
    "repr": "{} {}",
    "pair": "('{}', {:.3f})",
    "place": "[[[24.0, 36.0], [304.0, 34.0], [304.0, 72.0], [24.0, 74.0]], ('{}', {:.3f})]",
    "log": "[2024/05/01 10:00:01] ppocr INFO: [[[1.0, 2.0], [3.0, 4.0]], ('{}', {:.3f})]",
}


@pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE)
@pytest.mark.parametrize("head", ["", "text,score,x,y\n"], ids=["bare", "headed"])
def test_how_sure_a_program_is_of_words_is_no_figure(beside: str, head: str) -> None:
    scores = [0.998, 1.0, 0.957]
    lines = (beside.format(line, scores[at % 3]) for at, line in enumerate(RECOGNIZED))
    report = parse(head + "\n".join(lines))
    assert report.text == head + "\n".join(RECOGNIZED)
    assert report.cell("proactive", "penalties", "decisions").value == 29


def test_a_line_among_them_may_have_no_score() -> None:
    scored = [f"{line}\t0.981" for line in RECOGNIZED]
    report = parse("\n".join([*scored[:6], "第2页", *scored[6:]]))
    assert report.text == "\n".join([*RECOGNIZED[:6], "第2页", *RECOGNIZED[6:]])


@pytest.mark.parametrize(
    "item",
    [
        lambda line: {"text": line, "confidence": 0.998},
        lambda line: {"words": line, "n": 1},
        lambda line: [line, 1.0],
    ],
    ids=["score", "count", "pair"],
)
def test_nor_is_it_in_a_record(item: Callable[[str], object]) -> None:
    report = parse(json.dumps(list(map(item, RECOGNIZED))))
    assert report.cell("proactive", "penalties", "decisions").value == 29


@pytest.mark.parametrize("printed", ["1.000", "0.000", "3.0000"])
def test_a_share_is_no_count_though_it_is_whole(printed: str) -> None:
    report = parse(f"第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 {printed}\n行政强制 2")
    cell = report.cell("proactive", "penalties", "decisions")
    assert (cell.kind, cell.raw) == (Kind.TEXT, printed)


def test_figures_with_decimals_are_no_shares() -> None:
    """So data tools print whole numbers, if a column of theirs has empty cells."""
    rows = ("规章,1.0,0.0,1.0", "行政规范性文件,0.0,1.0,1.0")
    text = "\n".join([",".join(HEADER), *rows * 5])
    assert parse(text).text == text


def test_shares_behind_some_lines_stay() -> None:
    text = "\n".join(["财政支出情况", *(f"第{at}项 0.{at}" for at in range(1, 9)), "合计"])
    assert parse(text).text == text


# Numbers that are spelled without quotes


def kinds(text: str, *rows: str) -> list[tuple[Kind, object]]:
    """What stands in the only cells of rows of figures about decisions."""
    read = parse(text)
    cells = [read.cell("proactive", row, "decisions") for row in rows]
    return [(cell.kind, cell.value) for cell in cells]


DECISIONS = ["信息内容", "本年处理决定数量"]


@pytest.mark.parametrize("beside", [["行政强制", "5"], ["行政强制", "-"]])
def test_a_bare_number_in_a_row_is_a_cell_whatever_others_are(beside: list[str]) -> None:
    """Data tools write ``3.0`` for 3 in a column with empty cells, and keep others as text."""
    rows = [DECISIONS, ["行政许可", 3.0], ["行政处罚", None], beside]
    assert kinds(json.dumps(rows), "licensing", "penalties") == [
        (Kind.NUMBER, 3),
        (Kind.BLANK, None),
    ]


def test_fractions_between_figures_stay_in_their_row() -> None:
    """Where some were left out, the others would stand in their places."""
    rows = [HEADER, ["规章", "2", 0.0, 4.0], ["行政规范性文件", 0.0, "1", None]]
    read = parse(json.dumps(rows))
    told = [
        read.cell("proactive", row, column).value
        for row in ("rules", "normative_documents")
        for column in COLUMNS
    ]
    assert told == [2, 0, 4, 0, 1, None]


def test_amounts_keep_their_decimals() -> None:
    rows = [["信息内容", "本年收费金额(单位:万元)"], ["行政事业性收费", 12.50], ["说明", "0"]]
    assert str(parse(json.dumps(rows)).cell("proactive", "fees", "amount").value) == "12.5"


def test_numbers_beneath_a_key_are_cells_where_words_are() -> None:
    records = [
        {"a": said, "b": figure} for said, figure in (DECISIONS, ("行政许可", "7"), ("行政处罚", 3))
    ]
    assert kinds(json.dumps(records), "licensing", "penalties") == [
        (Kind.NUMBER, 7),
        (Kind.NUMBER, 3),
    ]


def test_numbers_beneath_unknown_keys_leave_no_row_blank_beside_figures_as_text() -> None:
    rows = [
        {"label": "规章", "a": "", "b": 2, "c": 3},
        {"label": "行政规范性文件", "a": "4", "b": 5, "c": None},
    ]
    read = parse(json.dumps({"columns": HEADER, "rows": rows}))
    assert {cell.kind for cell in read.cells if cell.table == "proactive"} <= {
        Kind.TEXT,
        Kind.MISSING,
    }
    assert read.problems


def test_numbers_of_rows_and_columns_are_none_of_their_cells() -> None:
    rows = [DECISIONS, ["行政许可", 7], ["行政处罚", 0]]
    text = json.dumps({"columns": [0, 1], "index": [0, 1, 2], "data": rows})
    assert parse(text).text == "信息内容\t本年处理决定数量\n行政许可\t7\n行政处罚\t0"


def test_what_a_program_recognized_may_be_nested() -> None:
    box = [[24.0, 36.0], [304.0, 34.0]]
    words = (*DECISIONS, "行政许可", "7", "行政处罚", "3")
    text = json.dumps([[box, [said, 1.0 - at / 9]] for at, said in enumerate(words)])
    assert set(words) <= set(parse(text).text.splitlines())


def test_a_line_end_in_a_cell_is_none_of_its_row() -> None:
    rows = [["信息内容", "本年处理\n决定数量"], ["行政\n许可", 7], ["行政处罚", None]]
    assert kinds(json.dumps(rows), "licensing", "penalties") == [
        (Kind.NUMBER, 7),
        (Kind.BLANK, None),
    ]


# Tables as data tools write them

ROWS = [HEADER, ["规章", 1, None, 3], ["行政规范性文件", 4.0, "5", 6]]
TOLD = [1, None, 3, 4, 5, 6]


def told(text: str) -> list[object]:
    """The figures of normative documents; of them one cell is empty, and known to be so."""
    read = parse(text)
    cells = [
        read.cell("proactive", row, column)
        for row in ("rules", "normative_documents")
        for column in COLUMNS
    ]
    assert cells[1].kind is Kind.BLANK
    return [cell.value for cell in cells]


def records_of(keys: Iterable[str], rows: Iterable[list[object]]) -> list[dict[str, object]]:
    return [dict(zip(keys, row, strict=True)) for row in rows]


@pytest.mark.parametrize(
    "name", ["{}", "col{}", "column_{}", "Unnamed: {}", "第{}列"], ids=lambda name: name
)
@pytest.mark.parametrize("first", [0, 1])
def test_keys_that_count_columns_say_nothing(name: str, first: int) -> None:
    keys = [name.format(at) for at in range(first, first + len(HEADER))]
    assert told(json.dumps(records_of(keys, ROWS))) == TOLD


def test_keys_in_words_are_the_header_of_their_rows() -> None:
    text = json.dumps(records_of(HEADER, ROWS[1:]))
    assert told(text) == TOLD
    assert parse(text).text.splitlines()[0] == "\t".join(HEADER)


def test_other_keys_say_nothing_where_the_first_record_is_the_header() -> None:
    assert told(json.dumps(records_of("abcd", ROWS))) == TOLD


def test_keys_that_nobody_knows_leave_rows_without_a_header_open() -> None:
    """What ``value`` means there is told by nothing; so a table is not made up."""
    read = parse(json.dumps(records_of(("label", "value"), [["行政许可", 7], ["行政处罚", 3]])))
    assert not [cell for cell in read.cells if cell.kind is not Kind.MISSING]


def test_years_count_no_columns() -> None:
    records = [{"2020": "行政许可", "2021": 7}, {"2020": "行政处罚", "2021": 3}]
    assert not parse(json.dumps(records)).cells


def test_records_of_texts_are_no_rows() -> None:
    """Headings and what stands below them keep their lines, however short that is."""
    records = [{"标题": "一、总体情况", "内容": "无"}, {"标题": "二、问题", "内容": "a\nb"}]
    assert parse(json.dumps(records)).text.count("\n") > 1
    table = "信息内容|本年处理决定数量\n行政处罚|3"
    records = [{"标题": "一、总体情况", "内容": "无"}, {"标题": "第二十条第(六)项", "内容": table}]
    assert kinds(json.dumps(records), "penalties") == [(Kind.NUMBER, 3)]


COLUMNWISE = {
    "objects": lambda cells: {str(at): cell for at, cell in enumerate(cells)},
    "arrays": list,
}


@pytest.mark.parametrize("column", COLUMNWISE.values(), ids=COLUMNWISE)
@pytest.mark.parametrize("header", [True, False], ids=["named", "counted"])
def test_a_table_may_stand_column_by_column(
    column: Callable[[Iterable[object]], object], header: bool
) -> None:
    keys, rows = (HEADER, ROWS[1:]) if header else (map(str, range(4)), ROWS)
    columns = map(column, zip(*rows, strict=True))
    assert told(json.dumps(dict(zip(keys, columns, strict=True)))) == TOLD


def test_rows_behind_their_numbers_are_no_columns() -> None:
    """Both are objects of objects; tables have more headers than columns of labels."""
    rows = [*ROWS, [*DECISIONS, None, None], ["行政许可", 7, None, None]]
    text = json.dumps({at: dict(enumerate(row)) for at, row in enumerate(rows)})
    assert told(text) == TOLD
    assert kinds(text, "licensing") == [(Kind.NUMBER, 7)]


def test_pages_with_as_many_lines_are_no_columns() -> None:
    pages = {"1": [*DECISIONS, "行政许可", "7"], "2": [*DECISIONS, "行政处罚", "3"]}
    assert parse(json.dumps(pages)).text.splitlines() == [*pages["1"], *pages["2"]]


@pytest.mark.parametrize(
    "item",
    [
        lambda line: {"type": "正文", "text": line},
        lambda line: {"text": line, "x": {"x1": 1, "x2": 7}},
        lambda line: {"text": line, "xs": {"x1": [1, 2], "x2": [7, 8]}},
    ],
    ids=["kind", "numbers", "arrays"],
)
def test_what_a_program_tells_of_lines_makes_no_rows_of_them(
    item: Callable[[str], object],
) -> None:
    lines = [*DECISIONS, "行政许可", "7", "行政处罚", "3"]
    drawn = parse(json.dumps(list(map(item, lines)))).text.splitlines()
    assert [line for line in drawn if line in lines] == lines


def test_labels_behind_numbers_are_no_figures() -> None:
    """Nor are the rows that they name anything but rows."""
    rows = [["3.其他", 4], ["2.拟办", 0]]
    read = parse(json.dumps(records_of(("申请情况", "总计"), rows)))
    assert read.text == "申请情况\t总计\n3.其他\t4\n2.拟办\t0"


def test_labels_tell_which_way_a_small_table_is_turned() -> None:
    rows = {str(at): dict(enumerate(row)) for at, row in enumerate(ROWS)}
    columns = {
        str(at): dict(enumerate(column)) for at, column in enumerate(zip(*ROWS, strict=True))
    }
    told = [parse(json.dumps(given)).cells for given in (rows, columns)]
    assert [cell.value for cell in told[0]] == [cell.value for cell in told[1]]
    assert Kind.NUMBER in {cell.kind for cell in told[0]}


# Records between the lines of a text

ABOVE, BELOW = "第二十条第（一）项", "三、收到和处理政府信息公开申请情况"


def between_lines(table: str, line_end: str = "\n") -> str:
    return line_end.join([ABOVE, table.replace("\n", line_end), BELOW])


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("indent", [1, 2, 4, "\t"])
@pytest.mark.parametrize("rows", [ROWS, records_of("0123", ROWS), records_of(HEADER, ROWS[1:])])
def test_json_over_several_lines_may_stand_between_others(
    rows: object, indent: int | str, line_end: str
) -> None:
    text = between_lines(json.dumps(rows, indent=indent), line_end)
    assert told(text) == TOLD
    assert parse(text).text.splitlines()[0] == ABOVE
    assert parse(text).text.splitlines()[-1] == BELOW


def test_tables_of_json_may_stand_below_each_other() -> None:
    tables = (ROWS, [DECISIONS, ["行政许可", "7"]], [DECISIONS, ["行政处罚", "0"]])
    text = "\n\n".join(json.dumps(table, indent=2) for table in tables)
    assert told(text) == TOLD
    assert kinds(text, "licensing", "penalties") == [(Kind.NUMBER, 7), (Kind.NUMBER, 0)]


@pytest.mark.parametrize("printed", [repr, json.dumps], ids=["Python", "JSON"])
def test_objects_on_one_line_are_rows_too(printed: Callable[[object], str]) -> None:
    """What Python prints of them is no JSON: its quotes, ``None`` and keys without quotes."""
    assert told(between_lines(printed([dict(enumerate(row)) for row in ROWS]))) == TOLD
    columns = {at: dict(enumerate(cells)) for at, cells in enumerate(zip(*ROWS, strict=True))}
    assert told(printed(columns)) == TOLD


def test_python_may_print_tuples_and_what_is_no_number() -> None:
    rows = (
        "{0: '信息内容', 1: '本年处理决定数量'}",
        "{0: '行政许可', 1: nan}",
        "{0: '行政处罚', 1: 3.0}",
    )
    text = f"[({', '.join(rows)},)]"
    assert kinds(text, "licensing", "penalties") == [(Kind.BLANK, None), (Kind.NUMBER, 3)]


@pytest.mark.parametrize(
    "table",
    [
        "['规章', '1']\n['行政规范性文件', '2']",
        "[1]\n[注：本表\n[\n3]]",
        "{规章\n3}\n[[",
        '["规章",\n"3"\n[0]',
    ],
    ids=["lists", "brackets", "braces", "cut"],
)
def test_what_is_no_table_of_json_stays(table: str) -> None:
    assert parse(between_lines(table)).text == between_lines(table)


@pytest.mark.parametrize("opens", ["[", '{"a":', "{0: ", "[{0: ", "(", "{'a': ("])
@pytest.mark.parametrize("line_end", ["", "\n"])
def test_nothing_is_nested_too_deep(opens: str, line_end: str) -> None:
    closes = "".join({"[": "]", "{": "}", "(": ")"}.get(sign, "") for sign in reversed(opens))
    for depth in (300, 480, 900, 990, 5000):
        nested = f"{opens}{line_end}" * depth + "1" + closes * depth
        assert parse(between_lines(nested)).text.count("1") >= 1


def test_many_brackets_are_looked_at_in_time_that_grows_with_the_text() -> None:
    for line in ("[\n", '["a\n', '{"a":\n', "{0: 'a',\n", "['\n"):
        assert with_records_drawn(line * 20_000) == line * 20_000


# Lists within lists, an item on each line

DASHED = """\
- 示例镇2022年政府信息公开工作年度报告
- - - 信息内容
    - 本年制发件数
    - 本年废止件数
    - 现行有效件数
  - - 规章
    - '1'
    - null
    - 3
  - - 行政规范性
      文件
    - "4"
    - '5'
    - 6
- - 说明
  - '-'
"""


def test_the_dashes_of_a_list_are_no_cells() -> None:
    assert told(DASHED) == TOLD
    assert parse(DASHED).text.splitlines()[1:] == [
        "\t".join(HEADER),
        "规章\t1\t\t3",
        "行政规范性 文件\t4\t5\t6",
        "说明\t-",
    ]


def test_a_list_that_begins_in_its_middle_is_one() -> None:
    cut = "\n".join(DASHED.splitlines()[4:])
    assert parse(cut).cell("proactive", "rules", "issued").kind is not Kind.DASH
    assert "行政规范性 文件\t4\t5\t6" in parse(cut).text


@pytest.mark.parametrize(
    "text",
    [
        "- 规章\n- 3\n- 5",
        "规章 - - 5\n- - 3\n- 5",
        "-   -   3\n    -   5",
        "- - 规章\n说明",
        "- - 3 -\n\n  - 5",
    ],
)
def test_other_dashes_stay(text: str) -> None:
    assert parse(text).text == text


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
records = st.recursive(
    scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.just("行政许可"), inner)
)


@given(records)
def test_any_record_gives_a_report(record: object) -> None:
    parse(json.dumps(record, ensure_ascii=False))


def test_each_line_may_be_a_record_by_itself() -> None:
    records = (
        {"title": "某县2021年政府信息公开工作年度报告"},
        {"text": "二、主动公开政府信息情况\n信息内容|本年处理决定数量\n行政许可|29"},
        [["行政处罚", "5"]],
    )
    lines = "\n\n".join(json.dumps(one, ensure_ascii=False) for one in records)
    report = parse(f"{lines}\n")
    assert (report.year, report.cell("proactive", "licensing", "decisions").value) == (2021, 29)
    assert text_of_json(f"{lines}\n行政强制: 3") is None
    assert text_of_json(f"{lines}\n{{}} 3}}") is None


@pytest.mark.parametrize("write", [repr, lambda row: json.dumps(row, ensure_ascii=False)])
@pytest.mark.parametrize("word", ["见附件", "本级"])
def test_a_comma_behind_each_list_makes_no_cell_of_its_bracket(
    word: str, write: Callable[[list[str | None]], str]
) -> None:
    """Read as rows of commas, the last figure is ``8]``, and a word counts as the line's name."""
    outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    header: list[list[str | None]] = [
        ["行政复议", *[None] * 4, "行政诉讼", *[None] * 9],
        [*outcomes, "未经复议直接起诉", *[None] * 4, "复议后起诉", *[None] * 4],
        [*[""] * 5, *outcomes, *outcomes],
    ]
    figures = [*"241723027503", "0", "8"]
    heading = "四、政府信息公开行政复议、行政诉讼情况"
    lists = "".join(f"{write(row)},\n" for row in (*header, [word, *figures]))
    report = parse(f"{heading}\n{lists}五、存在的主要问题\n无。")
    read = [cell.value for cell in report.cells if cell.table == "proceedings"]
    assert read in ([], [None, *map(int, figures)])
