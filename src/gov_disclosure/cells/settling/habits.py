"""The habits of a layout: what it does with empty cells, as learned from its rows and headers."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter, itemgetter
from typing import NamedTuple, TypeVar

import attrs
from more_itertools import map_reduce, one

from ...grids.header import Header
from ...grids.shown import Shown
from ...labels.marks import FIGURES, Sort
from ..columns.places import nested_tables
from ..rows.due_row import DueRow

_Key = TypeVar("_Key", bound=Hashable)
_Found = TypeVar("_Found", bound=Hashable)

_MANY = 5
"""As many rows as this do not agree by chance."""


@attrs.frozen(eq=False)
class Habit:
    """What a layout does with empty cells, learned from its rows and from the grids it was read in.

    ``pushes`` says that sums show rows whose empty cells were moved to their end; ``fills`` that a
    tool filled rows up with pipes, of which a single one looks like an empty cell.  ``doubted`` are
    the tables with a row that only adds up if its empty cells stand among its figures.
    """

    rows: Sequence[DueRow]
    shown: Sequence[Shown]
    pushes: bool = False
    fills: bool = False
    doubted: frozenset[str] = frozenset()

    @cached_property
    def shows_blanks(self) -> bool:
        """Whether empty cells are visible: before a figure, or between the labels of a header."""
        return bool(self.tables_with_led_rows) or any(shown.spaced for shown in self.shown)

    @cached_property
    def tables_with_led_rows(self) -> frozenset[str]:
        """The tables in which a row of the due width has an empty cell before a figure."""
        return frozenset(row.table for row in self._with_blanks if _has_blank_before_value(row))

    @cached_property
    def keeps_blanks(self) -> bool:
        """Whether every empty cell holds its place.

        An empty cell with a value behind it, or between the labels of a header, shows that
        they do.  Otherwise empty cells at the end of a row may be mere filling, if lines without
        figures are padded as well.
        """
        padded = self.fills or any(shown.padded for shown in self.shown)
        return not self._loses_blanks and (self.shows_blanks or not padded)

    @cached_property
    def tables_with_strewn_blanks(self) -> frozenset[str]:
        """The tables in which empty cells also stand where the form has none."""
        return frozenset(row.table for row in self._full if row.is_strewn)

    @cached_property
    def unsteady_kinds(self) -> frozenset[tuple[str, int]]:
        """The tables, with the number due, whose rows do not fit into one row's places together."""
        return frozenset(_unsteady(self.rows))

    @cached_property
    def blanks_before(self) -> Mapping[str, int]:
        """The number of empty cells before the values of a table's full rows, if all agree."""
        return _unanimous((row.table, row.before) for row in self._full)

    @cached_property
    def blanks_behind(self) -> Mapping[tuple[str, int], int]:
        """The number of empty cells behind the values of full rows, by table and number due."""
        return _unanimous((row.kind, row.behind) for row in self._full)

    @cached_property
    def widths(self) -> Mapping[tuple[str, int], int]:
        """The number of cells on the line of full rows, if all agree; narrower rows lost some."""
        return _unanimous((row.kind, row.wide) for row in self._full)

    @cached_property
    def tables_with_merged_cells(self) -> frozenset[str]:
        """The tables with several figures in a cell, as a tool missed edges of columns."""
        return frozenset(
            row.table
            for row in self.rows
            if any(mark.several and mark.sort is Sort.TEXT for _, _, mark in row.values)
        )

    @cached_property
    def tables_anchored_at_the_end(self) -> frozenset[str]:
        """The nested tables whose rows all end with the last column.

        If several rows with just the cells that are due show it too, no row has lost a cell: extra
        cells in front are what labels leave empty.
        """
        rows = [row for row in self.rows if row.at and row.table in nested_tables()]
        return frozenset(
            table
            for table, some in map_reduce(rows, attrgetter("table")).items()
            if all(map(_ends_with_last_column, some))
            and sum(map(_has_just_its_cells, some)) >= _MANY
        )

    def is_misheaded(self, row: DueRow) -> bool:
        """Whether figures beneath a row's header stand elsewhere than its labels say.

        A tool that leaves out what merged cells of the header cover moves all labels behind them.
        """
        return _header_of(row) in self._misleading_headers

    @cached_property
    def _misleading_headers(self) -> frozenset[tuple[str, Header]]:
        """The headers whose labels do not stand above the figures of some row."""
        return frozenset(_header_of(row) for row in self.rows if _is_misheaded(row))

    @cached_property
    def gap(self) -> int | None:
        """The number of empty cells between any two values of full rows; None if it varies.

        A constant number of them are not cells of the table, but what a tool prints between cells.
        """
        steps = set[int]().union(*(row.steps for row in self._full if row.due > 1))
        return one(steps) if len(steps) == 1 else None

    def may_have_strewn_blanks(self, row: DueRow) -> bool:
        """Whether a row may have empty cells where the form has none.

        It may if any table has such cells, unless the header of the row leaves no room for them.
        """
        return row.table in self.tables_with_strewn_blanks or (
            bool(self.tables_with_strewn_blanks) and not row.is_compact
        )

    def may_end_in_a_remark(self, row: DueRow) -> bool:
        """Whether the last value of a full row may be a remark, so that one column is really empty.

        Such a row begins with an empty cell, and ends with words or is wider than another full row
        beneath its header that begins with fewer.  Nested labels leave cells empty anyway.
        """
        if row.table in nested_tables() or len(row.values) <= row.due or not row.before:
            return False
        beneath = (other for other in self._full if _header_of(other) == _header_of(row))
        is_wider = any(one.wide < row.wide and one.before < row.before for one in beneath)
        return is_wider or (row.due > 1 and row.filled[-1][2].sort is Sort.TEXT)

    def is_among_the_widest(self, row: DueRow) -> bool:
        """Whether a row has empty cells, and few others of its kind have as many cells."""
        if len(row.at) == len(row.values) or row.behind:
            return False
        alike = [one for one in self.rows if one.at and one.kind == row.kind]
        others = [one for one in alike if one.place != row.place]
        wide = sum(one.wide >= row.wide or len(one.values) >= len(row.values) for one in others)
        return len(others) >= _MANY and wide * _MANY <= len(others)

    def has_constant_gaps(self, row: DueRow) -> bool:
        """Whether only the empty cells that a tool prints between cells stand between values."""
        return self.gap is not None and row.steps == {self.gap}

    def is_indented(self, row: DueRow) -> bool:
        """Whether a row begins with more empty cells than full rows, but is as wide as all of them.

        A tool that drops empty cells and fills rows up at their end would leave none in front.
        """
        usual = None if self._loses_blanks else self._shapes.get(row.kind)
        if usual is None or row.head not in (None, usual.before):
            return False
        shape = _shape(row)
        return shape.before > usual.before and shape == usual._replace(before=shape.before)

    def has_cells_of_full_rows(self, row: DueRow) -> bool:
        """Whether a row has as many cells as all full rows, which end in empty cells of a tool's.

        So one that stands among its values is none of those.
        """
        usual = None if self._loses_blanks else self._shapes.get(row.kind)
        padding = self.blanks_behind.get(row.kind)
        return _shape(row) == usual and len(row.values) == row.before + row.due + (padding or 0)

    @cached_property
    def _loses_blanks(self) -> bool:
        """Whether rows lose empty cells: some row has one, and still fewer cells than are due."""
        return self.pushes or any(len(row.values) < row.due for row in self._with_blanks)

    @cached_property
    def _shapes(self) -> Mapping[tuple[str, int], _Shape]:
        """The shape of full rows, by the table and the number due, if all have the same."""
        return _unanimous((row.kind, _shape(row)) for row in self._full)

    @cached_property
    def _full(self) -> Sequence[DueRow]:
        return [row for row in self.rows if len(row.at) == row.due]

    @cached_property
    def _with_blanks(self) -> Sequence[DueRow]:
        return [row for row in self.rows if len(row.at) < len(row.values)]


