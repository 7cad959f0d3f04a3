"""In which order the columns of a table stand: sums prove it, where its header looks scrambled."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..columns.above import in_printed_order
from ..columns.orders import has_words, is_scrambled
from ..columns.places import Slots, nested_tables, options_of
from ..rows.due_row import DueRow
from ..rows.narrow import without_pieces

_FEW_ROWS = 2


def in_the_order_that_adds_up(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """The lines of a table; if out of order, as the header names columns, or as the form has them.

    One of these must make all sums along rows hold, and the other not; else there are none.
    """
    if not _is_out_of_order(lines):
        return lines
    if not all(line.row for line in lines):
        return ()
    ways = [_ordered(lines, _as_named), _ordered(lines, _as_in_form)]
    proved = [way for way in ways if way and _is_proved(way)]
    return proved[0] if len(proved) == 1 else ()


def _ordered(lines: Sequence[DueRow], order: Callable[[DueRow], Slots | None]) -> Sequence[DueRow]:
    """The lines with their places in an order, if it tells those of each."""
    orders = list(map(order, lines))
    pairs = zip(lines, orders, strict=True)
    return [line._replace(slots=slots) for line, slots in pairs if slots] if all(orders) else ()


def _as_named(line: DueRow) -> Slots | None:
    return in_printed_order(line.entry.header, line.slots)


def _as_in_form(line: DueRow) -> Slots | None:
    slots = options_of(line.table, line.row, line.form)[0].slots
    return slots if len(slots) == line.due else None


def _is_proved(lines: Sequence[DueRow]) -> bool:
    """Whether the sums hold along all rows that count something, several of them."""
    counting = [line.as_it_stands for line in lines if _is_full_and_counts(line)]
    return len(counting) >= _FEW_ROWS and all(row.keeps_rules for row in counting)


def _is_out_of_order(lines: Sequence[DueRow]) -> bool:
    """Whether columns are out of order and a row does not add up, or strange ones and none does.

    So it can be in tables whose labels of columns stand on several lines.  Where no row shows
    that it adds up, columns out of order are others.  Zeros tell nothing.
    """
    if lines[0].table not in nested_tables():
        return False
    header = lines[0].entry.header
    if is_scrambled(header) or _has_own_order(lines[0]):
        rows = [line.as_it_stands for line in without_pieces(lines) if line.counts_something]
        kept = [row.adds_up for row in rows if row.settled]
        return not all(kept) or (bool(rows) and not kept)
    if not has_words(header):
        return False
    counting = filter(_is_full_and_counts, without_pieces(lines))
    kept = [line.as_it_stands.adds_up for line in counting]
    return len(kept) >= _FEW_ROWS and not any(kept)


def _has_own_order(line: DueRow) -> bool:
    """Whether the columns of a row stand in another order than the form's."""
    own = [slot for slot in line.slots if slot]
    known = options_of(line.table, line.row, line.form)[0].slots
    return own != [slot for slot in known if slot in own]


def _is_full_and_counts(line: DueRow) -> bool:
    return line.is_full and line.counts_something
