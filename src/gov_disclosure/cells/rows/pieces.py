"""Figures that narrow columns broke over several lines, so that their pieces stand alone.

The first piece of each fills its column.  A point or comma at its edge shows that a piece is no
figure by itself.  Other pieces are known by their place: right below the end of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from more_itertools import flatten

from ...forms import units
from ...labels.marks import MARKS
from ...labels.spelling import end_of_label
from ...layouts.grid import Located, Row, count_digits
from ...text.fold import fold
from ...text.pages import numbering
from ...text.source import BORDERS
from ...text.width import width
from ..standing import line_before

_FAR = 400
"""Lines of a table set in columns are rarely longer."""
_BLANKS = " \r\u3000\xa0"
_BROKEN = re.compile(r"[.,][0-9]+[.,]?|[0-9]+[.,]|[0-9]+,[0-9]{1,2}")
_ENDS_LINE = re.compile(rf"[{_BLANKS}]*\n(?=[{_BLANKS}]*(?:\d|[^\w\s]))")
"""A line end that no letter follows: the rest of a figure may begin there."""
_UNITS = "|".join(sorted(units()))
_PIECE = re.compile(rf"(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+[.,]?)(?:{_UNITS})?")
_REST = rf"[{_BLANKS}]*[0-9.,]*[0-9](?:[.,]|{_UNITS})?[{_BLANKS}]*"
_IS_REST = re.compile(rf"{_REST}[{BORDERS}\s]*\Z")
_BEGINS_WITH_REST = re.compile(rf"{_REST}(?:[{BORDERS}\t]|\Z)")
_MAY_COUNT = re.compile(r"[0-9]{1,2}\.")
"""What may be the number of a label on the next line."""
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
    """The figures of a cell, apart at blanks; the cell itself if it has several lines."""
    start, end, _ = cell
    if len(text[start:end].strip().splitlines()) > 1:
        yield cell
    else:
        yield from figures_in(text, cell)


def figures_in(text: str, cell: Located) -> Iterator[Located]:
    """The figures of a cell, apart at blanks and line ends."""
    for found in _FIGURE.finditer(text, *cell[:2]):
        yield *found.span(), MARKS[found[0]]


def count_figures(text: str, cells: Row) -> int:
    """The number of figures in cells, apart at blanks and line ends."""
    return sum([len(text[start:end].split()) for start, end, _ in cells])


def whole_figure(text: str, one: Located, other: Located, length: int) -> Located | None:
    """Join two cells on two lines if they may be pieces of a figure: the first fills its column."""
    if count_digits(text, one) != length or not count_digits(text, other):
        return None
    if "\n" not in text[one[1] : other[0]]:
        return None
    said = text[one[0] : one[1]].strip() + text[other[0] : other[1]].strip()
    return one[0], other[1], MARKS[said]


def is_piece(text: str, cell: Located) -> bool:
    """Whether a cell is only digits, perhaps with a unit: a figure, or a piece of one."""
    return _PIECE.fullmatch(_said(text, cell)) is not None


def is_broken(text: str, cell: Located) -> bool:
    """Whether a cell shows by itself that it is only a piece of a figure: ``39,6``, ``7.``."""
    return _BROKEN.fullmatch(_said(text, cell)) is not None


def line_below(text: str, figure: Located) -> int | None:
    """Where the next line begins if a figure ends its own; None if a letter begins the next."""
    ends = _ENDS_LINE.match(text, figure[1])
    return ends and ends.end()


def may_continue(text: str, figure: Located, line: int, *, closed: bool) -> bool:
    """Whether a figure at the end of its line may continue with digits on the next line.

    If rows of the layout are ``closed`` by borders, the digits must end at one, with no label
    behind it; otherwise they must be all of their line.  Page numbers, numbers of labels and digits
    farther right than the figure are not its rest.
    """
    below, _, further = fold(text[line : line + _FAR]).partition("\n")
    start = line + len(below) - len(below.lstrip())
    if numbering(text).may_count(start) or _is_right_of(text, start, figure):
        return False
    if _MAY_COUNT.fullmatch(below.strip(_BLANKS)):
        return further.lstrip(_BLANKS)[:1].isdecimal()
    rest = (_BEGINS_WITH_REST if closed else _IS_REST).match(below)
    return rest is not None and not _stands_before_label(below, rest.end())


def _stands_before_label(line: str, at: int) -> bool:
    """Whether only borders and blanks stand between a place of a line and a label."""
    behind = line[at:].lstrip(f"{BORDERS}\t{_BLANKS}")
    return end_of_label(behind, 0) is not None


def _is_right_of(text: str, start: int, figure: Located) -> bool:
    """Whether a place is farther right on a screen than the end of a figure."""
    return width(line_before(text, start)) >= width(line_before(text, figure[1]).rstrip())


def _said(text: str, cell: Located) -> str:
    return fold(text[cell[0] : cell[1]]).strip()
