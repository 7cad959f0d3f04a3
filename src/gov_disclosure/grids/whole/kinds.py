"""Kinds of cells as letters, so that a line is a string that can be searched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...labels.marks import Mark, Sort

NUMBER = "n"
DASH = "d"
EMPTY = " "
COLUMN = "c"
WORDS = "w"
VALUES = NUMBER + DASH + EMPTY
_KIND_OF_SORT = dict.fromkeys(Sort, "") | {
    Sort.NUMBER: NUMBER,
    Sort.DASH: DASH,
    Sort.BLANK: EMPTY,
}
_FIGURE = f"[{NUMBER}{DASH}]"
_EMPTY_BEFORE_FIGURE = re.compile(rf"{EMPTY}+{_FIGURE}")
_EMPTY_BETWEEN_FIGURES = re.compile(rf"{_FIGURE}{EMPTY}+{_FIGURE}")
_EMPTY_BEHIND_FIGURES = re.compile(rf"{_FIGURE}{EMPTY}+\Z")


def kinds_of(marks: Iterable[Mark]) -> str:
    """The kinds of cells: a column label, other words, a number, a dash, or an empty cell.

    >>> from gov_disclosure.labels.marks import MARKS
    >>> kinds_of(map(MARKS.__getitem__, ["规章", "本年制发件数", " 3 ", "—", ""]))
    'wcnd '
    """
    return "".join([_KIND_OF_SORT[mark.sort] or _kind_of_words(mark) for mark in marks])


def _kind_of_words(mark: Mark) -> str:
    return COLUMN if mark.may_name_column else WORDS


def count_labels(kinds: str) -> int:
    """Count the cells up to the last one with words.

    >>> count_labels("w wn d")
    3
    """
    return len(kinds.rstrip(VALUES))


def show_empty_cells(rows: Sequence[str]) -> bool:
    """Whether rows of figures show that their empty places are cells.

    Some tools lose empty cells and fill the rows up at their end, or print an empty line there;
    then no empty cell stands before a figure.  In a single row, the empty cells before all figures
    may just separate them from the header.

    >>> show_empty_cells(["nn ", "n n"]), show_empty_cells(["nn ", "nnn"])
    (True, False)
    """
    shown = _EMPTY_BEFORE_FIGURE if len(rows) > 1 else _EMPTY_BETWEEN_FIGURES
    return any(map(shown.search, rows))


def may_have_lost_cells(rows: Sequence[str]) -> bool:
    """Whether an empty cell may be missing in rows of figures, as one stands at an end instead.

    >>> [may_have_lost_cells(rows) for rows in (["nn "], [" nn"], [" nn", "   "])]
    [True, True, False]
    """
    behind = any(map(_EMPTY_BEHIND_FIGURES.search, rows))
    return behind or (len(rows) == 1 and _EMPTY_BEFORE_FIGURE.search(rows[0]) is not None)
