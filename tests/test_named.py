"""Figures that are told by names beside them, and what other makers of text do to tables."""

from collections.abc import Sequence

import pytest

from generate.applications import APPLICANTS
from gov_disclosure import AnnualReport, Kind, parse

OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
LAWSUITS = ("未经复议直接起诉", "复议后起诉")
PROCEEDINGS = "四、政府信息公开行政复议、行政诉讼情况"
PROACTIVE = "二、主动公开政府信息情况"


def lines(*said: str) -> str:
    return "\n".join(said)


def numbers(report: AnnualReport, table: str) -> dict[tuple[str, str], object]:
    """What was read as a number in a table, by row and column."""
    cells = (cell for cell in report.cells if cell.table == table and cell.value is not None)
    return {(cell.row, cell.column): cell.value for cell in cells}


def codes(report: AnnualReport) -> set[str]:
    return {problem.code for problem in report.problems}


class TestNamedCells:
    """Each figure stands behind the label of its column, beneath or behind that of its row."""

    def test_beneath_the_row(self) -> None:
        rows = zip(("行政复议", *LAWSUITS), ("21003", "00000", "00011"), strict=True)
        cards = [
            f"{row}\n" + lines(*(f"{c}\n{v}" for c, v in zip(OUTCOMES, values, strict=True)))
            for row, values in rows
        ]
        read = numbers(parse(lines(PROCEEDINGS, *cards)), "proceedings")
        assert read["review", "upheld"] == 2
        assert read["review", "total"] == 3
        assert read["litigation_after_review", "pending"] == 1
        assert len(read) == 15

    @pytest.mark.parametrize("between", [" ", "-", ".", " / "])
    @pytest.mark.parametrize("colon", ["：", ":", " = "])
    def test_behind_the_row_on_its_line(self, between: str, colon: str) -> None:
        said = [
            f"规章{between}本年制发件数{colon}0",
            f"规章{between}现行有效件数{colon}1,208",
            f"行政许可{between}本年处理决定数量{colon}116件",
        ]
        read = numbers(parse(lines(PROACTIVE, *said)), "proactive")
        assert read == {
            ("rules", "issued"): 0,
            ("rules", "in_force"): 1208,
            ("licensing", "decisions"): 116,
        }

    @pytest.mark.parametrize("bullet", ["", "- ", "● ", "▶ ", "◆", "1. "])
    def test_among_rows_with_a_single_figure(self, bullet: str) -> None:
        said = (
            "规章：本年制发件数 0，本年废止件数 2，现行有效件数 5",
            "行政许可：本年处理决定数量 29",
            "行政处罚：31",
            "行政强制：本年处理决定数量 3",
        )
        items = (f"{bullet}{item}" for item in said)
        read = numbers(parse(lines(PROACTIVE, *items)), "proactive")
        assert list(read.values()) == [0, 2, 5, 29, 31, 3]

    @pytest.mark.parametrize("between", [" | ", "\t", "\n", "  "])
    def test_not_where_a_header_comes_again_with_the_number_of_its_page(self, between: str) -> None:
        rows = (("规章", "6"), ("行政许可", "7"), ("行政处罚", "8"), ("行政强制", "9"))
        pages = [
            between.join(cells)
            for page, row in enumerate(rows, 1)
            for cells in (("本年处理决定数量", str(page)), row)
        ]
        read = numbers(parse(lines(PROACTIVE, *pages)), "proactive")
        assert set(read.values()) <= {7, 8, 9}

    def test_not_all_of_them_in_every_row(self) -> None:
        new = "一、本年新收政府信息公开申请数量"
        rows = (("三、收到和处理政府信息公开申请情况", ()), (new, ("自然人：4", "总计：4")))
        more = (("二、上年结转政府信息公开申请数量", ("总计：1",)), ("（七）总计", ("自然人：5",)))
        last = (("四、结转下年度继续办理", ("科研机构：0", "- 3 -", "其他：0", "总计：0")),)
        read = parse(lines(*(line for row, cells in rows + more + last for line in (row, *cells))))
        assert set(numbers(read, "applications").values()) <= {0, 1, 4, 5}

    def test_as_records(self) -> None:
        names = ("本年制发件数", "本年废止件数", "现行有效件数")
        made = (
            (f'"{n}": "{v}"' for n, v in zip(names, row, strict=True)) for row in ("005", "21 ")
        )
        rules, documents = (", ".join(pairs) for pairs in made)
        said = (f'{{"项目": "规章", {rules}}}', f'{{"项目": "行政规范性文件", {documents}}}')
        report = parse(lines(PROACTIVE, *said))
        read = numbers(report, "proactive")
        assert read["rules", "in_force"] == 5
        assert read["normative_documents", "repealed"] == 1
        assert report.cell("proactive", "normative_documents", "in_force").kind is Kind.BLANK

    def test_in_a_sentence(self) -> None:
        said = "，".join(f"{name}{count}件" for name, count in zip(OUTCOMES, "21003", strict=True))
        report = parse(lines(PROCEEDINGS, f"行政复议：{said}。"))
        assert numbers(report, "proceedings")["review", "corrected"] == 1

    def test_a_column_and_a_row_of_one_name(self) -> None:
        said = [
            f"(七)总计 {name}：{count}" for name, count in zip(APPLICANTS, "3000104", strict=True)
        ]
        report = parse(lines("三、收到和处理政府信息公开申请情况", *said))
        read = numbers(report, "applications")
        assert read["total_handled", "total"] == 4
        assert len(read) == 7

    def test_the_number_of_a_page_below_a_header_is_no_cell(self) -> None:
        said = ["一、本年新收政府信息公开申请数量", *APPLICANTS, "3"]
        said += ["二、上年结转政府信息公开申请数量", *APPLICANTS, "7"]
        assert not numbers(parse(lines(*said)), "applications")

    def test_words_of_its_own_begin_another_row(self) -> None:
        own = [f"{name}：{count}" for name, count in zip(OUTCOMES, "21003", strict=True)]
        others = [f"{name}：9" for name in OUTCOMES]
        report = parse(lines(PROCEEDINGS, "行政复议", *own, "县教育局", *others))
        assert numbers(report, "proceedings")["review", "upheld"] == 2


