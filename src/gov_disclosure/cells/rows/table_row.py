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
from .arranging import Arrangement, arrangements, full_arrangements, may_be_whole

_COUNT_NOTHING = frozenset({Sort.BLANK, Sort.DASH})


class TableRow(NamedTuple):
    """A line of values in a table, with the places due; ``settled`` where these are certain.

    ``filled`` are the values that are not empty, ``settled`` those at each place of the row.
    ``complete`` tells of an open row that none of its figures can stand elsewhere in the text,
    ``alone`` that none is seen to, and ``cut`` that some of them may have been cut off.  Its sums
    are those that ``form`` prescribes.
    """

    text: str
    form: Form | None
    table: str
    row: str
    slots: Slots
    filled: Row
    settled: Row | None
    complete: bool
    alone: bool
    cut: bool = False

    @property
    def due(self) -> int:
        """How many places it has."""
        return len(self.slots)

    @property
    def is_open(self) -> bool:
        """Whether there are values whose places are not certain."""
        return self.settled is None and bool(self.filled)

    @property
    def figures(self) -> list[int]:
        """The figures of a settled row at each of its places; what is none counts 0."""
        cells = self.settled or ()
        return [(mark.count or 0) if mark.sort is Sort.NUMBER else 0 for _, _, mark in cells]

    @property
    def balances(self) -> tuple[Balance, ...]:
        """What must add up along it, as the form prescribes it."""
        return _balances(self.slots, self.table, self.form)

    @property
    def column_equations(self) -> tuple[Equation, ...]:
        """What must add up down the columns of its table."""
        return printed_table(self.table, self.form).column_equations

    @property
    def adds_up(self) -> bool:
        """Whether a settled row keeps the form's arithmetic, if it has any to keep."""
        balances = self.balances
        if not balances:
            return True
        figures = self.figures
        return not self._holds_words and all(balance.holds(figures) for balance in balances)

    @property
    def keeps_rules(self) -> bool:
        """Whether the form prescribes arithmetic along it, and its settled cells keep it."""
        return bool(self.settled) and bool(self.balances) and self.adds_up

    @property
    def keeps_first_sums(self) -> bool:
        """Whether no sum contradicts the cells at its first places, as far as these reach."""
        figures = self.figures
        told = (b for b in self.balances if max(*b.left, *b.right) < len(figures))
        return all(balance.holds(figures) for balance in told)

    @property
    def keeps_no_sum(self) -> bool:
        """Whether the form's arithmetic along an open row forbids every way to lay out figures."""
        if not self.is_open or None in self.slots:
            return False
        return bool(self.balances) and self.ways() == ()

    @property
    def prints_no_sum(self) -> bool:
        """Whether a settled row has an empty cell for each sum that it does not keep.

        If its last figure is the sum of all others, that one may stand in the wrong place.
        """
        figures, cells = self.figures, self.settled or ()
        sums = [min(b.left, b.right, key=len) for b in self.balances if not b.holds(figures)]
        printed = [one for one, cell in zip(figures, cells, strict=True) if not is_blank(cell)]
        if sums and printed[-1:] == [sum(printed[:-1])]:
            return False
        return not self._holds_words and all(is_blank(cells[at]) for some in sums for at in some)

    @property
    def whole_sums(self) -> int:
        """How many of its first places are held by sums that are not just of zeros."""
        figures = self.figures
        held = 0
        for balance in self.balances:
            until = 1 + max(*balance.left, *balance.right)
            told = until <= len(figures) and any(figures[held:until]) and balance.holds(figures)
            if not told:
                break
            held = until
        return held

    @property
    def by_column(self) -> Mapping[str, int]:
        """Its figures by the keys of their columns: rows may print these in other orders."""
        figures = zip(self.slots, self.figures, strict=False)
        return {slot.column: figure for slot, figure in figures if slot is not None}

    def ways(self, length: int | None = None) -> tuple[Arrangement, ...] | None:
        """All ways to lay out its figures that keep its sums, some of them in pieces.

        None if that cannot be told.
        """
        return arrangements(self.text, self.filled, self.due, self.balances, length)

    def ways_to_cut(self) -> tuple[Arrangement, ...] | None:
        """All ways to cut its cells into one for each place that keep its sums."""
        return full_arrangements(self.text, self.filled, self.due, self.balances)

    def may_be_whole(self, length: int | None) -> bool:
        """Whether its cells can fill all places so that all sums but one are kept."""
        return may_be_whole(self.text, self.filled, self.due, self.balances, length)

    @property
    def _holds_words(self) -> bool:
        """Whether a cell of a settled row is neither empty nor a dash nor a number.

        What stands in columns that are none of the form's is no matter.
        """
        told = compress(self.settled or (), self.slots)
        others = {m.sort for _, _, m in told if m.sort is not Sort.NUMBER or m.count is None}
        return not others <= _COUNT_NOTHING


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


def columns_add_up(rows: Iterable[TableRow]) -> bool:
    """Whether the settled rows of a table keep its arithmetic down the columns that all have.

    They do not if nothing can be told, for want of rows.
    """
    settled = [row for row in rows if row.settled]
    figures = {row.row: row.by_column for row in settled}
    equations = settled[0].column_equations if settled else ()
    told = [eq for eq in equations if figures.keys() >= {*eq.left, *eq.right}]
    return bool(told) and all(_holds(equation, figures) for equation in told)


def _holds(equation: Equation, figures: Mapping[str, Mapping[str, int]]) -> bool:
    """Whether rows add up as an equation has it, in each column that all have, one at least."""
    left, right = ([figures[key] for key in keys] for keys in (equation.left, equation.right))
    columns = set.intersection(*map(set, [*left, *right]))
    return bool(columns) and all(
        sum(row[column] for row in left) == sum(row[column] for row in right) for column in columns
    )
