"""Cells that may stand one place before or behind that where they seem to stand."""

from __future__ import annotations

from ..declare import Form
from ..layouts.grid import Row, is_blank
from .balances import adds_up, has_rules
from .rows import DueRow


def may_stand_elsewhere(line: DueRow, cells: Row, form: Form | None) -> bool:
    """Whether the sums of a row, or its header, tell that its cells may have moved."""
    if cells and _adds_up_elsewhere(line, cells, form):
        return True
    return _stands_behind_header(line) and not _keeps_rules(line, cells, form)


def _adds_up_elsewhere(line: DueRow, cells: Row, form: Form | None) -> bool:
    """Whether a row does not add up where it stands, but does one place before or behind."""
    behind = [[cells[-1], *cells[:-1]]] if is_blank(cells[-1]) else []
    before = [[*cells[1:], cells[0]]] if is_blank(cells[0]) else []
    moved = behind + before
    if not moved or not line.filled or adds_up(line.with_settled(cells, shown=True), form):
        return False
    return any(adds_up(line.with_settled(row, shown=True), form) for row in moved)


def _stands_behind_header(line: DueRow) -> bool:
    """Whether the first value stands behind the label of the first column, and the last beyond all.

    One of them may be that of a column which the form lacks.
    """
    width = line.width
    if not width.before or not width.at:
        return False
    head = width.head
    return head is not None and 0 <= head < width.at[0] and head + width.due <= width.at[-1]


def _keeps_rules(line: DueRow, cells: Row, form: Form | None) -> bool:
    """Whether the form has rules for a row, and these cells keep them."""
    row = line.with_settled(cells, shown=True)
    return has_rules(row, form) and adds_up(row, form)
