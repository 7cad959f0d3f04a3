"""The ways to read what a row prints as figures and dashes: a lattice of candidates, or strip."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from ...labels.marks import MARKS, Sort
from ...layouts.grid import Located, Row
from ...text.fold import fold
from ...text.source import tight
from .pieces import whole_figure

_LONGEST_GLUED = 20
_LONGEST_CUT = 60


class Filling(NamedTuple):
    """A figure or a dash, and its place in the text; a dash counts 0."""

    start: int
    end: int
    value: int
    is_number: bool


Strip = Sequence[Sequence[tuple[int, Filling | None]]]
"""The candidates of a row, by the part at which they end, each with the part it begins behind.

The parts are the cells, or single digits if figures ran together.  None stands for an empty place.
"""


def filling_of(cell: Located) -> Filling | None:
    """The cell as a figure or a dash; None if it is neither."""
    start, end, mark = cell
    if mark.count is not None and mark.sort is Sort.NUMBER:
        return Filling(start, end, mark.count, is_number=True)
    return Filling(start, end, 0, is_number=False) if mark.sort is Sort.DASH else None


def strip_of(text: str, cells: Row, length: int | None) -> Strip | None:
    """The strip of cells; None if there are words or negative figures among them.

    If the digits of any cell ran together, each cell may be several figures.  If figures are
    broken, ``length`` is the number of digits that fill a column, and two cells may be one figure.
    """
    if not length and any(mark.sort is Sort.GLUED for _, _, mark in cells):
        return _strip_of_glued(text, cells)
    strip: list[list[tuple[int, Filling | None]]] = [[]]
    for at, cell in enumerate(cells):
        whole = whole_figure(text, cells[at - 1], cell, length) if length and at else None
        some = [(at, filling_of(cell)), (at - 1, filling_of(whole) if whole else None)]
        strip.append([(before, filling) for before, filling in some if filling is not None])
        if not strip[-1] or any(filling.value < 0 for _, filling in strip[-1] if filling):
            return None
    return strip


def _strip_of_glued(text: str, cells: Row) -> Strip | None:
    """The strip of cells that may each be one number or several; None if there are words."""
    strip: list[Sequence[tuple[int, Filling | None]]] = [[]]
    for cell in cells:
        start, end = tight(text, *cell[:2])
        digits = _strip_of_digits(fold(text[start:end]), start)
        if digits is None:
            return None
        passed = len(strip) - 1
        strip += [[(passed + before, one) for before, one in some] for some in digits[1:]]
    return strip


def _strip_of_digits(digits: str, start: int) -> Strip | None:
    """The strip of digits that ran together; None if they are too many.

    >>> [[one.value for _, one in fillings] for fillings in _strip_of_digits("105", 0) or ()]
    [[], [1], [10, 0], [105, 5]]
    """
    if len(digits) > _LONGEST_GLUED or not (digits.isascii() and digits.isdigit()):
        return None
    return [list(_numbers_until(digits, end, start)) for end in range(len(digits) + 1)]


def _numbers_until(digits: str, end: int, start: int) -> Iterator[tuple[int, Filling]]:
    for begin in range(end):
        if digits[begin] != "0" or begin == end - 1:
            count = int(digits[begin:end])
            yield begin, Filling(start + begin, start + end, count, is_number=True)


def strip_of_cuts(text: str, cells: Row) -> Strip | None:
    """The strip of cells that may be cut anywhere; None if one of them is too long."""
    if any(end - start > _LONGEST_CUT for start, end, _ in cells):
        return None
    strip: list[list[tuple[int, Filling | None]]] = [[]]
    for start, end, _ in cells:
        before = len(strip) - 1
        strip += [list(_figures_until(text, start, at, before)) for at in range(start + 1, end + 1)]
    return strip


def _figures_until(text: str, start: int, end: int, before: int) -> Iterator[tuple[int, Filling]]:
    """The figures and dashes that may end at a place in a cell."""
    for begin in range(max(start, end - _LONGEST_GLUED), end):
        filling = filling_of((begin, end, MARKS[text[begin:end]]))
        if filling is not None and filling.value >= 0:
            yield before + begin - start, filling


def fewest_fillings(strip: Strip) -> list[float]:
    """The fewest fillings that all parts up to each one can be."""
    least: list[float] = [0]
    for fillings in strip[1:]:
        ends = (least[before] for before, filling in fillings if filling is not None)
        least.append(1 + min(ends, default=math.inf))
    return least


def least_sums(strip: Strip, width: int) -> Sequence[Sequence[float]]:
    """The least sum of all parts up to each one, by the number of places that they fill.

    It is infinite if the places are too few.  If each part is one filling, the sum is the same for
    any number of places.
    """
    values = [[(before, one.value) for before, one in fillings if one] for fillings in strip]
    if all([before for before, _ in some] == [end] for end, some in enumerate(values[1:])):
        sums = [*accumulate((some[0][1] for some in values[1:]), initial=0)]
        return [[*sums[: places + 1], *[math.inf] * len(strip)] for places in range(width)]
    least: list[list[float]] = [[0, *[math.inf] * (len(strip) - 1)]]
    for _ in range(width - 1):
        in_fewer = least[-1]
        least.append(
            [
                min([in_fewer[end], *[in_fewer[before] + value for before, value in some]])
                for end, some in enumerate(values)
            ]
        )
    return least


def greatest_sums(strip: Strip) -> Sequence[int]:
    """The greatest sum of all parts up to each one, in any number of places."""
    most = [0]
    for fillings in strip[1:]:
        most.append(max([most[before] + one.value for before, one in fillings if one], default=0))
    return most
