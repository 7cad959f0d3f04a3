"""What the public interface promises, each promise as a small example."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from gov_disclosure import (
    AnnualReport,
    Cell,
    Code,
    Form,
    Kind,
    Origin,
    Problem,
    ReportError,
    Severity,
    from_dict,
    from_json,
    parse,
    to_dict,
    to_json,
)

TITLE = "示例县示例局2022年政府信息公开工作年度报告\n"
RULES = """\
第二十条第(一)项
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 7 |
行政规范性文件 | 4 | 1 | 15 |
"""
REPORT = f"""{TITLE}
一、总体情况
全年公开信息若干条。
二、主动公开政府信息情况
{RULES}"""


def licensing(change: str) -> Cell:
    """The cell of the form of 2019 that holds what was printed between two plain numbers."""
    report = parse(
        "第二十条第(五)项\n"
        "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n"
        f"行政许可 | 21 | {change} | 84 |\n"
    )
    assert report.cell("proactive", "licensing", "items_last_year").value == 21
    assert report.cell("proactive", "licensing", "decisions").value == 84
    return report.cell("proactive", "licensing", "change")


def fees(amount: str, heading: str = "本年收费金额(单位:万元)") -> Cell:
    report = parse(f"第二十条第(八)项\n信息内容 | {heading} |\n行政事业性收费 | {amount} |\n")
    return report.cell("proactive", "fees", "amount")


def statistics(*rows: str) -> AnnualReport:
    """A report on the form of 2014 with these rows, and the people who signed it."""
    return parse(
        "\n".join(
            (
                "政府信息公开情况统计表",
                "(2015年度)",
                "填报单位:示例局",
                "统计指标 | 单位 | 统计数",
                *rows,
                "单位负责人:甲某 审核人:乙某 填报人:丙某",
                "联系电话:0000-1 填报日期:2016年1月8日",
            )
        )
    )


def codes(report: AnnualReport) -> list[str]:
    return [problem.code for problem in report.problems]


class TestParseTakesText:
    @pytest.mark.parametrize(
        "given", [b"\xef\xbb\xbf", None, 2022, Path("report.txt"), [TITLE]], ids=repr
    )
    def test_anything_else_is_a_type_error_that_names_it(self, given: Any) -> None:
        with pytest.raises(TypeError, match=type(given).__name__):
            parse(given)

    def test_bytes_are_to_be_decoded_first(self) -> None:
        with pytest.raises(TypeError, match="decode"):
            parse(TITLE.encode())  # type: ignore[arg-type]

    def test_of_a_path_the_text_is_to_be_read_first(self) -> None:
        with pytest.raises(TypeError, match="read"):
            parse(Path("report.txt"))  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        "text",
        [
            "",
            " \n\t\r\n",
            "本年度办理行政许可84件，行政处罚3件。",
            "关于做好2023年政府信息公开工作年度报告编制工作的通知\n请于1月20日前报送。",
        ],
        ids=["empty", "blank", "prose", "notice"],
    )
    def test_text_without_tables_has_no_cells_and_says_so(self, text: str) -> None:
        report = parse(text)
        assert report.cells == ()
        assert report.proactive is report.applications is None
        assert report.proceedings is report.statistics is None
        assert codes(report) == ["no-tables"]

    def test_who_gives_the_name_of_a_file_is_told_what_reads_it(self) -> None:
        (problem,) = parse("reports/县教育局 2022.txt").problems
        assert "parse_file()" in problem.message

    def test_a_title_is_read_even_if_no_table_is(self) -> None:
        report = parse(TITLE + "一、总体情况\n表格见附件。\n")
        assert (report.agency, report.year, report.form) == ("示例县示例局", 2022, None)

    def test_the_text_stays_as_it_was_given(self) -> None:
        text = REPORT.replace("\n", "\r\n")
        assert parse(text).text == text

    def test_a_report_cannot_be_changed(self) -> None:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            parse(REPORT).year = 2021  # type: ignore[misc]


class TestCells:
    def test_a_cell_says_what_where_and_how_it_is_known(self) -> None:
        report = parse(REPORT)
        cell = report.cell("proactive", "normative_documents", "in_force")
        assert (cell.value, cell.kind, cell.origin) == (15, Kind.NUMBER, Origin.PRINTED)
        assert (cell.raw, cell.unit) == ("15", "件")
        assert cell.span is not None
        assert report.text[cell.span.start : cell.span.end] == "15"

    def test_the_models_hold_the_same_values(self) -> None:
        report = parse(REPORT)
        assert report.proactive is not None
        assert report.proactive.rules.in_force == 7
        assert report.proactive.licensing.decisions is None

    def test_every_cell_of_the_form_is_there_and_what_is_not_shown_is_missing(self) -> None:
        report = parse(REPORT)
        assert report.form is Form.F2021
        assert len(report.cells) == 200
        cell = report.cell("applications", "new", "total")
        assert (cell.kind, cell.value, cell.raw, cell.span) == (Kind.MISSING, None, None, None)

    def test_the_only_column_of_a_row_need_not_be_named(self) -> None:
        report = statistics("六、举报投诉数量 | 件 | 2")
        whole = report.cell("statistics", "complaints", "value")
        assert report.cell("statistics", "complaints") == whole
        decisions = parse(REPORT).cell("proactive", "licensing")
        assert decisions.column == "decisions"

    def test_a_report_is_printed_without_all_of_its_text(self) -> None:
        assert TITLE.strip() in repr(parse(REPORT))
        assert "全年公开信息若干条" not in repr(parse(REPORT))

    @pytest.mark.parametrize(
        ("asked", "said"),
        [
            (("proactiv", "rules", "issued"), "no table 'proactiv'.*proactive"),
            (("proactive", "rule", "issued"), "no row 'rule'.*rules"),
            (("proactive", "rules", "made"), "no column 'made'.*in_force or issued or repealed"),
            (("proactive", "rules"), "several columns; say which: in_force or issued or repealed"),
            (("applications", "refused", "total"), "no row 'refused'.*refused.state_secret"),
            (("applications", "state_secret", "total"), "expected refused.state_secret$"),
            (("statistics", "complaints"), "no table 'statistics'"),
        ],
    )
    def test_a_cell_that_the_form_has_not_is_a_lookup_error_that_says_what_there_is(
        self, asked: tuple[str, ...], said: str
    ) -> None:
        with pytest.raises(LookupError, match=said):
            parse(REPORT).cell(*asked)

    def test_of_a_text_without_tables_there_is_no_cell_to_ask_for(self) -> None:
        with pytest.raises(LookupError, match="has no tables"):
            parse(TITLE).cell("proactive", "rules", "issued")


class TestNumbers:
    @pytest.mark.parametrize(
        ("printed", "value"),
        [
            ("0", 0),
            ("12", 12),
            (" 148", 148),
            ("１２", 12),
            ("1,234", 1234),
            ("１，２３４", 1234),
            ("1,234,567", 1234567),
            ("12件", 12),
            ("12 件", 12),
            ("12项", 12),
            ("12項", 12),
            ("12条", 12),
            ("12次", 12),
            ("12篇", 12),
            ("12个", 12),
            ("12人", 12),
            ("增30", 30),
            ("增加30项", 30),
            ("+19", 19),
            ("＋19", 19),
            ("减3", -3),
            ("減3", -3),
            ("减少3项", -3),
            ("-3", -3),
            ("－3", -3),
        ],
    )
    def test_a_count_is_read_as_it_is_printed(self, printed: str, value: int) -> None:
        cell = licensing(printed)
        assert (cell.kind, cell.value) == (Kind.NUMBER, value)
        assert cell.raw == printed.strip()
        assert type(cell.value) is int

    @pytest.mark.parametrize(
        "printed",
        [
            "80余件",
            "约30",
            "3 3",
            "12 345",
            "1,23",
            "007",
            "1/2",
            "12.5",
            "12%",
            "12万元",
            "2020年",
            "5³",
            "①",
            "三十",
            "本局未制定",
            "1234567890123456789",
        ],
    )
    def test_what_is_not_surely_one_number_is_text_and_has_no_value(self, printed: str) -> None:
        cell = licensing(printed)
        assert (cell.kind, cell.value, cell.raw) == (Kind.TEXT, None, printed)

    @pytest.mark.parametrize(
        ("printed", "value"),
        [
            ("6566.23万元", "6566.23"),
            ("251000元", "25.1"),
            ("251,000 元", "25.1"),
            ("1.2亿元", "12000"),
            ("25.1万", "25.1"),
            ("25.1", "25.1"),
            ("0", "0"),
        ],
    )
    def test_an_amount_is_a_decimal_in_units_of_ten_thousand(
        self, printed: str, value: str
    ) -> None:
        cell = fees(printed)
        assert (cell.kind, cell.value, cell.unit) == (Kind.NUMBER, Decimal(value), "万元")
        assert type(cell.value) is Decimal

    def test_an_amount_is_in_the_unit_that_its_heading_prints(self) -> None:
        assert fees("251000", heading="本年收费金额(单位:元)").value == Decimal("25.1")

    @pytest.mark.parametrize("printed", ["3件", "约25万元", "25.1万余"])
    def test_a_doubtful_amount_is_text(self, printed: str) -> None:
        assert (fees(printed).kind, fees(printed).value) == (Kind.TEXT, None)


class TestKinds:
    """Zero, an empty cell, a dash, words and a cell that is not shown are never mixed up."""

    @pytest.mark.parametrize(
        ("printed", "kind"),
        [
            ("0", Kind.NUMBER),
            ("  ", Kind.BLANK),
            ("\u3000", Kind.BLANK),
            ("-", Kind.DASH),
            ("--", Kind.DASH),
            ("—", Kind.DASH),
            ("/", Kind.DASH),
            ("无", Kind.DASH),
            ("详见附件", Kind.TEXT),
        ],
    )
    def test_a_printed_cell_keeps_its_kind(self, printed: str, kind: Kind) -> None:
        cell = licensing(printed)
        assert cell.kind is kind
        assert (cell.value is not None) == (kind is Kind.NUMBER)
        assert cell.origin is Origin.PRINTED

    def test_a_row_that_is_not_printed_is_missing(self) -> None:
        report = parse(REPORT.replace("规章 | 0 | 0 | 7 |\n", ""))
        cell = report.cell("proactive", "rules", "in_force")
        assert (cell.kind, cell.origin) == (Kind.MISSING, None)

    def test_a_row_that_lost_a_cell_is_left_open_and_its_figures_are_named(self) -> None:
        report = parse(REPORT.replace("规章 | 0 | 0 | 7", "规章 | 31 | 7"))
        found = [cell.kind for cell in report.cells if cell.row == "rules"]
        assert found == [Kind.MISSING] * 3
        (problem,) = report.problems
        assert problem.code == "unplaced-value"
        assert "31, 7" in problem.message

    def test_of_two_contents_for_one_cell_neither_is_chosen(self) -> None:
        report = parse(REPORT + "规章 | 0 | 0 | 8 |\n")
        assert report.cell("proactive", "rules", "issued").value == 0
        assert report.cell("proactive", "rules", "in_force").value is None
        assert codes(report) == ["conflicting-values"]


class TestProblems:
    def test_a_report_without_any_passes_the_strict(self) -> None:
        assert parse(REPORT).problems == ()
        parse(REPORT).raise_for_problems()

    def test_the_strict_get_an_exception_for_each_of_them(self) -> None:
        report = parse(REPORT.replace("规章 | 0 | 0 | 7", "规章 | 31 | 7"))
        with pytest.raises(ExceptionGroup, match="示例县示例局2022年") as caught:
            report.raise_for_problems()
        (error,) = caught.value.exceptions
        assert isinstance(error, ReportError)
        assert isinstance(error, ValueError)
        assert error.problem == report.problems[0]
        assert str(error).startswith("unplaced-value: ")

    def test_what_is_only_worth_knowing_does_not_stop_them(self) -> None:
        report = parse(REPORT.replace("规章 | 0 | 0 | 7", "规章 | 0 | 0 | 7件左右"))
        assert [problem.severity for problem in report.problems] == [Severity.INFO]
        report.raise_for_problems()

    def test_a_problem_shows_the_place_it_is_about(self) -> None:
        report = parse(REPORT.replace("规章 | 0 | 0 | 7", "规章 | 0 | 0 | 七件"))
        (problem,) = report.problems
        assert problem.span is not None
        assert report.text[problem.span.start : problem.span.end] == "七件"


class TestPlainData:
    def test_a_report_survives_the_round_trip_exactly(self) -> None:
        report = parse("索引号:甲-1 发布日期:2023-01-20\n" + REPORT + "行政许可 | 12件 |\n")
        assert from_dict(to_dict(report)) == report
        assert from_json(to_json(report, indent=2)) == report
        assert from_json(to_json(report)).cells == report.cells

    def test_it_is_plain_all_through(self) -> None:
        plain = to_dict(parse(REPORT))
        assert json.loads(json.dumps(plain)) == plain

    def test_dates_and_amounts_are_strings_and_counts_are_numbers(self) -> None:
        report = statistics(
            "六、举报投诉数量 | 件 | 2", "七、依申请公开信息收取的费用 | 万元 | 0.50"
        )
        plain = to_dict(report)
        assert plain["contacts"]["filled_on"] == "2016-01-08"
        assert plain["statistics"]["complaints"] == 2
        assert plain["statistics"]["fees"] == "0.50"
        assert plain["form"] == "2014"

    def test_what_follows_from_the_account_stands_beside_it(self) -> None:
        plain = to_dict(parse("甲乙丙 | 丁\n" + REPORT))
        assert plain["unread"] == [{"start": 0, "end": 7}]
        assert plain["account"][0] == {"span": plain["unread"][0], "belonging": "unread"}
        assert plain["coverage"]["unread"] == pytest.approx(5 / len("".join(plain["text"].split())))

    def test_chinese_stays_readable_in_json(self) -> None:
        assert "示例县示例局" in to_json(parse(REPORT))

    @pytest.mark.parametrize("given", [None, [], "{}", 3], ids=repr)
    def test_only_a_dict_can_be_a_report(self, given: Any) -> None:
        with pytest.raises(TypeError, match=type(given).__name__):
            from_dict(given)

    @pytest.mark.parametrize(
        ("changed", "named"),
        [
            ({"cells": None}, "cells"),
            ({"cells": 3}, "cells"),
            ({"cells": [{"table": "proactive"}]}, "row"),
            ({"form": "1999"}, "form"),
            ({"year": "last"}, "year"),
            ({"text": None}, "text"),
            ({"metadata": {"published": "soon"}}, "published"),
            ({"problems": 3}, "problems"),
            ({"sections": 3}, "sections"),
            ({"account": [{}]}, "account"),
        ],
        ids=str,
    )
    def test_a_dict_of_another_shape_is_a_value_error_that_names_the_fault(
        self, changed: dict[str, Any], named: str
    ) -> None:
        with pytest.raises(ValueError, match=named):
            from_dict({**to_dict(parse(REPORT)), **changed})

    @pytest.mark.parametrize("value", [1.5, True, "many", "NaN", [7]], ids=repr)
    def test_a_cell_whose_value_is_no_number_is_refused(self, value: Any) -> None:
        plain = to_dict(parse(REPORT))
        plain["cells"][2]["value"] = value
        with pytest.raises(ValueError, match="value"):
            from_dict(plain)

    def test_an_empty_dict_is_no_report(self) -> None:
        with pytest.raises(ValueError, match="to_dict"):
            from_dict({})

    @pytest.mark.parametrize("text", ["", "{", "not json"])
    def test_what_is_no_json_is_a_value_error(self, text: str) -> None:
        with pytest.raises(ValueError, match="line 1 column"):
            from_json(text)


class TestTitle:
    @pytest.mark.parametrize(
        ("printed", "agency"),
        [
            ("示例局2022年政府信息公开工作年度报告", "示例局"),
            ("示例局\n2022年政府信息公开工作年度报告", "示例局"),
            ("示例县示例局2022年政府信息公开工作\n年度报告", "示例县示例局"),
            ("2022年示例县政府信息公开年报", "示例县"),
            ("二〇二二年示例局政府信息公开工作年度报告", "示例局"),
            ("示例局２０２２年政府信息公开工作年度报告", "示例局"),
            ("示例县人民政府关于2022年政府信息公开工作情况的报告", "示例县人民政府"),
            ("标题：示例局2022年政府信息公开工作年度报告", "示例局"),
        ],
    )
    def test_it_names_the_agency_and_the_year(self, printed: str, agency: str) -> None:
        report = parse(f"{printed}\n一、总体情况\n无。\n")
        assert (report.agency, report.year) == (agency, 2022)

    def test_the_agency_above_a_title_that_names_it_is_not_named_twice(self) -> None:
        report = parse("发布机构\n示例局\n\n示例局2022年政府信息公开工作年度报告\n")
        assert report.title == "示例局2022年政府信息公开工作年度报告"
        assert report.agency == "示例局"


class TestMetadata:
    @pytest.mark.parametrize(
        "printed",
        [
            "索引号：甲-1/2023-001 文号：示发〔2023〕1号 发布机构：示例局 发布日期：2023-01-20",
            "索引号： | 甲-1/2023-001 | 文号： | 示发〔2023〕1号 |\n"
            "发布机构： | 示例局 | 发布日期： | 2023年1月20日 |",
            "| 索 引 号 | 甲-1/2023-001 | 文号 | 示发〔2023〕1号 |\n"
            "| 发布机构 | 示例局 | 发布日期 | 2023年1月20日 |",
            "索引号：甲-1/2023-001\n文号：示发〔2023〕1号\n发布机构：示例局\n发布日期：2023/1/20",
        ],
        ids=["one line", "pipes", "pipes without colons", "a line each"],
    )
    def test_it_is_read_in_every_shape(self, printed: str) -> None:
        metadata = parse(f"{printed}\n{REPORT}").metadata
        assert metadata.index_number == "甲-1/2023-001"
        assert metadata.document_number == "示发〔2023〕1号"
        assert metadata.agency == "示例局"
        assert metadata.published == date(2023, 1, 20)
        assert metadata.created is None

    @pytest.mark.parametrize(
        "printed",
        [
            "索引号： 文号： 发布机构：示例局",
            "索引号： | | 文号： | | 发布机构： | 示例局 |",
            "索引号：\n文号：\n发布机构：示例局",
            "索引号：无 文号：- 发布日期：  年 月 日 发布机构：示例局",
        ],
        ids=["one line", "pipes", "a line each", "marks for nothing"],
    )
    def test_an_empty_value_is_none_and_never_the_next_label(self, printed: str) -> None:
        metadata = parse(f"{printed}\n{REPORT}").metadata
        assert attrs.asdict(metadata, filter=lambda _, said: said is not None) == {
            "agency": "示例局"
        }

    def test_a_day_that_the_calendar_has_not_is_none(self) -> None:
        assert parse(f"发布日期：2023-02-30\n{REPORT}").metadata.published is None

    def test_an_agency_that_only_the_catalogue_names_is_the_agency(self) -> None:
        assert parse("发布机构：示例局\n一、总体情况\n无。\n").agency == "示例局"


class TestContacts:
    def test_the_people_under_the_table_of_2014_are_named(self) -> None:
        contacts = statistics("六、举报投诉数量 | 件 | 2").contacts
        assert contacts is not None
        assert (contacts.head, contacts.reviewer, contacts.preparer) == ("甲某", "乙某", "丙某")
        assert (contacts.phone, contacts.filled_on) == ("0000-1", date(2016, 1, 8))
        assert contacts.reporting_unit == "示例局"

    def test_there_are_none_under_the_later_forms(self) -> None:
        assert parse(REPORT).contacts is None

    def test_the_year_in_the_head_of_the_table_is_the_year(self) -> None:
        assert statistics("六、举报投诉数量 | 件 | 2").year == 2015


class TestSections:
    @pytest.mark.parametrize(
        "heading",
        [
            "二、主动公开政府信息情况",
            "三、主动公开政府信息情况",
            "2、 主动公开政府信息情况",
            "二.主动公开政府信息情况",
            "二，主动公开政府信息情况",
            "二：主动公开政府信息情况",
            "二、主动公开政府信息情况：",
            "二、主動公開政府信息情況",
            "  二、 主动公开 政府信息情况",
            "主动公开政府信息情况",
        ],
    )
    def test_a_heading_is_known_by_its_words_whatever_its_numeral_or_mark(
        self, heading: str
    ) -> None:
        report = parse(f"{TITLE}\n一、总体情况\n无。\n{heading}\n{RULES}")
        assert [section.key for section in report.sections] == ["overview", "proactive"]
        assert report.cell("proactive", "rules", "in_force").value == 7

    def test_a_section_holds_its_prose_without_its_tables(self) -> None:
        overview, proactive = parse(REPORT).sections
        assert overview.text == "全年公开信息若干条。"
        assert proactive.text == ""
        assert REPORT[proactive.span.start : proactive.span.end].endswith("15 |")

    def test_a_heading_of_no_form_has_no_key(self) -> None:
        report = parse(f"{REPORT}七、我局的合唱团\n排练十次。\n")
        assert (report.sections[-1].key, report.sections[-1].text) == (None, "排练十次。")

    def test_what_belongs_to_nothing_is_handed_back(self) -> None:
        report = parse("打印本页 | 关闭窗口\n甲乙丙 | 丁\n" + REPORT)
        (span,) = report.unread
        assert report.text[span.start : span.end] == "甲乙丙 | 丁"


def test_a_problem_is_a_value() -> None:
    one, same = (Problem(Code.NO_TABLES, Severity.WARNING, "no table") for _ in range(2))
    assert one == same
