"""Tables with columns so close that labels go over several lines, as text tools leave them."""

import pytest

from gov_disclosure import AnnualReport, Form, parse
from gov_disclosure.document.outline import headings
from gov_disclosure.forms import tables_of
from gov_disclosure.text.source import read_source
from gov_disclosure.values import Kind

PROACTIVE = "二、主动公开政府信息情况"
APPLICATIONS = "三、收到和处理政府信息公开申请情况"
PROCEEDINGS = "四、政府信息公开行政复议、行政诉讼情况"
COLUMNS = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计"
GRANTED = "(一)予以公开 7 0 2 0 0 3 12"
OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
STATISTICS = "政府信息公开情况统计表\n统计指标 单位 统计数"
(APPLICATIONS_OF_2021,) = (t for t in tables_of(Form.F2021) if t.key == "applications")
ROWS_OF_APPLICATIONS = [row.label for row in APPLICATIONS_OF_2021.rows]
SMALL_FIGURES = {
    "一、本年新收政府信息公开申请数量": "6 0 _ _ _ 1 7",
    "二、上年结转政府信息公开申请数量": "0 1 _ 0 _ 0 1",
    "(一)予以公开": "2 1 0 0 0 1 4",
    "(二)部分公开(区分处理的,只计这一情形,不计其他情形)": "0 0 _ 0 0 0 0",
    "1.属于国家秘密": "0 0 _ 0 0 0 0",
    "3.危及“三安全一稳定”": "1 0 0 0 0 0 1",
    "1.本机关不掌握相关政府信息": "2 0 0 0 0 0 2",
    "(七)总计": "5 1 0 0 0 1 7",
    "四、结转下年度继续办理": "1 0 0 0 0 0 1",
}


def rows_of(report: AnnualReport, table: str) -> dict[str, tuple[object, ...]]:
    """The values of each row of a table that has any."""
    found: dict[str, tuple[object, ...]] = {}
    for cell in report.cells:
        if cell.table == table:
            found[cell.row] = (*found.get(cell.row, ()), cell.value)
    return {row: values for row, values in found.items() if set(values) != {None}}


def kinds_of(report: AnnualReport, table: str) -> dict[str, set[Kind]]:
    """The kinds of the cells of each row of a table of which the text shows anything."""
    found: dict[str, set[Kind]] = {}
    for cell in report.cells:
        if cell.table == table and cell.kind is not Kind.MISSING:
            found.setdefault(cell.row, set()).add(cell.kind)
    return found


class TestLabelsOfColumnsOnSeveralLines:
    """The words of each line stand from left to right, those of a column from top to bottom."""

    ROWS = "规章 3 5 8\n规范性文件 1 0 4"

    def read(self, *header: str) -> dict[str, tuple[object, ...]]:
        text = "\n".join((PROACTIVE, "第二十条第(一)项", *header, self.ROWS))
        return rows_of(parse(text), "proactive")

    def test_are_dealt_to_the_columns(self) -> None:
        header = "本年新 本年新 对外公", "信息内容 制作数 公开数 开总数", "量 量 量"
        assert self.read(*header) == {"rules": (3, 5, 8), "normative_documents": (1, 0, 4)}

    def test_are_dealt_where_the_corner_stands_by_itself(self) -> None:
        header = "本年 本年 对外", "新制 新公 公开", "信息内容", "作数 开数 总数", "量 量 量"
        assert self.read(*header) == {"rules": (3, 5, 8), "normative_documents": (1, 0, 4)}

    def test_in_another_order_leave_the_rows_open(self) -> None:
        header = "本年新 本年新 对外公", "信息内容 公开数 制作数 开总数", "量 量 量"
        assert self.read(*header) == {}

    def test_with_words_of_another_table_leave_the_rows_open(self) -> None:
        header = "本年新 本年新 对外公", "信息内容 制作数 受理数 开总数", "量 量 量"
        assert self.read(*header) == {}


class TestLabelsThatTouch:
    HEADER = "信息内容       上一年项目数量本年增/减   处理决定数量"

    def test_are_columns_side_by_side(self) -> None:
        rows = (
            "行政处罚           5         -27         9",
            "行政强制           6         -30         4",
        )
        read = rows_of(parse("\n".join((PROACTIVE, self.HEADER, *rows))), "proactive")
        assert read == {"penalties": (5, -27, 9), "coercive_measures": (6, -30, 4)}

    def test_do_not_make_a_figure_beneath_the_second_one_of_the_third(self) -> None:
        row = "行政强制           6         -30"
        read = rows_of(parse("\n".join((PROACTIVE, self.HEADER, row))), "proactive")
        assert read.get("coercive_measures", (None,))[-1] is None


