"""Rows whose cells touch, so that figures ran together: cut where sums leave one way.

Touching cells look like fewer and longer figures.  Only where a report prints something in every
cell does a row with too few of them tell that some touch, and only if its sums do not hold with
any cells empty.  Where sums along rows are all that can tell, other rows must have shown it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from ...declare import Form
from ...forms import Equation
from ...labels.marks import Sort
from ...layouts.grid import is_blank
from ..rows.arranging import Arrangement, full_arrangements, spelled_arrangement
from ..rows.balances import TableRow, balances_of, column_equations_of
from ..rows.strips import Filling
from .solve import by_table, keeps_no_sum, known_arrangement

_FEWEST_FULL_ROWS = 5
_MOST_ROWS = 12

Cut = Mapping[int, Mapping[int, Filling | None]]
"""What stands where in rows, by the number of the row and of the place."""


def cut(text: str, rows: Sequence[TableRow], form: Form | None) -> Cut:
    """What stands where in open rows whose cells touch, where there is one way to cut them."""
    open_rows = [row for row in rows if row.is_open]
    if not 0 < len(open_rows) <= _MOST_ROWS or not _every_cell_prints(text, rows, form):
        return {}
    found: dict[int, Mapping[int, Filling | None]] = {}
    tables = sorted(by_table(rows).items(), key=lambda some: not column_equations_of(some[0], form))
    for table, numbers in tables:
        in_table = {number: rows[number] for number in numbers}
        shown = found or column_equations_of(table, form) or any(map(_is_too_long, open_rows))
        if shown and any(row.is_open for row in in_table.values()):
            found |= _cut_table(text, in_table, table, form)
    return found


def without_touching(text: str, rows: Sequence[TableRow], solved: Cut, form: Form | None) -> Cut:
    """What was told of rows, without those that may as well be full of cells that touch.

    So they may be where a row is there of which some cells touch beyond doubt.
    """
    if not any(row.is_open and _is_too_long(row) for row in rows):
        return solved
    return {
        number: told for number, told in solved.items() if not _may_touch(text, rows[number], form)
    }


def _may_touch(text: str, row: TableRow, form: Form | None) -> bool:
    """Whether a row of which most figures are parted keeps its sums with the others cut in two."""
    few, due = len(row.filled), len(row.slots)
    if not few < due < 2 * few or any(mark.count is None for _, _, mark in row.filled):
        return False
    return bool(full_arrangements(text, row.filled, len(row.slots), balances_of(row, form)))


def _is_too_long(row: TableRow) -> bool:
    """Whether a cell of a row cannot be one figure: that cells touch is then beyond doubt."""
    return any(mark.count is None and mark.sort is not Sort.DASH for _, _, mark in row.filled)


def _every_cell_prints(text: str, rows: Sequence[TableRow], form: Form | None) -> bool:
    """Whether all rows are full but for a few, and those cannot just have empty cells."""
    full = [row for row in rows if row.settled and not any(map(is_blank, row.settled))]
    open_rows = [row for row in rows if row.is_open]
    wide = sum(len(row.slots) > 1 for row in full)
    return (
        len(full) + len(open_rows) == len(rows)
        and wide >= max(_FEWEST_FULL_ROWS, 2 * len(open_rows))
        and all(_touch(text, row, form) for row in open_rows)
    )


def _touch(text: str, row: TableRow, form: Form | None) -> bool:
    """Whether a row has too few figures, and keeps no sum with any cells empty."""
    if not row.alone or None in row.slots or len(row.filled) >= len(row.slots):
        return False
    return _is_too_long(row) or keeps_no_sum(text, row, form)


def _cut_table(text: str, rows: Mapping[int, TableRow], table: str, form: Form | None) -> Cut:
    """The open rows of a table as they are cut, if all its sums hold so."""
    cells = {row.row: row for row in rows.values()}
    if len(cells) < len(rows) or len({row.due for row in rows.values()}) > 1:
        return {}
    known = {key: _only_way(text, row, form) for key, row in cells.items()}
    laid = {key: way for key, way in known.items() if way is not None}
    equations = column_equations_of(table, form)
    for equation in equations:
        lacking = [key for key in (*equation.left, *equation.right) if key not in laid]
        if len(lacking) == 1 and lacking[0] in cells:
            figures = _missing_figures(equation, lacking[0], laid)
            way = spelled_arrangement(text, cells[lacking[0]].filled, figures)
            laid |= {lacking[0]: way} if way is not None else {}
    if len(laid) < len(cells) or not all(_holds(equation, laid) for equation in equations):
        return {}
    return {n: dict(enumerate(laid[row.row])) for n, row in rows.items() if row.is_open}


def _only_way(text: str, row: TableRow, form: Form | None) -> Arrangement | None:
    """What a row holds: as it is settled, or as it is cut in the only way that keeps its sums."""
    balances = balances_of(row, form)
    if not row.is_open:
        ways = known_arrangement(row)
    else:
        ways = full_arrangements(text, row.filled, len(row.slots), balances) or ()
    return ways[0] if len(ways) == 1 and balances else None


def _missing_figures(
    equation: Equation, lacking: str, rows: Mapping[str, Arrangement]
) -> Sequence[int]:
    """What a row must hold column by column, given all others of an equation."""
    left, right = (
        _total([key for key in keys if key != lacking], rows)
        for keys in (equation.left, equation.right)
    )
    sign = 1 if lacking in equation.left else -1
    return [sign * (other - one) for one, other in zip_longest(left, right, fillvalue=0)]


def _holds(equation: Equation, rows: Mapping[str, Arrangement]) -> bool:
    """Whether an equation holds in every column; not if it has rows that are not there."""
    return rows.keys() >= {*equation.left, *equation.right} and (
        _total(equation.left, rows) == _total(equation.right, rows)
    )


def _total(keys: Iterable[str], rows: Mapping[str, Arrangement]) -> Sequence[int]:
    figures = ([place.value if place else 0 for place in rows[key]] for key in keys)
    return [sum(column) for column in zip(*figures, strict=True)]
