"""Texts that end inside a row, as excerpts and previews do: what was cut off is not told."""

import re
from random import Random

import pytest

from generate.render import RENDERINGS, Rendering, render
from generate.reports import MadeReport, make_report
from generate.styles import PLAIN
from gov_disclosure import AnnualReport, Form, Kind, parse
from gov_disclosure.inputs.html import text_of_html

PROACTIVE = "二、主动公开政府信息情况\n"
APPLICATIONS = "三、收到和处理政府信息公开申请情况\n"
PROCEEDINGS = "四、政府信息公开行政复议、行政诉讼情况\n"
ROWS = (
    "一、本年新收政府信息公开申请数量 7 2 0 0 0 1 10",
    "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0",
    "（一）予以公开 5 1 0 0 0 0 6",
)
FIGURE = re.compile(r"(?<![\d.,])\d+(?![\d.,年月日])")


def row(report: AnnualReport, table: str, key: str) -> list[int | str | None]:
    """What is told of a row, place by place: numbers, and the kinds of other cells."""
    cells = [cell for cell in report.cells if (cell.table, cell.row) == (table, key)]
    return [
        None if c.kind is Kind.MISSING else c.kind.value if c.value is None else int(c.value)
        for c in cells
    ]


def wrongly_told(report: AnnualReport, made: MadeReport) -> list[tuple[str, str, str]]:
    """The cells of which something else is told than was printed before the text was cut."""
    told = [c for c in report.cells if c.kind not in (Kind.MISSING, Kind.TEXT)]
    places = [((c.table, c.row, c.column), c) for c in told]
    return [
        where
        for where, cell in places
        if (made.expected(where).kind, made.expected(where).value) != (cell.kind, cell.value)
    ]


@pytest.mark.parametrize("rendering", RENDERINGS, ids=lambda rendering: rendering.name)
@pytest.mark.parametrize("manner", ["zeros", "mixed"])
@pytest.mark.parametrize("form", Form)
def test_nothing_wrong_is_told_of_a_text_that_ends_behind_a_figure(
    form: Form, manner: str, rendering: Rendering
) -> None:
    made = make_report(form, 7, manner)
    text = render(made, rendering, PLAIN)
    figures = [found.end() for found in FIGURE.finditer(text) if found.start() > len(text) // 4]
    until = Random(f"{form}{manner}{rendering.name}").choice(figures or [len(text)])
    assert wrongly_told(parse(text[:until]), made) == []


@pytest.mark.parametrize("between", ["\n", "\n\n", " | ", " |\n", "\t", " "])
def test_the_last_figure_before_the_end_of_the_text_is_no_sum_of_those_before(between: str) -> None:
    full, cut = ROWS, "（二）部分公开（区分处理的，只计这一情形，不计其他情形） 2 0 0 0 0 2"
    report = parse(APPLICATIONS + "\n".join((*full, cut)).replace(" ", between))
    assert row(report, "applications", "granted")[-1] == 6
    assert row(report, "applications", "partially_granted")[-1] is None


@pytest.mark.parametrize("behind", ["[truncated]\n", f"{PROCEEDINGS}略。\n"])
def test_nor_is_the_last_one_of_a_table_that_goes_on_in_its_form(behind: str) -> None:
    cut = "（二）部分公开（区分处理的，只计这一情形，不计其他情形） 1 1"
    text = APPLICATIONS + "\n".join((*ROWS, cut, behind)).replace(" ", "\n")
    assert row(parse(text), "applications", "partially_granted") == [None] * 7


def test_empty_cells_that_were_lost_are_told_by_sums_where_something_follows() -> None:
    rows = "一、本年新收政府信息公开申请数量 7 2 1 10\n四、结转下年度继续办理 3 4 7"
    stack = (APPLICATIONS + rows).replace(" ", "\n")
    followed = parse(f"{stack}\n{PROCEEDINGS}略。\n")
    assert row(followed, "applications", "carried_forward")[-1] == 7
    assert row(parse(stack), "applications", "carried_forward")[-1] is None


@pytest.mark.parametrize("between", [",", "\n", "\t", " | "])
def test_a_row_that_lacks_a_figure_has_lost_it_where_all_others_print_their_zeros(
    between: str,
) -> None:
    header = "结果维持 结果纠正 其他结果 尚未审结 总计 " * 3
    figures = "0 0 0 1 1 0 1 0 1 0 1 1 0 2"
    line = f"行政复议 未经复议直接起诉 复议后起诉\n{header.strip()}\n{figures}\n"
    text = f"{PROCEEDINGS}{line.replace(' ', between)}五、存在的主要问题及改进情况\n略。\n"
    told = [cell for cell in parse(text).cells if cell.table == "proceedings"]
    assert {cell.kind for cell in told} <= {Kind.MISSING}


@pytest.mark.parametrize("between", ["\t", " | ", "^"])
def test_a_cell_that_a_sign_opens_at_the_end_of_the_text_may_have_been_cut(between: str) -> None:
    text = (
        f"{PROACTIVE}信息内容^本年制发件数^本年废止件数^现行有效件数\n规章^0^^0\n行政规范性文件^5^^"
    )
    told = row(parse(text.replace("^", between)), "proactive", "normative_documents")
    assert told == [5, "blank", None]


def test_it_is_empty_where_its_line_ends() -> None:
    header = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
    text = f"{PROACTIVE}{header}规章\t0\t\t0\n行政规范性文件\t5\t\t\n"
    assert row(parse(text), "proactive", "normative_documents") == [5, "blank", "blank"]


@pytest.mark.parametrize("between", ["\n", "\n\n", " |\n"])
def test_a_row_of_which_just_the_unit_is_left_is_not_empty(between: str) -> None:
    rows = "统计指标 单位 统计数 一、主动公开情况 —— （一）收到申请数 件 3 1.当面申请数 件"
    text = f"政府信息公开情况统计表\n{rows.replace(' ', between)}{between}"
    assert row(parse(text), "statistics", "requests.received.in_person") == [None]


@pytest.mark.parametrize("manner", ["blanks", "mixed"])
@pytest.mark.parametrize("name", ["tabs", "markdown", "dots", "html"])
def test_a_row_that_is_cut_short_says_nothing_of_what_others_do_with_empty_cells(
    name: str, manner: str
) -> None:
    layout = next(rendering for rendering in RENDERINGS if rendering.name == name)
    text = render(make_report(Form.F2021, 3, manner), layout, PLAIN)
    until = text.index("信访举报投诉类申请")
    figures = [found.end() for found in FIGURE.finditer(text, 0, until)]
    above = {(c.table, c.row, c.column): c.value for c in parse(text[:until]).cells if c.value}
    told = {(c.table, c.row, c.column): c.value for c in parse(text[: figures[-2]]).cells}
    lost = [where for where, value in above.items() if told.get(where) != value]
    assert len(lost) <= 7


def test_a_heading_is_no_empty_row_of_an_older_form_though_the_text_ends_in_a_row_beneath_it() -> (
    None
):
    rows = "（六）其他处理\n1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 0 0 0"
    report = parse(APPLICATIONS + "\n".join((*ROWS, rows)).replace(" ", "\n"))
    assert report.form is Form.F2021
    assert row(report, "applications", "other_handling") == []


def test_a_row_of_a_page_that_ends_inside_it_lacks_cells() -> None:
    source = "<table><tr><td>规章<td>1<td>2</tr><tr><td>检查</td><td>3</td><td"
    assert text_of_html(source).endswith("| 检查 | 3")
    assert text_of_html(f"{source}></td></tr></table>").endswith("| 检查 | 3 |  |")
