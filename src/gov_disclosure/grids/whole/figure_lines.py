"""Lines of figures that are told by the places of all their cells."""

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
        """Nothing: each of its cells is told by its place, so that none can be missing there."""
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
        return [(*_within_quotes(said, start), mark) for start, said, mark in told]


def starts_of(said: Iterable[str], start: int, apart: int) -> Sequence[int]:
    """Where cells begin, of which the first one does so at a place, so many characters apart.

    >>> starts_of(["规章", "0"], 4, 1)
    [4, 7]
    """
    before = accumulate(map(len, said), initial=start)
    return [at + number * apart for number, at in enumerate(before)][:-1]


def _within_quotes(said: str, start: int) -> Place:
    """Where that stands which a cell says, without the quotes around it."""
    end = start + len(said)
    return (start + 1, end - 1) if _QUOTED.fullmatch(said) else (start, end)
