"""The places of the values behind a label, if the text leaves no doubt about them."""

from __future__ import annotations

from itertools import takewhile

from ...labels.marks import DOUBTFUL, SAID, Sort
from ...layouts.grid import Located, Row, is_blank
from ..rows.due_row import DueRow
from .habits import Habit


def settle(row: DueRow, habit: Habit) -> Row | None:
    """The row's values in the order of its columns, or None if their places are in doubt.

    An empty row is all empty cells, as many as the form has.
    """
    row = _without_filler(_without_trailing_words(row, habit), habit)
    values, filled = row.values, row.filled
    if 1 < row.due != len(filled) and Sort.GLUED in [mark.sort for _, _, mark in filled]:
        return None
    if not filled:
        return values[: row.due] if len(values) >= row.due else None
    if len(filled) == row.due and (not _may_hold_two_rows(row) or habit.has_constant_gaps(row)):
        return None if habit.may_end_in_a_remark(row) else filled
    if row.kind in habit.unsteady_kinds or any(cell[2].several for cell in filled):
        return None
    if row.table in habit.tables_with_merged_cells or habit.may_have_strewn_blanks(row):
        return None
    if row.reach == row.due and row.before == habit.blanks_before.get(row.table, 0):
        return row.core
    return _cells_at_places(row, habit) if habit.keeps_blanks or habit.is_indented(row) else None


def _may_hold_two_rows(row: DueRow) -> bool:
    """Whether there are enough cells for a second row, whose label may be lost."""
    return row.due > 1 and len(row.values) >= 2 * row.due and row.is_strewn


def _cells_at_places(row: DueRow, habit: Habit) -> Row | None:
    """The cells of the row's columns, if it is certain where these begin; None otherwise.

    They end with the last column in a table whose rows all end there; as many empty cells before
    them may be another row, whose label is lost.  They begin beneath the label
    of the first column, unless full rows begin elsewhere.  Otherwise they begin or end where those
    of full rows do.
    """
    values, due = row.values, row.due
    wide = habit.widths.get(row.kind)
    if len(values) == due and wide == row.wide:
        return values
    extra = len(values) - due
    if row.table in habit.tables_anchored_at_the_end and _only_blanks_outside(values, extra, due):
        return values[extra:] if extra < due else None
    head = None if habit.is_misheaded(row) else row.head
    if head is not None and _only_blanks_outside(values, head, due):
        return values[head : head + due]
    begins_at_label = len(values) == due and habit.blanks_before.get(row.table) == 0
    if wide not in (None, row.wide) and not begins_at_label:
        return None
    starts = set()
    if row.table in habit.blanks_before:
        starts.add(habit.blanks_before[row.table])
    if row.kind in habit.blanks_behind:
        starts.add(len(values) - habit.blanks_behind[row.kind] - due)
    if not starts and (len(values) == due or not is_blank(values[0])):
        starts.add(0)
    start = starts.pop() if len(starts) == 1 else -1
    return values[start : start + due] if _only_blanks_outside(values, start, due) else None


def _only_blanks_outside(values: Row, start: int, due: int) -> bool:
    """Whether as many values as are due stand from a place on, and only blanks elsewhere."""
    inside = 0 <= start <= len(values) - due
    return inside and all(map(is_blank, (*values[:start], *values[start + due :])))


def settle_start(row: DueRow, habit: Habit) -> Row:
    """The first values of a row that has lost empty cells further on.

    If empty cells keep their places, so do the values before the first run of them.  The run must
    be long enough to have lost as many cells as are missing.
    """
    values = [*row.values]
    while values and is_blank(values[-1]):
        values.pop()
    start = list(takewhile(lambda cell: not is_blank(cell), values))
    run = list(takewhile(is_blank, values[len(start) :]))
    lost = row.due - len(values)
    keeps = habit.keeps_blanks and not habit.may_have_strewn_blanks(row)
    return start if keeps and 0 < lost <= len(run) else []


def _without_trailing_words(row: DueRow, habit: Habit) -> DueRow:
    """Cut off words that stand right of the last column: they belong to what follows the row.

    Words that may be figures, or have figures behind them, may be a part of the row and stay.
    """
    values = row.values
    words = [at for at, (_, _, mark) in enumerate(values) if mark.sort is Sort.TEXT]
    end = _end_of_columns(row, habit) if words else 0
    first = next((at for at in words if at >= end), None)
    if first is None or any(map(_may_be_figure, values[first:])):
        return row
    return row.with_values(values[:first])


def _without_filler(row: DueRow, habit: Habit) -> DueRow:
    """The row without the one extra cell that a tool filled it up with."""
    is_filled_up = habit.fills and len(row.values) == row.due + 1 and is_blank(row.values[-1])
    return row.with_values(row.values[:-1]) if is_filled_up else row


def _end_of_columns(row: DueRow, habit: Habit) -> int:
    """The number of cells of a row behind which no column can stand.

    That is all of them if full rows are as wide and have no empty cell at their end; otherwise as
    many as are due, counted from the label of the first column, or from where full rows begin if
    that is farther.
    """
    if habit.widths.get(row.kind) == row.wide and habit.blanks_behind.get(row.kind) == 0:
        return len(row.values)
    return max(row.head or 0, habit.blanks_before.get(row.table, 0)) + row.due


def _may_be_figure(cell: Located) -> bool:
    """Whether a cell is a figure or several, or words that may be one or stand for one."""
    mark = cell[2]
    return mark.sort is Sort.NUMBER or mark in (DOUBTFUL, SAID) or mark.several > 0
