"""Rows whose cells may have shifted: their sums hold only with the cells in other places."""

from __future__ import annotations

from ...forms import CHANGE
from ...labels.marks import BLANK
from ...layouts.grid import Row, is_blank
from ..rows.due_row import DueRow
from .habits import Habit

_FEWEST = 3
"""Two figures that are the same need not be one and its sum."""


def may_stand_elsewhere(line: DueRow, cells: Row, habit: Habit) -> bool:
    """Whether the sums of a row, its header or its width show that its cells may have moved."""
    if cells and _adds_up_elsewhere(line, cells):
        return True
    if may_be_pushed(line, habit) or _has_negative_before_change(line):
        return True
    if _is_narrower_than_full_rows(line, habit) and not line.with_settled(cells).adds_up:
        return True
    return _reaches_behind_header(line) and not line.with_settled(cells).keeps_rules


def _is_narrower_than_full_rows(line: DueRow, habit: Habit) -> bool:
    """Whether a row with empty cells has fewer cells than full rows, which are all equally wide.

    One of its cells may be lost, and an empty cell before the columns be mistaken for one of them.
    """
    usual = habit.widths.get(line.kind)
    return usual is not None and line.wide < usual and line.before > 0


def is_pushed(line: DueRow) -> bool:
    """Whether the last figure of a row is the sum of all others, but stands before its column.

    Some tools drop empty cells and add as many at the end of the row.  In a layout that is read by
    eye, the figure may only seem to stand there.
    """
    if line.layout.by_eye:
        return False
    if _has_negative_before_change(line):
        return True
    counts = [mark.count or 0 for _, _, mark in line.filled]
    if sum(map(bool, counts)) < _FEWEST or 2 * counts[-1] != sum(counts):
        return False
    if line.at[-1] + 1 >= line.due:
        return False
    total = (line.due - 1,)
    return any(total in (one.left, one.right) for one in line.balances)


def _has_negative_before_change(line: DueRow) -> bool:
    """Whether a negative figure stands before the column of changes, and an empty cell behind.

    Only changes are negative, so this one has moved.
    """
    below_zero = [at for at, (_, _, mark) in enumerate(line.values) if (mark.count or 0) < 0]
    if not below_zero or len(line.values) != line.due or not line.behind:
        return False
    changes = [at for at, slot in enumerate(line.slots) if slot and slot.column == CHANGE]
    return bool(changes) and below_zero[0] < changes[0]


def may_be_pushed(line: DueRow, habit: Habit) -> bool:
    """Whether a row has empty cells behind its figures only, which a tool may have moved there.

    This is possible in a table with a row that only adds up otherwise, unless some row has an empty
    cell before a figure.  If sums show that cells were moved, they also show where they belong.
    """
    is_in_doubt = line.table in habit.doubted and line.table not in habit.tables_with_led_rows
    return is_in_doubt and not habit.pushes and _is_packed(line)


def only_adds_up_apart(line: DueRow) -> bool:
    """Whether all figures of a row stand before its empty cells, and only add up among these.

    ``1 1`` may be a figure and its sum, if a tool moved the empty cells between them to the end, or
    the figures of two columns, if no sum is printed.
    """
    if line.layout.by_eye or not line.row or not _is_packed(line):
        return False
    empty = [(*line.filled[-1][:2], BLANK)] * (line.due - len(line.filled))
    row = line.with_settled([*line.filled, *empty])
    return not row.adds_up and bool(row.ways())


def _is_packed(line: DueRow) -> bool:
    """Whether a row has fewer figures than are due, and empty cells only behind them."""
    return 0 < len(line.at) < line.due and line.behind > 0 and not line.is_strewn


def _adds_up_elsewhere(line: DueRow, cells: Row) -> bool:
    """Whether a row does not add up as it stands, but does if shifted by one place."""
    behind = [[cells[-1], *cells[:-1]]] if is_blank(cells[-1]) else []
    before = [[*cells[1:], cells[0]]] if is_blank(cells[0]) else []
    moved = behind + before
    if not moved or not line.filled or line.with_settled(cells).adds_up:
        return False
    return any(line.with_settled(row).adds_up for row in moved)


def _reaches_behind_header(line: DueRow) -> bool:
    """Whether a row begins behind the label of its first column, and ends behind the last label.

    One of its values may belong to a column of the agency's own.
    """
    if not line.before or not line.at:
        return False
    head = line.head
    return head is not None and 0 <= head < line.at[0] and head + line.due <= line.at[-1]
