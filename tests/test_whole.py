"""Tables that print their form whole: read by the order or place of their cells, as by layout."""

import re
from collections.abc import Callable
from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generate.render import RENDERINGS, Rendering, render
from generate.reports import make_report
from generate.styles import PLAIN, random_style
from gov_disclosure import AnnualReport, Form, Kind, parse
from gov_disclosure.drafting import drafts_of
from gov_disclosure.parser import report_of
from shared_files import Sample, needs_shared, samples

PROACTIVE = """\
二、主动公开政府信息情况
第二十条第（一）项
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | 0 | 0 | 0
行政规范性文件 | 4 | 1 | 29
第二十条第（五）项
信息内容 | 本年处理决定数量
行政许可 | 310
第二十条第（六）项
信息内容 | 本年处理决定数量
行政处罚 | 12
行政强制 | 0
第二十条第（八）项
信息内容 | 本年收费金额（单位：万元）
行政事业性收费 | 3.5
"""
PROCEEDINGS = """\
四、政府信息公开行政复议、行政诉讼情况
行政复议 | 行政诉讼
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计
1 | 2 | 0 | 0 | 3 | 0 | 0 | 0 | 1 | 1 | 0 | 0 | 0 | 0 | 0
"""
WHOLE = PROACTIVE + PROCEEDINGS

(PIPES,) = (layout for layout in RENDERINGS if layout.name == "pipes")

every_rendering = pytest.mark.parametrize("layout", RENDERINGS, ids=lambda layout: layout.name)


def whole_in(text: str) -> list[str]:
    return [table.key for table in next(drafts_of(text)).whole]


def read_by_layout(text: str) -> AnnualReport:
    """What is read if no table is taken to be whole."""
    *_, by_layout = drafts_of(text)
    return report_of([by_layout])


def edited(line: str, *others: str) -> str:
    """The tables with other lines in the place of one."""
    assert WHOLE.count(line) == 1, line
    return WHOLE.replace(line, "\n".join(others))


def assert_read_alike(text: str) -> None:
    """What is printed whole is read just as if every layout had been tried.

    Which of several empty cells is that of a column may be told otherwise: a label that is merged
    over several cells leaves some behind it.
    """
    by_layout = read_by_layout(text)
    assert without_places_of_blanks(parse(text)) == without_places_of_blanks(by_layout)


def assert_no_layout_tells_otherwise(text: str) -> None:
    """What a reading by layout leaves open may be told, but nothing else than what it tells."""
    told, by_layout = parse(text).readings, read_by_layout(text).readings
    assert by_layout.keys() <= told.keys()
    for where, reading in by_layout.items():
        assert told[where][:2] == reading[:2], where


def without_places_of_blanks(report: AnnualReport) -> AnnualReport:
    readings = {
        where: one._replace(start=0, end=0) if one.kind is Kind.BLANK else one
        for where, one in report.readings.items()
    }
    return attrs.evolve(report, readings=readings)


def test_whole_tables_need_no_layout() -> None:
    assert whole_in(WHOLE) == ["proactive", "proceedings"]
    assert next(drafts_of(WHOLE)).grids == ()
    assert_read_alike(WHOLE)


def test_the_layout_of_a_whole_table_is_told_when_it_is_asked_for() -> None:
    report = parse(WHOLE)
    assert [report.text[slice(*attrs.astuple(layout.span))][:3] for layout in report.layouts] == [
        "第二十",
        "行政复",
    ]
    assert report.layouts == read_by_layout(WHOLE).layouts


@every_rendering
@pytest.mark.parametrize("form", Form)
def test_whole_tables_are_read_as_by_layout(layout: Rendering, form: Form) -> None:
    style = random_style(layout.breaks, Random(form.value))
    for text in (
        render(make_report(form, 7, "zeros"), layout, PLAIN),
        render(make_report(form, 8, "dashes"), layout, style),
    ):
        assert_read_alike(parse(text).text)
    for text in (
        render(make_report(form, 9, "mixed"), layout, style),
        render(make_report(form, 10, "blanks"), layout, PLAIN),
    ):
        assert_no_layout_tells_otherwise(parse(text).text)


