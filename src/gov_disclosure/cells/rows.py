"""Entries as rows of their tables: which row each is, and the places its values are due at."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Self

from ..declare import Form
from ..grids.choosing import Candidate
from ..grids.context import ONE_LINE
from ..grids.shown import Entry
from ..labels.marks import BLANK, Sort
from ..later import Later
from ..layouts.grid import Layout, Row, is_blank
from ..problems import ambiguous_label, columns_unclear, unplaced_values
from ..text.source import ends_at, tight
from ..values import Problem, Span
from .balances import TableRow
from .columns import leaves_out_columns, slots_of, without_empty_columns
from .others import ran_together, stands_beneath_others, told_tables, widths_beneath
from .places import Slots, doubted, has_row, priced
from .readings import Told
from .strips import Filling
from .widths import Width, width_of


class DueRow(NamedTuple):
    """An entry with the row it stands for, and the places that its values are due at.

    ``loose`` counts the figures that its grid holds outside rows, and which may be this row's.
    """

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
        """How many places it has."""
        return len(self.slots)

    @property
    def layout(self) -> Layout:
        """The layout that its grid was read in."""
        return self.candidate.layout

    @property
    def is_full(self) -> bool:
        """Whether there is a value for every place, with nothing between or behind them."""
        filled, values = self.entry.filled, self.entry.values
        if len(filled) != len(self.slots) or filled[-1][2].sort is Sort.TEXT or self.is_bare:
            return False
        return len(values) == len(filled) or values[: len(filled)] == filled

    @property
    def is_glued(self) -> bool:
        """Whether digits among its values may be several numbers."""
        return len(self.slots) > 1 and Sort.GLUED in [mark.sort for _, _, mark in self.filled]

    @property
    def holds_several(self) -> bool:
        """Whether a cell of it has several figures, or one that was put together from pieces."""
        return sum([mark.several for _, _, mark in self.entry.filled]) > 0

    @property
    def is_put_together(self) -> bool:
        """Whether figures among its values were put together from pieces."""
        marks = [mark for _, _, mark in self.entry.filled if mark.several]
        return any(mark.sort is Sort.NUMBER for mark in marks)

    @property
    def is_bare(self) -> bool:
        """Whether neither a label nor a header says what the line is."""
        return not self.entry.terms and not self.entry.header.cells

    @property
    def has_partial_header(self) -> bool:
        """Whether fewer words stand above than there are columns, and not behind the corner."""
        header = self.entry.header
        return not header.is_whole and 0 < len(header.cells) < len(self.slots)

    @property
    def is_below_header(self) -> bool:
        """Whether its values stand apart just as the labels of its header do."""
        header = self.entry.header
        labels = [at for at, cell in enumerate(header.cells) if not is_blank(cell)]
        return header.is_whole and labels == self.width.at

    @property
    def width(self) -> Width:
        """The row's cells beside their due number."""
        return width_of(self.entry.values, len(self.slots), self.entry, self.candidate.shown)

    @property
    def is_led(self) -> bool:
        """Whether empty cells stand before its last figure."""
        at = self.width.at
        return bool(at) and len(at) <= at[-1]

    @property
    def as_it_stands(self) -> TableRow:
        """The line as a row of its table, if it is full or has an empty cell for what it lacks."""
        rows = (self.entry.filled, self.entry.values)
        cells = next((row for row in rows if len(row) == len(self.slots)), None)
        return self.with_settled(cells, shown=True)

    def with_cells(self, cells: Row) -> Self:
        """The line with other cells, none of them empty."""
        return self._replace(entry=self.entry._replace(values=cells, filled=cells))

    def with_settled(self, settled: Row | None, *, shown: bool) -> TableRow:
        """The line as a row of its table; what shows where its cells stand is not arranged anew."""
        entry = self.entry
        alone = settled is None and not self.loose
        complete = alone and not (shown or self.is_led)
        return TableRow(entry.table, self.row, self.slots, entry.filled, settled, complete, alone)

    def telling(self, cells: Row, inferred: Mapping[int, Filling | None]) -> Told:
        """What the line tells, if these cells stand at its places."""
        return Told(self.slots, cells, inferred, self.entry.place[1])


