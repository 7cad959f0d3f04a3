"""Headers on several lines, in which tools repeat a merged cell in every place that it spans."""

from __future__ import annotations

from itertools import pairwise

from ..layouts.grid import Grid, Row

_NARROWEST = 3


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
    if len(above) != len(row) or len(row) < _NARROWEST or above[0][2] is not row[0][2]:
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
