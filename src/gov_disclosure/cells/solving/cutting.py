"""Rows whose cells touch, so that figures ran together: cut them if sums leave one way.

Touching cells look like fewer and longer figures.  A row with too few figures is known to be one of
these only if the report prints something in every cell, and its sums fail with any cells empty.  In
a table without sums down its columns, other rows must have shown that cells touch.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from ...forms import Equation
from ...labels.marks import Sort
from ...layouts.grid import is_blank
from ..rows.arranging import Arrangement, spelled_arrangement
from ..rows.strips import Filling
from ..rows.table_row import TableRow
from .solve import FEWEST_FULL_ROWS, by_table, known_arrangement

_MOST_ROWS = 12

Cut = Mapping[int, Mapping[int, Filling | None]]
"""The filling of each place, by the number of the row and of the place."""


def cut(rows: Sequence[TableRow]) -> Cut:
    """The fillings of open rows whose cells touch, if there is one way to cut them."""
    open_rows = [row for row in rows if row.is_open]
    if not 0 < len(open_rows) <= _MOST_ROWS or not _every_cell_prints(rows):
        return {}
    found: dict[int, Mapping[int, Filling | None]] = {}
    tables = [{number: rows[number] for number in some} for some in by_table(rows).values()]
    for table in sorted(tables, key=lambda some: not _equations_of(some)):
        shown = found or _equations_of(table) or any(map(_is_too_long, open_rows))
        if shown and any(row.is_open for row in table.values()):
            found |= _cut_table(table)
    return found


def without_touching(rows: Sequence[TableRow], solved: Cut) -> Cut:
    """Drop solved rows whose cells may touch, if those of another row do beyond doubt."""
    if not any(row.is_open and _is_too_long(row) for row in rows):
        return solved
    return {
        number: found
        for number, found in solved.items()
        if not _may_be_cut_to_be_full(rows[number])
    }


def _may_be_cut_to_be_full(row: TableRow) -> bool:
    """Whether a row keeps its sums if less than half of its figures are cut to fill all places."""
    few, due = len(row.filled), len(row.slots)
    if not few < due < 2 * few or any(mark.count is None for _, _, mark in row.filled):
        return False
    return bool(row.ways_to_cut())


def _is_too_long(row: TableRow) -> bool:
    """Whether a cell of a row cannot be one figure, so that its cells touch beyond doubt."""
    return any(mark.count is None and mark.sort is not Sort.DASH for _, _, mark in row.filled)


def _every_cell_prints(rows: Sequence[TableRow]) -> bool:
    """Whether all rows but a few are full, and these few cannot just have empty cells."""
    full = [row for row in rows if row.settled and not any(map(is_blank, row.settled))]
    open_rows = [row for row in rows if row.is_open]
    wide = sum(len(row.slots) > 1 for row in full)
    return (
        len(full) + len(open_rows) == len(rows)
        and wide >= max(FEWEST_FULL_ROWS, 2 * len(open_rows))
        and all(map(_must_be_touching, open_rows))
    )


def _must_be_touching(row: TableRow) -> bool:
    """Whether a row has too few figures, and its sums fail with any cells empty."""
    if not row.alone or None in row.slots or len(row.filled) >= len(row.slots):
        return False
    return _is_too_long(row) or row.keeps_no_sum


def _equations_of(rows: Mapping[int, TableRow]) -> Sequence[Equation]:
    return next(iter(rows.values())).column_equations


def _cut_table(rows: Mapping[int, TableRow]) -> Cut:
    """The open rows of a table in the one way to cut them with which all sums hold."""
    cells = {row.row: row for row in rows.values()}
    if len(cells) < len(rows) or len({row.due for row in rows.values()}) > 1:
        return {}
    known = {key: _only_way(row) for key, row in cells.items()}
    laid = {key: way for key, way in known.items() if way is not None}
    equations = _equations_of(rows)
    for equation in equations:
        missing = [key for key in (*equation.left, *equation.right) if key not in laid]
        if len(missing) == 1 and missing[0] in cells:
            figures = _missing_figures(equation, missing[0], laid)
            row = cells[missing[0]]
            way = spelled_arrangement(row.text, row.filled, figures)
            laid |= {missing[0]: way} if way is not None else {}
    if len(laid) < len(cells) or not all(
        _holds_in_all_columns(equation, laid) for equation in equations
    ):
        return {}
    return {n: dict(enumerate(laid[row.row])) for n, row in rows.items() if row.is_open}


def _only_way(row: TableRow) -> Arrangement | None:
    """The arrangement of a settled row, or the only way to cut an open one that keeps its sums."""
    ways = row.ways_to_cut() or () if row.is_open else known_arrangement(row)
    return ways[0] if len(ways) == 1 and row.balances else None


def _missing_figures(
    equation: Equation, missing: str, rows: Mapping[str, Arrangement]
) -> Sequence[int]:
    """The figures that a row must hold, given all other rows of an equation."""
    left, right = (
        _total([key for key in keys if key != missing], rows)
        for keys in (equation.left, equation.right)
    )
    sign = 1 if missing in equation.left else -1
    return [sign * (other - one) for one, other in zip_longest(left, right, fillvalue=0)]


def _holds_in_all_columns(equation: Equation, rows: Mapping[str, Arrangement]) -> bool:
    """Whether an equation has all its rows and holds in every column."""
    return rows.keys() >= {*equation.left, *equation.right} and (
        _total(equation.left, rows) == _total(equation.right, rows)
    )


def _total(keys: Iterable[str], rows: Mapping[str, Arrangement]) -> Sequence[int]:
    """The sums of rows, column by column."""
    figures = ([place.value if place else 0 for place in rows[key]] for key in keys)
    return [sum(column) for column in zip(*figures, strict=True)]
