"""Tables whose figures a tool shuffled within their rows, as sums show that stand in other places.

So it is where a tool sorts what stands on a page by heights, which hardly differ along a row.  A
row that adds up all the same has its sum in place by chance, and its parts anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise
from operator import attrgetter

from more_itertools import map_reduce

from ...forms import Balance
from ...labels.marks import FIGURES
from ...layouts.grid import Layout
from ...problems import FIGURES_MOVED, table_unclear
from ...values import Span
from ..columns.orders import is_scrambled
from ..rows.due_row import DueRow
from .sifted import Setting, Sifted

_SEVERAL = 2


def without_shuffled(lines: Sequence[DueRow], _setting: Setting) -> Sifted:
    """The lines without those of tables whose figures are shuffled, or may be as others are."""
    tables = map_reduce(lines, attrgetter("table"))
    shuffled = _shuffled_tables(tables)
    problems = [
        table_unclear(table, FIGURES_MOVED, Span(some[0].entry.place[0], some[-1].entry.place[1]))
        for table, some in tables.items()
        if table in shuffled
    ]
    return Sifted([line for line in lines if line.table not in shuffled], problems)


def _shuffled_tables(tables: Mapping[str, Sequence[DueRow]]) -> Set[str]:
    """The tables in which several rows have their sums elsewhere, and others of their layout.

    If all of them have it in one place, columns are just not where they are thought to be.  On one
    line figures are in their order, unless sums stand elsewhere in most rows that have some.
    """
    strange = {table: list(_strange_places(lines)) for table, lines in tables.items()}
    shuffled = {
        table
        for table, lines in tables.items()
        if (len(strange[table]) >= _SEVERAL and _may_be_mixed(lines, strange[table]))
        or _is_jumbled_line(lines)
    }
    layouts = {
        line.layout
        for table in shuffled
        if len({*strange[table]}) >= _SEVERAL or _count_sums_at_end(tables[table])
        for line in tables[table]
    }
    others = {table for table, lines in tables.items() if layouts and _may_be_too(lines, layouts)}
    return shuffled | others


def _is_jumbled_line(lines: Sequence[DueRow]) -> bool:
    """Whether no sum holds of a line of all rows, and the labels above it are out of order."""
    return any(not line.row and _is_jumbled(line) and _keeps_no_sum(line) for line in lines)


def _may_be_too(lines: Sequence[DueRow], layouts: Set[Layout]) -> bool:
    """Whether no sum proves that rows of several figures are not shuffled like others."""
    some = (line for line in lines if line.layout in layouts and len(line.slots) > 1)
    rows = (line.as_it_stands for line in some if _says_several_things(line))
    return any(not row.keeps_rules for row in rows)


def _says_several_things(line: DueRow) -> bool:
    return len({(mark.sort, mark.count) for _, _, mark in line.filled}) > 1


def _strange_places(lines: Sequence[DueRow]) -> Iterator[int]:
    """The places at which rows have the sum of all their other figures, if one is due at the end.

    It must be the sum of several, as a single figure may just stand twice.  Rows may lack cells:
    the last of them has nothing behind it even so.
    """
    for line in lines:
        counts = [mark.count or 0 for _, _, mark in line.filled]
        whole = sum(counts)
        if not counts or whole == 2 * counts[-1] or whole != 2 * max(counts):
            continue
        if sum(map(bool, counts)) <= _SEVERAL or len(counts) > line.due:
            continue
        if _is_plain(line) and _ends_in_sum(line):
            yield counts.index(whole // 2)


def _may_be_mixed(lines: Sequence[DueRow], strange: Sequence[int]) -> bool:
    """Whether figures have lines of their own, or most sums stand elsewhere than at the end."""
    some = ((line.text, line.filled) for line in lines if line.filled)
    parted = any("\n" in text[cells[0][1] : cells[-1][0]] for text, cells in some)
    return parted or len(strange) > _count_sums_at_end(lines)


def _count_sums_at_end(lines: Sequence[DueRow]) -> int:
    """How many rows have the sum of all their other figures at their end, where one is due."""
    return sum(_is_plain(line) and _ends_in_sum(line) and _adds_up(line) for line in lines)


def _adds_up(line: DueRow) -> bool:
    *parts, total = [mark.count or 0 for _, _, mark in line.filled] or [0]
    return sum(parts) == total > 0


def _is_plain(line: DueRow) -> bool:
    """Whether a row holds nothing but figures and dashes."""
    return all(mark.sort in FIGURES for _, _, mark in line.filled)


def _ends_in_sum(line: DueRow) -> bool:
    """Whether the last place of a row is that of the sum of all others, by its labels too."""
    balances = line.as_it_stands.balances
    last = [(line.due - 1,) in (one.left, one.right) for one in balances]
    return last == [True] and not is_scrambled(line.entry.header)


def _is_jumbled(line: DueRow) -> bool:
    """Whether the labels above go back more often than where another row begins."""
    orders = line.entry.header.orders
    rows = {slot.address[1] for slot in line.slots if slot}
    return sum(one > other for one, other in pairwise(orders)) >= len(rows)


def _keeps_no_sum(line: DueRow) -> bool:
    """Whether no sum holds of those that are not just of zeros, several of them."""
    row = line.as_it_stands
    if row.settled is None:
        return False
    figures = row.figures
    told = [one for one in row.balances if _counts_some(one, figures)]
    return len(told) >= _SEVERAL and not any(one.holds(figures) for one in told)


def _counts_some(balance: Balance, figures: Sequence[int]) -> bool:
    return any(figures[place] for place in (*balance.left, *balance.right))
