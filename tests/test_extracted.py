"""What tools that keep a page's places leave of tables: broken labels, padding, pushed figures."""

from collections.abc import Mapping, Sequence

import pytest

from generate.applications import HEADER, HEADING
from generate.width import left, width
from gov_disclosure import Kind, parse

NEW = "一、本年新收政府信息公开申请数量"
CARRIED_OVER = "二、上年结转政府信息公开申请数量"
NOT_HELD = "1.本机关不掌握相关政府信息"
CONFIRM = ("5.要求行政机关确认或重新出具已获取信", "息")
UNPAID = ("2.申请人逾期未按收费通知要求缴纳费用", "行政机关不再处理其政府信息公开申请")

Read = Mapping[str, Sequence[int]]


def rows(*lines: str, heading: str = HEADING) -> Read:
    """The numbers that are read in each row of the lines, as far as it has any."""
    read: dict[str, list[int]] = {}
    for cell in parse("\n".join((heading, *lines))).cells:
        if cell.kind is Kind.NUMBER:
            read.setdefault(cell.row, []).append(int(cell.value or 0))
    return read


def padded(table: Sequence[Sequence[str]], widths: Sequence[int], gap: int = 2) -> list[str]:
    """Cells at the left of columns that are as many characters wide, with a gap behind each."""
    return [
        "".join(cell.ljust(wide + gap) for cell, wide in zip(row, widths, strict=True)).rstrip()
        for row in table
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("三、本年度", f"办理结果 {NOT_HELD} 1 0 0 3 0 6 10"),
        (f"三、本年度 (四)无法提供 {NOT_HELD} 1 0 0 3 0 6 10", "办理结果"),
    ],
)
def test_a_part_of_a_group_s_label_beside_a_row_leaves_the_row_its_own(
    lines: Sequence[str],
) -> None:
    read = rows(" ".join(HEADER), f"{NEW} 5 4 0 0 1 0 10", *lines)
    assert read["not_provided.not_held"] == [1, 0, 0, 3, 0, 6, 10]


@pytest.mark.parametrize("indent", ["", " " * 30], ids=["running", "on a screen"])
@pytest.mark.parametrize("behind", [1, 2], ids=["between", "behind"])
def test_a_label_on_two_lines_is_one_wherever_its_figures_stand(indent: str, behind: int) -> None:
    figures = "  ".join(("", "8", "0", "0", "2", "0", "6", "16"))
    lines = list(CONFIRM)
    lines.insert(behind, indent + figures.strip())
    read = rows(" ".join(HEADER), f"{NEW}{figures}", *lines)
    assert read["not_processed.confirm_or_reissue"] == [8, 0, 0, 2, 0, 6, 16]


def test_a_figure_right_behind_as_much_of_a_label_as_fits_is_the_row_s() -> None:
    read = rows(f"{NEW} 5 4 0 0 1 0 10", f"{CONFIRM[0]}79 0 285 0 0 0 364", CONFIRM[1])
    assert read["not_processed.confirm_or_reissue"] == [79, 0, 285, 0, 0, 0, 364]


@pytest.mark.parametrize(
    ("printed", "figures"),
    [("0 0 0 0 0 00", [0] * 7), ("23 0 00 0 023", [23, 0, 0, 0, 0, 0, 23])],
)
def test_no_figure_begins_with_a_nought_that_ran_together_with_others(
    printed: str, figures: Sequence[int]
) -> None:
    read = rows(" ".join(HEADER), f"{NEW} 5 4 0 0 1 0 10", f"{NOT_HELD} {printed}")
    assert read["not_provided.not_held"] == figures


def test_punctuation_that_hangs_over_its_cell_begins_no_row() -> None:
    lines = (f" | {UNPAID[0]}", f"{UNPAID[1]} | 、", "3 | 0 | 0 | 250 | 7 | 0 | 260")
    read = rows(" | ".join(("", *HEADER)), f"{NEW} | | 5 | 4 | 0 | 0 | 1 | 0 | 10", *lines)
    assert read["other_handling.overdue_fee"] == [3, 0, 0, 250, 7, 0, 260]


