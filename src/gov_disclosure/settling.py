"""Where the values behind a label stand: only where the text leaves no doubt."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from operator import itemgetter
from typing import TypeVar

import attrs
from more_itertools import map_reduce, one

from .grid import Located, Row
from .marks import BLANK, SEVERAL, Sort

_Key = TypeVar("_Key", bound=Hashable)


@attrs.frozen
class Width:
    """The values of one row, and how many the form has for it.

    ``head`` is which of them stands beneath the label of the first column, where that is told.
    """

    values: Row
    due: int
    table: str = ""
    head: int | None = None


@attrs.frozen
class Habit:
    """What a layout does with empty cells, as its rows show it.

    ``keeps`` tells that every empty cell holds its place; ``shows`` that rows have empty cells
    before a figure, or a header between its labels; ``strews`` that empty cells also stand where
    the form has none.  ``unsteady`` are the tables, with the number due, whose rows together take
    up more places than a row has.  ``leads`` and ``trails`` count the empty cells before and
    behind the values of full rows, where these agree: before them by the table, behind them by
    the table and the number due.  ``flush`` are the tables whose rows end with the last column
    of the grid.
    """

    keeps: bool
    shows: bool
    strews: bool
    unsteady: frozenset[tuple[str, int]]
    leads: Mapping[str, int]
    trails: Mapping[tuple[str, int], int]
    flush: frozenset[str]


def habit_of(rows: Sequence[Width], *, padded: bool, spaced: bool, flush: frozenset[str]) -> Habit:
    """The habit that rows of one layout show.

    An empty cell with a value behind it, or between the labels of a header (``spaced``), keeps
    its place.  Without one, empty cells at the end of a row may be mere filling, which lines
    without figures then show as well (``padded``).
    """
    with_blanks = [row for row in rows if row.values and any(map(_is_blank, row.values))]
    full = [row for row in rows if len(_filled(row.values)) == row.due]
    strews = any(len(_core(row.values)) > row.due for row in full)
    placed = spaced or any(_shows_place(row) for row in with_blanks)
    wide = all(len(row.values) >= row.due for row in with_blanks)
    return Habit(
        keeps=not strews and wide and (placed or not padded),
        shows=placed,
        strews=strews,
        unsteady=frozenset(_unsteady(rows)),
        leads=_agreed((row.table, _blanks_before(row.values)) for row in full),
        flush=flush,
        trails=_agreed(((row.table, row.due), _blanks_before(row.values[::-1])) for row in full),
    )


def _unsteady(rows: Iterable[Width]) -> Iterator[tuple[str, int]]:
    """The tables and numbers due whose rows, set flush left or right, do not fit together."""
    filled = [row for row in rows if _filled(row.values)]
    for key, alike in map_reduce(filled, lambda row: (row.table, row.due)).items():
        left = _reach(row.values for row in alike)
        right = _reach(row.values[::-1] for row in alike)
        if min(left, right) > key[1]:
            yield key


def _reach(rows: Iterable[Row]) -> int:
    """How many places rows take up together, from the first to the last that has a value."""
    places = [place for row in rows for place, cell in enumerate(row) if not _is_blank(cell)]
    return max(places) - min(places) + 1


def _agreed(found: Iterable[tuple[_Key, int]]) -> dict[_Key, int]:
    """The numbers that were found, by their keys; keys with different numbers are left out."""
    numbers = map_reduce(found, itemgetter(0), itemgetter(1), set)
    return {key: one(some) for key, some in numbers.items() if len(some) == 1}


def _blanks_before(values: Row) -> int:
    return sum(1 for _ in takewhile(_is_blank, values))


def settle(row: Width, habit: Habit) -> Row | None:
    """The row's values in the order of its columns, or None if their places are in doubt.

    An empty row is all empty cells, as many as the form has.
    """
    values = _without_afterthought(row)
    filled = _filled(values)
    if any(cell[2].sort is Sort.GLUED for cell in filled) and row.due > 1:
        return None
    if not filled:
        return values[: row.due] if len(values) >= row.due else None
    if len(filled) == row.due and not _holds_two_rows(values, row.due):
        return filled
    if (row.table, row.due) in habit.unsteady or any(cell[2] is SEVERAL for cell in filled):
        return None
    core = _core(values)
    if len(core) == row.due and not habit.strews and _is_led_in(values, row, habit):
        return core
    return _by_place(values, row, habit) if habit.keeps else None


def _holds_two_rows(values: Row, due: int) -> bool:
    """Whether there are cells enough for a row more, of which the label is lost."""
    return due > 1 and len(values) >= 2 * due and is_strewn(values)


def is_strewn(values: Row) -> bool:
    """Whether empty cells stand between others."""
    core = _core(values)
    return any(map(_is_blank, core))


def is_led(values: Row) -> bool:
    """Whether empty cells stand before the last figure."""
    at = [place for place, cell in enumerate(values) if not _is_blank(cell)]
    return bool(at) and len(at) <= at[-1]


def _is_led_in(values: Row, row: Width, habit: Habit) -> bool:
    """Whether before the first value there are just the empty cells that every row has there."""
    return _blanks_before(values) == habit.leads.get(row.table, 0)


def _by_place(values: Row, row: Width, habit: Habit) -> Row | None:
    """The cells that hold the places of the row, if it is told in one way where these begin.

    The label of the first column tells it, else full rows do, or the last column of the grid.
    """
    due = row.due
    if row.head is not None and _only_blanks_outside(values, row.head, due):
        return values[row.head : row.head + due]
    starts = set()
    if row.table in habit.leads:
        starts.add(habit.leads[row.table])
    if (row.table, due) in habit.trails:
        starts.add(len(values) - habit.trails[row.table, due] - due)
    if not starts and row.table in habit.flush:
        starts.add(len(values) - due)
    if not starts and (len(values) == due or not _is_blank(values[0])):
        starts.add(0)
    fitting = [s for s in starts if s >= 0 and _only_blanks_outside(values, s, due)]
    return values[fitting[0] : fitting[0] + due] if len(fitting) == 1 else None


def _only_blanks_outside(values: Row, start: int, due: int) -> bool:
    inside = 0 <= start <= len(values) - due
    return inside and all(map(_is_blank, (*values[:start], *values[start + due :])))


def settle_start(row: Width, habit: Habit) -> Row:
    """The first values of a row that has lost empty cells further on.

    Where empty cells keep their places, what stands before the first run of them has its
    own; the run must be long enough to have lost what the row lacks.
    """
    values = [*row.values]
    while values and _is_blank(values[-1]):
        values.pop()
    start = list(takewhile(lambda cell: not _is_blank(cell), values))
    run = list(takewhile(_is_blank, values[len(start) :]))
    lost = row.due - len(values)
    return start if habit.keeps and 0 < lost <= len(run) else []


def _shows_place(row: Width) -> bool:
    """Whether an empty cell stands before a value, in a row that is as wide as it should be."""
    core = _core(row.values)
    inside = len(core) == row.due and any(map(_is_blank, core))
    return inside or (bool(core) and len(row.values) == row.due and _is_blank(row.values[0]))


def _is_blank(cell: Located) -> bool:
    return cell[2] is BLANK


def _filled(values: Row) -> Row:
    return [cell for cell in values if cell[2] is not BLANK]


def _core(values: Row) -> Row:
    """The values without the empty cells before the first and behind the last."""
    at = [place for place, cell in enumerate(values) if cell[2] is not BLANK]
    return values[at[0] : at[-1] + 1] if at else []


def _without_afterthought(row: Width) -> Row:
    """The values up to words behind the last column: those belong to what follows the row.

    Words with digits or with figures behind them may as well be a part of the row.
    """
    values = row.values
    for at in range(row.due, len(values)):
        if values[at][2].sort is Sort.TEXT:
            figures = any(cell[2].sort is Sort.NUMBER for cell in values[at:])
            return values if figures else values[:at]
    return values
