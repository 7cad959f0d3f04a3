"""The account of a text: every character belongs to one thing, and little to nothing known."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generate.render import RENDERINGS, Keeps, Rendering, render
from generate.reports import MANNERS, made_reports
from generate.styles import styles
from gov_disclosure import AnnualReport, Belonging, Form, parse
from shared_files import Sample, needs_shared, samples

PIECES = st.sampled_from(
    (
        *("示例局2022年政府信息公开工作年度报告", "一、总体情况", "二、主动公开政府信息情况"),
        *(
            "全年公开信息若干条，没有别的情况要说明。",
            "索引号:甲-1",
            "发布日期：2022-01-02",
            "来源:本站",
        ),
        *(
            "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数",
            "规章 | 0 | 0 | 7",
            "其他文件 | 8",
        ),
        *(
            "打印 关闭",
            "浏览次数：35",
            "当前位置：首页 > 年报",
            "- 3 -",
            "+---+---+",
            "| --- |",
            "件",
        ),
        *(
            "填报人:甲某",
            "统计指标\t单位\t统计数",
            "六、举报投诉数量\t件\t2",
            "\ufeff",
            "\x00",
            "\ud800",
        ),
        *(
            "政府信息公开情况统计表",
            "(2015年度)",
            "2022年1月3日",
            "示例局",
            " ",
            "\u3000",
            "|",
            "5",
        ),
    )
)
ENDS = st.sampled_from(("\n", "\n\n", "\r\n", "\f", " ", "\t", "|", "", "\u2028"))
texts = st.lists(st.tuples(PIECES, ENDS), max_size=24).map(
    lambda pieces: "".join(map("".join, pieces))
)
NEARLY_NOTHING = 0.04
NEARLY_NOTHING_OF_A_STRING = 0.1
"""Rows whose labels are broken are not all read, nor are those whose cells run together."""

few = settings(max_examples=settings().max_examples // 20)


def printed(text: str) -> str:
    """The characters that are printed: all but blanks."""
    return "".join(text.split())


def assert_nothing_is_lost(report: AnnualReport) -> None:
    text = report.text
    spans = [part.span for part in report.account]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    said = [text[span.start : span.end] for span in spans]
    assert all(words == words.strip() for words in said)
    assert printed("".join(said)) == printed(text)
    assert all(a.belonging is not b.belonging for a, b in pairwise(report.account))


def assert_it_agrees_with_the_rest(report: AnnualReport) -> None:
    """Sections hold the narrative and nothing else; the shares are those of the characters."""
    told = {
        belonging: [part.span for part in report.account if part.belonging is belonging]
        for belonging in Belonging
    }
    assert [span for section in report.sections for span in section.spans] == told[
        Belonging.NARRATIVE
    ]
    assert list(report.unread) == told[Belonging.UNREAD]
    assert sum(report.coverage.values()) == pytest.approx(1 if printed(report.text) else 0)


@given(st.one_of(texts, st.text(max_size=80)))
def test_nothing_of_any_text_is_lost(text: str) -> None:
    report = parse(text)
    assert_nothing_is_lost(report)
    assert_it_agrees_with_the_rest(report)


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("layout", RENDERINGS, ids=lambda layout: layout.name)
@few
@given(data=st.data())
def test_a_made_report_is_read_to_its_last_character(
    form: Form, layout: Rendering, data: st.DataObject
) -> None:
    manner = data.draw(st.sampled_from(sorted(MANNERS)))
    made = data.draw(made_reports(form, MANNERS[manner]))
    report = parse(render(made, layout, data.draw(styles(layout.breaks))))
    assert_nothing_is_lost(report)
    assert_it_agrees_with_the_rest(report)
    unread = [report.text[span.start : span.end] for span in report.unread]
    runs_together = layout.keeps is Keeps.CHARACTERS
    most = NEARLY_NOTHING_OF_A_STRING if runs_together else NEARLY_NOTHING
    assert report.coverage[Belonging.UNREAD] < most, unread


@needs_shared
@pytest.mark.parametrize("sample", samples("reports"), ids=lambda sample: sample.name[:3])
def test_of_a_published_report_nothing_is_unread(sample: Sample) -> None:
    assert_nothing_is_lost(sample.report)
    assert_it_agrees_with_the_rest(sample.report)
    assert [sample.text[span.start : span.end] for span in sample.report.unread] == []


def belonging(text: str) -> dict[str, Belonging]:
    """What is printed, with what it belongs to."""
    return {text[p.span.start : p.span.end]: p.belonging for p in parse(text).account}


def test_the_parts_of_a_page() -> None:
    text = """\
