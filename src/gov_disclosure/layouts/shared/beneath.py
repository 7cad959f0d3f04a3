"""Values that stand below the labels of columns on a screen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise, starmap

import attrs

from ...labels.marks import FIGURES
from ...text.source import read_source
from ..grid import Row, Stretch, laid_out, stretch_of
from .broken_pieces import (
    broken_rows,
    with_figures_beside,
    with_whole_figures,
    with_whole_labels,
)
from .headers import ScreenTable, lines_of, tables_of
from .rulers import COMMON_RULERS, Ruler, by_columns, by_words
from .screen import Lines, Piece, measured, pieces_under, well_aligned
from .stepped import Step

_NEAR = 1
_CLOSE = 2
_MANY = 3
_MANY_BY_RAREST = 6
"""So many figures are not beneath labels by coincidence; more are needed by the rarest ruler."""
_WIDE_AROUND = 20
_HALF = 0.5
_MOST = 0.7


def cells_beneath_labels(stretch: Stretch, breaks: Sequence[int]) -> Mapping[int, Row]:
    """A cell for each label of a header, in every line whose values surely stand below the labels.

    Columns may shift where pages break, so the labels hold for their own page.  The lines are known
    by the place of their first value.
    """
    starts = [start for start, _ in stretch.places]
    found: dict[int, Row] = {}
    for first, end in pairwise([0, *(bisect_left(starts, at) for at in breaks), len(starts)]):
        lines, places = stretch.lines[first:end], stretch.places[first:end]
        if lines:
            found |= _cells_of_page(attrs.evolve(stretch, lines=lines, places=places))
    return found


def _cells_of_page(page: Stretch) -> Mapping[int, Row]:
    reading = reading_of(page)
    tables = filter(stands_below_labels, reading.tables) if reading.in_place else ()
    rows = (
        (line.values[0].start, cells_of_columns(line.values, table.columns))
        for table in tables
        for line in table.lines
        if line.has_figures
    )
    return {start: cells for start, cells in rows if cells}


def reading_of(stretch: Stretch) -> ScreenReading:
    """Read the tables by a ruler that sets values below labels, else by that with most values.

    The latter is a common one if any fits.
    """
    readings = _readings(stretch, _HALF)
    certain = list(readings.values())
    if _are_in_doubt(readings):
        around = _readings(_surroundings(stretch), _MOST)
        sure = (ruler for ruler, reading in around.items() if _is_sure(ruler, reading))
        certain = [readings[ruler] for ruler in sure if ruler in readings]
        certain = [] if _disagree(certain) else certain
    in_place = next((reading for reading in certain if reading.in_place), None)
    common = [readings[ruler] for ruler in COMMON_RULERS if ruler in readings]
    fullest = max(common or readings.values(), key=_count_values)
    return in_place or attrs.evolve(fullest, in_place=False)


def _readings(stretch: Stretch, share: float) -> Mapping[Ruler, ScreenReading]:
    """The readings by all rulers that align about as much as the best.

    The rarest is only tried if no common one sets many figures below labels.
    """
    ways = measured(stretch, COMMON_RULERS)
    steps = broken_rows(ways[by_columns], stretch.text)
    readings = {ruler: _read(ways[ruler], steps, stretch) for ruler in well_aligned(ways, share)}
    if any(starmap(_is_sure, readings.items())):
        return readings
    ways = {**ways, **measured(stretch, [by_words])}
    return {
        ruler: readings.get(ruler) or _read(ways[ruler], steps, stretch)
        for ruler in well_aligned(ways, share)
    }


def _is_sure(ruler: Ruler, reading: ScreenReading) -> bool:
    """Whether so many figures are set below labels that it is no coincidence."""
    many = _MANY if ruler in COMMON_RULERS else _MANY_BY_RAREST
    return reading.in_place and len(reading.beneath) >= many


def _surroundings(stretch: Stretch) -> Stretch:
    """The text around a stretch, which may show better how it is to be measured."""
    size = _WIDE_AROUND * len(stretch.content)
    text = stretch.text[max(0, stretch.start - size) : stretch.end + size]
    return stretch_of(read_source(text), slice(None), stretch.words) or stretch


@attrs.frozen
class ScreenReading:
    """The tables as one ruler shows them.

    ``beneath`` maps each figure to the column that it stands under, None if not just one.
    ``in_place`` says that all figures stand under a column, in the same manner.  In lines whose
    cells have equal gaps between them, by the ruler or in the text, no figure is known to stand
    below another.
    """

    tables: Sequence[ScreenTable]
    beneath: Mapping[int, int | None]
    in_place: bool


def _read(lines: Lines, steps: Sequence[Step], stretch: Stretch) -> ScreenReading:
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
    gaps = [pair for table in headed for pair in _side_by_side(table)]
    vary = len(set(starmap(_gap_on_screen, gaps))) > 1 and len(set(starmap(_gap_in_text, gaps))) > 1
    beneath = {value.start: column.start if column else None for value, column in pairs}
    return ScreenReading(tables, beneath, bool(manners) and vary)


def stands_below_labels(table: ScreenTable) -> bool:
    """Whether the figures of a table surely stand below their own labels.

    Labels that stand as close as can be may have pushed each other from their columns, unless
    figures stand beneath several of them, many where labels touch, or all share just the left edge
    of their label, or the right one.
    """
    least = min((other.left - one.right for one, other in pairwise(table.columns)), default=_CLOSE)
    if least >= _CLOSE:
        return True
    values = [v for line in table.lines for v in line.values if v.mark.sort in FIGURES]
    pairs = [(value, column) for value in values if (column := _column_above(value, table.columns))]
    lefts = {value.left - column.left for value, column in pairs}
    rights = {value.right - column.right for value, column in pairs}
    columns = {column for _, column in pairs}
    are_enough = len(columns) > 1 and (least > 0 or len(pairs) >= _MANY)
    return not pairs or are_enough or {0} in (lefts, rights)


def _count_values(reading: ScreenReading) -> int:
    """Count the values; those whose order is not known count as one."""
    return sum(len(line.values) for table in reading.tables for line in table.lines)


def _are_in_doubt(readings: Mapping[Ruler, ScreenReading]) -> bool:
    """Whether two readings disagree about which column a figure is in, and either may be right.

    A few figures may be beneath labels by coincidence if a text is measured wrongly.  The rarest
    ruler is only a rival where it sets all figures below labels.
    """
    in_place = [(ruler, reading) for ruler, reading in readings.items() if reading.in_place]
    sure = len(in_place) == 1 and _is_sure(*in_place[0])
    rivals = [
        reading for ruler, reading in readings.items() if reading.in_place or ruler in COMMON_RULERS
    ]
    return bool(in_place) and not sure and _disagree(rivals)


def _disagree(readings: Sequence[ScreenReading]) -> bool:
    return any(starmap(_contradict, combinations(readings, 2)))


def _contradict(one: ScreenReading, other: ScreenReading) -> bool:
    """Whether a figure stands beneath one label here and beneath another there."""
    return any(
        column is not None and other.beneath.get(figure) not in (column, None)
        for figure, column in one.beneath.items()
    )


def _side_by_side(table: ScreenTable) -> Iterator[tuple[Piece, Piece]]:
    """The pieces side by side in a table, and in the lines of its columns' labels."""
    above = [line for line in table.header if any(map(table.columns.__contains__, line.labels))]
    for line in (*above, *table.lines):
        yield from pairwise((*line.labels, *line.values))


def _gap_on_screen(one: Piece, other: Piece) -> int:
    return other.left - one.right


def _gap_in_text(one: Piece, other: Piece) -> int:
    """The number of blanks between two pieces of a line, whatever their width on a screen."""
    return other.start - one.end


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


def cells_of_columns(values: Sequence[Piece], columns: Sequence[Piece]) -> Row | None:
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
