"""Rows at which the text breaks off, and tables that end before their last row.

A cell that was cut off looks like an empty one, unless something stands behind it: a border that
closes the cell, or the end of a line that holds the whole row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from itertools import chain

import attrs
from more_itertools import map_reduce

from ...grids.choosing import Candidate
from ...grids.entries import Entry
from ...grids.runs import Run
from ...labels.marks import Sort
from ...labels.spelling import begins_label
from ...labels.vocabulary import Role
from ...layouts.grid import Layout, Located, Row, is_blank
from ...text.fold import fold, squeeze
from ...text.source import Place, is_cut_at, says_nothing_behind
from ..rows.due_row import DueRow
from ..rows.table_row import printed_table
from ..standing import is_all_of_line, line_before

FAR = 64
"""No rest of a label reaches farther, with all that may stand between its pieces."""
_FILLERS = "||"


@attrs.frozen(eq=False)
class Ending:
    """The end of a text and of its tables, and what may be cut off there."""

    text: str
    chosen: Sequence[Candidate]
    lines: Sequence[DueRow]

    def may_be_cut_off(self, line: DueRow) -> bool:
        """Whether a row may have had more figures, as the text or its table breaks off there."""
        return self.ends_within(line) or (
            line.place in self._rows_of_broken_off_tables and not self.is_last(line)
        )

    def ends_within(self, line: DueRow) -> bool:
        """Whether the text ends, or may end, inside a row that is not full."""
        if len(line.filled) >= line.due or not self.is_last(line) or _is_as_wide_as_any(line):
            return False
        behind = self.text[line.entry.run.said_until :]
        is_filled_up = line.candidate.stretch.has_fillers and _FILLERS in behind
        return not (is_filled_up or self._ends_with_its_line(line))

    def is_last(self, line: DueRow) -> bool:
        """Whether nothing follows a row in the text but the rest of its label."""
        return line.place in self._last_rows

    def without_cut_cells(self, line: DueRow, cells: Row) -> Row:
        """Drop trailing empty cells that nothing closes if the text ends there.

        A row without figures has none left in a layout that is read by eye, as its cells may have
        followed on a lower line.
        """
        if not is_blank(cells[-1]) or not self.is_last(line):
            return cells
        if line.layout.by_eye and not line.filled and not self._ends_a_line:
            return []
        ended = [at for at, cell in enumerate(cells, 1) if self._is_closed_behind(cell)]
        return cells[: max(ended, default=0)]

    def is_unfilled_at_the_end(self, line: DueRow) -> bool:
        """Whether its table has no figures, the text ends in it, and its label is alone on a line.

        The columns of such a table may follow one another, and its figures have been cut off.
        """
        return is_all_of_line(self.text, *line.place) and line.table in self._unfilled_tables

    def _is_closed_behind(self, cell: Located) -> bool:
        """Whether something is printed in a cell, or a border or line end stands behind it."""
        start, end, _ = cell
        is_printed = not is_blank(cell) or self.text[start:end].strip() != ""
        return is_printed or not is_cut_at(self.text, end)

    def _ends_with_its_line(self, line: DueRow) -> bool:
        """Whether its line ends behind a row, in a layout of which all rows stand on one line."""
        behind = self.text[line.entry.run.said_until :]
        return line.layout not in self._layouts_over_lines and "\n" in behind

    @cached_property
    def _ends_a_line(self) -> bool:
        """Whether the text ends with the end of a line."""
        return "\n" in self.text[len(self.text.rstrip()) :]

    @cached_property
    def _last_rows(self) -> Set[Place]:
        """The rows, by their place, that the text ends with."""
        return {line.place for line in self.lines if _ends_the_text(line)}

    @cached_property
    def _layouts_over_lines(self) -> Set[Layout]:
        """The layouts in which some row stands on several lines."""
        return {line.layout for line in self.lines if line.filled and _leaves_line_of_label(line)}

    @cached_property
    def _rows_of_broken_off_tables(self) -> Set[Place]:
        """The last rows, by their place, of tables that have further rows in the form."""
        lasts: dict[str, Place] = {}
        for read in chain.from_iterable(one.shown.reads for one in self.chosen):
            tables = {term.table for term in read.labels if term.role is not Role.SECTION}
            lasts |= dict.fromkeys(tables, read.run.whole)
        ends = set(lasts.values())
        rows = (line for line in self.lines if line.row and line.entry.run.whole in ends)
        return {line.place for line in rows if _has_rows_behind_in_form(line)}

    @cached_property
    def _unfilled_tables(self) -> Set[str]:
        """The tables without figures in which the text ends, if any other table has figures.

        A table that is the only one counts as well.
        """
        entries = chain.from_iterable(one.shown.entries for one in self.chosen)
        filled: Mapping[str, list[bool]] = map_reduce(
            entries, lambda entry: entry.table, _has_cells
        )
        empty = {table for table, some in filled.items() if not any(some)}
        if len(empty) == len(filled) > 1:
            return set()
        reads = chain.from_iterable(one.shown.reads for one in self.chosen)
        labels = ((term.table, read.run) for read in reads for term in read.labels)
        lasts = {table: run for table, run in labels if table in empty}
        ends = ((table, _end_of_labels(run)) for table, run in lasts.items())
        return {table for table, until in ends if _ends_in_labels(self.text, until)}


def _is_as_wide_as_any(line: DueRow) -> bool:
    """Whether a row with a label is as wide as any row, and does not end in an empty cell."""
    is_filled_to_the_end = line.row != "" and bool(line.at) and not line.behind
    return is_filled_to_the_end and line.wide >= line.candidate.shown.widest


def _end_of_labels(run: Run) -> int:
    """Where the last label of a run ends, or the units behind it."""
    has_units = any(mark.sort is Sort.UNIT for _, _, mark in run.values)
    return run.said_until if has_units or not run.labels else run.labels[-1][1]


def _has_cells(entry: Entry) -> bool:
    """Whether a unit or a figure stands behind a label."""
    return any(mark.sort not in (Sort.TEXT, Sort.BLANK) for _, _, mark in entry.run.values)


def _ends_the_text(line: DueRow) -> bool:
    """Whether nothing stands behind a row but the rest of its label.

    If each cell stands behind its name, that may be the beginning of the next name.
    """
    text, until = line.text, line.entry.run.said_until
    if says_nothing_behind(text, until):
        return True
    if len(text) >= until + FAR:
        return False
    rest = squeeze(fold(text[until:]))
    if line.entry.header.is_beside:
        return begins_label(rest.rstrip(":"))
    return any(term.label.endswith(rest) for term in line.entry.terms)


def _ends_in_labels(text: str, until: int) -> bool:
    """Whether nothing stands behind a place of a text but the beginning of a label."""
    if says_nothing_behind(text, until):
        return True
    rest = squeeze(fold(text[until : until + FAR]))
    return len(text) < until + FAR and (
        rest[:-1].isdigit() or (len(rest) > 1 and begins_label(rest))
    )


def _leaves_line_of_label(line: DueRow) -> bool:
    """Whether the figures of a row stand on several lines, or on another one than its label."""
    text, start = line.text, line.filled[0][0]
    words = line_before(text, start)
    is_below = bool(line.entry.terms) and says_nothing_behind(words, 0)
    return is_below or "\n" in text[start : line.filled[-1][1]].rstrip()


def _has_rows_behind_in_form(line: DueRow) -> bool:
    """Whether the form has further rows behind a row."""
    return line.row != printed_table(line.table, line.form).rows[-1].key
