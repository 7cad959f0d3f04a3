"""Give whole rows of figures that stand behind another label back to their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import permutations, product

from more_itertools import chunked, one

from ...labels.marks import FIGURES
from ...layouts.grid import Row
from ..rows.due_row import DueRow
from ..rows.table_row import columns_add_up

_MOST_ROWS = 4


def with_strays(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """Exchange figures between the rows of a table if sums leave one way to do so.

    Some rows must have just as many figures too many as others have too few, and all sums along
    the rows and down the columns must hold in just one way to give each row its own figures.
    """
    wide = len(lines[0].slots)
    open_lines = [at for at, line in enumerate(lines) if len(line.filled) != wide]
    strays = [lines[at].filled for at in open_lines]
    if not 1 < len(open_lines) <= _MOST_ROWS or sum(map(len, strays)) != wide * len(strays):
        return lines
    if any(line.due != wide for line in lines) or not _print_every_cell(lines):
        return lines
    if not _are_sums_due(lines, {lines[at].row for at in open_lines}):
        return lines
    found = {_values_of(rows): rows for rows in _ways_to_exchange(lines, open_lines, strays)}
    if len(found) != 1:
        return lines
    placed = dict(zip(open_lines, one(found.values()), strict=True))
    return [line.with_values(placed[at]) if at in placed else line for at, line in enumerate(lines)]


def _are_sums_due(lines: Sequence[DueRow], open_rows: Set[str]) -> bool:
    """Whether sums are due along the rows and down the columns, and each row stands there once.

    All rows of a sum with an open row must be there, as figures without a label may belong to a
    missing row.
    """
    row, keys = lines[0].as_it_stands, {line.row for line in lines}
    sums = [{*one.left, *one.right} for one in row.column_equations]
    are_complete = all(keys >= some for some in sums if some & open_rows)
    return len(keys) == len(lines) and are_complete and bool(row.balances and sums)


def _print_every_cell(lines: Sequence[DueRow]) -> bool:
    return all(cell[2].sort in FIGURES for line in lines for cell in line.values)


def _values_of(rows: Sequence[Row]) -> tuple[tuple[object, int | None], ...]:
    """The values of rows, by which ways to fill them are compared."""
    return tuple((mark.sort, mark.count) for row in rows for _, _, mark in row)


def _ways_to_exchange(
    lines: Sequence[DueRow], open_lines: Sequence[int], strays: Sequence[Row]
) -> Iterator[Sequence[Row]]:
    """All ways to give each open row figures with which all sums hold.

    The first figure behind a label is its own.
    """
    wide = len(lines[0].slots)
    for rows in _rows_of(strays, wide):
        if not all(lines[open_lines[0]].as_it_stands.adds_up_with(row) for row in rows):
            continue
        for order in permutations(rows):
            if not all(run[0] in row for run, row in zip(strays, order, strict=True) if run):
                continue
            placed = dict(zip(open_lines, order, strict=True))
            settled = [
                line.as_it_stands._replace(settled=placed.get(at, line.filled))
                for at, line in enumerate(lines)
            ]
            if columns_add_up(settled):
                yield order


def _rows_of(strays: Sequence[Row], wide: int) -> Iterator[list[Row]]:
    """All ways to split runs of figures into rows; two runs may each hold a part of one row."""
    broken = [run for run in strays if len(run) % wide]
    whole = [row for run in strays if len(run) % wide == 0 for row in chunked(run, wide)]
    if not broken:
        yield whole
    elif len(broken) == 2:
        for one_way, other_way in product(*(_split_from_rest(run, wide) for run in broken)):
            rows = [*whole, *one_way[0], *other_way[0]]
            yield [*rows, one_way[1] + other_way[1]]
            yield [*rows, other_way[1] + one_way[1]]


def _split_from_rest(run: Row, wide: int) -> Iterator[tuple[list[Row], Row]]:
    """The whole rows of a run and the rest of it, at its end or at its beginning."""
    rest = len(run) % wide
    yield list(chunked(run[:-rest], wide)), run[-rest:]
    yield list(chunked(run[rest:], wide)), run[:rest]