def test_a_unit_behind_a_label_of_a_stack_is_no_part_of_it() -> None:
    lines = ("统计指标", "单位", "统计数", "七、依申请公开信息收取的费用 万元", "81.2")
    (cell,) = [c for c in parse("\n".join(lines)).cells if c.kind is Kind.NUMBER]
    assert (cell.row, str(cell.value)) == ("fees", "81.2")


def test_lines_of_spaces_only_part_cells_where_hard_spaces_are_the_empty_ones() -> None:
    full = (NEW, "5", "4", "0", "0", "1", "0", "10")
    lacking = (CARRIED_OVER, "\xa0", "2", "\xa0", "\xa0", "\xa0", "\xa0", "2")
    read = rows(*(f"{cell} \n \n " for cell in (*full, *lacking)))
    assert read["carried_over"] == [2, 2]


def test_a_row_with_a_label_more_ends_where_full_ones_have_a_cell_left() -> None:
    full = f"{NEW} | 5 | 4 | 0 | 0 | 1 | 0 | 10 | "
    lacking = f"(四)无法提供 | {NOT_HELD} |  |  | 1 |  | 6 | 2 | 9"
    assert rows(" | ".join(HEADER), full, lacking)["not_provided.not_held"] == [1, 6, 2, 9]


class TestPaddedColumns:
    """A column that is hidden would leave a gap wider than the others."""

    FULL = (NEW, "5", "4", "12", "3", "1", "1", "26")
    LACKING = (CARRIED_OVER, "", "4", "", "", "1", "", "5")
    WIDTHS = (16, 1, 1, 2, 1, 1, 1, 2)

    def places(self, *lines: str) -> Sequence[str]:
        cells = parse("\n".join((HEADING, *lines))).cells
        return [c.column for c in cells if c.row == "carried_over" and c.kind is Kind.NUMBER]

    def test_empty_cells_keep_their_places(self) -> None:
        lines = padded([self.FULL, self.LACKING, self.FULL], self.WIDTHS)
        assert self.places(*lines) == ["business", "legal_service", "total"]

    def test_a_column_that_nothing_stands_in_is_counted(self) -> None:
        full, lacking = ((*row[:3], "", *row[4:]) for row in (self.FULL, self.LACKING))
        other = ("(一)予以公开", "5", "4", "", "3", "1", "1", "14")
        widths = (*self.WIDTHS[:3], 0, *self.WIDTHS[4:])
        lines = padded([full, lacking, other], widths)
        assert self.places(*lines) == ["business", "legal_service", "total"]


def set_at(label: str, first: int, *figures: str) -> str:
    """A row whose first column begins at that place of the screen, and others four behind.

    Where a figure is wider, the next one is pushed aside.
    """
    line = label
    for column, figure in enumerate(figures):
        if figure:
            line = left(line, max(first + 4 * column, width(line) + 1)) + figure
    return line


