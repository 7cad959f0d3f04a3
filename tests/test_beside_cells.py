"""What stands before, between and below the cells of a table, and is none of its figures."""

from collections.abc import Sequence

import pytest

from gov_disclosure import AnnualReport, Kind, parse

PROACTIVE = "二、主动公开政府信息情况"
DOCUMENTS = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
DECISIONS = ("信息内容", "本年处理决定数量")


def read(heading: str, cells: Sequence[str]) -> AnnualReport:
    """The report of which each cell is a line."""
    return parse("\n".join((heading, *cells)))


def numbers(report: AnnualReport) -> dict[str, list[object]]:
    """The numbers that are read, by row."""
    found: dict[str, list[object]] = {}
    for cell in report.cells:
        if cell.kind is Kind.NUMBER:
            found.setdefault(cell.row, []).append(cell.value)
    return found


class TestNumbersThatCountTheRows:
    @pytest.mark.parametrize("empty", [(), ("\xa0",)])
    def test_are_no_figures_where_those_are_empty_or_lost(self, empty: Sequence[str]) -> None:
        rows = ("1", "行政处罚", *empty, "2", "行政强制", "7")
        report = read(PROACTIVE, ("序号", *DECISIONS, *rows))
        assert numbers(report) == {"coercive_measures": [7]}
        cell = report.cell("proactive", "penalties", "decisions")
        assert (cell.kind, report.problems) == (Kind.BLANK, ())

    def test_do_not_make_a_row_full(self) -> None:
        rows = ("1", "规章", "3", "4", "2", "行政规范性文件", "5", "6", "8")
        report = read(PROACTIVE, ("序号", *DOCUMENTS, *rows))
        assert numbers(report) == {"normative_documents": [5, 6, 8]}

    @pytest.mark.parametrize("numbers_", [("一", "二"), ("1.", "2."), ("1、", "2、")])
    def test_may_be_written_otherwise(self, numbers_: Sequence[str]) -> None:
        first, second = numbers_
        rows = (first, "规章", "3", "4", "5", second, "行政规范性文件", "5", "6")
        report = read(PROACTIVE, ("序号", *DOCUMENTS, *rows))
        assert numbers(report) == {"rules": [3, 4, 5]}

    @pytest.mark.parametrize("last", ["3", "1"])
    def test_count_on_through_tables_or_begin_anew(self, last: str) -> None:
        cells = (
            *("序号", *DECISIONS, "1", "行政处罚", "2", "行政强制", "7"),
            *("第二十条第（五）项", *DECISIONS, last, "行政许可", "9"),
        )
        assert numbers(read(PROACTIVE, cells)) == {"coercive_measures": [7], "licensing": [9]}

    def test_count_rows_above_the_next_header_too(self) -> None:
        cells = (
            *("序号", *DECISIONS, "1", "行政处罚", "", "2", "行政强制", ""),
            *("第二十条第（五）项", "序号", *DECISIONS, "3", "行政许可", "9"),
        )
        assert numbers(read(PROACTIVE, cells)) == {"licensing": [9]}

    def test_need_no_name_if_they_are_several(self) -> None:
        rows = (
            *("1", "1.政府公报公开政府信息数", "条", "2", "2.政府网站公开政府信息数", "条"),
            *("3", "3.政务微博公开政府信息数", "条", "5"),
        )
        cells = ("统计指标", "单位", "统计数", *rows)
        assert numbers(read("政府信息公开情况统计表", cells)) == {"channels.weibo": [5]}

    @pytest.mark.parametrize("delimiter", [" | ", "\t"])
    def test_may_go_on_from_a_page_above(self, delimiter: str) -> None:
        """What stands before the label of an empty row is no figure outside of rows then."""
        rows = (("5", "行政许可", "3"), ("6", "行政处罚", ""), ("7", "行政强制", ""))
        report = read(PROACTIVE, list(map(delimiter.join, (("", *DECISIONS), *rows))))
        assert numbers(report) == {"licensing": [3]}
        assert "loose-figures" not in {problem.code for problem in report.problems}

    def test_may_be_figures_if_they_are_few_and_have_no_name(self) -> None:
        rows = ("1", "行政处罚", "2", "行政强制", "7")
        report = read(PROACTIVE, (*DECISIONS, *rows))
        assert numbers(report) == {"coercive_measures": [7]}
        assert report.cell("proactive", "penalties", "decisions").kind is Kind.TEXT

    def test_are_figures_if_there_is_none_before_the_first_label(self) -> None:
        rows = ("行政处罚", "1", "行政强制", "2")
        report = read(PROACTIVE, (*DECISIONS, *rows))
        assert numbers(report) == {"penalties": [1], "coercive_measures": [2]}


