"""Where the values behind a label stand: only where the text leaves no doubt."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import attrs

from .grid import Located, Row
from .marks import BLANK, Sort


@attrs.frozen
class Habit:
    """What a layout does with empty cells, as its rows show it.

    ``keeps`` tells that every empty cell holds its place; ``strews`` that empty cells also
    stand where the form has none.
    """

    keeps: bool
    strews: bool


@attrs.frozen
class Width:
    """The values of one row, and how many the form has for it."""

    values: Row
    due: int


def habit_of(rows: Sequence[Width], *, padded: bool, spaced: bool) -> Habit:
    """The habit that rows of one layout show.

    An empty cell with a value behind it keeps its place.  Without one, empty cells at the
    end of a row may be mere filling, which lines without figures then show as well.
    """
    with_blanks = [row for row in rows if row.values and any(map(_is_blank, row.values))]
    strews = any(
        len(_filled(row.values)) == row.due and len(_core(row.values)) > row.due for row in rows
    )
    placed = spaced or any(_shows_place(row) for row in with_blanks)
    full = all(len(row.values) >= row.due for row in with_blanks)
    return Habit(keeps=not strews and full and (placed or not padded), strews=strews)


def settle(row: Width, habit: Habit) -> Row | None:
    """The row's values in the order of its columns, or None if their places are in doubt.

    An empty row is all empty cells, as many as the form has.
    """
    values = _without_afterthought(row)
    filled = _filled(values)
    if not filled:
        return values[: row.due] if len(values) >= row.due else None
    if len(filled) == row.due:
        return filled
    core = _core(values)
    if len(core) == row.due and not habit.strews:
        return core
    surplus = values[row.due :]
    if habit.keeps and len(values) >= row.due and all(map(_is_blank, surplus)):
        return values[: row.due] if not surplus or not _is_blank(values[0]) else None
    return None


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
    """The values up to words behind the last column: those belong to what follows the row."""
    for at in range(row.due, len(row.values)):
        if row.values[at][2].sort is Sort.TEXT:
            return row.values[:at]
    return row.values
