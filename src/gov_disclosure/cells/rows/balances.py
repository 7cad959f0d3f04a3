"""A row of a table, and what must add up along it and down its columns by the form's rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import compress
from typing import NamedTuple

from ...declare import Form
from ...forms import Balance, Equation, FormTable, tables_of
from ...labels.marks import Sort
from ...layouts.grid import Row, is_blank
from ..columns.places import Slots

_COUNT_NOTHING = frozenset({Sort.BLANK, Sort.DASH})


class TableRow(NamedTuple):
    """A line of values in a table, with the places due; ``settled`` where these are certain.

    ``filled`` are the values that are not empty, ``settled`` those at each place of the row.
    ``complete`` tells of an open row that none of its figures can stand elsewhere in the text,
    ``alone`` that none is seen to.
    """

    table: str
    row: str
    slots: Slots
    filled: Row
    settled: Row | None
    complete: bool
    alone: bool

    @property
    def due(self) -> int:
        """How many places it has."""
        return len(self.slots)

    @property
    def is_open(self) -> bool:
        """Whether there are values whose places are not certain."""
        return self.settled is None and bool(self.filled)


@cache
def printed_table(table: str, form: Form | None) -> FormTable:
    """The table as the form prints it; as the latest does, where the form is not known."""
    known = [t for other in Form for t in tables_of(other) if t.key == table]
    return next((t for t in known if t.form is form), known[-1])


@lru_cache(maxsize=1024)
def _balances(slots: Slots, table: str, form: Form | None) -> tuple[Balance, ...]:
    """What must add up among the places of a line, for each row that it consists of."""
    at: dict[str, dict[str, int]] = defaultdict(dict)
    for place, slot in enumerate(slots):
        if slot is not None:
            at[slot.address[1]][slot.address[2]] = place
    return tuple(
        Balance(tuple(places[k] for k in equation.left), tuple(places[k] for k in equation.right))
        for equation in printed_table(table, form).row_equations
        for places in at.values()
        if places.keys() >= {*equation.left, *equation.right}
    )


def balances_of(row: TableRow, form: Form | None) -> tuple[Balance, ...]:
    """What must add up along this row, as the form prescribes it."""
    return _balances(row.slots, row.table, form)


def column_equations_of(table: str, form: Form | None) -> tuple[Equation, ...]:
    """What must add up down the columns of a table, as the form prescribes it."""
    return printed_table(table, form).column_equations


def has_rules(row: TableRow, form: Form | None) -> bool:
    """Whether the form prescribes arithmetic along this row."""
    return bool(balances_of(row, form))


def has_column_rules(row: TableRow, form: Form | None) -> bool:
    """Whether the form prescribes arithmetic down the columns of the row's table."""
    return bool(column_equations_of(row.table, form))


def adds_up(row: TableRow, form: Form | None) -> bool:
    """Whether a settled row keeps the form's arithmetic, if it has any to keep."""
    balances = balances_of(row, form)
    if not balances:
        return True
    figures = figures_of_cells(row)
    return not _holds_words(row) and all(balance.holds(figures) for balance in balances)


def keeps_rules(row: TableRow, form: Form | None) -> bool:
    """Whether the form prescribes arithmetic along a row, and its settled cells keep it."""
    return row.settled is not None and has_rules(row, form) and adds_up(row, form)


def prints_no_sum(row: TableRow, form: Form | None) -> bool:
    """Whether a settled row has an empty cell for each sum that it does not keep.

    If its last figure is the sum of all others, that one may stand in the wrong place.
    """
    balances, figures, cells = balances_of(row, form), figures_of_cells(row), row.settled or ()
    sums = [min(b.left, b.right, key=len) for b in balances if not b.holds(figures)]
    printed = [one for one, cell in zip(figures, cells, strict=True) if not is_blank(cell)]
    if sums and printed[-1:] == [sum(printed[:-1])]:
        return False
    return not _holds_words(row) and all(is_blank(cells[at]) for places in sums for at in places)


def whole_sums(row: TableRow, form: Form | None) -> int:
    """How many of a row's first places are held by sums that are not just of zeros."""
    figures = figures_of_cells(row)
    held = 0
    for balance in balances_of(row, form):
        until = 1 + max(*balance.left, *balance.right)
        told = until <= len(figures) and any(figures[held:until]) and balance.holds(figures)
        if not told:
            break
        held = until
    return held


def keeps_first_sums(row: TableRow, form: Form | None) -> bool:
    """Whether no sum contradicts the cells at a row's first places, as far as these reach."""
    figures = figures_of_cells(row)
    balances = balances_of(row, form)
    told = (b for b in balances if max(*b.left, *b.right) < len(figures))
    return all(balance.holds(figures) for balance in told)


def _holds_words(row: TableRow) -> bool:
    """Whether a cell of a settled row is neither empty nor a dash nor a number.

    What stands in columns that are none of the form's is no matter.
    """
    told = compress(row.settled or (), row.slots)
    others = {m.sort for _, _, m in told if m.sort is not Sort.NUMBER or m.count is None}
    return not others <= _COUNT_NOTHING


def columns_add_up(rows: Iterable[TableRow], form: Form | None) -> bool:
    """Whether the settled rows of a table keep its arithmetic down the columns that all have.

    They do not if nothing can be told, for want of rows.
    """
    settled = [row for row in rows if row.settled]
    figures = {row.row: _by_column(row) for row in settled}
    equations = column_equations_of(settled[0].table, form) if settled else ()
    told = [eq for eq in equations if figures.keys() >= {*eq.left, *eq.right}]
    return bool(told) and all(_holds(equation, figures) for equation in told)


def figures_of_cells(row: TableRow) -> list[int]:
    """The figures of a settled row at each of its places; what is none counts 0."""
    cells = row.settled or ()
    return [(mark.count or 0) if mark.sort is Sort.NUMBER else 0 for _, _, mark in cells]


def _by_column(row: TableRow) -> Mapping[str, int]:
    """The figures of a row by the keys of their columns: rows may print these in other orders."""
    figures = zip(row.slots, figures_of_cells(row), strict=False)
    return {slot.column: figure for slot, figure in figures if slot is not None}


def _holds(equation: Equation, figures: Mapping[str, Mapping[str, int]]) -> bool:
    """Whether rows add up as an equation has it, in each column that all have, one at least."""
    left, right = ([figures[key] for key in keys] for keys in (equation.left, equation.right))
    columns = set.intersection(*map(set, [*left, *right]))
    return bool(columns) and all(
        sum(row[column] for row in left) == sum(row[column] for row in right) for column in columns
    )