class _Shape(NamedTuple):
    """The number of all cells of a row, of those of labels, and of the empty ones behind them."""

    wide: int
    labels: int
    before: int


def _shape(row: DueRow) -> _Shape:
    return _Shape(row.wide, row.entry.run.behind, row.before)


def _has_blank_before_value(row: DueRow) -> bool:
    """Whether an empty cell stands before a value in a row with as many cells as are due."""
    led = bool(row.at) and row.at[0] > 0 and len(row.values) == row.due
    return led or (row.is_strewn and row.reach == row.due)


def _ends_with_last_column(row: DueRow) -> bool:
    """Whether a row has a figure in its last cell, and none before the columns that end there."""
    ends = row.values[-1][2].sort in FIGURES
    return ends and row.reach <= row.due <= len(row.values)


def _has_just_its_cells(row: DueRow) -> bool:
    return len(row.at) < row.due == len(row.values)


def _header_of(row: DueRow) -> tuple[str, Header]:
    """The table and the header of a row."""
    return row.table, row.entry.header


def _is_misheaded(row: DueRow) -> bool:
    """Whether a row has figures outside of the columns of its header, or begins elsewhere."""
    head = row.head if row.at else None
    if head is None:
        return False
    if len(row.at) == row.due and row.before != head:
        return True
    if head <= row.at[0] and row.at[-1] < head + row.due:
        return False
    figures = [at for at in row.at if row.values[at][2].sort in FIGURES]
    return any(not head <= at < head + row.due for at in figures)


def _unsteady(rows: Iterable[DueRow]) -> Iterator[tuple[str, int]]:
    """The tables and numbers due whose rows fit together neither flush left nor flush right."""
    filled = [row for row in rows if row.at]
    for key, alike in map_reduce(filled, attrgetter("kind")).items():
        flush_left = max([row.at[-1] for row in alike]) - min([row.at[0] for row in alike]) + 1
        if flush_left > key[1] and _width_flush_right(alike) > key[1]:
            yield key


def _width_flush_right(rows: Sequence[DueRow]) -> int:
    """The number of places that rows take up together if they end at the same one."""
    reaches = [len(row.values) - row.at[0] for row in rows]
    return max(reaches) - min([row.behind for row in rows])


def _unanimous(found: Iterable[tuple[_Key, _Found]]) -> dict[_Key, _Found]:
    """What was found for each key, without the keys for which different things were found."""
    values = map_reduce(found, itemgetter(0), itemgetter(1), set)
    return {key: one(some) for key, some in values.items() if len(some) == 1}
