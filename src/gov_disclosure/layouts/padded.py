"""Columns padded with blanks, each to the width of its widest cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from operator import itemgetter

import attrs
from more_itertools import split_at

from ..labels.marks import Sort
from ..text.source import merged
from .grid import IMPOSSIBLE, LIKELY, Grid, Row, Stretch, laid_out
from .shared.column_edges import Extent
from .shared.row_numbers import without_index
from .shared.screen import GAP, Lines, Piece, count_gaps, measured_apart

_FEWEST_COLUMNS = 4
_FEWEST_LINES = 3
_WIDEST_GAP = 4


@attrs.frozen(eq=False)
class Padded:
    """Rows on lines, in columns that fit their widest cell, with the same gap between all of them.

    An empty column would leave a wider gap: so none is hidden, and every cell is in its place, an
    empty one too.
    """

    name: str = "padded columns"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Possible with wide gaps within lines, unless labels show the columns as well."""
        if "  " not in stretch.content or stretch.is_piped:
            return IMPOSSIBLE
        return min(LIKELY, 1.9 * stretch.once(count_gaps, GAP) / len(stretch.lines))

    def read(self, stretch: Stretch) -> Grid:
        """A row of all cells for each line; nothing if no table is padded in this way."""
        ways = measured_apart(stretch)
        for blocks_of in (_by_empty_lines, _as_a_whole):
            for lines in ways:
                blocks = blocks_of(lines)
                columns = [_columns_of(block) for block in blocks]
                if any(columns):
                    rows = chain.from_iterable(map(_rows_in_columns, blocks, columns))
                    return without_index(list(rows))
        return []


def _by_empty_lines(lines: Lines) -> Sequence[Lines]:
    return list(split_at(lines, lambda line: not line))


def _as_a_whole(lines: Lines) -> Sequence[Lines]:
    return [[line for line in lines if line]]


def _columns_of(lines: Lines) -> Sequence[Extent]:
    """The columns of a block of lines, if it is padded; titles may stand by themselves there."""
    beside = [line for line in lines if len(line) > 1]
    if len(beside) < _FEWEST_LINES or any(_may_continue_row(*pair) for pair in pairwise(lines)):
        return ()
    for some in (lines, beside):
        columns = _with_empty_columns(
            merged(((p.left, p.right) for line in some for p in line), near=1)
        )
        if all(_fits(line, columns) for line in some) and _are_flush(some, columns):
            return columns
    return ()


def _may_continue_row(above: Sequence[Piece], line: Sequence[Piece]) -> bool:
    """Whether figures without a label stand below others: a row may then have several lines."""
    labelled = any(piece.mark.sort is Sort.LABEL for piece in line)
    return not labelled and _has_figures(above) and _has_figures(line)


def _has_figures(line: Sequence[Piece]) -> bool:
    return any(piece.is_figure for piece in line)


def _with_empty_columns(extents: Sequence[Extent]) -> Sequence[Extent]:
    """Add the columns that are empty on all lines; no columns at all if the gaps do not agree.

    An empty column has no width, so that only the gaps before and behind it are left.
    """
    gaps = [other[0] - one[1] for one, other in pairwise(extents)]
    least = min(gaps, default=0)
    if len(extents) < _FEWEST_COLUMNS or least > _WIDEST_GAP or any(gap % least for gap in gaps):
        return ()
    if gaps.count(least) * 2 < len(gaps):
        return ()
    columns = [extents[0]]
    for extent in extents[1:]:
        hidden = range(columns[-1][1] + least, extent[0], least)
        columns += [(place, place) for place in hidden]
        columns.append(extent)
    return columns


def _fits(line: Sequence[Piece], columns: Sequence[Extent]) -> bool:
    """Whether each piece stands in a column of its own, at its left edge or its right one."""
    if not columns:
        return False
    places = [_place(piece, columns) for piece in line]
    at_edge = all(
        piece.left == columns[place][0] or piece.right == columns[place][1]
        for piece, place in zip(line, places, strict=True)
    )
    return at_edge and len(set(places)) == len(places)


def _are_flush(lines: Lines, columns: Sequence[Extent]) -> bool:
    """Whether all figures stand at the left edges of their columns, or all at the right ones."""
    figures = [piece for line in lines for piece in line if piece.is_figure]
    lefts, rights = ({column[edge] for column in columns} for edge in (0, 1))
    at_left = all(figure.left in lefts for figure in figures)
    return at_left or all(figure.right in rights for figure in figures)


def _place(piece: Piece, columns: Sequence[Extent]) -> int:
    """The first column that does not end before a piece."""
    return bisect_right(columns, piece.left, key=itemgetter(1))


def _rows_in_columns(lines: Lines, columns: Sequence[Extent]) -> Iterator[Row]:
    for line in lines:
        if columns and _stands_within(line, columns):
            yield _cells_of_columns(line, columns)
        else:
            yield [piece.cell for piece in line]


def _stands_within(line: Sequence[Piece], columns: Sequence[Extent]) -> bool:
    """Whether a line stands within the columns, as all lines but a title do."""
    inside = all(piece.left < columns[-1][1] for piece in line)
    return inside and (len(line) > 1 or _fits(line, columns))


def _cells_of_columns(line: Sequence[Piece], columns: Sequence[Extent]) -> Row:
    """The cells of a line, empty ones where columns have nothing there."""
    at = {_place(piece, columns): piece.cell for piece in line}
    return laid_out(at, range(len(columns)), line[0].start)
