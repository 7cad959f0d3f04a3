"""Rows whose own sums are contested by the equations down the columns.

If a figure of a row is misprinted, its digits may still be read as other figures that add up.  The
equations down the columns show it, although the misprint breaks them too: they hold in more columns
with the figures that are really printed.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Iterator, Mapping, Sequence, Set

from ...forms import Equation
from ..rows.arranging import Arrangement
from ..rows.strips import Filling, Strip
from .inferring import (
    Figures,
    Rows,
    allowed_figures,
    can_hold,
    complete_equations,
    figures_of,
    may_hold,
)


def within_wholes(rows: Rows, equations: Sequence[Equation], open_rows: Container[str]) -> Rows:
    """The arrangements of each row that nowhere exceed its total.

    An equation shows that much even if some of its parts are missing, unless the parts that are not
    open already exceed the total.
    """
    counting = [
        (whole, parts)
        for whole, parts in _wholes(rows, equations)
        if any(whole)
        and not _is_exceeded(
            whole, [laid for key in parts if key not in open_rows for laid in rows.get(key, ())]
        )
    ]
    within = {
        key: tuple(
            laid
            for laid in some
            if all(_is_within(laid, whole) for whole, parts in counting if key in parts)
        )
        for key, some in rows.items()
    }
    return {key: some for key, some in within.items() if some}


def _wholes(
    rows: Rows, equations: Sequence[Equation]
) -> Iterator[tuple[Arrangement, tuple[str, ...]]]:
    """The certain totals of equations that lack a row, each with the keys of its parts."""
    complete = complete_equations(rows, equations)
    for equation in equations:
        if equation not in complete:
            left, right = equation.left, equation.right
            for one, parts in ((left, right), (right, left)):
                if len(one) == 1 and len(rows.get(one[0], ())) == 1:
                    yield rows[one[0]][0], parts


def _is_exceeded(whole: Arrangement, parts: Sequence[Arrangement]) -> bool:
    """Whether the parts together exceed the total in some column."""
    return any(
        sum(_value(part[place]) for part in parts) > _value(figure)
        for place, figure in enumerate(whole)
    )


def _is_within(part: Arrangement, whole: Arrangement) -> bool:
    """Whether a part exceeds the total in no column."""
    return all(_value(one) <= _value(other) for one, other in zip(part, whole, strict=True))


def contested_rows(
    rows: Rows,
    columns: int,
    equations: Sequence[Equation],
    strip_of_row: Callable[[str], Strip | None],
) -> Set[str]:
    """The rows of broken equations that would break them in fewer columns if laid out otherwise.

    Their own sums would then fail, and are no more reliable than the equation.  Each row whose
    figures are not certain has a strip.
    """
    figures = figures_of(rows, columns)
    broken = [one for one in complete_equations(rows, equations) if not may_hold(figures, one)]
    return {
        key for one in broken for key in _rows_that_fit_better(one, rows, figures, strip_of_row)
    }


def _rows_that_fit_better(
    equation: Equation, rows: Rows, figures: Figures, strip_of_row: Callable[[str], Strip | None]
) -> Iterator[str]:
    """The rows that fit an equation better with other figures than with those that add up."""
    for key in (*equation.left, *equation.right):
        strip = strip_of_row(key)
        if strip is not None:
            fitting = [_fitting_figures(strip, key, equation, column) for column in figures]
            if _fewest_misfits(strip, fitting) < min(_misfits(laid, fitting) for laid in rows[key]):
                yield key


def _fitting_figures(
    strip: Strip, key: str, equation: Equation, column: Mapping[str, Set[int]]
) -> Set[int]:
    """The figures of a strip with which an equation can hold in a column."""
    values = {_value(filling) for fillings in strip for _, filling in fillings} | {0}
    known = {**column, key: values}
    if len(values) == 1:
        return values if can_hold(equation, known) else set()
    return allowed_figures(equation, known).get(key, values)


def _misfits(laid: Arrangement, fitting: Sequence[Set[int]]) -> int:
    """The number of columns in which an arrangement does not fit."""
    return sum(_value(filling) not in fit for filling, fit in zip(laid, fitting, strict=True))


def _fewest_misfits(strip: Strip, fitting: Sequence[Set[int]]) -> float:
    """The fewest columns in which a row does not fit, however its strip is laid out."""
    fewest: list[float] = [0, *[math.inf] * (len(strip) - 1)]
    for fit in fitting:
        fewest = [
            min(
                fewest[before] + (_value(filling) not in fit)
                for before, filling in ((end, None), *fillings)
            )
            for end, fillings in enumerate(strip)
        ]
    return fewest[-1]


def _value(filling: Filling | None) -> int:
    """The count at a place; an empty place counts 0."""
    return filling.value if filling else 0
