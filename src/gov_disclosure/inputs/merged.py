"""Mark figures in cells that several cells of the form were merged into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from more_itertools import ilen

from .drawing import Shown, has_label
from .plain import is_figure

MERGED = "〔合并〕"
"""What is drawn behind a figure that stands in several cells, and in the others of them."""

_REMARKS = ("(", "（")
_Position = tuple[int, int]


def with_merged(rows: Sequence[Sequence[Shown]]) -> Sequence[Sequence[Shown]]:
    """Rows with a mark in every cell of the form that shares its figure with others.

    A cell may go on over as many columns as the words above it do, and over rows without a label
    of their own.  Where no words stand above it, the figures of other rows show the columns.

    >>> cell = lambda said: Shown((said,))
    >>> figure, covered = cell("3"), Shown(is_covered=True)
    >>> rows = [[cell("a"), cell("b"), cell("c")], [cell("d"), figure, covered]]
    >>> [shown.text for shown in with_merged(rows)[1]]
    ['d', '3〔合并〕', '〔合并〕']
    >>> rows[0][2] = covered
    >>> with_merged(rows) == rows
    True
    """
    merged = dict(_merged(rows))
    if not merged:
        return rows
    return [
        [merged.get((down, at), cell) for at, cell in enumerate(row)]
        for down, row in enumerate(rows)
    ]


def _merged(rows: Sequence[Sequence[Shown]]) -> Iterator[tuple[_Position, Shown]]:
    """What is drawn at the positions that share a figure; they repeat a mark such as a dash."""
    headed: dict[int, int] = {}
    figured = {at for row in rows for at, cell in enumerate(row) if is_figure(cell.text)}
    for down, row in enumerate(rows):
        for at, cell in enumerate(row):
            if is_figure(cell.text):
                places = _beside(row, at)
                is_parted = _parts(rows, headed.get(at, 0), places)
                if is_parted or (at not in headed and not figured.isdisjoint(places)):
                    yield from _sharing(cell, [(down, place) for place in (at, *places)])
                yield from _sharing(cell, [(down, at), *_beneath(rows, down, at)])
        if not any(is_figure(cell.text) for cell in row):
            headed |= {at: down for at, cell in enumerate(row) if has_label(cell)}


def _sharing(cell: Shown, places: Sequence[_Position]) -> Iterator[tuple[_Position, Shown]]:
    """What is drawn at the positions that a figure goes on over, its own the first of them."""
    if len(places) == 1:
        return
    if not any(map(str.isdigit, cell.text)):
        yield from ((place, cell) for place in places)
        return
    yield places[0], Shown((f"{cell.text}{MERGED}",))
    yield from ((place, Shown((MERGED,))) for place in places[1:])


def _beside(row: Sequence[Shown], at: int) -> range:
    """The columns behind a cell that it goes on over."""
    return range(at + 1, at + 1 + ilen(takewhile(lambda cell: cell.is_covered, row[at + 1 :])))


def _parts(rows: Sequence[Sequence[Shown]], header: int, places: range) -> bool:
    """Whether the label of a column begins at one of some places of a header.

    A label above the header that goes on beneath stands in its place there.
    """
    labels = rows[header][places.start : places.stop]
    above = rows[header - 1][places.start : places.stop] if header else ()
    goes_on = any(
        label.is_beneath and has_label(over) for label, over in zip(labels, above, strict=False)
    )
    return goes_on or any(map(has_label, labels))


def _beneath(rows: Sequence[Sequence[Shown]], down: int, at: int) -> Iterator[_Position]:
    """The positions that a figure goes on over in rows that have a label of their own."""
    for beneath in range(down + 1, len(rows)):
        row = rows[beneath]
        if not (at < len(row) and row[at].is_beneath):
            return
        if any(has_label(cell) and not cell.text.startswith(_REMARKS) for cell in row[:at]):
            yield beneath, at
