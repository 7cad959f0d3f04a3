"""Rows that look full, but hold a cell too many: a number of a page, or half a figure."""

import pytest

from generate.reports import USUAL, make_report
from gov_disclosure import AnnualReport, Form, Kind, parse
from gov_disclosure.forms import tables_of

APPLICATIONS = "三、收到和处理政府信息公开申请情况\n"
LABELS = (
    "一、本年新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量",
    "（一）予以公开",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "1.属于国家秘密",
    "2.其他法律行政法规禁止公开",
    "3.危及“三安全一稳定”",
)
FULL = "3 0 5 6 0 1 15"
COLUMNS = """\
二、主动公开政府信息情况
信息内容        本年制发件数  本年废止件数  现行有效件数
规章            {}
行政规范性文件  0             3             444
"""


def row(report: AnnualReport, table: str, key: str) -> list[int | str | None]:
    """What is told of a row, place by place: numbers, and the kinds of other cells."""
    cells = [cell for cell in report.cells if (cell.table, cell.row) == (table, key)]
    return [
        None if c.kind is Kind.MISSING else c.kind.value if c.value is None else int(c.value)
        for c in cells
    ]


def table(third: str) -> str:
    """Rows below each other, of which the third is given."""
    rows = [f"{label} {FULL}".split(" ") for label in LABELS]
    rows[2] = [LABELS[2], *third.split(" ")]
    return "|".join("|".join(cells) for cells in rows)


@pytest.mark.parametrize("between", ["\n\n", "\n \n"])
def test_with_an_empty_cell_and_further_line_ends_it_has_to_add_up(between: str) -> None:
    broken = table("_ 7 40 60 0 11 0 100").replace("|11|", "|\n11|")
    text = APPLICATIONS + broken.replace("|", between).replace("_", " ")
    assert row(parse(text), "applications", "granted") == [None] * 7
    assert row(parse(text), "applications", "new")[-1] == 15


def test_with_an_empty_cell_between_pipes_it_has_to_add_up() -> None:
    rows = [f"| {label} | {FULL.replace(' ', ' | ')} |" for label in LABELS]
    rows[2] = f"| {LABELS[2]} |  | 7 | 40 | 60 | 0 | 11 | 0 | 100 |"
    text = APPLICATIONS + "\n".join(rows)
    assert row(parse(text), "applications", "granted") == [None] * 7
    assert row(parse(text), "applications", "partially_granted")[-1] == 15


def test_two_digits_beneath_one_label_are_no_two_figures() -> None:
    broken = parse(COLUMNS.format("0                           9 2"))
    assert row(broken, "proactive", "rules") == [None] * 3
    assert row(broken, "proactive", "normative_documents") == [0, 3, 444]
    whole = parse(COLUMNS.format("0             9             2"))
    assert row(whole, "proactive", "rules") == [0, 9, 2]


def test_words_that_end_a_row_where_rows_lack_cells_may_be_of_none() -> None:
    header = "信息内容 上一年项目数量 本年增/减 处理决定数量\n"
    rows = "行政许可 1 3\n其他对外管理服务事项 5 -5 2\n第二十条第（六）项\n"
    more = "行政处罚 7 2 16\n行政强制 18 — 小计\n第二十条第（八）项\n"
    more += "信息内容 上一年项目数量 本年增/减\n行政事业性收费 51 0\n"
    text = f"二、主动公开政府信息情况\n{header}{rows}{header}{more}".replace(" ", "\n")
    assert row(parse(text), "proactive", "coercive_measures") == [None] * 3


@pytest.mark.parametrize("caption", ["2018年度数据", "以上为12月数据"])
def test_words_with_digits_behind_a_row_with_an_empty_cell_are_none_of_its_own(
    caption: str,
) -> None:
    text = f"{APPLICATIONS}{table('_ 7 / / / 3 10')}|{LABELS[6]}|{FULL}".replace("|", "\t\n")
    moved = text.replace("\t\n10\t", f"\t\n10\t\n{caption}").replace("_", "")
    assert row(parse(moved), "applications", "granted")[0] in ("blank", None)


@pytest.mark.parametrize("seed", range(5))
def test_figures_without_a_label_are_given_to_none_where_a_row_of_the_sums_is_not_there(
    seed: int,
) -> None:
    made = make_report(Form.F2019, seed, greatest=USUAL)
    applications = next(one for one in tables_of(Form.F2019) if one.key == "applications")
    lines = {
        line.key: [line.label, *(made.cells[applications.key, line.key, c.key] for c in columns)]
        for columns in [applications.blocks[0].columns]
        for line in applications.rows
    }
    del lines["refused.administrative_inquiry"][0]
    lines["not_processed.repeated"].insert(-2, "\n\n")
    text = APPLICATIONS + "\n".join(" ".join(cells) for cells in lines.values())
    for cell in parse(text).cells:
        if cell.kind is Kind.NUMBER:
            assert cell.value == made.expected((cell.table, cell.row, cell.column)).value
