"""What tools leave around cells and in their place: no value, and a reason to place none."""

from collections.abc import Mapping, Sequence

import pytest

from generate.width import centred
from gov_disclosure import AnnualReport, Kind, parse

PROCEEDINGS = "四、政府信息公开行政复议、行政诉讼情况\n\n"
PROACTIVE = "二、主动公开政府信息情况\n\n"


RULES_COLUMNS = ("本年新制作数量", "本年新公开数量", "对外公开总数量")


def stack(*cells: str) -> str:
    """Cells with an empty line behind each."""
    return "".join(f"{cell}\n\n" for cell in cells)


def read(report: AnnualReport) -> Mapping[str, str]:
    """What is read in each cell, by row and column: the number, else the kind."""
    return {
        f"{cell.row}.{cell.column}": (
            str(cell.value) if cell.kind is Kind.NUMBER else cell.kind.value
        )
        for cell in report.cells
        if cell.kind is not Kind.MISSING
    }


def codes(report: AnnualReport) -> list[str]:
    """The codes of the problems."""
    return [problem.code for problem in report.problems]


COLUMNS = "结果\n维持 |结果\n纠正 |其他\n结果 |尚未\n审结 |总计 |"


def test_an_empty_cell_behind_the_header_is_no_value_where_the_row_goes_on_below() -> None:
    """Which of both is one too many, the sums tell."""
    behind = "|4 |0 |1 |2 |7 |30 |11 |5 |8 |54 |0 |0 |2 |1\n|3 | |五、存在的主要问题及改进情况\n"
    header = f"{COLUMNS}未经复议直接起诉 |复议后起诉 | | | | | | |{COLUMNS}{COLUMNS} "
    report = parse(PROCEEDINGS + header + behind)
    assert not read(report)
    assert {"loose-figures", "unplaced-value"} <= {*codes(report)}


def test_a_blank_line_below_a_stack_that_loses_its_empty_cells_is_none_of_them() -> None:
    """What stands between two rows is one."""
    rules = stack("第二十条第(一)项", "信息内容", *RULES_COLUMNS, "规章", "4")
    procurement = stack(
        "第二十条第(九)项", "信息内容", "采购项目数量", "采购总金额", "政府集中采购", "320", "\xa0"
    )
    report = parse(PROACTIVE + rules + procurement + "三、收到和处理政府信息公开申请情况\n")
    assert not read(report)
    whole = parse(PROACTIVE + procurement + "三、收到和处理政府信息公开申请情况\n")
    assert read(whole) == {"procurement.items": "320", "procurement.amount": "blank"}


def test_a_row_is_not_blank_if_figures_stand_before_the_label_of_the_next() -> None:
    """Wherever the tool put them: on lines of their own, each with its delimiters."""
    rows = {"(一)主动公开政府信息数": "31", "制发规范性文件总数": "2"}
    cells = ",统计指标,\n,\n,单位,\n,\n,统计数,\n\n" + "".join(
        f"\n,{label},\n,\n,条,\n,\n,{figure},\n\n" for label, figure in rows.items()
    )
    assert "blank" not in read(parse("政府信息公开情况统计表\n\n" + cells)).values()


def test_what_a_page_prints_below_a_table_is_no_value_of_its_last_row() -> None:
    """Nor is the heading of further rows with its dash, though both stand on one line."""
    rows = ("5.其他方式回应事件数", "次", "三、依申请公开情况 ——", "(一)收到申请数", "件", "8")
    last = ("(三)接受培训人员数", "人次", "【字体：大 中 小】 打印本页 关闭窗口")
    report = parse(stack("政府信息公开情况统计表", "统计指标", "单位", "统计数", *rows, *last))
    assert read(report) == {
        "responses.other.value": "blank",
        "requests.received.total.value": "8",
        "meetings.trainees.value": "blank",
    }
    assert not codes(report)


def test_the_buttons_of_a_page_are_no_cell_between_tabs_either() -> None:
    header = "第二十条第(六)项\n信息内容\t本年处理决定数量\n"
    report = parse(f"{PROACTIVE}{header}行政处罚\t6\n行政强制\t\t【字体：\t大\t中\t小】\n")
    assert read(report) == {"penalties.decisions": "6", "coercive_measures.decisions": "blank"}


