"""Lines of figures whose cells all have known places, and the kinds of cells in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from ...labels.marks import Mark, Sort
from ...layouts.grid import Row
from ...text.source import Place

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


_QUOTED = re.compile(r'"[^"]*"')


class PlacedLine(NamedTuple):
    """The labels before figures, as they are compared, and the cells for these figures.

    ``start`` is where the first cell begins, ``said`` the text of all cells, ``values`` the slice
    of those for figures (some may be empty), ``marks`` what they say, and ``apart`` the number of
    characters between two cells.
    """

    words: str
    start: int
    said: Sequence[str]
    values: slice
    marks: Sequence[Mark]
    apart: int = 1

    @property
    def gap(self) -> str:
        """Nothing: each cell is known by its place, so none can be missing before the figures."""
        return ""

    @property
    def end(self) -> int:
        """Where the last of its cells ends."""
        return starts_of(self.said, self.start, self.apart)[-1] + len(self.said[-1])

    @property
    def cells(self) -> Row:
        """The cells for figures, with their places."""
        starts = starts_of(self.said, self.start, self.apart)[self.values]
        cells = zip(starts, self.said[self.values], self.marks, strict=True)
        return [(*_within_quotes(said, start), mark) for start, said, mark in cells]


def starts_of(said: Iterable[str], start: int, apart: int) -> Sequence[int]:
    """Where cells begin, the first at a place and each so many characters behind the one before.

    >>> starts_of(["规章", "0"], 4, 1)
    [4, 7]
    """
    before = accumulate(map(len, said), initial=start)
    return [at + number * apart for number, at in enumerate(before)][:-1]


def _within_quotes(said: str, start: int) -> Place:
    """The place of a cell without the quotes around it."""
    end = start + len(said)
    return (start + 1, end - 1) if _QUOTED.fullmatch(said) else (start, end)
