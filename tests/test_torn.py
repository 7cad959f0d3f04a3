"""Labels and rows torn apart, as scans and tools leave them: put together, or left open."""

from collections.abc import Mapping, Sequence

import pytest

from generate.applications import APPLICANTS
from generate.applications import HEADING as APPLICATIONS
from gov_disclosure import AnnualReport, Kind, parse

PROACTIVE = "二、主动公开政府信息情况"
STATISTICS = "政府信息公开情况统计表"
NEXT = "三、收到和处理政府信息公开申请情况"
DELIMITERS = ("|", " | ", "\t", "  ")
RULES = ("本年制发件数", "本年废止件数", "现行有效件数")
SERVICES = ("上一年项目数量", "本年增/减", "处理决定数量")


def read(report: AnnualReport) -> Mapping[str, Sequence[str]]:
    """What is read in each row: numbers, else kinds."""
    rows: dict[str, list[str]] = {}
    for cell in report.cells:
        if cell.kind is not Kind.MISSING:
            said = str(cell.value) if cell.kind is Kind.NUMBER else cell.kind.value
            rows.setdefault(cell.row, []).append(said)
    return rows


def codes(report: AnnualReport) -> set[str]:
    return {problem.code for problem in report.problems}


def table(heading: str, delimiter: str, *rows: Sequence[str]) -> AnnualReport:
    return parse("\n".join([heading, *map(delimiter.join, rows), NEXT, ""]))


class TestALabelInTwoCells:
    @pytest.mark.parametrize("delimiter", DELIMITERS)
    @pytest.mark.parametrize("pieces", [("4.不", "同意公开答复数"), ("4.不同", "意公开答复数")])
    def test_is_not_that_of_another_row(self, pieces: Sequence[str], delimiter: str) -> None:
        """The second piece by itself is that of 同意公开答复数."""
        rows = (("2.同意公开答复数", "件", "7"), ("3.同意部分公开答复数", "件", "4"))
        report = table(
            STATISTICS, delimiter, ("统计指标", "单位", "统计数"), *rows, (*pieces, "件", "929")
        )
        assert read(report) == {
            "requests.answered.granted": ["7"],
            "requests.answered.partially_granted": ["4"],
            "requests.answered.refused.total": ["929"],
        }

    @pytest.mark.parametrize("delimiter", DELIMITERS)
    def test_of_which_none_is_a_label(self, delimiter: str) -> None:
        row = ("其他对外管理服务", "事项", "152", "2", "31")
        report = table(PROACTIVE, delimiter, ("信息内容", *SERVICES), row)
        assert read(report) == {"other_services": ["152", "2", "31"]}

    @pytest.mark.parametrize("end", ["", "|"])
    def test_may_be_that_of_a_column(self, end: str) -> None:
        header = ("信息内容", "上一年项目", "数量", *SERVICES[1:])
        report = table(PROACTIVE, "|", header, ("行政强制", "4", "-19", f"2588{end}"))
        assert read(report) == {"coercive_measures": ["4", "-19", "2588"]}

    def test_may_be_that_of_a_column_with_empty_cells_which_then_are_those_of_none(self) -> None:
        header = ("信息内容", "上一年项目", "数量", *SERVICES[1:])
        rows = (("行政强制", "", "5", "19|"), ("行政处罚", "", "", "7|"))
        report = table(PROACTIVE, "|", header, *rows)
        assert read(report) == {}
        assert codes(report) == {"unplaced-value"}


@pytest.mark.parametrize("gap", [" ", "<br>", "\n"])
@pytest.mark.parametrize(
    ("pieces", "row"),
    [
        (("（四）无", "1.本机关不掌握相关政府信息"), "not_provided.not_held"),
        (("年", "度", "3.危及“三安全一稳定”"), "refused.security_stability"),
        (
            ("三、本年度办理结果", "（三）不予公开", "7.属于行政执法案卷"),
            "refused.enforcement_files",
        ),
    ],
)
def test_pieces_of_groups_may_stand_before_a_label_in_its_cell(
    pieces: Sequence[str], row: str, gap: str
) -> None:
    cells = (gap.join(pieces), *"7100109")
    assert read(table(APPLICATIONS, "|", ("", *APPLICANTS), cells)) == {row: [*"7100109"]}


