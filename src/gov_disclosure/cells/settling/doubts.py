"""Reasons to distrust a row that come from other rows of the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from ...text.source import Place
from ..rows.due_row import DueRow
from ..sifting.completed import holds_two_in_a_cell, is_completed_below
from .evidence import Evidence, shape_beneath_header
from .suspects import ends_in_border, holds_stamp, skips_lines


@attrs.frozen(eq=False)
class Doubts(Evidence):
    """All reasons to distrust a row that are found by looking at other rows of the report.

    The methods named in ``REASONS_FOR_PROOF`` and ``REASONS_TO_LEAVE_OPEN`` are these reasons.
    """

    def must_be_proved(self, line: DueRow) -> bool:
        """Whether the values of a row count only if its sums hold."""
        return any(reason(self, line) for reason in REASONS_FOR_PROOF)

    def must_stay_open(self, line: DueRow) -> bool:
        """Whether the values of a row are left open even if its sums hold."""
        return any(reason(self, line) for reason in REASONS_TO_LEAVE_OPEN)

    def is_in_layout_that_loses_cells(self, line: DueRow) -> bool:
        """Whether rows in its layout lose or break cells."""
        return line.layout in self.losing_layouts

    def is_in_crowded_table(self, line: DueRow) -> bool:
        """Whether some row of its kind has too many figures."""
        return line.due > 1 and line.kind in self.crowded_tables

    def is_full_with_piece_of_label(self, line: DueRow) -> bool:
        """Whether a piece of a label is among its values."""
        return line.entry.place in self.rows_with_pieces_of_labels

    def is_beneath_own_columns(self, line: DueRow) -> bool:
        """Whether its header names columns of the agency's own, and their places are not known."""
        return (
            None not in line.slots and line.entry.header.identity in self.headers_with_own_columns
        )

    def stands_above_figures(self, line: DueRow) -> bool:
        """Whether a row that is not full stands right above unlabelled figures."""
        return 0 < len(line.filled) < line.due and line.entry.place in self.rows_right_above_figures

    def holds_edge_of_page(self, line: DueRow) -> bool:
        """Whether an address or a date is among its values, as pages have them at their edges."""
        return holds_stamp(line)

    def has_gap_of_several_lines(self, line: DueRow) -> bool:
        """Whether more line ends stand between two of its cells than between the others."""
        return skips_lines(line)

    def stands_off_its_labels(self, line: DueRow) -> bool:
        """Whether two of its cells stand beneath one label, and its sums do not confirm them."""
        place = line.entry.place
        return place in self.rows_off_their_labels and not line.as_it_stands.keeps_rules

    def stands_above_digits(self, line: DueRow) -> bool:
        """Whether digits below may be the rest of one of its figures."""
        return line.entry.place in self.rows_above_digits

    def is_full_with_lower_figures(self, line: DueRow) -> bool:
        """Whether it is full only by counting figures on a line below its other figures."""
        return is_completed_below(line)

    def may_be_wider_than_it_seems(self, line: DueRow) -> bool:
        """Whether one of its cells holds several figures, which may be those of two cells."""
        return holds_two_in_a_cell(line)

    def may_have_a_cell_in_an_overfull_row(self, line: DueRow) -> bool:
        """Whether its empty or missing cell may stand in a row with too many figures."""
        if line.table not in self.overfull_tables:
            return False
        return not line.entry.values or line.width.is_strewn

    def may_have_a_column_of_its_own(self, line: DueRow) -> bool:
        """Whether a column of the agency's own may stand for an empty or lost cell of the row."""
        return line.kind in self.tables_with_a_column_more and len(line.width.at) <= line.due

    def may_have_lost_a_dropped_line(self, line: DueRow) -> bool:
        """Whether nothing stands behind its label, and a tool dropped lines that it met before."""
        return self.drops_repeated_lines and not line.entry.values

    def may_have_figures_of_own_columns(self, line: DueRow) -> bool:
        """Whether its figures may stand in columns of the agency's own."""
        return self.is_beneath_own_columns(line) and bool(line.width.at)

    def may_only_end_a_paragraph(self, line: DueRow) -> bool:
        """Whether the blank line at its end may be no cell, as rows of its layout lose cells."""
        return self.drops_cells(line) and self._ends_in_blank_line(line)

    def may_continue_below(self, line: DueRow) -> bool:
        """Whether a figure right below may be missing from it, and no sum could show that."""
        return self.stands_above_figures(line) and not line.as_it_stands.balances

    def may_be_clipped(self, line: DueRow) -> bool:
        """Whether it ends with its label, although other rows have borders behind theirs."""
        cut = not line.entry.values and not ends_in_border(self.text, line.entry.place)
        return cut and line.layout in self.bordered_layouts

    def has_figures_elsewhere(self, line: DueRow) -> bool:
        """Whether it has no figures, but they stand, or may stand, on another line."""
        if line.width.at:
            return False
        return line.table in self.tables_on_one_line or self._has_figures_on_another_line(line)

    def has_unread_figures(self, line: DueRow) -> bool:
        """Whether the figures of a seemingly empty row may stand before the next label, unread.

        A number on a line of its own that was taken for a page number may be one of them.
        """
        if line.filled:
            return False
        return line.entry.place in self.rows_beside_figures or self.unread_behind(line) is not None

    def is_confirmed_by_sibling(self, line: DueRow) -> bool:
        """Whether a row as wide, with its first column at the same place, adds up as headed."""
        return shape_beneath_header(line) in self.confirmed_kinds

    def drops_cells(self, line: DueRow) -> bool:
        """Whether rows with figures have too few cells in its layout."""
        return line.layout in self.layouts_that_drop_cells

    def _ends_in_blank_line(self, line: DueRow) -> bool:
        """Whether a row that is not full ends in an empty line, and no row follows."""
        at, values = line.width.at, line.entry.values
        is_filled = 0 < len(at) < line.due
        if (
            not is_filled
            or at[-1] == len(values) - 1
            or line.entry.place in self.rows_followed_by_rows
        ):
            return False
        return "\n" in self.text[values[at[-1]][1] : values[-1][1]]

    def unread_behind(self, line: DueRow) -> Place | None:
        """The place of unread text behind a row without figures that may be its figures."""
        return self.unread_places.get(line.entry.place)

    def _has_figures_on_another_line(self, line: DueRow) -> bool:
        """Whether the row stands elsewhere with figures, or its own are unread."""
        return (line.table, line.row) in self.rows_with_figures or self.has_unread_figures(line)


