"""Solve the open rows of each table by the form's arithmetic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from operator import itemgetter

from more_itertools import map_reduce

from ...labels.marks import BLANK, Sort
from ...layouts.grid import Row, is_blank
from ..mending.touching import ENOUGH_GLUED_ROWS
from ..rows.arranging import Arrangement, printed_strip
from ..rows.narrow import length_of_pieces
from ..rows.strips import Filling, Strip, filling_of
from ..rows.table_row import TableRow
from ..standing import gaps_between
from .contested import contested_rows, within_wholes
from .inferring import common, narrowed

FEWEST_FULL_ROWS = 5
"""Fewer may be full by chance."""


def _rows_with_lost_figures(table: Mapping[int, TableRow], rows: Sequence[TableRow]) -> Set[int]:
    """The row of a table, by its number, that is the only one with figures missing.

    If zeros are printed, no cell is left empty, so the figures are lost.  If a table is a single
    line, the rows of all tables are compared.  A gap unlike others may be an empty cell.
    """
    wide = [row for row in table.values() if row.due > 1]
    is_line = len(wide) == 1
    around = [row for row in rows if row.due > 1] if is_line else wide
    if not (is_line or len(wide) > FEWEST_FULL_ROWS) or sum(map(_has_too_few_figures, around)) != 1:
        return frozenset()
    if not any(map(_prints_a_zero, around)):
        return frozenset()
    short = (at for at, row in table.items() if row.due > 1 and _has_too_few_figures(row))
    return {number for number in short if not _shows_a_gap(table[number])}


def _shows_a_gap(row: TableRow) -> bool:
    """Whether the gaps between the figures of a row differ."""
    return len(set(gaps_between(row.filled, row.text))) > 1


def _has_too_few_figures(row: TableRow) -> bool:
    """Whether fewer cells are printed in a row than are due."""
    return len(_printed(row)) < row.due


def _prints_a_zero(row: TableRow) -> bool:
    return any(mark.sort is Sort.NUMBER and mark.count == 0 for _, _, mark in _printed(row))


def _printed(row: TableRow) -> Row:
    """The cells of a row, settled or not, that are not empty."""
    return [cell for cell in row.settled or row.filled if not is_blank(cell)]


_MOST_OPEN_ROWS = 40


def solve(rows: Sequence[TableRow]) -> Mapping[int, Mapping[int, Filling | None]]:
    """The fillings of open rows that are the same in all arrangements which keep the sums.

    They are given by the number of the row and of the place.
    """
    solved: dict[int, Mapping[int, Filling | None]] = {}
    for numbers in by_table(rows).values():
        in_table = {number: rows[number] for number in numbers}
        open_rows = [number for number in numbers if rows[number].is_open]
        if 0 < len(open_rows) <= _MOST_OPEN_ROWS:
            solved |= _solve_table(in_table, _rows_with_lost_figures(in_table, rows))
    return solved


def by_table(rows: Sequence[TableRow]) -> Mapping[str, list[int]]:
    """The numbers of the rows of each table."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        numbers[row.table].append(number)
    return numbers


def _solve_table(
    rows: Mapping[int, TableRow], lossy: Set[int]
) -> Mapping[int, Mapping[int, Filling | None]]:
    every_cell_prints = _every_glued_cell_prints(rows.values())
    shows_empty_cells = any(0 < _glued_digits(row) < row.due for row in rows.values())
    scattered = _scattered_rows(rows.values())
    length = length_of_pieces(list(rows.values()))
    found: dict[int, tuple[Arrangement, ...]] = {}
    for number, row in rows.items():
        may_be_solved = row.complete and row.row not in scattered and None not in row.slots
        if row.is_open and may_be_solved:
            may_be_full = number in lossy or (_has_one_digit_each(row) and not shows_empty_cells)
            ways = _possible_ways(row, length, has_lost_some=row.cut or may_be_full)
            whole = tuple(laid for laid in ways if None not in laid)
            some = whole if every_cell_prints and not row.balances else ways
            if some and (row.balances or len(some) == len(whole)):
                found[number] = some
    if found and _contradict_their_sums(rows, found):
        return {}
    left = _arrangements_left(rows, found, length)
    return {number: common(some) for number, some in left.items()}