class TestTheLabelsOfColumns:
    @pytest.mark.parametrize("delimiter", ["\n", "\t", "|", "  "])
    def test_above_the_corner_are_some_of_them(self, delimiter: str) -> None:
        """The form's order is that of the figures only where no label says otherwise."""
        last, *others = RULES[::-1]
        header = ((last,), ("信息内容", *others[::-1]))
        report = table(PROACTIVE, delimiter, *header, ("规章", "395", "51", "0"))
        assert not read(report)
        assert codes(report) >= {"columns-unclear"}

    @pytest.mark.parametrize("delimiter", ["\n", "\t", "|"])
    def test_above_the_corner_in_the_order_of_the_form_say_nothing_else(
        self, delimiter: str
    ) -> None:
        header = (RULES[:1], ("信息内容", *RULES[1:]))
        report = table(PROACTIVE, delimiter, *header, ("规章", "395", "51", "0"))
        assert read(report) == {"rules": ["395", "51", "0"]}

    def test_have_lost_one_where_two_columns_share_their_cells(self) -> None:
        """Whose a lone figure is of the two, that are 法律服务机构 and 其他, is told by nothing."""
        header = ("项目", *APPLICANTS[:4], "", *APPLICANTS[5:])
        rows = (
            ("一、本年新收政府信息公开申请数量", *["9", "4", "1", "2"], "3 1", "", "20"),
            ("（二）部分公开", "", "2", "", "1", "4", "", "7"),
            ("（七）总计", *["8", "2", "1", "1"], "6 1", "", "19"),
        )
        report = table(APPLICATIONS, "|", header, *rows)
        assert "partially_granted" not in read(report)
        assert codes(report) >= {"columns-unclear"}

    @pytest.mark.parametrize("delimiter", [" ", "\t", "|"])
    def test_have_lost_one_where_a_row_beneath_has_more_figures(self, delimiter: str) -> None:
        rows = (("规章", "0", "5", "0"), ("行政规范性文件", "336", "0"))
        report = table(PROACTIVE, delimiter, ("信息内容", *RULES[:2]), *rows)
        assert read(report) == {"rules": ["0", "5", "0"]}
        assert codes(report) >= {"columns-unclear"}


@pytest.mark.parametrize("delimiter", ["\n", "\t", "|"])
def test_a_second_unit_is_that_of_a_row_whose_label_is_lost(delimiter: str) -> None:
    rows = (("8.公共资源监管", "件", "3"), ("17.企业信用", "件"), ("件", "897"))
    report = table(STATISTICS, delimiter, ("统计指标", "单位", "统计数"), *rows)
    assert "requests.subjects.enterprise_credit" not in read(report)
    assert codes(report) >= {"loose-figures"}


def test_a_unit_in_a_row_of_counts_is_none_of_the_next_table() -> None:
    """What was read as 元 may have been 无."""
    rows = (("信息内容", *SERVICES[:2]), ("行政强制", "0", "元"))
    procurement = (("信息内容", "采购项目数量", "采购总金额"), ("政府集中采购", "0", "570.7"))
    report = table(PROACTIVE, " ", *rows, *procurement)
    assert read(report)["procurement"] == ["0", "570.7"]
    assert codes(report) >= {"unit-unclear"}


def test_a_full_stop_where_a_figure_is_due_is_no_empty_cell() -> None:
    rows = (("行政许可", "。"), ("其他对外管理服务事项", "3"))
    report = table(PROACTIVE, " ", ("信息内容", "本年处理决定数量"), *rows)
    assert read(report)["licensing"] == ["text"]
    assert codes(report) >= {"not-a-number"}


def test_a_dash_on_a_line_of_its_own_does_not_hide_the_rows_below() -> None:
    rows = ("1.政府公报公开政府信息数 条 78", "2.政府网站公开政府信息数 条 321")
    above = (STATISTICS, "统计指标 单位 统计数", "（一）主动公开政府信息数 条", "-")
    found = read(parse("\n".join((*above, *rows))))
    assert found == {"channels.gazette": ["78"], "channels.website": ["321"]}