Reason = Callable[[Doubts, DueRow], bool]

REASONS_FOR_PROOF: Sequence[Reason] = (
    Doubts.is_in_layout_that_loses_cells,
    Doubts.is_in_crowded_table,
    Doubts.is_full_with_piece_of_label,
    Doubts.is_beneath_own_columns,
    Doubts.stands_above_figures,
    Doubts.holds_edge_of_page,
    Doubts.has_gap_of_several_lines,
    Doubts.stands_off_its_labels,
    Doubts.stands_above_digits,
    Doubts.is_full_with_lower_figures,
    Doubts.may_be_wider_than_it_seems,
)
"""Why a row may have lost a cell or hold something that is none: its sums have to prove it."""

REASONS_TO_LEAVE_OPEN: Sequence[Reason] = (
    Doubts.may_have_a_cell_in_an_overfull_row,
    Doubts.may_have_a_column_of_its_own,
    Doubts.is_full_with_piece_of_label,
    Doubts.may_have_lost_a_dropped_line,
    Doubts.holds_edge_of_page,
    Doubts.may_have_figures_of_own_columns,
    Doubts.stands_off_its_labels,
    Doubts.may_only_end_a_paragraph,
    Doubts.may_continue_below,
    Doubts.may_be_clipped,
    Doubts.has_figures_elsewhere,
)
"""Why the figures of a row may stand elsewhere, or its cells belong to others: it stays open."""
