"""Rows with what tools broke, pushed together or moved put back in its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

from more_itertools import flatten, map_reduce

from ...labels.marks import FIGURES, Sort
from ..rows.due_row import DueRow
from .joining import with_joined_lines
from .lone import with_lone_figure
from .parting import with_parted_figures
from .rejoining import with_whole_figures
from .straying import with_strays
from .touching import is_too_long, with_touching_figures

_PRINTED_ALONE = FIGURES | {Sort.BLANK}


def mended(rows: Iterable[DueRow]) -> Sequence[DueRow]:
    """The rows, each mended only where sums leave no doubt."""
    given = list(rows)
    if all(map(_shows_its_cells, given)):
        return list(with_joined_lines(given))
    whole = with_whole_figures(with_touching_figures(given))
    parted = list(map(with_parted_figures, whole))
    tables = map_reduce(with_joined_lines(parted), attrgetter("table")).values()
    return list(flatten(with_lone_figure(with_strays(lines)) for lines in tables))


def _shows_its_cells(line: DueRow) -> bool:
    """Whether a row has one figure, or nothing, in each cell, and an empty one if it lacks some.

    Then nothing in it can be broken.
    """
    filled, values = line.entry.filled, line.entry.values
    if len(values) == len(filled) != len(line.slots) or is_too_long(line):
        return False
    return all(mark.sort in _PRINTED_ALONE and not mark.several for _, _, mark in values)
