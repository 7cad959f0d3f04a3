"""A row as sums see it, with the equations along it and down its columns."""

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
    """The values of a row, ``settled`` if their places are certain, with the slots that are due.

    ``filled`` are the values that are not empty, ``settled`` the cells at each place of the row.
    For an open row, ``complete`` means that none of its figures can stand elsewhere in the text,
    ``alone`` that no figures are seen elsewhere, and ``cut`` that some may have been cut off.
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
        """The number of slots that are due."""
        return len(self.slots)

    @property
    def is_open(self) -> bool:
        """Whether it has values whose places are not certain."""
        return self.settled is None and bool(self.filled)

    @property
    def figures(self) -> list[int]:
        """The figures at each place of a settled row; anything else counts 0."""
        cells = self.settled or ()
        return [(mark.count or 0) if mark.sort is Sort.NUMBER else 0 for _, _, mark in cells]

    @property
    def balances(self) -> tuple[Balance, ...]:
        """The sums that the form prescribes along it."""
        return balances_of(self.slots, self.table, self.form)

    @property
    def column_equations(self) -> tuple[Equation, ...]:
        """The sums that the form prescribes down the columns of its table."""
        return printed_table(self.table, self.form).column_equations

    @property
    def adds_up(self) -> bool:
        """Whether all sums along a settled row hold; true if none are prescribed."""
        balances = self.balances
        if not balances:
            return True
        figures = self.figures
        return not self._holds_words and all(balance.holds(figures) for balance in balances)

    @property
    def keeps_rules(self) -> bool:
        """Whether sums are prescribed along it, and all of them hold for its settled cells."""
        return bool(self.settled) and bool(self.balances) and self.adds_up

    @property
    def keeps_first_sums(self) -> bool:
        """Whether all sums hold that only concern the places of its settled cells."""
        figures = self.figures
        within = (b for b in self.balances if max(*b.left, *b.right) < len(figures))
        return all(balance.holds(figures) for balance in within)

    @property
    def keeps_no_sum(self) -> bool:
        """Whether the sums along an open row fail however its figures are laid out."""
        if not self.is_open or None in self.slots:
            return False
        return bool(self.balances) and self.ways() == ()

    @property
    def prints_no_sum(self) -> bool:
        """Whether a settled row has an empty cell for the total of each sum that does not hold.

        Not if its last figure is the sum of all others, which may then stand in the wrong place.
        """
        figures, cells = self.figures, self.settled or ()
        sums = [min(b.left, b.right, key=len) for b in self.balances if not b.holds(figures)]
        printed = [one for one, cell in zip(figures, cells, strict=True) if not is_blank(cell)]
        if sums and printed[-1:] == [sum(printed[:-1])]:
            return False
        return not self._holds_words and all(is_blank(cells[at]) for some in sums for at in some)

    @property
    def whole_sums(self) -> int:
        """The number of its first places that are confirmed by sums of more than zeros."""
        figures = self.figures
        confirmed = 0
        for balance in self.balances:
            until = 1 + max(*balance.left, *balance.right)
            counts = until <= len(figures) and any(figures[confirmed:until])
            if not (counts and balance.holds(figures)):
                break
            confirmed = until
        return confirmed

    @property
    def by_column(self) -> Mapping[str, int]:
        """Its figures by the keys of their columns, whose order may differ from row to row."""
        figures = zip(self.slots, self.figures, strict=False)
        return {slot.column: figure for slot, figure in figures if slot is not None}

    def ways(self, length: int | None = None) -> tuple[Arrangement, ...] | None:
        """All ways to lay out its figures that keep its sums; None if they cannot be listed.

        If figures are broken, ``length`` is the number of digits that fill a column.
        """
        return arrangements(self.text, self.filled, self.due, self.balances, length)

    def ways_to_cut(self) -> tuple[Arrangement, ...] | None:
        """All ways to cut its cells into one for each place that keep its sums; None if unknown."""
        return full_arrangements(self.text, self.filled, self.due, self.balances)

    def adds_up_with(self, cells: Row) -> bool:
        """Whether all sums along the row hold with cells in its places."""
        return self._replace(filled=cells, settled=cells).adds_up

    def may_be_whole(self, length: int | None) -> bool:
        """Whether its cells can fill all places so that all sums but one hold."""
        return may_be_whole(self.text, self.filled, self.due, self.balances, length)

    @property
    def _holds_words(self) -> bool:
        """Whether a cell of a settled row, in a column of the form, holds words."""
        cells = compress(self.settled or (), self.slots)
        others = {m.sort for _, _, m in cells if m.sort is not Sort.NUMBER or m.count is None}
        return not others <= _COUNT_NOTHING


@cache
def printed_table(table: str, form: Form | None) -> FormTable:
    """The table as the form prints it; as the last form prints it if the form is not known."""
    known = [t for other in Form for t in tables_of(other) if t.key == table]
    return next((t for t in known if t.form is form), known[-1])


@lru_cache(maxsize=1024)
def balances_of(slots: Slots, table: str, form: Form | None) -> tuple[Balance, ...]:
    """The sums among the places of a line, for each row of the form that it consists of."""
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
    """Whether the settled rows of a table keep the sums down their common columns.

    False if no sum has all its rows.
    """
    settled = [row for row in rows if row.settled]
    figures = {row.row: row.by_column for row in settled}
    equations = settled[0].column_equations if settled else ()
    complete = [eq for eq in equations if figures.keys() >= {*eq.left, *eq.right}]
    return bool(complete) and all(_holds(equation, figures) for equation in complete)


def _holds(equation: Equation, figures: Mapping[str, Mapping[str, int]]) -> bool:
    """Whether an equation holds in each column that all its rows have, and there is one."""
    left, right = ([figures[key] for key in keys] for keys in (equation.left, equation.right))
    columns = set.intersection(*map(set, [*left, *right]))
    return bool(columns) and all(
        sum(row[column] for row in left) == sum(row[column] for row in right) for column in columns
    )
