"""Corrections to the headers and columns of a grid, whatever its layout.

Tools make up names of columns that have none, divide the rows of a page more finely than its table,
and repeat a merged cell in every place that it spans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import groupby, pairwise
from operator import itemgetter

from more_itertools import all_equal

from ..labels.marks import BLANK, Sort
from ..labels.strangers import FOR_SERIES, FOR_WANT_OF_NAMES
from ..layouts.grid import Grid, Located, Row, is_blank

_FEWEST_NAMES = 3
"""Two may name something that is divided in two."""
_FEWEST_NAMES_IN_SERIES = 5
_COUNTED = re.compile(
    rf"\s*(?P<word>{'|'.join((*FOR_WANT_OF_NAMES, *FOR_SERIES))}|)[ :_]*"
    r"[(（]?(?:(?P<number>[0-9]{1,2})|(?P<letter>[a-z]))[)）]?\s*",
    re.IGNORECASE,
)


def without_counted_names(grid: Grid, text: str) -> Grid:
    """Replace several counted names side by side by empty cells."""
    return [_with_blanks_for_counted(row, text) for row in grid]


def _with_blanks_for_counted(row: Row, text: str) -> Row:
    """Replace counted names by empty cells, unless they stand behind labels of columns."""
    if [mark.sort for _, _, mark in row].count(Sort.TEXT) < _FEWEST_NAMES:
        return row
    first = next((at for at, cell in enumerate(row) if cell[2].names_column), len(row))
    runs = (run for run in _counted_side_by_side(row, text) if run[0] < first)
    counted = {at for run in runs for at in run}
    return [(*cell[:2], BLANK) if at in counted else cell for at, cell in enumerate(row)]


def _counted_side_by_side(row: Sequence[Located], text: str) -> Iterator[Sequence[int]]:
    """The places of names side by side that are the same word with increasing numbers."""
    names = [(at, _counted_name(cell, text)) for at, cell in enumerate(row)]
    counted = [(at, name) for at, name in names if name is not None]
    for (word, _), run in groupby(counted, lambda one: (one[1][0], one[1][1] - one[0])):
        places = list(map(itemgetter(0), run))
        if len(places) >= (_FEWEST_NAMES_IN_SERIES if word in FOR_SERIES else _FEWEST_NAMES):
            yield places


def _counted_name(cell: Located, text: str) -> tuple[str, int] | None:
    """The word of a counted name, and its number; None if the cell is no such name."""
    found = _COUNTED.fullmatch(text, cell[0], cell[1]) if cell[2].is_words else None
    if found is None:
        return None
    number = int(found["number"]) if found["number"] else ord(found["letter"])
    return found["word"], number


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


_NARROWEST_HEADER = 3


def with_whole_headers(grid: Grid, _text: str) -> Grid:
    """Merge the lines of a header that begin with the same cell.

    They are equally wide, so it is known which labels stand above which.  A cell that only repeats
    the one before it is a merged one that goes on; its column is then named by the label above.
    Together the lines have to name columns of a form, in its order.
    """
    whole: Grid = []
    for row in grid:
        header = _one_header(whole[-1], row) if whole else None
        if header is not None:
            whole.pop()
        whole.append(header or row)
    return whole


def _one_header(above: Row, row: Row) -> Row | None:
    """Merge two lines of a header; None if they are not two lines of one.

    Each names columns behind the same corner, and the lower one has a merged cell.
    """
    if len(above) != len(row) or len(row) < _NARROWEST_HEADER or above[0][2] is not row[0][2]:
        return None
    goes_on = [one[2] is other[2] and other[2].names_column for one, other in pairwise(row)]
    if not any(goes_on):
        return None
    labels = [
        upper if is_copy else cell
        for upper, cell, is_copy in zip(above[1:], row[1:], goes_on, strict=True)
    ]
    orders = [cell[2].terms[0].order for cell in labels if cell[2].names_column]
    in_order = all(one < other for one, other in pairwise(orders))
    return [row[0], *labels] if in_order and len(orders) == len(labels) else None
