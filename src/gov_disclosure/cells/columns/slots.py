"""Which columns a row's values stand in: those of the form, or those that the header prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from more_itertools import chunked

from ...declare import Form
from ...grids.context import Header
from ...grids.shown import Entry
from ...layouts.grid import Located
from .above import Above, in_printed_order
from .dealt import deals_labels
from .nesting import regrouped, slots_in_place
from .orders import stand_apart, swapped_group
from .others import names_others
from .places import Option, Slots, are_as_wide, nested_tables, options_of, with_units
from .yearly import slots_of_own_year


def slots_of(
    entry: Entry, row: str, form: Form | None, text: str, year: int | None = None
) -> Slots | None:
    """The places for the values of a row; a row of ``""`` means all rows side by side.

    Labels that stand each before its value tell its column, whatever the form's order is.
    """
    options = options_of(entry.table, row, form)
    if entry.header.is_beside:
        return _as_printed(entry, options)
    above = Above(entry.header, text)
    if slots := slots_of_own_year(above, options[0], year):
        return slots
    if form is None and row and not entry.header.cells and are_as_wide(options):
        return None
    if not row:
        return _side_by_side(entry.header, options[0])
    return _beneath(above, entry, options) or _dealt(above, entry, options)


def without_empty_columns(slots: Slots, wide: int) -> Slots:
    """The places without the last columns, where these are none of the form's and all empty.

    So they are where rows beneath the header are only so wide.
    """
    while slots and slots[-1] is None and wide < len(slots):
        slots = slots[:-1]
    return slots


def _side_by_side(header: Header, option: Option) -> Slots | None:
    """The places of all rows in one line, in the order in which the header names their columns.

    It names them in one order for each of the rows; otherwise labels have moved.  Rows themselves
    in another order than the form's are left open: how wide each is, no label tells.
    """
    groups = tuple(dict.fromkeys(header.groups))
    if groups != tuple(sorted(groups)):
        return None
    wide, named = len(option.keys), [key for key in header.keys if key]
    order, *others = {tuple(keys) for keys in chunked(named, wide)} or {()}
    if others or order == option.keys or sorted(order) != sorted(option.keys):
        return option.slots
    if len(named) != len(option.slots) or not stand_apart(header):
        return option.slots
    places = [{slot.column: slot for slot in slots} for slots in chunked(option.slots, wide)]
    return tuple(row[key] for row in places for key in order)


def _beneath(above: Above, entry: Entry, options: Sequence[Option]) -> Slots | None:
    """The places of a row beneath its header; None if that does not tell them."""
    if above.header.line and names_others(entry, options, above.text):
        return None
    if above.header.above and not above.is_in_order_with_those_above(options):
        return None
    if not above.cells:
        return options[0].slots
    if entry.table in nested_tables():
        return _nested(above, entry, options[0])
    return None if above.ran_together else _believed(above, entry, options)


def _dealt(above: Above, entry: Entry, options: Sequence[Option]) -> Slots | None:
    """The places of a row whose header is nothing but pieces of a form's labels.

    Of a label above the corner nobody can tell where it belongs.
    """
    if above.header.above or entry.table in nested_tables():
        return None
    told = (one for one in options if deals_labels(above, one.columns))
    return next((option.slots for option in told), None)


def _believed(above: Above, entry: Entry, options: Sequence[Option]) -> Slots | None:
    """The places of a row beneath the labels of columns.

    They are those of the form whose columns the header prints; it must be whole, if that is
    another form than that of the report.  Another header is believed where nothing is amiss with
    it; where something is, the form is, unless they contradict each other.  Then nobody can tell.
    """
    header = above.header
    for option in options if header.is_whole else options[:1]:
        if above.prints(option):
            return with_units(option.slots, header)
    printed = in_printed_order(header, options[0].slots)
    if printed and above.is_on_one_line:
        return with_units(printed, header)
    in_order = next(filter(above.is_in_order, options), None)
    if in_order and len(in_order.slots) == len(entry.filled) > len(above.cells):
        return in_order.slots
    if above.is_sound(options):
        return _as_printed(entry, options)
    return in_order.slots if in_order and not above.strangers(options) else None


def _nested(above: Above, entry: Entry, option: Option) -> Slots | None:
    """The places of a nested table: those of the form, or in the order that the header prints.

    No sum would tell the columns of a group apart.  Where each of their labels has a line of its
    own, nobody can tell: a tool may have sorted these.  Nor can anybody among columns of another
    table.
    """
    header, text = above.header, above.text
    group = swapped_group(header)
    ends = [text.count("\n", one[0], other[0]) for one, other in pairwise(group)] if group else []
    if group and (all(ends) or not {cell[2].terms[0].key for cell in group} <= {*option.keys}):
        return None
    if above.is_flat(option):
        return _as_printed(entry, (option,))
    if slots := slots_in_place(above, option):
        return slots
    return regrouped(option, group) if group and not any(ends) else option.slots


def _as_printed(entry: Entry, options: Sequence[Option]) -> Slots:
    """The places in the order of the header; what names a column of other rows has none."""
    known = {slot.column: slot for option in reversed(options) for slot in option.slots}
    own = {column.label for option in options for column in option.columns}
    slots = tuple(
        [
            known.get(cell[2].terms[0].key) if own.intersection(_labels(cell)) else None
            for cell in entry.header.cells
        ]
    )
    return with_units(slots, entry.header)


def _labels(cell: Located) -> Iterator[str]:
    """The labels that a cell may be."""
    return (term.label for term in cell[2].terms)
