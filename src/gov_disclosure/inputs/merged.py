"""Figures in cells that several cells of the form were merged into: they are nobody's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from more_itertools import ilen

from .drawing import Shown
from .plain import is_figure

MERGED = "〔合并〕"
"""What is drawn behind a figure that stands in several cells, and in the others of them."""

_REMARKS = ("(", "（")
_Position = tuple[int, int]


def with_merged(rows: Sequence[Sequence[Shown]]) -> Sequence[Sequence[Shown]]:
    """Rows in which a figure that stands in several cells of a form, and those cells, say so.

    That a cell goes on over columns means nothing where the words above it do, and that it goes
    on over rows nothing where only its own row has a label.

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
    """What is drawn at the positions of figures that stand in several cells, and of these cells.

    A mark that there is none, such as a dash, says so of each of them.
    """
    headed: dict[int, int] = {}
    for down, row in enumerate(rows):
        for at, cell in enumerate(row):
            if is_figure(cell.text):
                others = [*_beside(rows, down, at, headed.get(at, 0)), *_beneath(rows, down, at)]
                is_mark = not any(map(str.isdigit, cell.text))
                if others and not is_mark:
                    yield (down, at), Shown((f"{cell.text}{MERGED}",))
                yield from ((other, cell if is_mark else Shown((MERGED,))) for other in others)
        if not any(is_figure(cell.text) for cell in row):
            headed |= {at: down for at, cell in enumerate(row) if _has_words(cell)}


def _beside(
    rows: Sequence[Sequence[Shown]], down: int, at: int, header: int
) -> Sequence[_Position]:
    """The positions that a figure covers, if its header parts them.

    A label above that goes on beneath stands in its place there.
    """
    covered = ilen(takewhile(lambda cell: cell.is_covered, rows[down][at + 1 :]))
    places = range(at + 1, at + 1 + covered)
    return [(down, beside) for beside in places] if _parts(rows, header, places) else []


def _parts(rows: Sequence[Sequence[Shown]], header: int, places: range) -> bool:
    """Whether the label of a column begins at one of these places of a header."""
    labels = rows[header][places.start : places.stop]
    above = rows[header - 1][places.start : places.stop] if header else ()
    goes_on = any(
        label.is_beneath and _has_words(over) for label, over in zip(labels, above, strict=False)
    )
    return goes_on or any(map(_has_words, labels))


def _beneath(rows: Sequence[Sequence[Shown]], down: int, at: int) -> Iterator[_Position]:
    """The positions that a figure goes on over in rows that have a label of their own."""
    for beneath in range(down + 1, len(rows)):
        row = rows[beneath]
        if not (at < len(row) and row[at].is_beneath):
            return
        if any(_has_words(cell) and not cell.text.startswith(_REMARKS) for cell in row[:at]):
            yield beneath, at


def _has_words(cell: Shown) -> bool:
    return bool(cell.lines) and not is_figure(cell.text)
