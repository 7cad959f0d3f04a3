"""Empty cells for which the form has no place, between figures or at the end of all lines."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import pytest

from generate.applications import APPLICANTS
from generate.applications import HEADING as APPLICATIONS
from gov_disclosure import AnnualReport, Kind, parse

PROACTIVE = """二、主动公开政府信息情况
| 第二十条第（五）项 | | | | |
| 信息内容 | 上一年项目数量 | 本年增/减 | | 处理决定数量 |
| 行政许可 | 7 | | 2 | 18 |
| 其他对外管理服务事项 | 4 | | 0 | 9 |
| 第二十条第（九）项 | | | | |
| 信息内容 | 采购项目数量 | | 采购总金额 | |
| 政府集中采购 | 6 | | 35.6万元 | |
"""
ROWS = {
    "new": ("一、本年新收政府信息公开申请数量 | |", "21 | 5 | | | 2 | 1 | 29"),
    "granted": ("三、本年度办理结果 | （一）予以公开 |", "8 | 3 | | | | 1 |"),
    "partially_granted": ("| （二）部分公开 |", "3 | | | | | |"),
    "refused.state_secret": ("| （三）不予公开 | 1.属于国家秘密", "| | | | | 4 | 4"),
    "total_handled": ("| （七）总计 |", "11 | 3 | | | | 5 | 19"),
    "carried_forward": ("四、结转下年度继续办理 | |", "7 | | | | | | 7"),
}


def applications(header: Iterable[str], rows: Iterable[tuple[str, str]]) -> str:
    lines = [f"| {label} | {figures} |" for label, figures in rows]
    return "\n".join([APPLICATIONS, f"| 项目 | | | {' | '.join(header)} |", *lines])


def rows_with_problems(report: AnnualReport) -> list[str | None]:
    return [problem.row for problem in report.problems if problem.table == "applications"]


def expected(figures: str) -> list[int | None]:
    return [int(cell) if cell.strip() else None for cell in figures.split("|")]


@pytest.mark.parametrize("above", ["", PROACTIVE])
def test_below_a_header_without_such_cells_each_value_has_its_column(above: str) -> None:
    """Even where a sum is left out, though not where one that is printed does not hold."""
    report = parse(above + applications(APPLICANTS, ROWS.values()))
    for row, (_, figures) in ROWS.items():
        cells = [cell for cell in report.cells if (cell.table, cell.row) == ("applications", row)]
        assert [cell.value for cell in cells] == expected(figures), row
        assert {cell.kind for cell in cells} <= {Kind.NUMBER, Kind.BLANK}
    assert rows_with_problems(report) == []


def test_a_printed_sum_that_does_not_hold_leaves_a_row_open() -> None:
    rows = {**ROWS, "granted": (ROWS["granted"][0], "8 | 3 | | | | 1 | 13")}
    report = parse(PROACTIVE + applications(APPLICANTS, rows.values()))
    assert report.cell("applications", "granted", "total").kind is Kind.MISSING
    assert rows_with_problems(report) == ["granted"]


def test_a_sum_that_stands_beside_its_place_leaves_a_row_open() -> None:
    rows = {**ROWS, "granted": (ROWS["granted"][0], "8 | 3 | | | 1 | 12 |")}
    report = parse(PROACTIVE + applications(APPLICANTS, rows.values()))
    assert report.cell("applications", "granted", "other").kind is Kind.MISSING
    assert rows_with_problems(report) == ["granted"]


def test_without_a_header_a_strewn_table_speaks_against_others() -> None:
    report = parse(PROACTIVE + applications((), ROWS.values()))
    told = [cell for cell in report.cells if cell.table == "applications" and cell.value]
    assert {cell.row for cell in told} <= {"new", "refused.state_secret", "carried_forward"}
    assert not [cell for cell in report.cells if cell.kind is Kind.BLANK]


def test_values_right_below_each_label_are_those_of_a_row() -> None:
    report = parse(PROACTIVE)
    assert report.proactive is not None
    procurement = report.proactive.procurement
    assert (procurement.items, str(procurement.amount)) == (6, "35.6")


class TestLinesThatAllEndInEmptyCells:
    """Before a figure an empty cell shows its place, in a row as wide as the full ones."""

    COLUMNS = ("上一年项目数量", "本年增/减", "处理决定数量")
    ABOVE = (("信息内容", *COLUMNS), ("行政许可", "339", "+123", "462"))
    LAYOUTS: Mapping[str, Callable[[Sequence[str]], str]] = {
        "pipes": lambda row: "|".join(row) + "|",
        "pipes around": lambda row: f"| {' | '.join(row)} |",
        "tabs": lambda row: "\t".join(row) + "\t",
        "stack": lambda row: "\n".join(f"{cell} |".lstrip() for cell in row),
    }
    every_layout = pytest.mark.parametrize("layout", LAYOUTS)

    def read(self, layout: str, rows: Iterable[Sequence[str]]) -> list[object]:
        """What is read of the row of penalties: numbers, and kinds of cells that have none."""
        lines = map(self.LAYOUTS[layout], rows)
        report = parse("\n".join(["二、主动公开政府信息情况", *lines]))
        cells = [cell for cell in report.cells if cell.row == "penalties"]
        return [cell.kind.value if cell.value is None else cell.value for cell in cells]

    def rows(self, *cells: str, fillers: int) -> Sequence[Sequence[str]]:
        above = [(*row, *[""] * fillers) for row in self.ABOVE]
        return [*above, above[0], ("行政处罚", *cells)]

    @every_layout
    @pytest.mark.parametrize("fillers", [1, 2])
    @pytest.mark.parametrize(
        "cells", [("", "+239", "240"), ("", "", "240"), ("", "239", "")], ids="|".join
    )
    def test_are_read(self, layout: str, fillers: int, cells: Sequence[str]) -> None:
        expected = [int(cell) if cell else "blank" for cell in cells]
        row = (*cells, *[""] * fillers)
        assert self.read(layout, self.rows(*row, fillers=fillers)) == expected

    @every_layout
    @pytest.mark.parametrize(
        "cells",
        [
            ("239", "240", "", ""),
            ("", "239", "240", "", ""),
            ("", "", "239", "240"),
            ("", "", "", "240"),
            ("", "239", "240"),
        ],
        ids="|".join,
    )
    def test_are_left_open_otherwise(self, layout: str, cells: Sequence[str]) -> None:
        """Where figures moved to the left, the row is filled up; or it has another width."""
        assert set(self.read(layout, self.rows(*cells, fillers=1))) == {"missing"}

    @every_layout
    def test_are_left_open_where_full_rows_differ(self, layout: str) -> None:
        rows = self.rows("", "239", "240", "", fillers=1)
        other = ("其他对外管理服务事项", "0", "0", "0", "", "")
        assert set(self.read(layout, [*rows[:2], other, *rows[2:]])) == {"missing"}

    @every_layout
    def test_are_left_open_where_a_row_lost_cells(self, layout: str) -> None:
        rows = self.rows("", "239", "240", "", fillers=1)
        lossy = ("行政强制", "", "5")
        assert set(self.read(layout, [*rows[:-1], lossy, rows[-1]])) <= {"missing"}

    def test_are_counted_from_where_full_rows_begin(self) -> None:
        merged = [("信息内容", "", *self.COLUMNS), ("行政许可", "", "339", "+123", "462")]
        row = ("行政处罚", "", "239", "240", "")
        assert self.read("pipes", [*merged, row]) == [239, 240, "blank"]


def test_a_header_tells_of_the_rows_beneath_it_and_of_no_others() -> None:
    """Another table's header, as wide, has its columns elsewhere."""
    rules = (
        "| 信息内容 |  | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |",
        "| 规章 |  | 5 |  |  |",
        "| 规范性文件 |  | 无 | 9 |  |",
    )
    procurement = (
        "| 信息内容 | 采购项目数量 | 采购总金额 |  |  |",
        "|  | 政府集中采购 |  | 13.19 |  |",
    )
    report = parse("\n".join(("二、主动公开政府信息情况", *rules, *procurement, "")))
    made = [report.cell("proactive", row, "made") for row in ("rules", "normative_documents")]
    assert [(cell.kind, cell.value) for cell in made] == [(Kind.NUMBER, 5), (Kind.DASH, None)]


