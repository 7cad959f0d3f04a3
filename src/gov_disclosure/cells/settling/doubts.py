"""Reasons to distrust a row, most of which come from other rows of the report.

Some call for a proof by the sums of the form, others leave the row open whatever its sums are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...text.source import Place
from ..rows.due_row import DueRow
from ..sifting.completed import holds_two_in_a_cell, is_completed_below
from .evidence import Evidence, shape_beneath_header
from .suspects import ends_in_border, holds_stamp, skips_lines

_Reason = Callable[[DueRow, Evidence], bool]


def _is_in_layout_that_loses_cells(line: DueRow, evidence: Evidence) -> bool:
    """Whether rows in its layout lose or break cells."""
    return line.layout in evidence.losing_layouts


def _is_in_crowded_table(line: DueRow, evidence: Evidence) -> bool:
    """Whether some row of its kind has too many figures."""
    return line.due > 1 and line.kind in evidence.crowded_tables


def _is_full_with_piece_of_label(line: DueRow, evidence: Evidence) -> bool:
    """Whether a piece of a label is among its values."""
    return line.entry.place in evidence.rows_with_pieces_of_labels


def _is_beneath_own_columns(line: DueRow, evidence: Evidence) -> bool:
    """Whether its header names columns of the agency's own, and their places are not known."""
    return (
        None not in line.slots and line.entry.header.identity in evidence.headers_with_own_columns
    )


def _stands_above_figures(line: DueRow, evidence: Evidence) -> bool:
    """Whether a row that is not full stands right above unlabelled figures."""
    return 0 < len(line.filled) < line.due and line.entry.place in evidence.rows_right_above_figures


def _holds_edge_of_page(line: DueRow, _: Evidence) -> bool:
    """Whether an address or a date is among its values, as pages have them at their edges.

    Between the borders of a row that has all its cells, nothing of a page can stand.
    """
    return holds_stamp(line) and not (line.is_full and line.is_bordered)


def _has_gap_of_several_lines(line: DueRow, _: Evidence) -> bool:
    """Whether more line ends stand between two of its cells than between the others."""
    return skips_lines(line)


def _stands_off_its_labels(line: DueRow, evidence: Evidence) -> bool:
    """Whether two of its cells stand beneath one label, and its sums do not confirm them."""
    place = line.entry.place
    return place in evidence.rows_off_their_labels and not line.as_it_stands.keeps_rules


def _stands_above_digits(line: DueRow, evidence: Evidence) -> bool:
    """Whether digits below may be the rest of one of its figures."""
    return line.entry.place in evidence.rows_above_digits


def _is_full_with_lower_figures(line: DueRow, _: Evidence) -> bool:
    """Whether it is full only by counting figures on a line below its other figures."""
    return is_completed_below(line)


def _may_be_wider_than_it_seems(line: DueRow, _: Evidence) -> bool:
    """Whether one of its cells holds several figures, which may be those of two cells."""
    return holds_two_in_a_cell(line)


def _may_have_a_cell_in_an_overfull_row(line: DueRow, evidence: Evidence) -> bool:
    """Whether its empty or missing cell may stand in a row with too many figures."""
    if line.table not in evidence.overfull_tables:
        return False
    return not line.entry.values or line.width.is_strewn


def _may_have_a_column_of_its_own(line: DueRow, evidence: Evidence) -> bool:
    """Whether a column of the agency's own may stand for an empty or lost cell of the row."""
    return line.kind in evidence.tables_with_a_column_more and len(line.width.at) <= line.due


def _may_have_lost_a_dropped_line(line: DueRow, evidence: Evidence) -> bool:
    """Whether nothing stands behind its label, and a tool dropped lines that it met before."""
    return evidence.drops_repeated_lines and not line.entry.values


def _may_have_figures_of_own_columns(line: DueRow, evidence: Evidence) -> bool:
    """Whether its figures may stand in columns of the agency's own."""
    return _is_beneath_own_columns(line, evidence) and bool(line.width.at)


def _may_only_end_a_paragraph(line: DueRow, evidence: Evidence) -> bool:
    """Whether the blank line at its end may be no cell, as rows of its layout lose cells."""
    return drops_cells(line, evidence) and _ends_in_blank_line(line, evidence)