class TestLabelsOfRowsOnSeveralLines:
    def read(self, *lines: str) -> dict[str, tuple[object, ...]]:
        return rows_of(parse("\n".join((APPLICATIONS, COLUMNS, *lines))), "applications")

    def test_go_on_behind_pieces_of_their_groups(self) -> None:
        read = self.read(
            GRANTED, "(四)无法 2.没有现成信息需要", "1 2 60 8 94 1 166", "三、本 提供 另行制作"
        )
        assert read["not_provided.requires_creation"] == (1, 2, 60, 8, 94, 1, 166)

    def test_go_on_where_such_a_piece_has_a_line(self) -> None:
        above = "2.申请人逾期未按收", "处理", "费通知要求缴纳费用、"
        below = "行政机关不再处理其", "政府信息公开申请"
        read = self.read(GRANTED, *above, "68 2 2 5 8 2 87", *below)
        assert read["other_handling.overdue_fee"] == (68, 2, 2, 5, 8, 2, 87)

    @pytest.mark.parametrize("apart", [" ", "\n"], ids=["in a line", "one on each line"])
    def test_may_end_with_words_that_head_figures_in_another_form(self, apart: str) -> None:
        lines = (
            *("一、本年新收政府信息公开申请", "数量", "3 0 1 0 2 0 6"),
            *("(七)总计", "3 0 1 0 2 0 6", "四、结转下年度继续办理", "0 0 0 0 0 0 0"),
        )
        spaced = (said.replace(" ", apart) for said in (COLUMNS, *lines))
        read = rows_of(parse("\n".join((APPLICATIONS, *spaced))), "applications")
        assert read["new"] == (3, 0, 1, 0, 2, 0, 6)

    def test_may_end_with_the_label_of_another_row(self) -> None:
        rows = (
            "2.政府网站在线访谈次数 次 21",
            "其中:主要负责同志参加",
            "次 2",
            "政府网站在线访谈次数",
        )
        read = rows_of(parse("\n".join((STATISTICS, *rows))), "statistics")
        assert list(read.values()) == [(21,), (2,)]

    def test_may_have_their_figure_within_the_remark(self) -> None:
        rows = "(一)主动公开政府信息数", "(不同渠道和方式公开相 条 9", "同信息计1条)"
        read = rows_of(parse("\n".join((STATISTICS, *rows))), "statistics")
        assert read == {"proactive.total": (9,)}

    def test_may_be_touched_by_their_first_figure(self) -> None:
        rows = (
            "(一)予以公开                         7    7    7    5    8    1    35",
            "(二)部分公开(区分处理的,只计这7       7    7    5    8    1    35",
            "一情形,不计其他情形)",
            "(七)总计                             9    9    9    9    9    9    54",
        )
        read = rows_of(parse("\n".join((APPLICATIONS, *rows))), "applications")
        assert read["partially_granted"] == (7, 7, 7, 5, 8, 1, 35)


@pytest.mark.parametrize("line", ["三、本 提供 另行制作", "一、本年新收政府信息公开申请 159"])
def test_pieces_of_rows_head_no_section(line: str) -> None:
    assert not headings(read_source(line))


def test_a_line_of_figures_may_have_several_in_a_cell() -> None:
    lines = (
        "| 结果维 | 结果纠 其他结 | 尚未审 |",
        "| 10 | 6 5 | 4 25 | 8 8 | 6 49 | 71 1 | 9 8 | 9 27 |",
    )
    read = rows_of(parse("\n".join((PROCEEDINGS, *lines))), "proceedings")
    assert read["review"] == (10, 6, 5, 4, 25)
    assert read["litigation_after_review"] == (1, 9, 8, 9, 27)


