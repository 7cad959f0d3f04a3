"""Tables whose columns are too narrow for their figures, as text tools leave them."""

import re
from collections.abc import Callable, Sequence

import pytest

from generate.width import left, width
from gov_disclosure import parse
from gov_disclosure.labels.marks import MARKS
from gov_disclosure.layouts.shared.column_edges import Value, fit_at_pace, pace_of
from gov_disclosure.layouts.shared.column_tables import table_of_columns
from gov_disclosure.values import Kind

HEADING = "三、收到和处理政府信息公开申请情况"
NEW = "一、本年新收政府信息公开申请数量"
CARRIED_OVER = "二、上年结转政府信息公开申请数量"
GRANTED = "(一)予以公开"
SECRET = "1.属于国家秘密"
PROHIBITED = "2.其他法律行政法规禁止公开"


def read(text: str) -> dict[str, tuple[int | None, ...]]:
    """The figures of each row of applications, None where there is none."""
    found: dict[str, tuple[int | None, ...]] = {}
    for cell in parse(f"{HEADING}\n{text}").cells:
        if cell.table == "applications":
            found[cell.row] = (*found.get(cell.row, ()), cell.value)  # type: ignore[arg-type]
    return {row: values for row, values in found.items() if set(values) != {None}}


def stack(label: str, *pieces: str) -> str:
    return "\n".join((label, *pieces))


class TestPiecesBelowEachOther:
    """One piece of a figure on each line."""

    BROKEN = stack(NEW, "2214", "04", "5", "0", "7", "0", "0", "2214", "16")
    WHOLE = stack(CARRIED_OVER, "1", "2", "0", "0", "0", "0", "3")

    def test_sums_put_them_together(self) -> None:
        found = read(f"{self.BROKEN}\n{self.WHOLE}")
        assert found == {
            "new": (221404, 5, 0, 7, 0, 0, 221416),
            "carried_over": (1, 2, 0, 0, 0, 0, 3),
        }

    def test_where_two_ways_keep_the_sums_what_differs_is_left_open(self) -> None:
        row = stack(NEW, "2214", "0", "2214", "0", "0", "0", "0", "0", "4428", "0")
        values = read(f"{row}\n{self.WHOLE}").get("new", ())
        assert all(value in (None, 0, 22140, 44280) for value in values)

    def test_what_does_not_add_up_is_not_put_together(self) -> None:
        wrong = self.BROKEN.replace("16", "17")
        assert "new" not in read(f"{wrong}\n{self.WHOLE}")

    def test_a_piece_that_does_not_fill_its_column_is_none(self) -> None:
        row = stack(NEW, "22", "04", "5", "0", "7", "0", "0", "2214", "16")
        assert "new" not in read(f"{row}\n{self.WHOLE}")

    def test_a_number_of_a_page_is_no_piece_and_a_piece_no_number_of_a_page(self) -> None:
        found = read(f"{self.BROKEN}\n\f- 2 -\n{self.WHOLE}")
        assert found["new"] == (221404, 5, 0, 7, 0, 0, 221416)


def test_where_pieces_stand_elsewhere_no_row_is_in_order() -> None:
    def scattered(label: str) -> str:
        return stack(label, "2214", "1485", "04", "1", "5", "0", "0", "0", "3699", "06")

    whole = stack(GRANTED, "0", "0", "5", "0", "0", "0", "5")
    assert read(f"{scattered(NEW)}\n{scattered(CARRIED_OVER)}\n{whole}") == {}


def set_at(first: int, *figures: str, label: str = "") -> str:
    """Figures in columns six apart from a place of the screen on."""
    line = label
    for column, figure in enumerate(figures):
        if figure:
            line = left(line, first + 6 * column) + figure
    return line


def stepped(label: str) -> Sequence[str]:
    """A row of which the second and the last figure are broken, and the label is in the middle."""
    return (
        set_at(40, "", "1485", "", "", "", "", "1486"),
        set_at(40, "6", "", "0", "3", "0", "1", label=label),
        set_at(40, "", "97", "", "", "", "", "07"),
    )


FULL = (
    set_at(40, "7", "1", "4", "59", "3", "0", "74", label=GRANTED),
    set_at(40, "3", "2", "0", "0", "0", "0", "5", label=SECRET),
)
TOLD = (6, 148597, 0, 3, 0, 1, 148607)


