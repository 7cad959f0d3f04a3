"""Entries matched to rows of the form, with the slots that are due in each."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set

from ...declare import Form
from ...grids.choosing import Candidate
from ...grids.entries import Entry
from ...grids.header import Header
from ...layouts.grid import Located, is_blank
from ...problems import (
    COUNTS_NO_MONEY,
    NO_HEADER,
    OTHER_ORDER,
    PARTS_BESIDE,
    STRANGE_HEADER,
    ambiguous_label,
    columns_unclear,
)
from ...text.source import tight
from ...values import Problem, Span
from ..columns.above import is_part_of
from ..columns.orders import goes_back, is_nested
from ..columns.others import has_no_remark, ran_together, stands_beneath_others
from ..columns.places import Slots, doubted, has_row, nested_tables, options_of, priced
from ..columns.slots import slots_of, without_empty_columns
from ..standing import line_before
from .due_row import DueRow, due_row
from .strangers import counts_what_is_paid, is_one_of_parts
from .surroundings import Surroundings

_FEWEST_NAMED = 4
"""A header with fewer labels has lost a line."""


def due_rows(
    text: str, chosen: Sequence[Candidate], form: Form | None, year: int | None
) -> tuple[Sequence[DueRow], Sequence[Problem]]:
    """Match every entry to its row; a label of several rows is decided by its neighbours.

    An entry with figures whose row or columns are not certain becomes a problem.
    """
    around = Surroundings(text, chosen, form, year)
    found = [_due_row(at, *entry, around) for at, entry in enumerate(around.entries)]
    rows = [one for one in found if isinstance(one, DueRow)]
    return rows, [one for one in found if isinstance(one, Problem)]


def _due_row(
    at: int, entry: Entry, candidate: Candidate, around: Surroundings
) -> DueRow | Problem | None:
    """The row of an entry, or the problem if it is not certain; None if nothing is lost by it."""
    row = _row_of(entry, at, around)
    if row is None:
        return _ambiguous(around.text, entry)
    if not (entry.filled or has_row(entry.table, row, around.form)):
        return None
    if row and around.is_not_announced(entry, candidate):
        return _columns_unclear(around.text, entry, row, NO_HEADER)
    if row and is_one_of_parts(entry, candidate.shown, around.text):
        return _columns_unclear(around.text, entry, row, PARTS_BESIDE)
    slots = _slots(entry, row, around)
    if slots is None:
        return _columns_unclear(around.text, entry, row, STRANGE_HEADER)
    if len(slots) > 1 and around.is_in_doubtful_order(entry):
        return _columns_unclear(around.text, entry, row, OTHER_ORDER)
    if row and counts_what_is_paid(entry, slots, around.text):
        return _columns_unclear(around.text, entry, row, COUNTS_NO_MONEY)
    loose = candidate.shown.alone if entry.filled else around.figures_outside[entry.table]
    loose += 0 if row else candidate.shown.in_parts
    line = due_row(around.text, around.form, entry, row, slots, candidate, loose)
    is_unusual = (entry.table, entry.unit_behind) in around.unusual_units
    return line.left_open if is_unusual else line


def _slots(entry: Entry, row: str, around: Surroundings) -> Slots | None:
    """The slots of a row, in the units that are printed; None if its columns are not certain."""
    header = entry.header
    slots = slots_of(entry, row, around.form, around.above[header], around.year)
    if slots is None or stands_beneath_others(
        entry, row, around.tables_with_own_labels, around.text
    ):
        return None
    if len(slots) == 1 and ran_together(entry, around.text):
        return None
    if entry.header.is_whole and _has_labels_apart(entry, row, slots, around):
        return None
    due, most = len(slots), around.most_values[header]
    if _leaves_out_columns(entry, due, {most, around.most_figures[header]}):
        named = _named_in_order(slots, entry, around.longest_spans[header])
        if _begins_with_piece_of_label(entry, row, around):
            return None
        may_hold_totals = header in around.headers_above_sums
        if named is None or (may_hold_totals and named[-1] is not slots[-1]):
            return None
        slots, due = named, len(named)
    if len(header.cells) == due < most and _has_lost_a_label(entry, row, around):
        return None
    if slots[-1:] == (None,):
        wide = 0 if has_no_remark(entry, around.text) else around.widths.get(header, 0)
        slots = without_empty_columns(slots, wide)
    if not entry.filled:
        slots = _named_only(slots, entry)
    units = entry.money, header.money, entry.named_money
    return doubted(priced(slots, units) if any(units) else slots, entry.money_below)


def _has_labels_apart(entry: Entry, row: str, slots: Slots, around: Surroundings) -> bool:
    """Whether the label of a column that a header lacks stands apart from all headers.

    Tools that read a page column by column leave it there, and the figures of its column where
    those of another belong.
    """
    apart = around.columns_apart.get(entry.table)
    if not apart:
        return False
    named = {slot.column for slot in slots if slot}
    columns = ({column.key for column in one.columns} for one in options_of(entry.table, row, None))
    return any(named < due and not apart.isdisjoint(due - named) for due in columns)


def _leaves_out_columns(entry: Entry, due: int, most: Set[int]) -> bool:
    """Whether the header of a nested table names fewer columns than are due.

    It has not just lost a label, as no row beneath it has more values, or more figures, than it
    names columns.
    """
    if not 0 < min(most) < due or entry.table not in nested_tables():
        return False
    labels = {key for cell, key in _labels_of(entry.header) if not is_blank(cell)}
    return "" not in labels and len(labels) < due and len(labels) in most


def _named_in_order(slots: Slots, entry: Entry, longest: int) -> Slots | None:
    """The slots that a header names, if they are several in the form's order and no row is longer.

    A longer row has an empty cell in a column whose label is lost.
    """
    header = entry.header
    named = tuple([slot for slot in slots if slot and slot.column in header.keys])
    in_order = is_nested(header) or not goes_back(header)
    return named if in_order and _FEWEST_NAMED <= len(named) == longest else None


def _begins_with_piece_of_label(entry: Entry, row: str, around: Surroundings) -> bool:
    """Whether a line of the header begins with a part of the label of a column it does not name."""
    lacking = [
        column
        for column in options_of(entry.table, row, around.form)[0].columns
        if column.key not in entry.header.keys
    ]
    before = (line_before(around.text, start) for start, _, _ in entry.header.cells)
    words = {word for line in before for word in line.split()}
    return any(is_part_of(word, column) for word in words for column in lacking)


def _labels_of(header: Header) -> Iterator[tuple[Located, str]]:
    """The cells of a header, each with the key of the column that it names."""
    return zip(header.cells, header.keys, strict=True)


def _named_only(slots: Slots, entry: Entry) -> Slots:
    """The slots of a row without figures that its header names, if it names some and nothing else.

    The others may be columns that the agency left out of a nested table.
    """
    if entry.table not in nested_tables():
        return slots
    keys = [key for cell, key in _labels_of(entry.header) if not is_blank(cell)]
    if not _FEWEST_NAMED <= len(set(keys)) == len(keys) < len(slots) or "" in keys:
        return slots
    return tuple([slot for slot in slots if slot and slot.column in keys])


def _has_lost_a_label(entry: Entry, row: str, around: Surroundings) -> bool:
    """Whether a row beneath the same header has more figures than the header names columns.

    If the form has as many columns, it is unknown which of them has lost its label.
    """
    most = around.most_figures[entry.header]
    options = options_of(entry.table, row, None)
    return len(entry.header.cells) < most and any(len(option.slots) >= most for option in options)


def _row_of(entry: Entry, at: int, around: Surroundings) -> str | None:
    """The key of an entry's row: the only one possible between its nearest certain neighbours.

    An entry without a label stands for all rows: ``""``.  None if several rows are possible.
    """
    if len(entry.terms) < 2:
        return entry.terms[0].key if entry.terms else ""
    places, orders = around.certain_rows.get(entry.table, ((), ()))
    before, behind = bisect_left(places, at), bisect_right(places, at)
    lowest = orders[before - 1] if before else -1
    highest = orders[behind] if behind < len(orders) else math.inf
    between = {term.key for term in entry.terms if lowest < term.order < highest}
    return between.pop() if len(between) == 1 else None


def _ambiguous(text: str, entry: Entry) -> Problem:
    place = tight(text, *entry.place)
    return ambiguous_label(text[slice(*place)], entry.table, Span(*place))


def _columns_unclear(text: str, entry: Entry, row: str, why: str) -> Problem | None:
    """The problem of a row whose columns are not certain; None if it has no figures."""
    if not entry.filled:
        return None
    place = tight(text, entry.place[0], entry.values[-1][1])
    printed = " ".join(text[slice(*place)].split())
    raw = tuple([text[start:end].strip() for start, end, _ in entry.filled])
    return columns_unclear(printed, why, raw, Span(*place), table=entry.table, row=row)
