"""Columns set with blanks, as by text browsers, and by tools that preserve a page's layout."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, pairwise
from operator import itemgetter
from typing import TypeVar

import attrs
from more_itertools import chunked, map_reduce

from ..labels.marks import BLANK, Sort
from ..text.source import PAGE_BREAK, merged
from .grid import IMPOSSIBLE, POSSIBLE, Grid, Row, Stretch, laid_out
from .shared.beneath import cells_beneath_labels
from .shared.column_edges import Extent, Value, beginnings, pace_of, places_at, places_at_pace
from .shared.lined import lined_rows
from .shared.rulers import RULERS, Ruler
from .shared.screen import GAP, count_gaps

_T = TypeVar("_T")

_VALUES = frozenset({Sort.NUMBER, Sort.DASH, Sort.BLANK})
_FIGURE = re.compile(r"(?<!\S)\d+(?!\S)")
_LONGEST_LINE = 600
_NEAREST = 2
_MOST_ROWS_NEAR = 50
"""Limit for speed: no table of a form has more rows, but a list may."""
_HEADER_LABELS = 3
_VARIED = 3
"""So many widths of values, before a gap and behind it, are no coincidence."""


@attrs.frozen(eq=False)
class Columns:
    """Rows whose values stand below each other; a column without a value is an empty cell.

    All rows of a table together show where its columns are, by the ruler that aligns them best.  If
    columns shift from page to page, a row is compared with the nearest full rows of its page, above
    and below: with two of them, unless it shares its edges with them.  Columns that are all equally
    wide need no full row.
    """

    name: str = "columns"
    by_eye: bool = True

    def likelihood(self, stretch: Stretch) -> float:
        """Possible if there are wide gaps within lines."""
        if "  " not in stretch.content or stretch.is_piped:
            return IMPOSSIBLE
        return min(POSSIBLE, stretch.once(count_gaps, GAP) / len(stretch.lines))

    def read(self, stretch: Stretch) -> Grid:
        """The rows with their values, and empty cells where columns have none."""
        tables = list(_tables(stretch.once(lined_rows)))
        breaks = _breaks(stretch)
        beneath = cells_beneath_labels(stretch, breaks) if breaks else {}
        ruler = _aligning_ruler(tables, stretch.text)
        return [
            row
            for rows in tables
            for row in _with_empty_cells(rows, breaks, beneath, stretch.text, ruler)
        ]


def _aligning_ruler(tables: Iterable[Grid], text: str) -> Ruler:
    """The ruler by which values begin, or end, at the fewest places."""
    rows = list(chain.from_iterable(tables))
    return min(RULERS, key=lambda ruler: _count_edges(rows, text, ruler))


def _count_edges(rows: Grid, text: str, ruler: Ruler) -> int:
    values = [value for row in rows for value in _values_in_place(row, text, ruler)]
    return min(len({value.left for value in values}), len({value.right for value in values}))


def _breaks(stretch: Stretch) -> Sequence[int]:
    """Where the pages of a stretch end."""
    lines = enumerate(zip(stretch.lines, stretch.places, strict=True))
    return [
        start
        for at, (line, (start, _)) in lines
        if at in stretch.page_numbers or PAGE_BREAK in line
    ]


def _tables(rows: Grid) -> Iterator[Grid]:
    """Split rows into tables: several rows without values are a new header."""
    table: Grid = []
    without = 0
    for row in rows:
        without = 0 if row[-1][2].sort in _VALUES else without + 1
        if without == _HEADER_LABELS:
            yield table
            table = []
        table.append(row)
    if table:
        yield table


def _with_empty_cells(
    rows: Grid, breaks: Sequence[int], beneath: Mapping[int, Row], text: str, ruler: Ruler
) -> Iterator[Row]:
    """Fill rows with empty cells where columns have no value."""
    leads = [lead for row in rows if (lead := _gap_behind_label(row, text, ruler))]
    table = _table(rows, breaks, [_values_in_place(row, text, ruler) for row in rows], leads)
    for number, row in enumerate(rows):
        places = table.places(number)
        if places:
            yield _with_values_at(row, places, table.width(number))
        else:
            yield _with_cells_beneath(row, beneath, table.most)


@attrs.frozen
class _ColumnTable:
    """The values of a table row by row, with their places, and what they show of its columns.

    ``columns`` are those that all rows show; ``lefts`` the left edges of the columns of each page,
    if its rows show them; ``paces`` their distance on each page if all are equally wide.  ``most``
    is the number of values in the fullest rows, which are ``full``.  ``counts`` says of each row
    whether its last value is a count, as that may be a sum.  ``leads`` are the gaps between labels
    and the values behind them, each with the width of its label.
    """

    values: Sequence[Sequence[Value]]
    pages: Sequence[int]
    columns: Sequence[Extent]
    lefts: Mapping[int, Sequence[float]]
    paces: Mapping[int, float | None]
    most: int
    full: Sequence[int]
    counts: Sequence[bool]
    leads: Sequence[tuple[int, int]]

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
        labels = {*_beside_usual_gap(self.leads)}
        return all(len(some) >= _VARIED for some in widths) or len(labels) >= _VARIED

    def width(self, number: int) -> int:
        """The number of columns where a row stands."""
        begun = [] if self.columns else self.lefts[self.pages[number]]
        return len(begun) or self.most

    def places(self, number: int) -> tuple[int, ...] | None:
        """The column of each value of a row; None if it has no values, or a column is in doubt."""
        row, page = self.values[number], self.pages[number]
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
        near = beside[:_NEAREST] if len(beside) >= _NEAREST else []
        agreed = _agreed(_places_under(row, [value[:2] for value in other]) for other in near)
        return agreed or _agreed(filter(None, (_places_by_edge(row, other) for other in beside)))


def _table(
    rows: Grid,
    breaks: Sequence[int],
    values: Sequence[Sequence[Value]],
    leads: Sequence[tuple[int, int]],
) -> _ColumnTable:
    """Make a table of rows."""
    most = max(map(len, values))
    pages = [bisect_left(breaks, row[0][0]) for row in rows]
    on_pages = map_reduce(zip(pages, values, strict=True), itemgetter(0), itemgetter(1))
    paces = {page: pace_of(some) for page, some in on_pages.items()}
    return _ColumnTable(
        values=values,
        pages=pages,
        columns=_columns_of_all_rows(values),
        lefts={page: beginnings(some, most, paces[page]) for page, some in on_pages.items()},
        paces=paces,
        most=most,
        full=[at for at, row in enumerate(values) if len(row) == most and _are_all_free(row)],
        counts=[bool(row[-1][2].count) for row in rows],
        leads=leads,
    )


def _gap_behind_label(row: Row, text: str, ruler: Ruler) -> tuple[int, int] | None:
    """The gap between the first value of a row and the label before it, and the label's width."""
    for (start, end, mark), (following, _, value) in pairwise(row):
        if mark.sort is Sort.LABEL and value.sort in _VALUES:
            if "\n" in text[end:following]:
                return None
            wide, behind = ruler(text[start : following + 1], (end - start, following - start))
            return behind - wide, wide
    return None


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


