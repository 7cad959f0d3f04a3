"""All ways to lay out a row's figures over its places, if empty cells or separators were lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ...forms import Balance
from ...layouts.grid import Row
from .pieces import figures_apart
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
"""The difference of the two sides of each balance, by the places that are filled."""


class _Weight(NamedTuple):
    """The sign of a place in a balance, and whether any or all places before it are on a side."""

    balance: int
    sign: int
    some_left: bool
    some_right: bool
    all_left: bool
    all_right: bool


class _TooManyError(Exception):
    """There are too many arrangements to list."""


def arrangements(
    text: str,
    cells: Row,
    width: int,
    balances: tuple[Balance, ...],
    length: int | None = None,
) -> tuple[Arrangement, ...] | None:
    """All ways to lay out the cells over a row, in order, that keep its balances.

    If figures are broken, ``length`` is the number of digits that fill a column.  None if there are
    more figures than places, words or negative figures among them, or too many ways to list.
    """
    strip = printed_strip(text, cells, length)
    if strip is None or fewest_fillings(strip)[-1] > width:
        return None
    return _all_ways([[(at, None), *some] for at, some in enumerate(strip)], width, balances)


def may_be_whole(
    text: str, cells: Row, width: int, balances: tuple[Balance, ...], length: int | None = None
) -> bool:
    """Whether cells can fill all places of a row so that all its balances but one hold."""
    strip = printed_strip(text, cells, length)
    if strip is None:
        return False
    kept = (balances[:at] + balances[at + 1 :] for at in range(len(balances)))
    return any(_all_ways(strip, width, some) != () for some in kept if some)


def printed_strip(text: str, cells: Row, length: int | None) -> Strip | None:
    """The strip of the cells; those of broken figures are split first."""
    return strip_of(text, list(figures_apart(text, cells)) if length else cells, length)


def full_arrangements(
    text: str, cells: Row, width: int, balances: tuple[Balance, ...]
) -> tuple[Arrangement, ...] | None:
    """All ways to cut the cells into a figure or dash for each place; None if they are unknown."""
    strip = strip_of_cuts(text, cells)
    return None if strip is None else _all_ways(strip, width, balances)


def fewest_figures(text: str, cells: Row, length: int) -> float:
    """The fewest figures that the cells can be with pieces joined; 0 if there are words."""
    strip = strip_of(text, cells, length)
    return 0 if strip is None else fewest_fillings(strip)[-1]


def spelled_arrangement(text: str, cells: Row, figures: Sequence[int]) -> Arrangement | None:
    """The cells cut into the given figures, or dashes for zeros; None if they do not spell them."""
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
    """All ways to lay the fillings of a strip over the places of a row that keep its balances.

    Places are filled from the last to the first, as totals stand last.  A branch is given up as
    soon as its parts exceed their total, or the total exceeds what is left.
    """
    least, most = least_sums(strip, width), greatest_sums(strip)
    weights = _weights(width, balances)
    known: dict[tuple[int, int, _Sums], list[Arrangement]] = {}

    def ways(places: int, left: int, sums: _Sums) -> list[Arrangement]:
        """All ways to fill the first places with what is left, given the sums behind them."""
        if not places:
            return [] if left else [()]
        state = (places, left, sums)
        if state not in known:
            known[state] = filled(places - 1, left, sums)
            if len(known) > _MOST_STATES or len(known[state]) > _MOST_ARRANGEMENTS:
                raise _TooManyError
        return known[state]

    def filled(place: int, left: int, sums: _Sums) -> list[Arrangement]:
        """All ways to fill the places up to this one."""
        here, least_before = weights[place], least[place]
        return [
            (*laid, filling)
            for before, filling in strip[left]
            for weighed in [_add_to_sums(here, sums, filling.value if filling else 0)]
            if _may_be_balanced(here, weighed, least_before[before], most[before])
            for laid in ways(place, before, weighed)
        ]

    return ways(width, len(strip) - 1, (0,) * len(balances))


@lru_cache
def _weights(width: int, balances: tuple[Balance, ...]) -> Sequence[Sequence[_Weight]]:
    """The weights of each place of a row."""
    return [list(_weights_of(place, balances)) for place in range(width)]


def _weights_of(place: int, balances: Sequence[Balance]) -> Iterator[_Weight]:
    for number, balance in enumerate(balances):
        if sign := balance.sign(place):
            before = [[at in side for at in range(place)] for side in (balance.left, balance.right)]
            yield _Weight(number, sign, *map(any, before), *map(all, before))


def _add_to_sums(weights: Sequence[_Weight], sums: _Sums, count: int) -> _Sums:
    """The sums after a place is filled with a count."""
    if not count or not weights:
        return sums
    weighed = list(sums)
    for weight in weights:
        weighed[weight.balance] += weight.sign * count
    return tuple(weighed)


def _may_be_balanced(weights: Sequence[_Weight], sums: _Sums, least: float, most: int) -> bool:
    """Whether the places before can balance the sums, if they add up to least and most."""
    if least > most:
        return False
    for weight in weights:
        highest = most if weight.some_right else -least if weight.all_left else 0
        lowest = -most if weight.some_left else least if weight.all_right else 0
        if not lowest <= sums[weight.balance] <= highest:
            return False
    return True