def _may_continue_below(line: DueRow, evidence: Evidence) -> bool:
    """Whether a figure right below may be missing from it, and no sum could show that."""
    return _stands_above_figures(line, evidence) and not line.as_it_stands.balances


def _may_be_clipped(line: DueRow, evidence: Evidence) -> bool:
    """Whether it ends with its label, although other rows have borders behind theirs."""
    cut = not line.entry.values and not ends_in_border(evidence.text, line.entry.place)
    return cut and line.layout in evidence.bordered_layouts


def _has_figures_elsewhere(line: DueRow, evidence: Evidence) -> bool:
    """Whether it has no figures, but they stand, or may stand, on another line."""
    if line.width.at:
        return False
    return line.table in evidence.tables_on_one_line or _has_figures_on_another_line(line, evidence)


def has_unread_figures(line: DueRow, evidence: Evidence) -> bool:
    """Whether the figures of a seemingly empty row may stand before the next label, unread.

    A number on a line of its own that was taken for a page number may be one of them.
    """
    if line.filled:
        return False
    return (
        line.entry.place in evidence.rows_beside_figures
        or unread_behind(line, evidence) is not None
    )


def is_confirmed_by_sibling(line: DueRow, evidence: Evidence) -> bool:
    """Whether a row as wide, with its first column at the same place, adds up as headed."""
    return shape_beneath_header(line) in evidence.confirmed_kinds


def drops_cells(line: DueRow, evidence: Evidence) -> bool:
    """Whether rows with figures have too few cells in its layout."""
    return line.layout in evidence.layouts_that_drop_cells


def _ends_in_blank_line(line: DueRow, evidence: Evidence) -> bool:
    """Whether a row that is not full ends in an empty line, and no row follows."""
    at, values = line.width.at, line.entry.values
    is_filled = 0 < len(at) < line.due
    if (
        not is_filled
        or at[-1] == len(values) - 1
        or line.entry.place in evidence.rows_followed_by_rows
    ):
        return False
    return "\n" in evidence.text[values[at[-1]][1] : values[-1][1]]


def unread_behind(line: DueRow, evidence: Evidence) -> Place | None:
    """The place of unread text behind a row without figures that may be its figures."""
    return evidence.unread_places.get(line.entry.place)


def _has_figures_on_another_line(line: DueRow, evidence: Evidence) -> bool:
    """Whether the row stands elsewhere with figures, or its own are unread."""
    return (line.table, line.row) in evidence.rows_with_figures or has_unread_figures(
        line, evidence
    )


_REASONS_FOR_PROOF: Sequence[_Reason] = (
    _is_in_layout_that_loses_cells,
    _is_in_crowded_table,
    _is_full_with_piece_of_label,
    _is_beneath_own_columns,
    _stands_above_figures,
    _holds_edge_of_page,
    _has_gap_of_several_lines,
    _stands_off_its_labels,
    _stands_above_digits,
    _is_full_with_lower_figures,
    _may_be_wider_than_it_seems,
)
"""Why a row may have lost a cell or hold something that is none: its sums have to prove it."""

_REASONS_TO_LEAVE_OPEN: Sequence[_Reason] = (
    _may_have_a_cell_in_an_overfull_row,
    _may_have_a_column_of_its_own,
    _is_full_with_piece_of_label,
    _may_have_lost_a_dropped_line,
    _holds_edge_of_page,
    _may_have_figures_of_own_columns,
    _stands_off_its_labels,
    _may_only_end_a_paragraph,
    _may_continue_below,
    _may_be_clipped,
    _has_figures_elsewhere,
)
"""Why the figures of a row may stand elsewhere, or its cells belong to others: it stays open."""


def must_be_proved(line: DueRow, evidence: Evidence) -> bool:
    """Whether the values of a row count only if its sums hold."""
    return any(reason(line, evidence) for reason in _REASONS_FOR_PROOF)


def must_stay_open(line: DueRow, evidence: Evidence) -> bool:
    """Whether the values of a row are left open even if its sums hold."""
    return any(reason(line, evidence) for reason in _REASONS_TO_LEAVE_OPEN)