WHOLE_LAYOUTS = [
    *("pipes", "tabs", "markdown", "html", "stacked", "stacked_between_pipes"),
    *("columns", "boxes", "drawn_boxes", "spaced"),
]


@pytest.mark.parametrize("name", WHOLE_LAYOUTS)
@pytest.mark.parametrize("form", Form)
def test_a_printed_zero_for_every_blank_makes_tables_whole(name: str, form: Form) -> None:
    (layout,) = (one for one in RENDERINGS if one.name == name)
    text = parse(render(make_report(form, 7, "zeros"), layout, PLAIN)).text
    tables = ["statistics"] if form is Form.F2014 else ["proactive", "applications", "proceedings"]
    assert whole_in(text) == tables


KEEPS_PLACES = [
    *("tabs", "markdown", "pipes_bordered", "psql", "org", "html"),
    *("commas", "semicolons", "tabs_quoted"),
]


@pytest.mark.parametrize("name", KEEPS_PLACES)
@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("manner", ["mixed", "blanks"])
def test_where_cells_keep_their_places_empty_ones_do_no_harm(
    name: str, form: Form, manner: str
) -> None:
    (layout,) = (one for one in RENDERINGS if one.name == name)
    text = parse(render(make_report(form, 7, manner), layout, PLAIN)).text
    tables = ["statistics"] if form is Form.F2014 else ["proactive", "applications", "proceedings"]
    assert whole_in(text) == tables


@needs_shared
@pytest.mark.parametrize(
    "sample", samples("reports") + samples("wild"), ids=lambda sample: sample.name[:4]
)
def test_real_tables_that_are_whole_are_read_as_by_layout(sample: Sample) -> None:
    assert_read_alike(sample.text)


STILL_WHOLE = {
    "a row is missing": edited("规章 | 0 | 0 | 0\n", ""),
    "a part of the table is missing": edited(
        "第二十条第（五）项\n信息内容 | 本年处理决定数量\n行政许可 | 310\n", ""
    ),
    "captions are missing": edited("第二十条第（一）项\n", ""),
    "labels are broken": edited("行政规范性文件 | 4", "行政规 范\n性文件 | 4"),
    "labels are Traditional": edited("行政处罚 | 12", "行政處罰 | 12"),
    "figures are full width": edited("行政处罚 | 12", "行政处罚 | １２"),
    "figures have units": edited("行政处罚 | 12", "行政处罚 | 12件"),
    "a label has the unit of its figures": edited("行政处罚 | 12", "行政处罚（件） | 12"),
    "a unit is spelled otherwise": edited("（单位：万元）", "（万元）"),
    "a sentence stands below": WHOLE.replace("四、", "以上为本机关的数据。\n四、"),
    "a cell is empty": edited("规章 | 0 | 0 | 0", "规章 | 0 | | 0"),
    "the first cell is empty": edited("规章 | 0 | 0 | 0", "规章 | | 0 | 0"),
    "rows are empty": edited("规章 | 0 | 0 | 0", "规章 | | |").replace("处罚 | 12", "处罚 | "),
    "empty cells are dashes": edited("规章 | 0 | 0 | 0", "规章 | - | | 无"),
    "cells have lines of their own": WHOLE.replace(" | ", "\n"),
    "cells are parted by commas": WHOLE.replace(" | ", ","),
    "a cell with a comma is quoted": edited("处罚 | 12", '处罚 | "1,200"').replace(" | ", ","),
    "cells are parted by tabs": WHOLE.replace(" | ", "\t"),
    "rows are parted by rules": WHOLE.replace("\n", "\n----+----+----\n"),
}


@pytest.mark.parametrize("text", STILL_WHOLE.values(), ids=list(STILL_WHOLE))
def test_whatever_parts_its_cells_a_plain_table_is_whole(text: str) -> None:
    assert "proactive" in whole_in(text)
    assert_read_alike(text)


