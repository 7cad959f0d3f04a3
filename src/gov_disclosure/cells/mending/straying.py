"""Whole rows of figures that stand behind other labels than their own, given back to these."""

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
    """The lines of a table, those with figures of others exchanged where sums leave one way.

    So it is if rows without figures lack just as many as other rows have too many, and all sums
    of the table, along its rows and down its columns, hold in one way to give each row its own.
    """
    wide = len(lines[0].slots)
    open_lines = [at for at, line in enumerate(lines) if len(line.entry.filled) != wide]
    strays = [lines[at].entry.filled for at in open_lines]
    if not 1 < len(open_lines) <= _MOST_ROWS or sum(map(len, strays)) != wide * len(strays):
        return lines
    if any(len(line.slots) != wide for line in lines) or not _print_every_cell(lines):
        return lines
    if not _is_summed(lines, {lines[at].row for at in open_lines}):
        return lines
    found = {_said(rows): rows for rows in _ways(lines, open_lines, strays)}
    if len(found) != 1:
        return lines
    placed = dict(zip(open_lines, one(found.values()), strict=True))
    return [line.with_cells(placed[at]) if at in placed else line for at, line in enumerate(lines)]


def _is_summed(lines: Sequence[DueRow], open_rows: Set[str]) -> bool:
    """Whether sums are due along the rows and down the columns, and each row stands there once.

    Sums that an open row is part of have all their rows: figures without a label may be those of
    one that is not there.
    """
    row, keys = lines[0].as_it_stands, {line.row for line in lines}
    sums = [{*one.left, *one.right} for one in row.column_equations]
    told = all(keys >= some for some in sums if some & open_rows)
    return len(keys) == len(lines) and told and bool(row.balances and sums)


def _print_every_cell(lines: Sequence[DueRow]) -> bool:
    return all(cell[2].sort in FIGURES for line in lines for cell in line.entry.values)


def _said(rows: Sequence[Row]) -> tuple[tuple[object, int | None], ...]:
    """What rows say, by which two ways to fill them are told apart."""
    return tuple((mark.sort, mark.count) for row in rows for _, _, mark in row)


def _ways(
    lines: Sequence[DueRow], open_lines: Sequence[int], strays: Sequence[Row]
) -> Iterator[Sequence[Row]]:
    """The ways to give each open line a row of figures with which all sums hold.

    The figure that stands behind a label is its own.
    """
    wide = len(lines[0].slots)
    for rows in _rows_of(strays, wide):
        if not all(_adds_up(lines[open_lines[0]], row) for row in rows):
            continue
        for order in permutations(rows):
            if not all(run[0] in row for run, row in zip(strays, order, strict=True) if run):
                continue
            placed = dict(zip(open_lines, order, strict=True))
            settled = [
                line.as_it_stands._replace(settled=placed.get(at, line.entry.filled))
                for at, line in enumerate(lines)
            ]
            if columns_add_up(settled):
                yield order


def _adds_up(line: DueRow, row: Row) -> bool:
    return line.as_it_stands._replace(filled=row, settled=row).adds_up


def _rows_of(strays: Sequence[Row], wide: int) -> Iterator[list[Row]]:
    """The rows that runs of figures may be: whole ones, and one that two runs have parts of."""
    broken = [run for run in strays if len(run) % wide]
    whole = [row for run in strays if len(run) % wide == 0 for row in chunked(run, wide)]
    if not broken:
        yield whole
    elif len(broken) == 2:
        for one_way, other_way in product(*(_with_rest(run, wide) for run in broken)):
            rows = [*whole, *one_way[0], *other_way[0]]
            yield [*rows, one_way[1] + other_way[1]]
            yield [*rows, other_way[1] + one_way[1]]


def _with_rest(run: Row, wide: int) -> Iterator[tuple[list[Row], Row]]:
    """The whole rows of a run and what is left of it, at its end or at its beginning."""
    rest = len(run) % wide
    yield list(chunked(run[:-rest], wide)), run[-rest:]
    yield list(chunked(run[rest:], wide)), run[:rest]
