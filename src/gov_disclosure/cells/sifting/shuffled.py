"""Tables whose figures a tool shuffled within their rows, as misplaced sums show.

Some tools sort the words of a page by height, which hardly differs along a row.  A row that adds up
all the same has its sum in place by chance, and its parts anywhere.
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

_FEWEST = 3
"""A figure may just stand twice; of three, one is the sum of the others."""


def without_shuffled(lines: Sequence[DueRow], _setting: Setting) -> Sifted:
    """Drop the rows of tables whose figures are shuffled, or may be shuffled like another's."""
    tables = map_reduce(lines, attrgetter("table"))
    shuffled = _shuffled_tables(tables)
    problems = [
        table_unclear(table, FIGURES_MOVED, Span(some[0].place[0], some[-1].place[1]))
        for table, some in tables.items()
        if table in shuffled
    ]
    return Sifted([line for line in lines if line.table not in shuffled], problems)


def _shuffled_tables(tables: Mapping[str, Sequence[DueRow]]) -> Set[str]:
    """The tables in which several rows have misplaced sums, and others in the same layout.

    If all sums of a table are in the same wrong place, only its columns are misunderstood, which
    says nothing about other tables.
    """
    strange = {table: list(_places_of_misplaced_sums(lines)) for table, lines in tables.items()}
    shuffled = {
        table
        for table, lines in tables.items()
        if (len(strange[table]) > 1 and _are_figures_mixed(lines, strange[table]))
        or _is_jumbled_line(lines)
    }
    layouts = {
        line.layout
        for table in shuffled
        if len({*strange[table]}) > 1 or _count_sums_at_end(tables[table])
        for line in tables[table]
    }
    others = {
        table for table, lines in tables.items() if layouts and _may_be_shuffled_too(lines, layouts)
    }
    return shuffled | others


def _is_jumbled_line(lines: Sequence[DueRow]) -> bool:
    """Whether a line holds all rows, keeps no sum, and has its column labels out of order."""
    return any(not line.row and _is_jumbled(line) and _keeps_no_sum(line) for line in lines)


def _may_be_shuffled_too(lines: Sequence[DueRow], layouts: Set[Layout]) -> bool:
    """Whether some row of several figures in a shuffled layout is not confirmed by its sums."""
    some = (line for line in lines if line.layout in layouts and line.due > 1)
    rows = (line.as_it_stands for line in some if not line.says_one_thing)
    return any(not row.keeps_rules for row in rows)


def _places_of_misplaced_sums(lines: Sequence[DueRow]) -> Iterator[int]:
    """The places of misplaced sums: of all other figures of a row, though the sum is due last.

    It must be the sum of several figures, as a single one may just stand twice.
    """
    for line in lines:
        counts = [mark.count or 0 for _, _, mark in line.filled]
        whole = sum(counts)
        if not counts or whole == 2 * counts[-1] or whole != 2 * max(counts):
            continue
        if sum(map(bool, counts)) < _FEWEST or len(counts) > line.due:
            continue
        if _holds_only_figures(line) and _ends_in_sum(line):
            yield counts.index(whole // 2)


def _are_figures_mixed(lines: Sequence[DueRow], strange: Sequence[int]) -> bool:
    """Whether the figures of a row stand on several lines, or most sums are misplaced."""
    return any(line.is_over_lines for line in lines) or len(strange) > _count_sums_at_end(lines)


def _count_sums_at_end(lines: Sequence[DueRow]) -> int:
    """How many rows have the sum of all their other figures at the end, where it is due."""
    return sum(
        _holds_only_figures(line) and _ends_in_sum(line) and _adds_up(line) for line in lines
    )


def _adds_up(line: DueRow) -> bool:
    """Whether the last value of a row is the sum of all others, and not 0."""
    *parts, total = [mark.count or 0 for _, _, mark in line.filled] or [0]
    return sum(parts) == total > 0


def _holds_only_figures(line: DueRow) -> bool:
    """Whether a row holds only figures and dashes."""
    return all(mark.sort in FIGURES for _, _, mark in line.filled)


def _ends_in_sum(line: DueRow) -> bool:
    """Whether the last place of a row is due to hold a sum, and its labels are in order."""
    balances = line.balances
    last = [(line.due - 1,) in (one.left, one.right) for one in balances]
    return last == [True] and not is_scrambled(line.entry.header)


def _is_jumbled(line: DueRow) -> bool:
    """Whether the column labels go back in the form's order more often than rows begin anew."""
    orders = line.entry.header.orders
    rows = {slot.address[1] for slot in line.slots if slot}
    return sum(one > other for one, other in pairwise(orders)) >= len(rows)


def _keeps_no_sum(line: DueRow) -> bool:
    """Whether several sums are not only of zeros, and none of them holds."""
    row = line.as_it_stands
    if row.settled is None:
        return False
    figures = row.figures
    counting = [one for one in row.balances if _is_not_all_zeros(one, figures)]
    return len(counting) > 1 and not any(one.holds(figures) for one in counting)


def _is_not_all_zeros(balance: Balance, figures: Sequence[int]) -> bool:
    """Whether a sum has any figure other than 0."""
    return any(figures[place] for place in (*balance.left, *balance.right))
