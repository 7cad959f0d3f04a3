"""What the lines of a report tell of one another: which may have lost cells, or be of others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from itertools import chain, pairwise

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
    """What other lines tell of one, and mostly against it: of its layout, its table, or its row."""

    text: str
    chosen: Sequence[Candidate]
    lines: Sequence[DueRow]

    def speak_against(self, line: DueRow) -> bool:
        """Whether the values of a line have to be proved."""
        crowded = line.due > 1 and (line.table, line.due) in self._crowded
        if line.layout in self._losing or crowded or self.only_looks_full(line):
            return True
        if self.is_beneath_own_columns(line) or self._stands_above_figures(line):
            return True
        if self.may_hold_an_edge_of_a_page(line) or skips_lines(line):
            return True
        if self.stands_off_its_labels(line) or line.entry.place in self._above_digits:
            return True
        return is_completed_below(line) or holds_two_in_a_cell(line)

    def forbid(self, line: DueRow) -> bool:
        """Whether nothing can be told of a line, for one of the reasons that are listed below."""
        return any(reason(self, line) for reason in _REASONS)

    def lacks_what_another_has_too_many(self, line: DueRow) -> bool:
        """Whether a cell that is empty, or is not there, may stand in a row with too many."""
        if line.table not in self._overfull:
            return False
        return not line.entry.values or line.width.is_strewn

    def may_have_a_column_more(self, line: DueRow) -> bool:
        """Whether one that the form lacks may stand for what is empty or lost: no sum tells it."""
        return (line.table, line.due) in self._widened and len(line.width.at) <= line.due

    def only_looks_full(self, line: DueRow) -> bool:
        """Whether a row is full only with a piece of a label."""
        return line.entry.place in self._with_pieces

    def may_have_lost_a_repeated_line(self, line: DueRow) -> bool:
        """Whether nothing stands behind a label where lines are left out that stood before."""
        return self.once and not line.entry.values

    def may_hold_an_edge_of_a_page(self, line: DueRow) -> bool:
        """Whether an address or a day stands among the values: it need be no cell of the row."""
        return holds_stamp(line)

    def may_be_of_own_columns(self, line: DueRow) -> bool:
        """Whether a figure may stand in a column of the agency's own, whose place is not told."""
        return self.is_beneath_own_columns(line) and bool(line.width.at)

    def stands_off_its_labels(self, line: DueRow) -> bool:
        """Whether two of its cells stand beneath one label, and no sum holds them."""
        place = line.entry.place
        return place in self._off_their_labels and not line.as_it_stands.keeps_rules

    def may_only_end_a_paragraph(self, line: DueRow) -> bool:
        """Whether the blank line at the end of a row need be no cell, as rows lose empty ones."""
        return self.drops_cells(line) and self._ends_in_blank_line(line)

    def drops_cells(self, line: DueRow) -> bool:
        """Whether rows with figures lack cells in its layout."""
        return line.layout in self._dropping

    def may_go_on_below(self, line: DueRow) -> bool:
        """Whether a figure right below a row may be one that it lacks, and no sum would tell."""
        return self._stands_above_figures(line) and not line.as_it_stands.balances

    def may_be_clipped(self, line: DueRow) -> bool:
        """Whether a row ends with its label, while borders stand behind those of others."""
        cut = not line.entry.values and not ends_in_border(self.text, line.entry.place)
        return cut and line.layout in self._bordered

    def is_told_elsewhere(self, line: DueRow) -> bool:
        """Whether a row without figures is not empty, as some stand on another line."""
        if line.width.at:
            return False
        return line.table in self._told_in_one or self._is_told(line)

    def belie(self, line: DueRow) -> bool:
        """Whether a line without figures is not empty, as some stand before the next row's label.

        Those of a row that no form has are its own, where rows have lines of their own.  A number
        on a line of its own that was taken for a page's may be the row's as well.
        """
        if line.filled:
            return False
        return line.entry.place in self._beside_figures or self.unread_behind(line) is not None

    def leave_sure(self, line: DueRow) -> bool:
        """Whether others as wide, under a header with the same first column, add up beneath it."""
        return _kind(line) in self._sure

    @cached_property
    def ending(self) -> Ending:
        """Where the text and its tables end, and what may be cut off there."""
        return Ending(self.text, self.chosen, self.lines)

    @cached_property
    def once(self) -> bool:
        """Whether lines are dropped that the text has already."""
        return drops_repeated_lines(self.chosen)

    @cached_property
    def _off_their_labels(self) -> Set[Place]:
        """The rows, by their place, with such cells."""
        return off_their_labels(self.lines)

    @cached_property
    def _above_digits(self) -> Set[Place]:
        """The rows, by their place, of which digits below may be the rest of a figure."""
        return above_digits(self.lines)

    @cached_property
    def _losing(self) -> Set[Layout]:
        """The layouts of which rows lose cells."""
        return {line.layout for line in self._ended if may_lose_cells(line)}

    @cached_property
    def _ended(self) -> Sequence[DueRow]:
        """The lines that the text does not end in."""
        return [line for line in self.lines if not self.ending.ends_within(line)]

    @cached_property
    def _bordered(self) -> Set[Layout]:
        """The layouts of which rows have borders between their cells."""
        return {line.layout for line in self.lines if line.is_bordered}

    @cached_property
    def _dropping(self) -> Set[Layout]:
        """The layouts of which a row with figures lacks cells, and not as the text ends in it."""
        lines = (line for line in self._ended if line.row and line.entry.filled)
        return {line.layout for line in lines if line.lacks_cells}

    @cached_property
    def _followed(self) -> Set[Place]:
        """The entries, by their place, right behind which a row or a group of rows begins."""
        pairs = chain.from_iterable(pairwise(c.shown.reads) for c in self.chosen)
        followed = (one for one, other in pairs if isinstance(other, Entry) or other.is_above_rows)
        return {one.place for one in followed if isinstance(one, Entry)}

    def is_beneath_own_columns(self, line: DueRow) -> bool:
        """Whether the header names columns that the form lacks, and places are told for none."""
        return None not in line.slots and line.entry.header.identity in self._with_own_columns

    @cached_property
    def _with_own_columns(self) -> Set[int]:
        """The headers of nested tables, by their identity, that name such columns."""
        rows = (line for line in self.lines if line.row and line.table in nested_tables())
        beneath = unique(rows, key=lambda line: line.entry.header.identity)
        options = ((options_of(line.table, line.row, line.form)[0], line) for line in beneath)
        return {
            line.entry.header.identity
            for option, line in options
            if names_own_columns(Above(line.entry.header, line.text), option)
        }

    def _ends_in_blank_line(self, line: DueRow) -> bool:
        """Whether the last cell of a row that is not full is an empty line, and no row follows."""
        at, values = line.width.at, line.entry.values
        is_filled = 0 < len(at) < line.due
        if not is_filled or at[-1] == len(values) - 1 or line.entry.place in self._followed:
            return False
        return "\n" in self.text[values[at[-1]][1] : values[-1][1]]

    @cached_property
    def _with_pieces(self) -> Set[Place]:
        """The entries, by their place, with words from a label that ends behind them."""
        return {line.entry.place for line in self.lines if holds_piece_of_label(line)}

    @cached_property
    def _crowded(self) -> Set[tuple[str, int]]:
        """The tables, with the number due, of which rows have too many figures."""
        return {(line.table, line.due) for line in self.lines if len(line.filled) > line.due}

    @cached_property
    def _overfull(self) -> Set[str]:
        """The tables of these."""
        return {table for table, _ in self._crowded}

    @cached_property
    def _widened(self) -> Set[tuple[str, int]]:
        """Those of which many rows below one header have too many."""
        alike = map_reduce(self.lines, lambda line: (line.table, line.due))
        nested = [key for key in self._crowded if key[0] in nested_tables()]
        some = {key: without_pieces(alike[key]) for key in nested}
        return {key for key, rows in some.items() if _are_widened(rows)}

    @cached_property
    def _beside_figures(self) -> Set[Place]:
        """The rows beside which figures stand that may be their own, by the places of labels."""
        return {
            *above_figures(self.chosen),
            *above_heaps(self.chosen),
            *right_below_figures(self.chosen),
        }

    def _stands_above_figures(self, line: DueRow) -> bool:
        """Whether a row that is not full stands right above cells behind no label."""
        return 0 < len(line.filled) < line.due and line.entry.place in self._right_above_figures

    @cached_property
    def _right_above_figures(self) -> Set[Place]:
        """The rows right below which cells stand behind no label, a figure first."""
        return {*right_above_figures(self.chosen)}

    def unread_behind(self, line: DueRow) -> Place | None:
        """Where something behind a row without figures is no cell, and may be its figures."""
        return self._unread.get(line.entry.place)

    @cached_property
    def _unread(self) -> Mapping[Place, Place]:
        """Where such stands, by the place of the entry before it."""
        return unread_behind(self.text, self.chosen)

    def _is_told(self, line: DueRow) -> bool:
        return (line.table, line.row) in self._told or self.belie(line)

    @cached_property
    def _told_in_one(self) -> Set[str]:
        """The tables of which a line with figures is there that holds all rows, or some of them."""
        entries = chain.from_iterable(candidate.shown.entries for candidate in self.chosen)
        return {entry.table for entry in entries if entry.filled and not entry.terms}

    @cached_property
    def _told(self) -> Set[tuple[str, str]]:
        """The rows, by table and key, of which lines with figures are there."""
        entries = chain.from_iterable(candidate.shown.entries for candidate in self.chosen)
        return {(e.table, e.terms[0].key) for e in entries if e.filled and len(e.terms) == 1}

    @cached_property
    def _sure(self) -> Set[tuple[str, int, int | None]]:
        """The kinds of rows of which one adds up beneath the header."""
        return {_kind(line) for line in self.lines if self._adds_up_beneath_header(line)}

    def _adds_up_beneath_header(self, line: DueRow) -> bool:
        """Whether the values beneath the header have a sum of something, up to the last place."""
        cells = line.width.beneath
        if not cells:
            return False
        return line.with_settled(cells).whole_sums == len(cells)


_REASONS = (
    Doubts.lacks_what_another_has_too_many,
    Doubts.may_have_a_column_more,
    Doubts.only_looks_full,
    Doubts.may_have_lost_a_repeated_line,
    Doubts.may_hold_an_edge_of_a_page,
    Doubts.may_be_of_own_columns,
    Doubts.stands_off_its_labels,
    Doubts.may_only_end_a_paragraph,
    Doubts.may_go_on_below,
    Doubts.may_be_clipped,
    Doubts.is_told_elsewhere,
)
"""Why the cells of a line may be those of others, so that nothing can be told of it."""


def _kind(line: DueRow) -> tuple[str, int, int | None]:
    """The table of a row with its width and the place of its first column."""
    return line.table, line.width.wide, line.width.head


def _are_widened(rows: Sequence[DueRow]) -> bool:
    """Whether half of the rows that have enough figures have more, as for a column of their own."""
    counts = [sum(cell[2].sort in FIGURES for cell in row.filled) - row.due for row in rows]
    more = sum(count > 0 for count in counts)
    return more > 0 and 2 * more >= sum(count >= 0 for count in counts)
