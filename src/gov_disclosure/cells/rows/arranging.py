"""All ways to lay out a row's figures over its places: lost empty cells, digits run together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ...forms import Balance
from ...layouts.grid import Row
from .pieces import parted
from .strips import (
    Filling,
    Strip,
    fewest_fillings,
    greatest_sums,
    least_sums,
    strip_of,
    strip_of_cuts,
)

_MOST_ARRANGEMENTS = 2_000
_MOST_STATES = 20_000

Arrangement = tuple[Filling | None, ...]
"""A filling, or none, for each of a row's places."""

_Sums = tuple[int, ...]
"""How far each balance is from being kept, by the places that are filled."""


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
    strip = printed_strip(text, cells, length)
    if strip is None or fewest_fillings(strip)[-1] > width:
        return None
    return _all_ways([[(at, None), *some] for at, some in enumerate(strip)], width, balances)


def may_be_whole(
    text: str, cells: Row, width: int, balances: tuple[Balance, ...], length: int | None = None
) -> bool:
    """Whether cells can fill all places of a row so that all its balances but one are kept."""
    strip = printed_strip(text, cells, length)
    if strip is None:
        return False
    kept = (balances[:at] + balances[at + 1 :] for at in range(len(balances)))
    return any(_all_ways(strip, width, some) != () for some in kept if some)


def printed_strip(text: str, cells: Row, length: int | None) -> Strip | None:
    """What the cells may be, in pieces where figures are broken."""
    return strip_of(text, list(parted(text, cells)) if length else cells, length)


def full_arrangements(
    text: str, cells: Row, width: int, balances: tuple[Balance, ...]
) -> tuple[Arrangement, ...] | None:
    """All ways to cut the cells into a figure or a dash for each place of a row.

    None if that cannot be told.
    """
    strip = strip_of_cuts(text, cells)
    return None if strip is None else _all_ways(strip, width, balances)


def fewest_figures(text: str, cells: Row, length: int) -> float:
    """The fewest figures that cells can be with pieces put together; 0 for words among them."""
    strip = strip_of(text, cells, length)
    return 0 if strip is None else fewest_fillings(strip)[-1]


def spelled_arrangement(text: str, cells: Row, figures: Sequence[int]) -> Arrangement | None:
    """The cells cut into just these figures, or dashes for zeros; None if they are others."""
    strip = strip_of_cuts(text, cells) or [[]]
    ways: dict[int, Arrangement] = {len(strip) - 1: ()}
    for figure in reversed(figures):
        ways = {
            before: (filling, *laid)
            for end, laid in ways.items()
            for before, filling in strip[end]
            if filling is not None and filling.value == figure
        }
    return ways.get(0)


def _all_ways(
    strip: Strip, width: int, balances: tuple[Balance, ...]
) -> tuple[Arrangement, ...] | None:
    try:
        return tuple(_laid_out(strip, width, balances))
    except _TooManyError:
        return None


def _laid_out(strip: Strip, width: int, balances: tuple[Balance, ...]) -> list[Arrangement]:
    """The fillings of a strip over the places of a row, in order, in every way that is allowed.

    Places are filled from the last to the first, as sums stand last: so a row is given up as
    soon as its parts are more than their sum, or its sum more than what is left can make.
    """
    least, most = least_sums(strip, width), greatest_sums(strip)
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
