"""Rows with a number at a page break, of which nothing tells whether it is the page's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ...text.pages import numbering
from ..rows.balances import keeps_rules
from ..rows.due_row import DueRow, unplaced
from .sifted import Setting, Sifted, parted


def without_paged(lines: Sequence[DueRow], setting: Setting) -> Sifted:
    """The lines without those that hold such a number, unless sums of the form hold along them."""
    unsure = sorted(numbering(setting.text).unsure)
    if not unsure:
        return Sifted(lines)
    paged = [
        _holds_any(line, unsure) and not keeps_rules(line.as_it_stands, setting.form)
        for line in lines
    ]
    return parted(lines, paged, lambda line: unplaced(setting.text, line, line.filled))


def _holds_any(line: DueRow, places: Sequence[int]) -> bool:
    """Whether a figure of a row stands at one of these places, which are in order."""
    return any(
        bisect_left(places, start) < bisect_left(places, end) for start, end, _ in line.filled
    )
