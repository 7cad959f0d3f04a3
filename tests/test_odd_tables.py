"""Tables printed in an unusual way: read where the text shows how, and otherwise left open."""

from collections.abc import Mapping

import pytest

from generate.applications import APPLICANTS
from generate.applications import HEADING as APPLICATIONS
from gov_disclosure import AnnualReport, Code, Kind, parse, parse_all

PROCEEDINGS = "四、政府信息公开行政复议、行政诉讼情况"
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
KEYS = ("natural_person", "business", "research", "nonprofit", "legal_service", "other", "total")
NEW, CARRIED_OVER, GRANTED = (
    "一、本年新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量",
    "(一)予以公开",
)


def values(report: AnnualReport, row: str) -> list[int | None]:
    """The values of a row of applications."""
    of_row = {c.column: c.value for c in report.cells if (c.table, c.row) == ("applications", row)}
    return [None if (value := of_row.get(key)) is None else int(value) for key in KEYS]


def proceedings(report: AnnualReport) -> list[int | None]:
    """The values of all 15 cells of proceedings; none if no cell of the table was read."""
    cells = [cell for cell in report.cells if cell.table == "proceedings"]
    return [None if cell.value is None else int(cell.value) for cell in cells]


def codes(report: AnnualReport) -> set[str]:
    return {problem.code for problem in report.problems}


def stacked(header: str, rows: Mapping[str, str]) -> str:
    lines = [(label, *figures.split()) for label, figures in rows.items()]
    return "\n".join([APPLICATIONS, *header.split(), *(cell for line in lines for cell in line)])


class TestOrder:
    """Where the header of a table is in another order than the form's."""

    TOTAL_FIRST = (
        "申请人情况 总计 自然人 法人或其他组织 商业企业 科研机构 社会公益组织 法律服务机构 其他"
    )

    def test_sums_prove_it(self) -> None:
        rows = {NEW: "5 2 2 0 0 0 1", GRANTED: "4 1 1 1 0 1 0"}
        assert values(parse(stacked(self.TOTAL_FIRST, rows)), "new") == [2, 2, 0, 0, 0, 1, 5]

    def test_figures_that_add_up_in_either_order_are_left_open(self) -> None:
        report = parse(stacked(self.TOTAL_FIRST, {NEW: "1 0 0 0 0 0 1", GRANTED: "0 0 0 0 0 0 0"}))
        assert values(report, "new") == [None] * 7
        assert values(report, "granted") == [0] * 7
        assert Code.TABLE_UNCLEAR in codes(report)

    def test_a_page_number_in_a_row_does_not_change_the_order_of_the_columns(self) -> None:
        swapped = "其他\t商业企业\t科研机构\t法律服务机构\t社会公益组织"
        header = f"申请人情况\n自然人\t法人或其他组织\t总计\n{swapped}"
        rows = (f"{NEW}\t13\t0\t1\t2\t0\t0\t16", f"{CARRIED_OVER}\t0\t0\t2\t0\t0\t0\t2")
        text = "\n".join((APPLICATIONS, header, *rows, f"{GRANTED}\t2\t0\t0\t1\t0\t0\t3", "2"))
        report = parse(f"{text}\n(二)部分公开\t2\t0\t0\t0\t0\t0\t2")
        assert values(report, "new") == [13, 1, 2, 0, 0, 0, 16]

    def test_nor_does_a_row_with_the_label_of_another_table(self) -> None:
        header = ("项目", "总计", *APPLICANTS[:-1])
        added = ("其中：当面申请", *"1100000")
        lines = [header, (NEW, *"5500000"), added, (CARRIED_OVER, *"1010000")]
        report = parse("\n".join([APPLICATIONS, *map("|".join, lines)]))
        assert values(report, "carried_over") == [0, 1, 0, 0, 0, 0, 1]

    @pytest.mark.parametrize("name", ["", "件数", "合计"])
    def test_a_name_before_the_only_line_of_figures(self, name: str) -> None:
        outcomes = ("总计", *OUTCOMES[:-1])
        groups = ("行政复议", "", "", "", "", "未经复议直接起诉", "", "", "", "", "复议后起诉")
        figures = ["1", "1", "0", "0", "0", "2", "0", "0", "0", "2", "11", "11", "0", "0", "0"]
        lines = (("", *groups), ("", *outcomes * 3), (name, *figures))
        report = parse("\n".join([PROCEEDINGS, *map("|".join, lines)]))
        assert proceedings(report) == [1, 0, 0, 0, 1, 0, 0, 0, 2, 2, 11, 0, 0, 0, 11]