def test_a_row_may_stand_above_its_columns() -> None:
    header = " ".join(OUTCOMES)
    said = ["行政复议", header, "2 1 0 0 3", "行政诉讼"]
    said += [LAWSUITS[0], header, "1 0 0 0 1", LAWSUITS[1], header, "0 0 0 1 1"]
    read = numbers(parse(lines(PROCEEDINGS, *said)), "proceedings")
    assert read["review", "total"] == 3
    assert read["litigation_direct", "upheld"] == 1
    assert read["litigation_after_review", "pending"] == 1


@pytest.mark.parametrize("note", ["注：采购总金额单位为元", "（单位：元）", "金额单位：元。"])
def test_a_note_below_the_rows_may_name_the_unit(note: str) -> None:
    said = ("信息内容\t采购项目数量\t采购总金额", "政府集中采购\t4\t1280000", note)
    report = parse(lines(PROACTIVE, "第二十条第(九)项", *said))
    assert report.proactive is not None
    assert report.proactive.procurement.amount == 128


class TestNumbersThatCount:
    """Numbers of columns and of rows are no values."""

    def test_below_the_labels_of_columns(self) -> None:
        groups = (
            "行政复议" + "\t" * 5 + "行政诉讼",
            "\t" * 5 + f"{LAWSUITS[0]}\t\t\t\t\t{LAWSUITS[1]}",
        )
        counted = "\t".join(map(str, range(1, 16)))
        values = "\t".join(["", "2", "", "", "2", *["0"] * 5, "", "", "1", "", "1"])
        said = (*groups, "\t".join(OUTCOMES * 3), counted, values)
        report = parse(lines(PROCEEDINGS, *said))
        assert report.cell("proceedings", "review", "upheld").value is None
        assert report.cell("proceedings", "review", "corrected").value == 2

    def test_before_labels_with_units(self) -> None:
        labels = ("主动公开规范性文件数", "制发规范性文件总数", "政府公报公开政府信息数")
        labels += ("政府网站公开政府信息数", "政务微博公开政府信息数", "政务微信公开政府信息数")
        said = [f"{at}\n{label}\n条" for at, label in enumerate(labels, 1)]
        report = parse(lines("政府信息公开情况统计表", "统计指标", "单位", "统计数", *said))
        assert not numbers(report, "statistics")


