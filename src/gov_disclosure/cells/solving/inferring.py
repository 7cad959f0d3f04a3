"""Arrangements of a table's rows, held against each other column by column.

What is inferred is what all arrangements of a row have in common that the form's rules leave.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import reduce
from itertools import accumulate, product
from operator import or_
from typing import NamedTuple

from ...forms import Equation
from ..rows.arranging import Arrangement
from ..rows.strips import Filling

_HIGHEST_TOTAL = 1 << 18

Rows = Mapping[str, tuple[Arrangement, ...]]
"""The arrangements that are possible for each row; one for a row whose figures are known."""

Figures = Sequence[Mapping[str, Set[int]]]
"""The figures that may stand in each row, by column."""


def common(found: Sequence[Arrangement]) -> dict[int, Filling | None]:
    """What stands at each place in all arrangements alike; where they differ, nothing is said."""
    first = found[0]
    return {
        place: filling
        for place, filling in enumerate(first)
        if all(other[place] == filling for other in found)
    }


def figures_of(rows: Rows, columns: int) -> Figures:
    """The figures that the arrangements of each row have in each column."""
    laid = {key: _with_figures(some) for key, some in rows.items()}
    return [{key: _at(column, some) for key, some in laid.items()} for column in range(columns)]


def told_of(rows: Iterable[str], equations: Iterable[Equation]) -> Sequence[Equation]:
    """The equations of which all rows are there."""
    keys = {*rows}
    return [equation for equation in equations if keys >= {*equation.left, *equation.right}]


def narrowed(rows: Rows, columns: int, equations: Sequence[Equation]) -> Rows:
    """The arrangements of each row without those that no equation down a column allows.

    An equation that cannot hold in some column is broken in print, and is no help in any other.
    Where the others leave a row without arrangements, or cannot hold together, the figures
    contradict each other: then all arrangements stay.
    """
    left = {key: _with_figures(some) for key, some in rows.items()}
    figures = list(map(dict, figures_of(rows, columns)))
    sound = [equation for equation in told_of(rows, equations) if may_hold(figures, equation)]
    size = -1
    while size != (size := sum(map(len, left.values()))):
        for (column, here), equation in product(enumerate(figures), sound):
            for key, allowed in allowed_figures(equation, here).items():
                if len(allowed) < len(here[key]):
                    left[key] = [one for one in left[key] if one.figures[column] in allowed]
                    for other, there in enumerate(figures):
                        there[key] = _at(other, left[key])
        if not all(left.values()):
            return rows
    if not all(may_hold(figures, equation) for equation in sound):
        return rows
    return {key: tuple([one.arrangement for one in some]) for key, some in left.items()}


class _Laid(NamedTuple):
    """An arrangement with the figures of its places; what is empty counts 0."""

    figures: tuple[int, ...]
    arrangement: Arrangement


def _with_figures(some: Iterable[Arrangement]) -> list[_Laid]:
    return [_Laid(tuple([p.value if p else 0 for p in laid]), laid) for laid in some]


def _at(column: int, some: Iterable[_Laid]) -> Set[int]:
    """The figures that arrangements have in a column."""
    return {one.figures[column] for one in some}


def may_hold(figures: Iterable[Mapping[str, Set[int]]], equation: Equation) -> bool:
    """Whether there are figures for its rows with which an equation holds, in each column."""
    return all(can_hold(equation, column) for column in figures)


def allowed_figures(equation: Equation, figures: Mapping[str, Set[int]]) -> Mapping[str, Set[int]]:
    """For each row of an equation that may hold several figures, those with which it can hold.

    No row is told where the figures are too great to look at.

    >>> equation = Equation(("total",), ("here", "there"))
    >>> allowed_figures(equation, {"total": {5}, "here": {0, 2}, "there": {3, 4}})
    {'here': {2}, 'there': {3}}
    """
    if not _uncertain((*equation.left, *equation.right), figures):
        return {}
    walk = _walk(equation, figures)
    if walk is None:
        return {}
    before = accumulate(walk.steps, walk.forth, initial=1 << walk.start)
    behind = list(accumulate(reversed(walk.steps), walk.back, initial=1 << walk.end))
    return {
        step.key: {figure for figure in step.figures if step.moved(ahead, figure) & rest}
        for step, ahead, rest in zip(walk.steps, before, behind[-2::-1], strict=False)
    }


def can_hold(equation: Equation, figures: Mapping[str, Set[int]]) -> bool:
    """Whether an equation holds with some of these figures; also if they are too great to tell.

    >>> equation = Equation(("total",), ("here", "there"))
    >>> can_hold(equation, {"total": {0}, "here": {0, 2}, "there": {3}})
    False
    """
    if not _uncertain((*equation.left, *equation.right), figures):
        return _certain(equation.left, figures) == _certain(equation.right, figures)
    walk = _walk(equation, figures)
    if walk is None:
        return True
    reached = reduce(walk.forth, walk.steps, 1 << walk.start)
    return bool(reached >> walk.end & 1)


_Totals = int
"""Totals that are possible, each a bit of a number: bit 3 is set where the total may be 3."""


class _Step(NamedTuple):
    """A row that may hold several figures: those on the left of an equation raise the total."""

    key: str
    raises: bool
    figures: Set[int]

    def moved(self, totals: _Totals, figure: int) -> _Totals:
        """The totals behind the row, if it holds that figure."""
        return totals << figure if self.raises else totals >> figure

    def undone(self, totals: _Totals, figure: int) -> _Totals:
        """The totals before the row, if it holds that figure."""
        return totals >> figure if self.raises else totals << figure


class _Walk(NamedTuple):
    """An equation as a walk over its rows, from the certain figures of the left to the others.

    The rows on the left come first, so that no total is below 0; ``within`` has the bits of
    all totals that are not too high to come down from.
    """

    start: int
    end: int
    steps: Sequence[_Step]
    within: _Totals

    def forth(self, totals: _Totals, step: _Step) -> _Totals:
        """The totals that are possible behind a row, given those before it."""
        return reduce(or_, (step.moved(totals, figure) for figure in step.figures), 0) & self.within

    def back(self, totals: _Totals, step: _Step) -> _Totals:
        """The totals that are possible before a row, given those behind it."""
        return (
            reduce(or_, (step.undone(totals, figure) for figure in step.figures), 0) & self.within
        )


def _walk(equation: Equation, figures: Mapping[str, Set[int]]) -> _Walk | None:
    """The walk over the rows of an equation; None if it goes too high to be looked at."""
    ahead = _certain(equation.left, figures) - _certain(equation.right, figures)
    up, down = _uncertain(equation.left, figures), _uncertain(equation.right, figures)
    start, end = max(ahead, 0), max(-ahead, 0)
    highest = min(start + _most(up, figures), end + _most(down, figures))
    if highest > _HIGHEST_TOTAL:
        return None
    steps = [
        _Step(key, keys is up, {figure for figure in figures[key] if figure <= highest})
        for keys in (up, down)
        for key in keys
    ]
    return _Walk(start, end, steps, (2 << highest) - 1)


def _certain(keys: Iterable[str], figures: Mapping[str, Set[int]]) -> int:
    """What the rows add up to that can hold one figure only."""
    return sum([sum(figures[key]) for key in keys if len(figures[key]) == 1])


def _uncertain(keys: Iterable[str], figures: Mapping[str, Set[int]]) -> list[str]:
    """The rows that may hold several figures, or none."""
    return [key for key in keys if len(figures[key]) != 1]


def _most(keys: Iterable[str], figures: Mapping[str, Set[int]]) -> int:
    """The most that the rows can add up to."""
    return sum([max(figures[key], default=0) for key in keys])