def _values_in_place(row: Row, text: str, ruler: Ruler) -> list[Value]:
    """The places of a row's values, if it has nothing else and they have a line of their own.

    A value that touches the label may refer to a note, and stands in no column.
    """
    values = [cell for cell in row if cell[2].sort is not Sort.LABEL]
    if not values or any(cell[2].sort not in _VALUES for cell in values):
        return []
    if any(cell[2].sort is Sort.LABEL and cell[1] == values[0][0] for cell in row):
        return []
    first, last = values[0][0], values[-1][1]
    least = max(0, first - _LONGEST_LINE)
    line = max(text.rfind(end, least, first) for end in ("\n", PAGE_BREAK)) + 1
    if last - line > _LONGEST_LINE or "\n" in text[first:last]:
        return []
    if _FIGURE.search(text, line, row[0][0]):
        return []
    edges = ruler(text[line:last], [at - line for start, end, _ in values for at in (start, end)])
    return [
        Value(left, right - 1, free=start - line < 2 or text[start - 2 : start] == "  ")
        for (left, right), (start, _, _) in zip(chunked(edges, 2), values, strict=True)
    ]


def _places_under(row: Sequence[Value], columns: Sequence[Extent]) -> tuple[int, ...] | None:
    """The one column that each value stands under; None if some value has none, or several."""
    places = []
    for left, right, _ in row:
        under = [at for at, (a, b) in enumerate(columns) if left <= b + 1 and a - 1 <= right]
        if len(under) != 1:
            return None
        places.append(under[0])
    return tuple(places) if all(a < b for a, b in pairwise(places)) else None


def _with_cells_beneath(row: Row, beneath: Mapping[int, Row], most: int) -> Row:
    """The row with the cells that stand below labels, if these are all columns of the table."""
    labels = [cell for cell in row if cell[2].sort is Sort.LABEL]
    values = row[len(labels) :]
    cells = beneath.get(values[0][0], []) if 0 < len(values) < most else []
    same = [cell for cell in cells if cell[2] is not BLANK] == values
    return [*labels, *cells] if same and len(cells) == most else row


def _with_values_at(row: Row, places: tuple[int, ...], width: int) -> Row:
    """The row with its values at these places, and empty cells between them."""
    labels = [cell for cell in row if cell[2].sort is Sort.LABEL]
    values = dict(zip(places, row[len(labels) :], strict=True))
    end = row[len(labels) - 1][1] if labels else row[0][0]
    return [*labels, *laid_out(values, range(width), end)]
