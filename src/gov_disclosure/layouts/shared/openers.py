"""Lone pipes that open the rows of a stack, and look like empty cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...labels.marks import BLANK
from ..grid import Located
from .piped import PIPE

_FEWEST = 3
_NEAR = 8
_FEWEST_ABOVE = 2
"""At least so many labels stand above rows: a corner by itself may be empty."""


def without_openers(text: str, cells: Sequence[Located]) -> Sequence[Located]:
    """Drop the empty cell before each row, if there is one before all labels.

    It has a line of its own, or begins that of a row.  Before the labels above rows it cannot be
    the last cell of a row.  A row without a label stands right behind the labels of columns.
    """
    runs = list(_labels_side_by_side(cells))
    opened = all(first > 0 and _is_opener(text, *cells[first - 1 : first + 1]) for first, _ in runs)
    above_rows = sum(not cells[end - 1][2].names_row for _, end in runs)
    if not opened or len(runs) < _FEWEST or above_rows < _FEWEST_ABOVE:
        return cells
    behind_columns = {end for _, end in runs if cells[end - 1][2].names_column}
    openers = {first - 1 for first, _ in runs} | behind_columns
    return [cell for at, cell in enumerate(cells) if at not in openers or cell[2] is not BLANK]


def _is_opener(text: str, cell: Located, label: Located) -> bool:
    """Whether the pipe behind an empty cell stands above a label, or before it on its line."""
    above = "\n" in text[cell[1] : label[0]]
    behind = text[label[1] : label[1] + _NEAR].partition("\n")[0]
    return cell[2] is BLANK and (above or PIPE in behind)


def _labels_side_by_side(cells: Sequence[Located]) -> Iterator[tuple[int, int]]:
    """The ranges of labels with nothing between them."""
    first = None
    for at, (_, _, mark) in enumerate(cells):
        if mark.terms and first is None:
            first = at
        elif not mark.terms and first is not None:
            yield first, at
            first = None
    if first is not None:
        yield first, len(cells)
