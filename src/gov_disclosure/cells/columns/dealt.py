"""Headers broken over several lines by narrow columns: assign each word to a column."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import combinations, islice, takewhile

from ...forms import Line
from ...labels.marks import MARKS
from ...labels.vocabulary import Role
from ...text.fold import squeeze
from .above import Above
from .orders import SHORTEST_WORD

_FAR = 400
"""No header is longer, and neither are its lines."""
_MOST_LINES = 8
_MOST_COLUMNS = 8

_Labels = tuple[tuple[str, ...], ...]
"""The spellings of each column's label."""


def deals_labels(above: Above, columns: Sequence[Line]) -> bool:
    """Whether a header consists of pieces of the columns' labels, in their order.

    The words of a line go to columns from left to right, and those of a column join from top to
    bottom.
    """
    if not 1 < len(columns) <= _MOST_COLUMNS:
        return False
    labels = tuple(tuple(map(squeeze, (c.label, *c.aliases))) for c in columns)
    return _can_be_dealt(tuple(_lines_of_header(above, labels)), labels)


def _lines_of_header(above: Above, labels: _Labels) -> Sequence[tuple[str, ...]]:
    """The words of a header line by line, with the lines above that are pieces of labels too."""
    text, cells = above.text, (*above.cells, *above.header.line)
    if not cells:
        return []
    begin, last = min(cell[0] for cell in cells), max(cell[1] for cell in cells)
    first = text.rfind("\n", max(0, begin - _FAR), begin) + 1
    end = text.find("\n", last, last + _FAR)
    if first < begin - _FAR or not last - begin < _FAR or end < 0:
        return []
    own = list(filter(None, map(_words, text[first:end].splitlines())))
    lines = text[max(0, first - _FAR) : first].splitlines()
    further = takewhile(partial(_are_pieces, labels), filter(None, map(_words, reversed(lines))))
    return [*reversed(list(islice(further, max(0, _MOST_LINES - len(own))))), *own]


def _words(line: str) -> tuple[str, ...]:
    """The words on a line, without a corner."""
    return tuple(squeeze(word) for word in line.split() if not _is_corner(word))


def _is_corner(word: str) -> bool:
    terms = MARKS[word].terms
    return bool(terms) and terms[0].role is Role.CORNER


def _are_pieces(labels: _Labels, words: tuple[str, ...]) -> bool:
    return all(any(_is_piece(word, spellings) for spellings in labels) for word in words)


@lru_cache(maxsize=1 << 8)
def _can_be_dealt(lines: tuple[tuple[str, ...], ...], labels: _Labels) -> bool:
    """Whether all words can be assigned so that each column has a piece of its label."""
    if len(lines) > _MOST_LINES:
        return False
    ways = {("",) * len(labels)}
    for words in lines:
        ways = {way for before in ways for way in _with_line(before, words, labels)}
    return any(_names_each(way, labels) for way in ways)


def _with_line(
    before: tuple[str, ...], words: tuple[str, ...], labels: _Labels
) -> list[tuple[str, ...]]:
    """All ways to add the words of a line to the columns so that each has a piece of its label."""
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
    """Whether each column has a piece of its own label that is no piece of any other."""
    return all(
        len(one) >= SHORTEST_WORD and sum(_is_piece(one, spellings) for spellings in labels) == 1
        for one in said
    )
