"""Tables that pages part, repeat, cut off or leave without a heading."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import chain, permutations, product

import pytest

from generate.applications import HEADER, HEADING
from generate.width import left, width
from gov_disclosure import AnnualReport, Kind, parse

Rows = Sequence[Sequence[str]]
Layout = Callable[[Rows], str]

TITLE = "甲镇2021年政府信息公开工作年度报告"
LABELS: Mapping[str, str] = {
    "new": "一、本年新收政府信息公开申请数量",
    "carried_over": "二、上年结转政府信息公开申请数量",
    "granted": "(一)予以公开",
    "partially_granted": "(二)部分公开",
    "refused.state_secret": "1.属于国家秘密",
    "refused.prohibited_by_law": "2.其他法律行政法规禁止公开",
    "not_processed.repeated": "2.重复申请",
    "total_handled": "(七)总计",
    "carried_forward": "四、结转下年度继续办理",
}
FIGURES: Mapping[str, Sequence[int]] = {
    "new": (5, 4, 0, 0, 1, 0, 10),
    "carried_over": (2, 0, 0, 0, 0, 0, 2),
    "granted": (3, 1, 0, 0, 0, 0, 4),
    "partially_granted": (1, 1, 0, 0, 0, 0, 2),
    "refused.state_secret": (0, 0, 0, 0, 1, 0, 1),
    "refused.prohibited_by_law": (1, 0, 0, 0, 0, 0, 1),
    "not_processed.repeated": (0, 2, 0, 0, 0, 0, 2),
    "total_handled": (5, 4, 0, 0, 1, 0, 10),
    "carried_forward": (2, 0, 0, 0, 0, 0, 2),
}
COLUMNS = ("natural_person", "business", "research", "nonprofit", "legal_service", "other", "total")
TABLE: Rows = [
    HEADER,
    *((label, *map(str, FIGURES[key])) for key, label in LABELS.items()),
]
MIDDLE = 5
HEADER_OF_2021 = ("本年制发件数", "本年废止件数", "现行有效件数")


def pipes(rows: Rows) -> str:
    return "".join(f"{' | '.join(row)} |\n" for row in rows)


def bordered(rows: Rows) -> str:
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def tabs(rows: Rows) -> str:
    return "".join("\t".join(row) + "\n" for row in rows)


def stacked(rows: Rows) -> str:
    return "".join(f"{cell}\n" for row in rows for cell in row)


def columns(rows: Rows) -> str:
    """Cells beneath each other, all tables with columns of the same width."""
    wide = [2 + max(width(row[at]) for row in TABLE) for at in range(len(HEADER))]
    return "".join(
        "".join(left(cell, size) for cell, size in zip(row, wide, strict=False)).rstrip() + "\n"
        for row in rows
    )


LAYOUTS: Sequence[Layout] = (pipes, bordered, tabs, stacked, columns)

Printed = Mapping[tuple[str, str], int]

WHOLE: Printed = {
    (row, column): figure
    for row, figures in FIGURES.items()
    for column, figure in zip(COLUMNS, figures, strict=True)
}


def numbers(text: str) -> Printed:
    """The numbers that were read, by row and column."""
    read = (cell for cell in parse(text).cells if cell.kind is Kind.NUMBER)
    return {(cell.row, cell.column): int(cell.value or 0) for cell in read}


def first_rows(count: int) -> Printed:
    """What the first rows of the table hold."""
    some = list(FIGURES)[:count]
    return {where: figure for where, figure in WHOLE.items() if where[0] in some}


BETWEEN_PAGES: Mapping[str, Callable[[Layout], str]] = {
    "a page break": lambda layout: "\f",
    "a page number": lambda layout: "- 3 -\n",
    "a number that is only digits": lambda layout: "3\n",
    "a number in words": lambda layout: "第3页 共5页\n",
    "a number in English": lambda layout: "Page 3 of 5\n",
    "a number in a comment": lambda layout: "<!-- page 3 -->\n",
    "a number in a heading": lambda layout: "## 第3页\n\n",
    "an address and a day": lambda layout: (
        "https://www.example.gov.cn/a.html 3/5\n2021/3/5 14:02\n"
    ),
    "a picture": lambda layout: "![](images/p3.png)\n",
    "a rule": lambda layout: "\n---\n\n",
    "a number and a page break": lambda layout: "3\n\f",
    "a number and the title": lambda layout: f"- 3 -\n\f{TITLE}\n",
    "the title": lambda layout: f"{TITLE}\n",
    "an empty line": lambda layout: "\n",
    "the header": lambda layout: layout([HEADER]),
    "a number, the title, and the header": lambda layout: f"- 3 -\n{TITLE}\n{layout([HEADER])}",
    "the heading and the header": lambda layout: f"{HEADING}\n{layout([HEADER])}",
    "the heading, continued, and the header": lambda layout: f"{HEADING}(续)\n{layout([HEADER])}",
    "the last row once more": lambda layout: layout([TABLE[MIDDLE - 1]]),
}
"""What pages print in the middle of a table."""

LEFT_OPEN: Mapping[tuple[str, str], str] = {
    **dict.fromkeys(
        product(["tabs", "stacked", "columns"], ["a number that is only digits"]),
        "a number on a line of its own may be a cell of the row above, or the rest of one",
    ),
    ("stacked", "a rule"): "a single one may be a dash in a cell",
    ("tabs", "a number and a page break"): "digits may be the rest of a number above them",
}
"""Where the last row of a page is left open, by layout and what is between the pages."""

every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
every_page = pytest.mark.parametrize("between", BETWEEN_PAGES)


def parted(layout: Layout, between: str) -> str:
    """The table on two pages."""
    pages = (layout(TABLE[:MIDDLE]), layout(TABLE[MIDDLE:]))
    return f"{TITLE}\n{HEADING}\n" + BETWEEN_PAGES[between](layout).join(pages)


@every_layout
@every_page
def test_a_table_that_pages_part_is_read_as_one(
    layout: Layout, between: str, request: pytest.FixtureRequest
) -> None:
    reason = LEFT_OPEN.get((layout.__name__, between))
    if reason:
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    assert numbers(parted(layout, between)) == WHOLE


@every_layout
@every_page
def test_of_a_table_that_pages_part_no_number_is_misplaced(layout: Layout, between: str) -> None:
    read = numbers(parted(layout, between))
    assert read.items() <= WHOLE.items()
    assert {row for row, _ in WHOLE.keys() - read.keys()} <= {list(FIGURES)[MIDDLE - 2]}


@pytest.mark.parametrize("printed", [TITLE, "- 3 -", "2021-03-05 10:22:31", "![](images/p3.png)"])
def test_what_a_page_prints_at_its_edge_is_no_cell_of_a_stack(printed: str) -> None:
    """No page ends within a row: a tool read such a table in blocks, and that row is left open."""
    lines = stacked(TABLE).splitlines()
    within_a_row = lines.index(LABELS["carried_over"]) + 3
    text = "\n".join((TITLE, HEADING, *lines[:within_a_row], printed, *lines[within_a_row:]))
    assert numbers(text) == {place: n for place, n in WHOLE.items() if place[0] != "carried_over"}


@pytest.mark.parametrize("at", range(1, 15))
@pytest.mark.parametrize("printed", [TITLE, "- 3 -"])
def test_a_line_of_all_groups_goes_on_behind_the_edge_of_a_page(printed: str, at: int) -> None:
    outcomes = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    labels = ("行政复议", "行政诉讼", *outcomes, "未经复议直接起诉", "复议后起诉", *outcomes * 2)
    figures = ["3", "1", "2", "0", "6"] * 3
    head = ("四、政府信息公开行政复议、行政诉讼情况", *labels)
    report = parse("\n".join((TITLE, *head, *figures[:at], printed, *figures[at:])))
    read = [str(cell.value) for cell in report.cells if cell.table == "proceedings"]
    assert read == figures
    at_odds = parse("\n".join((TITLE, *head, *figures[:at], printed, *figures[at:-1], "7")))
    assert not [cell for cell in at_odds.cells if cell.value is not None]


@every_layout
def test_a_table_that_is_printed_twice_is_read_once(layout: Layout) -> None:
    text = f"{TITLE}\n{HEADING}\n{layout(TABLE)}\n{layout(TABLE)}"
    assert numbers(text) == WHOLE
    assert {problem.code for problem in parse(text).problems} <= {"form-unclear"}


@every_layout
@pytest.mark.parametrize("rows", range(3, len(FIGURES)))
def test_of_a_table_that_is_cut_off_the_rows_that_are_left_are_read(
    layout: Layout, rows: int
) -> None:
    assert numbers(f"{TITLE}\n{HEADING}\n{layout(TABLE[: rows + 1])}") == first_rows(rows)


@every_layout
@pytest.mark.parametrize("cells", range(1, len(HEADER)))
def test_of_a_row_that_is_cut_off_nothing_is_read_in_a_wrong_place(
    layout: Layout, cells: int
) -> None:
    cut = [*TABLE[:MIDDLE], TABLE[MIDDLE][:cells]]
    text = f"{TITLE}\n{HEADING}\n" + layout(cut)
    read = numbers(text)
    assert first_rows(MIDDLE - 1).items() <= read.items() <= WHOLE.items()


@every_layout
def test_a_table_that_begins_in_its_middle_is_read_from_there(layout: Layout) -> None:
    """Without header and heading the rows tell it, if there are enough of them."""
    rows = TABLE[2:]
    shown = {row[0] for row in rows}
    expected = {where: n for where, n in WHOLE.items() if LABELS[where[0]] in shown}
    assert numbers(layout(rows)) == expected


@every_layout
@pytest.mark.parametrize("above", ["", f"{TITLE}\n", f"{TITLE}\n二、主动公开政府信息情况\n"])
def test_a_table_without_its_heading_is_read(layout: Layout, above: str) -> None:
    assert numbers(above + layout(TABLE)) == WHOLE


@pytest.mark.parametrize("between", [" | ", "\t", "\n"], ids=["pipes", "tabs", "stacked"])
@pytest.mark.parametrize("gloss", ["（含{}）", "（含本单位（{}）的）"])
@pytest.mark.parametrize("long", [40, 90])
def test_also_where_a_gloss_makes_its_label_long(between: str, gloss: str, long: int) -> None:
    label = "其他主动公开文件" + gloss.format("以办公室名义印发，" * (long // 9))
    rows = (
        ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
        ("规章", "0", "1", "2"),
        ("行政规范性文件", "3", "3", "21"),
        (label, "17", "8", "24"),
    )
    report = parse("第二十条第(一)项\n" + "\n".join(map(between.join, rows)))
    (extra,) = report.extra_rows
    assert (extra.label, extra.raw) == (label, ("17", "8", "24"))
    assert not report.problems
    assert report.proactive is not None
    assert report.proactive.normative_documents.in_force == 21


@pytest.mark.parametrize("between", [" | ", "\t", "\n"], ids=["pipes", "tabs", "stacked"])
def test_a_row_that_no_form_has_is_kept_as_one_of_its_own(between: str) -> None:
    rows = (
        ("信息内容", "本年处理决定数量"),
        ("行政处罚", "5"),
        ("行政检查", "17"),
        ("行政强制", "0"),
    )
    text = "第二十条第(六)项\n" + "\n".join(map(between.join, rows))
    report = parse(text)
    (extra,) = report.extra_rows
    assert (extra.table, extra.label, extra.raw) == ("proactive", "行政检查", ("17",))
    assert text[extra.span.start : extra.span.end] == between.join(rows[2])
    assert report.proactive is not None
    assert report.proactive.penalties.decisions == 5
    assert report.proactive.coercive_measures.decisions == 0
    assert {problem.code for problem in report.problems} <= {"form-unclear"}


@pytest.mark.parametrize("number", ["- 3 -", "第 3 页", "3/5"])
def test_the_number_of_a_page_parts_no_label(number: str) -> None:
    rows = ("统计指标|单位|统计数", "3.规划计划|件|5", "4.重大|件|1", "建设项目审批及实施||")
    report = parse("\n".join((*rows[:3], number, rows[3], "5.工商管理|件|")))
    assert report.cell("statistics", "requests.subjects.major_projects").value == 1


def test_figures_behind_no_label_are_named() -> None:
    text = "第二十条第(六)项\n信息内容 | 本年处理决定数量\n行政处罚 | 5 |\n17\n行政强制 | 0 |"
    (problem,) = parse(text).problems
    assert problem.code == "loose-figures"
    assert problem.span is not None
    assert text[problem.span.start : problem.span.end] == "17"


@pytest.mark.parametrize("mark", "|｜│")
@pytest.mark.parametrize("bordered", [True, False], ids=["bordered", "open"])
def test_whatever_upright_mark_parts_cells_they_keep_their_places(
    mark: str, bordered: bool
) -> None:
    rows = [("信息内容", *HEADER_OF_2021), ("规章", "", "2", "3"), ("行政规范性文件", "4", "", "6")]
    lines = (f" {mark} ".join(row) for row in rows)
    text = "\n".join(f"{mark} {line} {mark}" if bordered else line for line in lines)
    assert numbers(text) == {
        ("rules", "repealed"): 2,
        ("rules", "in_force"): 3,
        ("normative_documents", "issued"): 4,
        ("normative_documents", "in_force"): 6,
    }


class TestALineOfFiguresBeneathAHeaderInPieces:
    """The sums of 行政复议、行政诉讼 tell that a line of fifteen figures is its own."""

    HEADER = (
        "四、政府信息公开行政复议、行政诉讼情况",
        "行政复议 行政诉讼",
        "结果 结果 其他 尚未 合计",
        "维持 纠正 结果 审结",
    )

    def test_is_read_if_it_adds_up(self) -> None:
        read = numbers("\n".join((*self.HEADER, "2 0 1 0 3 0 0 0 1 1 1 0 0 0 1")))
        assert len(read) == 15
        assert read["review", "total"] == 3
        assert read["litigation_direct", "pending"] == 1

    def test_is_left_open_if_it_does_not(self) -> None:
        assert numbers("\n".join((*self.HEADER, "2 0 1 0 4 0 0 0 1 1 1 0 0 0 1"))) == {}


@pytest.mark.parametrize(
    "lines",
    [
        ("单位:元", "信息内容 | 本年收费金额", "行政事业性收费 | 251000"),
        ("(单位:元)", "第二十条第(八)项", "信息内容 | 本年收费金额", "行政事业性收费 | 251000"),
        ("第二十条第(八)项(单位:元)", "信息内容 | 本年收费金额", "行政事业性收费 | 251000"),
        ("第二十条第(八)项", "信息内容 | 本年收费金额(元)", "行政事业性收费 | 251000"),
        ("第二十条第(八)项", "单位:元", "信息内容 | 本年收费金额", "行政事业性收费 | 251000"),
        ("(金额单位:人民币元)", "信息内容 | 本年收费金额", "行政事业性收费 | 251000"),
        (
            "第二十条第(六)项",
            "信息内容 | 本年处理决定数量",
            "行政处罚 | 3",
            "单位:元",
            "第二十条第(八)项",
            "信息内容 | 本年收费金额",
            "行政事业性收费 | 251000",
        ),
    ],
    ids=[
        "above the header",
        "above the caption",
        "in it",
        "in a label",
        "below it",
        "at length",
        "behind rows",
    ],
)
def test_the_unit_of_money_is_found_wherever_it_is_printed_above(lines: Sequence[str]) -> None:
    text = "\n".join(("二、主动公开政府信息情况", *lines))
    assert parse(text).cell("proactive", "fees", "amount").value == Decimal("25.1")


@pytest.mark.parametrize("unit", ["千元", "百万元", "美元"])
def test_a_unit_that_nothing_is_converted_from_leaves_an_amount_open(unit: str) -> None:
    for rows in (
        (f"单位:{unit}", "信息内容 | 本年收费金额", "行政事业性收费 | 251"),
        (f"信息内容 | 本年收费金额({unit})", "行政事业性收费 | 251"),
    ):
        assert numbers("\n".join(("二、主动公开政府信息情况", *rows))) == {}


def test_two_units_of_money_above_an_amount_leave_it_open() -> None:
    rows = ("单位:元", "信息内容 | 本年收费金额(单位:万元)", "行政事业性收费 | 251000")
    assert numbers("\n".join(("二、主动公开政府信息情况", *rows))) == {}


def test_a_figure_on_two_lines_below_labels_is_not_its_beginning() -> None:
    header = "信息内容        本年制发件数    本年废止件数    现行有效件数"
    rows = ("规章            123             2               4", "                45")
    full = "行政规范性文件  7               8               9"
    read = numbers("\n".join(("第二十条第(一)项", header, *rows, full)))
    assert read.get(("rules", "issued")) != 123
    assert read["normative_documents", "in_force"] == 9


UNSURE = {
    "a broken label of a header, whose place nobody can tell": """第二十条第(九)项
