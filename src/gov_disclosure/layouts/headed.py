"""Columns set with blanks beneath labels that show where each of them is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from ..grid import Grid, Row, Stretch, Words
from ..marks import BLANK, Sort
from .screen import FIGURES, MEASURES, Lines, Piece, pieces_of, well_aligned, with_whole_labels

_GAP = re.compile(r"\S {2,}\S")

_MOST_COLUMNS = 64
_NEAR = 1
_MANY = 4


@attrs.frozen
class Headed:
    """Rows whose values stand below labels; where one is missing, its cell is empty.

    Labels may go over several lines, and the values of their row stand on any of them.

    Where the values of all tables are set below their labels in the same manner, at the left,
    at the right or in the middle, this is no chance, and every one is in its place.
    """

    name: str = "columns under labels"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Wide gaps within lines make columns possible."""
        if "  " not in stretch.content or "|" in stretch.content:
            return 0.0
        return min(0.85, 2 * len(_GAP.findall(stretch.content)) / len(stretch.lines))

    def read(self, stretch: Stretch, words: Words) -> Grid:
        """The rows with their values, and empty cells where labels have none beneath them."""
        measured = [pieces_of(stretch, words, measure) for measure in MEASURES]
        readings = [_read(lines, stretch.text, words) for lines in well_aligned(measured)]
        tables, vouched = _best(readings)
        return [row for table in tables for row in _rows(table, vouched)]


@attrs.frozen
class _Line:
    """What stands on one line: labels and other words, then what stands behind the last label."""

    number: int
    labels: Sequence[Piece]
    values: Sequence[Piece]

    @property
    def has_figures(self) -> bool:
        """Whether there are values in it of which the places can be told."""
        return any(value.mark.sort in FIGURES for value in self.values)

    @property
    def end_of_labels(self) -> int:
        """How far labels reach on it."""
        return max((label.right for label in self.labels), default=0)

    def labels_behind(self, column: int) -> Sequence[Piece]:
        """Its labels that begin there or farther right."""
        return [piece for piece in self.labels if _is_label(piece) and piece.left >= column]


@attrs.frozen
class _Table:
    """A header and the lines beneath it.

    ``columns`` are the lowest labels of the header behind those of the rows; none if there is
    a word among them that is no label.
    """

    header: Sequence[_Line]
    lines: Sequence[_Line]
    columns: Sequence[Piece]


def _tables(lines: Sequence[_Line]) -> Iterator[_Table]:
    """The tables: a new one begins where labels stand behind those of the rows around them.

    A single one has to reach below values, or it may be that of a row with narrower ones around.
    """
    header: list[_Line] = []
    body: list[_Line] = []
    behind = first = 0
    for line, ahead in zip(lines, _ends_of_labels_ahead(lines), strict=True):
        if body and not line.has_figures:
            labels = line.labels_behind(max(behind, ahead))
            if len(labels) > 1 or any(label.right > first for label in labels):
                yield _table(header, body)
                header, body = [], []
        if line.has_figures:
            behind = max(behind, line.end_of_labels) if body else line.end_of_labels
            first = min(first, line.values[0].left) if body else line.values[0].left
        (body if body or line.has_figures else header).append(line)
    yield _table(header, body)


def _ends_of_labels_ahead(lines: Sequence[_Line]) -> Sequence[int]:
    """For each line how far labels reach on the next line that has figures."""
    ends: list[int] = []
    end = 0
    for line in reversed(lines):
        ends.append(end)
        end = line.end_of_labels if line.has_figures else end
    return ends[::-1]


def _lines(pieces: Iterable[Piece]) -> Iterator[_Line]:
    """The lines that hold something; a label stands on the first of its lines with figures."""
    on_lines: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        for number in range(piece.top, piece.bottom + 1):
            on_lines[number].append(piece)
    with_figures = {
        number
        for number, found in on_lines.items()
        if any(piece.mark.sort in FIGURES for piece in found)
    }
    for number, found in sorted(on_lines.items()):
        stand = [piece for piece in found if _home(piece, with_figures) == number]
        if stand:
            stand.sort(key=lambda piece: piece.left)
            last = max((at for at, piece in enumerate(stand) if _is_label(piece)), default=-1)
            yield _Line(number, stand[: last + 1], stand[last + 1 :])


def _home(piece: Piece, with_figures: Container[int]) -> int:
    lines = range(piece.top, piece.bottom + 1)
    return next((number for number in lines if number in with_figures), piece.top)


def _table(header: Sequence[_Line], body: Sequence[_Line]) -> _Table:
    behind = max((line.end_of_labels for line in body if line.has_figures), default=0)
    columns = _columns(list(_pieces(_lowest_header(header, behind))), behind)
    return _Table(header, body, columns if all(map(_is_label, columns)) else ())


