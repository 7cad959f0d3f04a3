"""The values of one row at its places, as far as the text leaves no doubt about these."""

from __future__ import annotations

import re

from ...grids.shown import is_words
from ...labels.marks import FURNITURE, GLOSSED, NOTE, TEXT
from ...layouts.grid import Located, Row, is_blank
from ...text.source import ends_at
from ..rows.due_row import DueRow
from .doubts import (
    drops_cells,
    has_unread_figures,
    is_confirmed_by_sibling,
    must_be_proved,
    must_stay_open,
)
from .evidence import Evidence
from .habits import Habit
from .settle import settle, settle_start
from .shifted import may_stand_elsewhere

_SEVERAL = 2
_OF_NO_FIGURE = frozenset({TEXT, GLOSSED, NOTE, FURNITURE})
_LOOSE = re.compile(r" ?|['\",\s]*\n['\",\s]*|['\"], ['\"]")
"""What stands between a cell and words behind it that may be no part of the row."""


def settled_cells(line: DueRow, habit: Habit, evidence: Evidence) -> Row | None:
    """The values of a row in the order of its places; None if these are not certain."""
    if line.entry.header.is_beside:
        return None if has_unread_figures(line, evidence) else line.entry.values
    doubted = must_be_proved(line, evidence) or line.has_joined_figures
    if line.is_full and not line.is_glued and not doubted:
        return line.entry.filled
    if must_stay_open(line, evidence):
        return None
    width = line.width
    fits = len(width.at) == width.due and line.is_below_header and not line.is_glued
    cells = width.filled if fits else settle(width, habit)
    if cells is None:
        return (_first_cells(line, habit) if line.filled else _empty_cells(line, evidence)) or None
    if _ends_in_words_behind_table(line, cells, evidence):
        return None
    if line.loose and _are_lines_with_words(line.text, cells):
        return None
    if may_stand_elsewhere(line, cells, habit) or _may_be_cut_on_either_side(line, habit, evidence):
        return None
    if width.due == 1 or not (doubted or _has_doubtful_blanks(line, cells, habit)):
        return cells
    if (
        not doubted
        and is_confirmed_by_sibling(line, evidence)
        and _stands_beneath_labels(line, cells)
    ):
        return cells
    return cells if _is_proved(line, cells, habit) else None


def _empty_cells(line: DueRow, evidence: Evidence) -> Row:
    """The empty cells of a row without figures; none if figures may have been cut off."""
    ending = evidence.ending
    is_label = ends_at(line.text, line.entry.place[1])
    is_cut = is_label or ending.ends_within(line) or ending.is_unfilled_at_the_end(line)
    return [] if is_cut else line.without_figures


def _may_be_cut_on_either_side(line: DueRow, habit: Habit, evidence: Evidence) -> bool:
    """Whether a row may be cut off, and only the number of its cells shows where they begin.

    A row as wide as the widest is whole.
    """
    width = line.width
    if not width.before or width.head is not None or width.wide >= width.shown.widest:
        return False
    is_known = line.table in habit.blanks_before or line.kind in habit.widths
    return not is_known and evidence.ending.may_be_cut_off(line)


def _ends_in_words_behind_table(line: DueRow, cells: Row, evidence: Evidence) -> bool:
    """Whether a row ends in words that may be what follows the table.

    Only a blank or a line end stands before them, and the row is the last of its part or in a
    layout that drops cells.  Then one of its cells may be empty or lost.
    """
    if len(cells) < _SEVERAL or cells[-1][2] not in _OF_NO_FIGURE:
        return False
    is_last = line.entry.place == line.candidate.shown.entries[-1].place
    is_loose = _LOOSE.fullmatch(line.text, cells[-2][1], cells[-1][0]) is not None
    return is_loose and (is_last or drops_cells(line, evidence))


def _are_lines_with_words(text: str, cells: Row) -> bool:
    """Whether cells stand on several lines, with words among them that may be part of a line."""
    below = len(cells) > 1 and "\n" in text[cells[0][0] : cells[-1][1]]
    return below and any(map(is_words, cells))


def _first_cells(line: DueRow, habit: Habit) -> Row | None:
    """The first values of a line that holds all rows of its table, as far as they are certain.

    On a single line, empty cells may have been stripped from its beginning too, so sums have to
    confirm the places.  On several lines, no sum may contradict them.
    """
    start = [] if line.row else settle_start(line.width, habit)
    row = line.with_settled(start)
    if start and "\n" not in line.text[start[0][0] : line.entry.values[-1][1]]:
        start = start[: row.whole_sums]
    elif not row.keeps_first_sums:
        return None
    return start or None


def _has_doubtful_blanks(line: DueRow, cells: Row, habit: Habit) -> bool:
    """Whether a row has empty cells and too many, or empty cells beneath an incomplete header.

    A row without empty cells is doubtful if one may hide a lost cell.
    """
    if any(map(is_blank, cells)):
        return len(line.entry.values) > line.due or line.has_partial_header
    return _may_hide_a_lost_cell(line, habit)


def _stands_beneath_labels(line: DueRow, cells: Row) -> bool:
    """Whether every value stands beneath its column's label, and no printed sum is wrong."""
    if cells != line.width.beneath or line.has_partial_header:
        return False
    return line.with_settled(cells).prints_no_sum


def _may_hide_a_lost_cell(line: DueRow, habit: Habit) -> bool:
    """Whether a value may stand in the place of a lost one, as empty cells stand between values.

    There are more cells than are due, and neither the header nor the layout's habits explain the
    empty ones; or more cells than in nearly all other rows, and an empty one among them.
    """
    if habit.is_wider_than_others(line.width):
        return True
    torn = len(line.entry.values) > line.due and line.width.is_strewn
    return torn and not habit.has_constant_gaps(line.width) and not line.is_below_header


def _is_proved(line: DueRow, cells: Row, habit: Habit) -> bool:
    """Whether the sums of a row hold; if none are due, whether nothing is odd about its cells.

    A full row in a layout that loses cells may have lost one and have another broken in two.  Where
    nothing is printed in a cell, its figure may stand elsewhere: such a row is not proved if
    figures stand outside of rows, nor by zeros, which add up wherever they stand.
    """
    only_looks = line.layout.by_eye and any(map(_prints_nothing, cells))
    if only_looks and (line.loose or not any(mark.count for _, _, mark in cells)):
        return False
    row = line.with_settled(cells)
    if row.balances:
        return row.adds_up
    partial = line.has_partial_header and any(map(is_blank, cells))
    return not (
        only_looks or partial or line.has_joined_figures or _may_hide_a_lost_cell(line, habit)
    )


def _prints_nothing(cell: Located) -> bool:
    """Whether nothing at all is printed in a cell."""
    return cell[0] == cell[1]
