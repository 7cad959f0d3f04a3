"""Which columns a row's values stand in: those of the form, or those that the header prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise, product

import attrs

from .declare import Form
from .fold import squeeze
from .forms import Address, Line, tables_of
from .grid import Located
from .labelled import Entry
from .marks import Sort

_LEAST_PREFIX = 2


@attrs.frozen
class Slot:
    """A place for one value: its address, the unit of its figures, and their printed unit."""

    address: Address
    unit: str | None
    printed_unit: str | None = None


Slots = tuple[Slot | None, ...]
"""The places of a row's values in order; None where the column is none of the form."""


def slots_of(entry: Entry, row: str, form: Form | None, text: str) -> Slots:
    """The places for the values of a row; a row of ``""`` means all rows side by side."""
    options = _options(entry.table, row, form)
    if not row or not entry.header or entry.table in nested_tables():
        return options[0]
    for slots in options:
        if _header_fits(entry.header, _labels(entry.table, row, slots), text):
            return _with_units(slots, entry.header)
    all_print = len(entry.filled) == len(options[0])
    if all_print and len(entry.header) != len(entry.filled):
        return options[0]
    known = {slot.address[2]: (slots, slot) for slots in reversed(options) for slot in slots}
    columns = [known.get(_column(cell)) for cell in entry.header]
    forms = {column[0] for column in columns if column is not None}
    mixed = len(forms) > 1 and None not in columns
    as_printed = mixed or _may_be_a_header(columns)
    return tuple(column and column[1] for column in columns) if as_printed else options[0]


def _may_be_a_header(columns: Sequence[tuple[tuple[Slot, ...], Slot] | None]) -> bool:
    """Whether columns stand where their form leaves room for them, with some left out or unknown.

    Where they do not, the words of the header were broken and put together in a wrong order.
    """
    known = [(at, column) for at, column in enumerate(columns) if column is not None]
    places = [(at, slots.index(slot), len(slots)) for at, (slots, slot) in known]
    in_order = all(one[1] < other[1] for one, other in pairwise(places))
    behind = len(columns) - 1
    return in_order and all(at <= of <= width - 1 - (behind - at) for at, of, width in places)


def has_row(table: str, row: str, form: Form | None) -> bool:
    """Whether the form has a row of that key; any form, where it is not known which is used."""
    forms = Form if form is None else (form,)
    return any(_lines(table, row, other)[0] for other in forms)


def _with_units(slots: tuple[Slot, ...], header: Iterable[Located]) -> Slots:
    """The slots with the unit of money that each one's column label prints."""
    return tuple(
        attrs.evolve(slot, printed_unit=cell[2].money) if cell[2].money else slot
        for slot, cell in zip(slots, header, strict=True)
    )


def _column(cell: Located) -> str:
    return cell[2].terms[0].key if cell[2].terms else ""


def _header_fits(header: tuple[Located, ...], labels: tuple[Line, ...], text: str) -> bool:
    """Whether the header prints just these columns; a label may be cut short."""
    return len(header) == len(labels) and all(
        _is_or_begins(cell, line, text) for cell, line in zip(header, labels, strict=True)
    )


def _is_or_begins(cell: Located, line: Line, text: str) -> bool:
    if cell[2].sort is Sort.LABEL:
        return _column(cell) == line.key
    words = squeeze(text[cell[0] : cell[1]])
    return len(words) >= _LEAST_PREFIX and squeeze(line.label).startswith(words)


@cache
def nested_tables() -> frozenset[str]:
    """The tables whose column labels stand on several lines, so that their order tells nothing."""
    return frozenset(
        table.key for form in Form for table in tables_of(form) if table.declared.column_headings
    )


@cache
def _options(table: str, row: str, form: Form | None) -> tuple[tuple[Slot, ...], ...]:
    """The slots of a row in the form, then in the other forms that print the row."""
    preferred = sorted(Form, key=lambda other: (other is not form, -int(other.value)))
    found: dict[tuple[Slot, ...], None] = {}
    for lines, columns in (_lines(table, row, other) for other in preferred):
        slots = tuple(
            Slot((table, line.key, column.key), column.unit or line.unit)
            for line, column in product(lines, columns)
        )
        if slots:
            found.setdefault(slots)
    return tuple(found)


@cache
def _lines(table: str, row: str, form: Form) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The rows and the columns of which a line of values under that row consists."""
    for printed in (t for t in tables_of(form) if t.key == table):
        for block in printed.blocks:
            lines = tuple(line for line in block.rows if row in ("", line.key))
            if lines:
                return lines, block.columns
    return (), ()


def _labels(table: str, row: str, slots: tuple[Slot, ...]) -> tuple[Line, ...]:
    keys = tuple(slot.address[2] for slot in slots)
    for form in Form:
        _, columns = _lines(table, row, form)
        if tuple(column.key for column in columns) == keys:
            return columns
    return ()
