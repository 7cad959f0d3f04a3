"""Columns set with blanks beneath labels that show the place of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs
from more_itertools import split_when

from .grid import IMPOSSIBLE, LIKELY_BENEATH_LABELS, Grid, Row, Stretch
from .shared.beneath import cells_of_columns, reading_of, stands_below_labels
from .shared.headers import ScreenLine, ScreenTable, pieces_on
from .shared.screen import Piece, count_gaps

_MAY_BE_GAPS = ("  ", "\u3000", "\xa0")
_BLANK = r"[ \xa0\u3000]"
_GAP = re.compile(
    rf"{_BLANK}(?<=\S{_BLANK})(?:(?<=\u3000){_BLANK}*|[ \xa0]+|\u3000{_BLANK}*)(?=\S)"
)


@attrs.frozen(eq=False)
class Headed:
    """Rows whose values stand below labels; a label with nothing below it has an empty cell.

    Labels may span several lines, and the values of their row stand on any of these.

    If the values of all tables are set below their labels in the same manner, at the left, at the
    right or in the middle, that is no coincidence, and each is in its place.
    """

    name: str = "columns under labels"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Possible if there are wide gaps within lines."""
        content = stretch.content
        if stretch.is_piped or not any(gap in content for gap in _MAY_BE_GAPS):
            return IMPOSSIBLE
        return min(LIKELY_BENEATH_LABELS, 2 * count_gaps(stretch, _GAP) / len(stretch.lines))

    def read(self, stretch: Stretch) -> Grid:
        """The rows with their values, and empty cells where labels have none beneath them."""
        reading = reading_of(stretch)
        return [
            row
            for table in reading.tables
            for row in _rows_of(table, reading.in_place and stands_below_labels(table))
        ]


def _rows_of(table: ScreenTable, in_place: bool) -> Iterator[Row]:
    """The header, then a row for each line; values right below a row are the rest of it.

    If they do not stand right of the row's own, they may be pieces of them: then neither is the
    row's.
    """
    yield from _header_rows(table.header)
    for lines in split_when(table.lines, _begins_row):
        values = [value for line in lines for value in line.values]
        whole = in_place and len(lines) == 1 and lines[0].has_figures
        cells = cells_of_columns(values, table.columns) if whole else None
        labels = [piece.cell for piece in lines[0].labels]
        if not all(_stands_right_of(*pair) for pair in pairwise(lines)):
            yield labels
            yield from ([value.cell for value in line.values] for line in lines)
        else:
            yield labels + (cells or [value.cell for value in values])


def _begins_row(above: ScreenLine, line: ScreenLine) -> bool:
    below = line.number == above.number + 1
    return not (below and line.has_figures and not line.labels and above.values)


def _stands_right_of(above: ScreenLine, line: ScreenLine) -> bool:
    """Whether all values of a line stand farther right than those of the line above."""
    return above.values[-1].right <= line.values[0].left


def _header_rows(header: Iterable[ScreenLine]) -> Iterator[Row]:
    """The labels side by side in a header as one row, whichever of their lines they begin on."""
    lowest = -1
    beside: list[Piece] = []
    for piece in sorted(pieces_on(header), key=lambda piece: piece.top):
        if piece.top > lowest and beside:
            yield _from_left(beside)
            beside = []
        beside.append(piece)
        lowest = max(lowest, piece.bottom)
    if beside:
        yield _from_left(beside)


def _from_left(pieces: Iterable[Piece]) -> Row:
    return [piece.cell for piece in sorted(pieces, key=lambda piece: piece.left)]
