"""The rows of a table that settle no further by themselves, solved by the form's arithmetic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache, lru_cache
from itertools import compress
from operator import itemgetter

import attrs
from more_itertools import map_reduce

from .arranging import Arrangement, Balance, Filling, arrangements, filling_of
from .declare import Form
from .forms import Equation, FormTable, tables_of
from .grid import Row
from .inferring import common, narrowed
from .marks import BLANK, Mark, Sort
from .places import Slots

_COUNT_NOTHING = frozenset({Sort.BLANK, Sort.DASH})
_MOST_OPEN_ROWS = 40
_ENOUGH_GLUED_ROWS = 3


@attrs.frozen
class TableRow:
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
    def is_open(self) -> bool:
        """Whether there are values whose places are not certain."""
        return self.settled is None and bool(self.filled)


def solve(
    text: str, rows: Sequence[TableRow], form: Form | None
) -> Mapping[int, Mapping[int, Filling | None]]:
    """What stands where in open rows, by the number of the row and of the place.

    Only what every arrangement has alike that the form's arithmetic allows.
    """
    solved: dict[int, Mapping[int, Filling | None]] = {}
    for table, numbers in by_table(rows).items():
        in_table = {number: rows[number] for number in numbers}
        open_rows = [number for number in numbers if rows[number].is_open]
        if 0 < len(open_rows) <= _MOST_OPEN_ROWS:
            solved |= _solve_table(text, in_table, _printed_table(table, form))
    return solved


def by_table(rows: Sequence[TableRow]) -> Mapping[str, list[int]]:
    """The numbers of the rows of each table."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        numbers[row.table].append(number)
    return numbers


@cache
def _printed_table(table: str, form: Form | None) -> FormTable:
    """The table as the form prints it; as the latest does, where the form is not known."""
    known = [t for other in Form for t in tables_of(other) if t.key == table]
    return next((t for t in known if t.form is form), known[-1])


def _solve_table(
    text: str, rows: Mapping[int, TableRow], table: FormTable
) -> Mapping[int, Mapping[int, Filling | None]]:
    every_cell_prints = _every_glued_cell_prints(rows.values())
    scattered = _scattered(rows.values())
    found: dict[int, tuple[Arrangement, ...]] = {}
    for number, row in rows.items():
        told = row.complete and row.row not in scattered and None not in row.slots
        if row.is_open and told:
            balances = _balances(row.slots, table.row_equations)
            some = arrangements(text, row.filled, len(row.slots), balances) or ()
            if not balances:
                whole = tuple(a for a in some if None not in a)
                some = whole if every_cell_prints or len(some) == len(whole) else ()
            if some:
                found[number] = some
    found = _narrowed(rows, found, table)
    return {number: common(some) for number, some in found.items()}


def _scattered(rows: Iterable[TableRow]) -> Set[str]:
    """The rows of which several lines have different figures: each has only some of them."""
    keyed = ((row.row, tuple(cell[2] for cell in row.filled)) for row in rows if row.filled)
    return {
        key
        for key, some in map_reduce(keyed, itemgetter(0), itemgetter(1), set).items()
        if len(some) > 1
    }


def _narrowed(
    rows: Mapping[int, TableRow], found: Mapping[int, tuple[Arrangement, ...]], table: FormTable
) -> dict[int, tuple[Arrangement, ...]]:
    """The arrangements that the equations down the columns leave."""
    equations = table.column_equations
    keys = [row.row for row in rows.values()]
    if not equations or len(set(keys)) < len(keys):
        return dict(found)
    known = {row.row: found.get(number, known_arrangement(row)) for number, row in rows.items()}
    width = max(len(row.slots) for row in rows.values())
    usable = {key: some for key, some in known.items() if some and len(some[0]) == width}
    left = narrowed(usable, width, equations)
    return {number: left.get(rows[number].row, some) for number, some in found.items()}


def known_arrangement(row: TableRow) -> tuple[Arrangement, ...]:
    """The one arrangement of a settled row; none if it holds words."""
    if row.settled is None:
        return () if row.is_open else ((None,) * len(row.slots),)
    fillings = [filling_of(cell) for cell in row.settled]
    words = any(
        filling is None and cell[2] is not BLANK
        for filling, cell in zip(fillings, row.settled, strict=True)
    )
    return () if words else (tuple(fillings),)


