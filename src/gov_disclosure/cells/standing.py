"""How cells stand in the text: what is in them, between them, beside and below them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from more_itertools import split_when

from ..layouts.grid import Located
from ..text.fold import squeeze
from ..text.source import BORDERS, Place, tight
from ..text.width import width

_BORDERS = f"{BORDERS}\t"


def words_in(cell: Located, text: str) -> str:
    """What is printed in a cell, in the form in which labels are compared."""
    return squeeze(text[cell[0] : cell[1]])


def gaps_between(cells: Sequence[Located], text: str) -> list[str]:
    """What stands between neighbouring cells."""
    return [text[one[1] : other[0]] for one, other in pairwise(cells)]


def by_line(cells: Sequence[Located], text: str) -> list[list[Located]]:
    """The cells, line by line."""
    return list(split_when(cells, lambda one, other: "\n" in text[one[1] : other[0]]))


def line_before(text: str, at: int) -> str:
    """What stands before a place on its line."""
    return text[text.rfind("\n", 0, at) + 1 : at]


def line_behind(text: str, at: int) -> str:
    """What stands behind a place on its line."""
    end = text.find("\n", at)
    return text[at:] if end < 0 else text[at:end]


def is_all_of_line(text: str, start: int, end: int) -> bool:
    """Whether nothing stands beside a place on its line."""
    return not (line_before(text, start).strip() or line_behind(text, end).strip())


def columns_of(text: str, place: Place) -> Place:
    """The columns of a screen that what is printed at a place of one line takes up."""
    start, end = tight(text, *place)
    left = width(line_before(text, start))
    return left, left + width(text[start:end])


def overlap(one: Place, other: Place) -> bool:
    """Whether two places have something in common."""
    return one[0] < other[1] and other[0] < one[1]


def share_columns(text: str, one: Place, other: Place) -> bool:
    """Whether two cells overlap in a column of the screen, with only blanks between cells."""
    before = line_before(text, one[0]) + line_before(text, other[0])
    if any(border in before for border in _BORDERS):
        return False
    return overlap(columns_of(text, one), columns_of(text, other))
