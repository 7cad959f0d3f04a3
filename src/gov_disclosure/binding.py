"""Labelled lines as readings: each value at the address where the text shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

import attrs

from .choosing import Candidate
from .columns import Slot, Slots, slots_of
from .declare import Form
from .forms import Address
from .grid import Located, Row
from .labelled import Entry
from .marks import Sort
from .numbers import MONEY, as_amount, as_count
from .problems import ambiguous_label, conflicting_values, not_a_number, unplaced_values
from .settling import Habit, Width, habit_of, settle, settle_start
from .values import Kind, Origin, Problem, Reading, Span
from .vocabulary import Term


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
    votes = Counter(form for term in set(labels) for form in term.forms)
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


@attrs.frozen
class _Line:
    """An entry with the row it stands for, and the places that its values are due at.

    ``beside_loose`` tells that the grid holds figures outside rows, which may be this row's.
    """

    entry: Entry
    beside_loose: bool
    layout: str
    row: str
    slots: Slots
    width: Width


def bind(text: str, chosen: Sequence[Candidate]) -> Binding:
    """The readings that the chosen grids of one report give."""
    form = form_of(label for candidate in chosen for label in candidate.shown.labels)
    readings: dict[Address, Reading] = {}
    problems: list[Problem] = []
    lines = list(_lines(text, chosen, form, problems))
    habits = _habits(chosen, lines)
    for line in lines:
        for address, reading in _readings(text, line, habits[line.layout], problems):
            _add(readings, address, reading, problems)
    return Binding(form, {a: r for a, r in readings.items() if r is not _CONFLICT}, tuple(problems))


def _lines(
    text: str, chosen: Sequence[Candidate], form: Form | None, problems: list[Problem]
) -> Iterator[_Line]:
    """Every entry whose row is certain; labels of several rows are told by their neighbours."""
    entries = [(entry, candidate) for candidate in chosen for entry in candidate.shown.entries]
    certain = [(entry.table, _only_order(entry)) for entry, _ in entries]
    for at, (entry, candidate) in enumerate(entries):
        row = _row_key(entry, certain, at)
        if row is None:
            place = entry.place
            problems.append(ambiguous_label(text[slice(*place)], Span(*place)))
            continue
        slots = slots_of(entry, row, form, text)
        values = [cell for cell in entry.values if cell[2].sort is not Sort.UNIT]
        loose = bool(candidate.shown.loose)
        yield _Line(
            entry,
            loose,
            candidate.layout,
            row,
            _priced(text, entry, slots),
            Width(values, len(slots)),
        )


def _only_order(entry: Entry) -> int | None:
    keys = {term.key for term in entry.terms}
    return entry.terms[0].order if len(keys) == 1 else None


def _row_key(entry: Entry, certain: Sequence[tuple[str, int | None]], at: int) -> str | None:
    """The row an entry stands for: the only one between its nearest certain neighbours."""
    if not entry.terms:
        return ""
    if certain[at][1] is not None:
        return entry.terms[0].key
    here = [(place, order) for place, (table, order) in enumerate(certain) if table == entry.table]
    before = [order for place, order in here if place < at and order is not None]
    behind = [order for place, order in here if place > at and order is not None]
    lowest = before[-1] if before else -1
    highest = behind[0] if behind else max(term.order for term in entry.terms) + 1
    between = {term.key for term in entry.terms if lowest < term.order < highest}
    return between.pop() if len(between) == 1 else None


def _priced(text: str, entry: Entry, slots: Slots) -> Slots:
    """The slots with the unit of money that a cell of its own prints before the value."""
    printed = {text[c[0] : c[1]] for c in entry.values if c[2].sort is Sort.UNIT} & MONEY.keys()
    if len(printed) != 1:
        return slots
    (unit,) = printed
    return tuple(slot and attrs.evolve(slot, printed_unit=unit) for slot in slots)


def _habits(chosen: Sequence[Candidate], lines: Sequence[_Line]) -> dict[str, Habit]:
    """What each layout of the report does with empty cells."""
    return {
        name: habit_of(
            [line.width for line in lines if line.layout == name and line.row],
            padded=any(c.shown.padded for c in chosen if c.layout == name),
            spaced=any(c.shown.spaced for c in chosen if c.layout == name),
        )
        for name in {line.layout for line in lines}
    }


def _readings(
    text: str, line: _Line, habit: Habit, problems: list[Problem]
) -> Iterator[tuple[Address, Reading]]:
    settled = settle(line.width, habit)
    if settled is None and any(cell[2].sort is not Sort.BLANK for cell in line.width.values):
        settled = settle_start(line.width, habit) if not line.row else []
        problems.append(_unplaced(text, line, line.width.values[len(settled) :]))
    elif settled is None:
        if line.beside_loose:
            return
        end = line.entry.place[1]
        empty = Reading(Kind.BLANK, None, end, end, Origin.PRINTED)
        yield from ((slot.address, empty) for slot in line.slots if slot is not None)
        return
    for slot, cell in zip(line.slots, settled, strict=False):
        if slot is not None:
            yield slot.address, _reading(slot, cell, text, problems)


def _reading(slot: Slot, cell: Located, text: str, problems: list[Problem]) -> Reading:
    start, end, mark = cell
    kind, value = _KINDS.get(mark.sort, Kind.TEXT), None
    if mark.number is not None:
        value = _value(slot, cell)
    if value is None and kind in (Kind.NUMBER, Kind.TEXT):
        kind = Kind.TEXT
        problems.append(not_a_number(text[start:end], slot.address, Span(start, end)))
    return Reading(kind, value, start, end, Origin.PRINTED)


_KINDS = {Sort.NUMBER: Kind.NUMBER, Sort.BLANK: Kind.BLANK, Sort.DASH: Kind.DASH}


def _value(slot: Slot, cell: Located) -> int | Decimal | None:
    number = cell[2].number
    if number is None:
        return None
    if slot.unit in MONEY:
        return as_amount(number, slot.printed_unit or slot.unit)
    return as_count(number)


_CONFLICT = Reading(Kind.MISSING, None, 0, 0, Origin.PRINTED)


def _add(
    readings: dict[Address, Reading], address: Address, new: Reading, problems: list[Problem]
) -> None:
    """Note a reading; two that disagree leave the cell open, an empty one gives way."""
    old = readings.get(address)
    if old is None or (old.kind is Kind.BLANK and new.kind is not Kind.BLANK):
        readings[address] = new
    elif new.kind is not Kind.BLANK and (old.kind, old.value) != (new.kind, new.value):
        readings[address] = _CONFLICT
        problems.append(conflicting_values(address, Span(new.start, new.end)))


def _unplaced(text: str, line: _Line, values: Row) -> Problem:
    printed = [cell for cell in values if cell[2].sort is not Sort.BLANK]
    return unplaced_values(
        " ".join(text[slice(*line.entry.place)].split()),
        [text[cell[0] : cell[1]].strip() for cell in printed],
        line.width.due,
        Span(printed[0][0], printed[-1][1]),
    )
