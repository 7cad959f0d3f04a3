"""Rows in which a figure only seems to stand: what is not certain is left open, and told."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs
import pytest

from gov_disclosure import Kind, parse

THREE = "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n"


@attrs.frozen
class Case:
    """A text, the figures that it surely shows, and those rows that it does not show empty."""

    text: str
    certain: Mapping[str, tuple[int, ...]] = attrs.field(factory=dict)
    not_empty: tuple[str, ...] = ()


def penalties(*lines: str) -> str:
    return "第二十条第(六)项\n" + THREE + "\n".join(lines)


CASES = {
    "a figure is clipped": Case(
        penalties("行政处罚 | 14… | …3 | 208 |", "行政强制 | 3 | 4 | 5 |"),
        {"penalties": (208,), "coercive_measures": (3, 4, 5)},
    ),
    "a number stands below a row with an empty cell at its end": Case(
        "第二十条第(六)项\t\t\t\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n"
        "行政处罚\t7\t6\t \n12\n行政强制\t3\t4\t5",
        {"coercive_measures": (3, 4, 5)},
    ),
    "a figure goes on below, behind commas": Case(
        penalties("行政处罚 | 366 | 793 | 90", "4 |", "行政强制 | 473 | 568 | 904 |")
        .replace(" | ", ",")
        .replace(" |", ","),
        {"coercive_measures": (473, 568, 904)},
    ),
    "a row has a cell too many, the first one empty": Case(
        penalties("行政处罚 | 4 | 5 | 9 |", "行政强制 |   | 5 | 6 | 5 |"), {"penalties": (4, 5, 9)}
    ),
    "a row ends with a remark, and begins with an empty cell": Case(
        penalties("行政处罚 |   | 5 | 6 | 同比增长5件 |", "行政强制 | 1 | 2 | 3 |"),
        {"penalties": (5, 6), "coercive_measures": (1, 2, 3)},
    ),
    "the last cell stands on the line below": Case(
        penalties("行政处罚 | 3 | 9 | 8 |", "行政强制 | 8 | 9 |", " 8 |"),
        {"penalties": (3, 9, 8)},
        not_empty=("coercive_measures",),
    ),
    "figures have signs that nobody knows": Case(
        "第二十条第(一)项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n"
        "规章\n^274\n^1\n^873\n行政规范性文件\n4\n5\n6",
        {"normative_documents": (4, 5, 6)},
        not_empty=("rules",),
    ),
    "figures have notes in a list": Case(
        "   * - 信息内容\n     - 本年制发件数\n     - 本年废止件数\n     - 现行有效件数\n"
        "   * - 规章\n     - 7[1]\n     - 2[1]\n     - 1[1]\n"
        "   * - 行政规范性文件\n     - 1\n     - 2\n     - 3\n",
        {"normative_documents": (1, 2, 3)},
        not_empty=("rules",),
    ),
    "a rule of a page stands in a stack between pipes": Case(
        penalties("行政处罚 | 8 | 9 | 8 |", "行政强制 | 2 | ").replace(" | ", " |\n")
        + "\n---\n\n  |\n7 |\n第二十条第(八)项 |",
        {"penalties": (8, 9, 8), "coercive_measures": (2, 7)},
    ),
    "a row stands beneath the header of another one": Case(
        "第二十条第(九)项 |\n信息内容 | 采购项目数量 | 采购总金额 |\n"
        "行政事业性收费 | 632 | 47 |\n政府集中采购 | 606 | 708万元 |",
        {"procurement": (606, 708)},
    ),
    "numerals are Chinese": Case(penalties("行政处罚 | 二 | 一 | 三 |"), not_empty=("penalties",)),
    "a figure begins with a zero beside an empty cell": Case(
        "第二十条第(九)项 |\n信息内容 | 采购项目数量 | 采购总金额 |\n政府集中采购 | 0943 | |",
        not_empty=("procurement",),
    ),
    "a padded figure stands between pipes": Case(
        "第二十条第(九)项 |\n信息内容 | 采购项目数量 | 采购总金额 |\n政府集中采购 |0943|",
        not_empty=("procurement",),
    ),
    "letters stand for the figures of a group": Case(
        "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
        "自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计\n"
        "一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1\n"
        "(六)其他处理 | D | D | D | D | D | D | D\n(七)总计 | 1 | 0 | 0 | 0 | 0 | 0 | 1",
        {"new": (1, 0, 0, 0, 0, 0, 1), "total_handled": (1, 0, 0, 0, 0, 0, 1)},
        not_empty=("other_handling",),
    ),
    "the first cell of all rows holds a letter": Case(
        "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n"
        + "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n" * 3
        + "D\n2\n4\n0\n6"
        + "\n0" * 10,
        {
            "review": (2, 4, 0, 6),
            "litigation_direct": (0,) * 5,
            "litigation_after_review": (0,) * 5,
        },
    ),
    "figures that ran together have a number on the line below": Case(
        "第二十条(五)项\n信息内容上一年项目数量本年增/减处理决定数量\n"
        "行政许可617\n1\n其他对外管理服务事项235"
    ),
    "a header is misread, and rows begin with an empty cell": Case(
        "第二十条第(五)项 |\n||||\n信息内容 |\n土一年项目数量 |\n本年增/减 |\n外埋决定数量 |\n|\n"
        "行政许可 |\n  |\n6 |\n4 |\n|\n其他对外管理服务事项 |\n  |\n  |\n8 |\n|\n",
        not_empty=("licensing", "other_services"),
    ),
    "a day stands among lines": Case(
        "第二十条第(八)项\n信息内容\n上一年项目数量\n本年增/减\n行政事业性收费\n2021-1-5\n6",
        not_empty=("fees",),
    ),
    "what may be a page's stands in the cell of a stack": Case(
        penalties("行政处罚 |", "3/5 |", "3 |", "4 |", "行政强制 |", "5 |", "6 |", "7 |").replace(
            " | ", "\n|"
        ),
        {"penalties": (3, 4), "coercive_measures": (5, 6, 7)},
    ),
    "the rest of a label stands below, beside the rest of a figure": Case(
        "第二十条第(九)项\n信息内容 | 采购项目数量 | 采购总金额(单位:万元) |\n"
        "政府集中采 | 3 | 164.7 |\n购 |  | 6 |",
        not_empty=("procurement",),
    ),
    "a figure stands beside the rest of a label, of which more is lost": Case(
        "统计指标 | 单位 | 统计数\n(四)政府信息公开专项经费(不 |  |  \n"
        "政府网站建设维护等方面的经 | 万元 | 52\n"
        "(一)召开政府信息公开工作会议或专题会议数 | 次 | 4",
        {"meetings.meetings": (4,)},
        not_empty=("resources.budget",),
    ),
    "a figure stands behind no label above an empty row": Case(
        "统计指标 | 单位 | 统计数\n3.政策解读稿件发布数 | 篇 | 7\n | 次 | 60192\n"
        "4.微博微信回应事件数 |  |  \n(一)收到申请数 | 件 | 54690",
        {"requests.received.total": (54690,)},
        not_empty=("responses.policy_interpretations", "responses.weibo_wechat"),
    ),
    "a row has the name of a report": Case(
        "第二十条第(六)项\n信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n行政处罚\n"
        "编制政府信息公开工作年度报告\n1\n2\n3\n行政强制\n21\n22\n23",
        {"coercive_measures": (21, 22, 23)},
    ),
    "pages are numbered anew": Case(
        "总体\n\f2\n甲\n\f3\n第二十条第(五)项\n信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n"
        "行政许可\n7\n8\n\f4\n其他对外管理服务事项\n1\n2\n3\n附件\n\f1\n甲\n\f2\n乙\n\f3\n丙\n\f4\n",
        {"other_services": (1, 2, 3)},
    ),
    "one of several pages begins with its count": Case(
        "甲\n\f乙\n\f第二十条第(五)项\n信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n"
        "行政许可\n7\n8\n\f4\n其他对外管理服务事项\n1\n2\n3\n",
        {"other_services": (1, 2, 3)},
    ),
    "a label stands behind a day": Case(
        "第二十条第(六)项\n信息内容\n本年处理决定数量\n行政处罚\n"
        "2021-03-05 行政强制\n5\n2021-03-05 办公室\n",
        {"coercive_measures": (5,)},
    ),
    "numbers stand below pages but for the cover": Case(
        "封面\n\f第二十条第(五)项\n信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n"
        "行政许可\n7\n8\n1\n\f其他对外管理服务事项\n1\n2\n3\n2\n\f完\n",
        {"other_services": (1, 2, 3)},
    ),
    "nobody filled in a form whose rows are numbered, and its header is cut off": Case(
        "2.传真申请数 | 条 | 12 |  |\n3.电子邮件申请 | 条 | 13 |  |\n4.网上申请数 | 条 | 14 |  |\n"
        "5.信函申请数 | 条 | 15 |  |\n2.同意部分公开答复数 | 条 | 19 |  |\n"
        "行政复议数 | 件 | 32 |  |\n行政诉讼数 | 件 | 33 |  |\n",
        not_empty=("requests.received.fax", "review.total"),
    ),
    "numbers of rows stand where nobody filled in figures": Case(
        "序号 | 统 计 指 标 | 计量单位 | 数据统计数 |\n"
        "2 | (一)主动公开政府信息数 | 条 |\n|\n3 | 其中:主动公开规范性文件数 | 条 |\n|\n"
        "4 | 制发规范性文件总数 | 件 |\n|\n5 | 主动公开机构领导信息 | 条 |\n|\n",
        not_empty=("proactive.normative_documents_made",),
    ),
    "of some rows the figures stand apart from their labels": Case(
        "三、收到和处理政府信息公开申请情况\n"
        "| 一、本年新收政府信息公开申请数量 | 32 | 2 | 0 | 0 | 0 | 0 | 34 |\n"
        "（三）不\n予公开\n5.属于三类内部事务信\n息\n1.本机关不掌握相关政\n府信息\n"
        "| 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n| 8 | 2 | 0 | 0 | 0 | 0 | 10 |\n"
        "| 6.属于四类过程性信息 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
        "| 3.其他 | 4 | 1 | 0 | 0 | 0 | 0 | 5 |\n",
        {
            "new": (32, 2, 0, 0, 0, 0, 34),
            "refused.deliberative_process": (1, 0, 0, 0, 0, 0, 1),
            "other_handling.other": (4, 1, 0, 0, 0, 0, 5),
        },
        not_empty=("refused.internal_affairs", "not_provided.not_held"),
    ),
    "a line ends within the remark of its label": Case(
        "政府信息公开情况统计表\n统计指标 | 单位 | 统计数 |\n"
        "(一)主动公开政府信息数 (不同渠道和方式公开相同信息计1条\n"
        "其中:主动公开规范性文件数 | 条 | 54 |\n制发规范性文件总数 | 件 | 169 |\n",
        {"proactive.normative_documents": (54,), "proactive.normative_documents_made": (169,)},
    ),
    "counts stand beside the links of a page": Case(
        "首页\n规章 12\n规范性文件 240\n行政许可 35\n行政处罚 18\n政府集中采购 9\n"
        "示例局2017年政府信息公开工作年度报告\n政府信息公开情况统计表\n统计指标 | 单位 | 统计数\n"
        "(一)主动公开政府信息数 | 条 | 185\n制发规范性文件总数 | 件 | 4\n",
        {"proactive.total": (185,), "proactive.normative_documents_made": (4,)},
        not_empty=("licensing",),
    ),
    "a figure stands in the row below its own": Case(
        "政府信息公开情况统计表\n统计指标\t单位\t统计数\n3.政策解读稿件发布数\t篇\t4\n"
        "4.微博微信回应事件数\t次\n5.其他方式回应事件数\t次\t8\t2\n",
        {"responses.policy_interpretations": (4,)},
        not_empty=("responses.weibo_wechat",),
    ),
    "the last figure of a row stands below it, at the beginning of a line of cells": Case(
        penalties("行政处罚 | 3 | 9 |  |", "8 |  |  |  |", "行政强制 | 3 | 4 | 5 |"),
        {"coercive_measures": (3, 4, 5)},
        not_empty=("penalties",),
    ),
    "a site counts what it publishes, and the table of the report is a picture": Case(
        "规章 1\n行政规范性文件 24\n行政许可 35\n行政处罚 18\n行政强制 2\n行政事业性收费 5\n"
        "某镇2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
        "项目 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
        "(一)予以公开 1 2 3 0 0 0 6\n",
        {"granted": (1, 2, 3, 0, 0, 0, 6)},
        not_empty=("licensing",),
    ),
    "rows are numbered, and a tool dropped their figures with lines that stood before": Case(
        "二、主动公开政府信息情况\n第二十条第(六)项\n信息内容\n本年处理决定数量\n11\n行政处罚\n12\n"
        "行政强制\n第二十条第(八)项\n本年收费金额(单位:万元)\n13\n行政事业性收费\n786.14\n",
        not_empty=("penalties", "coercive_measures"),
    ),
    "words stand for a figure, and one stands outside of rows": Case(
        "二、主动公开政府信息情况\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n见附件\n0\n4\n"
        "行政规范性文件\n0\n1\n2\n第二十条第(八)项\n本年收费金额(单位:万元)\n8\n",
        {"normative_documents": (0, 1, 2)},
        not_empty=("rules",),
    ),
    "labels of columns push each other, and a single row has a figure": Case(
        "第二十条第(一)项\n信息内容      本年制发件数 本年废止件数 现行有效件数\n规章\n"
        "行政规范性文件 114\n",
        not_empty=("normative_documents",),
    ),
    "the figure behind a list stands in none of its items": Case(
        "信息内容\n- 本年处理决定数量\n- 行政许可\n- 0\n- 行政处罚\n2\n信息内容\n本年处理决定数量\n"
        "行政强制\t3\n",
        {"coercive_measures": (3,)},
        not_empty=("penalties",),
    ),
    "one of three groups of outcomes lacks a column, and cells are lines behind tabs": Case(
        "四、政府信息公开行政复议、行政诉讼情况\n\t行政复议\n\t行政诉讼\n\n\t结果维持\n\t结果纠正\n"
        "\t其他结果\n\t总计\n\t未经复议直接起诉\n\t复议后起诉\n\n"
        + "\t结果维持\n\t结果纠正\n\t其他结果\n\t尚未审结\n\t总计\n" * 2
        + "\n\t0\n\t8\n\t3\n\t11\n\t7\n\t5\n\t\n\t2\n\t14\n\t\n\t0\n\t6\n\t1\n\t7\n",
        not_empty=("review", "litigation_direct"),
    ),
    "a bullet stands before a count": Case(
        "第二十条第(一)项\n- 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n"
        "规章 | - 5件 | 3件 | 17件\n",
        {"rules": (3, 17)},
        not_empty=("rules.issued",),
    ),
    "figures end in full stops": Case(
        "- 信息内容\n- 本年制发件数\n- 本年废止件数\n- 现行有效件数\n\n- 规章\n- 12.\n- 0.\n- 5.\n",
        not_empty=("rules",),
    ),
    "labels stand one below the other, and then a line of figures for each": Case(
        "第二十条第(一)项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n"
        "行政规范性文件\n6 37 14\n120 1 18\n第二十条第(六)项\n信息内容\n本年处理决定数量\n"
        "行政处罚\n行政强制\n12 5\n",
        not_empty=("rules", "penalties"),
    ),
    "prose stands below a line of figures without a header": Case(
        "四、政府信息公开行政复议、行政诉讼情况\n"
        "| 4 | 0 | 1 | 5 | 10 | 2 | 0 | 4 | 6 | 12 | 6 | 0 | 9 | 7 | 22 |\n"
        "主要的办法\n有三个。\n甲乙丙\n围绕文件\n",
        {
            "review": (4, 0, 1, 5, 10),
            "litigation_direct": (2, 0, 4, 6, 12),
            "litigation_after_review": (6, 0, 9, 7, 22),
        },
    ),
}
COUNTED_NAMES = {
    "by a program": "Unnamed: 1 | Unnamed: 2 | Unnamed: 3",
    "by a spreadsheet": "B | C | D",
    "by a person": "列1 | 列2 | 列3",
    "in brackets": "(1) | (2) | (3)",
}


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_only_what_is_certain_is_told(case: Case) -> None:
    report = parse(case.text)
    told: dict[str, tuple[object, ...]] = {}
    for cell in report.cells:
        if cell.value is not None:
            told[cell.row] = (*told.get(cell.row, ()), cell.value)
    assert told == case.certain
    kinds = {cell.kind for cell in report.cells if cell.row in case.not_empty}
    assert not kinds & {Kind.BLANK, Kind.DASH}


@pytest.mark.parametrize(
    "case", [case for case in CASES.values() if case.not_empty], ids=lambda case: case.not_empty[0]
)
def test_what_is_left_open_is_told(case: Case) -> None:
    assert {problem.code for problem in parse(case.text).problems} - {"form-unclear"}


def test_a_stroke_among_numerals_is_told_to_be_no_number() -> None:
    report = parse(penalties("行政处罚 | 二 | 三 | 四 |", "行政强制 | 一 | 一 | 一 |"))
    told = {(problem.row, problem.column) for problem in report.problems}
    assert {row for row, _ in told} == {"penalties", "coercive_measures"}


def test_a_row_that_ends_with_its_label_is_missing_beside_others_with_borders() -> None:
    rows = (
        "统计指标 | 单位 | 统计数 |",
        "(一)主动公开政府信息数",
        "制发规范性文件总数 | 件 | 169 |",
    )
    report = parse("\n".join(("政府信息公开情况统计表", *rows)))
    assert report.cell("statistics", "proactive.total", "value").kind is Kind.MISSING


@pytest.mark.parametrize("names", COUNTED_NAMES.values(), ids=list(COUNTED_NAMES))
def test_names_that_only_count_columns_are_none(names: str) -> None:
    report = parse(
        f"第二十条第(一)项\n项目 | {names}\n规章 | 1 | 0 | 7\n行政规范性文件 | 2 | 0 | 9"
    )
    assert [cell.value for cell in report.cells if cell.row == "rules"] == [1, 0, 7]


@pytest.mark.parametrize("names", ["一季度 | 二季度 | 三季度", "甲1 | 甲2 | 甲3", "B | D | C"])
def test_other_names_are_no_columns_of_the_form(names: str) -> None:
    report = parse(
        f"第二十条第(一)项\n项目 | {names}\n规章 | 1 | 0 | 7\n行政规范性文件 | 2 | 0 | 9"
    )
    assert not [cell for cell in report.cells if cell.value is not None]


@pytest.mark.parametrize("note", ["(2) 以上数据", "（1）说明", "12 月", "2021 年 1 月 5 日"])
def test_a_note_below_an_empty_row_leaves_it_empty(note: str) -> None:
    report = parse(penalties("行政处罚 | 1 | 2 | 3 |", "行政强制 |  |  |  |", note))
    assert {c.kind for c in report.cells if c.row == "coercive_measures"} == {Kind.BLANK}


def test_a_row_without_figures_above_one_that_is_lost_raises_nothing() -> None:
    lines = ("商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t",)
    rows = (
        "一、本年新收政府信息公开申请数量\t31\t",
        "\t31\t",
        "二、上年结转政府信息公开申请数量\t",
    )
    assert not [cell for cell in parse("\n".join((*lines, *rows))).cells if cell.value is not None]


@pytest.mark.parametrize("change", ["-3", "- 3", "–3", "—3", "－3", "减3"])
@pytest.mark.parametrize("border", [" | ", "\t"])
def test_a_change_below_zero_has_whatever_sign_before_it(border: str, change: str) -> None:
    """Where each column has its cell, a dash before a figure is no cell of its own."""
    rows = (THREE.rstrip(" |\n"), f"行政处罚 | 5 | {change} | 51", "行政强制 | 1 | 0 | 2")
    report = parse("第二十条第(六)项\n" + "\n".join(rows).replace(" | ", border))
    told = [cell.value for cell in report.cells if cell.row in {"penalties", "coercive_measures"}]
    assert told == [5, -3, 51, 1, 0, 2]


@pytest.mark.parametrize("change", ["- 3", "–3"])
def test_a_dash_before_a_figure_may_be_a_cell_where_another_is_empty(change: str) -> None:
    report = parse(penalties(f"行政处罚 | 5 | {change} | |", "行政强制 | 1 | 0 | 2 |"))
    assert report.cell("proactive", "penalties", "change").value is None


APPLICANTS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
TWO = ("2", "", "", "", "", "", "2")
NONE = ("",) * 7
ADDED_ROWS = {
    "another number, under another group": ("9.其他", 2, "other_handling.other"),
    "其中 of a row far above": ("其中:重复申请", 0, "not_processed.repeated"),
    "above the rows that the form has before it": ("3.其他", 0, "other_handling.other"),
}


def between_pipes(rows: list[tuple[str, ...]]) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def between_tabs(rows: list[tuple[str, ...]]) -> str:
    return "\n".join(map("\t".join, rows))


def of_html(rows: list[tuple[str, ...]]) -> str:
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


LAYOUTS = pytest.mark.parametrize("layout", [between_pipes, between_tabs, of_html])


def applications(added: tuple[str, ...], behind: int) -> list[tuple[str, ...]]:
    """A table in which most rows are empty, and another row stands behind one of them."""
    rows = [
        ("项目", *APPLICANTS),
        ("一、本年新收政府信息公开申请数量", *TWO),
        ("二、上年结转政府信息公开申请数量", *NONE),
        ("8.属于行政查询事项", *NONE),
        ("2.重复申请", *NONE),
        ("3.其他", *NONE),
        ("四、结转下年度继续办理", *TWO),
    ]
    return [*rows[: behind + 2], added, *rows[behind + 2 :]]


@LAYOUTS
@pytest.mark.parametrize(("label", "behind", "row"), ADDED_ROWS.values(), ids=list(ADDED_ROWS))
def test_an_added_row_gives_its_figures_to_no_row_of_the_form(
    label: str, behind: int, row: str, layout: Callable[[list[tuple[str, ...]]], str]
) -> None:
    heading = "三、收到和处理政府信息公开申请情况\n"
    report = parse(heading + layout(applications((label, *TWO), behind)))
    cells = [cell for cell in report.cells if cell.row == row]
    assert {cell.kind for cell in cells} == {Kind.BLANK}, "its own row is printed empty"
    said = [problem for problem in report.problems if problem.row == row]
    assert [problem.raw for problem in said] == [("2", "2")]
    assert report.cell("applications", "new", "total").value == 2


@LAYOUTS
@pytest.mark.parametrize("figures", [("0",) * 7, ("1", "0", "0", "0", "0", "0", "1")])
def test_an_added_row_costs_no_row_of_the_form_where_labels_fill_several_columns(
    figures: tuple[str, ...], layout: Callable[[list[tuple[str, ...]]], str]
) -> None:
    """Its own words stand before its figures, so these are of no other row."""
    rows = [
        ("项目", "", "", *APPLICANTS),
        ("一、本年新收政府信息公开申请数量", "", "", *TWO),
        ("二、上年结转政府信息公开申请数量", "", "", *NONE),
        ("", "(三)不予公开", "8.属于行政查询事项", *NONE),
        ("", "", "9.属于工作秘密", *figures),
        ("", "(五)不予处理", "2.重复申请", *NONE),
        ("四、结转下年度继续办理", "", "", *TWO),
    ]
    report = parse("三、收到和处理政府信息公开申请情况\n" + layout(rows))
    read = [cell for cell in report.cells if cell.kind is not Kind.MISSING]
    assert len(read) == 5 * len(APPLICANTS)
    assert {cell.value for cell in read} == {2, None}
    assert [row.label for row in report.extra_rows] == ["9.属于工作秘密"]


@LAYOUTS
def test_of_two_rows_in_the_same_place_neither_is_told(
    layout: Callable[[list[tuple[str, ...]]], str],
) -> None:
    """Whether 合计 is that of the rows above it, or (七)总计, nobody can tell."""
    rows = [
        *applications(("合计", *TWO), 4)[:-1],
        ("(七)总计", *NONE),
        ("四、结转下年度继续办理", *NONE),
    ]
    report = parse("三、收到和处理政府信息公开申请情况\n" + layout(rows))
    assert {c.kind for c in report.cells if c.row == "total_handled"} == {Kind.MISSING}
    assert "conflicting-values" in {problem.code for problem in report.problems}


@LAYOUTS
def test_an_empty_table_is_not_filled_from_another_below_it(
    layout: Callable[[list[tuple[str, ...]]], str],
) -> None:
    def table(licensing: str, penalties: str, measures: str) -> str:
        head = ("信息内容", "本年处理决定数量", "")
        rows = [("第二十条第(五)项", "", ""), head, ("行政许可", licensing, "")]
        rows += [("第二十条第(六)项", "", ""), head]
        return layout([*rows, ("行政处罚", penalties, ""), ("行政强制", measures, "")])

    below = table("99", "12", "3")
    text = f"某局2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n{table('', '', '')}"
    report = parse(f"{text}\n附件:下属单位数据\n{below}")
    assert not [cell for cell in report.cells if cell.value is not None]
    assert report.problems


@LAYOUTS
def test_the_figures_of_other_bodies_are_not_the_agency_s(
    layout: Callable[[list[tuple[str, ...]]], str],
) -> None:
    rows = [("第二十条第(五)项", ""), ("信息内容", "本年处理决定数量"), ("行政许可", "")]
    rows += [("行政许可(乡镇)", "20"), ("第二十条第(六)项", ""), ("信息内容", "本年处理决定数量")]
    report = parse(layout([*rows, ("行政处罚", "33"), ("行政强制", "39")]))
    assert report.proactive.licensing.decisions is None
    assert report.proactive.penalties.decisions == 33
