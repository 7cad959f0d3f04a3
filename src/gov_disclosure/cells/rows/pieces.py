"""Figures that line ends broke within narrow columns: their pieces stand by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from more_itertools import flatten

from ...labels.marks import MARKS
from ...layouts.grid import Located, Row, count_digits

_FIGURE = re.compile(r"\S+")


def has_pieces(text: str, cells: Row, length: int) -> bool:
    """Whether some figures of a row may be pieces of one."""
    return any(whole_figure(text, *pair, length) for pair in pairwise(parted(text, cells)))


def parted(text: str, cells: Row) -> Iterator[Located]:
    """The cells, those that hold several figures side by side as one for each of these."""
    return flatten(parts_of(text, cell) if cell[2].several else [cell] for cell in cells)


def parts_of(text: str, cell: Located) -> Iterator[Located]:
    """What blanks part in a cell; the cell itself, if it has several lines."""
    start, end, _ = cell
    if len(text[start:end].strip().splitlines()) > 1:
        yield cell
    else:
        yield from figures_in(text, cell)


def figures_in(text: str, cell: Located) -> Iterator[Located]:
    """What blanks and line ends part in a cell."""
    for found in _FIGURE.finditer(text, *cell[:2]):
        yield *found.span(), MARKS[found[0]]


def count_figures(text: str, cells: Row) -> int:
    """How many figures stand in cells, if all that blanks and line ends part are such."""
    return sum([len(text[start:end].split()) for start, end, _ in cells])


def whole_figure(text: str, one: Located, other: Located, length: int) -> Located | None:
    """Two cells as one figure, if they may be its pieces: the first fills its column."""
    if count_digits(text, one) != length or not count_digits(text, other):
        return None
    if "\n" not in text[one[1] : other[0]]:
        return None
    said = text[one[0] : one[1]].strip() + text[other[0] : other[1]].strip()
    return one[0], other[1], MARKS[said]
