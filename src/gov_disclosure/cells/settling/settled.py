"""The values of one row at its places, as far as the text leaves no doubt about these."""

from __future__ import annotations

import re

from ...labels.marks import BLANK, FURNITURE, GLOSSED, NOTE, TEXT, Sort
from ...layouts.grid import Located, Row, is_blank, is_words
from ...text.fillers import ends_in_fillers
from ...text.source import ends_at
from ..rows.due_row import DueRow
from .doubts import Doubts
from .evidence import Evidence, shape_beneath_header
from .habits import Habit
from .settle import settle, settle_start
from .shifted import may_stand_elsewhere

_OF_NO_FIGURE = frozenset({TEXT, GLOSSED, NOTE, FURNITURE})
_LOOSE = re.compile(r" ?|['\",\s]*\n['\",\s]*|['\"], ['\"]")
"""What stands between a cell and words behind it that may be no part of the row."""


def settled_cells(line: DueRow, habit: Habit, doubts: Doubts) -> Row | None:
    """The values of a row in the order of its places; None if these are not certain."""
    evidence = doubts.evidence
    if line.entry.header.is_beside:
        is_read = line.filled or line.place not in evidence.rows_by_unread_figures
        return line.values if is_read else None
    doubted = line.place in doubts.rows_to_prove or _has_joined_figures(line)
    if line.is_full and not line.is_glued and not doubted:
        return line.filled
    if line.place in doubts.rows_to_leave_open:
        return None
    fits = len(line.at) == line.due and _is_below_header(line) and not line.is_glued
    cells = line.filled if fits else settle(line, habit)
    if cells is None:
        return (_first_cells(line, habit) if line.filled else _empty_cells(line, evidence)) or None
    if _may_be_out_of_place(line, cells, habit, evidence):
        return None
    if line.due == 1 or not (doubted or _has_doubtful_blanks(line, cells, habit)):
        return cells
    if (
        not doubted
        and shape_beneath_header(line) in evidence.confirmed_kinds
        and _stands_beneath_labels(line, cells)
    ):
        return cells
    return cells if _is_proved(line, cells, habit) else None


def _may_be_out_of_place(line: DueRow, cells: Row, habit: Habit, evidence: Evidence) -> bool:
    """Whether some of the cells of a row may not be its own, or stand in other places."""
    return (
        _ends_in_words_behind_table(line, cells, evidence)
        or (line.loose > 0 and _are_lines_with_words(line.text, cells))
        or may_stand_elsewhere(line, cells, habit)
        or _may_be_cut_on_either_side(line, habit, evidence)
    )


def _empty_cells(line: DueRow, evidence: Evidence) -> Row:
    """The empty cells of a row without figures; none if figures may have been cut off."""
    ending = evidence.ending
    is_label = ends_at(line.text, line.place[1])
    is_cut = is_label or ending.ends_within(line) or ending.is_unfilled_at_the_end(line)
    return [] if is_cut else _cells_without_figures(line)


def _cells_without_figures(line: DueRow) -> Row:
    """An empty cell for each slot of a row without figures; none if it may have figures.

    They may be among the figures outside of rows, unless a tool filled up its line.  If several
    labels stand side by side, their figures may stand below.
    """
    end = line.place[1]
    beside = sum(mark.names_cells for _, _, mark in line.entry.run.labels) > 1
    if (line.loose and not _is_filled_up(line)) or beside:
        return []
    return [(end, end, BLANK)] * line.due


def _is_filled_up(line: DueRow) -> bool:
    """Whether a tool filled up the line of its label, behind all text."""
    behind = line.text[line.place[0] :].partition("\n")[0]
    return line.candidate.stretch.has_fillers and ends_in_fillers(behind)


def _has_joined_figures(line: DueRow) -> bool:
    """Whether any of its figures was joined from pieces.

    If borders separate as many figures as are due, none was: ``| - 3 |`` is -3.
    """
    joined = [mark for _, _, mark in line.filled if mark.several and mark.sort is Sort.NUMBER]
    return bool(joined) and not (line.is_full and line.is_bordered)