class TestColumnsOfAPage:
    """Full rows tell where columns stand, on their own page and no other."""

    FIRST = set_at(NEW, 36, "5", "4", "1", "3", "1", "1", "15")
    LACKING = set_at("(一)予以公开", 45, "", "4", "", "", "1", "", "5")
    SECOND = set_at(CARRIED_OVER, 45, "5", "4", "2", "3", "1", "1", "16")
    PUSHED = set_at(CARRIED_OVER, 45, "5", "41234", "31234", "3", "1", "1", "72477")
    TOLD = ("business", "legal_service", "total")

    def places(self, *lines: str) -> Sequence[str]:
        cells = parse("\n".join((HEADING, *lines))).cells
        return tuple(c.column for c in cells if c.row == "granted" and c.kind is Kind.NUMBER)

    def test_a_row_is_held_against_the_full_rows_of_its_page(self) -> None:
        assert self.places(self.FIRST, "- 1 -", self.SECOND, self.LACKING) == self.TOLD

    def test_a_page_break_before_a_line_takes_up_no_room(self) -> None:
        assert self.places(self.FIRST, "\f" + self.LACKING, self.SECOND) == self.TOLD

    def test_figures_out_of_line_leave_their_places_open(self) -> None:
        shifted = set_at("(一)予以公开", 46, "", "4", "", "", "1", "", "5")
        assert "business" not in self.places(self.FIRST, "- 1 -", self.SECOND, shifted)

    def test_figures_that_wide_ones_pushed_aside_hide_no_column(self) -> None:
        others = (
            set_at("(二)部分公开", 45, "5", "", "2", "3", "", "1", "11"),
            set_at("1.属于国家秘密", 45, "5", "4", "", "3", "1", "1", "14"),
        )
        lines = (self.FIRST, "- 1 -", self.LACKING, *others, self.PUSHED)
        assert self.places(*lines) == self.TOLD


class TestColumnsOfAHeader:
    """A header tells where columns stand down to the end of its page, full rows on the next."""

    def row(self, first: int, *cells: str) -> str:
        line = cells[0]
        for column, cell in enumerate(cells[1:]):
            line = left(line, first + 14 * column) + cell
        return line.rstrip()

    def test_rows_beneath_a_header_and_rows_of_the_next_page_are_read_side_by_side(self) -> None:
        read = parse(
            "\n".join(
                (
                    HEADING,
                    self.row(40, "", *HEADER[-7:]),
                    self.row(40, NEW, "5", "", "3", "", "", "", "8"),
                    self.row(40, CARRIED_OVER, "", "4", "", "", "", "2", "6"),
                    "- 1 -",
                    self.row(47, "(一)予以公开", "5", "4", "2", "3", "1", "1", "16"),
                    self.row(47, "(二)部分公开", "", "4", "", "", "1", "", "5"),
                )
            )
        )
        found = [
            tuple(c.column for c in read.cells if c.row == row and c.kind is Kind.NUMBER)
            for row in ("new", "carried_over", "partially_granted")
        ]
        assert found == [
            ("natural_person", "research", "total"),
            ("business", "other", "total"),
            ("business", "legal_service", "total"),
        ]


class TestBrokenFigures:
    """Two lines of digits in a cell are one figure where the row adds up so, and only so."""

    def read(self, *cells: str) -> Sequence[int]:
        figures = " | ".join(cells)
        return rows(" | ".join(HEADER), f"{NEW} | {figures}").get("new", ())

    def test_sums_put_a_figure_together(self) -> None:
        read = self.read("1288\n1", "230", "0", "0", "0", "5", "1311\n6")
        assert read == [12881, 230, 0, 0, 0, 5, 13116]

    def test_two_rows_in_one_are_no_broken_figures(self) -> None:
        assert self.read("1\n2", "3\n4", "0", "0", "0", "0", "4\n6") == [0, 0, 0, 0]

    def test_a_row_that_does_not_add_up_keeps_them_broken(self) -> None:
        assert self.read("1288\n1", "231", "0", "0", "0", "5", "1311\n6") == [231, 0, 0, 0, 5]


LINKS = "打印 | 关闭"
GRANTED = "(一)予以公开"
FIGURES = ("1", "0", "0", "3", "0", "6", "10")


@pytest.mark.parametrize(
    "lines",
    [
        (NEW, *FIGURES),
        (f"{NEW}{' ' * 8}{'   '.join(FIGURES)}",),
        (f"{NEW} {' '.join(FIGURES)}",),
    ],
    ids=["stacked", "in columns", "side by side"],
)
def test_pipes_between_the_links_of_a_page_are_none_of_its_table(lines: Sequence[str]) -> None:
    assert rows(LINKS, *lines, LINKS) == {"new": [*map(int, FIGURES)]}


