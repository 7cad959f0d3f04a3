"""In which order a header names the columns of its table, and how its labels stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from ...grids.context import Header
from ...labels.marks import Sort
from ...layouts.grid import Located
from ...text.source import BORDERS

_PARTS = f" \t\u3000\xa0{BORDERS}"
_REST_OF_LINE = re.compile(r"[^\w\n]*(?:\n|$)")


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


def swapped_group(header: Header) -> Sequence[Located]:
    """The labels of a group of columns that stand side by side in another order than the form's.

    The columns around the group in the form stand all before its labels or all behind them.  Where
    labels are repeated below each other, those of the last line are the group.
    """
    if not header.orders or is_nested(header):
        return ()
    columns = [(cell[2].terms[0].order, cell) for cell in header.cells if cell[2].names_column]
    last = dict(columns)
    return [last[order] for order in _swapped(tuple([order for order, _ in columns]))]


@lru_cache(maxsize=1 << 10)
def _swapped(orders: Sequence[int]) -> Sequence[int]:
    once = tuple(dict.fromkeys(reversed(orders)))[::-1]
    if len(once) < len(orders):
        return once if list(once) != sorted(once) else ()
    parts = [(once[:at], once[at:]) for at in range(1, len(once))]
    swapped = (
        group
        for alone, group in (*parts, *(part[::-1] for part in parts))
        if list(group) != sorted(group) and _stand_around(alone, sorted(group))
    )
    return next(swapped, ())


def _stand_around(alone: Sequence[int], group: Sequence[int]) -> bool:
    """Whether columns stand around others in the form, before them and behind them."""
    return _surround(alone, group) and min(alone) < group[0] and max(alone) > group[-1]


def is_nested(header: Header) -> bool:
    """Whether the columns of a group stand on one side, and on the other those by themselves."""
    return _are_nested(header.orders)


def stand_side_by_side(header: Header, text: str) -> bool:
    """Whether nothing but borders and blanks on one line stands between the labels of columns.

    Between those by themselves and a group there is the group's label, or a line end.
    """
    gaps = (text[one[1] : other[0]] for one, other in pairwise(header.cells))
    return not any(gap.strip(_PARTS) for gap in gaps)


@lru_cache(maxsize=1 << 10)
def _are_nested(orders: Sequence[int]) -> bool:
    behind = next((at for at, (one, other) in enumerate(pairwise(orders), 1) if one > other), 0)
    first, second = orders[:behind], orders[behind:]
    in_order = list(second) == sorted(second)
    return in_order and (_surround(first, second) or _surround(second, first))


def _surround(alone: Sequence[int], group: Sequence[int]) -> bool:
    """Whether columns stand around others in the form, which are several."""
    return len(alone) > 0 < len(group) - 1 and not any(group[0] < at < group[-1] for at in alone)


def stand_apart(header: Header) -> bool:
    """Whether something parts the cells of a header: glued words are no cells of their own."""
    return all(one[1] < other[0] for one, other in pairwise(header.cells))


def stand_on_one_line(header: Header, text: str) -> bool:
    """Whether the cells of a header stand on one line, and nothing else behind them."""
    begin, end = header.cells[0][0], header.cells[-1][1]
    is_one = len(text[begin:end].strip().splitlines()) == 1
    return is_one and _REST_OF_LINE.match(text, end) is not None