class TestABareNumberBelowRows:
    ROWS = (("行政处罚", "5"), ("行政强制", ""))

    def below(self, delimiter: str, number: str) -> AnnualReport:
        lines = [delimiter.join(row) for row in (DECISIONS, *self.ROWS)]
        return parse("\n".join((PROACTIVE, *lines, "", number, "", "三、其他", "无。")))

    @pytest.mark.parametrize("delimiter", [" | ", "\t", "    "])
    @pytest.mark.parametrize("number", ["3", "2022"])
    def test_is_no_figure_of_the_last_one(self, delimiter: str, number: str) -> None:
        report = self.below(delimiter, number)
        assert numbers(report) == {"penalties": [5]}
        assert [problem.code for problem in report.problems] == ["loose-figures"]

    def test_is_none_between_rows_either(self) -> None:
        lines = (" | ".join(DECISIONS), "行政处罚 | ", "", "12", "", "行政强制 | 7")
        assert numbers(read(PROACTIVE, lines)) == {"coercive_measures": [7]}

    def test_does_not_hide_the_other_rows(self) -> None:
        lines = (
            *("第二十条第（一）项", "\t".join(DOCUMENTS), "规章\t0\t1\t4", "第二十条第（八）项"),
            *("信息内容\t本年收费金额（单位：万元）", "行政事业性收费\t", "", "3"),
        )
        assert numbers(read(PROACTIVE, lines)) == {"rules": [0, 1, 4]}

    def test_is_a_figure_where_cells_are_lines(self) -> None:
        cells = (*DECISIONS, "行政处罚", "", "5", "", "行政强制", "", "3")
        assert numbers(read(PROACTIVE, cells)) == {"penalties": [5], "coercive_measures": [3]}


class TestWordsThatFollowFigures:
    OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    HEADER = (
        *("行政复议", "行政诉讼", *OUTCOMES, "未经复议直接起诉", "复议后起诉", *OUTCOMES),
        *OUTCOMES,
    )

    @pytest.mark.parametrize(
        "below",
        ["联系电话 88001234 填报日期 2017 1 15", "说明：行政许可 7", "张三  88001234  2017"],
    )
    def test_do_not_fill_up_a_line_that_lost_cells(self, below: str) -> None:
        for count in (9, 12, 13):
            figures = [str(7 * at % 13) for at in range(count)]
            cells = (*self.HEADER, *figures, below)
            report = read("四、政府信息公开行政复议、行政诉讼情况", cells)
            assert not {7, 88001234, 2017, 15} & {
                cell.value for cell in report.cells if cell.row == "litigation_after_review"
            }, count

    @pytest.mark.parametrize("words", ["乙类", "文件类"])
    def test_do_not_fill_up_a_row_before_the_next_label(self, words: str) -> None:
        cells = (*DOCUMENTS, "规章", "3", "4", words, "行政规范性文件", "5", "6", "8")
        assert numbers(read(PROACTIVE, cells)) == {"normative_documents": [5, 6, 8]}

    @pytest.mark.parametrize("end", ["\n", " "])
    def test_a_star_behind_a_label_does_not_either(self, end: str) -> None:
        rows = (("规章 *", "3", "4"), ("行政规范性文件", "5", "6", "8"))
        lines = (" ".join(DOCUMENTS), *(end.join(row) for row in rows))
        assert numbers(read(PROACTIVE, lines)) == {"normative_documents": [5, 6, 8]}

    def test_stars_are_dashes_where_they_stand_for_figures(self) -> None:
        lines = (" ".join(DOCUMENTS), "规章 * 3 4", "行政规范性文件 5 6 *")
        assert numbers(read(PROACTIVE, lines)) == {"rules": [3, 4], "normative_documents": [5, 6]}


