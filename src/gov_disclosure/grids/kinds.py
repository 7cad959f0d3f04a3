"""Kinds of cells as letters, so that a line has a string of which things are quickly asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from ..labels.marks import LONGEST_LABEL, MARKS, Mark, Sort
from ..labels.vocabulary import Role
from ..layouts.grid import Row

NUMBER, DASH, EMPTY, COLUMN, WORDS = "nd cw"
VALUES = NUMBER + DASH + EMPTY
_OF_SORTS = {Sort.NUMBER: NUMBER, Sort.DASH: DASH, Sort.BLANK: EMPTY}
_MOST_REMEMBERED = 1 << 14


class _Kinds(dict[str, str]):
    """The kinds of cells, by what they say; the same few texts stand in every report."""

    def __missing__(self, said: str) -> str:
        mark = MARKS[said]
        names_column = any(term.role is Role.COLUMN for term in mark.terms)
        kind = COLUMN if names_column else _OF_SORTS.get(mark.sort, WORDS)
        if len(said) > LONGEST_LABEL:
            return kind
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        return self.setdefault(said, kind)


_KIND_OF = _Kinds()


def kinds_of(said: Iterable[str]) -> str:
    """The kinds of cells: a label of a column, other words, a number, a dash, or nothing.

    >>> kinds_of(["规章", "本年制发件数", " 3 ", "—", ""])
    'wcnd '
    """
    return "".join(map(_KIND_OF.__getitem__, said))


def count_labels(kinds: str) -> int:
    """How many cells there are up to the last one with words.

    >>> count_labels("w wn d")
    3
    """
    return len(kinds.rstrip(VALUES))


class PlacedLine(NamedTuple):
    """The labels before figures, as they are compared, and the cells for these; some may be empty.

    ``start`` is where its first cell begins, ``said`` what stands in all of them, ``values`` which
    are those for figures, and ``apart`` how many characters stand between two cells.
    """

    words: str
    start: int
    said: Sequence[str]
    values: slice
    apart: int = 1

    @property
    def marks(self) -> Sequence[Mark]:
        """What its cells for figures say."""
        return list(map(MARKS.__getitem__, self.said[self.values]))

    @property
    def gap(self) -> str:
        """What stands between the last label and the first of these cells: nothing unseen."""
        return ""

    @property
    def end(self) -> int:
        """Where the last of these cells ends."""
        return self.cells[-1][1]

    @property
    def cells(self) -> Row:
        """The cells for figures, with their places."""
        places = places_of(self.said, self.start, self.apart)[self.values]
        return [(start, end, mark) for (start, end), mark in zip(places, self.marks, strict=True)]


def places_of(said: Iterable[str], start: int, apart: int) -> Sequence[tuple[int, int]]:
    """Where cells stand that begin at a place, so many characters apart.

    >>> places_of(["规章", "0"], 4, 1)
    [(4, 6), (7, 8)]
    """
    lengths = list(map(len, said))
    starts = accumulate(lengths, lambda at, length: at + length + apart, initial=start)
    return [(at, at + length) for at, length in zip(starts, lengths, strict=False)]
