"""In which order a header names the columns of its table."""

from __future__ import annotations

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
    """Whether the columns that stand by themselves come first, and then those of a group."""
    orders = orders_of(header)
    behind = next((at for at, (one, other) in enumerate(pairwise(orders), 1) if one > other), 0)
    alone, group = orders[:behind], orders[behind:]
    return (
        len(alone) > 0
        and len(group) > 1
        and group == sorted(group)
        and not any(min(group) < order < max(group) for order in alone)
    )
