"""The values of a row compared with the number that is due."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ...grids.shown import Entry, Shown
from ...labels.marks import BLANK
from ...layouts.grid import Row


class Width(NamedTuple):
    """The values of one row, and the number that is due.

    ``at`` are the positions of the values that are not empty cells.
    """

    values: Row
    due: int
    entry: Entry
    shown: Shown
    at: Sequence[int]

    @property
    def table(self) -> str:
        """The key of its table."""
        return self.entry.table

    @property
    def kind(self) -> tuple[str, int]:
        """Its table and the number of values that are due."""
        return self.table, self.due

    @property
    def wide(self) -> int:
        """The number of cells of its whole row in the grid."""
        return self.entry.run.width

    @property
    def head(self) -> int | None:
        """The position of the value beneath the label of the first column, if that is known."""
        return self.shown.head_of(self.entry)

    @property
    def is_compact(self) -> bool:
        """Whether the header has no other cells than those of the columns."""
        return self.shown.is_compact(self.entry, self.due)

    @property
    def filled(self) -> Row:
        """The values that are not empty cells."""
        values = self.values
        return [values[place] for place in self.at] if len(self.at) < len(values) else values

    @property
    def core(self) -> Row:
        """The values without the empty cells before the first and behind the last."""
        return self.values[self.at[0] : self.at[-1] + 1] if self.at else []

    @property
    def reach(self) -> int:
        """The number of cells from the first value to the last."""
        return self.at[-1] - self.at[0] + 1 if self.at else 0

    @property
    def before(self) -> int:
        """The number of empty cells before the first value."""
        return self.at[0] if self.at else len(self.values)

    @property
    def behind(self) -> int:
        """The number of empty cells behind the last value."""
        return len(self.values) - 1 - self.at[-1] if self.at else len(self.values)

    @property
    def beneath(self) -> Row:
        """The values beneath the labels of the columns, if there are further values.

        None if the header has other cells, or it is not known where its columns begin.
        """
        if len(self.values) <= self.due or not self.is_compact or self.head is None:
            return []
        return self.values[self.head : self.head + self.due]

    @property
    def is_strewn(self) -> bool:
        """Whether empty cells stand between values."""
        return self.reach > len(self.at)

    @property
    def steps(self) -> set[int]:
        """The numbers of empty cells between neighbouring values."""
        return {other - one - 1 for one, other in pairwise(self.at)}


def width_of(values: Row, due: int, entry: Entry, shown: Shown) -> Width:
    """Compare the values of an entry, or some of them, with the number that is due."""
    at = [place for place, cell in enumerate(values) if cell[2] is not BLANK]
    return Width(values, due, entry, shown, at)
