"""Texts that mean harm, or that a page break or a broken line has spoilt: nothing is made up."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure import Kind, from_json, parse, parse_bytes, to_json

HEADER = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")


def numbers(text: str) -> Mapping[tuple[str, str], object]:
    """What was read as a number, by row and column."""
    return {(c.row, c.column): c.value for c in parse(text).cells if c.kind is Kind.NUMBER}


def piped(*rows: str) -> str:
    return "\n".join([f"| {' | '.join(HEADER)} |", *rows])


@given(st.text(alphabet="规章|0\t\n\r\f\x1c\x85\u2028 \x00\ud800<1,件", max_size=60))
def test_any_text_gives_a_report_that_survives_json(text: str) -> None:
    report = parse(text)
    assert from_json(to_json(report)) == report
    assert all(report.text[c.span.start : c.span.end] == c.raw for c in report.cells if c.span)


@pytest.mark.parametrize("end", ["\x1c", "\x1f", "\x85", "\u2028", "\f", "\v"])
def test_a_text_of_line_ends_alone_is_empty(end: str) -> None:
    assert parse(end).unread == ()
    assert parse(f"\n{end}").problems[0].code == "no-tables"


class TestANumberThatIsNoCell:
    """A page number on a line of its own fills no empty cell, and moves no other."""

    def test_between_rows_with_borders(self) -> None:
        read = numbers(piped("| 规章 |  | 2 |  |", "3", "| 行政规范性文件 | 4 | 5 | 6 |"))
        assert ("rules", "in_force") not in read
        assert read["rules", "repealed"] == 2
        assert read["normative_documents", "in_force"] == 6

    def test_between_open_rows(self) -> None:
        rows = (" | ".join(HEADER), "规章 | 1 | 2", "3", "行政规范性文件 | 4 | 5 | 6")
        assert not [where for where in numbers("\n".join(rows)) if where[0] == "rules"]

    def test_at_the_top_of_a_page(self) -> None:
        stack = [*HEADER, "规章", "1", "2", "\f3", "行政规范性文件", "4", "5", "6"]
        assert not [where for where in numbers("\n".join(stack)) if where[0] == "rules"]

    @pytest.mark.parametrize(
        "number",
        ["－3－", r"\- 3 -", "**- 3 -**", "─ 3 ─", "( 3 )", "P3", "&#8212; 3 &#8212;"],
    )
    def test_however_it_is_marked(self, number: str) -> None:
        """It may stand for a cell that is lost, where others are."""
        stack = [*HEADER, "规章", "1", "2", number, "行政规范性文件", "4", "5"]
        assert not numbers("\n".join(stack))

    def test_behind_a_row_with_empty_cells_that_adds_up_without_it(self) -> None:
        applicants = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
        row = ("一、本年新收政府信息公开申请数量", " ", "337", "9", "0", " ", "6", "352", "12")
        full = ("二、上年结转政府信息公开申请数量", "1", "0", "0", "0", "0", "0", "1")
        read = numbers("\n".join([*applicants, "总计", *row, *full]))
        assert not [where for where in read if where[0] == "new"]
        assert read["carried_over", "total"] == 1


def test_a_table_of_other_figures_is_no_report() -> None:
    rows = ("2022年执法统计", "行政许可 | 29", "行政处罚 | 300", "行政强制 | 4")
    assert parse("\n".join(rows)).cells == ()


def test_a_label_cut_short_that_begins_two_rows_is_neither() -> None:
    rows = ("(一)维持具体行政行  件    57", "(三)其他情形数      件", "六、举报投诉数量    件    6")
    assert ("review.upheld", "value") not in numbers("\n".join(rows))


def test_a_header_put_together_in_a_wrong_order_is_not_believed() -> None:
    rows = ("采购总金额", "信息内容 采购项目数量", "政府集中采购 7 540.88")
    read = numbers("二、主动公开政府信息情况\n" + "\n".join(rows))
    assert read.get(("procurement", "amount")) != 7


REPORT = """\
二、主动公开政府信息情况
第二十条第（六）项
信息内容 | 本年处理决定数量
行政处罚 | 12
行政强制 | 0
"""


@pytest.mark.parametrize("unit", ["\n", "\t", "\f", "_", "-", "0", "[", "| ", "项"])
@pytest.mark.parametrize("label", ["信息内容", "行政处罚"])
def test_a_long_run_of_anything_behind_a_label_is_read_to_its_end(label: str, unit: str) -> None:
    text = REPORT.replace(label, label + unit * 20_000)
    assert parse(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "三、收到和处理政府信息公开申请情况\n" + "总计\n" * 5_000,
        "+--+--+\n| 1|2 |\n" * 2_000,
        "索引号:" * 5_000,
        "信息内容\n本年处理决定数量\n行政处罚\n" + "1" * 5_000 + "\n\f行政强制\n7\n",
        "信息内容" + " " * 30_000 + "本年制发件数\n规章   3",
        "2.重复申请16785136817459854021\n3.要求提供公开出版物78172866384978172866",
        "概述\n" + "\n" * 30_000,
    ],
    ids=[
        "one label",
        "boxes",
        "one key",
        "a long number",
        "a wide header",
        "glued digits",
        "blank lines",
    ],
)
def test_what_once_took_long_is_read_to_its_end(text: str) -> None:
    assert parse(text).text == text


def test_a_total_that_was_left_empty_infers_nothing() -> None:
    """The empty row of totals contradicts the parts above it; so it tells of no column."""
    applicants = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
    rows = ("1.信访举报投诉类申请", "2720", "2720", "2.重复申请", "422", "422", "(七)总计")
    heading = "三、收到和处理政府信息公开申请情况"
    read = numbers("\n".join((heading, *applicants, *rows)))
    assert {column for _, column in read} <= {"total"}


def test_a_header_of_which_a_part_was_lost_is_not_that_of_another_form() -> None:
    lost = "规章规范性文件第二十条第(五)项信息内容上一年项目数量本年增/处理决定数量行政许可 148"
    table = f"第二十条第(九)项信息内容采购项目数量采购总金额\n{lost}\n其他对外管理服务事项 257"
    assert not numbers(f"二、主动公开政府信息情况\n{table}")


@pytest.mark.parametrize("name", ["hex", "rot13", "zlib", "undefined"])
def test_a_page_that_names_no_encoding_of_texts_is_read_as_if_it_named_none(name: str) -> None:
    page = f"<html><meta charset={name}><p>示例镇2022年政府信息公开工作年度报告</p></html>"
    assert parse_bytes(page.encode("gbk")).year == 2022


def test_tables_that_no_form_has_together_are_models_as_any() -> None:
    statistics = "统计指标 | 单位 | 统计数\n(二)申请办结数 | 件 | 9"
    proceedings = "四、政府信息公开行政复议、行政诉讼情况\n行政复议 | 行政诉讼\n"
    cases = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | " * 3 + "\n" + "0 | " * 15
    report = parse(f"{statistics}\n{proceedings}{cases}")
    assert report.proceedings is not None
    assert report.proceedings.review.total == 0
    assert from_json(to_json(report)) == report


def test_a_section_without_a_table_has_no_line_of_figures() -> None:
    report = parse("其他报告的事项\n单\u3000\u300017\n    260\n其他")
    assert not any(cell.value is not None for cell in report.cells)


def test_a_row_of_labels_in_two_cells_each_may_be_as_long_as_it_likes() -> None:
    torn = "4.不|同意公开答复数|" * 1200
    report = parse(f"政府信息公开情况统计表\n统计指标|单位|统计数\n{torn}件|3\n")
    assert "requests.answered.granted" not in {cell.row for cell in report.cells if cell.value}


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", " \n", "\t\r", "\u2028", "\f"])
def test_many_lines_with_nothing_on_them_are_a_report_without_tables(end: str) -> None:
    assert {problem.code for problem in parse(end * 40).problems} == {"no-tables"}


@pytest.mark.parametrize(
    "text",
    ["||\n|NaN\n同意公开答复", '{"规章": 1e9999999999999999999}', "|\n||\n|", "'',\n'',\n'|',"],
)
def test_odd_texts_are_reports_too(text: str) -> None:
    assert not numbers(text)