def _has_partial_header(line: DueRow) -> bool:
    """Whether its header has fewer cells than there are columns, and no corner before them."""
    header = line.entry.header
    return not header.is_whole and 0 < len(header.cells) < line.due


def _is_below_header(line: DueRow) -> bool:
    """Whether its values stand in the same cells as the labels of its header."""
    header = line.entry.header
    labels = [at for at, cell in enumerate(header.cells) if not is_blank(cell)]
    return header.is_whole and labels == line.at


def _may_be_cut_on_either_side(line: DueRow, habit: Habit, evidence: Evidence) -> bool:
    """Whether a row may be cut off, and only the number of its cells shows where they begin.

    A row as wide as the widest is whole.
    """
    if not line.before or line.wide >= line.candidate.shown.widest:
        return False
    is_known = line.table in habit.blanks_before or line.kind in habit.widths
    return not is_known and evidence.ending.may_be_cut_off(line) and line.head is None


def _ends_in_words_behind_table(line: DueRow, cells: Row, evidence: Evidence) -> bool:
    """Whether a row ends in words that may be what follows the table.

    Only a blank or a line end stands before them, and the row is the last of its part or in a
    layout that drops cells.  Then one of its cells may be empty or lost.
    """
    if len(cells) <= 1 or cells[-1][2] not in _OF_NO_FIGURE:
        return False
    is_last = line.place == line.candidate.shown.entries[-1].place
    is_loose = _LOOSE.fullmatch(line.text, cells[-2][1], cells[-1][0]) is not None
    return is_loose and (is_last or line.layout in evidence.layouts_that_drop_cells)


def _are_lines_with_words(text: str, cells: Row) -> bool:
    """Whether cells stand on several lines, with words among them that may be part of a line."""
    below = len(cells) > 1 and "\n" in text[cells[0][0] : cells[-1][1]]
    return below and any(map(is_words, cells))


def _first_cells(line: DueRow, habit: Habit) -> Row | None:
    """The first values of a line that holds all rows of its table, as far as they are certain.

    On a single line, empty cells may have been stripped from its beginning too, so sums have to
    confirm the places.  On several lines, no sum may contradict them.
    """
    start = [] if line.row else settle_start(line, habit)
    row = line.with_settled(start)
    if start and "\n" not in line.text[start[0][0] : line.values[-1][1]]:
        start = start[: row.whole_sums]
    elif not row.keeps_first_sums:
        return None
    return start or None


def _has_doubtful_blanks(line: DueRow, cells: Row, habit: Habit) -> bool:
    """Whether a row has empty cells and too many, or empty cells beneath an incomplete header.

    A row without empty cells is doubtful if one may hide a lost cell.
    """
    if any(map(is_blank, cells)):
        is_wide = len(line.values) > line.due and not habit.has_cells_of_full_rows(line)
        return is_wide or _has_partial_header(line)
    return _may_hide_a_lost_cell(line, habit)


def _stands_beneath_labels(line: DueRow, cells: Row) -> bool:
    """Whether every value stands beneath its column's label, and no printed sum is wrong."""
    if cells != line.beneath or _has_partial_header(line):
        return False
    return line.with_settled(cells).prints_no_sum


def _may_hide_a_lost_cell(line: DueRow, habit: Habit) -> bool:
    """Whether a value may stand in the place of a lost one, as empty cells stand between values.

    There are more cells than are due, and neither the header nor the layout's habits explain the
    empty ones; or more cells than in nearly all other rows, and an empty one among them.
    """
    if habit.is_among_the_widest(line):
        return True
    torn = len(line.values) > line.due and line.is_strewn
    return torn and not habit.has_constant_gaps(line) and not _is_below_header(line)


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
    partial = _has_partial_header(line) and any(map(is_blank, cells))
    return not (
        only_looks or partial or _has_joined_figures(line) or _may_hide_a_lost_cell(line, habit)
    )


def _prints_nothing(cell: Located) -> bool:
    """Whether nothing at all is printed in a cell."""
    return cell[0] == cell[1]