当前位置：首页 > 年报
索引号：甲-1    浏览次数：35
示例局2022年政府信息公开工作年度报告
2023年1月5日
根据有关规定，编制本报告，供公众查阅使用。
一、总体情况
全年公开信息若干条。
- 1 -
二、主动公开政府信息情况
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | 0 | 0 | 7
其他文件 | 8 | 9 | 10
行政规范性文件 | 4 | 1 | 15 |
【打印】【关闭】
"""
    assert belonging(text) == {
        "当前位置：首页 > 年报": Belonging.FURNITURE,
        "索引号：甲-1": Belonging.METADATA,
        "浏览次数：35": Belonging.FURNITURE,
        "示例局2022年政府信息公开工作年度报告": Belonging.HEADING,
        "2023年1月5日": Belonging.METADATA,
        "根据有关规定，编制本报告，供公众查阅使用。": Belonging.NARRATIVE,
        "一、总体情况": Belonging.HEADING,
        "全年公开信息若干条。": Belonging.NARRATIVE,
        "- 1 -": Belonging.FURNITURE,
        "二、主动公开政府信息情况": Belonging.HEADING,
        "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n规章 | 0 | 0 | 7": Belonging.TABLE,
        "其他文件 | 8 | 9 | 10": Belonging.UNREAD,
        "行政规范性文件 | 4 | 1 | 15 |": Belonging.TABLE,
        "【打印】【关闭】": Belonging.FURNITURE,
    }


@pytest.mark.parametrize(
    "line",
    [
        "请点击首页登录后打印。",
        "打印机采购两台",
        "关闭了3家企业",
        "小",
        "大",
        "阅读材料",
        "3",
        "下载量12",
    ],
)
def test_words_of_buttons_in_prose_are_no_furniture(line: str) -> None:
    assert belonging(f"一、总体情况\n{line}\n")[line] is Belonging.NARRATIVE


def test_the_shares_of_an_empty_text_are_nothing() -> None:
    assert set(parse(" \n").coverage.values()) == {0}


@pytest.mark.parametrize(
    "line",
    [
        "【字体：大 中 小】 打印",
        "浏览次数：358",
        "- 瀏覽次數:",
        "字体:【 默认 超大",
        "登录 |   注册",
        "您当前所在位置: 首页 > 街镇 > 年报",
        "上一篇：乙镇2022年政府信息公开工作年度报告",
        "第3页 共5页",
        "浙ICP备00000000号",
        "{{ title }}",
    ],
)
def test_furniture_is_told_wherever_it_stands(line: str) -> None:
    for text in (f"{line}\n一、总体情况\n无。\n", f"一、总体情况\n无。\n{line}\n没有了。\n"):
        assert belonging(text)[line] is Belonging.FURNITURE


def test_wrapped_lines_above_the_first_marks_of_sentences_are_prose() -> None:
    report = parse(
        "示例局\n2022年政府信息公开工作年度报告\n本报告由示例局办公室根据政府信息公开条例的规定编\n"
        "制。报告的统计期限从年初开始，直到年末。\n一、总体情况\n略。"
    )
    (preamble,) = (section for section in report.sections if section.key == "preamble")
    assert preamble.text.startswith("本报告由")
    assert not report.unread


UNREAD_LINKS = "上年年报\n相关新闻\n示例县召开大会"
ENDING = f"""示例县水利局2021年政府信息公开工作年度报告
六、其他需要报告的事项
无
示例县水利局
2022年1月15日
示例县水利局2021年政府信息公开工作年度报告.pdf
【打印】【关闭】
{UNREAD_LINKS}
主办：示例县人民政府
"""


def test_what_a_page_prints_behind_a_report_belongs_to_no_section() -> None:
    report = parse(ENDING)
    assert [section.text for section in report.sections] == ["无"]
    assert belonging(ENDING)["示例县水利局\n2022年1月15日"] is Belonging.METADATA
    assert belonging(ENDING)["【打印】【关闭】"] is Belonging.FURNITURE
    assert belonging(ENDING)[UNREAD_LINKS] is Belonging.UNREAD


@pytest.mark.parametrize(
    "line", ["来源：示例县水利局", "（责编：张三）", "一审：张三 二审：李四", "相关附件："]
)
def test_a_section_ends_before_those_who_wrote_and_checked_it(line: str) -> None:
    report = parse(f"一、总体情况\n略。\n六、其他需要报告的事项\n无\n{line}\n上年年报\n")
    assert report.sections[-1].text == "无"


@pytest.mark.parametrize("between", ["- 7 -", "第7页", "浏览次数：35", "示例县水利局"])
def test_a_page_does_not_end_at_a_number_a_counter_or_a_name(between: str) -> None:
    report = parse(f"一、总体情况\n略。\n六、其他需要报告的事项\n{between}\n无其他事项\n")
    assert report.sections[-1].text.endswith("无其他事项")


def test_a_sentence_behind_buttons_and_a_figure_are_still_of_the_section() -> None:
    report = parse("六、其他需要报告的事项\n打印 关闭\n全年收取费用若干。\n")
    assert report.sections[-1].text == "全年收取费用若干。"
    report = parse("六、其他需要报告的事项\n打印 关闭\n规章 12\n")
    assert report.sections[-1].text == "规章 12"


def test_several_bodies_may_sign_a_report() -> None:
    report = parse(f"{''.join(ENDING.splitlines(keepends=True)[:5])}示例县公安局\n2022年2月1日")
    assert report.sections[-1].text == "无"


@pytest.mark.parametrize("heading", ["引 言", "前言"])
def test_the_heading_of_an_introduction_is_read(heading: str) -> None:
    report = parse(f"{ENDING.splitlines()[0]}\n2022-01-15\n{heading}\n一、总体情况\n略。\n")
    assert not report.unread


def test_a_line_that_announces_what_follows_is_of_the_preamble() -> None:
    announced = "现将有关情况报告如下（数据自1月起）："
    report = parse(f"根据条例的规定，我局认真开展工作。\n{announced}\n一、总体情况\n略。\n")
    assert report.sections[0].text.endswith(announced)


def test_a_breadcrumb_may_begin_with_its_sign() -> None:
    line = "> 政务公开 > 政府信息公开目录 > 市气象局"
    assert belonging(f"{line}\n一、总体情况\n略。\n")[line] is Belonging.FURNITURE
    assert belonging("一、总体情况\n> 二级标题\n略。\n")["> 二级标题\n略。"] is Belonging.NARRATIVE


@pytest.mark.parametrize(
    "again",
    [
        "示例局2022年政府信息公开工作年度报告",
        "示例局政府信息公开工作年度报告",
        "示例局2022年政府信息公开工作 年度报告",
        "示例局\n\n2022年政府信息公开工作年度报告",
        "示例局2022年\n政府信息公开工作年度报告",
    ],
)
def test_a_title_that_is_printed_again_is_a_heading_too(again: str) -> None:
    title = "示例局2022年政府信息公开工作年度报告"
    for head in (f"{title}\n发布日期：2023-01-02\n{again}", f"{again}\n打印\n{title}"):
        report = parse(f"{head}\n一、总体情况\n全年公开信息若干条，没有别的情况要说明。")
        assert not report.unread


def test_the_title_of_another_year_is_not() -> None:
    report = parse(
        "示例局2021年政府信息公开工作年度报告\n示例局2022年政府信息公开工作年度报告\n"
        "一、总体情况\n全年公开信息若干条，没有别的情况要说明。"
    )
    assert report.year == 2022
    assert [report.text[span.start : span.end] for span in report.unread] == [
        "示例局2021年政府信息公开工作年度报告"
    ]
