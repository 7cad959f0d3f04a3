"""Mark figures in cells into which several cells of the form were merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from more_itertools import ilen

from .drawing import Shown, has_label
from .plain import is_figure

MERGED = "〔合并〕"
"""The mark drawn behind a figure that stands in several cells, and in the rest of these cells."""

_REMARKS = ("(", "（")
_Position = tuple[int, int]


def with_merged(rows: Sequence[Sequence[Shown]]) -> Sequence[Sequence[Shown]]:
    """Mark every cell of the form that shares its figure with other cells.

    A figure may span as many columns as the label above it does, and rows without a label of their
    own.  Where no label stands above it, the figures of other rows show the columns.

    >>> cell = lambda said: Shown((said,))
    >>> figure, covered = cell("3"), Shown(is_covered=True)
    >>> rows = [[cell("a"), cell("b"), cell("c")], [cell("d"), figure, covered]]
    >>> [shown.text for shown in with_merged(rows)[1]]
    ['d', '3〔合并〕', '〔合并〕']
    >>> rows[0][2] = covered
    >>> with_merged(rows) == rows
    True
    """
    merged = dict(_marks_of_shared(rows))
    if not merged:
        return rows
    return [
        [merged.get((down, at), cell) for at, cell in enumerate(row)]
        for down, row in enumerate(rows)
    ]


def _marks_of_shared(rows: Sequence[Sequence[Shown]]) -> Iterator[tuple[_Position, Shown]]:
    """Yield what is drawn at the positions that share a figure or a mark such as a dash."""
    headed: dict[int, int] = {}
    columns_of_figures = {at for row in rows for at, cell in enumerate(row) if is_figure(cell.text)}
    for down, row in enumerate(rows):
        for at, cell in enumerate(row):
            if is_figure(cell.text):
                places = _covered_columns(row, at)
                is_parted = _has_label_at(rows, headed.get(at, 0), places)
                if is_parted or (at not in headed and not columns_of_figures.isdisjoint(places)):
                    yield from _marks_at(cell, [(down, place) for place in (at, *places)])
                yield from _marks_at(cell, [(down, at), *_labelled_beneath(rows, down, at)])
        if not any(is_figure(cell.text) for cell in row):
            headed |= {at: down for at, cell in enumerate(row) if has_label(cell)}


def _marks_at(cell: Shown, places: Sequence[_Position]) -> Iterator[tuple[_Position, Shown]]:
    """Yield what is drawn at the positions that a figure spans; a dash is repeated at each."""
    if len(places) == 1:
        return
    if not any(map(str.isdigit, cell.text)):
        yield from ((place, cell) for place in places)
        return
    yield places[0], Shown((f"{cell.text}{MERGED}",))
    yield from ((place, Shown((MERGED,))) for place in places[1:])


def _covered_columns(row: Sequence[Shown], at: int) -> range:
    """Return the columns behind a cell that it covers."""
    return range(at + 1, at + 1 + ilen(takewhile(lambda cell: cell.is_covered, row[at + 1 :])))


def _has_label_at(rows: Sequence[Sequence[Shown]], header: int, places: range) -> bool:
    """Whether the label of a column begins at one of the given places of a header.

    A label in the row above that continues into the header counts as well.
    """
    labels = rows[header][places.start : places.stop]
    above = rows[header - 1][places.start : places.stop] if header else ()
    goes_on = any(
        label.is_beneath and has_label(over) for label, over in zip(labels, above, strict=False)
    )
    return goes_on or any(map(has_label, labels))


def _labelled_beneath(rows: Sequence[Sequence[Shown]], down: int, at: int) -> Iterator[_Position]:
    """Yield the positions that a figure spans in rows with a label of their own."""
    for beneath in range(down + 1, len(rows)):
        row = rows[beneath]
        if not (at < len(row) and row[at].is_beneath):
            return
        if any(has_label(cell) and not cell.text.startswith(_REMARKS) for cell in row[:at]):
            yield beneath, at
