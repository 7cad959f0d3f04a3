"""Reports as Markdown: what it sets around headings and labels is no part of them."""

from collections.abc import Callable

import pytest

from generate.render import RENDERINGS, render
from generate.reports import MANNERS, make_report
from generate.styles import PLAIN as STYLE
from gov_disclosure import AnnualReport, Form, Kind, parse

TITLE = "青柳镇2021年政府信息公开工作年度报告"
DATA = (("索引号", "11370-01/2022-3"), ("发布机构", "青柳镇人民政府"), ("成文日期", "2022-01-20"))
HEADINGS = ("一、总体情况", "二、主动公开政府信息情况", "五、存在的主要问题及改进情况")
PROSE = "本镇按时编写了这份报告。"
TABLE = "第二十条第(五)项\n\n| 信息内容 | 本年处理决定数量 |\n| --- | --- |\n| 行政许可 | 29 |"

Decorate = Callable[[str], str]

AS_HEADINGS: dict[str, Decorate] = {
    "hashes": "## {}".format,
    "hashes around": "### {} ###".format,
    "bold": "**{}**".format,
    "bold with hashes": "# **{}**".format,
    "underscores": "__{}__".format,
    "items": "- {}".format,
    "quotation": "> {}".format,
}


def written(heading: Decorate, label: Decorate) -> str:
    """A report with its title and headings set off in one manner, and its labels in another."""
    overview, proactive, problems = map(heading, HEADINGS)
    data = [f"{label(name)}：{said}" for name, said in DATA]
    parts = [heading(TITLE), *data, overview, PROSE, proactive, TABLE, problems, PROSE]
    return "\n\n".join(parts)


def seen(report: AnnualReport) -> tuple[object, ...]:
    """What has to be the same however a report is decorated."""
    data = report.metadata
    return (
        (report.title, report.agency, report.year),
        (data.index_number, data.agency, data.created),
        [(section.key, section.heading, section.text) for section in report.sections],
        [(cell.table, cell.row, cell.column, cell.value) for cell in report.cells],
        [report.text[span.start : span.end] for span in report.unread],
    )


PLAIN = seen(parse(written(str, str)))


@pytest.mark.parametrize("heading", AS_HEADINGS.values(), ids=AS_HEADINGS)
def test_headings_are_read_as_if_they_were_plain(heading: Decorate) -> None:
    assert seen(parse(written(heading, str))) == PLAIN


@pytest.mark.parametrize("label", ["**{}**", "- **{}**", "*{}*"])
def test_labels_are_read_as_if_they_were_plain(label: str) -> None:
    assert seen(parse(written(str, label.format))) == PLAIN


def test_a_title_in_bold_print_may_go_over_two_lines() -> None:
    report = parse("**青柳镇**\n**2021年政府信息公开工作年度报告**\n\n**一、总体情况**\n")
    assert (report.title, report.agency) == (TITLE, "青柳镇")


@pytest.mark.parametrize("rule", ["---", ":--", "--:", ":-:", ":-", ":---:"])
def test_the_rule_below_a_header_is_no_row(rule: str) -> None:
    columns = "本年制发件数 | 本年废止件数 | 现行有效件数"
    report = parse(
        f"## {HEADINGS[1]}\n\n| 信息内容 | {columns} |\n|{rule}|{rule}|{rule}|{rule}|\n"
        "| 规章 | 0 | - | 3 |\n| 行政规范性文件 | - | - | - |"
    )
    rules = [cell.value for cell in report.cells if cell.row == "rules"]
    assert rules == [0, None, 3]
    assert {cell.kind for cell in report.cells if cell.row == "normative_documents"} == {Kind.DASH}


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("between", ["", " "], ids=["nothing", "a blank"])
def test_a_report_that_lost_its_line_ends_keeps_its_cells(
    form: Form, manner: str, between: str
) -> None:
    (layout,) = (one for one in RENDERINGS if one.name == "markdown")
    text = render(make_report(form, 3, manner), layout, STYLE)
    joined = parse(text.replace("\n", between))
    assert {(c.table, c.row, c.column): (c.kind, c.value) for c in joined.cells} == {
        (c.table, c.row, c.column): (c.kind, c.value) for c in parse(text).cells
    }


def test_a_row_with_empty_cells_is_one_row() -> None:
    """Though it looks like several of two cells at one pace."""
    report = parse("| 规章 | 3 |  | 0 | 5 |  | 7 | 8 |  | 4 | 4 |")
    assert report.cells == ()


@pytest.mark.parametrize("between", ["<br>", " ", "<br/>"])
def test_the_label_of_a_group_may_stand_before_that_of_a_column(between: str) -> None:
    group = "法人或其他组织"
    columns = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
    grouped = (f"{group}{between}{column}" for column in columns)
    header = " | ".join(("项目", "自然人", *grouped, "总计"))
    row = "一、本年新收政府信息公开申请数量 | 1 | 2 | 0 | 0 | 0 | 0 | 3"
    report = parse(f"三、收到和处理政府信息公开申请情况\n| {header} |\n| {row} |")
    cells = [cell.value for cell in report.cells if cell.row == "new"]
    assert cells == [1, 2, 0, 0, 0, 0, 3]


def test_a_rule_whose_pipes_became_tabs_is_no_row_of_dashes() -> None:
    outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3
    rows = (outcomes, ["---"] * 15, ["1", "", "", "", "1", *[""] * 10])
    lines = ("\t" + "\t".join(row) + "\t" for row in rows)
    report = parse("\n".join(("四、政府信息公开行政复议、行政诉讼情况", *lines)))
    assert report.cell("proceedings", "review", "total").value == 1


@pytest.mark.parametrize("figure", ["'{}", '="{}"'])
def test_what_spreadsheets_print_before_text_is_no_part_of_a_figure(figure: str) -> None:
    row = "\t".join(("规章", *map(figure.format, (0, 3, 5))))
    report = parse(f"信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n{row}")
    assert [cell.value for cell in report.cells if cell.row == "rules"] == [0, 3, 5]


@pytest.mark.parametrize("mark", ["-", "*", "+"])
@pytest.mark.parametrize("dash", ["-", "—"])
def test_the_mark_of_an_item_is_no_dash_of_the_row_above(mark: str, dash: str) -> None:
    rows = ("行政许可 5", f"行政处罚 {dash}", "行政强制 0")
    items = (f"{mark} {row}" for row in rows)
    report = parse("\n".join(("信息内容 本年处理决定数量", *items)))
    told = [cell.value for cell in report.cells if cell.kind is Kind.NUMBER]
    assert told == [5, 0]
    assert report.cell("proactive", "penalties", "decisions").kind is Kind.DASH


@pytest.mark.parametrize(
    "named", ["Col{}", "Column {}", "Unnamed: {}", "Unnamed: {}_level_0", "nan"]
)
def test_a_made_up_name_of_a_column_is_an_empty_cell(named: str) -> None:
    """Tools name the columns of each page by its first line, and number those without a name."""
    cells = ("(一)予以公开", "2", named.format(3), "1", "0", "0", named.format(7), "3")
    below = ("(二)部分公开", "1", "", "", "2", "0", "", "3")
    rows = (cells, ("---",) * len(cells), below)
    lines = (f"|{'|'.join(row)}|" for row in rows)
    report = parse("\n".join(("三、收到和处理政府信息公开申请情况", *lines)))
    told = [cell.value or cell.kind for cell in report.cells if cell.row == "granted"]
    assert told == [2, Kind.BLANK, 1, Kind.NUMBER, Kind.NUMBER, Kind.BLANK, 3]
