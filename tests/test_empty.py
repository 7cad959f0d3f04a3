"""Rows in which nothing is printed: empty only if no figure elsewhere may be their own."""

import pytest

from generate.applications import HEADER, HEADING
from gov_disclosure import Kind, parse

SECTION = "二、主动公开政府信息情况"
ROWS = (("当面申请数", "传真申请数"), ("按时办结数", "延期办结数"))
HEAD = "统计数"


def kinds(text: str, row: str | None = None) -> set[Kind]:
    return {cell.kind for cell in parse(text).cells if row in (None, cell.row)}


def test_are_not_empty_where_the_columns_of_their_table_follow_each_other_in_another_part() -> None:
    rows = [*ROWS[0], "五、存在的主要问题及改进情况", *ROWS[1]]
    labels = ["政府信息公开情况统计表", "统计指标", *rows, HEAD]
    assert Kind.BLANK not in kinds("\n".join([*labels, "3", "5", "0", "8"]))
    assert Kind.BLANK in kinds("\n".join([*labels, "无"]))


@pytest.mark.parametrize("below", ["5 2 0 7 1 0 15", "8 / 5 14"])
def test_are_not_empty_with_several_figures_in_one_cell_below_them(below: str) -> None:
    rows = (
        "(一)予以公开 / 1 / 2 / 3 / 4 / 5 / 6 / 21",
        f"6.属于四类过程性信息\n{below}",
        "7.属于行政执法案卷 / 3 / 1 / 2 / 6",
    )
    text = "\n".join((HEADING, " / ".join(HEADER), *rows))
    assert Kind.BLANK not in kinds(text, "refused.deliberative_process")


def test_are_not_empty_as_lists_of_one_cell_with_their_figures_below_them() -> None:
    lines = [f'["{label}"]\n"{HEAD}" = "{n}"' for n, label in enumerate((*ROWS[0], *ROWS[1]), 3)]
    assert Kind.BLANK not in kinds("\n".join(("政府信息公开情况统计表", *lines)))


@pytest.mark.parametrize("mark", ["— —", "--  --", "/ /"])
def test_a_mark_with_a_gap_in_it_is_a_dash(mark: str) -> None:
    report = parse(f"信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n规章 | {mark} | 0 | 5")
    read = [(cell.kind, cell.value) for cell in report.cells if cell.row == "rules"]
    assert read == [(Kind.DASH, None), (Kind.NUMBER, 0), (Kind.NUMBER, 5)]


@pytest.mark.parametrize("mark", ["— —", "--  --"])
def test_such_marks_beside_headings_are_no_figures_outside_of_rows(mark: str) -> None:
    rows = (
        f"|六、其他情况|{mark}||",
        f"|九、政府信息公开会议和培训情况|{mark}||",
        "|(二)举办各类培训班数|次|4|",
    )
    report = parse("\n".join(("政府信息公开情况统计表", f"|统计指标|单位|{HEAD}|", *rows)))
    assert report.cell("statistics", "meetings.training_sessions", "value").value == 4
    assert report.problems == ()


class TestATableOfWhichARowHasSeveralFiguresTooMany:
    """A tool that reads by columns left them behind its label; others lack theirs."""

    LINES = ("统计指标", "单位", HEAD, "涉及商业秘密", "件", "8", "涉及个人隐私", "件", "1")

    def read(self, *lines: str) -> dict[str, Kind]:
        report = parse("\n".join(("政府信息公开情况统计表", *lines)))
        shown = (cell for cell in report.cells if cell.kind is not Kind.MISSING)
        return {cell.row.rpartition(".")[2]: cell.kind for cell in shown}

    def test_gives_no_figures_where_each_cell_is_a_line(self) -> None:
        crowded = ("不是《条例》所指政府信息", "件", "法律法规规定的其他情形", "件", "9", "7", "4")
        assert self.read(*self.LINES, *crowded) == {}

    def test_is_read_where_none_lacks_a_figure(self) -> None:
        rest = ("法律法规规定的其他情形", "件", "9", "7", "4", "六、举报投诉数量", "件", "3")
        read = self.read(*self.LINES, *rest)
        assert read == dict.fromkeys(
            ("trade_secret", "personal_privacy", "complaints"), Kind.NUMBER
        )


FILLED = (
    "第二十条第(一)项 | |||",
    "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |",
    "规章 | 12 | 4 | |",
)
STACKED = tuple(line.replace(" | |", " |\n|").replace(" | ", " |\n") for line in FILLED)