@pytest.mark.parametrize("lines", [slice(0, 3), slice(0, 4), slice(1, 5)])
def test_a_header_that_lost_merged_cells_tells_no_places(lines: slice) -> None:
    """Figures stand where it has none, or rows begin elsewhere than beneath its first column."""
    header = "|  | 自然人 | 法人或其他组织 |  |  |  |  | 总计 |  |  |"
    rows = (
        "| 一、本年新收政府信息公开申请数量 |  |  | 5 | 1 | 1 | 1 | 1 | 1 | 10 |",
        "| 二、上年结转政府信息公开申请数量 |  |  |  |  |  |  |  | 1 | 1 |",
        "| 四、结转下年度继续办理 |  |  |  |  | 0 | / | 0 |  |  |",
        "| 三、本年度办理结果 | （七）总计 |  |  |  |  |  |  | 1 | 1 |",
        "| 三、本年度办理结果 | （一）予以公开 |  |  |  |  |  |  | 1 | 1 |",
    )
    report = parse("\n".join((APPLICATIONS, header, *rows[lines])))
    values = {(cell.row, cell.column): cell.value for cell in report.cells}
    assert values.get(("carried_forward", "total")) is None


def test_a_row_that_lost_cells_at_its_end_is_not_as_wide_as_its_values_by_chance() -> None:
    """Those that its label goes on over stand before them, as they do in full rows."""
    rows = (
        "一、本年新收政府信息公开申请数量\t\t\t5\t1\t1\t1\t1\t1\t10",
        "三、本年度办理结果\t（一）予以公开\t\t5\t1\t1\t1\t1\t1\t10",
        "四、结转下年度继续办理\t\t\t\t\t0\t/\t0",
    )
    report = parse("\n".join((APPLICATIONS, *rows)))
    values = {(cell.row, cell.column): cell.value for cell in report.cells}
    assert values["new", "total"] == 10
    assert values.get(("carried_forward", "total")) is None


