"""Columns set with blanks, as text browsers print them, and tools that keep a page's layout."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, pairwise, repeat

import attrs

from ..grid import Grid, Row, Stretch, Words
from ..marks import BLANK, Sort
from ..source import PAGE_BREAK
from .lines import rows_of
from .pages import page_numbers
from .screen import MEASURES, Measure

_GAP = re.compile(r"\S {2,}\S")
_VALUES = frozenset({Sort.NUMBER, Sort.DASH, Sort.BLANK})
_FIGURE = re.compile(r"(?<!\S)\d+(?!\S)")
_LONGEST_LINE = 600
_NEAREST = 2
_HEADER_LABELS = 3

Extent = tuple[int, int]
"""The first and the last position on its line that a value takes up."""


@attrs.frozen(eq=False)
class Columns:
    """Rows whose values stand below each other; where one is missing, its cell is empty.

    All rows of a table together show where its columns are.  Where columns shift from page
    to page, a row is held against the nearest rows with the most values, above and below.
    """

    name: str = "columns"
    by_eye: bool = True

    def likelihood(self, stretch: Stretch) -> float:
        """Wide gaps within lines make columns possible."""
        if "  " not in stretch.content or "|" in stretch.content:
            return 0.0
        return min(0.7, len(_GAP.findall(stretch.content)) / len(stretch.lines))

    def read(self, stretch: Stretch, words: Words) -> Grid:
        """The rows with their values, and empty cells where columns have none."""
        tables = list(_tables(rows_of(stretch, words)))
        breaks = _breaks(stretch)
        read = [
            [
                row
                for rows in tables
                for row in _with_empty_cells(rows, breaks, stretch.text, measure)
            ]
            for measure in MEASURES
        ]
        return max(read, key=_count_empty)


def _breaks(stretch: Stretch) -> Sequence[int]:
    """Where the pages of a stretch end."""
    numbers = page_numbers(stretch.lines)
    lines = enumerate(zip(stretch.lines, stretch.places, strict=True))
    return [start for at, (line, (start, _)) in lines if at in numbers or PAGE_BREAK in line]


def _tables(rows: Grid) -> Iterator[Grid]:
    """The rows, parted where several without values make a new header."""
    table: Grid = []
    without = 0
    for row in rows:
        without = 0 if row[-1][2].sort in _VALUES else without + 1
        if without == _HEADER_LABELS:
            yield table
            table = []
        table.append(row)
    yield table


def _count_empty(grid: Grid) -> int:
    return sum(cell[2] is BLANK for row in grid for cell in row)


def _with_empty_cells(
    rows: Grid, breaks: Sequence[int], text: str, measure: Measure
) -> Iterator[Row]:
    """The rows, those that lack values filled up with empty cells where columns have none.

    Values without a label make no columns where others have one: they may be no part of a table.
    """
    extents = [_extents(row, text, measure) for row in rows]
    labelled = [_is_labelled(row) for row in rows]
    columns = _columns(list(compress(extents, labelled if any(labelled) else repeat(True))))
    most = max(map(len, extents))
    full = [at for at, found in enumerate(extents) if len(found) == most]
    pages = [bisect_left(breaks, row[0][0]) for row in rows]
    for number, (row, found) in enumerate(zip(rows, extents, strict=True)):
        lacks = 0 < len(found) < most
        held = [columns] if columns else [extents[at] for at in _nearest(full, number) if lacks]
        agreed = _agreed(_places(found, against) for against in held if against)
        if agreed is None and lacks and not columns:
            page = [extents[at] for at in full if pages[at] == pages[number]]
            agreed = _agreed(filter(None, (_edges(found, against) for against in page)))
        yield _spread(row, agreed, most) if agreed else row


def _agreed(found: Iterable[tuple[int, ...] | None]) -> tuple[int, ...] | None:
    """The places that all rows tell alike; None if they do not."""
    places = {*found}
    return places.pop() if len(places) == 1 else None


def _edges(extents: Sequence[Extent], columns: Sequence[Extent]) -> tuple[int, ...] | None:
    """For each value the one of a page's columns that it shares an edge with, the same for all."""
    for edge in (0, 1):
        places = {column[edge]: at for at, column in enumerate(columns)}
        found = tuple(places[extent[edge]] for extent in extents if extent[edge] in places)
        if len(found) == len(extents):
            return found
    return None


def _is_labelled(row: Row) -> bool:
    return row[0][2].sort is Sort.LABEL


def _columns(extents: Sequence[Sequence[Extent]]) -> list[Extent]:
    """The columns that all rows together show.

    None if some row has two values in one of them, or no row has a value in each.
    """
    columns: list[Extent] = []
    for left, right in sorted(extent for found in extents for extent in found):
        if columns and left <= columns[-1][1] + 1:
            columns[-1] = columns[-1][0], max(columns[-1][1], right)
        else:
            columns.append((left, right))
    fit = all(_places(found, columns) is not None for found in extents)
    full = any(len(found) == len(columns) for found in extents)
    return columns if fit and full else []


def _nearest(full: Sequence[int], number: int) -> Sequence[int]:
    """The numbers of the full rows that are nearest to a row, above or below."""
    at = bisect_left(full, number)
    near = full[max(0, at - _NEAREST) : at + _NEAREST]
    return sorted(near, key=lambda other: abs(other - number))[:_NEAREST]


def _extents(row: Row, text: str, measure: Measure) -> list[Extent]:
    """Where the values of a row stand, if it has nothing else and they have a line of their own."""
    values = [cell for cell in row if cell[2].sort is not Sort.LABEL]
    if not values or any(cell[2].sort not in _VALUES for cell in values):
        return []
    first, last = values[0][0], values[-1][1]
    least = max(0, first - _LONGEST_LINE)
    line = max(text.rfind(end, least, first) for end in ("\n", PAGE_BREAK)) + 1
    if last - line > _LONGEST_LINE or "\n" in text[first:last]:
        return []
    if _FIGURE.search(text, line, row[0][0]):
        return []
    lefts = [measure(text[line:start]) for start, _, _ in values]
    return [
        (left, left + measure(text[start:end]) - 1)
        for left, (start, end, _) in zip(lefts, values, strict=True)
    ]


def _places(extents: Sequence[Extent], columns: Sequence[Extent]) -> tuple[int, ...] | None:
    """For each value the one column that it stands under; None if for some there is not one."""
    places = []
    for left, right in extents:
        under = [at for at, (a, b) in enumerate(columns) if left <= b + 1 and a - 1 <= right]
        if len(under) != 1:
            return None
        places.append(under[0])
    return tuple(places) if all(a < b for a, b in pairwise(places)) else None


def _spread(row: Row, places: tuple[int, ...], width: int) -> Row:
    """The row with its values at these places, and empty cells between them."""
    labels = [cell for cell in row if cell[2].sort is Sort.LABEL]
    values = dict(zip(places, row[len(labels) :], strict=True))
    spread: Row = []
    end = row[len(labels) - 1][1] if labels else row[0][0]
    for place in range(width):
        cell = values.get(place, (end, end, BLANK))
        spread.append(cell)
        end = cell[1]
    return [*labels, *spread]
