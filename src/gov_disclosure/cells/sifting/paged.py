"""Rows with a number of which nothing tells whether it is a page's.

It stands at a page break, or on a line of its own in brackets: ``( 3 )``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ...labels.marks import Sort
from ...text.edges import may_be_page_number
from ...text.pages import numbering
from ..rows.due_row import DueRow
from .sifted import Setting, Sifted, parted

_NEAR = 60


def without_paged(lines: Sequence[DueRow], setting: Setting) -> Sifted:
    """The lines without those that hold such a number, unless sums of the form hold along them."""
    unsure = sorted(numbering(setting.text).unsure)
    losing = {line.layout for line in lines if line.lacks_cells}
    paged = [
        (_holds_any(line, unsure) or (line.layout in losing and _ends_in_marked(line)))
        and not line.as_it_stands.keeps_rules
        for line in lines
    ]
    return parted(lines, paged)


def _holds_any(line: DueRow, places: Sequence[int]) -> bool:
    """Whether a figure of a row stands at one of these places, which are in order."""
    return any(
        bisect_left(places, start) < bisect_left(places, end) for start, end, _ in line.filled
    )


def _ends_in_marked(line: DueRow) -> bool:
    """Whether the last of several values is a number in brackets, on a line of its own.

    Pages end between rows, where their tables are not cut; then a cell of the row may be lost, as
    others are.
    """
    if line.due == 1 or not line.filled or line.filled[-1][2].sort is not Sort.TEXT:
        return False
    text, (start, end, _) = line.text, line.filled[-1]
    return may_be_page_number(text[start:end]) and _is_all_of_line(text, start, end)


def _is_all_of_line(text: str, start: int, end: int) -> bool:
    before, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return not (before.rpartition("\n")[2] + behind.partition("\n")[0]).strip()
