"""An entry matched to a row of the form, with the slots that are due in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, Self

from ...declare import Form
from ...grids.choosing import Candidate
from ...grids.shown import Entry
from ...labels.marks import BLANK, Sort
from ...layouts.grid import Layout, Row, is_blank
from ...problems import unplaced_values
from ...text.fillers import ends_in_fillers
from ...text.source import BORDERS, Place, tight
from ...values import Problem, Span
from ..columns.places import Slots
from .readings import ResolvedRow
from .strips import Filling
from .table_row import TableRow
from .widths import Width, width_of

_PADDED = re.compile(r"0\d*[1-9]\d*")
_BORDERED = re.compile(rf"[{BORDERS}\t]")


def stand_between_borders(text: str, places: Sequence[Place]) -> bool:
    """Whether a label and its figures stand on one line, with borders between them."""
    gaps = [text[one[1] : other[0]] for one, other in pairwise(places)]
    on_one_line = "\n" not in text[places[0][0] : places[-1][1]]
    return on_one_line and all(map(_BORDERED.search, gaps))


class DueRow(NamedTuple):
    """An entry with the row it stands for, and the slots that are due in it.

    ``loose`` counts the figures outside of rows that may be this row's; ``text`` and ``form`` are
    those of the report.
    """

    text: str
    form: Form | None
    entry: Entry
    row: str
    slots: Slots
    candidate: Candidate
    loose: int

    @property
    def table(self) -> str:
        """The key of its table."""
        return self.entry.table

    @property
    def filled(self) -> Row:
        """Its values that are not empty."""
        return self.entry.filled

    @property
    def due(self) -> int:
        """The number of slots that are due."""
        return len(self.slots)

    @property
    def kind(self) -> tuple[str, int]:
        """Its table and the number of slots that are due."""
        return self.table, self.due

    @property
    def layout(self) -> Layout:
        """The layout that its grid was read in."""
        return self.candidate.layout

    @property
    def is_full(self) -> bool:
        """Whether there is a value for every slot, and no words behind and nothing in between."""
        filled, values = self.entry.filled, self.entry.values
        if len(filled) != len(self.slots) or filled[-1][2].sort is Sort.TEXT or self.is_bare:
            return False
        return len(values) == len(filled) or values[: len(filled)] == filled

    @property
    def counts_something(self) -> bool:
        """Whether any of its figures is greater than 0."""
        return any(mark.count for _, _, mark in self.filled)

    @property
    def is_glued(self) -> bool:
        """Whether digits among its values may be several numbers."""
        return len(self.slots) > 1 and Sort.GLUED in [mark.sort for _, _, mark in self.filled]

    @property
    def has_cells_of_its_own(self) -> bool:
        """Whether its glued digits must not be cut, as they may be single figures.

        There are enough cells, or a figure is padded with zeros, or cells on further lines may
        belong to another row.
        """
        values, due = self.entry.values, len(self.slots)
        if not self.is_glued:
            return False
        if len(self.filled) < due <= len(values) or self._holds_a_padded_figure:
            return True
        return len(values) < due and "\n" in self.text[values[0][0] : values[-1][1]]

    @property
    def _holds_a_padded_figure(self) -> bool:
        """Whether a figure behind a border is padded with zeros: ``| 0943``."""
        text = self.text
        before = text[self.entry.place[1] : self.filled[0][0]]
        if not any(border in before for border in BORDERS):
            return False
        return any(_PADDED.fullmatch(text[start:end].strip()) for start, end, _ in self.filled)

    @property
    def has_too_few_cells(self) -> bool:
        """Whether it has fewer cells than are due, or none where one is due."""
        values, due = self.entry.values, len(self.slots)
        return not values or (due > 1 and bool(self.entry.filled) and len(values) < due)

    @property
    def is_bordered(self) -> bool:
        """Whether its label and its figures stand on one line, with borders between them."""
        if not self.filled:
            return False
        figures = ((start, end) for start, end, _ in self.filled)
        return stand_between_borders(self.text, (self.entry.place, *figures))

    @property
    def is_filled_up(self) -> bool:
        """Whether a tool filled up the line of its label, behind all text."""
        behind = self.text[self.entry.place[0] :].partition("\n")[0]
        return self.candidate.stretch.has_fillers and ends_in_fillers(behind)

    @property
    def holds_several(self) -> bool:
        """Whether one of its cells has several figures, or one that was joined from pieces."""
        return sum([mark.several for _, _, mark in self.entry.filled]) > 0

    @property
    def has_joined_figures(self) -> bool:
        """Whether any of its figures was joined from pieces.

        If borders separate as many figures as are due, none was: ``| - 3 |`` is -3.
        """
        if self.is_full and self.is_bordered:
            return False
        marks = [mark for _, _, mark in self.entry.filled if mark.several]
        return any(mark.sort is Sort.NUMBER for mark in marks)

    @property
    def is_bare(self) -> bool:
        """Whether it has neither a label nor a header."""
        return not self.entry.terms and not self.entry.header.cells

    @property
    def has_partial_header(self) -> bool:
        """Whether its header has fewer cells than there are columns, and no corner before them."""
        header = self.entry.header
        return not header.is_whole and 0 < len(header.cells) < len(self.slots)

    @property
    def is_below_header(self) -> bool:
        """Whether its values stand in the same cells as the labels of its header."""
        header = self.entry.header
        labels = [at for at, cell in enumerate(header.cells) if not is_blank(cell)]
        return header.is_whole and labels == self.width.at

    @property
    def width(self) -> Width:
        """Its values together with the number that is due."""
        return width_of(self.entry.values, len(self.slots), self.entry, self.candidate.shown)

    @property
    def has_blank_before_last_figure(self) -> bool:
        """Whether an empty cell stands before its last figure."""
        at = self.width.at
        return bool(at) and len(at) <= at[-1]

    @property
    def as_it_stands(self) -> TableRow:
        """The row as sums see it: settled if it is full or has an empty cell for each lost one."""
        rows = (self.entry.filled, self.entry.values)
        cells = next((row for row in rows if len(row) == len(self.slots)), None)
        return self.with_settled(cells)

    def with_cells(self, cells: Row) -> Self:
        """The row with other cells, none of them empty."""
        return self._replace(entry=self.entry._replace(values=cells, filled=cells))

    def with_settled(self, settled: Row | None, *, shown: bool = True) -> TableRow:
        """The row as sums see it; one that shows where its cells stand is not arranged anew."""
        entry = self.entry
        alone = settled is None and not self.loose
        complete = alone and not (shown or self.has_blank_before_last_figure)
        return TableRow(
            self.text,
            self.form,
            entry.table,
            self.row,
            self.slots,
            entry.filled,
            settled,
            complete,
            alone,
        )

    def resolved(self, cells: Row, inferred: Mapping[int, Filling | None]) -> ResolvedRow:
        """The row with cells at its first slots, and what arithmetic inferred at others."""
        return ResolvedRow(self.text, self.slots, cells, inferred, self.entry.place[1])

    @property
    def without_figures(self) -> Row:
        """An empty cell for each slot of a row without figures; none if it may have figures.

        They may be among the figures outside of rows, unless a tool filled up its line.  If several
        labels stand side by side, their figures may stand below.
        """
        end = self.entry.place[1]
        beside = sum(mark.names_cells for _, _, mark in self.entry.run.labels) > 1
        if (self.loose and not self.is_filled_up) or beside:
            return []
        return [(end, end, BLANK)] * len(self.slots)

    def unplaced(self, values: Row) -> Problem:
        """The problem of values whose places are not known."""
        text = self.text
        printed = [cell for cell in values if cell[2] is not BLANK]
        label = " ".join(text[slice(*self.entry.place)].split())
        return unplaced_values(
            label if self.entry.terms else self.table,
            tuple([text[cell[0] : cell[1]].strip() for cell in printed]),
            len(self.slots),
            Span(*tight(text, printed[0][0], printed[-1][1])),
            table=self.table,
            row=self.row,
        )

    @property
    def left_open(self) -> Problem:
        """The problem of all its values, if it is not read."""
        return self.unplaced(self.filled)