class TestPiecesAboveAndBelow:
    """The first pieces of a row on a line, what is whole on the next, and the rest below that."""

    def test_full_rows_tell_their_columns(self) -> None:
        lines = (*stepped(NEW), "", *stepped(CARRIED_OVER), "", *FULL)
        found = read("\n".join(lines))
        assert found["new"] == found["carried_over"] == TOLD
        assert found["granted"] == (7, 1, 4, 59, 3, 0, 74)

    def test_without_places_other_rows_are_read_and_these_left_open(self) -> None:
        lines = (*stepped(NEW), *stepped(CARRIED_OVER), *FULL)
        found = read("\n".join(" ".join(line.split()) for line in lines))
        assert found == {
            "granted": (7, 1, 4, 59, 3, 0, 74),
            "refused.state_secret": (3, 2, 0, 0, 0, 0, 5),
        }

    def test_where_all_are_broken_their_order_is_told(self) -> None:
        upper, lower = "1000 " * 6 + "6002", "1 2 3 4 5 6 1"
        lines = (upper, NEW, lower, upper, CARRIED_OVER, lower, *FULL)
        found = read("\n".join(" ".join(line.split()) for line in lines))
        assert found["new"] == (10001, 10002, 10003, 10004, 10005, 10006, 60021)

    @pytest.mark.parametrize("lower", ["884 306 556", "1 2 3"])
    def test_a_label_alone_between_figures_parts_two_rows(self, lower: str) -> None:
        lines = ("第二十条第(五)项", "信息内容 上一年项目数量 本年增/减 处理决定数量")
        rows = ("行政许可", "777 320 886", "其他对外管理服务事项", lower)
        more = ("第二十条第(六)项", "258 800 647", "行政强制", "60 281 840")
        cells = parse("\n".join((*lines, *rows, *more))).cells
        told = [c.value for c in cells if c.row in ("licensing", "other_services")]
        assert told == [777, 320, 886, *map(int, lower.split())]

    def test_what_does_not_add_up_is_left_open(self) -> None:
        lines = (*stepped(NEW), "", *stepped(CARRIED_OVER), "", *FULL)
        found = read("\n".join(lines).replace("07", "08"))
        assert "new" not in found


class TestColumnsAsWide:
    """How far apart figures are tells how many columns lie between, wherever a line begins."""

    ROWS = (
        set_at(40, "7", "1", "4", "59", "3", "2", "76", label=GRANTED),
        set_at(31, "3", "2", "", "", "", "", "5", label=SECRET),
        set_at(44, "", "90", "6", "", "", "8", "104", label=PROHIBITED),
        set_at(37, "62", "", "7", "", "14", "8", "91", label="3.危及“三安全一稳定”"),
        set_at(33, "1", "3", "", "2", "", "94", "100", label="5.属于三类内部事务信息"),
        set_at(35, "", "43", "89", "", "", "1", "133", label="8.属于行政查询事项"),
    )

    def test_empty_cells_are_where_columns_lie_between(self) -> None:
        found = read("\n".join(self.ROWS))
        assert found["refused.prohibited_by_law"] == (None, 90, 6, None, None, 8, 104)
        assert found["refused.security_stability"] == (62, None, 7, None, 14, 8, 91)

    @pytest.mark.parametrize("shift", range(1, 3))
    def test_a_figure_out_of_line_leaves_the_empty_cells_open(self, shift: int) -> None:
        odd = set_at(37, "", "43", "", "", "", "", "43", label="8.属于行政查询事项")
        odd = odd.replace("43", "43" + " " * (shift + 1), 1)
        cells = parse("\n".join((HEADING, *self.ROWS[:2], *self.ROWS[3:5], odd))).cells
        odd_row = [c for c in cells if c.row == "refused.administrative_inquiry"]
        read_there = {c.column for c in odd_row if c.kind is Kind.NUMBER}
        assert read_there <= {"total"}


def test_pieces_are_set_as_wide_as_they_look() -> None:
    assert width(set_at(40, "7", label=NEW)) == 41


@pytest.mark.parametrize(("lefts", "pace"), [((4, 4, 4), None), ((4, 16, 40), 12)])
def test_columns_are_as_wide_as_figures_stand_apart(
    lefts: Sequence[int], pace: float | None
) -> None:
    """None, where figures stand below each other and not side by side."""
    row = [Value(left, left + 1, free=True) for left in lefts]
    assert pace_of([row] * 6) == pace


UNEVEN = (0, 8, 16, 24, 40, 48, 56)
"""The left edges of columns that are equally wide, but for one that is twice as wide."""


def test_columns_that_a_full_row_shows_to_be_of_different_widths_are_not_counted() -> None:
    """Counting from the last one at their usual distance would lead to wrong ones."""
    full = [Value(left, left, free=True) for left in UNEVEN]
    rows = [full, *([value for value in full if value.left != gap] for gap in UNEVEN)]
    assert pace_of(rows) == 8
    assert not fit_at_pace(rows, 8, width=len(full))


def test_a_figure_at_the_edge_of_one_row_is_below_no_other_column_of_the_next() -> None:
    """Some tools move whole lines, by as much as a column."""

    def values(lefts: Sequence[int], rights: Sequence[int]) -> list[Value]:
        return [Value(*edges, free=True) for edges in zip(lefts, rights, strict=True)]

    full = values((63, 69, 74, 80, 86, 92, 97), (65, 70, 76, 82, 88, 93, 99))
    moved = values((57, 63, 68, 74, 80, 86, 91), (59, 64, 70, 76, 82, 87, 93))
    rows = [full, values((63, 91), (63, 91)), moved]
    cells = [[(at, at + 1, MARKS["7"])] for at in range(len(rows))]
    assert table_of_columns(cells, [], rows, [None] * len(rows)).places(1) is None


