"""Rows that stand twice with different figures, of which only one shows the places of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set

from more_itertools import map_reduce, partition

from ..problems import CONTRADICTED, figures_standing
from ..text.source import Place
from ..values import Problem
from .rows.due_row import DueRow
from .rows.readings import ResolvedRow

_Resolved = tuple[DueRow, ResolvedRow]


def without_contradicted(
    lines: Sequence[DueRow], resolved: Sequence[ResolvedRow], added: Set[Place]
) -> tuple[Sequence[ResolvedRow], Sequence[Problem]]:
    """Take the values from rows that stand elsewhere with other figures, which have no place.

    Nobody can tell which of the two is the report's.  A single such row of a table may be anything,
    and so may those that an agency ``added``.
    """
    pairs = list(zip(lines, resolved, strict=True))
    own = [pair for pair in pairs if pair[0].place not in added]
    single = list(_contradicted(own))
    many = Counter(line.table for line in single)
    contradicted = [line for line in single if many[line.table] > 1]
    doubted = {line.place for line in contradicted}
    kept = [line.resolved([], {}) if line.place in doubted else row for line, row in pairs]
    return kept, [figures_standing(CONTRADICTED, line.left_open) for line in contradicted]


def _contradicted(pairs: Iterable[_Resolved]) -> Iterator[DueRow]:
    """The rows that alone have a place among those of the same label, and disagree with one."""
    wide = (pair for pair in pairs if pair[0].row and pair[0].due > 1)
    for several in map_reduce(wide, lambda pair: (pair[0].table, pair[0].row)).values():
        if len(several) > 1:
            others, placed = partition(lambda pair: pair[1].has_place, several)
            single = [line for line, _ in placed]
            if len(single) == 1 and any(_says_more(line, single[0]) for line, _ in others):
                yield single[0]


def _says_more(line: DueRow, other: DueRow) -> bool:
    """Whether the figures of a row are not among those of another one, in their order."""
    counts = iter(_counts(other))
    return not all(count in counts for count in _counts(line))


def _counts(line: DueRow) -> Sequence[int]:
    """The figures of a row."""
    return [mark.count for _, _, mark in line.filled if mark.count is not None]