class TestOtherWayRound:
    """The outcomes of proceedings below each other, and the three groups side by side."""

    @pytest.mark.parametrize("delimiter", ["|", "\t"])
    def test_is_not_read_line_by_line_even_if_the_sums_hold(self, delimiter: str) -> None:
        rows = zip(OUTCOMES, ("000", "001", "000", "100", "101"), strict=True)
        lines = [("", "行政复议", "未经复议直接起诉", "复议后起诉")]
        lines += [(outcome, *row) for outcome, row in rows]
        report = parse("\n".join([PROCEEDINGS, *map(delimiter.join, lines)]))
        assert not any(value is not None for value in proceedings(report))
        assert Code.UNPLACED_VALUE in codes(report)


class TestMissingTotal:
    """A table of applications without its last column."""

    HEADER = ("申请人情况", "自然人\t法人或其他组织", "\t".join(APPLICANTS[1:-1]))

    @pytest.mark.parametrize("delimiter", ["\t", "|", "\n"])
    def test_the_columns_that_are_named_are_read(self, delimiter: str) -> None:
        rows = [(NEW, "133", "128", *"0003"), (CARRIED_OVER, *"020002")]
        text = "\n".join([APPLICATIONS, *self.HEADER, *map("\t".join, rows)])
        report = parse(text.replace("\t", delimiter))
        assert values(report, "new") == [133, 128, 0, 0, 0, 3, None]
        assert values(report, "carried_over") == [0, 2, 0, 0, 0, 2, None]

    def test_rows_that_all_end_in_their_sums_may_end_in_the_total(self) -> None:
        rows = [(NEW, *"510006"), (CARRIED_OVER, *"020002")]
        report = parse("\n".join([APPLICATIONS, *self.HEADER, *map("\t".join, rows)]))
        assert values(report, "new") == values(report, "carried_over") == [None] * 7

    def test_a_longer_row_shows_that_a_label_is_lost(self) -> None:
        rows = [(NEW, "133", "128", "", *"0003"), (CARRIED_OVER, "0", "2", "", *"0002")]
        report = parse("\n".join([APPLICATIONS, *self.HEADER, *map("\t".join, rows)]))
        assert values(report, "new") == [None] * 7

    def test_a_label_before_each_single_figure_is_no_header(self) -> None:
        report = parse(
            f"|  | {CARRIED_OVER} | 法律服务机构 | 0 |\n|  | {CARRIED_OVER} | 其他 | 0 |"
        )
        assert not any(cell.row.startswith("other_handling") for cell in report.cells if cell.raw)


class TestWordsForColumns:
    """Words above the figures that are labels of another table."""

    @pytest.mark.parametrize("delimiter", ["|", "\t", "\n"])
    @pytest.mark.parametrize("word", ["数量", "统计数", "年度累计数"])
    def test_no_row_behind_them_is_one_of_that_table(self, word: str, delimiter: str) -> None:
        lines = [("信息内容", word), ("行政处罚", "30"), ("行政强制", "2")]
        report = parse("第二十条第(六)项\n" + "\n".join(map(delimiter.join, lines)))
        assert {cell.table for cell in report.cells if cell.value is not None} <= {"proactive"}
        read = {cell.value for cell in report.cells if cell.row == "penalties"}
        assert read == ({30} if word == "数量" else set())

    def test_a_part_of_a_label_names_no_column_of_another_form(self) -> None:
        lines = [
            "信息内容|本年新制作数量|本年新公开数量|对外公开总数量",
            "规章|0|0|5",
            "规范性文件|2|0|14",
        ]
        lines += ["信息内容|数量", "行政许可|12"]
        report = parse("\n".join(lines))
        assert report.cell("proactive", "licensing", "decisions").value is None
        assert Code.UNPLACED_VALUE in codes(report)

    def test_numbers_of_rows_are_no_figures(self) -> None:
        lines = [
            ("统计指标", "行次"),
            ("1.政府公报公开政府信息数", "21"),
            ("2.政府网站公开政府信息数", "22"),
        ]
        report = parse("政府信息公开情况统计表\n" + "\n".join(map("|".join, lines)))
        assert not any(cell.value is not None for cell in report.cells)
        assert codes(report) == {Code.COLUMNS_UNCLEAR}

    def test_zeros_recognised_as_letters_name_no_columns(self) -> None:
        lines = [("项目", *APPLICANTS), (NEW, *"O○OO〇Oo"), (CARRIED_OVER, *"1000001")]
        report = parse("\n".join([APPLICATIONS, *map("|".join, lines)]))
        assert values(report, "carried_over") == [1, 0, 0, 0, 0, 0, 1]


