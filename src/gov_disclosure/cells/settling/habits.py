"""What a layout does with empty cells, as its rows and headers show it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter, itemgetter
from typing import NamedTuple, TypeVar

import attrs
from more_itertools import map_reduce, one

from ...grids.shown import Shown
from ...labels.marks import FIGURES, Sort
from ..columns.places import nested_tables
from ..rows.widths import Width

_Key = TypeVar("_Key", bound=Hashable)
_Told = TypeVar("_Told", bound=Hashable)

_MANY = 5
"""So many rows that have just their cells are no chance."""


@attrs.frozen(eq=False)
class Habit:
    """What a layout does with empty cells, as rows show it, and the grids that it was read in.

    ``pushes`` tells that sums show rows whose empty cells were lost, and put at their end,
    ``fills`` that a tool filled rows up with pipes, of which a single one looks like an empty cell.
    Each trait is looked for when a row is first in need of it.
    """

    rows: Sequence[Width]
    shown: Sequence[Shown]
    pushes: bool = False
    fills: bool = False

    @cached_property
    def shows(self) -> bool:
        """Whether rows have empty cells before a figure, or a header between its labels."""
        led = any(map(_shows_place, self._with_blanks))
        return led or any(shown.spaced for shown in self.shown)

    @cached_property
    def keeps(self) -> bool:
        """Whether every empty cell holds its place.

        One with a value behind it, or between the labels of a header, does.  Without such,
        empty cells at the end of a row may be mere filling, which lines without figures then
        show as well.
        """
        padded = self.fills or any(shown.padded for shown in self.shown)
        return not self._loses and (self.shows or not padded)

    @cached_property
    def strewn(self) -> frozenset[str]:
        """The tables in which empty cells also stand where the form has none."""
        return frozenset(row.table for row in self._full if row.is_strewn)

    @cached_property
    def unsteady(self) -> frozenset[tuple[str, int]]:
        """The tables, with the number due, whose rows together take up more places than a row."""
        return frozenset(_unsteady(self.rows))

    @cached_property
    def leads(self) -> Mapping[str, int]:
        """How many empty cells stand before the values of a table's full rows, if as many."""
        return _agreed((row.table, row.before) for row in self._full)

    @cached_property
    def trails(self) -> Mapping[tuple[str, int], int]:
        """How many stand behind them, by the table and the number due."""
        return _agreed(((row.table, row.due), row.behind) for row in self._full)

    @cached_property
    def wide(self) -> Mapping[tuple[str, int], int]:
        """How many cells these rows have in all, if as many: others have lost some."""
        return _agreed(((row.table, row.due), row.wide) for row in self._full)

    @cached_property
    def merging(self) -> frozenset[str]:
        """The tables of which cells hold several figures: a tool missed edges of columns there."""
        return frozenset(
            row.table
            for row in self.rows
            if any(mark.several and mark.sort is Sort.TEXT for _, _, mark in row.values)
        )

    @cached_property
    def anchored(self) -> frozenset[str]:
        """The nested tables of which rows end with the last column, and begin with no other figure.

        Where rows that have just the cells that are due show it too, none has lost a cell: those
        in front are what labels leave empty.
        """
        rows = [row for row in self.rows if row.at and row.table in nested_tables()]
        return frozenset(
            table
            for table, some in map_reduce(rows, attrgetter("table")).items()
            if all(map(_is_anchored, some)) and sum(map(_has_just_its_cells, some)) >= _MANY
        )

    def is_misheaded(self, row: Width) -> bool:
        """Whether figures beneath a row's header stand elsewhere than that tells.

        A tool that leaves out what merged cells of the header cover moves all labels behind them.
        """
        return _header_of(row) in self._misheading

    @cached_property
    def _misheading(self) -> frozenset[tuple[str, int]]:
        """The headers that tell a wrong place of some row, or of where it begins."""
        return frozenset(_header_of(row) for row in self.rows if _is_misheaded(row))

    @cached_property
    def pace(self) -> int | None:
        """How many empty cells stand between any two values of full rows; None if that varies.

        If it does not, they are no cells of the table, but what a tool prints between them.
        """
        steps = set[int]().union(*(row.steps for row in self._full if row.due > 1))
        return one(steps) if len(steps) == 1 else None

    def strews(self, row: Width) -> bool:
        """Whether empty cells may stand in a row where the form has none.

        Where they do in another table, the header must show that there is no room for them.
        """
        return row.table in self.strewn or (bool(self.strewn) and not row.is_compact)

    def may_end_in_a_remark(self, row: Width) -> bool:
        """Whether a row with a value for each column may have an empty one, and a remark as well.

        It begins with an empty cell, and ends with words or has more cells than another full row
        beneath its header that does not.  Labels on several levels leave cells empty, though.
        """
        if row.table in nested_tables() or len(row.values) <= row.due or not row.before:
            return False
        beneath = (other for other in self._full if _header_of(other) == _header_of(row))
        is_wider = any(one.wide < row.wide and one.before < row.before for one in beneath)
        return is_wider or (row.due > 1 and row.filled[-1][2].sort is Sort.TEXT)

    def is_wider_than_others(self, row: Width) -> bool:
        """Whether a row has empty cells, and more in all than nearly any other row of its table."""
        if len(row.at) == len(row.values) or row.behind:
            return False
        others = [
            one for one in self.rows if one.at and one is not row and _kind(one) == _kind(row)
        ]
        wide = sum(one.wide >= row.wide or len(one.values) >= len(row.values) for one in others)
        return len(others) >= _MANY and wide * _MANY <= len(others)

    def paces(self, row: Width) -> bool:
        """Whether between any two values stand just the empty cells that a tool prints there."""
        return self.pace is not None and row.steps == {self.pace}

    def leads_in(self, row: Width) -> bool:
        """Whether a row begins with more empty cells than full rows, which are all as wide.

        A tool that drops empty cells, and fills rows up again at their end, leaves none there.
        """
        usual = None if self._loses else self._shapes.get((row.table, row.due))
        if usual is None or row.head not in (None, usual.before):
            return False
        shape = _shape(row)
        return shape.before > usual.before and shape == usual._replace(before=shape.before)

    @cached_property
    def _loses(self) -> bool:
        """Whether rows lose empty cells: one has some, and still fewer cells than are due."""
        return self.pushes or any(len(row.values) < row.due for row in self._with_blanks)

    @cached_property
    def _shapes(self) -> Mapping[tuple[str, int], _Shape]:
        """How full rows lie in their grid, by the table and the number due, if all lie alike."""
        return _agreed(((row.table, row.due), _shape(row)) for row in self._full)

    @cached_property
    def _full(self) -> Sequence[Width]:
        return [row for row in self.rows if len(row.at) == row.due]

    @cached_property
    def _with_blanks(self) -> Sequence[Width]:
        return [row for row in self.rows if len(row.at) < len(row.values)]