class TestRowsOnOneLine:
    def test_are_no_prose_if_blanks_part_their_labels(self) -> None:
        rows = (
            "信息内容 本年制发件数 本年废止件数 现行有效件数 规章000",
            "第二十条第（五）项信息内容本年处理决定数量行政许可10690",
            "第二十条第（六）项信息内容本年处理决定数量行政处罚2113行政强制0",
            "第二十条第（八）项信息内容本年收费金额行政事业性收费9.36",
        )
        line = "".join(rows)
        assert len(line) > 120
        assert read(parse(f"{PROACTIVE}\n{line}\n{NEXT}\n")) == {
            "rules": ["0", "0", "0"],
            "licensing": ["10690"],
            "penalties": ["2113"],
            "coercive_measures": ["0"],
            "fees": ["9.36"],
        }

    def test_are_none_because_a_sentence_begins_behind_them(self) -> None:
        outcomes = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
        header = (
            f"行政复议\t行政诉讼\t{outcomes}\t未经复议直接起诉\t复议后起诉\t{outcomes}\t{outcomes}"
        )
        figures = "3\t1\t0\t2\t6\t0\t0\t0\t0\t0\t1\t0\t0\t0\t1"
        line = (
            f"信息内容\t本年收费金额\t行政事业性收费\t{header}\t{figures}\t对照新要求，还有差距。"
        )
        assert read(parse(line))["review"] == [*"31026"]

    def test_begin_behind_a_piece_of_the_header(self) -> None:
        rows = "一、本年新收政府信息公开申请数量5000005二、上年结转政府信息公开申请数量0000000"
        joined = f"{''.join(APPLICANTS)}务机构{rows}（一）予以公开5000005"
        found = read(parse(f"{APPLICATIONS}\n{joined}\n五、存在的主要问题\n无。"))
        assert found["new"] == found["granted"] == [*"5000005"]


@pytest.mark.parametrize("row", ["{} 9 0 0 7 | 5 | 0 | 21", "{} 9 | 0 | 0 | 7 | 5 | 0 |21"])
def test_pipes_may_stand_between_some_figures_of_a_row_and_blanks_between_others(row: str) -> None:
    rows = (row.format("1.属于国家秘密"), "2.其他法律行政法规禁止公开 1 0 0 0 0 0 1")
    report = parse("\n".join((APPLICATIONS, " ".join(APPLICANTS), *rows, "")))
    assert read(report) == {
        "refused.state_secret": ["9", "0", "0", "7", "5", "0", "21"],
        "refused.prohibited_by_law": [*"1000001"],
    }


def test_figures_on_two_lines_of_a_cell_between_pipes_are_not_two_cells() -> None:
    cells = ("信息内容", *RULES, "规章", "1", "12\n34", "5", "行政规范性文件", "2", "1", "14")
    report = parse("\n".join((PROACTIVE, *(f"{cell}|" for cell in cells), "")))
    assert "rules" not in read(report)
    assert "rules" in {problem.row for problem in report.problems}


def test_a_column_of_figures_that_belies_its_sum_is_given_to_no_labels() -> None:
    """They stand behind all labels; nothing but the sum would tell that they are in order."""
    labels = ("(一)收到申请数", "1.当面申请数", "2.传真申请数", "3.网络申请数", "4.信函申请数")
    header = (STATISTICS, "统计指标", "单位", "统计数")

    def stacked(figures: str) -> AnnualReport:
        return parse("\n".join((*header, *labels, *["件"] * len(labels), *figures, "")))

    assert [cell.value for cell in stacked("91233").cells if cell.value is not None] == [
        *map(int, "91233")
    ]
    assert codes(stacked("91234")) == {"table-unclear"}


@pytest.mark.parametrize(
    "sentence", ["行政强制 5 件，其中罚款 3 件。", "行政许可 9 件，行政处罚 2 件，合计 11 件。"]
)
def test_a_sentence_below_rows_that_begins_with_a_label_is_none_of_them(sentence: str) -> None:
    rows = ("信息内容 本年处理决定数量", "行政许可 7", "行政处罚 3")
    report = parse("\n".join((PROACTIVE, *rows, sentence, NEXT, "")))
    assert read(report) == {"licensing": ["7"], "penalties": ["3"]}