class TestAddedRow:
    """A row 其他 that an agency added to a group where the form has none."""

    @pytest.mark.parametrize("label", ["其他", "9.其他", "其他（特殊情况）"])
    def test_is_not_the_row_that_the_form_has_elsewhere(self, label: str) -> None:
        lines = [("项目", *APPLICANTS), (NEW, *"1000001"), ("1.属于国家秘密", *"0000000")]
        lines += [(label, *"1000001"), ("2.其他法律行政法规禁止公开", *"0000000")]
        lines += [("(七)总计", *"1000001")]
        report = parse("\n".join([APPLICATIONS, *map("|".join, lines)]))
        (problem,) = [one for one in report.problems if one.code == Code.UNPLACED_VALUE]
        assert problem.raw == tuple("1000001")
        assert not any(
            c.row.startswith("other_handling") and c.value is not None for c in report.cells
        )

    def test_is_read_in_its_place(self) -> None:
        lines = [("项目", *APPLICANTS), ("5.要求行政机关确认或重新出具已获取信息", *"0000000")]
        lines += [("其他", *"1000001"), ("(七)总计", *"1000001")]
        report = parse("\n".join([APPLICATIONS, *map("|".join, lines)]))
        assert values(report, "other_handling.other") == [1, 0, 0, 0, 0, 0, 1]


class TestWordsAmongFigures:
    """A word or a date in one cell of a row."""

    HEADER = ("行政复议|||||未经复议直接起诉|||||复议后起诉", "|".join(OUTCOMES * 3))

    @pytest.mark.parametrize("word", ["暂无数据", "未发生", "1（已撤诉）"])
    def test_the_first_of_all_figures_may_be_a_word(self, word: str) -> None:
        line = "|".join((word, *"00000201301001"))
        report = parse("\n".join((PROCEEDINGS, *self.HEADER, line)))
        assert report.cell("proceedings", "review", "upheld").kind is Kind.TEXT
        assert proceedings(report)[1:] == [int(figure) for figure in "00000201301001"]

    @pytest.mark.parametrize("date", ["2023-12-31", "2023年12月31日"])
    def test_a_date_between_borders_is_no_edge_of_a_page(self, date: str) -> None:
        lines = [("项目", *APPLICANTS), (NEW, "3", "0", date, *"0003"), (CARRIED_OVER, *"0000000")]
        report = parse("\n".join([APPLICATIONS, *map("|".join, lines)]))
        assert values(report, "new") == [3, 0, None, 0, 0, 0, 3]


class TestNotes:
    """Marks of footnotes behind labels."""

    @pytest.mark.parametrize("note", ["①", "[1]", "[注1]", "注1", "（注1）", "※", "*", "²"])
    def test_the_mark_of_a_footnote_is_no_part_of_a_label(self, note: str) -> None:
        report = parse(f"信息内容|本年处理决定数量\n行政许可{note}|12\n行政处罚|30\n行政强制|2")
        assert report.cell("proactive", "licensing", "decisions").value == 12


