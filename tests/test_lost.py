"""Figures of tables end somewhere: in a cell, in a row of their own, in a problem, or unread."""

import re
from collections.abc import Iterator

import pytest

from gov_disclosure import AnnualReport, parse

APPLICATIONS = """\
示例县2022年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 97 8 0 0 1 0 106
二、上年结转政府信息公开申请数量 14 0 0 0 0 0 14
（一）予以公开 64 5 0 0 0 0 69
本 2.其他法律行政法规禁止公开 31 1 0 0 0 0 32
年
3.危及“三安全一稳定” 6 0 0 0 0 0 6
度
{}
理
5.属于三类内部事务信息 9 0 0 0 0 0 9
（七）总计 111 8 0 0 1 0 120
四、结转下年度继续办理 1 0 0 0 0 0 1
"""
PROCEEDINGS = "四、政府信息公开行政复议、行政诉讼情况\n{}\n五、存在的主要问题及改进情况\n略。\n"
FIGURES = [52, 64, 17, 37, 170, 13, 4, 8, 1, 26, 12, 1, 2, 6, 21]


def told(report: AnnualReport) -> Iterator[tuple[int, int]]:
    """All places of which something is said."""
    spans = [cell.span for cell in report.cells]
    spans += [problem.span for problem in report.problems]
    spans += [row.span for row in report.extra_rows]
    for span in (*spans, *report.unread):
        if span is not None:
            yield span.start, span.end


def untold(report: AnnualReport, *figures: int) -> list[int]:
    """Those of some figures, each printed once, of which nothing is said."""
    places = list(told(report))
    starts = {n: re.search(rf"\b{n}\b", report.text) for n in figures}
    return [
        n
        for n, found in starts.items()
        if found and not any(start <= found.start() < end for start, end in places)
    ]


def unread(report: AnnualReport) -> list[tuple[str, ...]]:
    return [problem.raw for problem in report.problems if problem.code == "unread-rows"]


@pytest.mark.parametrize(
    "line",
    [
        "办 （三）不 4.护第三方 77 91 0 0 0 0 168",
        "办 |（三）不| 4.护第三方 | 77 | 91 | 0 | 0 | 0 | 0 | 168",
        "办\t不\t4.护第三方\t77\t91\t0\t0\t0\t0\t168",
    ],
)
def test_those_behind_a_label_in_pieces_are_told(line: str) -> None:
    assert untold(parse(APPLICATIONS.format(line)), 77, 91, 168) == []


def test_as_lines_that_were_not_read() -> None:
    line = "办 （三）不 4.保护第三方合法权益 77 91 0 0 0 0 168"
    report = parse(APPLICATIONS.format(line))
    assert untold(report, 77, 91, 168) == []
    row = report.cell("applications", "refused.third_party_rights", "natural_person")
    assert row.value == 77 or unread(report) == [("77 91 0 0 0 0 168",)]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\t", " | "])
def test_so_are_those_of_a_table_without_rows(between: str) -> None:
    head = "\n\n".join(["结果", "维持", "结果", "纠正", "其他", "结果", "尚未审", "结", "总计"])
    report = parse(PROCEEDINGS.format(f"{head}\n\n{between.join(map(str, FIGURES))}"))
    assert untold(report, *{n for n in FIGURES if FIGURES.count(n) == 1} - {1, 2, 4, 6, 8}) == []
    assert [problem.code for problem in report.problems] != []


@pytest.mark.parametrize(
    "line",
    [
        "1 2 3 4 5 6 7",
        "维1 2 3 4 5 6 7",
        "2022年1月4日 12:30",
        "电话 0100 1234",
        "97 8 0 0 1 0 106",
        "|  |  |  |",
    ],
)
def test_what_is_no_figure_of_a_table_is_not_told(line: str) -> None:
    report = parse(APPLICATIONS.format(line))
    assert unread(report) == []


@pytest.mark.parametrize("between", [" | ", "\t"])
def test_those_in_a_column_that_no_form_has_are_told(between: str) -> None:
    rows = (
        ("信息内容", "本年制发件数", "本年废止件数", "网上点击数量", "现行有效件数"),
        ("规章", "3", "1", "71", "13"),
        ("行政规范性文件", "5", "2", "82", "24"),
    )
    table = "\n".join(map(between.join, rows))
    report = parse(f"示例县2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n{table}")
    assert report.cell("proactive", "rules", "in_force").value == 13
    (problem,) = [problem for problem in report.problems if problem.code == "loose-figures"]
    assert problem.raw == ("71", "82")
    assert untold(report, 71, 82) == []