NOT_WHOLE = {
    "a cell is missing": edited("规章 | 0 | 0 | 0", "规章 | 0 | 0"),
    "a cell is too many": edited("规章 | 0 | 0 | 0", "规章 | 0 | | 0 | 0"),
    "a figure is too many": edited("行政许可 | 310", "行政许可 | 310 | 5"),
    "a quote is not closed": edited("规章 | 0 | 0 | 0", '规章 | 0 | "0 | 0'),
    "a row is unknown": edited("行政强制 | 0", "行政强制 | 0", "行政检查 | 8"),
    "rows have changed places": edited(
        "行政处罚 | 12\n行政强制 | 0", "行政强制 | 0", "行政处罚 | 12"
    ),
    "columns have changed places": edited(
        "本年制发件数 | 本年废止件数", "本年废止件数 | 本年制发件数"
    ),
    "words stand in a cell": edited("行政许可 | 310", "行政许可 | 约310"),
    "a label is unknown": edited("行政许可 | 310", "行政确认 | 310"),
    "a remark tells another unit": edited("（单位：万元）", "（单位：元）"),
    "a line tells another unit": edited("行政事业性收费 | 3.5", "行政事业性收费 | 3.5", "单位：元"),
    "a cell may hold two figures": edited(
        "行政规范性文件 | 4 | 1 | 29", "行政规范性文件 | 4 | 1 29"
    ),
    "a page's number may be a figure": edited("行政许可 | 310", "7", "行政许可 | 310"),
    "a page's number stands behind an empty cell": edited("行政处罚 | 12", "行政处罚 |", "3"),
    "marked numbers of pages stand behind an empty row": edited(
        "规章 | 0 | 0 | 0", "规章", "— 3 —"
    ),
    "an empty cell stands before a figure": edited("行政处罚 | 12", "行政处罚 | | 12"),
    "an empty cell stands between figures": edited("文件 | 4 | 1 | 29", "文件 | 4 | | 29 | 33"),
    "a figure goes on on the next line": edited("文件 | 4 | 1 | 29", "文件 | 4 | | 2", "9"),
    "a figure is clipped": edited("文件 | 4 | 1 | 29", "文件 | 4 | 1… | 29"),
    "a mark stands in a cell": edited("文件 | 4 | 1 | 29", "文件 | * | 4 | 1 | 29"),
    "a short rule stands behind a row": edited("文件 | 4 | 1 | 29", "文件 | 4 | | 29", "——"),
    "a hidden blank parts a figure": edited("文件 | 4 | 1 | 29", "文件 | 4\u200b1 | 29"),
    "a padded line tells another unit": edited(
        "行政事业性收费 | 3.5", "行政事业性收费 | 3.5", " " * 125 + "（单位：元）"
    ),
    "a note tells of thousands": edited(
        "行政事业性收费 | 3.5", "行政事业性收费 | 3.5", "注：以上数据单位为千件。"
    ),
    "figures of another year stand below": WHOLE.replace("四、", "其中2021年规章 3 3 3\n四、"),
    "a figure stands below": WHOLE.replace("四、", "  5\n四、"),
    "a row stands below": WHOLE.replace("四、", "行政确认 | 7\n四、"),
}


@pytest.mark.parametrize("text", NOT_WHOLE.values(), ids=list(NOT_WHOLE))
def test_what_is_not_plain_is_weighed(text: str) -> None:
    assert "proactive" not in whole_in(text)
    assert_read_alike(text)


LONG = "本单位认真编写了报告" * 120


@pytest.mark.parametrize(
    "line", [f"{{}} | {LONG} | 5 | 6", f"{LONG} | {{}}"], ids=["behind", "before"]
)
def test_however_long_words_beside_figures_are_they_are_seen(line: str) -> None:
    figures = "1 | 2 | 0 | 0 | 3 | 0 | 0 | 0 | 1 | 1 | 0 | 0 | 0 | 0 | 0"
    text = WHOLE.replace(figures, line.format(figures))
    assert "proceedings" not in whole_in(text)
    assert_read_alike(text)


