"""The order in which a header names the columns of its table, and how its labels stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import attrs
from more_itertools import strip

from ...grids.header import Header
from ...labels.marks import Sort
from ...layouts.grid import Located, is_blank
from ...text.source import BORDERS
from ..standing import gaps_between, words_in

_PARTS = f" \t\u3000\xa0{BORDERS}"
_REST_OF_LINE = re.compile(r"[^\w\n]*(?:\n|$)")

SHORTEST_WORD = 2
"""A single character is a piece of too many labels to name a column."""


def is_scrambled(header: Header) -> bool:
    """Whether the columns of a nested table stand in an order that nesting does not explain.

    Nesting on two lines puts the columns without a group first, and those of the group behind them.
    """
    orders = header.orders
    descents = sum(one > other for one, other in pairwise(orders))
    return bool(orders) and (descents > 1 or orders[0] > min(orders))


def without_margins(header: Header, text: str) -> Header:
    """The header without empty cells before and behind its labels, if these are on one line.

    A corner that spans several columns leaves such cells on the line below it.  Labels that are
    broken over several lines do not stand in their order.
    """
    cells = tuple(strip(header.cells, is_blank))
    if not cells or cells == header.cells:
        return header
    labels = attrs.evolve(header, cells=cells)
    return labels if stand_on_one_line(labels, text) else header


def names_one_column_twice(header: Header, text: str) -> bool:
    """Whether two labels side by side mean the same column in different words: ``总计 合计``."""
    named = zip(header.cells, header.keys, strict=True)
    return any(
        key == again != "" and words_in(one, text) != words_in(other, text)
        for (one, key), (other, again) in pairwise(named)
    )


def goes_back(header: Header) -> bool:
    """Whether a column stands behind one that follows it in the form."""
    return any(one > other for one, other in pairwise(header.orders))


def has_words(header: Header) -> bool:
    """Whether words that are no label of the form stand among the labels of columns."""
    return any(cell[2].sort is Sort.TEXT for cell in header.cells)


def swapped_group(header: Header) -> Sequence[Located]:
    """The labels of a group of columns that stand in another order than in the form.

    The columns around the group in the form stand all before its labels or all behind them.  If
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
    """Whether columns stand on both sides of a group in the form."""
    return _surround(alone, group) and min(alone) < group[0] and max(alone) > group[-1]


def is_nested(header: Header) -> bool:
    """Whether the columns of a group stand on one side, and all other columns on the other."""
    return _are_nested(header.orders)


def stand_side_by_side(header: Header, text: str) -> bool:
    """Whether only borders and blanks on one line stand between the labels of columns.

    If columns are nested, the group's label or a line end stands between some of them.
    """
    return not any(gap.strip(_PARTS) for gap in gaps_between(header.cells, text))


@lru_cache(maxsize=1 << 10)
def _are_nested(orders: Sequence[int]) -> bool:
    behind = next((at for at, (one, other) in enumerate(pairwise(orders), 1) if one > other), 0)
    first, second = orders[:behind], orders[behind:]
    in_order = list(second) == sorted(second)
    return in_order and (_surround(first, second) or _surround(second, first))


def _surround(alone: Sequence[int], group: Sequence[int]) -> bool:
    """Whether no column stands within a group of several in the form, and there are any."""
    return len(alone) > 0 < len(group) - 1 and not any(group[0] < at < group[-1] for at in alone)


def stand_apart(header: Header) -> bool:
    """Whether something stands between the cells of a header, so that none of them touch."""
    return all(one[1] < other[0] for one, other in pairwise(header.cells))


def stand_on_one_line(header: Header, text: str) -> bool:
    """Whether the cells of a header are all on one line, with nothing behind them."""
    begin, end = header.cells[0][0], header.cells[-1][1]
    is_one = len(text[begin:end].strip().splitlines()) == 1
    return is_one and _REST_OF_LINE.match(text, end) is not None
