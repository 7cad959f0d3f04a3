"""Reasons to distrust a row that come from other rows of the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from functools import cached_property
from itertools import chain, pairwise
from operator import attrgetter

import attrs
from more_itertools import map_reduce, unique

from ...grids.choosing import Candidate
from ...grids.shown import Entry
from ...labels.marks import FIGURES
from ...layouts.grid import Layout
from ...text.source import Place
from ..columns.above import Above
from ..columns.nesting import names_own_columns
from ..columns.places import nested_tables, options_of
from ..rows.due_row import DueRow
from ..rows.narrow import without_pieces
from ..sifting.beneath import above_digits
from ..sifting.completed import holds_two_in_a_cell, is_completed_below
from ..vouching.once import drops_repeated_lines
from .beneath_labels import off_their_labels
from .ending import Ending
from .neighbours import above_figures, above_heaps, right_above_figures, right_below_figures
from .suspects import ends_in_border, holds_piece_of_label, holds_stamp, may_lose_cells, skips_lines
from .unread import unread_behind


@attrs.frozen(eq=False)
class Doubts:
    """All reasons to distrust a row that are found by looking at other rows of the report.

    The methods named in ``REASONS_FOR_PROOF`` and ``REASONS_TO_LEAVE_OPEN`` are these reasons.
    """

    text: str
    chosen: Sequence[Candidate]
    lines: Sequence[DueRow]

    def must_be_proved(self, line: DueRow) -> bool:
        """Whether the values of a row count only if its sums hold."""
        return any(reason(self, line) for reason in REASONS_FOR_PROOF)

    def must_stay_open(self, line: DueRow) -> bool:
        """Whether the values of a row are left open even if its sums hold."""
        return any(reason(self, line) for reason in REASONS_TO_LEAVE_OPEN)

    def is_in_layout_that_loses_cells(self, line: DueRow) -> bool:
        """Whether rows in its layout lose or break cells."""
        return line.layout in self._losing_layouts

    def is_in_crowded_table(self, line: DueRow) -> bool:
        """Whether some row of its kind has too many figures."""
        return line.due > 1 and line.kind in self._crowded_tables

    def is_full_with_piece_of_label(self, line: DueRow) -> bool:
        """Whether a piece of a label is among its values."""
        return line.entry.place in self._rows_with_pieces_of_labels

    def is_beneath_own_columns(self, line: DueRow) -> bool:
        """Whether its header names columns of the agency's own, and their places are not known."""
        return (
            None not in line.slots and line.entry.header.identity in self._headers_with_own_columns
        )

    def stands_above_figures(self, line: DueRow) -> bool:
        """Whether a row that is not full stands right above unlabelled figures."""
        return (
            0 < len(line.filled) < line.due and line.entry.place in self._rows_right_above_figures
        )

    def holds_edge_of_page(self, line: DueRow) -> bool:
        """Whether an address or a date is among its values, as pages have them at their edges."""
        return holds_stamp(line)

    def has_gap_of_several_lines(self, line: DueRow) -> bool:
        """Whether more line ends stand between two of its cells than between the others."""
        return skips_lines(line)

    def stands_off_its_labels(self, line: DueRow) -> bool:
        """Whether two of its cells stand beneath one label, and its sums do not confirm them."""
        place = line.entry.place
        return place in self._rows_off_their_labels and not line.as_it_stands.keeps_rules

    def stands_above_digits(self, line: DueRow) -> bool:
        """Whether digits below may be the rest of one of its figures."""
        return line.entry.place in self._rows_above_digits

    def is_full_with_lower_figures(self, line: DueRow) -> bool:
        """Whether it is full only by counting figures on a line below its other figures."""
        return is_completed_below(line)

    def may_be_wider_than_it_seems(self, line: DueRow) -> bool:
        """Whether one of its cells holds several figures, which may be those of two cells."""
        return holds_two_in_a_cell(line)

    def may_have_a_cell_in_an_overfull_row(self, line: DueRow) -> bool:
        """Whether its empty or missing cell may stand in a row with too many figures."""
        if line.table not in self._overfull_tables:
            return False
        return not line.entry.values or line.width.is_strewn

    def may_have_a_column_of_its_own(self, line: DueRow) -> bool:
        """Whether a column of the agency's own may stand for an empty or lost cell of the row."""
        return line.kind in self._tables_with_a_column_more and len(line.width.at) <= line.due

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
        return cut and line.layout in self._bordered_layouts

    def has_figures_elsewhere(self, line: DueRow) -> bool:
        """Whether it has no figures, but they stand, or may stand, on another line."""
        if line.width.at:
            return False
        return line.table in self._tables_on_one_line or self._has_figures_on_another_line(line)

    def has_unread_figures(self, line: DueRow) -> bool:
        """Whether the figures of a seemingly empty row may stand before the next label, unread.

        A number on a line of its own that was taken for a page number may be one of them.
        """
        if line.filled:
            return False
        return line.entry.place in self._rows_beside_figures or self.unread_behind(line) is not None

    def is_confirmed_by_sibling(self, line: DueRow) -> bool:
        """Whether a row as wide, with its first column at the same place, adds up as headed."""
        return _kind(line) in self._confirmed_kinds

    def drops_cells(self, line: DueRow) -> bool:
        """Whether rows with figures have too few cells in its layout."""
        return line.layout in self._layouts_that_drop_cells

    @cached_property
    def ending(self) -> Ending:
        """Where the text and its tables end, and what may be cut off there."""
        return Ending(self.text, self.chosen, self.lines)

    @cached_property
    def drops_repeated_lines(self) -> bool:
        """Whether a tool dropped every line that it had met before."""
        return drops_repeated_lines(self.chosen)

    @cached_property
    def _rows_off_their_labels(self) -> Set[Place]:
        """The rows, by their place, with two cells beneath one label."""
        return off_their_labels(self.lines)

    @cached_property
    def _rows_above_digits(self) -> Set[Place]:
        """The rows, by their place, above digits that may be the rest of a figure."""
        return above_digits(self.lines)

    @cached_property
    def _losing_layouts(self) -> Set[Layout]:
        """The layouts whose rows lose or break cells."""
        return {line.layout for line in self._rows_not_cut_off if may_lose_cells(line)}

    @cached_property
    def _rows_not_cut_off(self) -> Sequence[DueRow]:
        """The rows that the end of the text does not cut off."""
        return [line for line in self.lines if not self.ending.ends_within(line)]

    @cached_property
    def _bordered_layouts(self) -> Set[Layout]:
        """The layouts whose rows have borders between their cells."""
        return {line.layout for line in self.lines if line.is_bordered}

    @cached_property
    def _layouts_that_drop_cells(self) -> Set[Layout]:
        """The layouts in which a row with figures has too few cells, and is not cut off."""
        lines = (line for line in self._rows_not_cut_off if line.row and line.entry.filled)
        return {line.layout for line in lines if line.has_too_few_cells}

    @cached_property
    def _rows_followed_by_rows(self) -> Set[Place]:
        """The rows, by their place, right behind which another row or group of rows begins."""
        pairs = chain.from_iterable(pairwise(c.shown.reads) for c in self.chosen)
        followed = (one for one, other in pairs if isinstance(other, Entry) or other.is_above_rows)
        return {one.place for one in followed if isinstance(one, Entry)}

    @cached_property
    def _headers_with_own_columns(self) -> Set[int]:
        """The headers of nested tables, by their identity, with columns of the agency's own."""
        rows = (line for line in self.lines if line.row and line.table in nested_tables())
        beneath = unique(rows, key=lambda line: line.entry.header.identity)
        options = ((options_of(line.table, line.row, line.form)[0], line) for line in beneath)
        return {
            line.entry.header.identity
            for option, line in options
            if names_own_columns(Above(line.entry.header, line.text), option)
        }

    def _ends_in_blank_line(self, line: DueRow) -> bool:
        """Whether a row that is not full ends in an empty line, and no row follows."""
        at, values = line.width.at, line.entry.values
        is_filled = 0 < len(at) < line.due
        if (
            not is_filled
            or at[-1] == len(values) - 1
            or line.entry.place in self._rows_followed_by_rows
        ):
            return False
        return "\n" in self.text[values[at[-1]][1] : values[-1][1]]

    @cached_property
    def _rows_with_pieces_of_labels(self) -> Set[Place]:
        """The rows, by their place, with a piece of a label among their values."""
        return {line.entry.place for line in self.lines if holds_piece_of_label(line)}

    @cached_property
    def _crowded_tables(self) -> Set[tuple[str, int]]:
        """The tables, with the number due, in which some row has too many figures."""
        return {line.kind for line in self.lines if len(line.filled) > line.due}

    @cached_property
    def _overfull_tables(self) -> Set[str]:
        """The tables in which some row has too many figures."""
        return {table for table, _ in self._crowded_tables}

    @cached_property
    def _tables_with_a_column_more(self) -> Set[tuple[str, int]]:
        """The nested tables, with the number due, in which many rows have too many figures."""
        alike = map_reduce(self.lines, attrgetter("kind"))
        nested = [key for key in self._crowded_tables if key[0] in nested_tables()]
        some = {key: without_pieces(alike[key]) for key in nested}
        return {key for key, rows in some.items() if _have_a_column_more(rows)}

    @cached_property
    def _rows_beside_figures(self) -> Set[Place]:
        """The rows, by their place, next to figures that may be theirs."""
        return {
            *above_figures(self.chosen),
            *above_heaps(self.chosen),
            *right_below_figures(self.chosen),
        }

    @cached_property
    def _rows_right_above_figures(self) -> Set[Place]:
        """The rows, by their place, right above unlabelled figures."""
        return {*right_above_figures(self.chosen)}

    def unread_behind(self, line: DueRow) -> Place | None:
        """The place of unread text behind a row without figures that may be its figures."""
        return self._unread_places.get(line.entry.place)

    @cached_property
    def _unread_places(self) -> Mapping[Place, Place]:
        """The places of unread text that may be figures, by the place of the row before it."""
        return unread_behind(self.text, self.chosen)

    def _has_figures_on_another_line(self, line: DueRow) -> bool:
        """Whether the row stands elsewhere with figures, or its own are unread."""
        return (line.table, line.row) in self._rows_with_figures or self.has_unread_figures(line)

    @cached_property
    def _tables_on_one_line(self) -> Set[str]:
        """The tables with a line of figures that is not the line of a single row."""
        entries = chain.from_iterable(candidate.shown.entries for candidate in self.chosen)
        return {entry.table for entry in entries if entry.filled and not entry.terms}

    @cached_property
    def _rows_with_figures(self) -> Set[tuple[str, str]]:
        """The rows, by table and key, that stand somewhere with figures."""
        entries = chain.from_iterable(candidate.shown.entries for candidate in self.chosen)
        return {(e.table, e.terms[0].key) for e in entries if e.filled and len(e.terms) == 1}

    @cached_property
    def _confirmed_kinds(self) -> Set[tuple[str, int, int | None]]:
        """The kinds of rows of which one adds up beneath its header."""
        return {_kind(line) for line in self.lines if self._adds_up_beneath_header(line)}

    def _adds_up_beneath_header(self, line: DueRow) -> bool:
        """Whether the values beneath the header are held by sums up to the last place."""
        cells = line.width.beneath
        if not cells:
            return False
        return line.with_settled(cells).whole_sums == len(cells)


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


def _kind(line: DueRow) -> tuple[str, int, int | None]:
    """The table of a row, the width of its line, and the place of its first column."""
    return line.table, line.width.wide, line.width.head


def _have_a_column_more(rows: Sequence[DueRow]) -> bool:
    """Whether half of the rows with enough figures have too many, as if for one more column."""
    counts = [sum(cell[2].sort in FIGURES for cell in row.filled) - row.due for row in rows]
    more = sum(count > 0 for count in counts)
    return more > 0 and 2 * more >= sum(count >= 0 for count in counts)
