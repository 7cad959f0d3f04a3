"""Columns set with blanks, as by text browsers, and by tools that preserve a page's layout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

import attrs
from more_itertools import chunked

from ..labels.marks import BLANK, Sort
from ..text.source import PAGE_BREAK
from .grid import IMPOSSIBLE, POSSIBLE, Grid, Row, Stretch, laid_out
from .shared.beneath import cells_beneath_labels
from .shared.column_edges import Value
from .shared.column_tables import table_of_columns
from .shared.lined import lined_rows
from .shared.rulers import RULERS, Ruler
from .shared.screen import GAP, count_gaps

_VALUES = frozenset({Sort.NUMBER, Sort.DASH, Sort.BLANK})
_FIGURE = re.compile(r"(?<!\S)\d+(?!\S)")
_LONGEST_LINE = 600
_HEADER_LABELS = 3


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
    leads = [_gap_behind_label(row, text, ruler) for row in rows]
    table = table_of_columns(
        rows, breaks, [_values_in_place(row, text, ruler) for row in rows], leads
    )
    for number, row in enumerate(rows):
        places = table.places(number)
        if places:
            yield _with_values_at(row, places, table.width(number))
        else:
            yield _with_cells_beneath(row, beneath, table.most)


def _gap_behind_label(row: Row, text: str, ruler: Ruler) -> tuple[int, int] | None:
    """The gap between the first value of a row and the label before it, and the label's width."""
    for (start, end, mark), (following, _, value) in pairwise(row):
        if mark.sort is Sort.LABEL and value.sort in _VALUES:
            if "\n" in text[end:following]:
                return None
            wide, behind = ruler(text[start : following + 1], (end - start, following - start))
            return behind - wide, wide
    return None


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