class TestWordsBetweenALabelAndItsFigures:
    def test_leave_an_empty_row_open_if_they_are_the_label_of_a_group(self) -> None:
        applicants = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
        rows = (
            *("一、本年新收政府信息公开申请数量", 31, 7, 5, 3, 2, 11, 59),
            "二、上年结转政府信息公开申请数量",
            *("（三）不予公开共6件。", 1, 2, 3, 4, 5, 6, 21),
            *("（一）予以公开", 2, 3, 4, 5, 6, 7, 27),
        )
        cells = ("项目", *applicants, "总计", *map(str, rows))
        report = read("三、收到和处理政府信息公开申请情况", cells)
        assert Kind.BLANK not in {c.kind for c in report.cells if c.row == "carried_over"}
        assert "loose-figures" in [problem.code for problem in report.problems]

    def test_are_the_text_of_the_row_if_they_are_glued_to_its_label(self) -> None:
        lines = (
            *("统计指标单位统计数", "1.政府公报公开政府信息数条892"),
            *("2.政府网站公开政府信息数注1条777", "3.政务微博公开政府信息数条4"),
        )
        report = read("政府信息公开情况统计表", lines)
        assert report.cell("statistics", "channels.website", "value").kind is Kind.TEXT


def test_a_digit_at_a_label_is_no_figure_if_a_unit_and_a_figure_follow() -> None:
    cells = (*DECISIONS, "行政处罚1", "件", "31", "行政强制", "件", "7")
    assert "penalties" not in numbers(read(PROACTIVE, cells))


def test_of_two_rows_in_a_cell_none_has_the_figure() -> None:
    rows = ("4.信函申请数 (二)申请办结数\t件\t62330", "1.按时办结数\t件\t8", "2.延期办结数\t件\t7")
    report = read("政府信息公开情况统计表", ("统计指标\t单位\t统计数", *rows))
    assert [*numbers(report).values()] == [[8], [7]]
    assert report.cell("statistics", "requests.received.letter", "value").kind is Kind.MISSING


def test_figures_of_more_columns_than_the_form_has_are_not_told_apart() -> None:
    lines = (
        *("统计指标单位统计数上年数", "1.政府公报公开政府信息数条92212"),
        *("2.政府网站公开政府信息数条116351", "3.政务微博公开政府信息数条391799"),
    )
    assert numbers(read("政府信息公开情况统计表", lines)) == {}


def test_digits_that_touch_labels_stand_in_no_column() -> None:
    rows = (
        ("申请人情况", "", "", "", "", "", "", ""),
        ("三、本年度办理结果  (一)予以公开1", 9, 111, 0, 79, "", "——", 199),
        ("(五)不予处理   1.信访举报投诉类申请", "——", 8, 5, "", "", 0, 13),
        ("2.重复申请1", 52940, 0, 7, 99325, "——", "", 152272),
    )
    lines = ["".join(map(_padded, row, (60, 8, 10, 10, 14, 14, 8, 8))).rstrip() for row in rows]
    report = parse("\n".join(("某镇2022年政府信息公开工作年度报告", *lines)))
    shifted = {("research", 8), ("nonprofit", 5)}
    assert not shifted & {
        (cell.column, cell.value)
        for cell in report.cells
        if cell.row == "not_processed.petition_complaint"
    }


def _padded(cell: object, width: int) -> str:
    """A cell as wide as its column, in which a Chinese character is two wide."""
    return f"{cell}" + " " * (width - sum(1 + (letter > "\u3000") for letter in f"{cell}"))


def test_items_of_a_list_in_each_item_are_the_cells_of_its_row() -> None:
    """A bullet is no dash in the place of the figure that is quoted behind it."""
    rows = (
        ("统计指标", "单位", "统计数"),
        ("1.当面申请数", "件", "'602'"),
        ("2.传真申请数", "件", "''"),
    )
    items = [f"- - {label}\n  - {unit}\n  - {figure}" for label, unit, figure in rows]
    report = parse("\n".join(("政府信息公开情况统计表", *items)))
    read = [(cell.kind, cell.value) for cell in report.cells if "received" in cell.row]
    assert [one for one in read if one[0] is not Kind.MISSING] == [
        (Kind.NUMBER, 602),
        (Kind.BLANK, None),
    ]


