"""Arrangements of a table's rows, held against each other column by column.

What is inferred is what all arrangements of a row have in common that the form's rules leave.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import product

from .arranging import Arrangement, Piece
from .forms import Equation

_MOST_SUMS = 256

Rows = Mapping[str, tuple[Arrangement, ...]]
"""The arrangements that are possible for each row; one for a row whose figures are known."""


def common(found: Sequence[Arrangement]) -> dict[int, Piece | None]:
    """What stands at each place in all arrangements alike; where they differ, nothing is said."""
    first = found[0]
    return {
        place: piece
        for place, piece in enumerate(first)
        if all(other[place] == piece for other in found)
    }


def narrowed(rows: Rows, columns: int, equations: Sequence[Equation]) -> Rows:
    """The arrangements of each row without those that no equation down a column allows.

    An equation that cannot hold in some column is broken in print, and is no help in any other.
    Where the others leave a row without arrangements, or cannot hold together, the figures
    contradict each other: then all arrangements stay.
    """
    figures = {key: _by_column(some, columns) for key, some in rows.items()}
    told = [equation for equation in equations if rows.keys() >= {*equation.left, *equation.right}]
    sound = [equation for equation in told if _may_hold(figures, columns, equation)]
    left = dict(rows)
    size = -1
    while size != (size := sum(map(len, left.values()))):
        for column, equation in product(range(columns), sound):
            for key, allowed in allowed_figures(equation, _at(figures, column, equation)).items():
                if len(allowed) < len(figures[key][column]):
                    left[key] = tuple(a for a in left[key] if _figure(a[column]) in allowed)
                    figures[key] = _by_column(left[key], columns)
        if not all(left.values()):
            return rows
    return left if all(_may_hold(figures, columns, equation) for equation in sound) else rows


_Figures = Mapping[str, Sequence[Set[int]]]
"""What may stand at each place of each row, as its arrangements have it."""


def _by_column(some: Sequence[Arrangement], columns: int) -> Sequence[Set[int]]:
    return [{_figure(arrangement[column]) for arrangement in some} for column in range(columns)]


def _at(figures: _Figures, column: int, equation: Equation) -> Mapping[str, Set[int]]:
    """The figures that may stand in a column, for each row of an equation."""
    return {key: figures[key][column] for key in (*equation.left, *equation.right)}


def _may_hold(figures: _Figures, columns: int, equation: Equation) -> bool:
    """Whether there are figures for its rows with which an equation holds, in each column."""
    return all(can_hold(equation, _at(figures, column, equation)) for column in range(columns))


def _figure(piece: Piece | None) -> int:
    """The figure of a place; what is empty counts 0."""
    return piece.value if piece else 0


def allowed_figures(equation: Equation, figures: Mapping[str, Set[int]]) -> Mapping[str, Set[int]]:
    """For each row that may hold several figures, those with which an equation can hold.

    A row is left out where the others add up to too many sums to look at.

    >>> equation = Equation(("total",), ("here", "there"))
    >>> allowed_figures(equation, {"total": {5}, "here": {0, 2}, "there": {3, 4}})
    {'here': {2}, 'there': {3}}
    """
    signs = _signs(equation)
    several = [key for key in signs if len(figures[key]) > 1]
    allowed = {}
    for key in several:
        others = _sums(signs, figures, leaving_out=key)
        if others is not None:
            allowed[key] = {figure for figure in figures[key] if -signs[key] * figure in others}
    return allowed


def can_hold(equation: Equation, figures: Mapping[str, Set[int]]) -> bool:
    """Whether an equation holds with some of these figures; also if there are too many to tell.

    >>> equation = Equation(("total",), ("here", "there"))
    >>> can_hold(equation, {"total": {0}, "here": {0, 2}, "there": {3}})
    False
    """
    sums = _sums(_signs(equation), figures)
    return sums is None or 0 in sums


def _signs(equation: Equation) -> Mapping[str, int]:
    return {**dict.fromkeys(equation.left, 1), **dict.fromkeys(equation.right, -1)}


def _sums(
    signs: Mapping[str, int], figures: Mapping[str, Set[int]], leaving_out: str | None = None
) -> Set[int] | None:
    """What the figures of the rows can add up to; None if that is too much to look at."""
    rows = [(sign, figures[key]) for key, sign in signs.items() if key != leaving_out]
    sums = {sum(sign * figure for sign, some in rows if len(some) == 1 for figure in some)}
    for sign, some in rows:
        if len(some) > 1:
            sums = {total + sign * figure for total in sums for figure in some}
            if len(sums) > _MOST_SUMS:
                return None
    return sums
