"""Headings of sections, as agencies number them and as plain text marks them."""

import pytest

from gov_disclosure import parse
from gov_disclosure.document.outline import headings
from gov_disclosure.document.unglued import unglued
from gov_disclosure.text.source import read_source


@pytest.mark.parametrize(
    "printed",
    [
        "一、总体情况",
        "一．总体情况",
        "一　总体情况",
        "第一部分 总体情况",
        "第一部分：工作概述",
        "Ⅰ 总体情况",
        "壹、总体情况",
        "PART 01 总体情况",
        "总体情况：",
        "# 一、总体情况",
        "**一、总体情况**",
        "## 一、总体情况 ##",
        "【总体情况】",
        "一、总体情况。",
        "一 、总  体  情  况",
        "一、2025年政府信息公开总体情况",
        "一、“十三五”期间总体情况",
        "一、总体工作情况",
        "一 概 述",
        "一 本年工作概况",
        "一、总体情况 |",
        "| 一、总体情况 |",
    ],
)
def test_a_heading_is_told_however_it_is_marked(printed: str) -> None:
    assert [heading.key for heading in headings(read_source(printed))] == ["overview"]


@pytest.mark.parametrize(
    "printed",
    [
        *("一 规章", "一 二 三", "第一部分", "# 打印", "【打印】", "一 些 情况"),
        *("四 评估中的概况 33", "一、公开工作概况良好。", "总体情况 |", "一 是概况，"),
    ],
)
def test_what_names_no_section_heads_none(printed: str) -> None:
    assert not headings(read_source(printed))


def test_a_label_that_lost_its_end_heads_none_with_a_figure_behind_it() -> None:
    assert not headings(read_source("七、依申请公开信息收取的费 万元 466.65"))
    assert headings(read_source("七、依申请公开信息 收取情况"))


@pytest.mark.parametrize(
    "row",
    [
        "四、转入以后办理 0 0 0 1 0 0 1",
        "四、转入以后办理\n0\n0\n1",
        "四、转入以后办理\n\n 0 |\n\n 1 |",
        "四、各类案件数 件 12",
    ],
)
def test_a_row_in_other_words_heads_none(row: str) -> None:
    assert not headings(read_source(row))


@pytest.mark.parametrize(
    "said",
    ["四、转入以后办理", "四、转入以后办理\n3\n略。", "四、转入以后办理 12", "四、复议、诉讼情况"],
)
def test_what_has_no_figures_may_be_a_heading(said: str) -> None:
    assert len(headings(read_source(said))) == 1


@pytest.mark.parametrize(
    "row",
    [
        "| 一、总体情况 | 1 | 二、主动公开政府信息情况 | 3 | 六、其他需要报告的事项 | 15 |",
        "| 一、总体情况 | 二、主动公开政府信息情况 | 六、其他需要报告的事项 |",
        "| 一、总体情况 | 已公开 | 二、主动公开政府信息情况 | 已公开 |" + " " * 20,
    ],
    ids=["contents with pages", "links", "a checklist"],
)
def test_a_row_of_headings_is_no_place_to_cut(row: str) -> None:
    assert unglued(read_source(row)).lines == [row]


def test_words_that_head_rows_in_2014_head_a_section_above_prose() -> None:
    printed = "三、依申请公开情况\n\n{below}\n"
    (heading,) = headings(read_source(printed.format(below="本年收到申请3件，均已答复。")))
    assert heading.key == "applications"
    for below in ("——", "(一)收到申请数", "件", ""):
        assert not headings(read_source(printed.format(below=below))), below