@lru_cache(maxsize=1024)
def _balances(slots: Slots, equations: tuple[Equation, ...]) -> tuple[Balance, ...]:
    """What must add up among the places of a line, for each row that it consists of."""
    at: dict[str, dict[str, int]] = defaultdict(dict)
    for place, slot in enumerate(slots):
        if slot is not None:
            at[slot.address[1]][slot.address[2]] = place
    return tuple(
        Balance(tuple(places[k] for k in equation.left), tuple(places[k] for k in equation.right))
        for equation in equations
        for places in at.values()
        if places.keys() >= {*equation.left, *equation.right}
    )


def _every_glued_cell_prints(rows: Iterable[TableRow]) -> bool:
    """Whether rows of glued digits, several of them, have just one digit for each place.

    With more digits, or fewer, some numbers are longer, or some cells empty; then a row with
    as many digits as places can be both.
    """
    wide = [row for row in rows if len(row.slots) > 1]
    return len(wide) >= _ENOUGH_GLUED_ROWS and all(
        _glued_digits(row) == len(row.slots) for row in wide
    )


def _glued_digits(row: TableRow) -> int:
    return sum(cell[1] - cell[0] for cell in row.filled if cell[2].sort is Sort.GLUED)


def balances_of(row: TableRow, form: Form | None) -> tuple[Balance, ...]:
    """What must add up along this row, as the form prescribes it."""
    return _balances(row.slots, _printed_table(row.table, form).row_equations)


def column_equations_of(table: str, form: Form | None) -> tuple[Equation, ...]:
    """What must add up down the columns of a table, as the form prescribes it."""
    return _printed_table(table, form).column_equations


def has_rules(row: TableRow, form: Form | None) -> bool:
    """Whether the form prescribes arithmetic along this row."""
    return bool(balances_of(row, form))


def has_column_rules(row: TableRow, form: Form | None) -> bool:
    """Whether the form prescribes arithmetic down the columns of the row's table."""
    return bool(column_equations_of(row.table, form))


def keeps_no_sum(text: str, row: TableRow, form: Form | None) -> bool:
    """Whether the form's arithmetic along a row forbids every way to lay out its figures."""
    if not row.is_open or None in row.slots:
        return False
    balances = balances_of(row, form)
    return bool(balances) and arrangements(text, row.filled, len(row.slots), balances) == ()


def adds_up(row: TableRow, form: Form | None) -> bool:
    """Whether a settled row keeps the form's arithmetic, if it has any to keep."""
    balances = balances_of(row, form)
    if not balances:
        return True
    figures = _figures(row)
    return not _holds_words(row) and all(balance.holds(figures) for balance in balances)


def whole_sums(row: TableRow, form: Form | None) -> int:
    """How many of a row's first places are held by sums that are not just of zeros."""
    figures = _figures(row)
    held = 0
    for balance in balances_of(row, form):
        until = 1 + max(*balance.left, *balance.right)
        told = until <= len(figures) and any(figures[held:until]) and balance.holds(figures)
        if not told:
            break
        held = until
    return held


def _holds_words(row: TableRow) -> bool:
    """Whether a cell of a settled row is neither empty nor a dash nor a number.

    What stands in columns that are none of the form's is no matter.
    """
    told = compress(row.settled or (), row.slots)
    return not all(_counts(mark) for _, _, mark in told)


def _counts(mark: Mark) -> bool:
    """Whether a cell counts something in a sum, or nothing."""
    return mark.count is not None if mark.sort is Sort.NUMBER else mark.sort in _COUNT_NOTHING


def columns_add_up(rows: Iterable[TableRow], form: Form | None) -> bool:
    """Whether the settled rows of a table keep its arithmetic down the columns.

    They do not if nothing can be told, for want of rows.
    """
    settled = [row for row in rows if row.settled]
    figures = {row.row: _figures(row) for row in settled}
    equations = column_equations_of(settled[0].table, form) if settled else ()
    told = [eq for eq in equations if figures.keys() >= {*eq.left, *eq.right}]
    return bool(told) and all(
        _total(equation.left, figures) == _total(equation.right, figures) for equation in told
    )


def _figures(row: TableRow) -> list[int]:
    marks = [mark for _, _, mark in row.settled or ()]
    return [(mark.count or 0) if mark.sort is Sort.NUMBER else 0 for mark in marks]


def _total(keys: Iterable[str], figures: Mapping[str, list[int]]) -> list[int]:
    """The sum of rows, column by column."""
    return [sum(column) for column in zip(*(figures[key] for key in keys), strict=True)]
