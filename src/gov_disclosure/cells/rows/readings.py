"""Make readings of resolved rows: one at each address of the form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from ...forms import CHANGE, Address
from ...labels.marks import Mark, Sort
from ...layouts.grid import Located, Row
from ...problems import conflicting_values, not_a_number, unit_unclear
from ...text.numerals import MONEY, as_amount
from ...text.source import tight
from ...values import Kind, Origin, Problem, Reading, Span
from ..columns.places import Slot, Slots
from .strips import Filling

Placed = tuple[Address, Reading]
"""An address of the form, and the reading there."""


class ResolvedRow(NamedTuple):
    """A row with the cells at its first slots, and what arithmetic inferred at others."""

    text: str
    slots: Slots
    cells: Row
    inferred: Mapping[int, Filling | None]
    end: int
    """The end of the label, where inferred empty cells are located."""

    @property
    def has_place(self) -> bool:
        """Whether any of its values has a place in the form."""
        return bool(self.cells or self.inferred)


def readings_of(lines: Iterable[ResolvedRow]) -> dict[Address, Reading]:
    """The readings of rows; an address that is read with two different values gets none."""
    return read(lines)[0]


def read(lines: Iterable[ResolvedRow]) -> tuple[dict[Address, Reading], list[Problem]]:
    """The readings of rows, and their problems.

    An address that is read with two different values gets no reading.  If most rows of a table are
    printed twice and some of them disagree, it is unknown which table is the report's: then only
    the values that agree are kept.
    """
    readings: dict[Address, Reading] = {}
    agreed: set[Address] = set()
    problems: list[Problem] = []
    given = list(lines)
    for line in given:
        for address, new in _readings_of(line, problems):
            if address not in readings:
                readings[address] = new
                continue
            old = readings[address]
            readings[address] = _merged(address, old, new, problems)
            if _say_the_same(old, new):
                agreed.add(address)
    at_odds = {where[0] for where, reading in readings.items() if reading is _CONFLICT}
    contested = at_odds and {table for table in at_odds if _stands_twice(table, given)}
    certain = {
        where: reading
        for where, reading in readings.items()
        if reading is not _CONFLICT and (where[0] not in contested or where in agreed)
    }
    return certain, problems


def _stands_twice(table: str, lines: Iterable[ResolvedRow]) -> bool:
    """Whether several rows of a table are printed twice, and they are at least half of all.

    A single row that is printed twice may be part of another list.
    """
    rows = chain.from_iterable({slot.address[:2] for slot in line.slots if slot} for line in lines)
    count = Counter(row for row in rows if row[0] == table)
    twice = sum(times > 1 for times in count.values())
    return twice > 1 and 2 * twice >= len(count)


@lru_cache(maxsize=1 << 10)
def may_be_no_counts(slots: Slots) -> bool:
    """Whether any slot is for money, or for figures in a unit that stands for many."""
    return any(slot is not None and (slot.unit in MONEY or slot.is_multiplied) for slot in slots)


def _readings_of(line: ResolvedRow, problems: list[Problem]) -> Iterator[Placed]:
    """The readings of a row, printed and inferred ones."""
    for slot, cell in zip(line.slots, line.cells, strict=False):
        if slot is not None:
            yield slot.address, _reading(line.text, slot, cell, problems)
    yield from _inferred_readings(line)


def _reading(text: str, slot: Slot, cell: Located, problems: list[Problem]) -> Reading:
    start, end, mark = cell
    if mark.sort is Sort.BLANK:
        return Reading(Kind.BLANK, None, start, end, Origin.PRINTED)
    start, end = tight(text, start, end)
    value: int | Decimal | None = None if slot.is_multiplied else mark.count
    if slot.unit in MONEY and mark.number is not None:
        value = as_amount(mark.number, slot.printed_unit or slot.unit)
    if value is not None and (value >= 0 or slot.column == CHANGE):
        if slot.lacks_unit and value and not (slot.printed_unit or _names_money(mark)):
            problems.append(unit_unclear(text[start:end], slot.address, Span(start, end)))
        return Reading(Kind.NUMBER, value, start, end, Origin.PRINTED)
    kind = _EMPTY_KINDS.get(mark.sort, Kind.TEXT)
    if kind is Kind.TEXT:
        problems.append(not_a_number(text[start:end], slot.address, Span(start, end)))
    return Reading(kind, None, start, end, Origin.PRINTED)


def _names_money(mark: Mark) -> bool:
    return mark.number is not None and mark.number.unit in MONEY


_EMPTY_KINDS = {Sort.BLANK: Kind.BLANK, Sort.DASH: Kind.DASH}


def _inferred_readings(line: ResolvedRow) -> Iterator[Placed]:
    for place, filling in line.inferred.items():
        slot = line.slots[place]
        if slot is not None and not slot.is_multiplied:
            yield slot.address, _inferred_reading(line.text, filling, line.end)


def _inferred_reading(text: str, filling: Filling | None, end: int) -> Reading:
    if filling is None:
        return Reading(Kind.BLANK, None, end, end, Origin.INFERRED)
    place = tight(text, filling.start, filling.end)
    if filling.is_number:
        return Reading(Kind.NUMBER, filling.value, *place, Origin.INFERRED)
    return Reading(Kind.DASH, None, *place, Origin.INFERRED)


_CONFLICT = Reading(Kind.MISSING, None, 0, 0, Origin.PRINTED)


def _merged(address: Address, old: Reading, new: Reading, problems: list[Problem]) -> Reading:
    """One of two readings of an address that are the same; if they disagree, neither."""
    if _say_the_same(old, new):
        return old
    problems.append(conflicting_values(address, Span(new.start, new.end)))
    return _CONFLICT


def _say_the_same(one: Reading, other: Reading) -> bool:
    return (one.kind, one.value) == (other.kind, other.value)
