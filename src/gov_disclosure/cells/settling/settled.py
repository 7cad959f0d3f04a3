"""The values of one line, as far as the text leaves no doubt which of its places they stand at."""

from __future__ import annotations

import re

from ...grids.shown import is_words
from ...labels.marks import FURNITURE, GLOSSED, NOTE, TEXT
from ...layouts.grid import Located, Row, is_blank
from ...text.source import ends_at
from ..rows.due_row import DueRow
from .doubts import Doubts
from .habits import Habit
from .settle import settle, settle_start
from .shifted import may_stand_elsewhere

_SEVERAL = 2
_OF_NO_FIGURE = frozenset({TEXT, GLOSSED, NOTE, FURNITURE})
_LOOSE = re.compile(r" ?|['\",\s]*\n['\",\s]*|['\"], ['\"]")
"""What stands between words and the cell before them where they need be none of the row's."""


def settled_cells(line: DueRow, habit: Habit, doubts: Doubts) -> Row | None:
    """The values of a line in the order of its places, if these are certain."""
    if line.entry.header.is_beside:
        return None if doubts.belie(line) else line.entry.values
    doubted = doubts.speak_against(line) or line.is_put_together
    if line.is_full and not line.is_glued and not doubted:
        return line.entry.filled
    if doubts.forbid(line):
        return None
    width = line.width
    fits = len(width.at) == width.due and line.is_below_header and not line.is_glued
    cells = width.filled if fits else settle(width, habit)
    if cells is None:
        return (_started(line, habit) if line.filled else _empty(line, doubts)) or None
    if _ends_in_words_of_others(line, cells, doubts):
        return None
    if line.loose and _holds_words_of_a_line(line.text, cells):
        return None
    if may_stand_elsewhere(line, cells, habit) or _is_cut_anywhere(line, habit, doubts):
        return None
    if width.due == 1 or not (doubted or _is_doubtful(line, cells, habit)):
        return cells
    if not doubted and doubts.leave_sure(line) and _is_headed(line, cells):
        return cells
    return cells if _is_proved(line, cells, habit) else None


def _empty(line: DueRow, doubts: Doubts) -> Row:
    """The empty cells of a row without figures, if none can have stood where the text ends."""
    ending = doubts.ending
    is_label = ends_at(line.text, line.entry.place[1])
    is_cut = is_label or ending.ends_within(line) or ending.is_unfilled_at_the_end(line)
    return [] if is_cut else line.without_figures


def _is_cut_anywhere(line: DueRow, habit: Habit, doubts: Doubts) -> bool:
    """Whether a row may be cut, and only the number of its cells tells where its first one is.

    One as wide as the widest is whole.
    """
    width = line.width
    if not width.before or width.head is not None or width.wide >= width.shown.widest:
        return False
    told = line.table in habit.leads or (line.table, line.due) in habit.wide
    return not told and doubts.ending.may_have_cut(line)


def _ends_in_words_of_others(line: DueRow, cells: Row, doubts: Doubts) -> bool:
    """Whether a row ends in words that may be of no row, and no figure is said in them.

    So it is with the last row of a part, or where rows lack cells.  With but a blank or a line end
    before them they may be what follows the table, and a cell of the row empty or lost.
    """
    if len(cells) < _SEVERAL or cells[-1][2] not in _OF_NO_FIGURE:
        return False
    is_last = line.entry.place == line.candidate.shown.entries[-1].place
    is_loose = _LOOSE.fullmatch(line.text, cells[-2][1], cells[-1][0]) is not None
    return is_loose and (is_last or doubts.drops_cells(line))


def _holds_words_of_a_line(text: str, cells: Row) -> bool:
    """Whether cells are lines, and words among them, which may as well be a part of a line."""
    below = len(cells) > 1 and "\n" in text[cells[0][0] : cells[-1][1]]
    return below and any(map(is_words, cells))


def _started(line: DueRow, habit: Habit) -> Row | None:
    """The first values of a line that holds all rows of its table, as far as they are certain.

    Where cells stand side by side, tools strip empty ones from the beginning of a line too: then
    sums have to hold the values in their places.  Elsewhere no sum may contradict them.
    """
    start = [] if line.row else settle_start(line.width, habit)
    row = line.with_settled(start)
    if start and "\n" not in line.text[start[0][0] : line.entry.values[-1][1]]:
        start = start[: row.whole_sums]
    elif not row.keeps_first_sums:
        return None
    return start or None


def _is_doubtful(line: DueRow, cells: Row, habit: Habit) -> bool:
    """Whether a row has empty cells and more than are due, or empty cells below half a header."""
    if any(map(is_blank, cells)):
        return len(line.entry.values) > line.due or line.has_partial_header
    return _is_torn(line, habit)


def _is_headed(line: DueRow, cells: Row) -> bool:
    """Whether every value stands beneath the label of its column, and no printed sum forbids it."""
    if cells != line.width.beneath or line.has_partial_header:
        return False
    return line.with_settled(cells).prints_no_sum


def _is_torn(line: DueRow, habit: Habit) -> bool:
    """Whether there are empty cells between values for which the form has no place, here or there.

    A value may then stand in the place of one that is lost, if the header has no such cells.  So it
    may in a row that has more cells than nearly all others, and an empty one among them.
    """
    if habit.is_wider_than_others(line.width):
        return True
    torn = len(line.entry.values) > line.due and line.width.is_strewn
    return torn and not habit.paces(line.width) and not line.is_below_header


def _is_proved(line: DueRow, cells: Row, habit: Habit) -> bool:
    """Whether a row adds up; where its cells are not told by their order, it must be able to.

    A full row of a layout that loses cells may have lost one and have another broken in two.
    What only looks empty may have its figure elsewhere: nothing proves it where figures, or parts
    of some, stand outside of rows, nor do zeros, which add up wherever they stand.
    """
    only_looks = line.layout.by_eye and any(map(_prints_nothing, cells))
    if only_looks and (line.loose or not any(mark.count for _, _, mark in cells)):
        return False
    row = line.with_settled(cells)
    if row.balances:
        return row.adds_up
    partial = line.has_partial_header and any(map(is_blank, cells))
    return not (only_looks or partial or line.is_put_together or _is_torn(line, habit))


def _prints_nothing(cell: Located) -> bool:
    """Whether a cell is empty because nothing stands there, not even a word for it."""
    return cell[0] == cell[1]
