"""Leave out hidden copies of the tables of a page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from ..drawing import cells_of
from ..plain import are_words


def without_copies(lines: Sequence[str], closed: Sequence[slice]) -> list[str]:
    """Remove the lines of closed tables whose rows the page also shows elsewhere.

    Such tables are copies for small screens, or those of another year behind a tab.  A table that
    stands nowhere else is kept, as readers can open it, and so is one with figures where the other
    has none.

    >>> rows = ["| 规章 | 9 |", "| 规章 | 3 |", "| 行政许可 | 0 |"]
    >>> without_copies(rows, [slice(0, 1), slice(2, 3)])
    ['| 规章 | 3 |', '| 行政许可 | 0 |']
    """
    if not closed:
        return list(lines)
    within = {at for part in closed for at in range(part.start, part.stop)}
    shown: dict[tuple[str, ...], int] = {}
    for line in (line for at, line in enumerate(lines) if at not in within):
        shown[_labels_of_row(line)] = max(_count_filled(line), shown.get(_labels_of_row(line), 0))
    repeated = [
        part
        for part in closed
        if all(_count_filled(line) <= shown.get(_labels_of_row(line), -1) for line in lines[part])
    ]
    dropped = set(chain.from_iterable(range(part.start, part.stop) for part in repeated))
    return [line for at, line in enumerate(lines) if at not in dropped]


def _labels_of_row(row: str) -> tuple[str, ...]:
    """Return the texts of the cells of a row that hold words and no figure."""
    return tuple(filter(are_words, cells_of(row)))


def _count_filled(row: str) -> int:
    """Count the cells of a row that are not empty."""
    return sum(cell != "" for cell in cells_of(row))