def _possible_ways(
    row: TableRow, length: int | None, *, has_lost_some: bool
) -> tuple[Arrangement, ...]:
    """All ways to lay out a row that keep its balances; none if they cannot be trusted.

    A row that may have lost figures has to be full, as its empty cells are not certain.  If sums
    only hold with empty cells, but all of them but one hold with the row full, the figures
    contradict each other: either one is misprinted, or some cells are empty.
    """
    ways = row.ways(length) or ()
    is_full = any(None not in laid for laid in ways)
    if has_lost_some and not is_full:
        return ()
    if not ways or len(row.balances) <= 1 or is_full:
        return ways
    return () if row.may_be_whole(length) else ways


def _contradict_their_sums(rows: Mapping[int, TableRow], found: Collection[int]) -> bool:
    """Whether more rows can keep no sum, wherever their figures stand, than rows keep theirs.

    Figures have then moved between rows, as they can if each has a line of its own, and a sum that
    holds does so by chance.
    """
    others = [row for number, row in rows.items() if number not in found and row.filled]
    stacked = [row for row in others if row.is_open and _is_stacked(row)]
    at_odds = sum(row.keeps_no_sum for row in stacked)
    if not at_odds:
        return False
    return at_odds > sum(row.keeps_rules for row in others) + len(found)


def _is_stacked(row: TableRow) -> bool:
    """Whether a row has several cells, each on a line of its own."""
    gaps = gaps_between(row.filled, row.text)
    return bool(gaps) and all("\n" in gap for gap in gaps)


def _scattered_rows(rows: Iterable[TableRow]) -> Set[str]:
    """The keys of rows that stand on several lines with different figures."""
    keyed = ((row.row, tuple(cell[2] for cell in row.filled)) for row in rows if row.filled)
    return {
        key
        for key, some in map_reduce(keyed, itemgetter(0), itemgetter(1), set).items()
        if len(some) > 1
    }


def _arrangements_left(
    rows: Mapping[int, TableRow],
    found: Mapping[int, tuple[Arrangement, ...]],
    length: int | None,
) -> Mapping[int, tuple[Arrangement, ...]]:
    """The arrangements that the equations down the columns leave for each row.

    Rows are left out that exceed their total, or that would break an equation in fewer columns if
    their own sums did not hold.
    """
    equations = next(iter(rows.values())).column_equations
    keys = [row.row for row in rows.values()]
    if not equations or len(set(keys)) < len(keys):
        return found
    width = max(len(row.slots) for row in rows.values())
    wide = _arrangements_of_width(width, rows, found)
    open_rows = {rows[number].row: rows[number] for number in found}

    def strip_of_row(key: str) -> Strip | None:
        row = open_rows.get(key)
        return None if row is None else printed_strip(row.text, row.filled, length)

    usable = within_wholes(wide, equations, open_rows)
    contested = contested_rows(usable, width, equations, strip_of_row)
    doubtful = (wide.keys() - usable.keys()) | contested
    certain = {key: some for key, some in usable.items() if key not in doubtful}
    left = narrowed(certain, width, equations)
    return {
        number: left.get(rows[number].row, some)
        for number, some in found.items()
        if rows[number].row not in doubtful
    }


def _arrangements_of_width(
    width: int, rows: Mapping[int, TableRow], found: Mapping[int, tuple[Arrangement, ...]]
) -> Mapping[str, tuple[Arrangement, ...]]:
    """The arrangements of the rows that have a value in each column, found or known, by key."""
    known = {row.row: found.get(number, known_arrangement(row)) for number, row in rows.items()}
    return {key: some for key, some in known.items() if some and len(some[0]) == width}


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


def _every_glued_cell_prints(rows: Iterable[TableRow]) -> bool:
    """Whether all of several rows of glued digits have just one digit for each place.

    If any row had more or fewer digits, a row with as many digits as places could have both longer
    numbers and empty cells.
    """
    wide = [row for row in rows if len(row.slots) > 1]
    return len(wide) >= ENOUGH_GLUED_ROWS and all(
        _glued_digits(row) == len(row.slots) for row in wide
    )


def _has_one_digit_each(row: TableRow) -> bool:
    """Whether a row of glued digits has just one for each place, so that it may be full."""
    return len(row.slots) > 1 and _glued_digits(row) == len(row.slots)


def _glued_digits(row: TableRow) -> int:
    return sum(cell[1] - cell[0] for cell in row.filled if cell[2].sort is Sort.GLUED)