采购项
信息内容  采购总金额
目数量
政府集中采购  7  540.88""",
    "several figures in one cell beside an empty one": """第二十条第(六)项
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
行政处罚 | 6 -30 | 9 |""",
}


@pytest.mark.parametrize("text", UNSURE.values(), ids=UNSURE)
def test_no_figure_is_put_where_it_is_not_printed(text: str) -> None:
    shown = {
        "采购": {("items", "7"), ("amount", "540.88")},
        "处罚": set(),
    }
    (allowed,) = (cells for word, cells in shown.items() if word in text)
    read = {(cell.column, str(cell.value)) for cell in parse(text).cells if cell.value is not None}
    assert read <= allowed


def test_a_row_whose_unit_stands_behind_its_figure_unlike_the_others_is_left_open() -> None:
    report = parse("""政府信息公开情况统计表
统计指标
单位
统计数
1.政府公报公开政府信息数
条
1
3.政务微博公开政府信息数
条
4
2.政府网站在线访谈次数
2
次
4.微博微信回应事件数
次
6""")
    (cell,) = (cell for cell in report.cells if cell.row == "responses.online_interviews")
    assert cell.value is None
    assert "unplaced-value" in {problem.code for problem in report.problems}


def test_labels_that_line_ends_break_between_delimiters_are_put_together() -> None:
    report = parse("""第二十条第(九)项
