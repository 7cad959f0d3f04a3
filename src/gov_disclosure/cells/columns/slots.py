"""Choose the slots of a row: the columns of the form, or those that the header prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import ne

import attrs
from more_itertools import chunked

from ...declare import Form
from ...grids.entries import Entry
from ...grids.header import Header
from ...labels.marks import Sort
from .above import Above, Order, in_printed_order
from .dealt import deals_labels
from .nesting import keys_in_place, regrouped
from .orders import (
    goes_back,
    names_one_column_twice,
    stand_apart,
    stand_side_by_side,
    swapped_group,
)
from .others import counts_others, names_another, names_in_another_order, names_others
from .places import Option, Slots, are_as_wide, nested_tables, options_of, with_units
from .yearly import slots_of_own_year


def slots_of(
    entry: Entry, row: str, form: Form | None, above: Above, year: int | None = None
) -> Slots | None:
    """The slots of a row, or of all rows side by side if the row is ``""``; None if unclear.

    If each value stands behind its own label, that label decides its column.
    """
    options = options_of(entry.table, row, form)
    if entry.header.is_beside:
        return _slots_as_printed(entry.header, options)
    if slots := slots_of_own_year(above, options[0], year):
        return slots
    if form is None and row and not entry.header.cells and are_as_wide(options):
        return None
    if not row:
        return _slots_of_all_rows(_without_name_of_line(entry, options[0]), options[0])
    return _slots_beneath_header(above, entry, options) or _slots_of_dealt_labels(
        above, entry, options
    )


def without_empty_columns(slots: Slots, wide: int) -> Slots:
    """Drop the last columns that are not of the form, if no row beneath the header reaches them.

    ``wide`` is the number of places that the widest of these rows takes up.
    """
    while slots and slots[-1] is None and wide < len(slots):
        slots = slots[:-1]
    return slots


def _without_name_of_line(entry: Entry, option: Option) -> Header:
    """The header of a line of figures without the label that names the line: ``合计 | 0 | 0``.

    It stands right before the figures, and the labels before it name the columns of all rows.
    """
    header, own = entry.header, entry.run.labels
    if len(own) != 1 or own[0] not in header.cells[-1:] or len(entry.values) != len(option.slots):
        return header
    above = attrs.evolve(header, cells=header.cells[:-1])
    named = [key for key in above.keys if key]
    are_all = len(named) == len(option.slots)
    return above if are_all and len({*_orders_of_rows(named, option)}) == 1 else header


def _orders_of_rows(named: Sequence[str], option: Option) -> Iterator[tuple[str, ...]]:
    """The columns in the order in which a header names them, for one row after the other."""
    return map(tuple, chunked(named, len(option.keys)))


def _slots_of_all_rows(header: Header, option: Option) -> Slots | None:
    """The slots of all rows in one line, in the order in which the header names their columns.

    The form's order is kept if the labels are not in the same order for each row, as they have then
    moved.  None if each row has all labels but not in the same order, or if the rows themselves are
    in another order than the form's.
    """
    groups = tuple(dict.fromkeys(header.groups))
    if groups != tuple(sorted(groups)):
        return None
    named = [key for key in header.keys if key]
    order, *others = {*_orders_of_rows(named, option)} or {()}
    if others:
        are_whole = all(sorted(keys) == sorted(option.keys) for keys in (order, *others))
        return None if are_whole else option.slots
    if order == option.keys or sorted(order) != sorted(option.keys):
        return option.slots
    if len(named) != len(option.slots) or not stand_apart(header):
        return option.slots
    places = [{slot.column: slot for slot in slots} for slots in chunked(option.slots, len(order))]
    return tuple(row[key] for row in places for key in order)


def _slots_beneath_header(above: Above, entry: Entry, options: Sequence[Option]) -> Slots | None:
    """The slots of a row beneath its header; None if they are not certain."""
    if above.header.line and names_others(entry, options, above.text):
        return None
    if above.header.above and not above.is_in_order_with_those_above(options):
        return None
    if not above.cells:
        return None if counts_others(above, options[0]) else options[0].slots
    if names_another(above, options[0]):
        return None
    if entry.table in nested_tables():
        return _slots_of_nested_table(above.within_margins, options[0])
    if above.ran_together or names_in_another_order(above, options[0]):
        return None
    return _slots_by_header(above, entry, options)


def _slots_of_dealt_labels(above: Above, entry: Entry, options: Sequence[Option]) -> Slots | None:
    """The slots of a row whose header consists of pieces of the form's labels.

    None if a label stands above the corner, as its column is not known, or if whole labels are not
    in the order of the form.
    """
    if above.header.above or entry.table in nested_tables():
        return None
    in_order = filter(above.names_columns_in_order, options)
    dealt = (one for one in in_order if deals_labels(above, one.columns))
    return next((option.slots for option in dealt), None)


def _slots_by_header(above: Above, entry: Entry, options: Sequence[Option]) -> Slots | None:
    """The slots of a row beneath the labels of columns.

    If the header prints the columns of a form, they are those of that form; if it is not the
    report's form, the header must be whole, and name a single column in full.  Any other header is
    believed if it is sound.  If it is not sound, the form is believed, unless they contradict each
    other: then the result is None.
    """
    header = above.header
    for option in options if header.is_whole else options[:1]:
        is_certain = option is options[0] or len(option.columns) > 1 or all(header.keys)
        if is_certain and above.prints_columns_of(option):
            return with_units(option.slots, header)
    printed = in_printed_order(header, options[0].slots, above.text)
    if printed and above.is_on_one_line:
        return with_units(printed, header)
    in_order = next(filter(above.names_columns_in_order, options), None)
    is_full = in_order is not None and len(in_order.slots) == len(entry.filled)
    if in_order and is_full and len(entry.filled) > len(above.cells):
        return None if _may_end_in_remark(entry, above) else in_order.slots
    if above.is_sound(options):
        return _slots_as_printed(header, options)
    return in_order.slots if in_order and not above.strangers((in_order,)) else None


def _may_end_in_remark(entry: Entry, above: Above) -> bool:
    """Whether a row ends in words, and its header in unknown words: perhaps a column for remarks.

    One of the row's figures is lost then.
    """
    ends = entry.filled[-1][2], above.cells[-1][2] if above.cells else entry.filled[-1][2]
    return len(entry.filled) > 1 and all(mark.sort is Sort.TEXT for mark in ends)


def _slots_of_nested_table(above: Above, option: Option) -> Slots | None:
    """The slots of a row of a nested table, in the order of the form or of the header."""
    order = above.once(_order_of_nested_table, option)
    if order is None:
        return None
    slots = tuple([None if at is None else option.slots[at] for at in order])
    names_units = above.header.names_money and above.is_flat(option)
    return with_units(slots, above.header) if names_units else slots


def _order_of_nested_table(above: Above, option: Option) -> Order | None:
    """The places in the form of the columns of a nested table."""
    keys, known = _keys_of_nested_table(above, option), option.keys
    return None if keys is None else [known.index(k) if k in known else None for k in keys]


def _keys_of_nested_table(above: Above, option: Option) -> Sequence[str | None] | None:
    """The keys of the columns of a nested table, in the order of the form or of the header.

    Sums cannot tell the columns of a group apart.  The result is None if the labels of a swapped
    group each have a line of their own, as a tool may have sorted these, or if some of them are
    those of another table; if a column is named twice, in different words; or if labels side by
    side are not in the form's order, and one of them is missing.
    """
    header, text = above.header, above.text
    if names_one_column_twice(header, text):
        return None
    group = swapped_group(header)
    ends = [text.count("\n", one[0], other[0]) for one, other in pairwise(group)] if group else []
    if group and (all(ends) or not {cell[2].terms[0].key for cell in group} <= {*option.keys}):
        return None
    if above.is_flat(option):
        return _keys_as_printed(header, (option,))
    if keys := keys_in_place(above, option):
        return keys
    is_out_of_order = goes_back(header) or _has_labels_in_other_places(header, option)
    if is_out_of_order and above.is_on_one_line and stand_side_by_side(header, text):
        return None
    return regrouped(option, group) if group and not any(ends) else option.keys


def _has_labels_in_other_places(header: Header, option: Option) -> bool:
    """Whether as many labels as there are columns are not just the form's, each in its place."""
    return len(header.keys) == len(option.keys) and any(map(ne, header.keys, option.keys))


def _slots_as_printed(header: Header, options: Sequence[Option]) -> Slots:
    """The slots in the order of the header; a label that is no column of the row gets None."""
    known = {slot.column: slot for option in reversed(options) for slot in option.slots}
    keys = _keys_as_printed(header, options)
    return with_units(tuple([known.get(key) if key else None for key in keys]), header)


def _keys_as_printed(header: Header, options: Sequence[Option]) -> Sequence[str | None]:
    """The keys of the columns that a header names, in its order; None for any other label."""
    own = {column.label for option in options for column in option.columns}
    return [
        cell[2].terms[0].key if any(term.label in own for term in cell[2].terms) else None
        for cell in header.cells
    ]
