"""Rows of a grid as runs: labels side by side, and the values behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import attrs
from more_itertools import map_reduce

from ..labels.marks import BLANK
from ..labels.vocabulary import Role
from ..layouts.grid import Located, Row
from ..text.source import Place

_MOST_BEFORE = 64
"""No table has more columns."""


class Run(NamedTuple):
    """Labels that stand side by side, and the values behind the last of them.

    ``width`` counts the cells of the whole row, ``behind`` those before the values.  ``spaced``
    says that empty cells stand between the labels.  ``before`` are the cells before the first label
    of the row; on a row without figures, those before the run.
    """

    labels: Row
    values: Row
    width: int
    behind: int = 0
    spaced: bool = False
    before: Sequence[Located] = ()

    @property
    def line(self) -> Row:
        """The run with the cells before it; empty if there are none."""
        return [*self.before, *self.labels, *self.values] if self.before else []

    @property
    def whole(self) -> Place:
        """The place of the whole run."""
        first, last = self.labels or self.values, self.values or self.labels
        return first[0][0], last[-1][1]

    @property
    def said_until(self) -> int:
        """Where the last cell ends that is not empty."""
        ends = [end for _, end, mark in (*self.labels, *self.values) if mark is not BLANK]
        return max(ends) if ends else self.whole[0]


def runs_of(row: Row) -> Iterable[Run]:
    """Split a row into runs; the cells before its first label, if it has one, belong to none."""
    at = [place for place, cell in enumerate(row) if cell[2].terms]
    if not at:
        return [Run([], row, len(row))]
    first, last = at[0], at[-1]
    if last - first + 1 == len(at):
        labels, values = row[first : last + 1], row[last + 1 :]
        return [Run(labels, values, len(row), last + 1, before=row[:first])]
    return _runs_between(row, at)


def _runs_between(row: Row, at: list[int]) -> Iterator[Run]:
    """Split a row at its labels, with values or empty cells between them, into runs.

    Empty cells behind a caption are not between labels: they fill up its line, which was joined
    with the one below.
    If no cell is a figure, the row is one line of labels and words, and each run keeps what stands
    before it.
    """
    labels: Row = []
    spaced = False
    is_one = all(mark.terms or mark.is_words or mark is BLANK for _, _, mark in row)
    before = row[: at[0]]
    for label, following in pairwise([*at, len(row)]):
        labels.append(row[label])
        values = row[label + 1 : following]
        filler = following < len(row) and all(cell[2] is BLANK for cell in values)
        if filler and not (values and _is_caption(row[label])):
            spaced = spaced or bool(values)
            labels += values
            continue
        yield Run(labels, values, len(row), label + 1, spaced, before)
        labels, spaced = [], False
        before = row[max(0, following - _MOST_BEFORE) : following] if is_one else before


def _is_caption(cell: Located) -> bool:
    return any(term.role is Role.CAPTION for term in cell[2].terms[:1])


@attrs.frozen(eq=False)
class Heads:
    """The runs of a grid that name columns, each with the key of its table.

    A place counts the cells of a whole row, so it only holds for rows of that width.
    """

    headers: Sequence[tuple[str, Run]]

    def columns(self, table: str, labels: Sequence[Located], wide: int) -> Place | None:
        """The places of the first and last column in a row of a width, beneath these labels.

        Without labels, those of the whole table are used.
        """
        if not labels:
            return self._by_table.get((table, wide))
        as_wide = self._by_label.get(wide, {})
        own = [as_wide[start] for start, _, _ in labels if start in as_wide]
        return _widest(own) if own else None

    @cached_property
    def _by_label(self) -> Mapping[int, Mapping[int, Place]]:
        """The places of columns by the width of the row, and by where a label begins."""
        places = [(run, _columns_of(run)) for _, run in self.headers]
        return {
            width: {label[0]: place for run, place in some for label in run.labels}
            for width, some in map_reduce(places, lambda one: one[0].width).items()
        }

    @cached_property
    def _by_table(self) -> Mapping[tuple[str, int], Place]:
        """The places of columns by table and width of the row."""
        return map_reduce(
            self.headers,
            lambda header: (header[0], header[1].width),
            lambda header: _columns_of(header[1]),
            _widest,
        )


def _widest(places: Iterable[Place]) -> Place:
    firsts, lasts = zip(*places, strict=True)
    return min(firsts), max(lasts)


def _columns_of(run: Run) -> Place:
    """Return the places of the first column label of a run, and of its last label, in their row."""
    first = run.behind - len(run.labels)
    columns = (at for at, label in enumerate(run.labels, first) if _may_name_column(label))
    return next(columns, run.width), run.behind - 1


def _may_name_column(label: Located) -> bool:
    return any(term.role is Role.COLUMN for term in label[2].terms)