def test_a_row_may_follow_its_heading_and_its_figures_the_row_without_a_blank() -> None:
    line = f"三、本年度办理结果{GRANTED}{' '.join(FIGURES)}"
    assert rows(f"{NEW}{' '.join(FIGURES)}", line)["granted"] == [*map(int, FIGURES)]


def test_rows_may_be_numbered_by_their_chapter() -> None:
    lines = ("1.1 主动公开政府信息数 | 条 | 4", "2.1.3 政府公报公开政府信息数 | 条 | 3")
    told = rows("统计指标 | 单位 | 统计数", *lines, heading="政府信息公开情况统计表")
    assert told == {"proactive.total": [4], "channels.gazette": [3]}


WIKI = f"""{{| class="wikitable"
|-
! colspan="3"| 项目
! 自然人 !! 商业企业 !! 科研机构
! 社会公益组织
! 法律服务机构
! 其他
| 总计
|-
| colspan="3"| {NEW}
| 1
|
| 0 || 3
|
| style="color: red" | 6
| 10
|-
| {CARRIED_OVER}
|
| -
|
|
|
|
|
|}}"""


def test_lines_that_begin_rows_of_a_wiki_are_no_dashes() -> None:
    report = parse(f"{HEADING}\n{WIKI}")
    kinds = {cell.column: cell.kind for cell in report.cells if cell.row == "carried_over"}
    assert rows(WIKI) == {"new": [1, 0, 3, 6, 10]}
    assert report.cell("applications", "new", "legal_service").kind is Kind.BLANK
    assert kinds["business"] is Kind.DASH
    assert set(kinds.values()) == {Kind.DASH, Kind.BLANK}


@pytest.mark.parametrize("between", ["- 3 -", ""])
def test_where_empty_cells_are_lost_further_line_ends_are_none(between: str) -> None:
    """Sums hold wherever the empty cell of a row is."""
    row = (CARRIED_OVER, "7", "13", "9", "3", between, "2", "34")
    lost = (GRANTED, "9", "9")
    lines = (HEADING, NEW, *FIGURES, *row, *lost, "(二)部分公开", "1", "1")
    report = parse("\n\n".join(lines))
    cells = [cell for cell in report.cells if cell.row == "carried_over"]
    assert {cell.column for cell in cells if cell.value is not None} <= {"total"}
    assert Kind.BLANK not in {cell.kind for cell in cells}


def test_line_ends_tell_of_empty_cells_where_all_rows_are_as_wide() -> None:
    lines = ((NEW, *FIGURES), (CARRIED_OVER, "7", "", "", "3", "", "", "10"), (GRANTED, *[""] * 7))
    report = parse("\n".join((HEADING, "\n\n\n\n".join(map("\n\n".join, lines)))))
    assert report.cell("applications", "carried_over", "nonprofit").value == 3
    kinds = {cell.column: cell.kind for cell in report.cells if cell.row == "carried_over"}
    assert [*kinds.values()].count(Kind.BLANK) == 4


def test_a_dash_at_the_end_of_its_row_parts_no_labels() -> None:
    """Rows that only tags part stand on one line."""
    rows = (
        "统计指标\t单位\t统计数",
        "制发规范性文件总数\t件\t——",
        "1.政府公报公开政府信息数\t条\t3",
    )
    report = parse("政府信息公开情况统计表\n" + "<br>".join(rows))
    kinds = {cell.row: cell.kind for cell in report.cells if cell.kind is not Kind.MISSING}
    assert kinds["channels.gazette"] is Kind.NUMBER
    assert kinds["proactive.normative_documents_made"] is Kind.DASH


