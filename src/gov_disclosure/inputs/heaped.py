"""Rows of a table that a page has in one row, each cell with a line for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from .drawing import Shown, cells_of
from .plain import is_figure

_FEWEST_CELLS = 2
_FEWEST_LINES = 3
"""A label on two lines beside a unit and its figure is one row."""


def unheaped(rows: Sequence[Sequence[Shown]]) -> list[Sequence[Shown]]:
    """Rows, those with several lines in each cell as rows of these lines.

    There are as many lines in each of the cells, and but for the first they are figures beneath
    words: a label that is merely broken stands beside cells that are not broken as often.  The
    lines of the first cell may be the rows of a table.

    >>> labels, figures = Shown(("信息内容", "规章", "行政许可")), Shown(("件数", "3", "0"))
    >>> for row in unheaped([[labels, figures]]):
    ...     print([cell.text for cell in row])
    ['信息内容', '件数']
    ['规章', '3']
    ['行政许可', '0']
    """
    return [line for row in rows for line in _lines(row)]


def _lines(row: Sequence[Shown]) -> Iterator[Sequence[Shown]]:
    said = [cell for cell in row if cell.lines or cell.instead]
    count = len(said[0].lines) if said else 0
    if len(said) < _FEWEST_CELLS or not _is_heap(said, count):
        yield row
        return
    for at in range(count):
        yield [one for cell in row for one in _line(cell, at)]


def _line(cell: Shown, at: int) -> Iterator[Shown]:
    """A line of a cell, or the cells of a row of the table in it."""
    if not cell.cells:
        yield attrs.evolve(cell, lines=cell.lines[at : at + 1])
        return
    for said in cells_of(cell.lines[at]):
        yield Shown((said,) if said else ())


def _is_heap(said: Sequence[Shown], count: int) -> bool:
    """Whether cells have a line each for as many rows, in the first cell their labels."""
    labels, *others = said
    return (
        count >= _FEWEST_LINES
        and not any(map(is_figure, labels.lines))
        and all(len(cell.lines) == count for cell in said)
        and not any(cell.cells for cell in others)
        and all(map(_is_column, others))
    )


def _is_column(cell: Shown) -> bool:
    """Whether a cell holds words, and figures beneath them."""
    head, *figures = cell.lines
    return not is_figure(head) and all(map(is_figure, figures))
