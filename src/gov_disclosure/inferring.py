"""Arrangements of a table's rows, held against each other column by column.

What is inferred is what all arrangements of a row have in common that the form's rules leave.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

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

    Where the figures leave a row without any, they contradict each other: then the equations
    are no help, and all arrangements stay.
    """
    left = dict(rows)
    size = -1
    while size != (size := sum(map(len, left.values()))):
        for column in range(columns):
            for equation in equations:
                left |= _kept(left, column, equation)
        if not all(left.values()):
            return rows
    return left


def _kept(rows: Rows, column: int, equation: Equation) -> Rows:
    """The arrangements of open rows with which an equation can hold in a column."""
    keys = (*equation.left, *equation.right)
    if any(key not in rows for key in keys):
        return {}
    figures = {key: {_figure(a[column]) for a in rows[key]} for key in keys}
    return {
        key: tuple(a for a in rows[key] if _figure(a[column]) in allowed)
        for key, allowed in allowed_figures(equation, figures).items()
    }


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
    signs = {**dict.fromkeys(equation.left, 1), **dict.fromkeys(equation.right, -1)}
    settled = sum(sign * min(figures[key]) for key, sign in signs.items() if len(figures[key]) == 1)
    several = {key: sign for key, sign in signs.items() if len(figures[key]) > 1}
    allowed = {}
    for key, sign in several.items():
        others = {settled}
        for other in several.keys() - {key}:
            others = {total + several[other] * f for total in others for f in figures[other]}
            if len(others) > _MOST_SUMS:
                break
        else:
            allowed[key] = {f for f in figures[key] if -sign * f in others}
    return allowed
