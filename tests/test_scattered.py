"""Figures that tools pushed together or away from their labels: read where sums prove it."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from generate.applications import HEADER, HEADING
from generate.printed import printed_tables
from gov_disclosure import Form, Kind, parse
from gov_disclosure.tables import heading_of

NEW = "一、本年新收政府信息公开申请数量"
CARRIED_OVER = "二、上年结转政府信息公开申请数量"
GRANTED = "(一)予以公开"
CONFIRM = ("5.要求行政机关确认或重新出具已获取信", "息")

Figures = Mapping[str, Sequence[int]]
Layout = Callable[[Sequence[tuple[str, Sequence[object]]]], str]


def read(text: str) -> dict[str, list[int]]:
    """The numbers that are read, by row."""
    found: dict[str, list[int]] = {}
    for cell in parse(text).cells:
        if cell.kind is Kind.NUMBER:
            found.setdefault(cell.row, []).append(int(cell.value or 0))
    return found


def labels() -> Mapping[str, str]:
    """The labels of the table of applications, by the keys of its rows."""
    (table,) = (t for t in printed_tables(Form.F2021) if t.key == "applications")
    keyed: dict[str, str] = {}
    for row in table.rows():
        figures = [cell.address for cell in row if cell.address]
        if figures:
            keyed[figures[0][1]] = [cell.text for cell in row if not cell.address][-1]
    return keyed


LABELS = labels()
ZEROS = [0] * 7
RESULTS = {"granted": [1100, 15, 0, 2, 0, 3, 1120], "refused.state_secret": [8, 0, 0, 0, 0, 4, 12]}
TABLE: Figures = {
    **dict.fromkeys(LABELS, ZEROS),
    **RESULTS,
    "new": [1108, 20, 0, 2, 0, 7, 1137],
    "total_handled": [1108, 15, 0, 2, 0, 7, 1132],
    "carried_forward": [0, 5, 0, 0, 0, 0, 5],
}
"""A whole table that obeys its form."""


def stack(rows: Sequence[tuple[str, Sequence[object]]]) -> str:
    """A cell on each line."""
    lines = [HEADING, *HEADER]
    for label, figures in rows:
        lines += [label, *map(str, figures)]
    return "\n".join(lines)


def whole_rows() -> list[tuple[str, list[object]]]:
    return [(LABELS[key], list(figures)) for key, figures in TABLE.items()]


class TestFiguresOfSeveralColumnsInOneCell:
    def lines(self, *cells: str) -> str:
        return "\n".join((HEADING, " | ".join(HEADER), " | ".join((GRANTED, *cells))))

    @pytest.mark.parametrize(
        "cells", [("7 1", "4 59", "3 0", "74"), ("7", "1 4 59", "3 0", "74"), ("7 1 4 59 3 0 74",)]
    )
    def test_are_parted_if_they_are_as_many_as_are_due_and_add_up(
        self, cells: Sequence[str]
    ) -> None:
        assert read(self.lines(*cells))["granted"] == [7, 1, 4, 59, 3, 0, 74]

    def test_are_parted_from_dashes_too(self) -> None:
        assert read(self.lines("- 7", "4 -", "- -", "11"))["granted"] == [7, 4, 11]

    @pytest.mark.parametrize("mark", ["— —", "--  --"])
    def test_are_no_dashes_alone_as_these_may_be_one_mark(self, mark: str) -> None:
        """Sums hold however many they are, where empty cells fill what is left of the row."""
        rows = (
            f"||(三)不予公开|1.属于国家秘密| {mark} | {mark} ||9||0|9|",
            f"|||2.其他法律行政法规禁止公开|857| {mark} |6|7| {mark} ||870|",
            f"|||3.危及“三安全一稳定”|204|488|0|7| {mark} |0|699|",
            f"|||4.保护第三方合法权益|1|497|241|55| {mark} |0|794|",
            f"||(四)无法提供|1.本机关不掌握相关政府信息|0||3| {mark} |1|0|4|",
        )
        cells = parse("\n".join(rows)).cells
        read = [(cell.column, cell.value) for cell in cells if cell.row == "refused.state_secret"]
        assert ("legal_service", 9) not in read

    def test_are_no_dashes_where_an_empty_cell_may_be_lost(self) -> None:
        """One of the five cells of a group is a dash, or has nothing in it."""
        labels = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计") * 3
        figures = "-|-|4|-|4|-|-|- -|-|1|-|-|3|4"
        report = parse("\n".join((heading_of("proceedings"), "|".join(labels), figures, "")))
        told = {cell.kind for cell in report.cells if cell.row == "litigation_direct"}
        assert told == {Kind.MISSING}

    @pytest.mark.parametrize(
        "cells", [("7 1", "4 59", "3 0", "75"), ("7 1", "4 59", "3", "74"), ("7 1", "62 4", "74")]
    )
    def test_are_left_open_otherwise(self, cells: Sequence[str]) -> None:
        assert "granted" not in read(self.lines(*cells))


class TestALabelOnLinesAroundItsFigures:
    def test_is_one_between_delimiters(self) -> None:
        lines = (CONFIRM[0], "| | 8 | 0 | 0 | 2 | 0 | 6 | 16 |", CONFIRM[1])
        above = (
            HEADING,
            f"| | {' | '.join(HEADER[1:])} |",
            f"| {NEW} | 8 | 0 | 0 | 2 | 0 | 6 | 16 |",
        )
        assert read("\n".join((*above, *lines)))["not_processed.confirm_or_reissue"] == [
            *(8, 0, 0, 2, 0, 6, 16)
        ]

    def test_is_one_in_a_stack(self) -> None:
        figures = ("8", "0", "0", "2", "0", "6", "16")
        lines = (HEADING, *HEADER, NEW, *figures, CONFIRM[0], figures[0], CONFIRM[1], *figures[1:])
        assert read("\n".join(lines))["not_processed.confirm_or_reissue"] == list(map(int, figures))


class TestRowsBehindOtherLabels:
    def test_are_given_back_where_sums_leave_one_way(self) -> None:
        rows = whole_rows()
        strays = [figure for _, figures in rows[-3:] for figure in figures]
        rows[-3:] = [(rows[-3][0], strays), (rows[-2][0], []), (rows[-1][0], [])]
        assert read(stack(rows)) == TABLE

    @pytest.mark.parametrize("until", range(1, 7))
    def test_are_given_back_where_one_of_them_is_in_two_parts(self, until: int) -> None:
        rows = whole_rows()
        (one, first), (two, second), (three, third) = rows[-3:]
        rows[-3:] = [(one, first + second[:until]), (two, second[until:] + third), (three, [])]
        assert read(stack(rows)) == TABLE

    def test_are_left_open_where_sums_do_not_hold(self) -> None:
        rows = whole_rows()
        strays = [figure for _, figures in rows[-3:] for figure in figures]
        strays[9] = 16
        rows[-3:] = [(rows[-3][0], strays), (rows[-2][0], []), (rows[-1][0], [])]
        found = read(stack(rows))
        assert not found.keys() & {"total_handled", "carried_forward"}

    def test_are_left_open_where_two_rows_may_be_exchanged(self) -> None:
        rows = dict(whole_rows())
        one, other = (LABELS[key] for key in RESULTS)
        below = {LABELS["partially_granted"]: rows[one] + rows[other]}
        moved = {**rows, one: [], other: [], **below}
        moved[LABELS["partially_granted"]] += ZEROS
        assert not read(stack(list(moved.items()))).keys() & RESULTS.keys()


def sideways(rows: Sequence[tuple[str, Sequence[object]]]) -> str:
    """The cells of each row between pipes."""
    lines = [(label, *map(str, figures)) for label, figures in rows]
    return "\n".join([HEADING, *map("|".join, [("", *HEADER[1:]), *lines])])


@pytest.mark.parametrize("between", ["  ", "\t", "|"], ids=["blanks", "tabs", "pipes"])
class TestFiguresBelowTheOthersOfTheirRow:
    """What stands on the next line may be of another row, or of another cell."""

    @pytest.mark.parametrize(
        ("row", "below"),
        [(("395", "51"), ("—",)), (("254",), ("6", "28832"))],
        ids=["a dash", "figures of a row without label"],
    )
    def test_are_none_of_it_if_no_sum_tells(
        self, row: Sequence[str], below: Sequence[str], between: str
    ) -> None:
        header = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
        lines = (header, ("规章", *row), below, ("行政规范性文件", "3", "0", "14"))
        text = "\n".join(map(between.join, lines))
        assert read(text) == {"normative_documents": [3, 0, 14]}
        assert "rules" in {p.row for p in parse(text).problems if p.code == "unplaced-value"}

    @pytest.mark.parametrize(
        ("row", "below", "is_read"),
        [
            ((12, 0, 0, 3), (0, 0, 15), True),
            ((12, 0, 0, 3), (0, 0, 16), False),
            ((0, 0, 0, 0), ("—", "—", "—"), False),
        ],
        ids=["they add up", "they do not", "dashes"],
    )
    def test_are_its_own_if_they_add_up(
        self, row: Sequence[object], below: Sequence[object], between: str, *, is_read: bool
    ) -> None:
        lines = [HEADER, (NEW, *row), below, (GRANTED, 9, 0, 0, 0, 0, 0, 9)]
        found = read("\n".join([HEADING, *(between.join(map(str, line)) for line in lines)]))
        assert found.get("new") == ([*row, *below] if is_read and between != "|" else None)
        assert found["granted"] == [9, 0, 0, 0, 0, 0, 9]


@pytest.mark.parametrize(
    ("outcomes", "is_read"),
    [
        ("4 1 7 0 12 0 32 90 124 246 0 5 0 0 5", True),
        ("4 1 7 0 12 0 32 90 124 245 0 5 0 0 5", True),
        ("4 1 甲 0 12 0 32 90 124 246 0 5 0 0 5", True),
        ("4 1 7 0 12 0 32 90 124 0 5 0 0 5 丨", False),
        ("4 1 7 0 12 0 32 90 124 0 5 0 0 5 .", False),
        ("持 正 果 结 持 正 果 结 持 正 果 结 6 5 11", False),
    ],
    ids=["full", "a sum is wrong", "a word for a figure", "a rule", "a point", "pieces of labels"],
)
def test_a_line_that_is_full_only_with_words_has_to_add_up(outcomes: str, *, is_read: bool) -> None:
    labels = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计") * 3
    text = "\n".join([heading_of("proceedings"), "  ".join(labels), "  ".join(outcomes.split())])
    assert bool(read(text)) is is_read


@pytest.mark.parametrize("layout", [stack, sideways], ids=["one a line", "between pipes"])
class TestFiguresThatAreShuffled:
    """A tool sorted what stands on a page by height, and some rows have their sums elsewhere."""

    rows = (
        (LABELS["new"], [20, 1137, 1108, 0, 7, 2, 0]),
        (LABELS["granted"], [1100, 15, 1120, 0, 2, 3, 0]),
        (LABELS["partially_granted"], [5, 0, 0, 0, 0, 0, 5]),
    )

    def test_are_left_open_with_their_table(self, layout: Layout) -> None:
        text = layout(list(self.rows))
        assert not read(text)
        assert [p.table for p in parse(text).problems if p.code == "table-unclear"] == [
            "applications"
        ]

    @pytest.mark.parametrize("shuffled", [True, False], ids=["shuffled", "in order"])
    def test_leave_other_tables_open_of_which_no_sum_tells(
        self, layout: Layout, *, shuffled: bool
    ) -> None:
        rows = list(self.rows) if shuffled else whole_rows()
        parting = "\n" if layout is stack else "|"
        above = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
        lines = (parting.join(cells) for cells in (above, ["规章", "0", "5", "12"]))
        found = read("\n".join([*lines, layout(rows)]))
        assert found.get("rules") == (None if shuffled else [0, 5, 12])

    @pytest.mark.parametrize(
        "lines",
        [
            ("信息内容 本年制发件数 本年废止件数 现行有效件数", "规章 4 4 4"),
            ("信息内容 本年处理决定数量", "行政许可 5"),
        ],
        ids=["alike", "alone"],
    )
    def test_leave_figures_in_their_place_that_none_can_change_with(
        self, layout: Layout, lines: Sequence[str]
    ) -> None:
        parting = "\n" if layout is stack else "|"
        above = (line.replace(" ", parting) for line in lines)
        found = read("\n".join([*above, layout(list(self.rows))]))
        assert list(found.values()) == [[4, 4, 4] if len(lines[1]) > 6 else [5]]

    def test_are_none_on_one_line_where_most_rows_add_up(self, layout: Layout) -> None:
        rows = {**dict(whole_rows()), **dict(self.rows[:2])}
        found = read(layout(list(rows.items())))
        assert found.get("new") == (None if layout is stack else self.rows[0][1])

    def test_are_none_where_a_sum_is_just_wrong(self, layout: Layout) -> None:
        rows = dict(whole_rows())
        rows[LABELS["new"]] = [1108, 20, 0, 2, 0, 7, 1136]
        rows[LABELS["granted"]] = [1100, 15, 0, 2, 0, 3, 1119]
        rows[LABELS["partially_granted"]] = [5, 0, 0, 0, 0, 5, 0]
        assert read(layout(list(rows.items())))["granted"] == [1100, 15, 0, 2, 0, 3, 1119]


def test_a_sum_with_words_behind_it_is_not_shuffled() -> None:
    rows = [f"{NEW} 20 7 27 业务", f"{CARRIED_OVER} 30 8 38 业务", f"{GRANTED} 9 0 0 0 0 0 9"]
    found = read("\n".join([HEADING, " ".join(HEADER), *rows]))
    assert found["granted"] == [9, 0, 0, 0, 0, 0, 9]


@pytest.mark.parametrize(
    ("labels", "is_read"),
    [((0, 1, 2, 3, 4), True), ((2, 1, 0, 3, 4), False)],
    ids=["in order", "not"],
)
def test_a_line_without_sums_is_left_open_where_its_labels_are_shuffled(
    labels: Sequence[int], *, is_read: bool
) -> None:
    outcomes = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    first = [outcomes[at] for at in labels]
    header = ["行政复议", "行政诉讼", *first, "未经复议直接起诉", "复议后起诉", *outcomes * 2]
    figures = [0, 136, 748, 2, 165, 496, 0, 129, 0, 7, 0, 0, 6, 0, 667]
    text = "\n".join([heading_of("proceedings"), *header, *map(str, figures)])
    assert bool(read(text)) is is_read


class TestALineOfAllRows:
    outcomes = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")

    def lines(self, *figures: int) -> str:
        heading = "四、政府信息公开行政复议、行政诉讼情况"
        groups = ("行政复议", "行政诉讼", "未经复议直接起诉", *self.outcomes)
        behind = ("复议后起诉", *self.outcomes, *self.outcomes)
        first, second = map(str, figures[:5]), map(str, figures[5:])
        return "\n".join((heading, *groups, *first, *behind, *second))

    def test_is_joined_from_parts_if_all_sums_hold(self) -> None:
        assert read(self.lines(1, 0, 2, 0, 3, 0, 4, 0, 0, 4, 5, 0, 0, 0, 5)) == {
            "review": [1, 0, 2, 0, 3],
            "litigation_direct": [0, 4, 0, 0, 4],
            "litigation_after_review": [5, 0, 0, 0, 5],
        }

    def test_is_left_open_otherwise(self) -> None:
        assert not read(self.lines(1, 0, 2, 0, 3, 0, 4, 0, 0, 5, 5, 0, 0, 0, 5))


class TestALineOfAllRowsBeneathALabelInParts:
    """Empty lines part all lines of the header, and none of the figures."""

    header = (
        "行政复议",
        "行政诉讼",
        *2 * ("结果", "维持", "结果", "纠正", "其他", "结果", "尚未审", "结", "总计"),
    )
    figures = (1, 0, 2, 0, 3, 0, 4, 0, 0, 4, 5, 0, 0, 0, 5)

    def lines(self, *figures: int, size: int) -> str:
        heading = "四、政府信息公开行政复议、行政诉讼情况"
        groups = (figures[at : at + size] for at in range(0, len(figures), size))
        below = ("\n".join(map(str, group)) for group in groups)
        return "\n\n".join((heading, *self.header, *below))

    @pytest.mark.parametrize("size", [1, 5, 15])
    def test_is_read(self, size: int) -> None:
        assert read(self.lines(*self.figures, size=size)) == {
            "review": [1, 0, 2, 0, 3],
            "litigation_direct": [0, 4, 0, 0, 4],
            "litigation_after_review": [5, 0, 0, 0, 5],
        }

    @pytest.mark.parametrize("figures", [figures[:-5], (*figures, 12)], ids=["fewer", "more"])
    def test_is_left_open_with_other_figures(self, figures: Sequence[int]) -> None:
        text = self.lines(*figures, size=15)
        assert not read(text)
        assert parse(text).problems

    def test_is_told_where_figures_may_be_pieces_of_others(self) -> None:
        text = self.lines(*self.figures, size=3)
        assert not read(text)
        assert "table-unread" in {problem.code for problem in parse(text).problems}

    @pytest.mark.parametrize("below", ["8 | 8", "办理数\n3\n5", "| 3 | 5 | 8 |"])
    def test_one_label_beneath_the_name_of_its_table_is_enough_to_say_so(self, below: str) -> None:
        said = f"四、政府信息公开行政复议、行政诉讼情况\n行政复议\n{below}"
        (problem,) = (one for one in parse(said).problems if one.code == "table-unread")
        assert problem.table == "proceedings"


class TestCellsThatTouch:
    def lines(self, **changed: str) -> str:
        """Columns of which some touch, as far as changed rows have them."""
        rows = {key: " ".join(map(str, figures)) for key, figures in TABLE.items()}
        shown = {**rows, **{key.replace("__", "."): said for key, said in changed.items()}}
        lines = [f"{LABELS[key]}  {said.replace(' ', '    ')}" for key, said in shown.items()]
        return "\n".join((HEADING, "  ".join(HEADER), *lines))

    def test_are_cut_where_sums_leave_one_way(self) -> None:
        text = self.lines(new="110820 0 2 0 71137", total_handled="110815 0 2 0 7 1132")
        assert read(text) == TABLE

    def test_are_cut_beside_rows_that_settle_by_themselves(self) -> None:
        text = self.lines(new="110820 0 2 0 71137", total_handled="1108 15 02 0 7 1132")
        assert read(text) == TABLE

    def test_are_left_open_where_sums_down_columns_do_not_hold(self) -> None:
        text = self.lines(new="110821 0 2 0 7 1138", total_handled="110815 0 2 0 7 1132")
        assert not read(text).keys() & {"new", "total_handled"}

    def test_are_left_open_where_some_cells_are_empty(self) -> None:
        text = self.lines(new="110820 0 2 0 7 1137", carried_over="0")
        assert "new" not in read(text)


class TestTheOneFigureBehindTheLabelOfItsColumn:
    received = ("(一)收到申请数", "1.当面申请数", "2.传真申请数", "3.网络申请数", "4.信函申请数")

    def lines(self, *figures: int) -> str:
        """A row without its figure, a group that adds up, and a figure behind a column's label."""
        above = (
            "政府信息公开情况统计表",
            "统计指标",
            "单位",
            "统计数",
            "制发规范性文件总数",
            "件",
            "3",
        )
        lacking = ("1.政府公报公开政府信息数", "条")
        group = [
            f"{label}\n件\n{figure}" for label, figure in zip(self.received, figures, strict=True)
        ]
        return "\n".join((*above, *lacking, *group, "统计数", "43"))

    def test_belongs_to_the_row_that_lacks_one(self) -> None:
        assert read(self.lines(9, 2, 3, 4, 0))["channels.gazette"] == [43]

    def test_is_left_open_where_no_sum_tells_that_others_are_in_their_places(self) -> None:
        assert "channels.gazette" not in read(self.lines(9, 2, 3, 3, 0))


class TestALineOfMereFiguresBetweenRows:
    """So a tool prints tables that sets figures above labels which go over two lines."""

    ROWS = (
        f"{LABELS['not_processed.confirm_or_reissue']} 79 0 285 0 0 0 364",
        "76 9 9 5 8 6 113",
        LABELS["other_handling.overdue_correction"],
        "3 0 250 7 0 0 260",
        LABELS["other_handling.overdue_fee"],
        f"{LABELS['other_handling.other']} 6 0 3 6 3 20 38",
    )

    @pytest.mark.parametrize("parted", [" ", "   "])
    def test_leaves_open_whose_are_the_figures_between_labels(self, parted: str) -> None:
        header = parted.join(
            ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
        )
        rows = (row.replace(" ", parted) for row in self.ROWS)
        told = read("\n".join((HEADING, header, *rows)))
        assert not told.keys() & {"other_handling.overdue_correction", "other_handling.overdue_fee"}
