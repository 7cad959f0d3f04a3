"""Headers whose labels narrow columns broke over several lines, as words dealt to the columns."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

from ..forms import Line
from ..grids.context import Header
from ..labels.marks import MARKS
from ..labels.vocabulary import Role
from ..text.fold import squeeze

_LEAST = 2
"""A single letter is a piece of too many labels to name one."""

_MOST_LINES = 8
_MOST_COLUMNS = 8

_Labels = tuple[tuple[str, ...], ...]
"""What each column's label may be."""


def deals_labels(header: Header, columns: Sequence[Line], text: str) -> bool:
    """Whether a header says pieces of the columns' labels and nothing else, in their order.

    The words on each line stand from left to right, and those of a column from top to bottom.
    """
    lines = tuple(_words(header, text))
    if not 1 < len(columns) <= _MOST_COLUMNS or len(lines) > _MOST_LINES:
        return False
    return _deals(lines, tuple(tuple(map(squeeze, (c.label, *c.aliases))) for c in columns))


def _words(header: Header, text: str) -> list[tuple[str, ...]]:
    """The words of a header line by line, the corner left out."""
    cells = (*header.cells, *header.line)
    if not cells:
        return []
    begin, last = min(cell[0] for cell in cells), max(cell[1] for cell in cells)
    end = text.find("\n", last)
    said = text[begin : end if end >= 0 else len(text)].splitlines()
    return [tuple(squeeze(word) for word in line.split() if not _is_corner(word)) for line in said]


def _is_corner(word: str) -> bool:
    terms = MARKS[word].terms
    return bool(terms) and terms[0].role is Role.CORNER


@lru_cache(maxsize=1 << 8)
def _deals(lines: tuple[tuple[str, ...], ...], labels: _Labels) -> bool:
    """Whether the words of all lines can be dealt so that each column has a piece of its label."""
    ways = {("",) * len(labels)}
    for words in lines:
        ways = {way for before in ways for way in _with_line(before, words, labels)}
    return any(_names_each(way, labels) for way in ways)


def _with_line(
    before: tuple[str, ...], words: tuple[str, ...], labels: _Labels
) -> list[tuple[str, ...]]:
    """What the columns say with a further line, in each way in which they are pieces of labels."""
    found = []
    for places in combinations(range(len(labels)), len(words)):
        said = list(before)
        for place, word in zip(places, words, strict=True):
            said[place] += word
        if all(_is_piece(said[place], labels[place]) for place in places):
            found.append(tuple(said))
    return found


def _is_piece(said: str, spellings: tuple[str, ...]) -> bool:
    return any(said in spelling for spelling in spellings)


def _names_each(said: Sequence[str], labels: _Labels) -> bool:
    """Whether each column has a piece of its own label, and of no other's."""
    return all(
        len(one) >= _LEAST and sum(_is_piece(one, spellings) for spellings in labels) == 1
        for one in said
    )