class TestFiguresThatMoved:
    """Who reads a page in columns, or in blocks, leaves figures behind other labels."""

    HEADER = "信息内容\n\n上一年项目数量\n\n本年增/减\n\n处理决定数量\n\n"

    def test_labels_in_one_paragraph_have_none_of_their_own(self) -> None:
        text = f"{PROACTIVE}\n{self.HEADER}行政处罚\n行政强制\n\n-27\n6\n\n-30\n"
        assert kinds_of(parse(text), "proactive") == {}

    def test_a_row_with_too_many_tells_that_others_have_moved(self) -> None:
        rows = "行政许可 0 其他对外管理服务事项 0 13 4 行政强制 0 0 0 16".replace(" ", "\n\n")
        assert rows_of(parse(f"{PROACTIVE}\n{self.HEADER}{rows}"), "proactive") == {}

    def test_so_do_two_rows_with_one_too_many(self) -> None:
        lines = "1.当面申请数", "件", "3", "2.传真申请数", "件", "4.信函申请数", "件", "5", "5"
        more = "1.财政预决算", "件", "8", "60"
        read = rows_of(parse("\n".join((STATISTICS, *lines, *more))), "statistics")
        assert read == {}

    def test_so_do_labels_of_columns_of_which_some_share_a_line(self) -> None:
        header = "信息内容\n\n上一年项目数量 本年增/减\n\n处理决定数量\n\n"
        rows = "行政处罚 0 0 行政强制 0 24 无".replace(" ", "\n\n")
        assert rows_of(parse(f"{PROACTIVE}\n{header}{rows}"), "proactive") == {}

    def test_so_does_the_rest_of_a_label_among_figures(self) -> None:
        rows = "行政许可\n\n9\n\n-30\n\n其他对外管理服\n39\n务事项\n\n-14\n\n9"
        assert rows_of(parse(f"{PROACTIVE}\n{self.HEADER}{rows}"), "proactive") == {}

    def test_so_does_such_a_rest_in_a_row_of_another_part(self) -> None:
        header = "信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n"
        rows = "规章\n7\n1\n3\n行政规范性\n19\n文件\n0\n"
        assert rows_of(parse(f"{PROACTIVE}\n{header}{rows}"), "proactive") == {}

    def test_so_does_the_number_of_a_page_among_them(self) -> None:
        figures = "一、本年新收政府信息公开申请数量 0 0 907 0 0 -1- 5 912".replace(" ", "\n\n")
        columns = COLUMNS.replace(" ", "\n\n")
        assert rows_of(parse(f"{APPLICATIONS}\n{columns}\n\n{figures}"), "applications") == {}

    def test_rows_with_a_figure_each_contradict_no_sum(self) -> None:
        """A single one has no neighbour to have come from another line."""
        lines = [
            "二、上年结转政府信息公开申请数量",
            "60",
            "2",
            "62",
            "2.重复申请",
            "28",
            "(七)总计",
            "469",
        ]
        cells = {
            c.column: c.value for c in parse("\n".join((APPLICATIONS, *lines))).cells if c.value
        }
        assert cells == {"total": 62}

    def test_a_sum_holds_by_chance_where_most_contradict_theirs(self) -> None:
        rows = {
            "一、本年新收政府信息公开申请数量": "67 207 153 101 168",
            "(一)予以公开": "696 53",
            "8.属于行政查询事项": "3 5 1 26 35",
            "4.无正当理由大量反复申请": "1 2",
        }
        lines = [line for label, said in rows.items() for line in (label, *said.split())]
        assert rows_of(parse("\n\n".join((APPLICATIONS, *lines))), "applications") == {}

    def test_columns_in_their_own_order_need_a_row_that_counts_something(self) -> None:
        header = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 总计 其他"
        rows = "一、本年新收政府信息公开申请数量 1 0 2 0 0 4 7", "1.属于国家秘密 0 0 — 0 0 0 —"
        lines = " ".join((header, *rows)).split()
        shown = kinds_of(parse("\n".join((APPLICATIONS, *lines))), "applications")
        assert "refused.state_secret" not in shown


