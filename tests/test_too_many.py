"""Rows that look full, but hold a cell too many: a number of a page, or half a figure."""

import pytest

from gov_disclosure import AnnualReport, Kind, parse

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
