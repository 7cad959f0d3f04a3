"""Lines of figures whose cells all have known places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from ...labels.marks import Mark
from ...layouts.grid import Row
from ...text.source import Place

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
