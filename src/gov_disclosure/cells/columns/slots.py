"""Which columns a row's values stand in: those of the form, or those that the header prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs
from more_itertools import chunked

from ...declare import Form
from ...forms import VALUE, Line
from ...grids.context import Header
from ...grids.shown import Entry
from ...labels.marks import MARKS, Sort
from ...labels.misprints import is_most_of
from ...layouts.grid import Located, is_blank
from ...text.fold import squeeze
from .dealt import deals_labels
from .nesting import regrouped, slots_in_place
from .orders import is_nested, stand_apart, stand_on_one_line, stand_side_by_side, swapped_group
from .others import names_others
from .places import Option, Slots, are_as_wide, nested_tables, options_of, with_units
from .yearly import slots_of_own_year

_LEAST_FRAGMENT = 2
_LEAST_KNOWN = 2


def slots_of(
    entry: Entry, row: str, form: Form | None, text: str, year: int | None = None
) -> Slots | None:
    """The places for the values of a row; a row of ``""`` means all rows side by side.

    Labels that stand each before its value tell its column, whatever the form's order is.
    """
    options = options_of(entry.table, row, form)
    if entry.header.is_beside:
        return _as_printed(entry, options)
    if slots := slots_of_own_year(entry.header, options[0], text, year):
        return slots
    if form is None and row and not entry.header.cells and are_as_wide(options):
        return None
    return _beneath(entry, row, options, text) or _dealt(entry, row, options, text)


def without_empty_columns(slots: Slots, wide: int) -> Slots:
    """The places without the last columns, where these are none of the form's and all empty.

    So they are where rows beneath the header are only so wide.
    """
    while slots and slots[-1] is None and wide < len(slots):
        slots = slots[:-1]
    return slots


def _beneath(entry: Entry, row: str, options: Sequence[Option], text: str) -> Slots | None:
    """The places of a row beneath its header; None if that does not tell them."""
    header = entry.header
    if not row:
        return _side_by_side(header, options[0])
    if header.line and names_others(entry, options, text):
        return None
    if header.above and not _are_in_order_with_those_above(header, options):
        return None
    if not header.cells:
        return options[0].slots
    if entry.table in nested_tables():
        return _nested(entry, options[0], text)
    ran_together = any(_names_further(cell, text) for cell in header.cells)
    return None if ran_together else _believed(entry, options, text)


def _dealt(entry: Entry, row: str, options: Sequence[Option], text: str) -> Slots | None:
    """The places of a row whose header is nothing but pieces of a form's labels.

    Of a label above the corner nobody can tell where it belongs.
    """
    if not row or entry.header.above or entry.table in nested_tables():
        return None
    told = (option for option in options if deals_labels(entry.header, option.columns, text))
    return next((option.slots for option in told), None)


def _believed(entry: Entry, options: Sequence[Option], text: str) -> Slots | None:
    """The places of a row beneath the labels of columns.

    They are those of the form whose columns the header prints; it must be whole, if that is
    another form than that of the report.  Another header is believed
    where nothing is amiss with it; where something is, the form is, unless they contradict
    each other.  Then nobody can tell: None.
    """
    header = entry.header
    for option in options if header.is_whole else options[:1]:
        if _prints(header, option, text):
            return with_units(option.slots, header)
    printed = in_printed_order(header, options[0].slots)
    if printed and stand_on_one_line(header, text):
        return with_units(printed, header)
    in_order = next((option for option in options if _is_in_order(header, option)), None)
    if in_order and len(in_order.slots) == len(entry.filled) > len(header.cells):
        return in_order.slots
    if _is_sound(header, options, text):
        return _as_printed(entry, options)
    return in_order.slots if in_order and not _strangers(header, options, text) else None


def _nested(entry: Entry, option: Option, text: str) -> Slots | None:
    """The places of a nested table: those of the form, or in the order that the header prints.

    No sum would tell the columns of a group apart.  Where each of their labels has a line of its
    own, nobody can tell: a tool may have sorted these.  Nor can anybody among columns of another
    table.
    """
    group = swapped_group(entry.header)
    ends = [text.count("\n", one[0], other[0]) for one, other in pairwise(group)] if group else []
    if group and (all(ends) or not {cell[2].terms[0].key for cell in group} <= {*option.keys}):
        return None
    if _is_flat(entry.header, option, text):
        return _as_printed(entry, (option,))
    if slots := slots_in_place(entry.header, option, text):
        return slots
    return regrouped(option, group) if group and not any(ends) else option.slots


def _side_by_side(header: Header, option: Option) -> Slots | None:
    """The places of all rows in one line, in the order in which the header names their columns.

    It names them in one order for each of the rows; otherwise labels have moved.  Rows themselves
    in another order than the form's are left open: how wide each is, no label tells.
    """
    groups = tuple(dict.fromkeys(header.groups))
    if groups != tuple(sorted(groups)):
        return None
    wide, named = len(option.keys), _known_keys(header)
    order, *others = {tuple(keys) for keys in chunked(named, wide)} or {()}
    if others or order == option.keys or sorted(order) != sorted(option.keys):
        return option.slots
    if len(named) != len(option.slots) or not stand_apart(header):
        return option.slots
    places = [{slot.column: slot for slot in slots} for slots in chunked(option.slots, wide)]
    return tuple(row[key] for row in places for key in order)


def _prints(header: Header, option: Option, text: str) -> bool:
    """Whether the header prints just these columns; labels may be cut short, or lost."""
    if header.keys == option.keys:
        return True
    cells, columns = header.cells, option.columns
    may_be = _may_be if len(columns) > 1 else _may_be_the_only
    if len(cells) != len(columns) or not all(
        may_be(cell, column, text) for cell, column in zip(cells, columns, strict=True)
    ):
        return False
    return not all(map(is_blank, cells))


def _names_further(cell: Located, text: str) -> bool:
    """Whether a cell holds the label of a column, and beside it words that name another one."""
    if cell[2].sort is not Sort.TEXT:
        return False
    words = [MARKS[word] for word in text[cell[0] : cell[1]].split()]
    named = any(mark.names_column for mark in words)
    return named and any(mark.is_words for mark in words)


def _may_be(cell: Located, column: Line, text: str) -> bool:
    if cell[2].sort is Sort.LABEL:
        return cell[2].terms[0].key == column.key
    return column.key == VALUE or is_blank(cell) or _is_fragment(cell, column, text)


def _may_be_the_only(cell: Located, column: Line, text: str) -> bool:
    """Whether a cell may name the only column, if need be in fewer words."""
    words = squeeze(text[cell[0] : cell[1]])
    return _may_be(cell, column, text) or is_most_of(words, column.label)


def _is_fragment(cell: Located, column: Line, text: str) -> bool:
    """Whether words are a part of a column's label."""
    return _is_part_of(text[cell[0] : cell[1]], column)