class TestFiguresOfOthers:
    """Where something is lost or added, a figure may seem to be another row's or column's."""

    def test_the_beginning_of_a_line_may_be_stripped(self) -> None:
        values = "\t".join(["9", "147", "1", "157", "", "", "", "0", "0", "", "40", "4", "2", "46"])
        groups = (
            "行政复议" + "\t" * 5 + "行政诉讼",
            "\t" * 5 + f"{LAWSUITS[0]}\t\t\t\t\t{LAWSUITS[1]}",
        )
        report = parse(lines(PROCEEDINGS, *groups, "\t".join(OUTCOMES * 3), values))
        assert not numbers(report, "proceedings")
        assert "unplaced-value" in codes(report)

    def test_figures_before_labels_are_not_those_of_the_row_above(self) -> None:
        rows = ("主动公开政府信息数", "制发规范性文件总数", "政府公报公开政府信息数")
        said = [f"{figure}\n{row}\n条" for figure, row in zip("258", rows, strict=True)]
        head = ("统计指标", "单位", "统计数", "一、主动公开情况", "——")
        report = parse(lines("政府信息公开情况统计表", *head, *said))
        assert not numbers(report, "statistics")

    def test_a_column_of_last_year_cannot_fill_an_empty_cell(self) -> None:
        header = "\t".join(("项目", "上年总计", *APPLICANTS))
        full = "\t".join(("一、本年新收政府信息公开申请数量", "34", *"3000104"))
        torn = "\t".join(("二、上年结转政府信息公开申请数量", "0", "4", "5", "", *"0009"))
        report = parse(lines(header, full, torn))
        read = numbers(report, "applications")
        assert not [where for where in read if where[0] == "carried_over"]

    def test_a_doubtful_figure_keeps_its_place(self) -> None:
        values = "|".join(["0①", "2", "", "0", "2", *["0"] * 10])
        groups = ("行政复议||||||行政诉讼", f"|||||{LAWSUITS[0]}|||||{LAWSUITS[1]}")
        report = parse(lines(PROCEEDINGS, *groups, "|".join(OUTCOMES * 3), values))
        assert report.cell("proceedings", "review", "upheld").kind in (Kind.TEXT, Kind.MISSING)
        assert report.cell("proceedings", "review", "corrected").value in (2, None)


def test_a_table_of_which_no_row_was_read_is_told() -> None:
    figures = ("3", "4", "5", "6", "18")
    (problem, _) = parse(lines(PROCEEDINGS, *figures, *OUTCOMES)).problems
    assert (problem.code, problem.table) == ("table-unread", "proceedings")


class TestUnreadRows:
    """What looks like rows and was not read is told."""

    @pytest.mark.parametrize("between", ["...", "~#=", "^-@"])
    def test_between_signs_that_are_not_the_same_everywhere(self, between: str) -> None:
        rows = (("规章", "0", "0", "5"), ("行政规范性文件", "2", "1", "14"), ("行政处罚", "49"))
        told = (sign.join(row) for sign, row in zip(between, rows, strict=False))
        report = parse(lines(PROACTIVE, *told))
        assert not numbers(report, "proactive")
        assert "unread-rows" in codes(report) or "unplaced-value" in codes(report)

    def test_before_their_labels(self) -> None:
        report = parse(lines(PROACTIVE, "29 行政许可", "31 行政处罚", "3 行政强制"))
        assert Kind.BLANK not in {cell.kind for cell in report.cells}
        assert "loose-figures" in codes(report)

    def test_numbers_that_count_the_rows_are_no_figures(self) -> None:
        rows = ("1 行政许可", "2 行政处罚", "3 行政强制")
        report = parse(lines(PROACTIVE, "信息内容", *rows, "三、存在的问题", "略。"))
        assert Kind.BLANK in {cell.kind for cell in report.cells}
        assert "loose-figures" not in codes(report)

    def test_not_in_what_is_read(self) -> None:
        header = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数"
        report = parse(lines(PROACTIVE, header, "规章 | 0 | 0 | 5"))
        assert "unread-rows" not in codes(report)

    def test_not_where_columns_name_the_figures(self) -> None:
        named = ("本年制发件数：3", "本年废止件数：0", "现行有效件数：9")
        read = parse(lines(PROACTIVE, "规章", *named, "行政规范性文件", *named))
        assert len(numbers(read, "proactive")) == 2 * len(named)
        assert codes(read) <= {"form-unclear"}

    def test_not_in_prose(self) -> None:
        prose = "行政许可83件，比上年增加12件。"
        assert "unread-rows" not in codes(parse(lines(PROACTIVE, prose, prose, prose)))


class TestRowsThatStandTwice:
    """Some tools draw the text of a page and then its tables: only one of both need be read."""

    APPLICATIONS = "三、收到和处理政府信息公开申请情况"
    NEW = "一、本年新收政府信息公开申请数量"
    WAYS = "网上 | 信函 | 当面 | 传真 | 电话 | 其他方式 | 合计"
    APPLICANTS = "自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计"

    def told(self, figures: str) -> set[str]:
        """The problems where a row stands beneath its header, and beneath another one."""
        report = parse(
            lines(
                self.APPLICATIONS,
                f"申请方式 | {self.WAYS}",
                f"{self.NEW} | {figures}",
                "三、收到和处理政府信息公开申请情况",
                f"申请人情况 | {self.APPLICANTS}",
                f"{self.NEW} | 3 | 1 | 0 | 0 | 0 | 2 | 6",
            )
        )
        assert report.applications is not None
        assert report.applications.total.new == 6
        return codes(report)

    def test_need_no_warning_if_their_figures_were_read(self) -> None:
        assert "columns-unclear" not in self.told("3 | 1 | 0 | 0 | 0 | 2 | 6")
        assert "columns-unclear" not in self.told("3 1 0 0 0 2 6 | | | | | |")

    def test_need_one_if_any_is_another(self) -> None:
        assert "columns-unclear" in self.told("3 | 0 | 1 | 0 | 0 | 2 | 6")
        assert "columns-unclear" in self.told("3 | 1 | 0 | 0 | 0 | 2 | ")

    @pytest.mark.parametrize(("last", "is_told"), [("14", False), ("15", True), ("", True)])
    def test_nor_do_lines_that_only_look_like_rows(self, last: str, *, is_told: bool) -> None:
        header = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数"
        table = lines(PROACTIVE, header, "规章 | 0 | 0 | 5", "行政规范性文件 | 2 | 1 | 14")
        report = parse(lines(table, "......", "规章~0~0~5", f"行政规范性文件~2~1~{last}"))
        assert len(numbers(report, "proactive")) == 6
        assert ("unread-rows" in codes(report)) is is_told