@pytest.mark.parametrize("lines", [FILLED, STACKED], ids=["in rows", "stacked"])
class TestRowsThatAToolFilledUpWithPipes:
    """Those that touch each other are no cells; a single one looks like an empty cell."""

    def test_may_have_lost_a_cell(self, lines: tuple[str, ...]) -> None:
        report = parse("\n".join((*lines, "行政规范性文件 | 5 | 2 | 8 |")))
        assert not [cell for cell in report.cells if cell.row == "rules" and cell.raw]
        assert "unplaced-value" in {problem.code for problem in report.problems}

    def test_keep_empty_cells_where_one_stands_before_a_figure(
        self, lines: tuple[str, ...]
    ) -> None:
        last = "行政规范性文件 |\n|\n2 |\n8 |" if lines is STACKED else "行政规范性文件 | | 2 | 8 |"
        report = parse("\n".join((*lines, last)))
        told = [cell.value for cell in report.cells if cell.row == "rules"]
        assert told == [12, 4, None]
        assert report.cell("proactive", "rules", "in_force").kind is Kind.BLANK


def test_a_row_that_a_tool_filled_up_is_empty_beside_one_that_lost_a_cell() -> None:
    """Its border stands behind its label, as those of other rows do."""
    header = "信息内容 | 本年处理决定数量 | ||"
    lines = (
        header,
        "行政许可 | 3 | ||",
        "行政给付 | 0 | |",
        header,
        "行政处罚 | |||",
        "行政强制 | 4 | ||",
    )
    report = parse("\n".join(lines) + "\n")
    assert report.cell("proactive", "penalties", "decisions").kind is Kind.BLANK


def test_a_pipe_that_opens_each_row_of_a_stack_is_no_cell() -> None:
    rows = ("第二十条第(一)项", "信息内容 |\n本年制发件数 |\n本年废止件数 |\n现行有效件数")
    figures = ("规章 |\n12 |\n|\n", "行政规范性文件 |\n|\n2 |\n8")
    report = parse("".join(f"|\n{row} |\n" for row in (*rows, *figures)))
    read = [
        [c.value for c in report.cells if c.row == row] for row in ("rules", "normative_documents")
    ]
    assert read == [[12, None, None], [None, 2, 8]]


def test_are_not_empty_with_a_figure_in_brackets_behind_their_label() -> None:
    header = "信息内容 本年处理决定数量"
    text = "\n".join((SECTION, header, "行政许可(5)", "行政处罚（2件）", "行政强制 3"))
    report = parse(text)
    assert [cell.value for cell in report.cells if cell.value is not None] == [3]
    assert Kind.BLANK not in kinds(text, "licensing") | kinds(text, "penalties")
    assert {"loose-figures"} <= {problem.code for problem in report.problems}


def test_are_not_empty_with_a_figure_on_the_next_line_before_another_label() -> None:
    lines = ("统计指标 单位 统计数 1.政府公报公开政府信息数 条", "65 2.政府网站公开政府信息数 条 0")
    assert Kind.BLANK not in kinds("\n".join(("政府信息公开情况统计表", *lines)))


def test_are_not_empty_with_a_figure_before_the_number_of_the_next_label() -> None:
    lines = ("(一)收到申请数|件|3", "1.当面申请数|件|3 2.传真申请数|件|0", "3.网络申请数|件|0")
    text = "\n".join(("政府信息公开情况统计表", "统计指标|单位|统计数", *lines))
    assert Kind.BLANK not in kinds(text)


@pytest.mark.parametrize("end", ["\n", " "], ids=["lines", "lines joined"])
def test_a_caption_filled_up_with_empty_cells_shows_that_rows_may_be_too(end: str) -> None:
    lines = (
        *("二、主动公开政府信息情况", "第二十条第（五）项 | |||"),
        "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |",
        *("行政许可 | 118 | 12 | |", "其他对外管理服务事项 | 52 | 7 | |"),
        "第二十条第（六）项 | |||",
        "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |",
        *("行政处罚 | 702 | 488 | 341 |", "行政强制 | 5 | ||"),
    )
    read = parse(end.join(lines))
    assert read.proactive is not None
    assert read.proactive.penalties.change == 488
    assert read.proactive.licensing.change is None
    assert read.proactive.coercive_measures.items_last_year is None
