"""Kinds of cells as letters, so that a line has a string of which things are quickly asked."""

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
_OF_SORTS = dict.fromkeys(Sort, "") | {
    Sort.NUMBER: NUMBER,
    Sort.DASH: DASH,
    Sort.BLANK: EMPTY,
}
_FIGURE = f"[{NUMBER}{DASH}]"
_EMPTY_BEFORE_FIGURE = re.compile(rf"{EMPTY}+{_FIGURE}")
_EMPTY_BETWEEN_FIGURES = re.compile(rf"{_FIGURE}{EMPTY}+{_FIGURE}")
_EMPTY_BEHIND_FIGURES = re.compile(rf"{_FIGURE}{EMPTY}+\Z")


def kinds_of(marks: Iterable[Mark]) -> str:
    """The kinds of cells: a label of a column, other words, a number, a dash, or nothing.

    >>> from gov_disclosure.labels.marks import MARKS
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


def show_empty_cells(rows: Sequence[str]) -> bool:
    """Whether rows of figures show that what is empty in them is a cell.

    Some tools lose empty cells and fill rows up behind the others, or set an empty line there; then
    none stands before a figure.  What stands before all figures of a single row may just part them
    from the header.

    >>> show_empty_cells(["nn ", "n n"]), show_empty_cells(["nn ", "nnn"])
    (True, False)
    """
    told = _EMPTY_BEFORE_FIGURE if len(rows) > 1 else _EMPTY_BETWEEN_FIGURES
    return any(map(told.search, rows))


def may_lack_cells(rows: Sequence[str]) -> bool:
    """Whether an empty cell may be lost in rows of figures, as another one is there too many.

    >>> may_lack_cells(["nn "]), may_lack_cells([" nn"]), may_lack_cells([" nn", "   "])
    (True, True, False)
    """
    behind = any(map(_EMPTY_BEHIND_FIGURES.search, rows))
    return behind or (len(rows) == 1 and _EMPTY_BEFORE_FIGURE.search(rows[0]) is not None)
