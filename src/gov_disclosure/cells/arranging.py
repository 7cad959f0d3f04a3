"""All ways to lay out a row's figures over its places: lost empty cells, digits run together."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import attrs

from ..labels.marks import MARKS, Sort
from ..layouts.grid import Located, Row
from ..text.fold import fold
from ..text.source import tight
from .pieces import parted, whole_figure

_MOST_ARRANGEMENTS = 2_000
_MOST_STATES = 20_000
_LONGEST_GLUED = 20
_LONGEST_CUT = 60


class Filling(NamedTuple):
    """A value or a dash in an arrangement, and where it stands in the text; a dash counts 0."""

    start: int
    end: int
    value: int
    is_number: bool


Arrangement = tuple[Filling | None, ...]
"""A filling, or none, for each of a row's places."""

_Strip = Sequence[Sequence[tuple[int, Filling | None]]]
"""What a row prints, by how much of it has been passed: the fillings that may end just there, each
with how much stands before it; also none, where a place may be empty.  The parts are the cells, or
single digits where they ran together.
"""

_Sums = tuple[int, ...]
"""How far each balance is from being kept, by the places that are filled."""


@attrs.frozen
class Balance:
    """Two sets of places in a row that must add up to the same."""

    left: tuple[int, ...]
    right: tuple[int, ...]

    def sign(self, place: int) -> int:
        """On which side of the balance a place is; 0 for neither."""
        return (place in self.left) - (place in self.right)

    def holds(self, values: Sequence[int]) -> bool:
        """Whether the values at those places do."""
        value_at = values.__getitem__
        return sum(map(value_at, self.left)) == sum(map(value_at, self.right))


class _Weight(NamedTuple):
    """What a place weighs in a balance, and whether some, or all, places before it are in a side.

    All do so if there are none.
    """

    balance: int
    sign: int
    some_left: bool
    some_right: bool
    all_left: bool
    all_right: bool


class _TooManyError(Exception):
    """There are more arrangements than anyone could look at."""


def arrangements(
    text: str,
    cells: Row,
    width: int,
    balances: tuple[Balance, ...],
    length: int | None = None,
) -> tuple[Arrangement, ...] | None:
    """All ways to lay out the cells over a row, in order, that keep its balances.

    Where figures are broken, ``length`` is how many digits fill a column.  None if it cannot be
    told: there are more figures than places, words or negative ones among them, or more ways than
    anyone could look at.
    """
    strip = _strip(text, list(parted(text, cells)) if length else cells, length)
    if strip is None or _fewest_fillings(strip)[-1] > width:
        return None
    return _all_ways([[(at, None), *some] for at, some in enumerate(strip)], width, balances)


def full_arrangements(
    text: str, cells: Row, width: int, balances: tuple[Balance, ...]
) -> tuple[Arrangement, ...] | None:
    """All ways to cut the cells into a figure or a dash for each place of a row.

    None if that cannot be told.
    """
    strip = _strip_of_cuts(text, cells)
    return None if strip is None else _all_ways(strip, width, balances)


def fewest_figures(text: str, cells: Row, length: int) -> float:
    """The fewest figures that cells can be with pieces put together; 0 for words among them."""
    strip = _strip(text, cells, length)
    return 0 if strip is None else _fewest_fillings(strip)[-1]


def spelled_arrangement(text: str, cells: Row, figures: Sequence[int]) -> Arrangement | None:
    """The cells cut into just these figures, or dashes for zeros; None if they are others."""
    strip = _strip_of_cuts(text, cells) or [[]]
    ways: dict[int, Arrangement] = {len(strip) - 1: ()}
    for figure in reversed(figures):
        ways = {
            before: (filling, *laid)
            for end, laid in ways.items()
            for before, filling in strip[end]
            if filling is not None and filling.value == figure
        }
    return ways.get(0)


def _strip_of_cuts(text: str, cells: Row) -> _Strip | None:
    """What the cells may be if any of them may be several; None if one is too long to tell."""
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


def _all_ways(
    strip: _Strip, width: int, balances: tuple[Balance, ...]
) -> tuple[Arrangement, ...] | None:
    try:
        return tuple(_laid_out(strip, width, balances))
    except _TooManyError:
        return None


def filling_of(cell: Located) -> Filling | None:
    """The cell as a number or a dash; None if it is neither."""
    start, end, mark = cell
    if mark.count is not None and mark.sort is Sort.NUMBER:
        return Filling(start, end, mark.count, is_number=True)
    return Filling(start, end, 0, is_number=False) if mark.sort is Sort.DASH else None


