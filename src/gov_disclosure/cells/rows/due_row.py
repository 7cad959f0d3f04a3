"""An entry matched to a row of the form, with the slots that are due in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, Self

from ...declare import Form
from ...forms import Balance
from ...grids.choosing import Candidate
from ...grids.entries import Entry
from ...labels.marks import BLANK, Sort
from ...layouts.grid import Layout, Row
from ...problems import unplaced_values
from ...text.source import BORDERS, Place, tight
from ...values import Problem, Span
from ..columns.places import Slots
from ..standing import gaps_between
from .readings import ResolvedRow
from .strips import Filling
from .table_row import TableRow, balances_of

_BORDERED = re.compile(rf"[{BORDERS}\t]")


def stand_between_borders(text: str, label: Place, figures: Row) -> bool:
    """Whether a label and its figures stand on one line, with borders between them."""
    gaps = [text[label[1] : figures[0][0]], *gaps_between(figures, text)]
    on_one_line = "\n" not in text[label[0] : figures[-1][1]]
    return on_one_line and all(map(_BORDERED.search, gaps))


class DueRow(NamedTuple):
    """An entry with the row it stands for, and the slots that are due in it.

    ``text`` and ``form`` are those of the report; ``loose`` counts the figures outside of rows that
    may be this row's.  ``values`` are those of the entry, as they are printed or as they were
    mended.  The other fields follow from these, and are kept as they are asked for so often:
    ``filled`` are the values that are not empty, ``at`` their positions, ``is_over_lines`` says
    whether a line ends between them, and ``place`` is where the label stands.
    """

    text: str
    form: Form | None
    entry: Entry
    row: str
    slots: Slots
    candidate: Candidate
    loose: int
    values: Row
    filled: Row
    at: Sequence[int]
    is_over_lines: bool
    place: Place
    table: str
    layout: Layout
    due: int

    @property
    def kind(self) -> tuple[str, int]:
        """Its table and the number of slots that are due."""
        return self.table, self.due

    @property
    def said(self) -> tuple[object, ...]:
        """What its figures are."""
        return tuple([(mark.sort, mark.count) for _, _, mark in self.filled])

    @property
    def says_one_thing(self) -> bool:
        """Whether all its figures are the same."""
        return len(set(self.said)) <= 1

    @property
    def is_full(self) -> bool:
        """Whether there is a value for every slot, and no words behind and nothing in between."""
        filled, values = self.filled, self.values
        if len(filled) != self.due or filled[-1][2].sort is Sort.TEXT or self.is_bare:
            return False
        return len(values) == len(filled) or values[: len(filled)] == filled

    @property
    def counts_something(self) -> bool:
        """Whether any of its figures is greater than 0."""
        return any(mark.count for _, _, mark in self.filled)

    @property
    def is_glued(self) -> bool:
        """Whether digits among its values may be several numbers."""
        return self.due > 1 and Sort.GLUED in [mark.sort for _, _, mark in self.filled]

    @property
    def has_too_few_cells(self) -> bool:
        """Whether it has fewer cells than are due, or none where one is due."""
        values, due = self.values, self.due
        return not values or (due > 1 and bool(self.filled) and len(values) < due)

    @property
    def is_bordered(self) -> bool:
        """Whether its label and its figures stand on one line, with borders between them."""
        filled = self.filled
        return bool(filled) and stand_between_borders(self.text, self.place, filled)

    @property
    def gaps(self) -> Sequence[str]:
        """What stands between its figures."""
        return gaps_between(self.filled, self.text)

    @property
    def is_bare(self) -> bool:
        """Whether it has neither a label nor a header."""
        return not self.entry.terms and not self.entry.header.cells

    @property
    def wide(self) -> int:
        """The number of cells of its whole row in the grid."""
        return self.entry.run.width

    @property
    def head(self) -> int | None:
        """The position of the value beneath the label of the first column, if that is known."""
        return self.candidate.shown.head_of(self.entry)

    @property
    def is_compact(self) -> bool:
        """Whether the header has no other cells than those of the columns."""
        return self.candidate.shown.is_compact(self.entry, self.due)

    @property
    def core(self) -> Row:
        """The values without the empty cells before the first and behind the last."""
        return self.values[self.at[0] : self.at[-1] + 1] if self.at else []

    @property
    def reach(self) -> int:
        """The number of cells from the first value to the last."""
        return self.at[-1] - self.at[0] + 1 if self.at else 0

    @property
    def before(self) -> int:
        """The number of empty cells before the first value."""
        return self.at[0] if self.at else len(self.values)

    @property
    def behind(self) -> int:
        """The number of empty cells behind the last value."""
        return len(self.values) - 1 - self.at[-1] if self.at else len(self.values)

    @property
    def beneath(self) -> Row:
        """The values beneath the labels of the columns, if there are further values.

        None of them if the header has other cells, or it is not known where its columns begin.
        """
        if len(self.values) <= self.due or not self.is_compact or self.head is None:
            return []
        return self.values[self.head : self.head + self.due]

    @property
    def is_strewn(self) -> bool:
        """Whether empty cells stand between values."""
        return self.reach > len(self.at)

    @property
    def steps(self) -> set[int]:
        """The numbers of empty cells between neighbouring values."""
        return {other - one - 1 for one, other in pairwise(self.at)}

    @property
    def has_blank_before_last_figure(self) -> bool:
        """Whether an empty cell stands before its last figure."""
        at = self.at
        return bool(at) and len(at) <= at[-1]

    @property
    def as_it_stands(self) -> TableRow:
        """The row as sums see it: settled if it is full or has an empty cell for each lost one."""
        rows = (self.filled, self.values)
        cells = next((row for row in rows if len(row) == self.due), None)
        return self.with_settled(cells)

    @property
    def balances(self) -> tuple[Balance, ...]:
        """The sums that the form prescribes along it."""
        return balances_of(self.slots, self.table, self.form)

    def with_values(self, values: Row) -> Self:
        """The row with other values."""
        filled, at, is_over_lines = _filled_in(values, self.text)
        return self._replace(values=values, filled=filled, at=at, is_over_lines=is_over_lines)

    def with_slots(self, slots: Slots) -> Self:
        """The row with other slots."""
        return self._replace(slots=slots, due=len(slots))

    def with_settled(self, settled: Row | None, *, shown: bool = True) -> TableRow:
        """The row as sums see it; one that shows where its cells stand is not arranged anew."""
        alone = settled is None and not self.loose
        complete = alone and not (shown or self.has_blank_before_last_figure)
        return TableRow(
            self.text,
            self.form,
            self.table,
            self.row,
            self.slots,
            self.filled,
            settled,
            complete,
            alone,
        )

    def resolved(self, cells: Row, inferred: Mapping[int, Filling | None]) -> ResolvedRow:
        """The row with cells at its first slots, and what arithmetic inferred at others."""
        return ResolvedRow(self.text, self.slots, cells, inferred, self.place[1])

    def unplaced(self, values: Row) -> Problem:
        """The problem of values whose places are not known."""
        text = self.text
        printed = [cell for cell in values if cell[2] is not BLANK]
        label = " ".join(text[slice(*self.place)].split())
        return unplaced_values(
            label if self.entry.terms else self.table,
            tuple([text[cell[0] : cell[1]].strip() for cell in printed]),
            self.due,
            Span(*tight(text, printed[0][0], printed[-1][1])),
            table=self.table,
            row=self.row,
        )

    @property
    def left_open(self) -> Problem:
        """The problem of all its values, if it is not read."""
        return self.unplaced(self.filled)


def due_row(
    text: str,
    form: Form | None,
    entry: Entry,
    row: str,
    slots: Slots,
    candidate: Candidate,
    loose: int,
) -> DueRow:
    """An entry as the given row, with its values as they are printed."""
    return DueRow(
        text,
        form,
        entry,
        row,
        slots,
        candidate,
        loose,
        entry.values,
        *_filled_in(entry.values, text),
        entry.place,
        entry.table,
        candidate.layout,
        len(slots),
    )


def _filled_in(values: Row, text: str) -> tuple[Row, Sequence[int], bool]:
    """The values that are not empty, their positions, and whether a line ends between them."""
    at = [place for place, cell in enumerate(values) if cell[2] is not BLANK]
    filled = values if len(at) == len(values) else [values[place] for place in at]
    return filled, at, len(at) > 1 and "\n" in text[filled[0][1] : filled[-1][0]]
