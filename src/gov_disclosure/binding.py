"""Labelled lines as readings: each value at the address where the text shows it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import attrs
from more_itertools import map_reduce

from .arranging import Piece
from .choosing import Candidate
from .columns import Slots, has_row, is_scrambled, nested_tables, priced, slots_of
from .declare import Form
from .forms import Address
from .grid import Layout, Located, Row
from .labelled import Entry
from .marks import BLANK, Sort
from .problems import (
    ambiguous_label,
    columns_unclear,
    loose_figures,
    table_unclear,
    unplaced_values,
)
from .readings import Readings, Told, may_have_problems, read
from .settling import Habit, Width, habit_of, is_led, is_strewn, settle, settle_start
from .solving import TableRow, adds_up, columns_add_up, has_column_rules, has_rules, solve
from .source import tight
from .values import Problem, Reading, Span
from .vocabulary import Term

_MOST_NAMED = 20


@attrs.frozen
class Binding:
    """What the text shows at each address, and what could not be told."""

    form: Form | None
    readings: Mapping[Address, Reading]
    problems: tuple[Problem, ...]


def form_of(labels: Iterable[Term]) -> Form | None:
    """The form that prints most of these labels; None if two print as many, or none any.

    Told by the labels and never by the year: agencies use a form before and after its time.
    """
    votes: Counter[Form] = Counter()
    for forms, number in Counter(term.forms for term in set(labels)).items():
        votes.update(dict.fromkeys(forms, number))
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


class _Line(NamedTuple):
    """An entry with the row it stands for, and the places that its values are due at.

    ``loose`` counts the figures that the grid holds outside rows, and which may be this row's.
    """

    entry: Entry
    row: str
    slots: Slots
    layout: Layout
    loose: int

    @property
    def is_full(self) -> bool:
        """Whether there is a value for every place, with nothing between or behind them."""
        filled, values = self.entry.filled, self.entry.values
        if len(filled) != len(self.slots) or filled[-1][2].sort is Sort.TEXT or self.is_bare:
            return False
        return len(values) == len(filled) or values[: len(filled)] == filled

    @property
    def is_bare(self) -> bool:
        """Whether neither a label nor a header says what the line is."""
        return not self.entry.terms and not self.entry.header.cells

    @property
    def width(self) -> Width:
        """The row's cells beside their due number."""
        return Width(self.entry.values, len(self.slots), self.entry.table, self.entry.head)

    @property
    def as_it_stands(self) -> TableRow:
        """The line as a row of its table, if it is full or has an empty cell for what it lacks."""
        cells = self.entry.values if len(self.entry.values) == len(self.slots) else None
        return self.with_settled(self.entry.filled if self.is_full else cells, shown=True)

    def with_settled(self, settled: Row | None, *, shown: bool) -> TableRow:
        """The line as a row of its table; what shows where its cells stand is not arranged anew."""
        entry = self.entry
        complete = not (self.loose or shown or is_led(entry.values))
        return TableRow(entry.table, self.row, self.slots, entry.filled, settled, complete)

    def telling(self, cells: Row, inferred: Mapping[int, Piece | None]) -> Told:
        """What the line tells, if these cells stand at its places."""
        return Told(self.slots, cells, inferred, self.entry.place[1])


def bind(text: str, chosen: Sequence[Candidate]) -> Binding:
    """The readings that the chosen grids of one report give."""
    form = form_of(label for candidate in chosen for label in candidate.shown.labels)
    problems = [_loose(text, cells) for cells in map(_unnamed_figures, chosen) if cells]
    lines = list(_where_it_belongs(_lines(text, chosen, form, problems), form, problems))
    if all(line.is_full for line in lines):
        told = [line.telling(line.entry.filled, {}) for line in lines]
    else:
        told = list(_settled_lines(text, chosen, lines, form, problems))
    doubtful = told if _overlap(lines) else filter(may_have_problems, told)
    problems += read(text, doubtful)[1]
    return Binding(form, Readings(text, told), tuple(problems))


def _where_it_belongs(
    lines: Iterable[_Line], form: Form | None, problems: list[Problem]
) -> Iterator[_Line]:
    """The lines without those of tables whose figures seem to have moved."""
    for table, some in map_reduce(lines, lambda line: line.entry.table).items():
        if _has_moved(table, some, form):
            span = Span(some[0].entry.place[0], some[-1].entry.place[1])
            problems.append(table_unclear(table, span))
        else:
            yield from some


def _has_moved(table: str, lines: Sequence[_Line], form: Form | None) -> bool:
    """Whether columns are not in order, or whole rows stand outside rows, and sums do not hold."""
    due = len(lines[0].slots)
    if table in nested_tables() and is_scrambled(lines[0].entry.header):
        return not all(adds_up(line.as_it_stands, form) for line in lines if line.is_full)
    rows_stand_outside = 1 < due <= max(line.loose for line in lines)
    rows = [line.as_it_stands for line in lines] if rows_stand_outside else []
    return bool(rows) and has_column_rules(rows[0], form) and not columns_add_up(rows, form)


def _overlap(lines: Sequence[_Line]) -> bool:
    """Whether two lines may tell the same cells: a row stands twice, or beside all rows in one."""
    rows = {(line.entry.table, line.row) for line in lines}
    side_by_side = {table for table, row in rows if not row}
    return len(rows) < len(lines) or any(row and table in side_by_side for table, row in rows)


