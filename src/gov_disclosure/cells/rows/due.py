"""Entries whose row is certain, and where on the form their values are due."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ...declare import Form
from ...grids.choosing import Candidate
from ...grids.shown import Entry
from ...layouts.grid import is_blank
from ...problems import NO_HEADER, STRANGE_HEADER, ambiguous_label, columns_unclear
from ...text.source import tight
from ...values import Problem, Span
from ..columns.others import lacks_its_remark, ran_together, stands_beneath_others
from ..columns.places import Slots, doubted, has_row, nested_tables, options_of, priced
from ..columns.slots import slots_of, without_empty_columns
from .due_row import DueRow
from .surroundings import Surroundings


def due_rows(
    text: str, chosen: Sequence[Candidate], form: Form | None, year: int | None
) -> tuple[Sequence[DueRow], Sequence[Problem]]:
    """Every entry whose row is certain; labels of several rows are told by their neighbours.

    Of each other that has figures it is said why it is none.
    """
    around = Surroundings(text, chosen, form, year)
    told = [_due_row(at, *entry, around) for at, entry in enumerate(around.entries)]
    rows = [one for one in told if isinstance(one, DueRow)]
    return rows, [one for one in told if isinstance(one, Problem)]


def _due_row(
    at: int, entry: Entry, candidate: Candidate, around: Surroundings
) -> DueRow | Problem | None:
    """The entry of that number as a row, or why it is none; None if it has no figures either."""
    row = _row_key(entry, at, around)
    if row is None:
        return _ambiguous(around.text, entry)
    if not (entry.filled or has_row(entry.table, row, around.form)):
        return None
    if row and around.lacks_head(entry):
        return _columns_unclear(around.text, entry, row, NO_HEADER)
    slots = _slots(entry, row, around)
    if slots is None:
        return _columns_unclear(around.text, entry, row, STRANGE_HEADER)
    loose = candidate.shown.alone if entry.filled else around.outside[entry.table]
    loose += 0 if row else candidate.shown.in_parts
    line = DueRow(around.text, around.form, entry, row, slots, candidate, loose)
    is_unusual = (entry.table, entry.unit_behind) in around.unusual_units
    return line.left_open if is_unusual else line


def _slots(entry: Entry, row: str, around: Surroundings) -> Slots | None:
    """The places of a row's values, in the units that are printed; None if they are not told."""
    slots = slots_of(entry, row, around.form, around.text, around.year)
    if slots is None or stands_beneath_others(entry, row, around.told, around.text):
        return None
    if len(slots) == 1 and ran_together(entry, around.text):
        return None
    header = entry.header
    due, most = len(slots), around.most[header.identity]
    if _leaves_out_columns(entry, due, most):
        return None
    if len(header.cells) == due < most and _has_lost_a_label(entry, row, around):
        return None
    if slots[-1:] == (None,):
        wide = 0 if lacks_its_remark(entry, around.text) else around.wide.get(header.identity, 0)
        slots = without_empty_columns(slots, wide)
    units = entry.money, header.money, entry.named_money
    return doubted(priced(slots, units) if any(units) else slots, entry.money_below)


def _leaves_out_columns(entry: Entry, due: int, most: int) -> bool:
    """Whether the header of a nested table names fewer columns than are due.

    No row beneath it has more figures than that, so that no column has just lost its label.
    """
    if not 0 < most < due or entry.table not in nested_tables():
        return False
    labels = [cell for cell in entry.header.cells if not is_blank(cell)]
    return len(set(filter(None, entry.header.keys))) == len(labels) == most


def _has_lost_a_label(entry: Entry, row: str, around: Surroundings) -> bool:
    """Whether a row beneath the same header has more figures than that names columns.

    The form has as many, so that nobody can tell which of them the header lacks.
    """
    most = around.most_figures[entry.header.identity]
    options = options_of(entry.table, row, None)
    return len(entry.header.cells) < most and any(len(option.slots) >= most for option in options)


def _row_key(entry: Entry, at: int, around: Surroundings) -> str | None:
    """The row an entry stands for: the only one between its nearest certain neighbours."""
    if len(entry.terms) < 2:
        return entry.terms[0].key if entry.terms else ""
    places, orders = around.certain.get(entry.table, ((), ()))
    before, behind = bisect_left(places, at), bisect_right(places, at)
    lowest = orders[before - 1] if before else -1
    highest = orders[behind] if behind < len(orders) else math.inf
    between = {term.key for term in entry.terms if lowest < term.order < highest}
    return between.pop() if len(between) == 1 else None


def _ambiguous(text: str, entry: Entry) -> Problem:
    place = tight(text, *entry.place)
    return ambiguous_label(text[slice(*place)], entry.table, Span(*place))


def _columns_unclear(text: str, entry: Entry, row: str, why: str) -> Problem | None:
    """Why the figures of a row are not read, if it has some: nothing tells their columns."""
    if not entry.filled:
        return None
    place = tight(text, entry.place[0], entry.values[-1][1])
    printed = " ".join(text[slice(*place)].split())
    raw = tuple([text[start:end].strip() for start, end, _ in entry.filled])
    return columns_unclear(printed, why, raw, Span(*place), table=entry.table, row=row)
