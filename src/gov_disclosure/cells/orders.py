"""In which order a header names the columns of its table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from ..grids.context import Header
from ..labels.marks import Sort


def is_scrambled(header: Header) -> bool:
    """Whether the columns of a nested table stand in an order that no nesting makes.

    On two lines, the columns that stand by themselves come first, the others behind them.
    """
    orders = header.orders
    descents = sum(one > other for one, other in pairwise(orders))
    return bool(orders) and (descents > 1 or orders[0] > min(orders))


def has_words(header: Header) -> bool:
    """Whether words stand among the labels of columns that are none of the form's."""
    return any(cell[2].sort is Sort.TEXT for cell in header.cells)


def is_nested(header: Header) -> bool:
    """Whether the columns of a group stand on one side, and on the other those by themselves."""
    return _are_nested(header.orders)


@lru_cache(maxsize=1 << 10)
def _are_nested(orders: Sequence[int]) -> bool:
    behind = next((at for at, (one, other) in enumerate(pairwise(orders), 1) if one > other), 0)
    first, second = orders[:behind], orders[behind:]
    in_order = list(second) == sorted(second)
    return in_order and (_surround(first, second) or _surround(second, first))


def _surround(alone: Sequence[int], group: Sequence[int]) -> bool:
    """Whether columns stand around others in the form, which are several."""
    return len(alone) > 0 < len(group) - 1 and not any(group[0] < at < group[-1] for at in alone)