@pytest.mark.parametrize("end", ["\u2028", "\x85", "\v"])
def test_a_label_may_be_broken_by_any_line_end(end: str) -> None:
    header = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数"
    report = parse(lines(PROACTIVE, header, f"行政规{end}范性文件\t2\t1\t14"))
    assert numbers(report, "proactive")["normative_documents", "in_force"] == 14


@pytest.mark.parametrize("bullet", ["-", "■", "* -"])
def test_a_list_of_cells_may_stand_among_prose(bullet: str) -> None:
    cells = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数", "规章", "0", "", "5")
    said = [f"{bullet if at % 4 == 0 else bullet[-1]} {cell}" for at, cell in enumerate(cells)]
    full = [
        f"{bullet[-1] if at else bullet} {c}" for at, c in enumerate(("行政规范性文件", *"214"))
    ]
    report = parse(lines(PROACTIVE, "本局公开如下：", *said, *full))
    assert numbers(report, "proactive")["normative_documents", "repealed"] == 1
    assert report.cell("proactive", "rules", "repealed").kind in (Kind.BLANK, Kind.MISSING)


@pytest.mark.parametrize("outer", ["- {}", "* **{}**", "• {}：", "## {}", "{}"])
@pytest.mark.parametrize("inner", ["  - {}: {}", "    * {}：{}", "- {} = {}"])
def test_lists_in_the_items_of_a_list_name_cells_of_their_row(outer: str, inner: str) -> None:
    keys = ("rules", "normative_documents")
    names = ("本年制发件数", "本年废止件数", "现行有效件数")
    rows = {"规章": ("5", "", "14"), "行政规范性文件": ("2", "0", "-")}
    lines = [
        line
        for row, figures in rows.items()
        for line in (outer.format(row), *map(inner.format, names, figures))
    ]
    report = parse("\n".join(("二、主动公开政府信息情况", *lines)))
    read = [(cell.kind, cell.value) for cell in report.cells if cell.row in keys]
    assert [value for _, value in read] == [5, None, 14, 2, 0, None]
    assert [kind for kind, _ in read][1::4] == [Kind.BLANK, Kind.DASH]


@pytest.mark.parametrize("end", ["\r", "\u2028", "\u2029", "\x85"], ids=repr)
class TestOtherLineEnds:
    """Programs print them for plain ones: each layout takes them so."""

    ROWS = (
        ("统计指标", "单位", "统计数"),
        ("(一)收到申请数", "件", "10"),
        ("1.当面申请数", "件", ""),
    )

    def read(self, lines: Sequence[str], end: str) -> dict[str, tuple[Kind, object]]:
        report = parse(end.join(("政府信息公开情况统计表", *lines)))
        cells = (cell for cell in report.cells if cell.kind is not Kind.MISSING)
        return {cell.row.rpartition(".")[2]: (cell.kind, cell.value) for cell in cells}

    @pytest.mark.parametrize("delimiter", [",", " | ", "\t"])
    def test_end_rows(self, delimiter: str, end: str) -> None:
        read = self.read(
            [delimiter.join(row) for row in (*self.ROWS, ("2.传真申请数", "件", "3"))], end
        )
        assert read["total"] == (Kind.NUMBER, 10)
        assert read["in_person"] == (Kind.BLANK, None)
        assert read["fax"] == (Kind.NUMBER, 3)

    def test_end_cells_of_a_wiki(self, end: str) -> None:
        """The mark of the next row is no dash in an empty cell."""
        rows = [line for row in self.ROWS for line in ("|-", *(f"| {cell}" for cell in row))]
        read = self.read(['{| class="wikitable"', *rows, "|-", "|}"], end)
        assert read == {"total": (Kind.NUMBER, 10), "in_person": (Kind.BLANK, None)}