class TestLists:
    """Rows as a program prints its lists and arrays."""

    LINES = (("项目", *APPLICANTS), (NEW, *"3000014"), (CARRIED_OVER, *"0000000"))

    def test_arrays_are_printed_without_commas(self) -> None:
        rows = (" ".join(map(repr, line)) for line in self.LINES)
        report = parse("\n".join([APPLICATIONS, *(f"[{row}]" for row in rows)]))
        assert values(report, "new") == [3, 0, 0, 0, 0, 1, 4]

    def test_a_blank_within_a_word_parts_no_cells_where_commas_do(self) -> None:
        header = "('信息内容', '上一年项目数量', '本年增/减', '处理决定数量')"
        lines = (header, "('行政处罚', None, '-7', None)", "('行政强制', N\none, '-25', '108')")
        assert parse("\n".join(lines)).cell("proactive", "penalties", "change").value == -7

    def test_no_first_cell_is_lost_with_its_bracket(self) -> None:
        lines = [
            ["行政复议", "未经复议直接起诉", "复议后起诉"],
            [*OUTCOMES * 3, "合计"],
            [*"0000002020100014"],
        ]
        report = parse("\n".join([PROCEEDINGS, *map(str, lines)]))
        assert not any(value is not None for value in proceedings(report))
        assert Code.UNPLACED_VALUE in codes(report)


class TestTexRows:
    """Rows of TeX without the environment of a table around them."""

    @pytest.mark.parametrize("rule", ["", r" \hline", "\n\\hline"])
    def test_are_read_without_their_environment(self, rule: str) -> None:
        lines = ("信息内容 & 本年处理决定数量", "行政许可 & 29", r"行政处罚 & ", "行政强制 & 2")
        report = parse("\n".join(rf"{line} \\{rule}" for line in lines))
        assert report.cell("proactive", "licensing", "decisions").value == 29
        assert report.cell("proactive", "penalties", "decisions").kind is Kind.BLANK

    def test_one_line_is_no_table(self) -> None:
        assert parse(r"规章 & 29 \\").text == r"规章 & 29 \\"


class TestTwice:
    """Two reports, or two tables, in one text."""

    CLEAR = (("项目", *APPLICANTS), (NEW, *"2400006"), (CARRIED_OVER, *"1000001"))

    @pytest.mark.parametrize(("figures", "read"), [("33", None), ("2 6", 2), ("0", 2)])
    def test_rows_whose_figures_have_no_place_may_contradict_others(
        self, figures: str, read: int | None
    ) -> None:
        short = [f"{label}|{'|'.join(figures.split())}" for label in (NEW, CARRIED_OVER)]
        clear = map("|".join, self.CLEAR)
        report = parse("\n".join([APPLICATIONS, *short, "附：县图书馆", *clear]))
        assert values(report, "new")[0] == read
        told = [problem.raw for problem in report.problems if "twice" in problem.message]
        assert told == ([] if read is not None else [row[1:] for row in self.CLEAR[1:]])

    @pytest.mark.parametrize("rule", ["----", "====", "* * *", "—————"])
    def test_a_rule_between_reports_is_no_cell(self, rule: str) -> None:
        groups = ("行政复议", "未经复议直接起诉", "复议后起诉")
        table = "\n".join((PROCEEDINGS, *groups, *OUTCOMES * 3, *"000000020200000"))
        section = "二、主动公开政府信息情况\n信息内容\n本年处理决定数量\n行政许可\n1"
        titles = ("甲镇2021年政府信息公开工作年度报告", "乙镇2021年政府信息公开工作年度报告")
        text = f"\n{rule}\n".join(f"{title}\n{section}\n{table}" for title in titles)
        assert [proceedings(one)[7:10] for one in parse_all(text)] == [[2, 0, 2]] * 2


class TestFiguresInBrackets:
    """The figures of a row in brackets behind its label, each behind the name of its cell."""

    ROWS = (
        "规章（本年制发件数0件、本年废止件数1件、现行有效件数3件）",
        "行政规范性文件（本年制发件数2件、本年废止件数0件、现行有效件数7件）",
        "行政事业性收费（本年收费金额(单位:万元)5.5）",
    )

    def test_stand_behind_the_names_of_their_cells(self) -> None:
        report = parse("\n".join(("二、主动公开政府信息情况", *self.ROWS)))
        read = [cell.value for cell in report.cells if cell.row == "normative_documents"]
        assert read == [2, 0, 7]
        assert [cell.value for cell in report.cells if cell.row == "rules"] == [0, 1, 3]
