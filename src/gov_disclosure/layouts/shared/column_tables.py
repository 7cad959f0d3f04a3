"""The columns of a table set with blanks, as all its rows together show them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from operator import itemgetter
from typing import TypeVar

import attrs
from more_itertools import map_reduce

from ...text.source import merged
from ..grid import Grid
from .column_edges import (
    Extent,
    Value,
    beginnings,
    fit_at_pace,
    pace_of,
    places_at,
    places_at_pace,
)

_T = TypeVar("_T")

_NEAREST = 2
_MOST_ROWS_NEAR = 50
"""Limit for speed: no table of a form has more rows, but a list may."""
_VARIED = 3
"""So many widths of values, before a gap and behind it, are no coincidence."""


@attrs.frozen
class ColumnTable:
    """The values of a table row by row, with their places, and what they show of its columns.

    ``columns`` are those that all rows show; ``lefts`` the left edges of the columns of each page,
    if its rows show them.  ``most`` is the number of values in the fullest rows, which are
    ``full``; ``paces`` are the distances of columns on each page if all are equally wide and there
    are just as many.  ``counts`` says of each row whether its last value is a count, as that may be
    a sum.  ``leads`` are the gaps between the labels of rows and the values behind them, each with
    the width of its label; None for a row that has no label or no value on its line.
    """

    values: Sequence[Sequence[Value]]
    pages: Sequence[int]
    columns: Sequence[Extent]
    lefts: Mapping[int, Sequence[float]]
    paces: Mapping[int, float | None]
    most: int
    full: Sequence[int]
    counts: Sequence[bool]
    leads: Sequence[tuple[int, int] | None]

    @cached_property
    def is_even(self) -> bool:
        """Whether the same gap separates most values, or labels from values, though widths vary.

        Then a tool separated the cells by that gap; set in columns, gaps vary with the cells.
        """
        pairs = [pair for row in self.values for pair in pairwise(row)]
        wide = _beside_usual_gap(
            (other.left - one.right, (one.width, other.width)) for one, other in pairs
        )
        widths = ({one for one, _ in wide}, {other for _, other in wide}, set(map(sum, wide)))
        labels = {*_beside_usual_gap(filter(None, self.leads))}
        return all(len(some) >= _VARIED for some in widths) or len(labels) >= _VARIED

    def width(self, number: int) -> int:
        """The number of columns where a row stands."""
        begun = [] if self.columns else self.lefts[self.pages[number]]
        return len(begun) or self.most

    def places(self, number: int) -> tuple[int, ...] | None:
        """The column of each value of a row; None if it has no values, or a column is in doubt."""
        row, page = self.values[number], self.pages[number]
        if self._has_label_over_columns(number):
            return None
        if self.columns:
            return _places_under(row, self.columns) if row else None
        if not 0 < len(row) < self.width(number) or self.is_even:
            return None
        if self.lefts[page]:
            return places_at(row, self.lefts[page])
        pace = self.paces[page]
        if pace and (at_pace := places_at_pace(row, pace, self.most)):
            return at_pace if at_pace[0] == 0 or self.counts[number] else None
        around = _nearest(self.full, number, _MOST_ROWS_NEAR)
        beside = [self.values[at] for at in around if self.pages[at] == page]
        near = [_places_under(row, [value[:2] for value in other]) for other in beside[:_NEAREST]]
        if len(near) == _NEAREST and (agreed := _agreed(near)):
            return agreed
        by_edge = _agreed(filter(None, (_places_by_edge(row, other) for other in beside)))
        return by_edge if {*filter(None, near)} <= {by_edge} else None

    def _has_label_over_columns(self, number: int) -> bool:
        """Whether the label of a row ends right of where the values of the fullest rows begin.

        It has then pushed the row's own values from their columns.
        """
        lead, page = self.leads[number], self.pages[number]
        if lead is None or not self.values[number]:
            return False
        end = self.values[number][0].left - lead[0]
        return end > self._first_lefts.get(page, end)

    @cached_property
    def _first_lefts(self) -> Mapping[int, int]:
        """Where the first value of a fullest row begins on each page."""
        rows = zip(self.pages, self.values, strict=True)
        firsts = ((page, row[0].left) for page, row in rows if len(row) == self.most > 0)
        return map_reduce(firsts, itemgetter(0), itemgetter(1), min)


def table_of_columns(
    rows: Grid,
    breaks: Sequence[int],
    values: Sequence[Sequence[Value]],
    leads: Sequence[tuple[int, int] | None],
) -> ColumnTable:
    """Make a table of rows."""
    most = max(map(len, values))
    pages = [bisect_left(breaks, row[0][0]) for row in rows]
    on_pages = map_reduce(zip(pages, values, strict=True), itemgetter(0), itemgetter(1))
    paces = {page: pace_of(some) for page, some in on_pages.items()}
    fitting = {
        page: pace if pace and fit_at_pace(on_pages[page], pace, most) else None
        for page, pace in paces.items()
    }
    return ColumnTable(
        values=values,
        pages=pages,
        columns=_columns_of_all_rows(values),
        lefts={page: beginnings(some, most, paces[page]) for page, some in on_pages.items()},
        paces=fitting,
        most=most,
        full=[at for at, row in enumerate(values) if len(row) == most and _are_all_free(row)],
        counts=[bool(row[-1][2].count) for row in rows],
        leads=leads,
    )


def _beside_usual_gap(gaps: Iterable[tuple[int, _T]]) -> Sequence[_T]:
    """The items whose gaps are all equally wide, if these are most."""
    beside = map_reduce(gaps, itemgetter(0), itemgetter(1))
    usual = max(beside.values(), key=len, default=[])
    return usual if 2 * len(usual) > sum(map(len, beside.values())) else []


def _are_all_free(row: Sequence[Value]) -> bool:
    """Whether no value of a row can have pushed the next one from its place."""
    return all(value.free for value in row)


def _agreed(found: Iterable[tuple[int, ...] | None]) -> tuple[int, ...] | None:
    """The places on which all rows agree; None if they do not."""
    places = {*found}
    return places.pop() if len(places) == 1 else None


def _places_by_edge(row: Sequence[Value], full: Sequence[Value]) -> tuple[int, ...] | None:
    """For each value, the one of a full row that shares the same edge; None if any has none."""
    for edge in (0, 1):
        at = {value[edge]: place for place, value in enumerate(full)}
        found = tuple(at[value[edge]] for value in row if value[edge] in at)
        if len(found) == len(row):
            return found
    return None


def _columns_of_all_rows(rows: Sequence[Sequence[Value]]) -> list[Extent]:
    """The columns that all rows together show; values that just touch may be in two.

    Empty if some row has two values in one of them, or if no row has a value in each.
    """
    columns = merged((value.left, value.right) for row in rows for value in row)
    fit = all(_places_under(row, columns) is not None for row in rows)
    full = any(len(row) == len(columns) for row in rows)
    return columns if fit and full else []


def _nearest(full: Sequence[int], number: int, count: int) -> Sequence[int]:
    """The numbers of the full rows that are nearest to a row, above or below."""
    at = bisect_left(full, number)
    near = full[max(0, at - count) : at + count]
    return sorted(near, key=lambda other: abs(other - number))[:count]


def _places_under(row: Sequence[Value], columns: Sequence[Extent]) -> tuple[int, ...] | None:
    """The one column that each value stands under; None if some value has none, or several."""
    places = []
    for left, right, _ in row:
        under = [at for at, (a, b) in enumerate(columns) if left <= b + 1 and a - 1 <= right]
        if len(under) != 1:
            return None
        places.append(under[0])
    return tuple(places) if all(a < b for a, b in pairwise(places)) else None