@pytest.mark.parametrize("gap", [",", "     \xa0     "])
def test_a_piece_of_a_label_is_no_value_that_makes_a_row_full(gap: str) -> None:
    """Where a tool dropped an empty cell, the next label stands in its place."""
    cells = ("规章", "5", "218", "行政规", "范性文件", "2", "第二十条", "第(五)项")
    header = ("第二十条第(一)项", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
    found = read(parse(PROACTIVE + gap.join((*header, *cells)) + "\n"))
    assert not {cell for cell in found if cell.startswith(("rules", "normative"))}


def drawn(rows: Sequence[Sequence[str]], empty: str = "\xa0") -> str:
    """Rows as a browser gives their text, with a paragraph in each cell: tabs between the cells."""
    lines = (
        "\t".join(f"\n\n{cell or empty}\n\n" if cell or empty else "" for cell in row)
        for row in rows
    )
    return "\n".join(lines)


CASES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计") * 3


class TestCellsWithParagraphs:
    @pytest.mark.parametrize("empty", ["\xa0", ""])
    def test_stand_between_the_tabs_of_a_browser(self, empty: str) -> None:
        header = (("第二十条第(一)项",), ("信息内容", *RULES_COLUMNS))
        rows = (("规章", "7", "", "9"), ("规范性文件", "", "", "3"))
        following = (("第二十条第(六)项",), ("信息内容", "本年处理决定数量"), ("行政处罚", "12"))
        found = read(parse(PROACTIVE + drawn([*header, *rows, *following], empty)))
        assert list(found.values()) == ["7", "blank", "9", "blank", "blank", "3", "12"]

    @pytest.mark.parametrize("empty", ["\xa0", ""])
    def test_stand_there_in_a_line_of_all_rows_too(self, empty: str) -> None:
        """An empty first cell of it has no tab before it, as the header ends there."""
        figures = ("", "5", "", "1", "6", "", "", "3", "", "3", "", "2", "", "", "2")
        text = PROCEEDINGS + drawn([("行政复议", "行政诉讼"), CASES, figures], empty)
        found = read(parse(text + "\n\n五、存在的主要问题及改进情况\n\n人手不足。"))
        assert list(found.values()) == [figure or "blank" for figure in figures]

    def test_share_lines_with_cells_without(self) -> None:
        """A tab before each cell, and a line end behind each paragraph."""
        rows = (
            "\t第二十条第(一)项\n\n\t信息内容\t本年新制作数量\n\t本年新公开数量\t对外公开总数量\n\n"
            "\t规章\t7\n\t\n\t9\n\n\t规范性文件\n\t5\n\t1\n\t3\n\n"
            "\t第二十条第(六)项\n\n\t信息内容\n\t本年处理决定数量\n\n\t行政处罚\t12\n\n\t行政强制\n\t4\n\n"
        )
        found = read(parse(PROACTIVE + rows + "三、收到和处理政府信息公开申请情况\n"))
        assert list(found.values()) == ["7", "blank", "9", "5", "1", "3", "12", "4"]


@pytest.mark.parametrize("width", [9, 14])
def test_lines_are_rows_however_wide_they_are_padded(width: int) -> None:
    """No label of theirs is whole on a line, and prose is as long."""
    figures = (2, 0, 1, 3, 6, 31, 12, 4, 9, 56, 0, 1, 0, 2, 3)
    above = ("结果", "结果", "其他", "尚未", "总计") * 3
    below = ("维持", "纠正", "结果", "审结", "") * 3
    rule = "├" + "┼".join(["─" * width] * 15) + "┤"
    lines = ["│" + "│".join(centred(c, width) for c in row) + "│" for row in (above, below)]
    body = "│" + "│".join(centred(str(figure), width) for figure in figures) + "│"
    text = "\n".join((rule, *lines, rule, body, rule))
    found = read(parse(PROCEEDINGS + text + "\n\n五、存在的主要问题及改进情况\n人手不足。"))
    assert list(found.values()) == [str(figure) for figure in figures]


def test_labels_broken_in_two_are_labels_of_a_table_on_one_line_too() -> None:
    cases = "结果 维持 结果 纠正 其他 结果 尚未 审结 总计 "
    figures = ("1", "0", "0", "2", "3", "14", "6", "5", "7", "32", "0", "8", "0", "1", "9")
    header = f"附表 行政复议 行政诉讼 {cases}未经复议直接起诉 复议后起诉 {cases}{cases}"
    found = read(parse(PROCEEDINGS + header + " ".join(figures)))
    assert list(found.values()) == [*figures]