@pytest.mark.parametrize("mark", "、.．")
@pytest.mark.parametrize("behind", [1, 2, 3, 4])
def test_a_label_on_many_lines_may_have_any_mark_behind_its_number(mark: str, behind: int) -> None:
    lines = [
        f"2{mark}申请人逾期未按收费通知要求",
        "缴纳费用、行政机关不再",
        "处理其政府",
        "信息公开申请",
    ]
    figures = (3, 0, 0, 250, 7, 0, 260)
    beside = list(lines)
    beside[behind - 1] += " " + " ".join(map(str, figures))
    below = [*lines[:behind], *map(str, figures), *lines[behind:]]
    assert rows(f"{NEW} 5 4 0 0 1 0 10", *beside)["other_handling.overdue_fee"] == [*figures]
    if behind == len(lines):
        assert rows(NEW, *FIGURES, *below)["other_handling.overdue_fee"] == [*figures]


@pytest.mark.parametrize(("figures", "is_read"), [("88627 0", True), ("886270", False)])
def test_a_figure_that_reaches_an_empty_column_may_be_that_of_both(
    figures: str, *, is_read: bool
) -> None:
    first = "0    0     0     21    21    0     0    0     9     9     "
    second = "结果维   结果纠  其他结   尚未审   总计    结果维   结果纠   其他结  尚未审   总计"
    lines = (
        "四、政府信息公开行政复议、行政诉讼情况",
        "行政复议                         行政诉讼",
        "",
        "                             未经复议直接起诉                     复议后起诉",
        "结果维  结果纠   其他结   尚未审   总计",
        f"持    正     果     结           {second}",
        "                             持     正    果     结           持     正     果    结",
        "",
        f"{first}0     {figures}     0     88627",
        "五、存在的主要问题及改进情况",
        "",
    )
    report = parse("\n".join(lines))
    values = [c.value for c in report.cells if c.row == "litigation_after_review"]
    assert values == ([0, 88627, 0, 0, 88627] if is_read else [None] * len(values))


def test_the_numbers_of_columns_of_the_next_table_are_no_rest_of_a_figure() -> None:
    """Data tools print them above each table, behind a comma where the rows have an index."""
    report = parse(
        "二、主动公开政府信息情况\n,0,1\n0,信息内容,本年处理决定数量\n1,行政处罚,12\n2,行政强制,3\n\n\n"
        ",0,1,2,3,4,5,6,7\n0,一、本年新收政府信息公开申请数量,0,0,0,0,0,0,0\n"
    )
    assert report.proactive is not None
    assert report.proactive.coercive_measures.decisions == 3


def test_the_label_of_a_group_may_be_broken_around_a_label_that_is_broken_too() -> None:
    indent = " " * 20
    figures = "     ".join(("7", "0", "2", "0", "0", "1", "10"))
    lines = (
        "        三、本",
        "        年度办",
        f"{indent}3.补正后申请内容仍",
        f"{indent}                       {figures}",
        "        理结果",
        f"{indent}不明确",
        f"{indent}2.重复申请             {figures}",
    )
    assert rows(*lines) == {
        "not_provided.unclear_after_correction": [7, 0, 2, 0, 0, 1, 10],
        "not_processed.repeated": [7, 0, 2, 0, 0, 1, 10],
    }


def test_a_piece_of_a_rule_between_narrow_columns_is_no_dash() -> None:
    """Text browsers draw boxes by the number of characters, so that columns are narrow."""
    lines = (
        "+---------------------------------------------------------------+",
        "|行政复议             |行政诉讼                                 |",
        "|---------------------+-----------------------------------------|",
        "|    |    |    |   |  |未经复议直接起诉    |复议后起诉          |",
        "|结果维持|结果纠正|其他结果|尚未审结|总计|--------------------+--------------------|",
        "|    |    |    |   |  |结果维持|结果纠正|其他结果|尚未审结|总计"
        "|结果维持|结果纠正|其他结果|尚未审结|总计|",
        "|----+----+----+----+--+----+----+----+----+--+----+----+----+----+--|",
        "|3   |1   |0   |0   |4 |0   |2   |0   |0   |2 |0   |0   |5   |1   |6 |",
        "+--------------------------------------------------------------------+",
    )
    report = parse("\n".join(("四、政府信息公开行政复议、行政诉讼情况", *lines)))
    assert [cell.value for cell in report.cells if cell.table == "proceedings"] == [
        *(3, 1, 0, 0, 4),
        *(0, 2, 0, 0, 2),
        *(0, 0, 5, 1, 6),
    ]


