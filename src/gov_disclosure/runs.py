"""A row of a grid as runs: labels side by side, and the values behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from .grid import Located, Row
from .marks import BLANK
from .source import Place


class Run(NamedTuple):
    """Labels that stand side by side, and the values behind the last of them.

    ``width`` counts the cells of the whole row, ``behind`` those up to its values; ``spaced``
    tells that empty cells stand between the labels.  ``before`` is what stands before the first
    label of the row.
    """

    labels: Row
    values: Row
    width: int
    behind: int = 0
    spaced: bool = False
    before: Sequence[Located] = ()

    @property
    def whole(self) -> Place:
        """Where all of the run stands."""
        first, last = self.labels or self.values, self.values or self.labels
        return first[0][0], last[-1][1]


def runs_of(row: Row) -> Iterable[Run]:
    """The runs of a row; what stands before its first label is no part of them, if there is one."""
    at = [place for place, cell in enumerate(row) if cell[2].terms]
    if not at:
        return [Run([], row, len(row))]
    first, last = at[0], at[-1]
    if last - first + 1 == len(at):
        labels, values = row[first : last + 1], row[last + 1 :]
        return [Run(labels, values, len(row), last + 1, before=row[:first])]
    return _runs_between(row, at)


def _runs_between(row: Row, at: list[int]) -> Iterator[Run]:
    """The runs of a row whose labels, at these places, have values or empty cells between them."""
    labels: Row = []
    spaced = False
    for label, following in pairwise([*at, len(row)]):
        labels.append(row[label])
        values = row[label + 1 : following]
        filler = following < len(row) and all(cell[2] is BLANK for cell in values)
        if filler:
            spaced = spaced or bool(values)
            labels += values
            continue
        yield Run(labels, values, len(row), label + 1, spaced, row[: at[0]])
        labels, spaced = [], False
