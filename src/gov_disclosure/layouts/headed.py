"""Columns set with blanks beneath labels that show the place of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import attrs
from more_itertools import split_when

from ..labels.marks import FIGURES
from ..text.source import read_source
from .grid import IMPOSSIBLE, LIKELY_BENEATH_LABELS, Grid, Row, Stretch, laid_out, stretch_of
from .shared.broken_pieces import (
    broken_rows,
    with_figures_beside,
    with_whole_figures,
    with_whole_labels,
)
from .shared.headers import ScreenLine, ScreenTable, lines_of, pieces_on, tables_of
from .shared.screen import Lines, Piece, count_gaps, measured, pieces_under, well_aligned
from .shared.stepped import Step

_MAY_BE_GAPS = ("  ", "\u3000", "\xa0")
_BLANK = r"[ \xa0\u3000]"
_GAP = re.compile(
    rf"{_BLANK}(?<=\S{_BLANK})(?:(?<=\u3000){_BLANK}*|[ \xa0]+|\u3000{_BLANK}*)(?=\S)"
)

_NEAR = 1
_CLOSE = 2
_MANY = 3
_WIDE_AROUND = 20
_HALF = 0.5
_MOST = 0.7


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
        ways = measured(stretch)
        fitting = well_aligned(ways, _HALF)
        steps = broken_rows(ways[0], stretch.text)
        readings = [_read(ways[at], steps, stretch) for at in fitting]
        certain = readings
        if _are_in_doubt(readings):
            around = _fitting_around(stretch)
            certain = [readings[at] for at in around if len(around) == 1]
        in_place = [reading for reading in certain if reading.in_place]
        tables = in_place[0].tables if in_place else max(readings, key=_count_values).tables
        return [
            row for table in tables for row in _rows_of(table, bool(in_place) and _is_shown(table))
        ]


def _fitting_around(stretch: Stretch) -> Sequence[int]:
    """The measures, by number, that fit the text around a stretch."""
    around = _surroundings(stretch)
    ways = measured(around)
    steps = broken_rows(ways[0], around.text)
    fitting = well_aligned(ways, _MOST)
    readings = ((at, _read(ways[at], steps, around)) for at in fitting)
    return [at for at, read in readings if read.in_place and len(read.beneath) >= _MANY]


def _surroundings(stretch: Stretch) -> Stretch:
    """The text around a stretch, which may show better how it is to be measured."""
    size = _WIDE_AROUND * len(stretch.content)
    text = stretch.text[max(0, stretch.start - size) : stretch.end + size]
    return stretch_of(read_source(text), slice(None), stretch.words) or stretch


@attrs.frozen
class _Reading:
    """The tables as one measure shows them.

    ``beneath`` maps each figure to the column that it stands under, None if not just one.
    ``in_place`` says that all figures stand under a column, in the same manner.  In lines whose
    cells have equal gaps between them, no figure is known to stand below another.
    """

    tables: Sequence[ScreenTable]
    beneath: Mapping[int, int | None]
    in_place: bool


def _read(lines: Lines, steps: Sequence[Step], stretch: Stretch) -> _Reading:
    """Read the tables as the lines show them, after mending broken rows and labels."""
    whole = with_whole_figures(lines, steps, stretch)
    mended = with_figures_beside(whole, stretch)
    tables = list(tables_of(list(lines_of(with_whole_labels(mended, stretch)))))
    headed = [table for table in tables if table.columns]
    pairs = [
        (value, _column_above(value, table.columns))
        for table in headed
        for line in table.lines
        if line.labels or len(line.values) > 1
        for value in line.values
        if value.mark.sort in FIGURES
    ]
    manners = [
        manner
        for manner in _MANNERS
        if all(column is not None and manner(value, column) for value, column in pairs)
    ]
    gaps = {gap for table in headed for gap in _gaps(table)}
    beneath = {value.start: column.start if column else None for value, column in pairs}
    return _Reading(tables, beneath, bool(manners) and len(gaps) > 1)


def _is_shown(table: ScreenTable) -> bool:
    """Whether the figures of a table surely stand below their own labels.

    Labels that stand as close as can be may have pushed each other from their columns, unless
    figures stand beneath several of them, or all share just the left edge of their label, or the
    right one.
    """
    if not any(other.left - one.right < _CLOSE for one, other in pairwise(table.columns)):
        return True
    values = [v for line in table.lines for v in line.values if v.mark.sort in FIGURES]
    pairs = [(value, column) for value in values if (column := _column_above(value, table.columns))]
    lefts = {value.left - column.left for value, column in pairs}
    rights = {value.right - column.right for value, column in pairs}
    return len({column for _, column in pairs}) != 1 or {0} in (lefts, rights)


def _count_values(reading: _Reading) -> int:
    """Count the values; those whose order is not known count as one."""
    return sum(len(line.values) for table in reading.tables for line in table.lines)


def _are_in_doubt(readings: Sequence[_Reading]) -> bool:
    """Whether two readings disagree about which column a figure is in, and either may be right.

    A few figures may be beneath labels by coincidence if a text is measured wrongly.
    """
    in_place = [reading for reading in readings if reading.in_place]
    sure = len(in_place) == 1 and len(in_place[0].beneath) >= _MANY
    return bool(in_place) and not sure and _contradict(readings[0], readings[-1])


def _contradict(one: _Reading, other: _Reading) -> bool:
    """Whether a figure stands beneath one label here and beneath another there."""
    return any(
        column is not None and other.beneath.get(figure) not in (column, None)
        for figure, column in one.beneath.items()
    )


def _gaps(table: ScreenTable) -> Iterator[int]:
    """The distances of pieces side by side in a table."""
    for line in (*table.header, *table.lines):
        for one, other in pairwise((*line.labels, *line.values)):
            yield other.left - one.right


def _at_left(value: Piece, column: Piece) -> bool:
    return abs(value.left - column.left) <= _NEAR


def _at_right(value: Piece, column: Piece) -> bool:
    return abs(value.right - column.right) <= _NEAR


def _in_the_middle(value: Piece, column: Piece) -> bool:
    return abs(value.left + value.right - column.left - column.right) <= 2 * _NEAR


_MANNERS = (_at_left, _at_right, _in_the_middle)
"""The manners in which values are set below their label."""


def _column_above(value: Piece, columns: Sequence[Piece]) -> Piece | None:
    """The one column that a value stands under."""
    under = pieces_under(value, columns)
    return under[0] if len(under) == 1 else None


def _rows_of(table: ScreenTable, in_place: bool) -> Iterator[Row]:
    """The header, then a row for each line; values right below a row are the rest of it.

    If they do not stand right of the row's own, they may be pieces of them: then neither is the
    row's.
    """
    yield from _header_rows(table.header)
    for lines in split_when(table.lines, _begins_row):
        values = [value for line in lines for value in line.values]
        whole = in_place and len(lines) == 1 and lines[0].has_figures
        cells = _cells_of_columns(values, table.columns) if whole else None
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


def _cells_of_columns(values: Sequence[Piece], columns: Sequence[Piece]) -> Row | None:
    """A cell for each column, empty where no value stands below it; None if they do not fit.

    A value that reaches the edge of an empty column may be the values of both, run together.
    """
    places = [_column_above(value, columns) for value in values]
    if None in places or len(set(places)) < len(places):
        return None
    at = dict(zip(places, values, strict=True))
    if any(_may_share_value(at, *beside) for beside in pairwise(columns)):
        return None
    return laid_out({place: value.cell for place, value in at.items()}, columns, values[0].start)


def _may_share_value(at: Mapping[Piece | None, Piece], one: Piece, other: Piece) -> bool:
    """Whether one of two columns is empty, and the value of the other reaches it."""
    is_one_empty = (one in at) is not (other in at)
    return is_one_empty and at.get(one, one).right >= at.get(other, other).left