def _settled_lines(
    text: str,
    chosen: Sequence[Candidate],
    lines: Sequence[_Line],
    form: Form | None,
    problems: list[Problem],
) -> Iterator[Told]:
    """What lines tell of which some are not simply full."""
    habits = _habits(chosen, lines)
    losing = {
        line.layout
        for line in lines
        if line.layout.by_eye or line.loose or line.is_bare or _lost_cells(line)
    }
    rows = [
        line.with_settled(_settled(line, habit, line.layout in losing, form), shown=habit.shows)
        for line, habit in ((line, habits[line.layout]) for line in lines)
    ]
    solved = solve(text, rows, form)
    for number, (line, row) in enumerate(zip(lines, rows, strict=True)):
        cells, inferred = row.settled or [], solved.get(number, {})
        yield line.telling(cells, inferred)
        left = line.entry.values[len(cells) :]
        if len(cells or inferred) < len(line.slots) and any(c[2] is not BLANK for c in left):
            problems.append(_unplaced(text, line, left))


def _lost_cells(line: _Line) -> bool:
    """Whether a row shows that its layout loses or breaks cells."""
    return (
        len(line.slots) > 1 and bool(line.entry.filled) and len(line.entry.values) < len(line.slots)
    )


def _settled(line: _Line, habit: Habit, losing: bool, form: Form | None) -> Row | None:
    """The values of a line in the order of its places, if these are certain.

    A full row of a layout that loses cells is certain only if it adds up: it may have lost
    one and have another broken in two.  So is a row with empty cells, and more than are due.
    """
    width = line.width
    cells = settle(width, habit)
    if cells is None and not line.entry.filled:
        end = line.entry.place[1]
        return [] if line.loose else [(end, end, BLANK)] * width.due
    if cells is None:
        return settle_start(width, habit) or None if not line.row else None
    with_blanks = any(cell[2] is BLANK for cell in cells)
    surplus = len(width.values) > width.due and (with_blanks or is_strewn(width.values))
    if (losing or surplus) and width.due > 1:
        row = line.with_settled(cells, shown=habit.shows)
        told_by_eye = line.layout.by_eye and any(_prints_nothing(cell) for cell in cells)
        sure = adds_up(row, form) and (has_rules(row, form) or not told_by_eye)
        return cells if sure else None
    return cells


def _prints_nothing(cell: Located) -> bool:
    """Whether a cell is empty because nothing stands there, not even a word for it."""
    return cell[0] == cell[1]


def _lines(
    text: str, chosen: Sequence[Candidate], form: Form | None, problems: list[Problem]
) -> Iterator[_Line]:
    """Every entry whose row is certain; labels of several rows are told by their neighbours."""
    entries = [(entry, candidate) for candidate in chosen for entry in candidate.shown.entries]
    for at, (entry, candidate) in enumerate(entries):
        row = _row_key(entry, entries, at)
        if row is None:
            place = tight(text, *entry.place)
            problems.append(ambiguous_label(text[slice(*place)], Span(*place)))
            continue
        if not entry.filled and not has_row(entry.table, row, form):
            continue
        slots = slots_of(entry, row, form, text)
        if slots is None:
            if entry.filled:
                problems.append(_columns_unclear(text, entry))
            continue
        slots = priced(slots, entry.money, entry.header.money)
        yield _Line(entry, row, slots, candidate.layout, len(candidate.shown.loose))


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


def _habits(chosen: Sequence[Candidate], lines: Sequence[_Line]) -> dict[Layout, Habit]:
    """What each layout of the report does with empty cells."""
    nested = nested_tables()
    return {
        name: habit_of(
            [line.width for line in lines if line.layout == name and line.row],
            padded=any(c.shown.padded for c in chosen if c.layout == name),
            spaced=any(c.shown.spaced for c in chosen if c.layout == name),
            flush=frozenset().union(*(c.shown.flush for c in chosen if c.layout == name)) & nested,
        )
        for name in {line.layout for line in lines}
    }


def _unnamed_figures(candidate: Candidate) -> Row:
    """The figures outside rows that no label at all stands before."""
    named = {cell[0] for _, row in candidate.shown.extra for cell in row}
    return [cell for cell in candidate.shown.loose if cell[0] not in named]


def _loose(text: str, cells: Row) -> Problem:
    """What is said of figures outside rows, of the first of them if they are many."""
    raw = [text[start:end].strip() for start, end, _ in cells[:_MOST_NAMED]]
    more = ["..."] if len(cells) > _MOST_NAMED else []
    return loose_figures(raw + more, Span(*tight(text, cells[0][0], cells[-1][1])))


def _columns_unclear(text: str, entry: Entry) -> Problem:
    place = tight(text, entry.place[0], entry.values[-1][1] if entry.values else entry.place[1])
    return columns_unclear(" ".join(text[slice(*place)].split()), Span(*place))


def _unplaced(text: str, line: _Line, values: Row) -> Problem:
    printed = [cell for cell in values if cell[2] is not BLANK]
    label = " ".join(text[slice(*line.entry.place)].split())
    return unplaced_values(
        label if line.entry.terms else line.entry.table,
        [text[cell[0] : cell[1]].strip() for cell in printed],
        len(line.slots),
        Span(*tight(text, printed[0][0], printed[-1][1])),
    )
