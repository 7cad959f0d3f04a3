"""In which order a header names the columns of its table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .context import Header
from .marks import Sort


def orders_of(header: Header) -> list[int]:
    """The places in the form of the columns that a header names."""
    return [cell[2].terms[0].order for cell in header.cells if cell[2].sort is Sort.LABEL]


def is_scrambled(header: Header) -> bool:
    """Whether the columns of a nested table stand in an order that no nesting makes.

    On two lines, the columns that stand by themselves come first, the others behind them.
    """
    orders = orders_of(header)
    descents = sum(one > other for one, other in pairwise(orders))
    return bool(orders) and (descents > 1 or orders[0] > min(orders))


def is_nested(header: Header) -> bool:
    """Whether the columns of a group stand on one side, and on the other those by themselves."""
    orders = orders_of(header)
    behind = next((at for at, (one, other) in enumerate(pairwise(orders), 1) if one > other), 0)
    first, second = orders[:behind], orders[behind:]
    return second == sorted(second) and (_surround(first, second) or _surround(second, first))


def _surround(alone: Sequence[int], group: Sequence[int]) -> bool:
    """Whether columns stand around others in the form, which are several."""
    return len(alone) > 0 < len(group) - 1 and not any(group[0] < at < group[-1] for at in alone)