class TestALabelOnTheLinesOfItsCell:
    """Tables that programs draw have no rule between a cell's lines, or none between rows."""

    WRAPPED: Mapping[str, Sequence[str]] = {
        "figures at the top": (
            "|(一)主动公开政府信|条|602|",
            "|息数(不同渠道和方|||",
            "|式公开相同信息计1条)|||",
        ),
        "figures in the middle": (
            *("|(一)主动公开政府信|||", "|息数(不同渠道和方|条|602|", "|式公开相同信息计1条)|||"),
        ),
        "figures at the bottom": (
            "|(一)主动公开政府信息数(不同渠|||",
            "|道和方式公开相同信息计1条)|条|602|",
        ),
    }
    ABOVE = (STATISTICS, "|统计指标|单位|统计数|")
    BELOW = ("|制发规范性文件|件|3|", "|总数|||", "|1.政府公报公开政府信息数|条||")

    @pytest.mark.parametrize("lines", WRAPPED.values(), ids=WRAPPED)
    def test_is_whole_beside_its_figure(self, lines: Sequence[str]) -> None:
        report = parse("\n".join((*self.ABOVE, *lines, *self.BELOW)))
        assert read(report) == {
            "proactive.total": ["602"],
            "proactive.normative_documents_made": ["3"],
            "channels.gazette": ["blank"],
        }

    @pytest.mark.parametrize("delimiter", ["|", "\t"])
    @pytest.mark.parametrize(
        "lines",
        [
            (("行政规范", "", "", ""), ("", "1", "2", "3"), ("性文件", "", "", "")),
            (("行政规范",), ("", "1", "2", "3"), ("性文件",)),
            (("行政规范",), ("1", "2", "3"), ("性文件",)),
            (("行政",), ("规范", "1", "2", "3"), ("性文件",)),
        ],
    )
    def test_is_whole_around_its_figures(
        self, lines: Sequence[Sequence[str]], delimiter: str
    ) -> None:
        rows = (("信息内容", *RULES), ("规章", "0", "0", "5"), *lines)
        report = table(PROACTIVE, delimiter, *rows)
        assert read(report)["normative_documents"] == ["1", "2", "3"]

    def test_is_whole_around_its_figures_in_a_stack(self) -> None:
        cells = ("信息内容", *RULES, "规章", *"005", "行政规范", *"123", "性文件")
        report = parse("\n".join((PROACTIVE, *cells)))
        assert read(report)["normative_documents"] == ["1", "2", "3"]

    @pytest.mark.parametrize("begun", ["行政规范", "行政规范性"])
    def test_may_begin_at_the_end_of_the_line_above(self, begun: str) -> None:
        """As where a tool breaks the lines of a table that it joined to one."""
        rows = ("信息内容", *RULES), ("规章", *"005", begun)
        rest = "行政规范性文件".removeprefix(begun)
        report = table(PROACTIVE, " ", *rows, (rest, *"123"))
        assert read(report)["normative_documents"] == ["1", "2", "3"]

    def test_leaves_the_labels_of_groups_beside_its_lines(self) -> None:
        rows = (
            "|三、本年度办|(一)予以公开|1|0|0|0|0|0|1|",
            "|理结果||||||||||",
            "||(三)不予公开|1.属于国家秘|3|8|0|0|2|4|17|",
            "|||密||||||||",
        )
        report = parse("\n".join((APPLICATIONS, *rows)))
        assert read(report)["refused.state_secret"] == ["3", "8", "0", "0", "2", "4", "17"]


@pytest.mark.parametrize(
    ("digits", "told"),
    [
        ("1100011", None),
        ("1000010", None),
        ("2000003", None),
        ("1000001", [*"1000001"]),
        ("5000000000050", None),
    ],
)
def test_glued_digits_prove_nothing_where_one_for_each_place_does_not_add_up(
    digits: str, told: Sequence[str] | None
) -> None:
    """``1100011`` may be seven figures of which one is misprinted, or five, of which two are 11."""
    header = f"申请人情况\n自然人法人或其他组织总计\n{''.join(APPLICANTS[1:6])}"
    row = f"一、本年新收政府信息公开申请数量{digits}"
    found = read(parse(f"{APPLICATIONS}\n{header}\n{row}")).get("new")
    assert found == told


def test_glued_digits_of_other_rows_show_that_cells_are_empty() -> None:
    """Six digits in one row: then seven in another may be two figures and their sum."""
    rows = ("一、本年新收政府信息公开申请数量123124", "二、上年结转政府信息公开申请数量1000010")
    report = parse("\n".join((APPLICATIONS, "".join(APPLICANTS), *rows)))
    assert report.cell("applications", "carried_over", "total").value == 10