def test_a_point_of_a_section_does_not_head_the_section_of_that_name() -> None:
    said = "一、总体情况\n1.主动公开政府信息情况\n公开信息若干条。\n2.依申请公开情况\n没有申请。\n"
    table = "二、主动公开政府信息情况\n信息内容|本年处理决定数量\n行政许可|29\n"
    report = parse(said + table)
    assert [section.key for section in report.sections] == ["overview", "proactive"]
    own = "二、主动公开政府信息情况\n1、主动公开政府信息数量\n公开信息若干条。\n"
    assert [section.key for section in parse(own).sections] == ["proactive"]
    alone = parse(said.replace("1.主", "2、主") + "三、收到和处理政府信息公开申请情况\n略。")
    assert [section.key for section in alone.sections] == ["overview", "proactive", "applications"]


def test_an_item_of_a_list_is_no_heading_if_the_heading_itself_stands_below() -> None:
    item = "三、主动公开政府信息情况。全年公开信息三条。"
    lines = ["一、总体情况", "一、加强领导。", item, "二、主动公开政府信息情况", "规章"]
    source = unglued(read_source("\n".join(lines)))
    assert [heading.key for heading in headings(source)] == ["overview", "proactive"]
    alone = unglued(read_source("\n".join(lines[:3])))
    assert [heading.key for heading in headings(alone)] == ["overview", "proactive"]


@pytest.mark.parametrize(
    "numbers",
    [
        ["（一）", "（二）", "（三）"],
        ["(1)", "(2)", "(3)"],
        ["I. ", "II. ", "III. "],
        ["A. ", "B. ", "C. "],
        ["第一章 ", "第二章 ", "第三章 "],
    ],
)
def test_sections_are_found_whatever_numbers_an_agency_gives_them(numbers: list[str]) -> None:
    named = ["总体情况", "主动公开政府信息情况", "存在的主要问题及改进情况"]
    lines = (f"{number}{name}\n略。" for number, name in zip(numbers, named, strict=True))
    found = headings(read_source("\n".join(lines)))
    assert [heading.key for heading in found] == ["overview", "proactive", "problems"]


def test_numbers_in_brackets_are_those_of_points_below_headings_without() -> None:
    points = "（一）主动公开情况\n略。\n（二）依申请公开情况\n略。\n（三）存在的主要问题\n略。"
    assert [heading.key for heading in headings(read_source(f"一、总体情况\n{points}"))] == [
        "overview"
    ]
    repeated = "\n".join(f"（{number}）总体情况\n略。" for number in "一二三")
    assert not headings(read_source(repeated))


WITHOUT_NUMBERS = """示例镇2010年度政府信息公开报告

概述

本年工作进展顺利。
政府信息主动公开情况
（一）公开数量
全年公开信息若干条。
依申请公开情况：
没有申请，也没有收费。
存在的主要问题和改进措施
仍有不足，将继续改进。
"""


def test_headings_may_have_lost_their_numbers() -> None:
    found = headings(read_source(WITHOUT_NUMBERS))
    assert [one.key for one in found] == ["overview", "proactive", "applications", "problems"]


@pytest.mark.parametrize(
    "said",
    [
        "一、总体情况\n略。\n主动公开情况\n公开信息若干条。\n二、主动公开政府信息情况\n略。",
        "一、总体情况\n深入推进\n主动公开情况\n良好。\n二、主动公开政府信息情况\n略。",
        "一、总体情况\n略。\n依申请公开情况\n行政复议情况\n二、主动公开政府信息情况\n略。",
    ],
    ids=["a point of its section", "the middle of a sentence", "a list"],
)
def test_words_of_a_section_without_a_number_head_none_elsewhere(said: str) -> None:
    assert [one.key for one in headings(read_source(said))] == ["overview", "proactive"]


def test_pinyin_in_a_heading_does_not_glue_it_to_its_text() -> None:
    said = "一(yī)、總體(tǐ)情況 本年公開(kāi)信息。二(èr)、主動公開(kāi)政府信息情況 無。"
    sections = parse(said).sections
    assert [(one.key, one.text) for one in sections] == [
        ("overview", "本年公開(kāi)信息。"),
        ("proactive", "無。"),
    ]