def test_rows_pushed_together_in_one_table_are_so_in_all_of_its_layout() -> None:
    """Sums show it there; an empty cell in a header does not speak against them."""
    rules = ("信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |", "规章 | 8 | 62 | |")
    applications = (f"| {' | '.join(APPLICANTS)} |", "(一)予以公开 | 84 | 13 | 44 | 141 | | | |")
    outcomes = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计"
    proceedings = (
        "四、政府信息公开行政复议、行政诉讼情况",
        f"{outcomes} | | 结果纠正 | 其他结果 |",
    )
    text = "\n".join(
        (
            "二、主动公开政府信息情况",
            *rules,
            APPLICATIONS,
            *applications,
            *proceedings,
            "0 | 3 | 3 |",
        )
    )
    report = parse(text)
    assert all(cell.value is None for cell in report.cells if cell.row == "rules")
    assert {p.row for p in report.problems if p.code == "unplaced-value"} >= {"rules", "granted"}


def test_figures_of_one_cell_do_not_move_those_of_others() -> None:
    row = "7.属于行政执法案卷|—|—|3 —|6|—||9"
    report = parse("\n".join((APPLICATIONS, "|".join(("", *APPLICANTS)), row)))
    cells = [cell for cell in report.cells if cell.row == "refused.enforcement_files"]
    assert [cell.kind for cell in cells][3:6] != [Kind.DASH, Kind.NUMBER, Kind.DASH]


