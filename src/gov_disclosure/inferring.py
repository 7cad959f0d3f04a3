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

    An equation that cannot hold in some column is broken in print, and is no help in any other.
    Where the others leave a row without arrangements, or cannot hold together, the figures
    contradict each other: then all arrangements stay.
    """
    sound = [equation for equation in equations if _may_hold(rows, columns, equation)]
    left = dict(rows)
    size = -1
    while size != (size := sum(map(len, left.values()))):
        for column in range(columns):
            for equation in sound:
                left |= _kept(left, column, equation)
        if not all(left.values()):
            return rows
    return left if all(_may_hold(left, columns, equation) for equation in sound) else rows


def _may_hold(rows: Rows, columns: int, equation: Equation) -> bool:
    """Whether there are figures for its rows with which an equation holds, in each column."""
    return all(
        figures is None or can_hold(equation, figures)
        for figures in (_figures(rows, column, equation) for column in range(columns))
    )


def _figures(rows: Rows, column: int, equation: Equation) -> Mapping[str, Set[int]] | None:
    """The figures that may stand in a column, for each row of an equation; None if one is open."""
    keys = (*equation.left, *equation.right)
    if any(key not in rows for key in keys):
        return None
    return {key: {_figure(a[column]) for a in rows[key]} for key in keys}


def _kept(rows: Rows, column: int, equation: Equation) -> Rows:
    """The arrangements of open rows with which an equation can hold in a column."""
    figures = _figures(rows, column, equation)
    if figures is None:
        return {}
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
