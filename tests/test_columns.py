"""Columns in another order than the form's, or others than it has, where a header says so."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from generate.applications import APPLICANTS
from generate.applications import HEADING as APPLICATIONS
from gov_disclosure import AnnualReport, Cell, Code, Kind, parse
from gov_disclosure.cells.columns.orders import without_margins
from gov_disclosure.grids.header import Header
from gov_disclosure.labels.marks import BLANK
from gov_disclosure.tables import Decisions

PROCEEDINGS = "四、政府信息公开行政复议、行政诉讼情况"
FIGURES: Mapping[str, int] = dict(zip(APPLICANTS, (31, 7, 5, 3, 2, 11, 59), strict=True))
KEYS = ("natural_person", "business", "research", "nonprofit", "legal_service", "other", "total")
LABELS = APPLICANTS
ROWS = ("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "(一)予以公开")
OTHERS = {"上年数": 40, "备注": 6, "合计": 59, "同比": "+10%"}
DELIMITERS = ("|", "\t", " ", "\n")


def read(columns: tuple[str, ...], delimiter: str) -> AnnualReport:
    """A table with these columns, each with its own figure in all rows."""
    figures = [str({**FIGURES, **OTHERS}[column]) for column in columns]
    lines = [("项目", *columns), *((row, *figures) for row in ROWS)]
    return parse("\n".join([APPLICATIONS, *map(delimiter.join, lines)]))


def told(report: AnnualReport) -> list[int | None]:
    cells = [report.cell("applications", "granted", key) for key in KEYS]
    return [None if cell.value is None else int(cell.value) for cell in cells]


def numbers(report: AnnualReport) -> list[Cell]:
    return [cell for cell in report.cells if cell.value is not None]


@pytest.mark.parametrize("delimiter", DELIMITERS)
@pytest.mark.parametrize(
    "columns",
    [
        LABELS,
        (*LABELS[1::-1], *LABELS[2:]),
        (LABELS[0], *LABELS[2:0:-1], *LABELS[3:]),
        (*LABELS[:5], *LABELS[:4:-1]),
        (LABELS[-1], *LABELS[:-1]),
    ],
)
def test_all_columns_are_read_in_whatever_order(columns: tuple[str, ...], delimiter: str) -> None:
    assert told(read(columns, delimiter)) == list(FIGURES.values())


@pytest.mark.parametrize("delimiter", DELIMITERS[:2])
def test_a_piece_of_a_label_in_the_place_of_another_leaves_the_rows_open(delimiter: str) -> None:
    """企业 may be 商业企业, but 科研机构 stands where the form has that."""
    columns = (LABELS[0], LABELS[2], "企业", *LABELS[3:])
    figures = dict(zip(columns, FIGURES.values(), strict=True))
    lines = [("项目", *columns), *((row, *map(str, figures.values())) for row in ROWS)]
    report = parse("\n".join([APPLICATIONS, *map(delimiter.join, lines)]))
    assert numbers(report) == []


@pytest.mark.parametrize("delimiter", DELIMITERS[:2])
def test_a_column_that_no_form_has_beside_all_others(delimiter: str) -> None:
    assert told(read((*LABELS, "上年数"), delimiter)) == list(FIGURES.values())


@pytest.mark.parametrize("delimiter", DELIMITERS[:2])
def test_words_in_a_column_that_no_form_has_are_no_matter(delimiter: str) -> None:
    """Of changes in per cent, none is surely a number."""
    report = read((*LABELS, "同比"), delimiter)
    assert told(report) == list(FIGURES.values())


@pytest.mark.parametrize("delimiter", DELIMITERS[:3])
@pytest.mark.parametrize("columns", [(*LABELS[:6], "上年数"), (*LABELS[1:], "备注")])
def test_a_column_that_no_form_has_is_not_that_of_another(
    columns: tuple[str, ...], delimiter: str
) -> None:
    assert told(read(columns, delimiter)) == [
        FIGURES[label] if label in columns else None for label in LABELS
    ]


def test_another_word_for_the_sum_is_no_other_column() -> None:
    assert told(read((*LABELS[:6], "合计"), "|")) == list(FIGURES.values())


@pytest.mark.parametrize("delimiter", ["|", "\n"])
def test_outcomes_in_another_order(delimiter: str) -> None:
    outcomes = ["总计", "结果维持", "结果纠正", "其他结果", "尚未审结"] * 3
    figures = ["6", "1", "2", "3", "0", "10", "1", "4", "5", "0", "3", "0", "2", "1", "0"]
    groups = ["行政复议", "未经复议直接起诉", "复议后起诉"]
    report = parse("\n".join([PROCEEDINGS, *map(delimiter.join, (groups, outcomes, figures))]))
    found = report.proceedings
    assert (found.review.total, found.review.upheld, found.review.pending) == (6, 1, 0)
    assert (found.litigation_direct.total, found.litigation_after_review.corrected) == (10, 2)


@pytest.mark.parametrize(
    "columns",
    [
        ("2016年", "2017年", "2018年", "2019年", "2020年", "2021年", "2022年"),
        ("县本级", "教育局", "民政局", "林业局", "水务局", "财政局", "合计"),
        ("当面", "信函", "传真", "网络", "电话", "其他", "总计"),
        ("当面", "信函", "网络"),
        ("当面申请", "网络申请", "信函申请", "传真", "电话", "其他", "总计"),
        ("1月", "2月", "3月", "4月", "5月", "6月", "总计"),
    ],
)
@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_columns_of_quite_another_table_are_none_of_the_form(
    columns: tuple[str, ...], delimiter: str
) -> None:
    figures = ["3", "6", "9", "1", "4", "0", "23"][: len(columns)]
    lines = [("项目", *columns), *((row, *figures) for row in ROWS)]
    report = parse("\n".join([APPLICATIONS, *map(delimiter.join, lines)]))
    assert not numbers(report)
    assert "columns-unclear" in {problem.code for problem in report.problems}


@pytest.mark.parametrize("delimiter", DELIMITERS[:2])
def test_where_rows_have_too_many_figures_others_have_to_add_up(delimiter: str) -> None:
    full = ["51", "175", "0", "0", "0", "213", "439", "61"]
    short = ["", "0", "0", "0", "0", "27", "27", "14"]
    sums = ["1", "0", "0", "0", "0", "2", "3", ""]
    lines = [(row, *figures) for row, figures in zip(ROWS, (full, short, sums), strict=True)]
    report = parse("\n".join([APPLICATIONS, *map(delimiter.join, lines)]))
    assert report.applications is not None
    assert report.cell("applications", "carried_over", "total").value is None
    assert report.cell("applications", "granted", "total").value == 3


def nested(
    upper: Sequence[str], lower: Sequence[str], figures: str, delimiter: str
) -> AnnualReport:
    """A row beneath a header on two lines, as it stands in the form, behind three label columns.

    The columns of the lower line stand below the cell of the upper one that is their group's.
    """
    at = upper.index(GROUP)
    wide = len(lower) - 1
    header = (
        ("", "", "", *upper[: at + 1], *[""] * wide, *upper[at + 1 :]),
        ("", "", "", *[""] * at, *lower, *[""] * (len(upper) - at - 1)),
    )
    rows = map(delimiter.join, (*header, (ROWS[0], "", "", *figures.split("|"))))
    closed = (f"|{row}|" if delimiter == "|" else row for row in rows)
    return parse("\n".join([APPLICATIONS, *closed]))


def new_applications(report: AnnualReport) -> list[int | str]:
    """What is told of each column: a figure, or the kind of the cell."""
    cells = [report.cell("applications", "new", key) for key in KEYS]
    return [cell.kind.value if cell.value is None else int(cell.value) for cell in cells]


GROUP = "法人或其他组织"
ORGANISATIONS = LABELS[1:6]


@pytest.mark.parametrize("delimiter", ["|", "\t", ","], ids=["pipes", "tabs", "commas"])
class TestHeadersOnTwoLines:
    """A column of the agency's own is none of the form's, whatever is empty beside it."""

    def test_in_the_group(self, delimiter: str) -> None:
        lower = ("商业企业", "个体工商户", *LABELS[2:6])
        report = nested(("自然人", GROUP, "总计"), lower, "2|9|0|787|13|7||818", delimiter)
        assert new_applications(report) == [2, 9, 787, 13, 7, "blank", 818]

    def test_behind_all_others(self, delimiter: str) -> None:
        upper = ("自然人", GROUP, "总计", "上年总计")
        report = nested(upper, ORGANISATIONS, "|/|0|0|/|0|0|5", delimiter)
        assert new_applications(report) == ["blank", "dash", 0, 0, "dash", 0, 0]

    def test_with_words(self, delimiter: str) -> None:
        upper = ("自然人", GROUP, "总计", "备注")
        report = nested(upper, ORGANISATIONS, "0|2|0|0|0|0|2|无", delimiter)
        assert new_applications(report) == [0, 2, 0, 0, 0, 0, 2]

    def test_a_sum_before_the_others(self, delimiter: str) -> None:
        upper = ("总计", "自然人", GROUP)
        report = nested(upper, ORGANISATIONS, "5|0|2|0|0|0|3", delimiter)
        assert new_applications(report) == [0, 2, 0, 0, 0, 3, 5]

    def test_a_column_left_out(self, delimiter: str) -> None:
        lower = (*ORGANISATIONS[:3], "其他")
        report = nested(("自然人", GROUP, "总计"), lower, "131|187|0|0|98|416", delimiter)
        assert new_applications(report) == [131, 187, 0, 0, "missing", 98, 416]


@pytest.mark.parametrize("figures", ["00//000", "5140010", "000000"])
def test_where_a_column_of_its_own_is_not_told_nothing_is(figures: str) -> None:
    """Beneath labels on lines of their own nobody can tell to which line of the header one belongs.

    A cell may be lost in every row, and sums hold whichever it is.
    """
    header = ("自然人", GROUP, "总计", "个体工商户", *ORGANISATIONS)
    rows = (ROWS[0], *figures, ROWS[1], *"0210003")
    assert not numbers(parse("\n".join([APPLICATIONS, *header, *rows])))


def test_a_column_for_words_may_be_empty_in_all_rows() -> None:
    header = ("自然人", GROUP, "总计", "备注", *ORGANISATIONS)
    report = parse("\n".join([APPLICATIONS, *header, ROWS[0], *"0210003"]))
    assert new_applications(report) == [0, 2, 1, 0, 0, 0, 3]


def test_a_column_in_place_of_the_sum_is_none() -> None:
    header = "自然人|法人或其他组织|||||上年数\n|商业企业|科研机构|社会公益组织|法律服务机构|其他|"
    figures = ("299|154|0|0|0|437|99", "0|52|0|0|0|12|18", "3|2|0|0|0|1|4")
    rows = map("|".join, zip(ROWS, figures, strict=True))
    report = parse("\n".join([APPLICATIONS, header, *rows]))
    assert "total" not in {cell.column for cell in numbers(report)}


@pytest.mark.parametrize("delimiter", ["|", "\t", ","], ids=["pipes", "tabs", "commas"])
@pytest.mark.parametrize(
    "own", [[""] * 15, ["", "9", "", "", "9", *[""] * 10]], ids=["empty", "partly"]
)
@pytest.mark.parametrize("names", [("本机关", "下属单位"), ("2021年", "2020年")])
def test_a_line_beside_another_that_is_not_full_may_not_be_the_report_s(
    names: tuple[str, str], own: list[str], delimiter: str
) -> None:
    outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3
    groups = ["行政复议", *[""] * 4, "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4]
    other = [*"21003", *["0"] * 10]
    lines = [("", *groups), ("", *outcomes), (names[0], *own), (names[1], *other)]
    report = parse("\n".join([PROCEEDINGS, *map(delimiter.join, lines)]))
    assert not numbers(report)


@pytest.mark.parametrize("delimiter", DELIMITERS[:2])
class TestWordsForFigures:
    """Rows that say in words that there is nothing to tell."""

    HEADER = ("项目", *LABELS)

    def test_are_no_header_of_those_below(self, delimiter: str) -> None:
        lines = (self.HEADER, (ROWS[0], *["未收到"] * 7), (ROWS[1], *"1200003"))
        report = parse("\n".join([APPLICATIONS, *map(delimiter.join, lines)]))
        assert new_applications(report) == ["text"] * 7
        assert report.cell("applications", "carried_over", "total").value == 3

    def test_stand_in_the_last_column(self, delimiter: str) -> None:
        rows = ((ROWS[0], "", "", *"000000", "未收到"), ("三、", ROWS[2], "", *"0000000"))
        report = parse("\n".join([APPLICATIONS, *map(delimiter.join, rows)]))
        assert new_applications(report) == [*[0] * 6, "text"]


def test_a_label_printed_twice_merges_cells_only_if_all_rows_repeat_them() -> None:
    header = "项目|自然人|商业企业|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计"
    repeated = ["1|2|2|0|0|0|4|7", "0|3|3|0|0|0|0|3", "5|0|0|0|0|0|1|6"]
    varied = ["1|2|4|0|0|0|4|7", *repeated[1:]]

    def told_beneath(rows: list[str]) -> AnnualReport:
        lines = map("|".join, zip(ROWS, rows, strict=True))
        return parse("\n".join([APPLICATIONS, header, *lines]))

    assert told(told_beneath(repeated)) == [5, 0, 0, 0, 0, 1, 6]
    assert not numbers(told_beneath(varied))


@pytest.mark.parametrize(
    "groups",
    [
        "行政复议|||||复议后起诉|||||未经复议直接起诉||||",
        "行政诉讼||||||||||行政复议||||\n未经复议直接起诉|||||复议后起诉||||||||",
    ],
)
def test_groups_in_another_order_are_left_open(groups: str) -> None:
    outcomes = "|".join(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3)
    figures = "1|2|3|4|10|5|6|7|8|26|0|0|2|0|2"
    report = parse("\n".join([PROCEEDINGS, groups, outcomes, figures]))
    assert not numbers(report)
    assert "columns-unclear" in {problem.code for problem in report.problems}


@pytest.mark.parametrize(
    ("heading", "above", "row"),
    [
        ("(金额单位:元)", "", ""),
        ("", "(单位:元)\n", ""),
        ("", "", "(元)"),
    ],
)
def test_the_unit_of_an_amount_may_be_named_far_from_it(heading: str, above: str, row: str) -> None:
    report = parse(
        f"二、主动公开政府信息情况{heading}\n{above}第二十条第(五)项\n信息内容|本年处理决定数量\n"
        f"行政许可|5\n第二十条第(八)项\n信息内容|本年收费金额\n行政事业性收费{row}|280000"
    )
    assert report.cell("proactive", "fees", "amount").value == 28


def test_the_last_line_of_a_header_may_be_a_heading_elsewhere() -> None:
    header = "二、主动公开政府信息情况\n| 信息内容 | 本年处 |\n|  | 理决定 |\n|  | 数量 |\n"
    report = parse(header + "| 行政处罚 | 40 |\n| 行政强制 | 3 |")
    assert report.cell("proactive", "penalties", "decisions").value == 40


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("本年度处理决定数量", 40),
        ("本年处理数量", 40),
        ("处理数量", None),
        ("本年受理数量", None),
        ("本年撤销决定数量", None),
        ("本年复议决定数量", None),
        ("上年处理决定数量", None),
        ("2021年处理决定数量", None),
        ("本年项目数量", None),
    ],
)
def test_the_only_column_may_be_named_in_fewer_words(words: str, value: int | None) -> None:
    report = parse(f"二、主动公开政府信息情况\n信息内容|{words}\n行政处罚|40\n行政强制|3")
    found = report.proactive.penalties.decisions if report.proactive else None
    assert found == value


@pytest.mark.parametrize("unit", ["元", "万元"])
def test_a_column_of_amounts_is_not_named_in_other_words(unit: str) -> None:
    report = parse(f"二、主动公开政府信息情况\n信息内容|收费总额({unit})\n行政事业性收费|40")
    assert not numbers(report)


@pytest.mark.parametrize("said", ["未增未减", "与上年持平", "不变", "无变化", "未增减", "不涉及"])
@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_words_in_the_place_of_a_figure_are_no_label(said: str, delimiter: str) -> None:
    lines = (
        ("第二十条第(五)项",),
        ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量"),
        ("行政许可", "7", said, "9"),
        ("第二十条第(六)项",),
        ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量"),
        ("行政处罚", "4", "1", "5"),
    )
    report = parse("二、主动公开政府信息情况\n" + "\n".join(map(delimiter.join, lines)))
    row = [report.cell("proactive", "licensing", key) for key in ("items_last_year", "decisions")]
    change = report.cell("proactive", "licensing", "change")
    assert [cell.value for cell in row] == [7, 9]
    assert (change.kind, change.raw) == (Kind.TEXT, said)
    assert report.proactive is not None
    assert report.proactive.penalties.change == 1


OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
CASES = ("行政复议", "未经复议直接起诉", "复议后起诉")


@pytest.mark.parametrize("delimiter", DELIMITERS[:2])
@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 0, 1, 2, 3), (4, 3, 2, 1, 0)])
def test_proceedings_may_have_a_row_each(order: tuple[int, ...], delimiter: str) -> None:
    figures = (1, 2, 0, 3, 6)
    columns, row = ([said[at] for at in order] for said in (OUTCOMES, [*map(str, figures)]))
    lines = [["类别", *columns], *([case, *row] for case in CASES)]
    report = parse("\n".join([PROCEEDINGS, *map(delimiter.join, lines)]))
    told = [cell.value for cell in report.cells if cell.table == "proceedings"]
    assert told == [*figures] * 3


def line_of_cases(first: int, *before: str) -> str:
    figures = [0, 0, first, 0, first] * 3
    return "|".join((*before, *map(str, figures)))


HEADER_OF_CASES = "\n".join(("|".join(("", *CASES)), "|".join(("单位", *OUTCOMES * 3))))


@pytest.mark.parametrize(
    "lines",
    [
        (line_of_cases(1, "县本级"), line_of_cases(2, "乡镇")),
        (line_of_cases(2, "2021年"), line_of_cases(3, "2022年")),
        (line_of_cases(1, "县本级"), line_of_cases(3, "合计")),
    ],
)
def test_lines_for_several_bodies_or_years_are_left_open(lines: tuple[str, ...]) -> None:
    report = parse("\n".join((PROCEEDINGS, HEADER_OF_CASES, *lines)))
    assert numbers(report) == []
    assert "rival-lines" in {problem.code for problem in report.problems}


@pytest.mark.parametrize("first", [("本机关", "1", "1"), ("7",)], ids=["figures", "a page number"])
def test_a_line_with_lost_cells_is_a_rival_of_a_full_one(first: tuple[str, ...]) -> None:
    """A single figure above may be the number of a page."""
    lines = (*CASES, *OUTCOMES * 3, *first, "下属单位", *line_of_cases(2).split("|"))
    report = parse("\n".join((PROCEEDINGS, *lines)))
    assert bool(numbers(report)) == (len(first) == 1)


def test_a_line_that_stands_twice_is_read() -> None:
    report = parse("\n".join((PROCEEDINGS, HEADER_OF_CASES, *[line_of_cases(1, "本年")] * 2)))
    assert len(numbers(report)) == len(OUTCOMES) * len(CASES)


@pytest.mark.parametrize("delimiter", [" | ", "\t", "\n"], ids=["pipes", "tabs", "stacked"])
@pytest.mark.parametrize(
    "numbers_of_columns",
    [
        "（1） （2） （3） （4）",
        "甲 1 2 3",
        "甲 （1） （2） （3）",
        "A B C D",
        "① ② ③ ④",
        "栏次 1 2 3",
    ],
)
def test_numbers_of_columns_are_neither_columns_nor_figures(
    numbers_of_columns: str, delimiter: str
) -> None:
    rows = (
        ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
        numbers_of_columns.split(),
        ("规章", "0", "4", "0"),
        ("行政规范性文件", "3", "1", "12"),
    )
    report = parse("\n".join(("二、主动公开政府信息情况", *map(delimiter.join, rows))))
    assert [cell.value for cell in numbers(report)] == [0, 4, 0, 3, 1, 12]
    assert not report.problems
    assert not report.extra_rows


@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_a_line_of_figures_among_other_names_is_not_that_of_the_proceedings(
    delimiter: str,
) -> None:
    towns = [f"{name}镇" for name in "甲乙丙丁戊己庚辛壬癸子丑寅卯"]
    figures = ["1", "2", "0", "0", "3", *["0"] * 10]
    names, line = delimiter.join([*towns, "总计"]), delimiter.join(figures)
    for lines in ([names, line], [line, names]):
        assert not numbers(parse("\n".join([PROCEEDINGS, *lines])))


SWAPPED = (LABELS[2], LABELS[1], *LABELS[3:6])
"""The organizations, two of them in another order."""

GROUPED = {
    "pipes": f"项目|自然人|法人或其他组织|||||总计\n||{'|'.join(SWAPPED)}|",
    "tabs": "项目\t自然人\t法人或其他组织\t\t\t\t\t总计\n\t\t" + "\t".join(SWAPPED) + "\t",
    "repeated": f"项目|自然人{'|法人或其他组织' * 5}|总计\n项目|自然人|{'|'.join(SWAPPED)}|总计",
    "uncovered": "项目\t申请人情况\n自然人\t法人或其他组织\t总计\n" + "\t".join(SWAPPED),
}


@pytest.mark.parametrize("header", GROUPED.values(), ids=GROUPED)
def test_columns_of_a_group_in_another_order_are_read_so(header: str) -> None:
    delimiter = "\t" if "\t" in header else "|"
    figures = [str(FIGURES[label]) for label in (LABELS[0], *SWAPPED, LABELS[-1])]
    rows = (delimiter.join((row, *figures)) for row in ROWS)
    assert told(parse("\n".join((APPLICATIONS, header, *rows)))) == list(FIGURES.values())


def test_only_the_labels_of_a_group_are_those_that_stand_in_another_order() -> None:
    """The columns around them stand before and behind them in the form, not among them."""
    group = (LABELS[3], *LABELS[1:3], *LABELS[4:6])
    header = f"申请人情况\n法人或其他组织\t{LABELS[0]}\t{LABELS[-1]}\n" + "\t".join(group)
    figures = [str(FIGURES[label]) for label in (LABELS[0], *group, LABELS[-1])]
    rows = ("\t".join((row, *figures)) for row in ROWS)
    assert told(parse("\n".join((APPLICATIONS, header, *rows)))) == list(FIGURES.values())


def test_columns_of_a_group_that_a_tool_may_have_sorted_are_left_open() -> None:
    header = ("项目", LABELS[0], "法人或其他组织", LABELS[-1], *SWAPPED)
    rows = (cell for row in ROWS for cell in (row, *map(str, FIGURES.values())))
    report = parse("\n".join((APPLICATIONS, *header, *rows)))
    assert not numbers(report)
    assert "columns-unclear" in {problem.code for problem in report.problems}


LAST_COLUMNS = ("上年数", "上年处理决定数量", "累计")


@pytest.mark.parametrize("delimiter", DELIMITERS)
@pytest.mark.parametrize("last", LAST_COLUMNS)
def test_a_short_row_may_lack_either_column(last: str, delimiter: str) -> None:
    rows = (("信息内容", "本年处理决定数量", last), ("行政处罚", "3", "4"), ("行政强制", "6"))
    report = parse("\n".join(("二、主动公开政府信息情况", *map(delimiter.join, rows))))
    assert [cell.value for cell in numbers(report)] == [3]


@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_an_empty_column_for_words_is_no_column(delimiter: str) -> None:
    rows = (("信息内容", "本年处理决定数量", "备注"), ("行政处罚", "3"), ("行政强制", "6"))
    report = parse("\n".join(("二、主动公开政府信息情况", *map(delimiter.join, rows))))
    assert [cell.value for cell in numbers(report)] == [3, 6]


@pytest.mark.parametrize("delimiter", [" | ", "\t"])
def test_a_column_for_words_may_be_empty_in_some_rows(delimiter: str) -> None:
    rows = (
        *(("统计指标", "单位", "统计数", "备注"), ("一、主动公开情况", "——", "", "")),
        *(("(一)主动公开政府信息数", "条", "7", ""), ("制发规范性文件总数", "件", "2", "见附件")),
        ("1.政府公报公开政府信息数", "条", "", ""),
    )
    report = parse("\n".join(map(delimiter.join, rows)))
    assert [cell.value for cell in numbers(report)] == [7, 2]


@pytest.mark.parametrize("delimiter", [" | ", "\t"])
@pytest.mark.parametrize("other", [("", ""), ("9", "9")])
def test_a_figure_beyond_the_header_is_not_that_of_its_last_column(
    other: tuple[str, str], delimiter: str
) -> None:
    rows = (
        ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数", ""),
        ("规章", "", "9", "16", "25"),
        ("行政规范性文件", "7", "2", "3", other[0]),
    )
    report = parse("\n".join(("二、主动公开政府信息情况", *map(delimiter.join, rows))))
    places = {"repealed": 9, "in_force": 16}
    read = {cell.column: cell.value for cell in numbers(report) if cell.row == "rules"}
    assert read.items() <= places.items()


def test_a_unit_in_front_of_the_values_moves_no_column() -> None:
    rows = (
        "第二十条第(六)项\n| 信息内容 | 单位 | 上一年项目数量 | 本年增/减 | 处理决定数量 |",
        "| 行政处罚 | 件 | 3 | 4 | 5 |\n| 行政强制 | 件 |  | 0 | 82 |",
        "第二十条第(八)项\n| 信息内容 | 单位 | 上一年项目数量 | 本年增/减 |  |",
        "| 行政事业性收费 | 项 |  | -25 |  |",
    )
    report = parse("\n".join(("二、主动公开政府信息情况", *rows)))
    assert report.proactive is not None
    assert report.proactive.fees.items_last_year is None
    assert report.proactive.fees.change == -25
    assert report.proactive.coercive_measures.change == 0


@pytest.mark.parametrize("delimiter", ["|", "\t", "      "])
def test_a_sum_that_is_printed_before_others_on_one_line_is_the_sum(delimiter: str) -> None:
    """Though a nested header has it there, too, above the labels of a group on the next line."""
    lines = (
        "申请人情况|自然人|总计|商业企业|科研机构|社会公益组织|法律服务机构|其他",
        "一、本年新收政府信息公开申请数量|0|3|0|0|0|0|3",
    )
    text = "\n".join(("三、收到和处理政府信息公开申请情况", *lines)).replace("|", delimiter)
    assert [cell.value for cell in parse(text).cells if cell.row == "new"] == [0, 0, 0, 0, 0, 3, 3]


def test_what_fills_a_line_up_between_a_header_and_its_row_is_no_column() -> None:
    report = parse(
        "第二十条第(六)项 | ||||\n"
        "信息内容 | 处理决定数量 | |||行政处罚 | 176件 | |||\n"
        "行政强制 | 9项 | |||\n"
    )
    assert report.proactive is not None
    assert report.proactive.penalties == Decisions(decisions=176)
    assert report.proactive.coercive_measures == Decisions(decisions=9)


class TestAHeaderOfWhichEveryMergedCellIsFilled:
    """Its lines begin with the same corner; a cell that goes on says what stands before it."""

    CORNER = "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)"
    ABOVE = ("自然人", *["法人或其他组织"] * 5, "总计")
    BELOW = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
    ROW = ("一、本年新收政府信息公开申请数量", "5", "", "1", "0", "0", "2", "8")

    def read(self, *lines: Sequence[str]) -> list[int | None]:
        rows = (*((self.CORNER, *line) for line in lines), self.ROW)
        report = parse("\n".join(("三、收到和处理政府信息公开申请情况", *map("|".join, rows))))
        return [cell.value for cell in report.cells if cell.row == "new"]

    @pytest.mark.parametrize("last", ["其他", "总计"])
    def test_names_the_columns_of_its_lowest_line_or_those_above(self, last: str) -> None:
        assert self.read(self.ABOVE, (*self.BELOW, last)) == [5, None, 1, 0, 0, 2, 8]

    @pytest.mark.parametrize(
        "above",
        [
            ("自然人", *["法人或其他组织"] * 5, "上年数"),
            ("总计", *["法人或其他组织"] * 5, "自然人"),
        ],
    )
    def test_is_refused_where_it_names_others_or_in_another_order(
        self, above: Sequence[str]
    ) -> None:
        assert set(self.read(above, (above[0], *self.BELOW[1:], "其他"))) <= {None}


def test_a_row_that_two_forms_print_as_wide_is_of_none_without_a_header() -> None:
    report = parse("第二十条第(一)项\n规章 | 0 | 0 | 3\n")
    assert report.form is None
    assert not numbers(report)
    assert "columns-unclear" in {problem.code for problem in report.problems}


def test_the_rest_of_a_line_is_in_the_column_where_its_label_begins() -> None:
    lines = (
        "第二十条第(九)项",
        "信息内容    采购项目数量    采购总",
        "金额（单位：万元，保留4位小数）",
        "政府集中采购    87    301",
    )
    assert [cell.value for cell in numbers(parse("\n".join(lines)))] == [87, 301]


def test_a_column_in_which_nothing_stands_is_none() -> None:
    """Pages have such where the cells of some rows are divided more finely than those of others."""
    rows = (
        ("信息内容", "本年制发件数", "", "本年废止件数", "现行有效件数"),
        ("规章", "0", "", "", "5"),
        ("行政规范性文件", "2", "", "1", "14"),
    )
    report = parse("\n".join(("第二十条第(一)项", *map(" | ".join, rows))))
    read = [(cell.row, cell.column, cell.value) for cell in numbers(report)]
    assert read == [
        *(("rules", "issued", 0), ("rules", "in_force", 5)),
        *(("normative_documents", "issued", 2), ("normative_documents", "repealed", 1)),
        ("normative_documents", "in_force", 14),
    ]
    assert report.cell("proactive", "rules", "repealed").kind is Kind.BLANK


Rows = Sequence[Sequence[str]]

CORNER = "(本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和)"
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
OTHERWISE = (OUTCOMES[1], OUTCOMES[0], *OUTCOMES[2:])


def between_pipes(rows: Rows) -> str:
    return "\n".join(" | ".join(row) for row in rows)


def in_markdown(rows: Rows) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def between_tabs(rows: Rows) -> str:
    return "\n".join("\t".join(row) for row in rows)


def in_html(rows: Rows) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def on_lines(rows: Rows) -> str:
    return "\n".join(cell for row in rows for cell in row if cell)


def between_blanks(rows: Rows) -> str:
    return "\n".join(" ".join(filter(None, row)) for row in rows)


PLACED = (between_pipes, in_markdown, between_tabs, in_html)
"""The layouts that print empty cells."""

every_layout_with_places = pytest.mark.parametrize("layout", PLACED)
every_layout = pytest.mark.parametrize("layout", [*PLACED, on_lines, between_blanks])


def row_of(report: AnnualReport, row: str) -> list[object]:
    """What stands in a row: the value, and the kind of what is none."""
    cells = [cell for cell in report.cells if cell.row == row]
    return [cell.kind if cell.value is None else int(cell.value) for cell in cells]


@every_layout_with_places
@pytest.mark.parametrize(
    "order", [(0, 2, 1, 3, 4, 5, 6), (0, 1, 3, 2, 4, 5, 6), (0, 5, 1, 2, 3, 4, 6), range(7)]
)
def test_columns_in_another_order_are_read_so_behind_a_corner_of_three_columns(
    order: Sequence[int], layout: Callable[[Rows], str]
) -> None:
    """The corner leaves two empty cells before the labels of the columns."""
    figures = [["6", "-", "1", "13", "12", "6", "38"], ["4", "-", "0", "0", "1", "0", "5"]]
    rows = [
        [CORNER, "", "", "申请人情况", *[""] * 6],
        ["", "", "", *(LABELS[at] for at in order)],
        *(
            [label, "", "", *(one[at] for at in order)]
            for label, one in zip(ROWS, figures, strict=False)
        ),
    ]
    report = parse("\n".join((APPLICATIONS, layout(rows))))
    assert row_of(report, "new") == [6, Kind.DASH, 1, 13, 12, 6, 38]
    assert row_of(report, "carried_over") == [4, Kind.DASH, 0, 0, 1, 0, 5]


ONE_LOST = [
    left
    for order in ((0, 2, 1, 3, 4, 5, 6), (3, 4, 1, 2, 0, 5, 6), (3, 1, 2, 0, 4, 5, 6))
    for left in (order[:at] + order[at + 1 :] for at in range(7))
    if list(left) != sorted(left)
]
"""Orders of columns, one of them without its label, that are not the form's."""


