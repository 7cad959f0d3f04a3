"""The names in the header of a grid: those that programs made up, and those of merged cells.

Tools count the columns that have no name, and repeat a merged cell in every place that it spans.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import is_, itemgetter

from ..labels.marks import BLANK, Sort
from ..labels.strangers import FOR_SERIES, read_counted_name
from ..layouts.grid import Grid, Located, Row

_FEWEST_NAMES = 3
"""Two may name something that is divided in two."""
_FEWEST_NAMES_IN_SERIES = 5


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
    return read_counted_name(text[cell[0] : cell[1]]) if cell[2].is_words else None


_NARROWEST_HEADER = 3


def with_whole_headers(grid: Grid, _text: str) -> Grid:
    """Merge the lines of a header that begin with the same cell.

    They are equally wide, so it is known which labels stand above which.  A cell that only repeats
    the one before it is a merged one that goes on; its column is then named by the label above.
    Together the lines have to name columns of a form, in its order.
    """
    firsts = [row[0][2] if row else None for row in grid]
    if not any(map(is_, firsts, firsts[1:])):
        return grid
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