def test_a_blank_line_below_a_header_that_is_cut_into_pieces_is_no_empty_cell() -> None:
    group = ("结果\n维持\n", "结果\n纠正\n", "其他\n结果\n", "尚未\n审结 总计\n")
    figures = (2, 9, 0, 11, 6, 0, 0, 4, 10, "-", 0, "-", 5, 5)
    above = ("行政复议\n行政诉讼\n", *group, "未经复议直接起诉\n复议后起诉\n", *group, *group)
    report = parse(
        "\n".join(("四、政府信息公开行政复议、行政诉讼情况", *above, *map(str, figures)))
    )
    own = {"upheld", "corrected", "other"}
    read = {c.column: c.value for c in report.cells if c.row == "review" and c.column in own}
    assert not any(read.values()), "one of these cells is empty, and nothing shows which"


def test_a_header_whose_labels_go_on_in_the_next_row_is_one() -> None:
    """The end of a page breaks the cells of a row, and each half becomes a row of its own."""
    pieces = ("结果维", "结果纠", "其他结", "尚未审", "总计")
    ends = ("持", "正", "果", "结", "")
    whole = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    table = (
        ("行政复议", *[""] * 4, "行政诉讼", *[""] * 9),
        (*whole, "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4),
        (*[""] * 5, *pieces, *pieces),
        (*[""] * 5, *ends, *ends),
        tuple(map(str, (1, 0, 0, 2, 3, 0, 4, 0, 0, 4, 0, 0, 5, 0, 5))),
    )
    lines = (f"| {' | '.join(row)} |" for row in table)
    report = parse("\n".join(("四、政府信息公开行政复议、行政诉讼情况", *lines)))
    assert [cell.value for cell in report.cells if cell.table == "proceedings"] == [
        *(1, 0, 0, 2, 3),
        *(0, 4, 0, 0, 4),
        *(0, 0, 5, 0, 5),
    ]


def test_a_heading_of_a_sheet_has_empty_cells_behind_it() -> None:
    report = parse("二、主动公开政府信息情况,,\n信息内容,本年处理决定数量,\n行政许可,6,\n")
    assert [section.heading for section in report.sections] == ["二、主动公开政府信息情况"]


def test_a_figure_in_the_rest_of_a_remark_is_in_no_cell() -> None:
    report = parse(
        "政府信息公开情况统计表\n统计指标 单位 统计数\n(一)主动公开政府信息数\n"
        "(不同渠道和方式公开相同\n信息计 1 条)\n条 31\n"
        "其中:主动公开规范性文件\n数\n条 4\n制发规范性文件总数 件 5"
    )
    values = [cell.value for cell in report.cells if cell.value is not None]
    assert values == [31, 4, 5]


def test_the_heading_of_a_group_may_span_a_column_that_the_table_does_not_have() -> None:
    """Word processors divide pages more finely than their tables where a border is not straight."""
    outcomes = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    table = (
        ("行政复议", *[""] * 4, "行政诉讼", *[""] * 10),
        (*outcomes, "", "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4),
        (*[""] * 6, *outcomes, *outcomes),
        ("1", "", "", "2", "3", "", "", "4", "", "", "4", "", "", "5", "", "5"),
    )
    lines = (f"| {' | '.join(row)} |" for row in table)
    report = parse("\n".join(("四、政府信息公开行政复议、行政诉讼情况", *lines)))
    assert [cell.value for cell in report.cells if cell.table == "proceedings"] == [
        *(1, None, None, 2, 3),
        *(None, 4, None, None, 4),
        *(None, None, 5, None, 5),
    ]
