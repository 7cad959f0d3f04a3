"""Where the values behind a label stand: only where the text leaves no doubt."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile
from operator import itemgetter
from typing import TypeVar

import attrs
from more_itertools import map_reduce, one

from ..labels.marks import BLANK, Sort
from ..layouts.grid import Row, is_blank

_Key = TypeVar("_Key", bound=Hashable)


@attrs.frozen
class Width:
    """The values of one row, and how many the form has for it.

    ``wide`` counts the cells of its whole row of the grid.
    ``head`` is which of them stands beneath the label of the first column, where that is told;
    ``is_compact`` tells that the header has no cells beside those of the columns;
    ``at`` are the places of the values that are not empty cells.
    """

    values: Row
    due: int
    table: str = ""
    wide: int = 0
    head: int | None = None
    is_compact: bool = False
    at: Sequence[int] = attrs.field(init=False)

    @at.default
    def _places(self) -> Sequence[int]:
        return [place for place, cell in enumerate(self.values) if cell[2] is not BLANK]

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
        """How many places its core has."""
        return self.at[-1] - self.at[0] + 1 if self.at else 0

    @property
    def before(self) -> int:
        """How many empty cells stand before the first value."""
        return self.at[0] if self.at else len(self.values)

    @property
    def behind(self) -> int:
        """How many empty cells stand behind the last value."""
        return len(self.values) - 1 - self.at[-1] if self.at else len(self.values)

    @property
    def beneath(self) -> Row:
        """The values beneath the labels of a header that has no other cells, if there are more."""
        if self.head is None or not self.is_compact or len(self.values) <= self.due:
            return []
        return self.values[self.head : self.head + self.due]

    @property
    def is_strewn(self) -> bool:
        """Whether empty cells stand between others."""
        return self.reach > len(self.at)

    @property
    def steps(self) -> set[int]:
        """The numbers of empty cells between neighbours."""
        return {other - one - 1 for one, other in pairwise(self.at)}


@attrs.frozen
class Habit:
    """What a layout does with empty cells, as its rows show it.

    ``keeps`` tells that every empty cell holds its place; ``shows`` that rows have empty cells
    before a figure, or a header between its labels; ``strewn`` are the tables in which empty cells
    also stand where the form has none.  ``unsteady`` are the tables, with the number due, whose
    rows together take up more places than a row has.  ``leads`` and ``trails`` count the empty
    cells before and behind the values of full rows, where these agree: before them by the table,
    behind them by the table and the number due.  ``wide`` is how many cells these rows have in all,
    if as many: others have lost some.  ``flush`` are the tables, with their width, whose rows end
    with the last column of the grid.  ``pace`` counts the empty cells between any two values of
    full rows, if that never varies.
    """

    keeps: bool
    shows: bool
    strewn: frozenset[str]
    unsteady: frozenset[tuple[str, int]]
    leads: Mapping[str, int]
    trails: Mapping[tuple[str, int], int]
    wide: Mapping[tuple[str, int], int]
    flush: frozenset[tuple[str, int]]
    pace: int | None

    def strews(self, row: Width) -> bool:
        """Whether empty cells may stand in a row where the form has none.

        Where they do in another table, the header must show that there is no room for them.
        """
        return row.table in self.strewn or (bool(self.strewn) and not row.is_compact)


def habit_of(
    rows: Sequence[Width], *, padded: bool, spaced: bool, flush: frozenset[tuple[str, int]]
) -> Habit:
    """The habit that rows of one layout show.

    An empty cell with a value behind it, or between the labels of a header (``spaced``), keeps
    its place.  Without one, empty cells at the end of a row may be mere filling, which lines
    without figures then show as well (``padded``).
    """
    with_blanks = [row for row in rows if len(row.at) < len(row.values)]
    full = [row for row in rows if len(row.at) == row.due]
    strewn = frozenset(row.table for row in full if row.is_strewn)
    placed = spaced or any(map(_shows_place, with_blanks))
    wide = all(len(row.values) >= row.due for row in with_blanks)
    return Habit(
        keeps=wide and (placed or not padded),
        shows=placed,
        strewn=strewn,
        unsteady=frozenset(_unsteady(rows)),
        leads=_agreed((row.table, row.before) for row in full),
        flush=flush,
        pace=_pace(full),
        trails=_agreed(((row.table, row.due), row.behind) for row in full),
        wide=_agreed(((row.table, row.due), row.wide) for row in full),
    )


def _pace(full: Iterable[Width]) -> int | None:
    """How many empty cells stand between any two values of full rows; None if it is not the same.

    Then they are no cells of the table, but what a tool prints between them.
    """
    steps = set[int]().union(*(row.steps for row in full if row.due > 1))
    return one(steps) if len(steps) == 1 else None


def _unsteady(rows: Iterable[Width]) -> Iterator[tuple[str, int]]:
    """The tables and numbers due whose rows, set flush left or right, do not fit together."""
    filled = [row for row in rows if row.at]
    for key, alike in map_reduce(filled, lambda row: (row.table, row.due)).items():
        left = max(row.at[-1] for row in alike) - min(row.at[0] for row in alike) + 1
        widths = [(row.behind, len(row.values) - row.at[0]) for row in alike]
        right = max(reach for _, reach in widths) - min(behind for behind, _ in widths)
        if min(left, right) > key[1]:
            yield key


def _agreed(found: Iterable[tuple[_Key, int]]) -> dict[_Key, int]:
    """The numbers that were found, by their keys; keys with different numbers are left out."""
    numbers = map_reduce(found, itemgetter(0), itemgetter(1), set)
    return {key: one(some) for key, some in numbers.items() if len(some) == 1}


def settle(row: Width, habit: Habit) -> Row | None:
    """The row's values in the order of its columns, or None if their places are in doubt.

    An empty row is all empty cells, as many as the form has.
    """
    row = _without_afterthought(row)
    values, filled = row.values, row.filled
    if 1 < row.due != len(filled) and Sort.GLUED in {mark.sort for _, _, mark in filled}:
        return None
    if not filled:
        return values[: row.due] if len(values) >= row.due else None
    if len(filled) == row.due and (is_paced(row, habit) or not _holds_two_rows(row)):
        return filled
    if (row.table, row.due) in habit.unsteady or any(cell[2].several for cell in filled):
        return None
    led = row.before == habit.leads.get(row.table, 0)
    strews = habit.strews(row)
    if row.reach == row.due and led and not strews:
        return row.core
    return _by_place(row, habit) if habit.keeps and not strews else None


def _holds_two_rows(row: Width) -> bool:
    """Whether there are cells enough for a row more, of which the label is lost."""
    return row.due > 1 and len(row.values) >= 2 * row.due and row.is_strewn


def is_paced(row: Width, habit: Habit) -> bool:
    """Whether between any two values stand just the empty cells that a tool prints there."""
    return habit.pace is not None and row.steps == {habit.pace}


def is_led(values: Row) -> bool:
    """Whether empty cells stand before the last figure."""
    at = Width(values, len(values)).at
    return bool(at) and len(at) <= at[-1]


def _by_place(row: Width, habit: Habit) -> Row | None:
    """The cells that hold the places of the row, if it is told in one way where these begin.

    The label of the first column tells it, else full rows do, or the last column of the grid.
    """
    values, due = row.values, row.due
    if row.head is not None and _only_blanks_outside(values, row.head, due):
        return values[row.head : row.head + due]
    if len(values) != due and habit.wide.get((row.table, due), row.wide) != row.wide:
        return None
    if len(values) == due and habit.wide.get((row.table, due)) == row.wide:
        return values
    starts = set()
    if row.table in habit.leads:
        starts.add(habit.leads[row.table])
    if (row.table, due) in habit.trails:
        starts.add(len(values) - habit.trails[row.table, due] - due)
    if not starts and (row.table, row.wide) in habit.flush:
        starts.add(len(values) - due)
    if not starts and (len(values) == due or not is_blank(values[0])):
        starts.add(0)
    start = starts.pop() if len(starts) == 1 else -1
    return values[start : start + due] if _only_blanks_outside(values, start, due) else None


def _only_blanks_outside(values: Row, start: int, due: int) -> bool:
    inside = 0 <= start <= len(values) - due
    return inside and all(map(is_blank, (*values[:start], *values[start + due :])))


def settle_start(row: Width, habit: Habit) -> Row:
    """The first values of a row that has lost empty cells further on.

    Where empty cells keep their places, what stands before the first run of them has its
    own; the run must be long enough to have lost what the row lacks.
    """
    values = [*row.values]
    while values and is_blank(values[-1]):
        values.pop()
    start = list(takewhile(lambda cell: not is_blank(cell), values))
    run = list(takewhile(is_blank, values[len(start) :]))
    lost = row.due - len(values)
    keeps = habit.keeps and not habit.strews(row)
    return start if keeps and 0 < lost <= len(run) else []


def _shows_place(row: Width) -> bool:
    """Whether an empty cell stands before a value, in a row that is as wide as it should be."""
    led = bool(row.at) and row.at[0] > 0 and len(row.values) == row.due
    return led or (row.is_strewn and row.reach == row.due)


def _without_afterthought(row: Width) -> Width:
    """The row up to words behind the last column: those belong to what follows the row.

    Words with digits or with figures behind them may as well be a part of the row.
    """
    values = row.values
    for at in range(row.due, len(values)):
        if values[at][2].sort is Sort.TEXT:
            figures = any(cell[2].sort is Sort.NUMBER for cell in values[at:])
            return row if figures else attrs.evolve(row, values=values[:at])
    return row