def _is_part_of(said: str, column: Line) -> bool:
    words = squeeze(said)
    labels = (column.label, *column.aliases)
    return len(words) >= _LEAST_FRAGMENT and any(words in squeeze(label) for label in labels)


def in_printed_order(header: Header, slots: Slots) -> Slots | None:
    """The places as a header names their columns; None if it does not name just these."""
    known = {slot.column: slot for slot in slots if slot}
    if sorted(header.keys) != sorted(known) or not stand_apart(header):
        return None
    return tuple([known[key] for key in header.keys])


def _are_in_order_with_those_above(header: Header, options: Sequence[Option]) -> bool:
    """Whether the columns stand in a form's order, those above the corner before the others.

    Or those beside the corner are all that a form has.
    """
    whole = attrs.evolve(header, cells=(*header.above, *header.cells))
    return any(header.keys == option.keys or _is_in_order(whole, option) for option in options)


def _known_keys(header: Header) -> list[str]:
    return [key for key in header.keys if key]


def _is_in_order(header: Header, option: Option) -> bool:
    """Whether the labels that a header prints are columns of the option, in its order."""
    columns = iter(column.key for column in option.columns)
    return all(key in columns for key in _known_keys(header))


def _strangers(header: Header, options: Sequence[Option], text: str) -> list[Located]:
    """The words of a header that are no part of any column's label that it does not name whole."""
    columns = [c for option in options for c in option.columns if c.key not in header.keys]
    words = (cell for cell in header.cells if cell[2].sort is not Sort.LABEL)
    return [
        cell
        for cell in words
        if not is_blank(cell) and not any(_is_fragment(cell, c, text) for c in columns)
    ]


def _is_sound(header: Header, options: Sequence[Option], text: str) -> bool:
    """Whether a header begins behind its corner, with every cell a label or words of its own.

    A part of a label is words of its own only on the line of all the others.
    """
    keys = _known_keys(header)
    columns = {slot.column for option in options for slot in option.slots}
    if not header.is_whole or len(set(keys)) < len(keys) or columns.isdisjoint(keys):
        return False
    if any(is_blank(cell) or _holds_fragments(cell, options, text) for cell in header.cells):
        return False
    if len(keys) < len(header.cells) and not stand_apart(header):
        return False
    words = [cell for cell in _strangers(header, options, text) if not _is_crumb(cell, text)]
    return stand_on_one_line(header, text) or len(keys) + len(words) == len(header.cells)


def _is_flat(header: Header, option: Option, text: str) -> bool:
    """Whether a header has the columns of a nested table side by side, and not as the form has.

    It has all of them in another order, and not just those of the group on a line below; or words
    of its own among them, on one line, and together they are at least as many.
    """
    on_one_line = stand_on_one_line(header, text)
    is_grouped = is_nested(header) and not stand_side_by_side(header, text)
    if header.keys == option.keys or is_grouped or (swapped_group(header) and not on_one_line):
        return False
    keys = _known_keys(header)
    if len(set(keys)) < len(keys):
        return False
    if len(keys) == len(header.cells):
        return in_printed_order(header, option.slots) is not None
    words = _strangers(header, (option,), text)
    return (
        len(option.keys) <= len(header.cells) == len(keys) + len(words)
        and len(keys) >= _LEAST_KNOWN
        and not any(_is_crumb(cell, text) for cell in words)
        and stand_apart(header)
        and on_one_line
    )


def _holds_fragments(cell: Located, options: Sequence[Option], text: str) -> bool:
    """Whether a cell has parts of several columns' labels side by side."""
    words = text[cell[0] : cell[1]].split()
    columns = [column for option in options for column in option.columns]
    return (
        cell[2].sort is not Sort.LABEL
        and sum(any(_is_part_of(word, column) for column in columns) for word in words) > 1
    )


def _is_crumb(cell: Located, text: str) -> bool:
    """Whether a cell is too short to be words of its own: the last character of a broken label."""
    return len(squeeze(text[cell[0] : cell[1]])) < _LEAST_FRAGMENT


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