def test_hyphens_below_the_names_of_columns_are_no_rule_in_a_box_drawn_with_lines() -> None:
    lines = (
        "┌──────────┬──────────┬──────────┬──────────┐",
        "│ column_0 ┆ column_1 ┆ column_2 ┆ column_3 │",
        "│ ---      ┆ ---      ┆ ---      ┆ ---      │",
        "│ str      ┆ str      ┆ str      ┆ str      │",
        "╞══════════╪══════════╪══════════╪══════════╡",
        "│ 信息内容 ┆ 本年制发件数 ┆ 本年废止件数 ┆ 现行有效件数 │",
        "│ 规章     ┆ 3        ┆          ┆ 5        │",
        "└──────────┴──────────┴──────────┴──────────┘",
    )
    report = read(PROACTIVE, lines)
    assert [cell.value for cell in report.cells if cell.row == "rules"] == [3, None, 5]
    assert report.cell("proactive", "rules", "repealed").kind is Kind.BLANK


def test_nor_are_they_the_figures_of_a_line() -> None:
    names = "结果维持 ┆ 结果纠正 ┆ 其他结果 ┆ 尚未审结 ┆ 总计"
    box = (
        f"│ {names} │",
        f"│ {' ┆ '.join(['---'] * 5)} │",
        "╞═══╪═══╪═══╪═══╪═══╡",
        "│ 1 ┆ 0 ┆ 0 ┆ 2 ┆ 3 │",
    )
    report = read("四、政府信息公开行政复议、行政诉讼情况", ("行政复议", *box))
    assert Kind.DASH not in {cell.kind for cell in report.cells}


@pytest.mark.parametrize("bullet", ["• ", "- ", "* ", ""], ids=["dots", "hyphens", "stars", "none"])
@pytest.mark.parametrize("words", ["约12", "12件左右", "见附件", "不详", "本单位无此项"])
def test_words_in_the_place_of_a_figure_are_no_empty_cell(words: str, bullet: str) -> None:
    """As in a stack of plain lines: they are the cell's, be they behind a bullet or not."""
    decisions = ("第二十条第(六)项", *DECISIONS, "行政处罚", words, "行政强制", "39")
    report = read(PROACTIVE, [f"{bullet}{cell}" for cell in decisions])
    assert report.cell("proactive", "penalties", "decisions").kind is Kind.TEXT
    assert report.cell("proactive", "coercive_measures", "decisions").value == 39


@pytest.mark.parametrize("said", ["本单位无此项", "约12", "见附件"])
def test_words_behind_empty_cells_are_no_remark_where_figures_stand_behind_as_many(
    said: str,
) -> None:
    """Lines with nothing but a character of no width part the cells of all rows."""
    cells = (
        *("政府信息公开情况统计表", "统计指标", "单位", "统计数"),
        *("1.专职人员数", "人", "3", "2.兼职人员数", "人", said),
        *("(一)召开政府信息公开工作会议或专题会议数", "次", "2"),
    )
    report = parse("\n\u200b\n".join(f"\u200b{cell}" for cell in cells))
    assert report.cell("statistics", "resources.staff.part_time", "value").kind is not Kind.BLANK
    assert report.cell("statistics", "meetings.meetings", "value").value == 2


def test_figures_with_notes_stand_in_their_cells_beside_an_empty_item() -> None:
    items = ("* - 规章", "  - 7[1]", "  - 2[1]", "  - ", "* - 行政规范性文件", *("  - 2",) * 3)
    header = (f"{'* -' if at == 0 else '  -'} {label}" for at, label in enumerate(DOCUMENTS))
    report = read(PROACTIVE, [*header, *items])
    kinds = [cell.kind for cell in report.cells if cell.row == "rules"]
    assert kinds == [Kind.TEXT, Kind.TEXT, Kind.BLANK]
