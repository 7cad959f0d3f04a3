"""Figures behind other labels than their own, given back if sums leave one way to do so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import permutations, product

from more_itertools import chunked, one

from ...labels.marks import FIGURES
from ...layouts.grid import Located, Row
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


def with_lone_figure(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """Move the figure behind the column's label to the only row without a figure.

    All other rows must have theirs.  Sums have to hold then, and must not hold if all figures
    between the label and the empty row have moved by one row instead.
    """
    empty = [line for line in lines if not line.values]
    if len(empty) != 1 or not _have_one_figure_each(lines, empty[0]):
        return lines
    stray = _stray_figure(lines)
    if stray is None:
        return lines
    lone = empty[0].row
    here = empty[0].place[0]
    between = [line for line in lines if _is_between(line.place[0], here, stray[0])]
    ordered = sorted(between, key=lambda line: line.place[0], reverse=stray[0] < here)
    figures = [*(one(line.values) for line in ordered), stray]
    moved = dict(zip([lone, *(line.row for line in ordered)], figures, strict=True))
    given = _with_figures(lines, {lone: stray})
    holds = _add_up(given) and not _add_up(_with_figures(lines, moved))
    return given if holds else lines


def _have_one_figure_each(lines: Sequence[DueRow], empty: DueRow) -> bool:
    """Whether all rows but the empty one have their figure, and no row is there twice."""
    return len({line.row for line in lines}) == len(lines) and all(
        line.due == 1
        and (line is empty or [mark.sort in FIGURES for _, _, mark in line.values] == [True])
        for line in lines
    )


def _stray_figure(lines: Sequence[DueRow]) -> Located | None:
    """The figure behind the label of the column, if it is the only one outside of rows."""
    candidate = lines[0].candidate
    if any(line.candidate is not candidate for line in lines):
        return None
    shown = candidate.shown
    return shown.loose[0] if len(shown.loose) == 1 and shown.loose == shown.headed else None


def _is_between(place: int, here: int, there: int) -> bool:
    return min(here, there) < place < max(here, there)


def _with_figures(lines: Sequence[DueRow], figures: Mapping[str, Located]) -> Sequence[DueRow]:
    """The lines, with the given figures in the rows of their keys."""
    return [
        line.with_values([figures[line.row]]) if line.row in figures else line for line in lines
    ]


def _add_up(lines: Sequence[DueRow]) -> bool:
    return columns_add_up([line.as_it_stands for line in lines])