信息内容 | 采购项
目数量 | 采购总金额
政府集中
采购 | 7 | 540.88""")
    read = {(cell.column, str(cell.value)) for cell in report.cells if cell.value is not None}
    assert read == {("items", "7"), ("amount", "540.88")}


def test_values_with_an_empty_cell_among_them_that_no_column_has_are_left_open() -> None:
    header = "第二十条第(一)项\n信息内容 | | 本年制发件数 | 本年废止件数 | 现行有效件数\n"
    read = numbers(header + "规章 | | 1 | 2 | 3\n行政规范性文件 | 4 | | 5 | 6\n")
    assert read == {("rules", "issued"): 1, ("rules", "repealed"): 2, ("rules", "in_force"): 3}


def test_what_is_broken_off_a_number_may_begin_with_zero() -> None:
    header = "第二十条第(一)项\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n"
    read = numbers(header + "规章 | 12 | 1\n00 | 5\n行政规范性文件 | 7 | 8 | 9")
    assert {column: figure for (row, column), figure in read.items() if row == "rules"} == {
        "issued": 12,
        "in_force": 5,
    }


UNCLEAR_HEADERS = {
    "parts of several labels in one cell": "信息内容 | 现行有效 本年制发 | 本年废止件数 | 备注",
    "words below the corner": "信息内容\n上级 | 下级 | 合计",
}


@pytest.mark.parametrize("header", UNCLEAR_HEADERS.values(), ids=UNCLEAR_HEADERS)
def test_below_a_header_that_does_not_name_its_columns_rows_are_left_open(header: str) -> None:
    text = f"第二十条第(一)项\n{header}\n规章 | 12 | 5 | 7\n行政规范性文件 | 7 | 9 | 3"
    assert numbers(text) == {}
    assert {problem.code for problem in parse(text).problems} == {"columns-unclear"}


class TestFiguresThatMayHaveMoved:
    """Where rows of a part lack figures, those of other rows may be theirs."""

    RULES = ("第二十条第(一)项", "信息内容", *HEADER_OF_2021, "规章", "3")
    OTHERS = ("行政规范性文件", "7", "8", "9")
    PENALTIES = ("信息内容", "本年处理决定数量", "行政处罚", "5")

    def test_are_left_open_if_figures_stand_outside_of_rows(self) -> None:
        self.assert_left_open(
            *self.RULES, *self.OTHERS, "信息内容", "本年处理决定数量", "4", "行政处罚", "5"
        )

    def test_are_left_open_if_captions_stand_behind_their_rows(self) -> None:
        self.assert_left_open(*self.RULES, *self.OTHERS, *self.PENALTIES, "第二十条第(六)项")

    def test_are_read_if_nothing_speaks_for_it(self) -> None:
        read = numbers(
            "\n\n".join((*self.RULES, *self.OTHERS, "第二十条第(六)项", *self.PENALTIES))
        )
        assert read["normative_documents", "in_force"] == 9
        assert read["penalties", "decisions"] == 5

    def assert_left_open(self, *lines: str) -> None:
        report = parse("\n\n".join(lines))
        assert numbers(report.text) == {}
        unplaced = [p for p in report.problems if p.code == "unplaced-value"]
        assert len(unplaced) == 3, "one for each row"


class TestRowsOfTheirOwnBelowARowWithoutFigures:
    """The form lacks them; they tell nothing against rows that have all of theirs."""

    PARTS: Mapping[str, tuple[tuple[str, ...], str, str, str]] = {
        "2019": (
            ("上一年项目数量", "本年增/减", "处理决定数量"),
            *("行政许可", "其他对外管理服务事项", "行政处罚"),
        ),
        "2021": (HEADER_OF_2021, "规章", "行政规范性文件", "行政处罚"),
    }
    KEYS: Mapping[str, str] = {"行政许可": "licensing", "规章": "rules", "行政处罚": "penalties"}
    OWN = (("行政检查", "4", "5", "6"), ("行政确认", "7", "-", "9"), ("行政奖励", "0", "0", "0"))

    def lines(self, form: str, extra: Rows, full: Sequence[str] = ("1", "2", "3")) -> list[str]:
        header, row, lacking, other = self.PARTS[form]
        below = ("第二十条第(六)项", "信息内容", "本年处理决定数量", other, "11")
        above = ("第二十条第(一)项", "信息内容", *header, row, *full, lacking)
        return [*above, *(cell for cells in extra for cell in cells), *below]

    def rows(self, lines: Sequence[str], parted: str = "\n") -> set[str]:
        return {row for row, _ in numbers(parted.join(lines))}

    @pytest.mark.parametrize("parted", ["\n", "\n\n", " |\n", "\n\t"])
    @pytest.mark.parametrize("form", PARTS)
    def test_have_their_own_figures(self, form: str, parted: str) -> None:
        for count in range(1, 1 + len(self.OWN)):
            lines = self.lines(form, self.OWN[:count])
            read = numbers(parted.join(lines))
            row = self.KEYS[self.PARTS[form][1]]
            assert [n for (key, _), n in read.items() if key == row] == [1, 2, 3]
            assert {key for key, _ in read} == {row, "penalties"}
            report = parse(parted.join(lines))
            assert [(e.label, *e.raw) for e in report.extra_rows] == list(self.OWN[:count])

    HOSTILE: Mapping[str, Rows] = {
        "one figure less": [("行政检查", "4", "5")],
        "one figure more": [("行政检查", "4", "5", "6", "7")],
        "figures of two rows": [("行政检查", "4", "5", "6", "7", "8", "9")],
        "labels before figures": [("行政检查", "行政确认", "4", "5", "6", "7", "8", "9")],
        "a label without figures": [("行政检查", "行政确认", "4", "5", "6")],
        "words for a figure": [("行政检查", "4", "80余件", "6")],
        "another one that lacks a figure": [OWN[0], ("行政确认", "7", "8")],
        "a figure by itself": [OWN[0], ("第二十条第(五)项", "信息内容", "本年增/减", "8")],
    }

    @pytest.mark.parametrize("extra", HOSTILE.values(), ids=HOSTILE)
    @pytest.mark.parametrize("form", PARTS)
    def test_otherwise_leave_all_open(self, form: str, extra: Rows) -> None:
        assert not self.rows(self.lines(form, extra))

    @pytest.mark.parametrize("form", PARTS)
    def test_leave_all_open_if_another_row_lacks_figures(self, form: str) -> None:
        """All may then have moved by a row."""
        assert not self.rows(self.lines(form, self.OWN)[:-1])
        assert not self.rows([*self.lines(form, self.OWN), "行政强制"])

    @pytest.mark.parametrize("full", [("1", "2"), ("1",)])
    def test_tell_nothing_below_a_row_that_lost_figures(self, full: Sequence[str]) -> None:
        assert not self.rows(self.lines("2019", self.OWN, full))


def test_sums_do_not_prove_what_looks_empty_where_figures_stand_outside_of_rows() -> None:
    """All figures of a row may be broken in the same place: what is left of them adds up too."""
    broken = ("(一)予以公开", "51", "", "", "", "", "", "51")
    rest = ("甲类情形", "7", "0", "0", "0", "0", "0", "7")
    whole = columns([*TABLE[:3], broken, *TABLE[4:]])
    with_rest = columns([*TABLE[:3], broken, rest, *TABLE[4:]])
    assert numbers(f"{TITLE}\n{HEADING}\n{whole}")["granted", "total"] == 51
    assert ("granted", "total") not in numbers(f"{TITLE}\n{HEADING}\n{with_rest}")


def test_a_row_that_lost_a_cell_is_not_set_flush_with_its_end() -> None:
    lines = (
        "三、收到和处理政府信息公开申请情况",
        "|类别| | |自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|",
        "| 一、本年新收政府信息公开申请数量 | | | 4 | 1 | 0 | 0 | 2 | 7 |",
        "| 二、上年结转政府信息公开申请数量 | | | 1 | 0 | 0 | 0 | 0 | 0 | 1 |",
        "| 三、本年度办理结果 | (一)予以公开 | | 5 | 1 | 0 | 0 | 2 | 0 | 8 |",
    )
    assert {row for row, _ in numbers("\n".join(lines))} == {"carried_over", "granted"}


def test_figures_right_below_labels_may_be_those_of_other_rows() -> None:
    header = ("第二十条第(一)项", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
    rows = ("规章", "9", "4", "行政规范性文件", "1", "2", "3")
    other = ("第二十条第(五)项", "信息内容", "本年处理决定数量", "44", "行政许可", "5")
    lines = ("二、主动公开政府信息情况", *header, *rows, *other)
    assert numbers("\n".join(lines)) == {}


LICENSING = ("第二十条第(五)项", "信息内容", "本年处理决定数量", "行政许可")
PENALTIES = ("第二十条第(六)项", "信息内容", "本年处理决定数量", "行政处罚", "4", "行政强制", "0")


class TestFractionsInAStack:
    """Between two labels they stand where a figure is due, and may yet be the number of a page."""

    @pytest.mark.parametrize("said", ["12/30", "12 / 30", "1/1", "0/0", "7/5", "2/2021"])
    def test_are_said_in_the_place_of_a_figure(self, said: str) -> None:
        assert self.licensing(said, *PENALTIES) == (Kind.TEXT, said)

    def test_are_so_beside_others_that_do_not_count_on(self) -> None:
        assert self.licensing("12/30", *PENALTIES[:-1], "18/30") == (Kind.TEXT, "12/30")

    @pytest.mark.parametrize(
        "lines",
        [
            ("2/3", *PENALTIES, "3/3"),
            ("1/3", *PENALTIES, "2 / 3"),
            ("2/3\f", *PENALTIES),
            ("\f2/3", *PENALTIES),
            ("- 2 -", *PENALTIES),
        ],
        ids=["one behind it", "one far from it", "above a page", "below a page", "marked"],
    )
    def test_are_no_cells_where_they_count_pages(self, lines: Sequence[str]) -> None:
        assert self.licensing(*lines) == (Kind.BLANK, "")

    def test_are_no_cells_between_a_label_and_its_figure(self) -> None:
        assert self.licensing("2/3", "17", *PENALTIES) == (Kind.NUMBER, "17")
        assert self.licensing("17", "2/3", *PENALTIES) == (Kind.NUMBER, "17")

    @pytest.mark.parametrize("at", range(1, len(LICENSING)))
    def test_are_no_cells_in_a_header(self, at: int) -> None:
        lines = (*LICENSING[:at], "2/3", *LICENSING[at:], "17", *PENALTIES)
        assert numbers("\n".join(lines))["licensing", "decisions"] == 17

    def licensing(self, *lines: str) -> tuple[Kind, str | None]:
        text = "\n".join(("二、主动公开政府信息情况", *LICENSING, *lines))
        cell = parse(text).cell("proactive", "licensing", "decisions")
        return cell.kind, cell.raw


class TestNumbersAtPageBreaks:
    """Each cell is a line, and a page ends within the table."""

    HEADER = "信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n"
    ROWS = HEADER + "行政许可\n{}其他对外管理服务事项\n1\n2\n3\n"

    @pytest.mark.parametrize(
        "number",
        ["8\n\f", "\f8\n", "8\n \f", "\f \n8\n"],
        ids=["below", "above", "far below", "far above"],
    )
    def test_may_be_the_only_figure_that_a_row_has_left(self, number: str) -> None:
        report = parse(f"二、主动公开政府信息情况\n{self.ROWS.format(number)}")
        told = {cell.kind for cell in report.cells if cell.row == "licensing"}
        assert told == {Kind.MISSING}
        assert {"loose-figures", "unplaced-value"} & {problem.code for problem in report.problems}

    @pytest.mark.parametrize(("number", "told"), [("7\n\f", 7), ("1\n\f", None), ("\f7\n", None)])
    def test_a_single_one_is_a_figure_if_it_can_be_no_page(
        self, number: str, told: int | None
    ) -> None:
        rows = self.ROWS.format(f"0\n4\n{number}")
        report = parse(f"二、主动公开政府信息情况\n{rows}")
        assert report.proactive is not None
        assert report.proactive.licensing.decisions == told
        assert report.proactive.other_services.decisions == 3

    @pytest.mark.parametrize(("number", "is_page"), [("1", True), ("2", True), ("7", False)])
    def test_count_two_pages_or_may_be_figures(self, number: str, *, is_page: bool) -> None:
        """A title may have a page that is not counted; no other number is surely that of the page.

        Of a row that may have begun with it, nothing is told.
        """
        rows = self.ROWS.replace("\n1\n2\n3\n", f"\n\f{number}\n5\n4\n3\n").format("0\n4\n6\n")
        read = numbers(f"二、主动公开政府信息情况\n{rows}")
        assert read["licensing", "decisions"] == 6
        told = [value for (row, _), value in read.items() if row == "other_services"]
        assert told == ([5, 4, 3] if is_page else [])

    def test_are_those_of_the_pages_where_all_pages_end_with_their_own(self) -> None:
        pages = (self.ROWS.format("0\n1\n\f4\n0\n"), "第二十条第(六)项\n2\n\f行政处罚\n5\n0\n5\n")
        report = parse("二、主动公开政府信息情况\n" + "".join(pages))
        assert report.proactive is not None
        licensing, penalties = report.proactive.licensing, report.proactive.penalties
        assert (licensing.items_last_year, licensing.change, licensing.decisions) == (0, 4, 0)
        assert penalties.decisions == 5


class TestFiguresWithARemarkInAStack:
    """They are said in the place of a figure; words that begin with a number may be a row."""

    HEADER = ("第二十条第(一)项", "信息内容", *HEADER_OF_2021)
    OTHERS = ("行政规范性文件", "4", "5", "6")

    @pytest.mark.parametrize("at", range(3))
    @pytest.mark.parametrize(
        "said", ["13000000(预算金额)", "1300万元（预算金额，含上年结转）", "3件(其中上年结转2件)"]
    )
    def test_are_cells_in_any_place(self, said: str, at: int) -> None:
        figures = ["1", "2", "3"]
        figures[at] = said
        report = self.report(*figures)
        raw = [cell.raw for cell in report.cells if cell.row == "rules"][:3]
        kinds = [cell.kind for cell in report.cells if cell.row == "rules"][:3]
        assert raw == figures
        assert kinds == [Kind.TEXT if here == at else Kind.NUMBER for here in range(3)]

    @pytest.mark.parametrize(
        "words",
        [
            "1.(注意事项说明如下)",
            "2021年(全年数据统计截止)",
            "2021年1月1日(成文日期)",
            "1、其他有关事项(说明)",
            "1(一)其他有关事项说明",
        ],
    )
    def test_are_not_words_with_a_number_before_them(self, words: str) -> None:
        assert self.numbers_beside(words) == [1, 2, 3, 4, 5, 6]

    def test_leave_a_row_open_that_has_too_many_cells_with_them(self) -> None:
        assert self.numbers_beside("12345(政务服务热线)", "5") == [4, 5, 6]

    def report(self, *lines: str) -> AnnualReport:
        return parse(
            "\n".join(("二、主动公开政府信息情况", *self.HEADER, "规章", *lines, *self.OTHERS))
        )

    def numbers_beside(self, *words: str) -> list[object]:
        cells = self.report("1", "2", "3", *words).cells
        return [cell.value for cell in cells if cell.value is not None]


def test_words_below_a_line_of_figures_without_a_label_are_none_of_them() -> None:
    """Where an empty cell is lost, they would make up for it, and move all behind it."""
    header = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    above = ("行政复议", "行政诉讼", *header, "未经复议直接起诉", "复议后起诉", *header, *header)
    figures = ("4", "2", "1", "0", "7", "1", "3", "4", "5", "9", "8", "2", "1", "11")
    lines = ("四、政府信息公开行政复议、行政诉讼情况", *above, *figures, "联系电话：")
    assert numbers("\n".join(lines)) == {}


def test_a_broken_label_stays_before_the_one_on_its_last_line() -> None:
    lines = ("24", "信息内容", "采购项", "目数量 采购总金额", "政府集中采购", "5", "3")
    read = numbers("\n".join(lines))
    assert read == {("procurement", "items"): 5, ("procurement", "amount"): 3}


def test_nobody_can_tell_where_a_broken_label_stands_around_another_one() -> None:
    lines = ("24", "信息内容", "采购项", "采购总金额", "目数量", "政府集中采购 5 0")
    assert numbers("\n".join(lines)).get(("procurement", "amount")) != 5


SINGLE = (
    ("信息内容", "本年处理决定数量"),
    ("行政许可", "97"),
    ("行政处罚", "4"),
    ("行政强制", "0"),
)
TRIPLE = (
    ("信息内容", *HEADER_OF_2021),
    ("规章", "1", "0", "7"),
    ("行政规范性文件", "13", "2", "55"),
)
APART: Mapping[str, Layout] = {
    "pipes": pipes,
    "bordered": bordered,
    "tabs": tabs,
    "spaced": lambda rows: "".join(" ".join(row) + "\n" for row in rows),
    "stacked": stacked,
}


@pytest.mark.parametrize("order", [1, -1], ids=["above", "below"])
@pytest.mark.parametrize(("one", "other"), list(permutations(APART, 2)))
def test_rows_of_one_section_may_be_in_two_layouts(one: str, other: str, order: int) -> None:
    """Each has a header of its own, and nothing is said between them."""
    parts = (APART[one](SINGLE), APART[other](TRIPLE))
    report = parse("\n".join((TITLE, "二、主动公开政府信息情况", "".join(parts[::order]))))
    told = [str(cell.value) for cell in report.cells if cell.value is not None]
    due = [*chain.from_iterable(row[1:] for row in TRIPLE[1:]), *(row[1] for row in SINGLE[1:])]
    assert told == due


LIST = "行政许可 97\n行政处罚 4\n"


@pytest.mark.parametrize(
    "parts",
    [
        ("上年同期：\n" + LIST, pipes(TRIPLE)),
        (pipes(TRIPLE), "上年同期：\n" + LIST),
        (pipes(TRIPLE), "\n其中，县公安局：\n" + LIST),
        (pipes(TRIPLE), "上年工作：\n信息内容 本年处理决定数量\n" + LIST),
    ],
)
def test_a_list_beside_a_table_is_none_of_its_rows(parts: Sequence[str]) -> None:
    report = parse("\n".join((TITLE, "二、主动公开政府信息情况", "".join(parts))))
    assert not [cell for cell in report.cells if cell.value in (97, 4)]


def test_a_digit_at_a_label_is_no_half_of_a_table() -> None:
    stack = "信息内容\n本年处理决定数量\n行政处罚\n件\n7\n行政强制1\n件\n31"
    report = parse("\n".join((TITLE, "二、主动公开政府信息情况", stack)))
    assert not [cell for cell in report.cells if cell.value == 1]


@pytest.mark.parametrize("at", [0, -1], ids=["at the top", "at the bottom"])
def test_figures_beside_labels_of_other_rows_are_left_open(at: int) -> None:
    labels, figures = list(LABELS.values()), list(FIGURES.values())
    rows = [(label, *map(str, row)) for label, row in zip(labels[:-1], figures[1:], strict=True)]
    alone = ("", *map(str, figures[0]))
    lines = [alone, *rows] if at == 0 else [*rows, alone]
    report = parse("\n".join((TITLE, HEADING, pipes(lines))))
    assert not [cell for cell in report.cells if cell.value]
    assert "table-unclear" in {problem.code for problem in report.problems}
