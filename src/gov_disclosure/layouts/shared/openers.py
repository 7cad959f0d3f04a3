"""Lone pipes that open the rows of a stack: no empty cells, though they look like some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...labels.marks import BLANK
from ..grid import Located

_FEWEST = 3


def without_openers(cells: Sequence[Located]) -> Sequence[Located]:
    """The cells, without the empty one before each row where there is one before all labels.

    Before the first label none can be the last cell of a row.  A row without a label stands right
    behind the labels of columns.
    """
    runs = list(_labels_side_by_side(cells))
    opened = all(first > 0 and cells[first - 1][2] is BLANK for first, _ in runs)
    if not opened or len(runs) < _FEWEST:
        return cells
    behind_columns = {end for _, end in runs if cells[end - 1][2].names_column}
    openers = {first - 1 for first, _ in runs} | behind_columns
    return [cell for at, cell in enumerate(cells) if at not in openers or cell[2] is not BLANK]


def _labels_side_by_side(cells: Sequence[Located]) -> Iterator[tuple[int, int]]:
    """Where labels with nothing between them begin, and where they end."""
    first = None
    for at, (_, _, mark) in enumerate(cells):
        if mark.terms and first is None:
            first = at
        elif not mark.terms and first is not None:
            yield first, at
            first = None
    if first is not None:
        yield first, len(cells)
