"""Lines that a program broke after so many characters are read as one, and no others."""

import re
from textwrap import wrap

import pytest

from generate.render import RENDERINGS, Rendering, render
from generate.reports import make_report
from generate.styles import PLAIN
from gov_disclosure import AnnualReport, Kind, parse
from gov_disclosure.declare import Form
from gov_disclosure.forms import Address
from gov_disclosure.inputs.hardwrapped import without_hard_wraps

DELIMITED = [one for one in RENDERINGS if one.name in {"pipes", "pipes_bordered", "markdown"}]
NEARLY_ALL = 0.9


def printed(form: Form, layout: Rendering, manner: str = "zeros") -> str:
    return render(make_report(form, 1, manner), layout, PLAIN)


def broken(text: str, width: int) -> str:
    """Each line as so many lines that are no longer."""
    return "\n".join(
        line[at : at + width]
        for line in text.split("\n")
        for at in range(0, max(len(line), 1), width)
    )


def told(report: AnnualReport) -> dict[Address, tuple[Kind, object]]:
    return {
        (cell.table, cell.row, cell.column): (cell.kind, cell.value)
        for cell in report.cells
        if cell.kind not in {Kind.MISSING, Kind.TEXT}
    }


@pytest.mark.parametrize("width", [30, 60, 77])
@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("layout", DELIMITED, ids=lambda layout: layout.name)
def test_rows_that_were_broken_are_read_as_they_were(
    layout: Rendering, form: Form, width: int
) -> None:
    line = re.sub("\n+", " ", printed(form, layout))
    whole, read = told(parse(line)), told(parse(broken(line, width)))
    assert {where: cell for where, cell in read.items() if cell != whole.get(where)} == {}
    assert len(read) >= NEARLY_ALL * len(whole)


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("layout", RENDERINGS, ids=lambda layout: layout.name)
def test_lines_that_are_as_long_for_their_columns_are_left(layout: Rendering, form: Form) -> None:
    text = printed(form, layout, "mixed")
    assert without_hard_wraps(text) == text


def test_prose_that_fills_its_lines_is_left() -> None:
    sentence = "本年收到申请12件，上年结转3件，均已按时办结，另有5件转交其他机关办理。"
    text = broken(sentence * 9, 28) + "\n规章 | 3 | 0 | 17\n"
    assert without_hard_wraps(text) == text


def test_a_label_that_begins_at_the_end_of_a_line_is_not_that_of_another_row() -> None:
    report = parse(
        "统计指标 单位 统计数\n"
        "1.参加或举办新闻发布会总次数 次 0 2.政府网站在线访谈次数 次 5 其中:主要负责同志参加政\n"
        "府网站在线访谈次数 次 3 3.政策解读稿件发布数 篇 0"
    )
    responses = report.statistics and report.statistics.responses
    assert responses
    assert (responses.online_interviews, responses.online_interviews_by_principal) == (5, 3)


def test_figures_that_a_blank_parted_at_the_end_of_a_line_stay_apart() -> None:
    cells = ["规章", "3", "0", "7", "行政规范性文件", "1", "0", "4"] * 12
    for width in range(20, 60):
        lines = wrap(" ".join(cells), width)
        joined = without_hard_wraps("\n".join(lines))
        assert {cell for cell in joined.split() if cell.isdigit()} <= set("01347")


@pytest.mark.parametrize("end", ["6\n88 ", "688\n"], ids=["inside a figure", "behind it"])
def test_a_figure_is_open_if_the_line_below_begins_with_another_before_its_label(end: str) -> None:
    head = "第二十条第(一)项 信息内容 本年新制作数量 本年新公开数量 对外公开总数量"
    report = parse(f"{head} 规章 196 136 {end}规范性文件 470 353 256")
    assert report.proactive is not None
    assert report.proactive.rules.total_public == (688 if "688" in end else None)
    assert report.proactive.normative_documents.published == 353


def test_figures_before_labels_that_number_the_rows_continue_none() -> None:
    head = "信息内容 本年新制作数量 本年新公开数量 对外公开总数量"
    report = parse(f"{head}\n1 规章 196 136 6\n2 规范性文件 470 353 256")
    assert report.proactive is not None
    assert report.proactive.rules.total_public == 6
