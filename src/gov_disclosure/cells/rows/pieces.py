"""Figures that narrow columns broke over several lines, so that their pieces stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from more_itertools import flatten

from ...labels.marks import MARKS
from ...layouts.grid import Located, Row, count_digits

_FIGURE = re.compile(r"\S+")

SHORTEST_PIECE = 3
"""Shorter pieces of figures are so many that they may be as long, or sums hold, by chance."""


def has_pieces(text: str, cells: Row, length: int) -> bool:
    """Whether any two figures of a row may be pieces of one."""
    return any(whole_figure(text, *pair, length) for pair in pairwise(figures_apart(text, cells)))


def figures_apart(text: str, cells: Row) -> Iterator[Located]:
    """The cells, with each figure of a cell that holds several side by side as one of its own."""
    return flatten(figures_of_cell(text, cell) if cell[2].several else [cell] for cell in cells)


def figures_of_cell(text: str, cell: Located) -> Iterator[Located]:
    """The figures of a cell, figures_apart at blanks; the cell itself if it has several lines."""
    start, end, _ = cell
    if len(text[start:end].strip().splitlines()) > 1:
        yield cell
    else:
        yield from figures_in(text, cell)


def figures_in(text: str, cell: Located) -> Iterator[Located]:
    """The figures of a cell, figures_apart at blanks and line ends."""
    for found in _FIGURE.finditer(text, *cell[:2]):
        yield *found.span(), MARKS[found[0]]


def count_figures(text: str, cells: Row) -> int:
    """The number of figures in cells, figures_apart at blanks and line ends."""
    return sum([len(text[start:end].split()) for start, end, _ in cells])


def whole_figure(text: str, one: Located, other: Located, length: int) -> Located | None:
    """Join two cells on two lines if they may be pieces of a figure: the first fills its column."""
    if count_digits(text, one) != length or not count_digits(text, other):
        return None
    if "\n" not in text[one[1] : other[0]]:
        return None
    said = text[one[0] : one[1]].strip() + text[other[0] : other[1]].strip()
    return one[0], other[1], MARKS[said]
