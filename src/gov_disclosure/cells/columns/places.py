"""The slots of the rows of each form, with the units of their figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import product

import attrs

from ...declare import Form, Orientation
from ...forms import Address, Line, tables_of
from ...grids.header import Header
from ...labels.cores import A_MULTIPLE
from ...text.numerals import MONEY

_MULTIPLE = re.compile(A_MULTIPLE)


@attrs.frozen(eq=False)
class Slot:
    """A place for one value: its address, the unit of its figures, and their printed unit.

    Slots are compared by identity, as there is one for each place.  ``lacks_unit`` means that it is
    for money and that the form itself prints no unit.
    """

    address: Address
    unit: str | None
    printed_unit: str | None = None
    lacks_unit: bool = False

    @property
    def is_multiplied(self) -> bool:
        """Whether its figures are printed in a unit that stands for many, such as 万件."""
        return self.printed_unit is not None and _MULTIPLE.search(self.printed_unit) is not None

    @property
    def column(self) -> str:
        """The key of its column."""
        return self.address[2]


Slots = tuple[Slot | None, ...]
"""The slots of a row's values in order; None for a column that is not of the form."""


@attrs.frozen
class Option:
    """The slots of a row in a form that prints it, and their columns."""

    slots: tuple[Slot, ...]
    columns: tuple[Line, ...]
    keys: tuple[str, ...]


def with_units(slots: Slots, header: Header) -> Slots:
    """The slots with the units of money that the labels of their columns print."""
    if not header.names_money:
        return slots
    return tuple(
        attrs.evolve(slot, printed_unit=cell[2].money) if slot and cell[2].money else slot
        for slot, cell in zip(slots, header.cells, strict=False)
    )


def priced(slots: Slots, units: Iterable[str | None]) -> Slots:
    """The slots with the units of money that are printed around the row.

    If several different units are printed, the unit of the slot is unknown.
    """
    around = {unit for unit in units if unit}
    return tuple(slot and _priced(slot, around) for slot in slots)


def doubted(slots: Slots, unit: str | None) -> Slots:
    """The slots, those of money without a printed unit in doubt if a line below names another.

    The line below may name the unit of what follows.
    """
    if unit is None:
        return slots
    return tuple(
        _priced(slot, {unit, slot.unit})
        if slot and slot.unit in MONEY and not slot.printed_unit
        else slot
        for slot in slots
    )


def _priced(slot: Slot, around: set[str]) -> Slot:
    units = {slot.printed_unit, *around} if slot.printed_unit else around
    return attrs.evolve(slot, printed_unit=" ".join(sorted(units)))


def has_row(table: str, row: str, form: Form | None) -> bool:
    """Whether the form has a row of that key; any form, if the form is not known."""
    forms = Form if form is None else (form,)
    return any(_lines(table, row, other)[0] for other in forms)


@cache
def nested_tables() -> frozenset[str]:
    """The tables whose column labels stand on several lines, so that their order is unreliable."""
    return frozenset(
        table.key
        for form in Form
        for table in tables_of(form)
        if table.declared.orientation is Orientation.COLUMN_ROW
    )


@cache
def options_of(table: str, row: str, form: Form | None) -> tuple[Option, ...]:
    """The slots of a row in the form, then in the other forms that print the row."""
    preferred = sorted(Form, key=lambda other: (other is not form, -int(other.value)))
    found: dict[tuple[Address, ...], Option] = {}
    for lines, columns in (_lines(table, row, other) for other in preferred):
        slots = tuple(
            _slot((table, line.key, column.key), column, line)
            for line, column in product(lines, columns)
        )
        if slots:
            keys = tuple(column.key for column in columns)
            addresses = tuple(slot.address for slot in slots)
            found.setdefault(addresses, Option(slots, columns, keys))
    return tuple(found.values())


def are_as_wide(options: Sequence[Option]) -> bool:
    """Whether another form has as many, but different, columns for a row."""
    return any(len(one.slots) == len(options[0].slots) for one in options[1:])


def _slot(address: Address, column: Line, line: Line) -> Slot:
    """The slot at an address; if units stand in a column of their own, the form prints them all."""
    unit = column.unit or line.unit
    lacks_unit = column.unit in MONEY and column.unit not in column.label
    return Slot(address, unit, lacks_unit=lacks_unit)


@cache
def _lines(table: str, row: str, form: Form) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The rows that a line of values holds, and its columns; all rows if the row is ``""``."""
    for printed in (t for t in tables_of(form) if t.key == table):
        for block in printed.blocks:
            lines = tuple(line for line in block.rows if row in ("", line.key))
            if lines:
                return lines, block.columns
    return (), ()