def due_rows(
    text: str, chosen: Sequence[Candidate], form: Form | None, problems: list[Problem]
) -> Iterator[DueRow]:
    """Every entry whose row is certain; labels of several rows are told by their neighbours."""
    entries = [(entry, candidate) for candidate in chosen for entry in candidate.shown.entries]
    unusual = _unusual_units(entry for entry, _ in entries)
    most = _most_figures(entry for entry, _ in entries)
    wide = Later(widths_beneath, (text, [(entry, one.shown) for entry, one in entries]))
    told = told_tables(label for candidate in chosen for label in candidate.shown.labels)
    parts = {id(candidate): _parts_of_rows(candidate) for candidate in chosen}
    for at, (entry, candidate) in enumerate(entries):
        row = _row_key(entry, entries, at)
        if row is None:
            place = tight(text, *entry.place)
            problems.append(ambiguous_label(text[slice(*place)], entry.table, Span(*place)))
            continue
        if not entry.filled and not has_row(entry.table, row, form):
            continue
        slots = slots_of(entry, row, form, text)
        others = stands_beneath_others(entry, row, told, text)
        if (
            slots is None
            or others
            or (len(slots) == 1 and ran_together(entry, text))
            or leaves_out_columns(entry, len(slots), most[id(entry.header.cells)])
        ):
            if entry.filled:
                problems.append(_columns_unclear(text, entry, row))
            continue
        if slots[-1:] == (None,):
            slots = without_empty_columns(slots, wide.value.get(id(entry.header.cells), 0))
        units = entry.money, entry.header.money, entry.named_money
        slots = priced(slots, units) if any(units) else slots
        slots = doubted(slots, entry.money_below)
        loose = candidate.shown.alone + (not row and parts[id(candidate)])
        line = DueRow(entry, row, slots, candidate, loose)
        if unusual and (entry.table, entry.unit_behind) in unusual:
            problems.append(unplaced(text, line, entry.values))
            continue
        yield line


def _most_figures(entries: Iterable[Entry]) -> Mapping[int, int]:
    """How many figures the fullest row beneath each header has, by the identity of its labels."""
    most: dict[int, int] = defaultdict(int)
    for entry in entries:
        header, figures = id(entry.header.cells), len(entry.filled)
        if figures > most[header]:
            most[header] = figures
    return most


def _parts_of_rows(candidate: Candidate) -> int:
    """How many figures stand in lines that may be parts of one row, as none is as long as it is."""
    lines = [entry for entry in candidate.shown.entries if not entry.terms]
    parts = [len(e.filled) for e in lines if len(e.values) < ONE_LINE[e.table]]
    return sum(parts) if len(parts) > 1 else 0


def _unusual_units(entries: Iterable[Entry]) -> set[tuple[str, bool | None]]:
    """The tables with the side on which fewer rows have their unit, where both occur.

    There figures have moved from one row to another.
    """
    count = Counter([(e.table, e.unit_behind) for e in entries if e.unit_behind is not None])
    return {(t, side) for t, side in count if 0 < count[t, not side] >= count[t, side]}


def _row_key(entry: Entry, entries: Sequence[tuple[Entry, Candidate]], at: int) -> str | None:
    """The row an entry stands for: the only one between its nearest certain neighbours."""
    if len(entry.terms) < 2:
        return entry.terms[0].key if entry.terms else ""
    before = (other for other, _ in reversed(entries[:at]))
    behind = (other for other, _ in entries[at + 1 :])
    lowest = next(_certain_orders(before, entry.table), -1)
    highest = next(_certain_orders(behind, entry.table), math.inf)
    between = {term.key for term in entry.terms if lowest < term.order < highest}
    return between.pop() if len(between) == 1 else None


def _certain_orders(entries: Iterable[Entry], table: str) -> Iterator[int]:
    """The places in the form of those entries of a table whose row is certain."""
    for entry in entries:
        if entry.table == table and len({term.key for term in entry.terms}) == 1:
            yield entry.terms[0].order


def _columns_unclear(text: str, entry: Entry, row: str) -> Problem:
    place = tight(text, entry.place[0], entry.values[-1][1] if entry.values else entry.place[1])
    printed = " ".join(text[slice(*place)].split())
    raw = tuple([text[start:end].strip() for start, end, _ in entry.filled])
    return columns_unclear(printed, raw, Span(*place), table=entry.table, row=row)


def without_figures(text: str, line: DueRow) -> Row:
    """The empty cells of a row in which nothing stands, if no figures elsewhere may be its own.

    Where labels of rows or columns stand side by side, their figures may stand below.  A text that
    ends with the label was cut there, or may have been.
    """
    end = line.entry.place[1]
    beside = sum(mark.names_cells for _, _, mark in line.entry.run.labels) > 1
    if line.loose or beside or ends_at(text, end):
        return []
    return [(end, end, BLANK)] * len(line.slots)


def unplaced(text: str, line: DueRow, values: Row) -> Problem:
    """What is said of values of a row for which no places could be told."""
    printed = [cell for cell in values if cell[2] is not BLANK]
    label = " ".join(text[slice(*line.entry.place)].split())
    return unplaced_values(
        label if line.entry.terms else line.entry.table,
        tuple([text[cell[0] : cell[1]].strip() for cell in printed]),
        len(line.slots),
        Span(*tight(text, printed[0][0], printed[-1][1])),
        table=line.entry.table,
        row=line.row,
    )