@every_layout_with_places
@pytest.mark.parametrize("left", ONE_LOST)
def test_columns_out_of_order_are_not_the_form_s_where_one_has_no_label(
    left: Sequence[int], layout: Callable[[Rows], str]
) -> None:
    (lost,) = {*range(7)}.difference(left)
    columns = [LABELS[at] for at in left]
    rows = [["", *columns[:lost], "", *columns[lost:]], [ROWS[0], *"6", *"1222", "6", "19"]]
    report = parse("\n".join((APPLICATIONS, layout(rows))))
    assert not numbers(report)


@every_layout
@pytest.mark.parametrize("order", ["review", "litigation", "none"])
def test_outcomes_that_one_group_alone_has_in_another_order_are_left_open(
    order: str, layout: Callable[[Rows], str]
) -> None:
    """No sum tells which of two outcomes is meant, if their labels have changed places."""
    above = OTHERWISE if order == "review" else OUTCOMES
    below = OTHERWISE if order == "litigation" else OUTCOMES
    rows = [
        ["行政复议", *[""] * 4, "行政诉讼", *[""] * 9],
        [*above, "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4],
        [*[""] * 5, *below, *below],
        [*"124182302750319"],
    ]
    report = parse("\n".join((PROCEEDINGS, layout(rows))))
    read = [int(cell.value) for cell in report.cells if cell.value is not None]
    assert read == ([int(cell) for cell in rows[-1]] if order == "none" else [])


@pytest.mark.parametrize("layout", [on_lines, between_blanks])
@pytest.mark.parametrize("last", ["合计", ""])
def test_where_a_column_is_named_twice_no_row_of_the_others_is_whole(
    last: str, layout: Callable[[Rows], str]
) -> None:
    """With the eighth cell lost, seven figures need not be those of the form's seven columns."""
    rows = [
        ["自然人", "法人或其他组织", "总计", last],
        [*LABELS[1:6]],
        [ROWS[0], *"---3330"],
        ["2.重复申请", *"-0-0---"],
        ["3.要求提供公开出版物", *"--00"],
    ]
    report = parse("\n".join((APPLICATIONS, layout(rows))))
    told = row_of(report, "not_processed.repeated")
    assert told == ([] if last else [Kind.DASH, 0, Kind.DASH, 0, *[Kind.DASH] * 3])


@pytest.mark.parametrize("layout", [on_lines, between_blanks])
def test_a_column_that_the_header_leaves_out_is_not_empty(layout: Callable[[Rows], str]) -> None:
    rows = [[LABELS[0], *LABELS[2:]], *([row] for row in ROWS), [PROCEEDINGS]]
    report = parse("\n".join((APPLICATIONS, layout(rows))))
    assert row_of(report, "granted") == [Kind.BLANK, Kind.MISSING, *[Kind.BLANK] * 5]


def with_a_column_more(
    label: str, values: Mapping[int, str], *, nested: bool, empty: str
) -> Sequence[Sequence[str]]:
    """A table with a column behind those of the form, and what some of its rows say in it."""
    above: Rows = [[CORNER, "", "", *LABELS, label]]
    if nested:
        above = [
            [CORNER, "", "", "申请人情况", *[""] * 6, label],
            ["", "", "", "自然人", "法人或其他组织", *[""] * 4, "总计", ""],
            ["", "", "", "", *LABELS[1:6], "", ""],
        ]
    figures = [[*"3000003"], [*"0000000"], [*"2000002"]]
    return [
        *above,
        *(
            [row, "", "", *(cell if cell != "0" else empty for cell in one), values.get(at, "")]
            for at, (row, one) in enumerate(zip(ROWS, figures, strict=True))
        ),
    ]


@every_layout_with_places
@pytest.mark.parametrize("nested", [True, False], ids=["nested", "flat"])
@pytest.mark.parametrize("empty", ["", "0", "—"], ids=["blanks", "zeros", "dashes"])
@pytest.mark.parametrize(
    ("label", "values"),
    [
        ("备注", {}),
        ("备注", {1: "含上年结转3件"}),
        ("备注", {0: "含上年结转3件", 2: "见附件"}),
        ("占比", {0: "12%", 1: "0%", 2: "8.5%"}),
        ("占比", {0: "100%"}),
        ("责任单位", {0: "县教育局", 1: "县教育局", 2: "县教育局"}),
    ],
)
def test_a_column_for_words_behind_the_form_s_moves_no_cell(
    label: str,
    values: Mapping[int, str],
    empty: str,
    *,
    nested: bool,
    layout: Callable[[Rows], str],
) -> None:
    """Every cell has its place between delimiters, so that empty ones are surely empty."""
    rows = with_a_column_more(label, values, nested=nested, empty=empty)
    report = parse("\n".join((APPLICATIONS, layout(rows))))
    none: object = {"": Kind.BLANK, "0": 0, "—": Kind.DASH}[empty]
    assert row_of(report, "new") == [3, *[none] * 5, 3]
    assert row_of(report, "carried_over") == [none] * 7
    assert row_of(report, "granted") == [2, *[none] * 5, 2]


@pytest.mark.parametrize("layout", [on_lines, between_blanks])
def test_shares_behind_all_rows_are_none_of_their_figures(layout: Callable[[Rows], str]) -> None:
    rows = [
        ["申请人情况"],
        ["自然人", "法人或其他组织", "总计", "占比"],
        [*LABELS[1:6]],
        [ROWS[0], *"3000003", "100%"],
        [ROWS[1], *"0000000", "0%"],
    ]
    report = parse("\n".join((APPLICATIONS, layout(rows))))
    assert row_of(report, "new") == [3, 0, 0, 0, 0, 0, 3]
    assert row_of(report, "carried_over") == [0] * 7


@pytest.mark.parametrize("layout", [on_lines, between_blanks])
def test_a_share_among_the_figures_of_a_row_leaves_it_open(layout: Callable[[Rows], str]) -> None:
    rows = [[*LABELS[:6], "占比", LABELS[6]], [ROWS[0], *"300000", "12%", "3"]]
    report = parse("\n".join((APPLICATIONS, layout(rows))))
    assert {cell.value for cell in report.cells if cell.column == "other"} <= {0, None}
    assert "12%" not in {cell.raw for cell in report.cells if cell.kind is Kind.NUMBER}


DECISIONS = [("行政处罚", "5"), ("行政强制", "6")]


@pytest.mark.parametrize("delimiter", [" | ", "\t", "\n"])
@pytest.mark.parametrize("name", ["项目数量", "人次", "上年数", "信息条数"])
def test_the_only_column_may_be_one_of_others(name: str, delimiter: str) -> None:
    lines = map(delimiter.join, [("信息内容", name), *DECISIONS])
    report = parse("\n".join(("二、主动公开政府信息情况", "第二十条第(六)项", *lines)))
    assert not numbers(report)
    assert report.problems


@pytest.mark.parametrize("delimiter", [" | ", "\t", "\n"])
def test_its_unit_may_stand_for_the_name_of_the_only_column(delimiter: str) -> None:
    lines = map(delimiter.join, [("信息内容", "件"), *DECISIONS])
    report = parse("\n".join(("二、主动公开政府信息情况", "第二十条第(六)项", *lines)))
    assert [cell.value for cell in numbers(report)] == [5, 6]


@pytest.mark.parametrize("delimiter", [" | ", "\t"])
def test_the_unit_of_others_concerns_only_the_rows_beneath_it(delimiter: str) -> None:
    own = (
        "第二十条第(五)项",
        delimiter.join(("信息内容", "件")),
        delimiter.join(("行政许可", "29")),
    )
    lines = map(delimiter.join, [("信息内容", "人次"), *DECISIONS])
    report = parse("\n".join(("二、主动公开政府信息情况", *own, "第二十条第(六)项", *lines)))
    assert [cell.value for cell in numbers(report)] == [29]


@pytest.mark.parametrize("delimiter", [" | ", "\n"])
def test_a_unit_of_money_beside_the_corner_is_no_column(delimiter: str) -> None:
    lines = map(delimiter.join, [("信息内容", "本年收费金额 元"), ("行政事业性收费", "23600")])
    (fees,) = numbers(parse("\n".join(("第二十条第(八)项", *lines))))
    assert str(fees.value) == "2.36"


OTHER_NAMES = {"business": "法人", "research": "上年", "change": "本年增/减比例(%)"}


@pytest.mark.parametrize("key", ["business", "research"])
def test_words_in_the_place_of_a_column_are_another_column(key: str) -> None:
    """Each label has a line of its own, and figures are as many as the form's columns."""
    labels = list(APPLICANTS)
    labels[KEYS.index(key)] = OTHER_NAMES[key]
    rows = ["(一)予以公开", *"3100206"]
    report = parse("\n".join([APPLICATIONS, "项目", *labels, *rows]))
    assert key not in {cell.column for cell in numbers(report)}
    assert report.problems


@pytest.mark.parametrize("broken", [("商业", "企业"), ("商业企", "业")])
def test_pieces_of_its_label_are_no_other_column(broken: tuple[str, str]) -> None:
    labels = [APPLICANTS[0], *broken, *APPLICANTS[2:]]
    report = parse("\n".join([APPLICATIONS, "项目", *labels, "(一)予以公开", *"3100206"]))
    assert told(report) == [3, 1, 0, 0, 2, 0, 6]


def test_what_goes_on_from_the_label_of_a_column_is_another() -> None:
    head = ("信息内容", "上一年项目数量", OTHER_NAMES["change"], "处理决定数量")
    lines = ("第二十条第(六)项", *head, "行政处罚", "5", "3", "51", "行政强制", "1", "0", "2")
    report = parse("\n".join(lines))
    assert all(cell.value is None for cell in report.cells if cell.column == "change")


@pytest.mark.parametrize("delimiter", [" | ", "\t"])
def test_all_others_are_read_beside_a_name_of_its_own_on_their_line(delimiter: str) -> None:
    labels = (APPLICANTS[0], "法人", *APPLICANTS[2:])
    lines = [("项目", *labels), *((row, *"3100206") for row in ROWS)]
    report = parse("\n".join([APPLICATIONS, *map(delimiter.join, lines)]))
    assert told(report) == [3, None, 0, 0, 2, 0, 6]


def test_other_names_on_the_line_of_all_columns_are_others() -> None:
    labels = ("本年", "上年", *APPLICANTS[2:])
    lines = [("项目", *labels), *((row, *"3100206") for row in ROWS)]
    report = parse("\n".join([APPLICATIONS, *map(" | ".join, lines)]))
    for key in KEYS[:2]:
        assert key not in {cell.column for cell in numbers(report)}
    assert report.problems


def test_a_header_of_nothing_but_empty_cells_stays_one() -> None:
    empty = Header(cells=((0, 0, BLANK), (1, 1, BLANK)))
    assert without_margins(empty, "||") is empty


BROKEN_HEADER = """
                                        申请人情况

                                                   法人或其他组织
              项目
                                        自然人                      总计
                                            商业企 科研机 社会公  法律服
                                                             其他
                                            业   构   益组织  务机构
              一、本年新收政府信息公开申请数量          1   2   0   0    4   5   12
              (一)予以公开                              3   0   0   0    7   1   11
"""
"""其他 stands above the rest of the label before it."""


def test_labels_broken_over_lines_do_not_stand_in_their_order() -> None:
    report = parse(APPLICATIONS + BROKEN_HEADER)
    read = {(c.row, c.column): c.value for c in numbers(report)}
    assert (read["new", "legal_service"], read["new", "other"]) == (4, 5)
    assert (read["granted", "legal_service"], read["granted", "other"]) == (7, 1)


def test_a_column_whose_label_stands_apart_may_be_that_of_a_lone_figure() -> None:
    """Tools that read a page column by column print labels far from the others of their header."""
    lines = (
        *(
            "二、主动公开政府信息情况",
            "第二十条第（五）项",
            "信息内容",
            "上一年项目数量",
            "行政许可",
            "7",
        ),
        *("本年增/减", "处理决定数量", "本年增/减", "处理决定数量", "其他对外管理服务事项"),
        *("第二十条第（六）项", "信息内容", "上一年项目数量", "行政处罚", "22", "行政强制", "25"),
    )
    report = parse("\n".join(lines))
    assert not any(cell.value for cell in report.cells)
    assert Code.COLUMNS_UNCLEAR in {problem.code for problem in report.problems}
