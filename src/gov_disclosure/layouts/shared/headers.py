"""Headers and the lines beneath them, made of pieces at their places on a screen."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property

import attrs

from ...labels.marks import FIGURES, Sort
from .screen import VALUES, Piece

_MOST_COLUMNS = 64


@attrs.frozen
class ScreenLine:
    """The labels and other words of one line, then what stands behind its last label."""

    number: int
    labels: Sequence[Piece]
    values: Sequence[Piece]

    @cached_property
    def has_figures(self) -> bool:
        """Whether any of its values is a figure or a dash."""
        return any(value.mark.sort in FIGURES for value in self.values)

    @cached_property
    def end_of_labels(self) -> int:
        """How far to the right its labels reach."""
        return max([label.right for label in self.labels], default=0)

    def labels_behind(self, column: int) -> Sequence[Piece]:
        """Its labels that begin at a column or farther right."""
        return [piece for piece in self.labels if _is_label(piece) and piece.left >= column]


@attrs.frozen
class ScreenTable:
    """A header and the lines beneath it.

    ``columns`` are the lowest labels of the header behind those of the rows; empty if one of them
    is a word that is no label.
    """

    header: Sequence[ScreenLine]
    lines: Sequence[ScreenLine]
    columns: Sequence[Piece]


def tables_of(lines: Sequence[ScreenLine]) -> Iterator[ScreenTable]:
    """Split lines into tables: a new one begins at labels to the right of those of the rows around.

    These have to reach below columns, and a single one below values; otherwise they may be labels
    of rows without values, while the rows around have shorter ones.
    """
    header: list[ScreenLine] = []
    body: list[ScreenLine] = []
    lefts: list[int] = []
    behind = first = 0
    for line, ahead in zip(lines, _ends_of_labels_ahead(lines), strict=True):
        if body and not line.has_figures:
            labels = line.labels_behind(max(behind, ahead))
            column = bisect_left(lefts, behind)
            reached = lefts[column] if len(labels) > 1 and column < len(lefts) else first
            if any(label.right > reached for label in labels):
                yield _table(header, body)
                header, body = [], []
        if line.has_figures:
            lefts = lefts if body else sorted(piece.left for piece in pieces_on(header))
            behind = max(behind, line.end_of_labels) if body else line.end_of_labels
            first = min(first, line.values[0].left) if body else line.values[0].left
        (body if body or line.has_figures else header).append(line)
    yield _table(header, body)


def _ends_of_labels_ahead(lines: Sequence[ScreenLine]) -> Sequence[int]:
    """For each line, how far labels reach on the next line that has figures."""
    ends: list[int] = []
    end = 0
    for line in reversed(lines):
        ends.append(end)
        end = line.end_of_labels if line.has_figures else end
    return ends[::-1]


def lines_of(pieces: Iterable[Piece]) -> Iterator[ScreenLine]:
    """The lines that hold something; a label stands on the first of its lines with values."""
    on_lines: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        for number in range(piece.top, piece.bottom + 1):
            on_lines[number].append(piece)
    with_values = {
        number
        for number, found in on_lines.items()
        if any(piece.mark.sort in VALUES for piece in found)
    }
    for number, found in sorted(on_lines.items()):
        stand = [
            piece
            for piece in found
            if piece.top == piece.bottom or _line_of_label(piece, with_values) == number
        ]
        if stand:
            stand.sort(key=lambda piece: piece.left)
            last = max((at for at, piece in enumerate(stand) if _is_label(piece)), default=-1)
            yield ScreenLine(number, stand[: last + 1], stand[last + 1 :])


def _line_of_label(piece: Piece, with_values: Container[int]) -> int:
    lines = range(piece.top, piece.bottom + 1)
    return next((number for number in lines if number in with_values), piece.top)


def _table(header: Sequence[ScreenLine], body: Sequence[ScreenLine]) -> ScreenTable:
    behind = max((line.end_of_labels for line in body if line.has_figures), default=0)
    values = [value for line in body for value in line.values]
    first = min((value.left for value in values), default=0)
    columns = _columns(list(pieces_on(_lowest_header(header, behind, first))), behind)
    columns = [column for column in columns if not _is_above_gap(column, columns, values)]
    return ScreenTable(header, body, columns if all(map(_is_label, columns)) else ())


def _is_above_gap(label: Piece, columns: Sequence[Piece], values: Sequence[Piece]) -> bool:
    """Whether a label without values only stands above a gap between the columns that it heads."""
    if label.mark.names_column:
        return False
    lower = [column.left for column in columns if column.top > label.top]
    among = bool(lower) and min(lower) < label.left < max(lower)
    return among and not any(value.overlaps(label) for value in values)


def _lowest_header(header: Sequence[ScreenLine], behind: int, first: int) -> Iterator[ScreenLine]:
    """The lines of a header that reach below the first value, up to a row of a table above it.

    The other lines are rows too, with labels and no values.
    """
    begun = False
    for line in reversed(header):
        pieces = list(pieces_on([line]))
        if begun and len(pieces) == 1 and pieces[0].left < behind:
            return
        if pieces[-1].right > first or not behind:
            begun = begun or pieces[-1].left >= behind
            yield line


def pieces_on(lines: Iterable[ScreenLine]) -> Iterator[Piece]:
    """The pieces on lines, from left to right and line by line."""
    return (piece for line in lines for piece in (*line.labels, *line.values))


def _columns(header: Sequence[Piece], behind: int) -> Sequence[Piece]:
    """The lowest pieces of a header behind the labels of the rows, without those above others."""
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