class TestEmptyCells:
    def test_are_none_where_as_many_lines_part_any_two_figures(self) -> None:
        labels = OUTCOMES
        header = "\n\n".join(
            ("行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉", *labels * 3)
        )
        text = f"{PROCEEDINGS}\n{header}\n\n" + "\n\n".join("0" * 8)
        assert kinds_of(parse(text), "proceedings") == {}

    def test_are_told_from_the_last_column_where_every_row_ends_with_it(self) -> None:
        rows = (
            "一、本年新收政府信息公开申请数量 | | | 5 | 5 | 2 |  |  |  | 12",
            "三、本年度办理结果 | (一)予以公开 | | 5 |  |  | 1 |  |  | 6",
            "(三)不予公开 | 1.属于国家秘密 |  |  |  |  | 2 |  | 2",
            "2.其他法律行政法规禁止公开 | 2 |  |  |  | 3 |  | 5",
            "3.危及“三安全一稳定” |  |  |  |  | 5 | 7 | 12",
            "4.保护第三方合法权益 | 9 |  |  |  |  | 8 | 17",
            "6.属于四类过程性信息 |  | 1 |  |  | 1 |  | 2",
            "7.属于行政执法案卷 |  |  | 13 |  |  | 2 | 15",
            "(七)总计 | | 1 | 2 | 3 | 4 | 5 | 6 | 21",
        )
        text = "\n".join((APPLICATIONS, *(f"| {row} |" for row in rows)))
        read = rows_of(parse(text), "applications")
        assert read["new"] == (5, 5, 2, None, None, None, 12)
        assert read["granted"] == (5, None, None, 1, None, None, 6)
        assert read["refused.third_party_rights"] == (9, None, None, None, None, 8, 17)

    def test_tell_nothing_where_a_cell_of_the_table_holds_several_figures(self) -> None:
        rows = (
            "一、本年新收政府信息公开申请数量 | 5 | 5 | 2 | 1 | 1 | 1 | 15",
            "(一)予以公开 |  |  | 11 |  |  |  | 11 11",
            "3.要求提供公开出版物 |  |  |  |  |  | 1 | 1",
            "(七)总计 | 1 | 2 | 3 | 4 | 5 | 6 | 21",
        )
        read = rows_of(parse("\n".join((APPLICATIONS, *rows))), "applications")
        assert "not_processed.publication_request" not in read

    @pytest.mark.parametrize("above", ["", "规章 | 3 | 7 | 8\n"], ids=["alone", "below others"])
    def test_at_the_end_of_the_widest_row_are_no_border(self, above: str) -> None:
        labels = " | ".join(OUTCOMES)
        header = (
            "行政复议 | 行政诉讼",
            f"{labels} | 未经复议直接起诉 | 复议后起诉",
            f"{labels} | {labels}",
        )
        row = " | 2 | 4 | 9 | 15 | 8 | 7 |  | 8 | 23 |  |  |  |  | "
        read = parse(f"{above}{PROCEEDINGS}\n" + "\n".join((*header, row)))
        assert rows_of(read, "proceedings")["review"] == (None, 2, 4, 9, 15)


def test_a_row_with_the_beginning_of_a_label_among_its_values_is_not_full() -> None:
    rows = (
        "(六)其他处理  2.申请人逾期未按收费通知要求缴纳费用、——       ——   1    ——    ——   ——   1",
        "行政机关不再处理其政府信息公开申请",
        "3.其他                   ——    ——   ——   ——    ——   ——   ——",
    )
    read = rows_of(parse("\n".join((APPLICATIONS, *rows))), "applications")
    assert "other_handling" not in read


class TestCellsWithTheSameGapBetween:
    """Where a tool puts as many blanks between any two cells, nothing stands below anything."""

    @pytest.mark.parametrize("gap", ["  ", "   ", "    "])
    def test_a_figure_behind_a_wider_gap_is_in_no_column_that_others_show(self, gap: str) -> None:
        rows = [
            [label, *SMALL_FIGURES.get(label, "0 0 0 0 0 0 0").replace("_", "").split(" ")]
            for label in ROWS_OF_APPLICATIONS
        ]
        lines = [COLUMNS.split(), *rows]
        read = rows_of(parse("\n".join((APPLICATIONS, *map(gap.join, lines)))), "applications")
        assert read.get("new", (6, 0, None, None, None, 1, 7))[:2] in ((6, 0), (6, None))
        assert read["granted"] == (2, 1, 0, 0, 0, 1, 4)


def test_two_figures_below_labels_that_touch_may_be_there_by_chance() -> None:
    """Labels without room between them push each other; the first figures are in other columns."""
    lines = (
        "二、主动公开政府信息情况",
        "              信息内容       上一年项目数量本年增/减   处理决定数量",
        "",
        "              其他对外管理服务事项   3               1",
    )
    report = parse("\n".join(lines))
    assert not any(cell.value for cell in report.cells)
