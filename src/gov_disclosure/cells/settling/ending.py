"""Where a text ends inside a row, or a table before its last one: what is not there was cut off.

Nobody can tell it from what is empty, unless something stands behind it: a sign that ends the cell,
or the end of a line on which all of the row stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from itertools import chain

import attrs
from more_itertools import map_reduce

from ...grids.choosing import Candidate
from ...grids.runs import Run
from ...grids.shown import Entry
from ...labels.marks import Sort
from ...labels.spelling import begins_label
from ...labels.vocabulary import Role
from ...layouts.grid import Layout, Located, Row, is_blank
from ...text.fold import fold, squeeze
from ...text.source import Place, is_cut_at, says_nothing_behind
from ..rows.due_row import DueRow
from ..rows.table_row import printed_table

_FAR = 64
"""No rest of a label reaches farther."""
_FILLERS = "||"


@attrs.frozen(eq=False)
class Ending:
    """Where a text and its tables end: what may be cut off there."""

    text: str
    chosen: Sequence[Candidate]
    lines: Sequence[DueRow]

    def may_have_cut(self, line: DueRow) -> bool:
        """Whether a row may have had more figures: its text ends, or its table before its time."""
        return self.ends_within(line) or (
            line.entry.place in self._broken_off and not self.is_last(line)
        )

    def ends_within(self, line: DueRow) -> bool:
        """Whether the text ends inside a row that is not full, or may do so."""
        if not self.is_last(line) or len(line.filled) >= line.due or _is_whole(line):
            return False
        behind = self.text[line.entry.run.said_until :]
        is_filled_up = line.candidate.stretch.has_fillers and _FILLERS in behind
        return not (is_filled_up or self._is_ended_by_its_line(line))

    def is_last(self, line: DueRow) -> bool:
        """Whether the text ends with what a row says, or goes on with nothing but its label."""
        return line.entry.place in self._last

    def without_cut_cells(self, line: DueRow, cells: Row) -> Row:
        """The cells of a row without the empty ones that nothing ends, as the text does.

        Where cells are told by eye, those of a row without figures may stand below its first line.
        """
        if not cells or not is_blank(cells[-1]) or not self.is_last(line):
            return cells
        if line.layout.by_eye and not line.filled and not self._ends_a_line:
            return []
        ended = [at for at, cell in enumerate(cells, 1) if self._is_ended(cell)]
        return cells[: max(ended, default=0)]

    def is_unfilled_at_the_end(self, line: DueRow) -> bool:
        """Whether a table has no figures, and the text ends in it: they may have stood behind.

        So it is where its columns follow each other, each label on a line of its own.
        """
        start, end = line.entry.place
        words = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        is_alone = not words.strip() and not self.text[end:].partition("\n")[0].strip()
        return is_alone and line.table in self._unfilled

    def _is_ended(self, cell: Located) -> bool:
        """Whether a cell says something, or a sign or the end of a line stands behind it."""
        start, end, _ = cell
        is_printed = not is_blank(cell) or self.text[start:end].strip() != ""
        return is_printed or not is_cut_at(self.text, end)

    def _is_ended_by_its_line(self, line: DueRow) -> bool:
        """Whether the line that a row stands on ends behind it, as those of others do."""
        behind = self.text[line.entry.run.said_until :]
        return line.layout not in self._over_lines and "\n" in behind

    @cached_property
    def _ends_a_line(self) -> bool:
        """Whether the text ends with the end of a line."""
        return "\n" in self.text[len(self.text.rstrip()) :]

    @cached_property
    def _last(self) -> Set[Place]:
        """The rows, by their place, that the text ends with."""
        return {line.entry.place for line in self.lines if _ends_the_text(line)}

    @cached_property
    def _over_lines(self) -> Set[Layout]:
        """The layouts of which a row stands on several lines."""
        return {line.layout for line in self.lines if line.filled and _is_over_lines(line)}

    @cached_property
    def _broken_off(self) -> Set[Place]:
        """The last rows, by their place, of tables that have more in their form."""
        lasts: dict[str, Place] = {}
        for read in chain.from_iterable(one.shown.reads for one in self.chosen):
            tables = {term.table for term in read.labels if term.role is not Role.SECTION}
            lasts |= dict.fromkeys(tables, read.run.whole)
        ends = set(lasts.values())
        rows = (line for line in self.lines if line.row and line.entry.run.whole in ends)
        return {line.entry.place for line in rows if _goes_on(line)}

    @cached_property
    def _unfilled(self) -> Set[str]:
        """The tables without any figure in which the text ends, unless no other table has any."""
        entries = chain.from_iterable(one.shown.entries for one in self.chosen)
        filled: Mapping[str, list[bool]] = map_reduce(
            entries, lambda entry: entry.table, _has_cells
        )
        reads = chain.from_iterable(one.shown.reads for one in self.chosen)
        lasts = {term.table: _end_of_labels(read.run) for read in reads for term in read.labels}
        others = {table for table, some in filled.items() if any(some)}
        return {
            table
            for table, until in lasts.items()
            if table not in others
            and filled.keys() >= {table}
            and (others or len(filled) == 1)
            and _ends_in_labels(self.text, until)
        }


def _is_whole(line: DueRow) -> bool:
    """Whether a row with a label is as wide as any, and ends with a figure."""
    width = line.width
    return (
        line.row != "" and bool(width.at) and not width.behind and width.wide >= width.shown.widest
    )


def _end_of_labels(run: Run) -> int:
    """Where the last label of a run ends, or the last of the units behind it."""
    has_units = any(mark.sort is Sort.UNIT for _, _, mark in run.values)
    return run.said_until if has_units or not run.labels else run.labels[-1][1]


def _has_cells(entry: Entry) -> bool:
    """Whether a unit or a figure stands behind a label."""
    return any(mark.sort not in (Sort.TEXT, Sort.BLANK) for _, _, mark in entry.run.values)


def _ends_the_text(line: DueRow) -> bool:
    """Whether nothing stands behind what a row says, or just the rest of its label.

    Where the names of cells stand before them, that of the next one may.
    """
    text, until = line.text, line.entry.run.said_until
    if says_nothing_behind(text, until):
        return True
    if len(text) >= until + _FAR:
        return False
    rest = squeeze(fold(text[until:]))
    if line.entry.header.is_beside:
        return begins_label(rest.rstrip(":"))
    return any(term.label.endswith(rest) for term in line.entry.terms)


def _ends_in_labels(text: str, until: int) -> bool:
    """Whether nothing stands behind a place of a text, or the beginning of a label."""
    if says_nothing_behind(text, until):
        return True
    rest = squeeze(fold(text[until : until + _FAR]))
    return len(text) < until + _FAR and (
        rest[:-1].isdigit() or (len(rest) > 1 and begins_label(rest))
    )


def _is_over_lines(line: DueRow) -> bool:
    """Whether figures of a row stand on several lines, or on another one than its words."""
    text, start = line.text, line.filled[0][0]
    words = text[text.rfind("\n", 0, start) + 1 : start]
    is_below = bool(line.entry.terms) and says_nothing_behind(words, 0)
    return is_below or "\n" in text[start : line.filled[-1][1]].rstrip()


def _goes_on(line: DueRow) -> bool:
    """Whether the form has further rows behind one."""
    return line.row != printed_table(line.table, line.form).rows[-1].key
