"""Split a row that holds a whole table, each of its cells with a line for every row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from .drawing import Shown, cells_of
from .plain import is_figure

_FEWEST_CELLS = 2
_FEWEST_LINES = 3
"""Two lines may be one row: a label broken in two, beside a unit and its figure."""


def unheaped(rows: Sequence[Sequence[Shown]]) -> list[Sequence[Shown]]:
    """Split each row that holds a column in every cell into the rows of these columns.

    All cells then have the same number of lines, and every cell but the first has words above
    figures: a label that is merely broken stands beside cells with fewer lines.  The lines of the
    first cell may be the rows of a table within it.

    >>> labels, figures = Shown(("信息内容", "规章", "行政许可")), Shown(("件数", "3", "0"))
    >>> for row in unheaped([[labels, figures]]):
    ...     print([cell.text for cell in row])
    ['信息内容', '件数']
    ['规章', '3']
    ['行政许可', '0']
    """
    return [line for row in rows for line in _split_row(row)]


def _split_row(row: Sequence[Shown]) -> Iterator[Sequence[Shown]]:
    said = [cell for cell in row if cell.lines or cell.instead]
    count = len(said[0].lines) if said else 0
    if len(said) < _FEWEST_CELLS or not _are_columns(said, count):
        yield row
        return
    for at in range(count):
        yield [one for cell in row for one in _cells_of_line(cell, at)]


def _cells_of_line(cell: Shown, at: int) -> Iterator[Shown]:
    """Yield a line of a cell, or the cells of a row of the table in it."""
    if not cell.cells:
        yield attrs.evolve(cell, lines=cell.lines[at : at + 1])
        return
    for said in cells_of(cell.lines[at]):
        yield Shown((said,) if said else ())


def _are_columns(said: Sequence[Shown], count: int) -> bool:
    """Whether each cell has one line for every row, and the first cell holds their labels."""
    labels, *others = said
    return (
        count >= _FEWEST_LINES
        and not any(map(is_figure, labels.lines))
        and all(len(cell.lines) == count for cell in said)
        and not any(cell.cells for cell in others)
        and all(map(_is_column_of_figures, others))
    )


def _is_column_of_figures(cell: Shown) -> bool:
    """Whether a cell holds words with figures beneath them."""
    head, *figures = cell.lines
    return not is_figure(head) and all(map(is_figure, figures))
