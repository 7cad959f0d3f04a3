"""The order of a table's columns: if the header looks scrambled, sums must prove one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..columns.above import in_printed_order
from ..columns.orders import has_words, is_scrambled
from ..columns.places import Slots, nested_tables, options_of
from ..rows.due_row import DueRow
from ..rows.narrow import without_pieces

_FEW_ROWS = 2


def in_the_order_that_adds_up(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """The rows of a table with their columns in the order that sums prove.

    If the columns look out of order, either the header's or the form's order must make all sums
    along rows hold, and the other one must not.  Otherwise no rows are returned, or, if the sums
    hold in either order, the rows that are the same in both.  An order of its own is kept if it
    adds up: what sets it apart from the others is often nothing that sums show.
    """
    is_out_of_order = _is_out_of_order(lines)
    if not is_out_of_order and not _may_stand_as_named(lines):
        return lines
    if not all(line.row for line in lines):
        return ()
    if _has_own_order(lines[0]) and _add_up(lines):
        return lines
    ways = [
        _with_slots_in_order(lines, _slots_as_named),
        _with_slots_in_order(lines, _slots_as_in_form),
    ]
    proved = [way for way in ways if way and _add_up(way)]
    if len(proved) == 1:
        return proved[0]
    return () if is_out_of_order else list(filter(_is_the_same_in_any_order, lines))


def _with_slots_in_order(
    lines: Sequence[DueRow], order: Callable[[DueRow], Slots | None]
) -> Sequence[DueRow]:
    """The rows with their slots in an order; none if it is not known for every row."""
    orders = list(map(order, lines))
    pairs = zip(lines, orders, strict=True)
    return [line._replace(slots=slots) for line, slots in pairs if slots] if all(orders) else ()


def _slots_as_named(line: DueRow) -> Slots | None:
    """The slots of a row in the order of its header."""
    return in_printed_order(line.entry.header, line.slots, line.text)


def _slots_as_in_form(line: DueRow) -> Slots | None:
    """The slots of a row in the order of the form, if the row has them all."""
    slots = options_of(line.table, line.row, line.form)[0].slots
    return slots if len(slots) == line.due else None


def _add_up(lines: Sequence[DueRow]) -> bool:
    """Whether the sums hold along all rows that are not only zeros, and there are several."""
    counting = [line.as_it_stands for line in lines if _is_full_and_counts(line)]
    return len(counting) >= _FEW_ROWS and all(row.keeps_rules for row in counting)


def _is_out_of_order(lines: Sequence[DueRow]) -> bool:
    """Whether the columns of a nested table are out of order.

    If their labels are, one row that does not add up is enough, as is having no row that can.  If
    there are unknown labels among them, no row may add up.  Rows of zeros prove nothing.
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


def _may_stand_as_named(lines: Sequence[DueRow]) -> bool:
    """Whether rows may stand in the order of a scrambled header, as their sums hold there too.

    ``1 0 0 0 0 0 1`` adds up with the sum in front and at the end.  Rows of zeros are the same in
    any order.
    """
    if lines[0].table not in nested_tables() or not is_scrambled(lines[0].entry.header):
        return False
    as_named = () if _has_own_order(lines[0]) else _with_slots_in_order(lines, _slots_as_named)
    rows = [line.as_it_stands for line in as_named if _is_full_and_counts(line)]
    return bool(rows) and all(row.keeps_rules for row in rows)


def _has_own_order(line: DueRow) -> bool:
    """Whether the columns of a row stand in another order than the form's."""
    own = [slot for slot in line.slots if slot]
    known = options_of(line.table, line.row, line.form)[0].slots
    return own != [slot for slot in known if slot in own]


def _is_the_same_in_any_order(line: DueRow) -> bool:
    """Whether all values of a full row are the same."""
    return line.is_full and len({(mark.sort, mark.count) for _, _, mark in line.filled}) == 1


def _is_full_and_counts(line: DueRow) -> bool:
    return line.is_full and line.counts_something
