"""Kinds of cells as letters, so that a line has a string of which things are quickly asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from ..labels.marks import Mark, Sort
from ..labels.vocabulary import Role
from ..layouts.grid import Row

NUMBER, DASH, EMPTY, COLUMN, WORDS = "nd cw"
VALUES = NUMBER + DASH + EMPTY
_OF_SORTS = dict.fromkeys(Sort, "") | {
    Sort.NUMBER: NUMBER,
    Sort.DASH: DASH,
    Sort.BLANK: EMPTY,
}


def kinds_of(marks: Iterable[Mark]) -> str:
    """The kinds of cells: a label of a column, other words, a number, a dash, or nothing.

    >>> from ..labels.marks import MARKS
    >>> kinds_of(map(MARKS.__getitem__, ["规章", "本年制发件数", " 3 ", "—", ""]))
    'wcnd '
    """
    return "".join([_OF_SORTS[mark.sort] or _of_words(mark) for mark in marks])


@lru_cache(maxsize=1 << 10)
def _of_words(mark: Mark) -> str:
    return COLUMN if any(term.role is Role.COLUMN for term in mark.terms) else WORDS


def count_labels(kinds: str) -> int:
    """How many cells there are up to the last one with words.

    >>> count_labels("w wn d")
    3
    """
    return len(kinds.rstrip(VALUES))


class PlacedLine(NamedTuple):
    """The labels before figures, as they are compared, and the cells for these; some may be empty.

    ``start`` is where its first cell begins, ``said`` what stands in all of them, ``values`` which
    are those for figures, ``marks`` what these say, and ``apart`` how many characters stand between
    two cells.
    """

    words: str
    start: int
    said: Sequence[str]
    values: slice
    marks: Sequence[Mark]
    apart: int = 1

    @property
    def gap(self) -> str:
        """What stands between the last label and the first of these cells: nothing unseen."""
        return ""

    @property
    def end(self) -> int:
        """Where the last of its cells ends."""
        return starts_of(self.said, self.start, self.apart)[-1] + len(self.said[-1])

    @property
    def cells(self) -> Row:
        """The cells for figures, with their places."""
        starts = starts_of(self.said, self.start, self.apart)[self.values]
        told = zip(starts, self.said[self.values], self.marks, strict=True)
        return [(start, start + len(said), mark) for start, said, mark in told]


def starts_of(said: Iterable[str], start: int, apart: int) -> Sequence[int]:
    """Where cells begin, of which the first one does so at a place, so many characters apart.

    >>> starts_of(["规章", "0"], 4, 1)
    [4, 7]
    """
    before = accumulate(map(len, said), initial=start)
    return [at + number * apart for number, at in enumerate(before)][:-1]
