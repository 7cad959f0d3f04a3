"""Columns that are empty in all rows, as where a page divides its rows more finely."""

from __future__ import annotations

from collections.abc import Iterator, Set

from more_itertools import all_equal

from ..layouts.grid import Grid, Located, Row, is_blank

_FEWEST_CELLS = 3


def without_spare_columns(grid: Grid, _text: str) -> Grid:
    """Drop columns between named columns that are empty in all rows.

    The rows have to be equally wide, so that each cell has its column.

    >>> from gov_disclosure.labels.marks import MARKS
    >>> said = [["信息内容", "采购项目数量", "", "采购总金额"], ["政府集中采购", "3", "", "25"]]
    >>> grid = [[(0, len(one), MARKS[one]) for one in row] for row in said]
    >>> [len(row) for row in without_spare_columns(grid, "")]
    [3, 3]
    """
    between = {at for row in grid for at in _between_names(row)}
    if not between:
        return grid
    rows = [row for row in grid if len(row) >= _FEWEST_CELLS]
    if not all_equal(map(len, rows)):
        return grid
    spare = {at for at in between if all(is_blank(row[at]) for row in rows)}
    return [_without(row, spare) if len(row) >= _FEWEST_CELLS else row for row in grid]


def _without(row: Row, spare: Set[int]) -> Row:
    return [cell for at, cell in enumerate(row) if at not in spare]


def _between_names(row: Row) -> Iterator[int]:
    """The places of empty cells right between two labels above columns."""
    for at in range(1, len(row) - 1):
        if is_blank(row[at]) and _heads_column(row[at - 1]) and _heads_column(row[at + 1]):
            yield at


def _heads_column(cell: Located) -> bool:
    return bool(cell[2].terms) and not cell[2].names_row