def test_lines_as_many_as_cells_are_none_where_some_hold_two_figures() -> None:
    """A figure that a line end broke makes up for each of these; sums tell where they stand."""
    outcomes = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    groups = ("未经复议直接起诉", "复议后起诉")
    header = ("行政复议", "行政诉讼", *outcomes, *groups, *outcomes, *outcomes)
    first = ("0", "9225 0", "0", "9225 2812", "9")
    others = map(str, (0, 831, 37, 2899, 7, 0, 96, 41, 0, 137))
    heading = "四、政府信息公开行政复议、行政诉讼情况"
    report = parse("\n".join((heading, *header, *first, *others, "")))
    values = [cell.value for cell in report.cells if cell.table == "proceedings"]
    assert values == [0, 9225, 0, 0, 9225, 28129, 0, 831, 37, 28997, 0, 96, 41, 0, 137]


def decisions_in(text: str) -> dict[str, object]:
    cells = [cell for cell in parse(text).cells if cell.column == "decisions"]
    return {cell.row: cell.value for cell in cells if cell.value is not None}


class TestFiguresBeneathFigures:
    """Rows with a figure in a column of one of theirs on the next line, behind no label."""

    TABLE = """\
二、主动公开政府信息情况
第二十条第（六）项
信息内容\t本年处理决定数量
行政处罚\t12
{rows}
"""

    @pytest.fixture(params=["\t", "|"], ids=["tabs", "pipes"])
    def decisions(self, request: pytest.FixtureRequest) -> Callable[..., dict[str, object]]:
        def decisions(*rows: str) -> dict[str, object]:
            text = self.TABLE.format(rows="\n".join(rows))
            if request.param == "|":
                text = re.sub("^(.*\t.*)$", r"|\1|", text, flags=re.MULTILINE).replace("\t", "|")
            return decisions_in(text)

        return decisions

    def test_may_be_their_rest(self, decisions: Callable[..., dict[str, object]]) -> None:
        assert decisions("行政强制\t7", "\t5") == {"penalties": 12}

    def test_or_the_first_of_those_below(self, decisions: Callable[..., dict[str, object]]) -> None:
        assert decisions("\t5", "行政强制\t7") == {}

    def test_are_none_of_theirs_in_another_column(
        self, decisions: Callable[..., dict[str, object]]
    ) -> None:
        assert decisions("行政强制\t7", "\t\t5") == {"penalties": 12, "coercive_measures": 7}

    @pytest.mark.parametrize("below", ["63.55", "1234", "5\t第二十条第（五）项"])
    def test_may_begin_the_line_below_one_that_no_border_ends(self, below: str) -> None:
        """Who breaks lines at a width, breaks figures too, and the row that one begins is bare."""
        table = self.TABLE.format(rows=f"行政强制\t7\n{below}")
        assert decisions_in(table) == {"penalties": 12}
        closed = table.replace("\t", "|").replace("12\n", "12|\n").replace("7\n", "7|\n")
        assert decisions_in(closed) == {"penalties": 12, "coercive_measures": 7}

    def test_leave_rows_alone_that_add_up(self) -> None:
        row = f"{NEW} | 3 | 0 | 0 | 0 | 0 | 0 | 3"
        assert read(f"{row}\n | 1") == {"new": (3, 0, 0, 0, 0, 0, 3)}
        assert read(f"{row[:-1]}4\n | 1") == {}


def test_a_label_may_have_two_letters_on_each_line() -> None:
    """Columns for labels are narrower than those for figures where a group is beside them."""
    label = "5.要求行政机关确认或重新出具已获取信息"
    pieces = [label[:3], *(label[at : at + 2] for at in range(3, len(label), 2))]
    figures = ("6", "4", "0", "0", "0", "0", "10")
    above = stack(NEW, "1", "2", "0", "0", "0", "0", "3")
    read_rows = read(stack(above, *pieces, *figures))
    assert read_rows["not_processed.confirm_or_reissue"] == (6, 4, 0, 0, 0, 0, 10)


@pytest.mark.parametrize(("gap", "is_pushed"), [(7, True), (10, False)])
def test_a_label_that_reaches_over_the_columns_has_pushed_its_figures(
    gap: int, *, is_pushed: bool
) -> None:
    """Its first figure then stands below the third column by chance."""
    full = list(zip((12, 16, 20, 30, 37, 42, 53), (14, 18, 22, 32, 38, 44, 56), strict=True))
    pushed = list(zip((21, 37, 42, 53), (22, 37, 42, 54), strict=True))
    rows = [[Value(*edges, free=True) for edges in some] for some in (full, pushed)]
    cells = [[(at, at + 1, MARKS["7"])] for at in range(len(rows))]
    places = table_of_columns(cells, [], rows, [(1, 8), (gap, 3)]).places(1)
    assert places == (None if is_pushed else (2, 4, 5, 6))
