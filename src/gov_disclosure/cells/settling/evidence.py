"""Evidence of lost, torn and misplaced cells, gathered from all rows of a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from itertools import chain, pairwise
from operator import attrgetter

import attrs
from more_itertools import map_reduce, unique_everseen

from ...grids.choosing import Candidate
from ...grids.entries import Entry
from ...grids.header import Header
from ...labels.marks import FIGURES, Sort
from ...layouts.grid import Layout, Located
from ...text.source import Place
from ..columns.above import Above
from ..columns.nesting import names_own_columns
from ..columns.places import nested_tables, options_of
from ..rows.due_row import DueRow
from ..rows.narrow import without_pieces
from ..sifting.added import added_rows
from ..sifting.dropped import drops_repeated_lines
from .by_figures import empty_by_figures, right_above_figures, unread_behind
from .ending import Ending
from .misaligned import off_their_labels


@attrs.frozen(eq=False)
class Evidence:
    """What the rows of a report show about its layouts, its tables and each other.

    ``due`` are all rows as they were matched to the form; ``lines`` those that were not dropped.
    Each sign is looked for when it is first needed.
    """

    text: str
    chosen: Sequence[Candidate]
    lines: Sequence[DueRow]
    due: Sequence[DueRow] = ()

    @cached_property
    def ending(self) -> Ending:
        """Where the text and its tables end, and what may be cut off there."""
        return Ending(self.text, self.chosen, self.lines)

    @cached_property
    def drops_repeated_lines(self) -> bool:
        """Whether a tool dropped every line that it had met before."""
        return drops_repeated_lines(self.chosen)

    @cached_property
    def rows_off_their_labels(self) -> Set[Place]:
        """The rows, by their place, with two cells beneath one label."""
        return off_their_labels(self.lines)

    @cached_property
    def losing_layouts(self) -> Set[Layout]:
        """The layouts whose rows lose or break cells."""
        losing = filter(_may_lose_cells, self.lines)
        return {line.layout for line in losing if not self.ending.ends_within(line)}

    @cached_property
    def bordered_layouts(self) -> Set[Layout]:
        """The layouts whose rows have borders between their cells."""
        return {line.layout for line in self.lines if line.is_bordered}

    @cached_property
    def layouts_that_drop_cells(self) -> Set[Layout]:
        """The layouts in which a row with figures has too few cells, and is not cut off."""
        short = [line for line in self.lines if line.filled and line.row and line.has_too_few_cells]
        return {line.layout for line in short if not self.ending.ends_within(line)}

    @cached_property
    def rows_followed_by_rows(self) -> Set[Place]:
        """The rows, by their place, right behind which another row or group of rows begins."""
        pairs = chain.from_iterable(pairwise(c.shown.reads) for c in self.chosen)
        followed = (one for one, other in pairs if isinstance(other, Entry) or other.is_above_rows)
        return {one.place for one in followed if isinstance(one, Entry)}

    @cached_property
    def headers_with_own_columns(self) -> Set[Header]:
        """The headers of nested tables with columns of the agency's own."""
        rows = (line for line in self.lines if line.row and line.table in nested_tables())
        beneath = unique_everseen(rows, key=lambda line: line.entry.header)
        options = ((options_of(line.table, line.row, line.form)[0], line) for line in beneath)
        return {
            line.entry.header
            for option, line in options
            if names_own_columns(Above(line.entry.header, line.text), option)
        }

    @cached_property
    def words(self) -> Sequence[tuple[DueRow, Located]]:
        """The words among the values of rows, each with its row."""
        return [
            (line, cell) for line in self.lines for cell in line.filled if cell[2].sort is Sort.TEXT
        ]

    @cached_property
    def crowded_tables(self) -> Set[tuple[str, int]]:
        """The tables, with the number due, in which some row has too many figures."""
        return {line.kind for line in self.lines if len(line.filled) > line.due}

    @cached_property
    def overfull_tables(self) -> Set[str]:
        """The tables in which some row has too many figures."""
        return {table for table, _ in self.crowded_tables}

    @cached_property
    def tables_with_a_column_more(self) -> Set[tuple[str, int]]:
        """The nested tables, with the number due, in which many rows have too many figures."""
        alike = map_reduce(self.lines, attrgetter("kind"))
        nested = [key for key in self.crowded_tables if key[0] in nested_tables()]
        some = {key: without_pieces(alike[key]) for key in nested}
        return {key for key, rows in some.items() if _have_a_column_more(rows)}

    @cached_property
    def rows_by_unread_figures(self) -> Set[Place]:
        """The rows without figures, by their place, that may have some around them, or unread ones.

        A number on a line of its own that was taken for a page number may be one of them.
        """
        return {*empty_by_figures(self.chosen), *self.unread_places}

    @cached_property
    def rows_right_above_figures(self) -> Set[Place]:
        """The rows, by their place, right above unlabelled figures."""
        return {*chain.from_iterable(map(right_above_figures, self.chosen))}

    @cached_property
    def unread_places(self) -> Mapping[Place, Place]:
        """The places of unread text that may be figures, by the place of the row before it."""
        return unread_behind(self.text, self.chosen)

    @cached_property
    def tables_on_one_line(self) -> Set[str]:
        """The tables with a line of figures that is not the line of a single row."""
        entries = chain.from_iterable(candidate.shown.entries for candidate in self.chosen)
        return {entry.table for entry in entries if entry.filled and not entry.terms}

    @cached_property
    def added(self) -> Set[Place]:
        """The rows, by their place, that are another row than their label says."""
        return added_rows(self.due)

    @cached_property
    def rows_with_figures(self) -> Set[tuple[str, str]]:
        """The rows, by table and key, that stand somewhere with figures, no added ones."""
        entries = chain.from_iterable(candidate.shown.entries for candidate in self.chosen)
        filled = (entry for entry in entries if entry.filled and entry.place not in self.added)
        return {(entry.table, entry.terms[0].key) for entry in filled if len(entry.terms) == 1}

    @cached_property
    def confirmed_kinds(self) -> Set[tuple[str, int, int | None]]:
        """The kinds of rows of which one adds up beneath its header."""
        return {
            shape_beneath_header(line) for line in self.lines if self._adds_up_beneath_header(line)
        }

    def _adds_up_beneath_header(self, line: DueRow) -> bool:
        """Whether the values beneath the header are held by sums up to the last place."""
        cells = line.beneath
        if not cells:
            return False
        return line.with_settled(cells).whole_sums == len(cells)


def shape_beneath_header(line: DueRow) -> tuple[str, int, int | None]:
    """The table of a row, the width of its line, and the place of its first column."""
    return line.table, line.wide, line.head


def _may_lose_cells(line: DueRow) -> bool:
    """Whether a row shows that its layout loses or breaks cells."""
    lost = bool(line.filled) and line.has_too_few_cells
    return lost or line.layout.by_eye or line.loose > 0 or line.is_bare


def _have_a_column_more(rows: Sequence[DueRow]) -> bool:
    """Whether half of the rows with enough figures have too many, as if for one more column."""
    counts = [sum(cell[2].sort in FIGURES for cell in row.filled) - row.due for row in rows]
    more = sum(count > 0 for count in counts)
    return more > 0 and 2 * more >= sum(count >= 0 for count in counts)