def _kind(row: Width) -> tuple[str, int]:
    return row.table, row.due


class _Shape(NamedTuple):
    """The cells of a row in its grid: all, those of labels, and the empty ones behind these."""

    wide: int
    labels: int
    before: int


def _shape(row: Width) -> _Shape:
    return _Shape(row.wide, row.entry.run.behind, row.before)


def _shows_place(row: Width) -> bool:
    """Whether an empty cell stands before a value, in a row that is as wide as it should be."""
    led = bool(row.at) and row.at[0] > 0 and len(row.values) == row.due
    return led or (row.is_strewn and row.reach == row.due)


def _is_anchored(row: Width) -> bool:
    """Whether a row has a figure in its last cell, and none before as many cells as are due."""
    ends = row.values[-1][2].sort in FIGURES
    return ends and row.reach <= row.due <= len(row.values)


def _has_just_its_cells(row: Width) -> bool:
    return len(row.at) < row.due == len(row.values)


def _header_of(row: Width) -> tuple[str, int]:
    """What tells the labels above a row from those above others."""
    return row.table, row.entry.header.identity


def _is_misheaded(row: Width) -> bool:
    """Whether a row has figures outside of the places its header tells, or begins elsewhere."""
    head = row.head if row.at else None
    if head is None:
        return False
    if len(row.at) == row.due and row.before != head:
        return True
    if head <= row.at[0] and row.at[-1] < head + row.due:
        return False
    figures = [at for at in row.at if row.values[at][2].sort in FIGURES]
    return any(not head <= at < head + row.due for at in figures)


def _unsteady(rows: Iterable[Width]) -> Iterator[tuple[str, int]]:
    """The tables and numbers due whose rows, set flush left or right, do not fit together."""
    filled = [row for row in rows if row.at]
    for key, alike in map_reduce(filled, lambda row: (row.table, row.due)).items():
        flush_left = max([row.at[-1] for row in alike]) - min([row.at[0] for row in alike]) + 1
        if flush_left > key[1] and _width_flush_right(alike) > key[1]:
            yield key


def _width_flush_right(rows: Sequence[Width]) -> int:
    """How many places rows take up together if they end at the same one."""
    reaches = [len(row.values) - row.at[0] for row in rows]
    return max(reaches) - min([row.behind for row in rows])


def _agreed(found: Iterable[tuple[_Key, _Told]]) -> dict[_Key, _Told]:
    """What was found of each key; keys of which different things were found are left out."""
    told = map_reduce(found, itemgetter(0), itemgetter(1), set)
    return {key: one(some) for key, some in told.items() if len(some) == 1}