@pytest.mark.parametrize("delimiter", [" | ", "\t"], ids=["pipes", "tabs"])
def test_rows_that_only_end_in_empty_cells_may_have_lost_others(delimiter: str) -> None:
    """So does a tool that fills rows up behind the cells that are left."""

    def text(*rules: str) -> str:
        rows = {"规章": rules, "行政规范性文件": ("4", "29", "")}
        plain = edited("规章 | 0 | 0 | 0", "规章").replace("文件 | 4 | 1 | 29", "文件")
        parted = plain.replace(" | ", delimiter)
        for label, cells in rows.items():
            parted = parted.replace(f"{label}\n", delimiter.join((label, *cells)) + "\n")
        return parted

    lost, kept = text("8", "3", ""), text("", "8", "3")
    assert "proactive" not in whole_in(lost)
    assert_read_alike(lost)
    assert "proactive" in whole_in(kept)
    assert_read_alike(kept)


STACK = edited("规章 | 0 | 0 | 0", "规章 | 8 | 3 | ").replace(" | ", "\n").replace(" \n", "\n")


def test_an_empty_line_may_just_part_rows_where_none_stands_before_a_figure() -> None:
    """Each row below lost an empty cell, or has one: nothing tells which it is."""
    lost = STACK.replace("\n4\n1\n29\n", "\n4\n29\n\n")
    assert "proactive" not in whole_in(lost)
    proactive = parse(lost).proactive
    assert proactive is not None
    assert proactive.rules.repealed is None
    assert "proactive" in whole_in(STACK.replace("\n4\n1\n29\n", "\n4\n\n29\n"))


@pytest.mark.parametrize("number", ["0\n\f", "\f0\n"], ids=["below", "above"])
def test_a_number_at_a_page_break_may_stand_for_an_empty_cell(number: str) -> None:
    stack = WHOLE.replace(" | ", "\n")
    assert whole_in(stack) == ["proactive", "proceedings"]
    assert whole_in(stack.replace("行政强制\n0\n", f"行政强制\n{number}")) == ["proceedings"]


@pytest.mark.parametrize(
    "line",
    [
        "2 | 2 | 0 | 0 | 3 | 0 | 0 | 0 | 1 | 1 | 0 | 0 | 0 | 0 | 0",
        "1 | 2 | 0 | 0 | 3 | 0 | 0 | 0 | 1 | 1 | 0 | 0 | 0 | 0",
    ],
    ids=["against its sum", "too short"],
)
def test_figures_that_do_not_add_up_are_weighed(line: str) -> None:
    text = WHOLE.replace("1 | 2 | 0 | 0 | 3 | 0 | 0 | 0 | 1 | 1 | 0 | 0 | 0 | 0 | 0", line)
    assert "proceedings" not in whole_in(text)
    assert_read_alike(text)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\u2028", "\x85"], ids=repr)
def test_a_page_number_behind_an_empty_row_is_seen_whatever_ends_lines(end: str) -> None:
    parted = WHOLE.replace(" | ", "    ")
    text = parted.replace("规章    0    0    0", "规章\n\n        — 3 —")
    assert "proactive" in whole_in(parted.replace("\n", end))
    assert "proactive" not in whole_in(text.replace("\n", end))
    assert_read_alike(text.replace("\n", end))


@pytest.mark.parametrize("rest", [".5", ",500", "千", "%"])
@pytest.mark.parametrize("delimiter", [" | ", "    ", "\n"])
def test_a_figure_that_goes_on_below_is_left_open(rest: str, delimiter: str) -> None:
    text = edited("行政事业性收费 | 3.5", "行政事业性收费 | 3", rest).replace(" | ", delimiter)
    report = parse(text)
    assert "proactive" not in whole_in(text)
    assert report.proactive is not None
    assert report.proactive.fees.amount is None


def test_a_sum_that_stands_before_others_on_one_line_is_weighed() -> None:
    """Beneath it on another line stand those of a group; here the order is that of the figures."""
    columns = "自然人 | 总计 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他"
    made = render(make_report(Form.F2021, 7, "zeros"), PIPES, PLAIN)
    head, rows = made.split("(本列数据")[0], made[made.index("一、本年新收") :]
    assert "applications" not in whole_in(f"{head}申请人情况 | {columns}\n{rows}")


