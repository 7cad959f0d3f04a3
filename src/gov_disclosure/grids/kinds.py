"""Kinds of cells as letters, so that a line has a string of which things are quickly asked."""

from __future__ import annotations

from collections.abc import Iterable

from ..labels.marks import Mark, Sort

NUMBER = "n"
DASH = "d"
EMPTY = " "
COLUMN = "c"
WORDS = "w"
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


def _of_words(mark: Mark) -> str:
    return COLUMN if mark.may_name_column else WORDS


def count_labels(kinds: str) -> int:
    """How many cells there are up to the last one with words.

    >>> count_labels("w wn d")
    3
    """
    return len(kinds.rstrip(VALUES))
