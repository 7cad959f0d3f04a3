"""The left edges of the columns of a page, as its values show them.

Tools that preserve the places of a page move a value to the right if another value, or a label,
takes up its place: then a single blank stands before it.  All others begin where their column does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from statistics import mean, median
from typing import NamedTuple

_SEVERAL = 3
_FEWEST_ROWS = 5
_LEAST_PACE = 5
_OUT_OF_LINE = 1
"""The positions by which a value may miss the beginning of its column, as tools round."""
_UNEVEN = 1 / 4
"""The part of a column's width by which the gap between two values may miss whole columns."""
_LEAST_APART = 3
"""Columns are farther apart than values may be out of line."""


class Value(NamedTuple):
    """The first and the last position that a value takes up on its line.

    ``free``: nothing can have moved it, as there is room before it.
    """

    left: int
    right: int
    free: bool

    @property
    def width(self) -> int:
        """The number of positions that it takes up."""
        return self.right - self.left + 1


Extent = tuple[int, int]
"""The first position of something on the screen, and its end."""


def beginnings(rows: Sequence[Sequence[Value]], most: int, pace: float | None) -> Sequence[float]:
    """The positions at which the columns of a page begin; empty if its rows do not show it.

    There have to be as many as the fullest row has values, and all such rows have to fit them.  If
    no row is full, all columns have to be equally wide.
    """
    begun = Counter(value.left for row in rows for value in row if value.free)
    lefts = sorted(begun)
    if len(lefts) != most or any(b - a < _LEAST_APART for a, b in pairwise(lefts)):
        return _even_beginnings(begun, pace) if pace and len(lefts) > most else ()
    full = [row for row in rows if len(row) == most]
    fit = all(all(map(_stands_at, row, lefts)) for row in full)
    return lefts if full and fit else ()


def _even_beginnings(begun: Mapping[int, int], pace: float) -> Sequence[float]:
    """The beginnings of equally wide columns, if a column begins near each of these positions.

    The numbers of values that begin there have to show that the outer columns are no coincidence.

    >>> _even_beginnings({44: 2, 50: 1, 61: 3}, 6), _even_beginnings({44: 1, 50: 3}, 6)
    ([44, 50, 56, 62], ())
    """
    first, last = min(begun), max(begun)
    columns = [first + pace * step for step in range(round((last - first) / pace) + 1)]
    shown = Counter[int]()
    for left, count in begun.items():
        step = round((left - first) / pace)
        if abs(left - columns[step]) > _OUT_OF_LINE:
            return ()
        shown[step] += count
    return columns if min(shown[0], shown[len(columns) - 1]) > 1 else ()


def _stands_at(value: Value, left: float) -> bool:
    """Whether a value begins where its column does, or was moved to the right of that."""
    return abs(value.left - left) <= _OUT_OF_LINE if value.free else value.left >= left


def places_at(row: Sequence[Value], lefts: Sequence[float]) -> tuple[int, ...] | None:
    """The one column in which each value can stand; None if some value has none, or several."""
    places: list[int] = []
    for value in row:
        first = places[-1] + 1 if places else 0
        last = bisect_right(lefts, value.left + _OUT_OF_LINE)
        possible = [at for at in range(first, last) if _stands_at(value, lefts[at])]
        if len(possible) != 1:
            return None
        places += possible
    return tuple(places)


def pace_of(rows: Sequence[Sequence[Value]]) -> float | None:
    """The distance of columns that are all equally wide, if the left edges of all rows show it.

    Only values on one line are compared, since labels move whole lines.  Several rows with several
    values have to agree.
    """
    gaps = [other.left - one.left for row in rows for one, other in pairwise(row)]
    if sum(len(row) >= _SEVERAL for row in rows) < _FEWEST_ROWS:
        return None
    least = min(gaps)
    one = mean(gap for gap in gaps if gap <= least + _OUT_OF_LINE)
    if one < _LEAST_PACE:
        return None
    pace = median(gap / round(gap / one) for gap in gaps)
    uneven = any(abs(gap - pace * round(gap / pace)) > pace * _UNEVEN for gap in gaps)
    return None if uneven else pace


def fit_at_pace(rows: Sequence[Sequence[Value]], pace: float, width: int) -> bool:
    """Whether all rows have room in so many columns; columns of different widths need more.

    >>> row = [Value(left, left, free=True) for left in (61, 68, 76, 86, 101)]
    >>> fit_at_pace([row[:3]], 8, width=5), fit_at_pace([row], 8, width=5)
    (True, False)
    """
    return all(places_at_pace(row, pace, width) for row in rows if row)


def places_at_pace(row: Sequence[Value], pace: float, width: int) -> tuple[int, ...] | None:
    """The column of each value if the last stands in the last column; None if there is no room."""
    steps = [round((other.left - one.left) / pace) for one, other in pairwise(row)]
    first = width - 1 - sum(steps)
    return tuple(accumulate(steps, initial=first)) if first >= 0 else None