def test_a_row_that_lost_a_border_has_no_empty_cell_in_its_stead() -> None:
    """Nothing but its width and its sum tells that the empty cell is none of the columns."""
    rows = (
        ("", *APPLICANTS),
        ("三、本年度办理结果", "(六)其他处理", "3.其他", *map(str, (4, 0, 1, 0, 2, 0, 7))),
        ("", "(七)总计", "", "120", "117200", "85", "110", "51", "695"),
        ("四、结转下年度继续办理", "", "", *map(str, (3, 0, 0, 0, 0, 0, 3))),
    )
    report = parse("\n".join((APPLICATIONS, *(f"| {' | '.join(row)} |" for row in rows))))
    values = {
        row: [c.value for c in report.cells if c.row == row]
        for row in ("total_handled", "carried_forward")
    }
    assert values == {"total_handled": [None] * 7, "carried_forward": [3, 0, 0, 0, 0, 0, 3]}
    assert {p.row for p in report.problems} >= {"total_handled"}


@pytest.mark.parametrize("delimiter", ["|", "\t", ","])
def test_nor_has_one_whose_last_figures_touch_without_a_header(delimiter: str) -> None:
    """Its label leaves a cell empty in front of the figures, which is none of theirs."""
    rows = (
        ("", "", "2.其他法律行政法规禁止公开", *map(str, (352, 0, 4, 0, 48, 0, 404))),
        ("三、本年度办理结果", "（一）予以公开", "", "2", "", "0", "1", "0", "25"),
    )
    report = parse("\n".join((APPLICATIONS, *map(delimiter.join, rows))))
    assert {cell.kind for cell in report.cells if cell.row == "granted"} == {Kind.MISSING}
    assert rows_with_problems(report) == ["granted"]


def test_a_row_with_cells_for_two_holds_the_figures_of_both() -> None:
    """They add up together, as those of the first one are zeros."""
    both = "(一)予以公开|0| | | | | |0|3|0|2|1| | |6|"
    report = parse("\n".join((APPLICATIONS, both, "(二)部分公开|1||0|2|0|0|3|")))
    assert not [cell for cell in report.cells if cell.row == "granted" and cell.raw is not None]
    assert "granted" in rows_with_problems(report)