def _strip(text: str, cells: Row, length: int | None) -> _Strip | None:
    """What the cells may be; None if there are words or negative figures among them.

    Where digits ran together in one of them, any may be several numbers; and where figures are
    broken, two may be one.
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


def _strip_of_glued(text: str, cells: Row) -> _Strip | None:
    """What cells may be of which each is one number or several."""
    strip: list[Sequence[tuple[int, Filling | None]]] = [[]]
    for cell in cells:
        start, end = tight(text, *cell[:2])
        digits = _strip_of_digits(fold(text[start:end]), start)
        if digits is None:
            return None
        passed = len(strip) - 1
        strip += [[(passed + before, one) for before, one in some] for some in digits[1:]]
    return strip


def _strip_of_digits(digits: str, start: int) -> _Strip | None:
    """The numbers that digits without anything between them may be.

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


def _laid_out(strip: _Strip, width: int, balances: tuple[Balance, ...]) -> list[Arrangement]:
    """The fillings of a strip over the places of a row, in order, in every way that is allowed.

    Places are filled from the last to the first, as sums stand last: so a row is given up as
    soon as its parts are more than their sum, or its sum more than what is left can make.
    """
    least, most = _least_sums(strip, width), _greatest_sums(strip)
    weights = _weights(width, balances)
    known: dict[tuple[int, int, _Sums], list[Arrangement]] = {}

    def ways(places: int, left: int, sums: _Sums) -> list[Arrangement]:
        """How what is left of the strip can fill the first places, given the sums behind them."""
        if not places:
            return [] if left else [()]
        state = (places, left, sums)
        if state not in known:
            known[state] = filled(places - 1, left, sums)
            if len(known) > _MOST_STATES or len(known[state]) > _MOST_ARRANGEMENTS:
                raise _TooManyError
        return known[state]

    def filled(place: int, left: int, sums: _Sums) -> list[Arrangement]:
        """Those ways, by what stands at the last of these places."""
        here, least_before = weights[place], least[place]
        return [
            (*laid, filling)
            for before, filling in strip[left]
            for weighed in [_weighed(here, sums, filling.value if filling else 0)]
            if _may_hold(here, weighed, least_before[before], most[before])
            for laid in ways(place, before, weighed)
        ]

    return ways(width, len(strip) - 1, (0,) * len(balances))


def _fewest_fillings(strip: _Strip) -> list[float]:
    """The fewest fillings that the parts passed so far can be."""
    least: list[float] = [0]
    for fillings in strip[1:]:
        ends = (least[before] for before, filling in fillings if filling is not None)
        least.append(1 + min(ends, default=math.inf))
    return least


def _least_sums(strip: _Strip, width: int) -> Sequence[Sequence[float]]:
    """By how many places there are: the least that the parts passed so far add up to in these.

    It is infinite if the places are too few.  Where each part is one filling, all of them add up
    to the same in any places.
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


def _greatest_sums(strip: _Strip) -> Sequence[int]:
    """The most that the parts passed so far can add up to, in any places."""
    most = [0]
    for fillings in strip[1:]:
        most.append(max([most[before] + one.value for before, one in fillings if one], default=0))
    return most


@lru_cache
def _weights(width: int, balances: tuple[Balance, ...]) -> Sequence[Sequence[_Weight]]:
    """What each place of a row weighs."""
    return [list(_weights_of(place, balances)) for place in range(width)]


def _weights_of(place: int, balances: Sequence[Balance]) -> Iterator[_Weight]:
    for number, balance in enumerate(balances):
        if sign := balance.sign(place):
            before = [[at in side for at in range(place)] for side in (balance.left, balance.right)]
            yield _Weight(number, sign, *map(any, before), *map(all, before))


def _weighed(weights: Sequence[_Weight], sums: _Sums, count: int) -> _Sums:
    """The sums once a place holds that count."""
    if not count or not weights:
        return sums
    weighed = list(sums)
    for weight in weights:
        weighed[weight.balance] += weight.sign * count
    return tuple(weighed)


def _may_hold(weights: Sequence[_Weight], sums: _Sums, least: float, most: int) -> bool:
    """Whether what is to come can outweigh the sums, if it adds up to so much at least and most."""
    if least > most:
        return False
    for weight in weights:
        highest = most if weight.some_right else -least if weight.all_left else 0
        lowest = -most if weight.some_left else least if weight.all_right else 0
        if not lowest <= sums[weight.balance] <= highest:
            return False
    return True
