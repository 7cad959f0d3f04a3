"""Mend all rows: put back what tools broke, pushed together or moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

from more_itertools import flatten, map_reduce

from ...labels.marks import FIGURES, Sort
from ..rows.due_row import DueRow
from .broken import with_whole_figures
from .joined_lines import with_joined_lines
from .parted import with_parted_figures
from .strays import with_lone_figure, with_strays
from .touching import is_too_long, with_touching_figures

_PRINTED_ALONE = FIGURES | {Sort.BLANK}

_OF_ROWS = (with_touching_figures, with_whole_figures, with_parted_figures, with_joined_lines)
_OF_TABLES = (with_strays, with_lone_figure)
"""The repairs in their order: of all rows of a report, then of the rows of each table."""


def mended(rows: Sequence[DueRow]) -> Sequence[DueRow]:
    """Mend rows if sums leave no doubt; the rows of a table are returned next to each other."""
    if all(map(_shows_its_cells, rows)):
        return with_joined_lines(rows)
    for mend in _OF_ROWS:
        rows = mend(rows)
    tables: Iterable[Sequence[DueRow]] = map_reduce(rows, attrgetter("table")).values()
    for mend in _OF_TABLES:
        tables = map(mend, tables)
    return list(flatten(tables))


def _shows_its_cells(line: DueRow) -> bool:
    """Whether nothing in a row can be broken: each cell is empty or holds just one figure."""
    filled, values = line.filled, line.values
    if len(values) == len(filled) != line.due or is_too_long(line):
        return False
    return all(mark.sort in _PRINTED_ALONE and not mark.several for _, _, mark in values)
