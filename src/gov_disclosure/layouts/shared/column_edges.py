"""Where the columns of a page begin, as the left edges of its values show.

Tools that keep the places of a page move a value to the right where another one, or a label,
takes up its place: then a single blank stands before it.  All others begin where their column does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from statistics import mean
from typing import NamedTuple

_SEVERAL = 3
_FEWEST_TELLING = 5
_LEAST_PACE = 5
_OUT_OF_LINE = 1
_LEAST_APART = 3
"""Columns are farther apart than values may be set out of line."""


class Value(NamedTuple):
    """The first and the last position that a value takes up on its line.

    ``free`` tells that nothing can have moved it, as there is room before it.
    """

    left: int
    right: int
    free: bool

    @property
    def width(self) -> int:
        """How many positions it takes up."""
        return self.right - self.left + 1


Extent = tuple[int, int]
"""Where something begins and ends on the screen."""


def beginnings(rows: Sequence[Sequence[Value]], most: int) -> Sequence[int]:
    """Where the columns of a page begin; nothing, where its rows do not show it.

    There have to be as many beginnings as the fullest row has values, and a row that fits them all.
    """
    lefts = sorted({value.left for row in rows for value in row if value.free})
    if len(lefts) != most or any(b - a < _LEAST_APART for a, b in pairwise(lefts)):
        return ()
    full = [row for row in rows if len(row) == most]
    fit = all(all(map(_stands_at, row, lefts)) for row in full)
    return lefts if full and fit else ()


def _stands_at(value: Value, left: int) -> bool:
    """Whether a value begins where its column does, or was moved behind that place."""
    return value.left == left or (value.left > left and not value.free)


def places_at(row: Sequence[Value], lefts: Sequence[int]) -> tuple[int, ...] | None:
    """For each value the one column that it can stand in; None if for some there is not one."""
    places: list[int] = []
    for value in row:
        first = places[-1] + 1 if places else 0
        last = bisect_right(lefts, value.left)
        possible = [at for at in range(first, last) if _stands_at(value, lefts[at])]
        if len(possible) != 1:
            return None
        places += possible
    return tuple(places)


def pace_of(rows: Sequence[Sequence[Value]]) -> float | None:
    """How far apart columns are that are all as wide, if the left edges of all rows tell that.

    Only what stands on a line between values counts, so that it is no matter how far a label moved
    them.  Some rows with several values have to agree.
    """
    gaps = [other.left - one.left for row in rows for one, other in pairwise(row)]
    if sum(len(row) >= _SEVERAL for row in rows) < _FEWEST_TELLING:
        return None
    least = min(gaps)
    pace = mean(gap for gap in gaps if gap <= least + _OUT_OF_LINE)
    if pace < _LEAST_PACE:
        return None
    uneven = any(abs(gap - pace * round(gap / pace)) > _OUT_OF_LINE for gap in gaps)
    return None if uneven else pace


def places_at_pace(row: Sequence[Value], pace: float, width: int) -> tuple[int, ...] | None:
    """For each value its column, if the last one stands in the last; None if there is no room."""
    steps = [round((other.left - one.left) / pace) for one, other in pairwise(row)]
    first = width - 1 - sum(steps)
    return tuple(accumulate(steps, initial=first)) if first >= 0 else None
