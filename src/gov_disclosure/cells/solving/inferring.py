"""Narrow the arrangements of a table's rows by the equations down its columns.

What all remaining arrangements of a row have in common is inferred.
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
"""The possible arrangements of each row; just one if its figures are known."""

Figures = Sequence[Mapping[str, Set[int]]]
"""The figures that may stand in each row, by column."""


def common(found: Sequence[Arrangement]) -> dict[int, Filling | None]:
    """The fillings that are the same in all arrangements, by their place."""
    first = found[0]
    return {
        place: filling
        for place, filling in enumerate(first)
        if all(other[place] == filling for other in found)
    }


def figures_of(rows: Rows, columns: int) -> Figures:
    """The figures that the arrangements of each row have in each column."""
    laid = {key: _with_figures(some) for key, some in rows.items()}
    return [
        {key: _figures_at(column, some) for key, some in laid.items()} for column in range(columns)
    ]


def complete_equations(rows: Iterable[str], equations: Iterable[Equation]) -> Sequence[Equation]:
    """The equations that have all their rows."""
    keys = {*rows}
    return [equation for equation in equations if keys >= {*equation.left, *equation.right}]


def narrowed(rows: Rows, columns: int, equations: Sequence[Equation]) -> Rows:
    """Drop the arrangements that some equation down a column rules out.

    An equation that cannot hold in some column is misprinted, and is ignored in all others.  If the
    other equations leave a row without arrangements, or cannot hold together, the figures
    contradict each other: then all arrangements stay.
    """
    left = {key: _with_figures(some) for key, some in rows.items()}
    figures = list(map(dict, figures_of(rows, columns)))
    sound = [
        equation for equation in complete_equations(rows, equations) if may_hold(figures, equation)
    ]
    size = -1
    while size != (size := sum(map(len, left.values()))):
        for (column, here), equation in product(enumerate(figures), sound):
            for key, allowed in allowed_figures(equation, here).items():
                if len(allowed) < len(here[key]):
                    left[key] = [one for one in left[key] if one.figures[column] in allowed]
                    for other, there in enumerate(figures):
                        there[key] = _figures_at(other, left[key])
        if not all(left.values()):
            return rows
    if not all(may_hold(figures, equation) for equation in sound):
        return rows
    return {key: tuple([one.arrangement for one in some]) for key, some in left.items()}


class _Laid(NamedTuple):
    """An arrangement with the figures of its places; an empty place counts 0."""

    figures: tuple[int, ...]
    arrangement: Arrangement


def _with_figures(some: Iterable[Arrangement]) -> list[_Laid]:
    return [_Laid(tuple([p.value if p else 0 for p in laid]), laid) for laid in some]


def _figures_at(column: int, some: Iterable[_Laid]) -> Set[int]:
    """The figures that arrangements have in a column."""
    return {one.figures[column] for one in some}


def may_hold(figures: Iterable[Mapping[str, Set[int]]], equation: Equation) -> bool:
    """Whether an equation can hold in every column with figures that its rows may have."""
    return all(can_hold(equation, column) for column in figures)


def allowed_figures(equation: Equation, figures: Mapping[str, Set[int]]) -> Mapping[str, Set[int]]:
    """The figures with which an equation can hold, for each row that may have several.

    Empty if the figures are too great to try.

    >>> equation = Equation(("total",), ("here", "there"))
    >>> allowed_figures(equation, {"total": {5}, "here": {0, 2}, "there": {3, 4}})
    {'here': {2}, 'there': {3}}
    """
    if not _uncertain_rows((*equation.left, *equation.right), figures):
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
    """Whether an equation can hold with the given figures; true if they are too great to try.

    >>> equation = Equation(("total",), ("here", "there"))
    >>> can_hold(equation, {"total": {0}, "here": {0, 2}, "there": {3}})
    False
    """
    if not _uncertain_rows((*equation.left, *equation.right), figures):
        return _sum_of_certain(equation.left, figures) == _sum_of_certain(equation.right, figures)
    walk = _walk(equation, figures)
    if walk is None:
        return True
    reached = reduce(walk.forth, walk.steps, 1 << walk.start)
    return bool(reached >> walk.end & 1)


_Totals = int
"""The possible totals as the bits of a number: bit 3 is set if the total may be 3."""


class _Step(NamedTuple):
    """A row that may have several figures; one on the left of an equation raises the total."""

    key: str
    raises: bool
    figures: Set[int]

    def moved(self, totals: _Totals, figure: int) -> _Totals:
        """The totals behind the row, if it has the figure."""
        return totals << figure if self.raises else totals >> figure

    def undone(self, totals: _Totals, figure: int) -> _Totals:
        """The totals before the row, if it has the figure."""
        return totals >> figure if self.raises else totals << figure


class _Walk(NamedTuple):
    """An equation as a walk over its rows, from the certain figures on the left to those right.

    The rows on the left come first, so that no total is negative; ``within`` has the bits of all
    totals that are not too high to come down from.
    """

    start: int
    end: int
    steps: Sequence[_Step]
    within: _Totals

    def forth(self, totals: _Totals, step: _Step) -> _Totals:
        """The possible totals behind a row, given those before it."""
        return reduce(or_, (step.moved(totals, figure) for figure in step.figures), 0) & self.within

    def back(self, totals: _Totals, step: _Step) -> _Totals:
        """The possible totals before a row, given those behind it."""
        return (
            reduce(or_, (step.undone(totals, figure) for figure in step.figures), 0) & self.within
        )


def _walk(equation: Equation, figures: Mapping[str, Set[int]]) -> _Walk | None:
    """The walk over the rows of an equation; None if its totals are too great to try."""
    ahead = _sum_of_certain(equation.left, figures) - _sum_of_certain(equation.right, figures)
    up, down = _uncertain_rows(equation.left, figures), _uncertain_rows(equation.right, figures)
    start, end = max(ahead, 0), max(-ahead, 0)
    highest = min(start + _greatest_sum(up, figures), end + _greatest_sum(down, figures))
    if highest > _HIGHEST_TOTAL:
        return None
    steps = [
        _Step(key, keys is up, {figure for figure in figures[key] if figure <= highest})
        for keys in (up, down)
        for key in keys
    ]
    return _Walk(start, end, steps, (2 << highest) - 1)


def _sum_of_certain(keys: Iterable[str], figures: Mapping[str, Set[int]]) -> int:
    """The sum of the rows that can have only one figure."""
    return sum([sum(figures[key]) for key in keys if len(figures[key]) == 1])


def _uncertain_rows(keys: Iterable[str], figures: Mapping[str, Set[int]]) -> list[str]:
    """The rows that may have several figures, or none."""
    return [key for key in keys if len(figures[key]) != 1]


def _greatest_sum(keys: Iterable[str], figures: Mapping[str, Set[int]]) -> int:
    """The greatest sum of the rows."""
    return sum([max(figures[key], default=0) for key in keys])