@pytest.mark.parametrize("delimiter", ["||", "|"])
def test_no_row_of_proceedings_is_empty_whose_line_is_open(delimiter: str) -> None:
    outcomes = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    rows = (
        ("", "行政复议", *[""] * 4, "行政诉讼", *[""] * 10),
        ("", *outcomes, "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 5),
        (*[""] * 6, *outcomes, *outcomes, ""),
        ("", *["72", "0", "0", "0", "72", "0", "0", "796", "18", "814", "0", "00", "0", "0"], ""),
    )
    text = "\n".join(("四、政府信息公开行政复议、行政诉讼情况", *map(delimiter.join, rows), ""))
    cells = [cell for cell in parse(text).cells if cell.table == "proceedings"]
    assert Kind.BLANK not in {cell.kind for cell in cells}


@pytest.mark.parametrize("last", ["'12']", "约12", "80余件"])
def test_what_may_be_a_figure_behind_a_row_is_no_remark(last: str) -> None:
    """It may be the sum of a row that begins with an empty cell of its label."""
    rows = (
        f"['' '(二)部分公开' '' '0' '0' '0' '0' '6' '6' {last}",
        "['' '' '4.保护第三方合法权益' '0' '67087' '0' '0' '0' '88446' '155533']",
        "['' '' '5.属于三类内部事务信息' '96' '6' '414' '0' '0' '16' '532']",
        "['' '' '6.属于四类过程性信息' '55' '74' '0' '0' '10544' '0' '10673']",
        "['' '' '7.属于行政执法案卷' '0' '0' '1' '0' '0' '91' '92']",
    )
    cells = parse("\n".join(rows)).cells
    read = {cell.column: cell.value for cell in cells if cell.row == "partially_granted"}
    assert read.get("total") != 6


def first_rows(*figures: str, layout: str = "pipes") -> AnnualReport:
    """The first rows of the applications, whose figures are given as ``1 1 _``."""
    labels = (
        "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量",
        "(一)予以公开",
    )
    rows = [("项目", *APPLICANTS)]
    cells = (tuple(one.replace("_", "").split(" ")) for one in figures)
    rows += [(label, *some) for label, some in zip(labels, cells, strict=True)]
    manners: Mapping[str, Callable[[Sequence[str]], str]] = {
        "pipes": lambda row: " | ".join(row) + " |",
        "markdown": lambda row: f"| {' | '.join(row)} |",
        "tabs": "\t".join,
        "lines": lambda row: "\n".join(cell or "\xa0" for cell in row),
    }
    return parse(
        "\n".join((APPLICATIONS, *map(manners[layout], rows), "五、存在的主要问题", "无。"))
    )


@pytest.mark.parametrize("layout", ["pipes", "markdown", "tabs", "lines"])
def test_two_figures_before_all_empty_cells_may_be_one_and_its_sum(layout: str) -> None:
    """A tool may have put the empty cells at the end, or the agency printed no sum."""
    report = first_rows("1 1 _ _ _ _ _", "_ _ _ _ _ _ _", "1 1 _ _ _ _ _", layout=layout)
    read = {(cell.row, cell.column) for cell in report.cells if cell.value is not None}
    assert not {column for _, column in read} - {"natural_person"}
    assert {problem.row for problem in report.problems} >= {"new", "granted"}


@pytest.mark.parametrize("layout", ["pipes", "markdown", "tabs", "lines"])
def test_an_empty_cell_before_a_figure_shows_that_none_was_moved(layout: str) -> None:
    report = first_rows("1 1 _ _ _ _ _", "_ 3 _ _ _ _ 3", "1 1 _ _ _ _ _", layout=layout)
    for row in ("new", "granted"):
        cells = [cell for cell in report.cells if cell.row == row]
        assert [cell.value for cell in cells] == [1, 1, *[None] * 5], row
        assert cells[-1].kind is Kind.BLANK


@pytest.mark.parametrize("delimiter", [" | ", "\t"])
def test_a_change_below_zero_before_its_column_shows_that_cells_moved(delimiter: str) -> None:
    rows = (
        ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量"),
        ("行政处罚", "5", "51", ""),
        ("行政强制", "-3", "7", ""),
    )
    text = "\n".join(("第二十条第(六)项", *map(delimiter.join, rows)))
    report = parse(f"{text}\n{APPLICATIONS}\n无。")
    assert not [cell for cell in report.cells if cell.value is not None]
    assert {problem.row for problem in report.problems} >= {"penalties", "coercive_measures"}
    at_the_end = parse(text)
    assert not [c for c in at_the_end.cells if c.row == "coercive_measures" and c.value is not None]


FILLED_BY_ONE = """\
第二十条第(一)项 |
||||
信息内容 |
本年新制作数量 |
本年新公开数量 |
对外公开总数量 |
|
规章 |
0 |
0 |
0 |
|
规范性文件 |
3 |
2 |
9 |
|
第二十条第(五)项 |
||||
信息内容 |
上一年项目数量 |
本年增/减 |
处理决定数量 |
|
行政许可 |
4 |
{}5 |
|
其他对外管理服务事项 |
1 |
|
7 |
|
"""
"""A table with a column more than the form has, and so with a filler behind each row."""


def test_an_empty_cell_among_values_counts_where_all_rows_end_in_the_same_filler() -> None:
    report = parse(FILLED_BY_ONE.format("|\n"))
    assert report.proactive is not None
    licensing, others = report.proactive.licensing, report.proactive.other_services
    assert (licensing.items_last_year, licensing.change, licensing.decisions) == (4, None, 5)
    assert (others.items_last_year, others.change, others.decisions) == (1, None, 7)
    assert not report.problems


def test_but_not_in_a_row_that_is_shorter_than_full_ones() -> None:
    report = parse(FILLED_BY_ONE.format(""))
    assert {cell.kind for cell in report.cells if cell.row == "licensing"} == {Kind.MISSING}
    assert "unplaced-value" in {problem.code for problem in report.problems}