def _lowest_header(header: Sequence[_Line], behind: int) -> Iterator[_Line]:
    """The lines of a header up to a row of a table above it, which has a label and no values."""
    begun = False
    for line in reversed(header):
        first, *others = _pieces([line])
        if begun and not others and first.left < behind:
            return
        begun = begun or first.left >= behind or bool(others)
        yield line


def _pieces(lines: Iterable[_Line]) -> Iterator[Piece]:
    return (piece for line in lines for piece in (*line.labels, *line.values))


def _columns(header: Sequence[Piece], behind: int) -> Sequence[Piece]:
    """The lowest pieces of a header behind the labels of the rows, those above others left out."""
    beside = Counter(number for piece in header for number in _line_numbers(piece))
    columns: list[Piece] = []
    for piece in sorted(header, key=lambda piece: -piece.bottom):
        alone = all(beside[number] == 1 for number in _line_numbers(piece))
        if not alone and not any(piece.overlaps(column) for column in columns):
            columns.append(piece)
        if len(columns) > _MOST_COLUMNS:
            return []
    columns.sort(key=lambda piece: piece.left)
    return [column for column in columns if column.left >= behind]


def _line_numbers(piece: Piece) -> range:
    return range(piece.top, piece.bottom + 1)


def _is_label(piece: Piece) -> bool:
    return piece.mark.sort is Sort.LABEL


@attrs.frozen
class _Reading:
    """The tables as one measure shows them.

    ``beneath`` tells for each figure the column it stands under, None if not one; ``vouched``
    that all of them do, in the same manner.  In lines whose cells just have the same blanks
    between them, nothing stands below another.
    """

    tables: Sequence[_Table]
    columns: int
    beneath: Mapping[int, int | None]
    vouched: bool


def _read(lines: Lines, text: str, words: Words) -> _Reading:
    tables = list(_tables(list(_lines(with_whole_labels(lines, text, words)))))
    headed = [table for table in tables if table.columns]
    pairs = [
        (value, _column(value, table.columns))
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
    beneath = {value.start: column and column.start for value, column in pairs}
    columns = sum(len(table.columns) for table in headed)
    return _Reading(tables, columns, beneath, bool(manners) and len(gaps) > 1)


def _best(readings: Sequence[_Reading]) -> tuple[Sequence[_Table], bool]:
    """The tables that are vouched for, and whether they are so beyond doubt.

    Of two ways to measure a text that both vouch, the one is right in which more labels of a
    header stand above others.  A few figures may be beneath labels by chance; then the first
    way to measure, which is how it looks, must not contradict.
    """
    vouched = [reading for reading in readings if reading.vouched]
    if not vouched:
        return readings[0].tables, False
    rivals = [reading for reading in vouched if _contradict(vouched[0], reading)]
    best, *others = sorted([vouched[0], *rivals], key=lambda reading: reading.columns)
    sure = len(best.beneath) >= _MANY or not _contradict(best, readings[0])
    return best.tables, sure and all(best.columns < other.columns for other in others)


def _contradict(one: _Reading, other: _Reading) -> bool:
    """Whether a figure stands beneath one label here and beneath another there."""
    return any(
        column is not None and other.beneath.get(figure) not in (column, None)
        for figure, column in one.beneath.items()
    )


def _gaps(table: _Table) -> Iterator[int]:
    """How far what stands side by side in a table is apart."""
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
"""How values are set below their label."""


def _column(value: Piece, columns: Sequence[Piece]) -> Piece | None:
    """The one column that a value stands under."""
    under = [column for column in columns if column.overlaps(value)]
    return under[0] if len(under) == 1 else None


def _rows(table: _Table, vouched: bool) -> Iterator[Row]:
    yield from _header_rows(table.header)
    for line in table.lines:
        cells = _filled(line.values, table.columns) if vouched and line.has_figures else None
        yield [piece.cell for piece in line.labels] + (
            cells or [value.cell for value in line.values]
        )


def _header_rows(header: Iterable[_Line]) -> Iterator[Row]:
    """What stands side by side in a header as one row, whichever of their lines labels begin on."""
    lowest = -1
    beside: list[Piece] = []
    for piece in sorted(_pieces(header), key=lambda piece: piece.top):
        if piece.top > lowest and beside:
            yield _from_left(beside)
            beside = []
        beside.append(piece)
        lowest = max(lowest, piece.bottom)
    if beside:
        yield _from_left(beside)


def _from_left(pieces: Iterable[Piece]) -> Row:
    return [piece.cell for piece in sorted(pieces, key=lambda piece: piece.left)]


def _filled(values: Sequence[Piece], columns: Sequence[Piece]) -> Row | None:
    """A cell for each column, empty where no value stands below it; None if they do not fit."""
    places = [_column(value, columns) for value in values]
    if None in places or len(set(places)) < len(places) or not columns:
        return None
    at = dict(zip(places, values, strict=True))
    cells: Row = []
    end = values[0].start
    for column in columns:
        cell = at[column].cell if column in at else (end, end, BLANK)
        cells.append(cell)
        end = cell[1]
    return cells