def test_a_table_whose_figures_have_moved_is_weighed_with_all_others() -> None:
    made = render(make_report(Form.F2021, 7, "zeros"), PIPES, PLAIN)
    lines = made.split("\n")
    moved = [_turned(line) if line.count("|") > 7 and "0 |" in line else line for line in lines]
    assert_read_alike("\n".join(moved))


def _turned(line: str) -> str:
    """The line with its last two figures first."""
    *labels, one, other, a, b, c, d, e = (cell for cell in line.split(" | ") if cell.strip("| "))
    return " | ".join((*labels, d, e.strip(" |"), one, other, a, b, c)) + " |"


def test_only_the_form_that_prints_a_table_so_is_told() -> None:
    made = render(make_report(Form.F2019, 7, "zeros"), PIPES, PLAIN)
    start, end = made.index("二、"), made.index("三、")
    assert parse(made[:start] + made[end:]).form is Form.F2019


@pytest.mark.parametrize("blanks", [2_000, 20_000])
def test_a_padded_line_is_no_burden(blanks: int) -> None:
    assert parse(WHOLE.replace("四、", f"注{' ' * blanks}说明\n四、")).proactive is not None


def test_a_group_before_the_row_above_it_is_weighed() -> None:
    text = WHOLE.replace("行政复议 | 行政诉讼", "行政诉讼 | 行政复议")
    assert "proceedings" not in whole_in(text)


def test_a_table_that_stands_twice_is_weighed() -> None:
    again = PROACTIVE.replace("二、主动公开政府信息情况", "七、附件")
    assert "proactive" not in whole_in(WHOLE + again)
    assert whole_in(WHOLE + again.replace("规章 | 0 | 0", "规章 | 0")) == []


def test_all_tables_bear_witness_for_one_that_is_in_doubt() -> None:
    assert whole_in(edited("行政事业性收费 | 3.5", "行政事业收费 | 3.5")) == ["proceedings"]
    assert whole_in(edited("规章 | 0 | 0 | 0", "规章 | 0 | 0")) == []


def test_a_table_of_another_year_is_weighed() -> None:
    text = "甲镇2022年政府信息公开工作年度报告\n" + WHOLE.replace(
        "第二十条第（一）项", "2021年度\n第二十条第（一）项"
    )
    report = parse(text)
    assert report.proactive is None
    assert report.proceedings is not None


Edit = Callable[[list[str], int, Random], None]


def lose(lines: list[str], at: int, chance: Random) -> None:
    """A line of words; a box that lacks one of its lines is no layout."""
    if re.search(r"\w", lines[at]):
        del lines[at]


def double(lines: list[str], at: int, chance: Random) -> None:
    lines.insert(chance.randrange(len(lines)), lines[at])


def number_a_page(lines: list[str], at: int, chance: Random) -> None:
    lines.insert(at, str(chance.randrange(30)))


def change_a_figure(lines: list[str], at: int, chance: Random) -> None:
    lines[at] = lines[at].replace("0", chance.choice(("", "7", "-", "1 2")), 1)


def shift(lines: list[str], at: int, chance: Random) -> None:
    sign = "|" if "|" in lines[at] else "\t"
    first, *others = lines[at].split(sign)
    if others:
        others.insert(chance.randrange(len(others)), "")
    lines[at] = sign.join((first, *others))


def cut_in_two(lines: list[str], at: int, chance: Random) -> None:
    half = chance.randrange(len(lines[at]) + 1)
    lines[at : at + 1] = [lines[at][:half], lines[at][half:]]


@given(
    layout=st.sampled_from(RENDERINGS),
    form=st.sampled_from(Form),
    seed=st.integers(0, 10**6),
    edit=st.sampled_from([lose, double, number_a_page, change_a_figure, shift, cut_in_two]),
    manner=st.sampled_from(["zeros", "mixed"]),
)
def test_whatever_befalls_a_line_no_layout_tells_otherwise(
    layout: Rendering, form: Form, seed: int, edit: Edit, manner: str
) -> None:
    chance = Random(seed)
    lines = parse(render(make_report(form, seed, manner), layout, PLAIN)).text.split("\n")
    edit(lines, chance.randrange(len(lines)), chance)
    assert_no_layout_tells_otherwise("\n".join(lines))
