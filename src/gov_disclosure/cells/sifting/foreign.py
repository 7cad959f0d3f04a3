"""Rows that are not of the report: of another year, or in lists of links above the title."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from more_itertools import map_reduce, partition

from ...problems import other_year, unread_rows
from ...values import Span
from ..rows.due_row import DueRow
from .sifted import Captioned, Setting, Sifted


def without_other_years(lines: Sequence[DueRow], setting: Setting) -> Sifted:
    """Drop rows beneath captions of other years; one problem reports each caption and table.

    An empty line of all rows goes too if the one with figures is another year's: it is the header.
    """
    if not setting.captioned:
        return Sifted(lines)
    above = [_caption_of(line, setting.captioned) for line in lines]
    dropped = [(c, line) for c, line in zip(above, lines, strict=True) if c and line.filled]
    ends = map_reduce(dropped, lambda one: (one[0], one[1].table), _end, max)
    problems = [
        other_year(
            setting.text[slice(*caption.said)],
            table,
            Span(caption.said[0], max(end, caption.said[1])),
        )
        for (caption, table), end in ends.items()
    ]
    left = [line for caption, line in zip(above, lines, strict=True) if caption is None]
    others = {line.table for _, line in dropped}
    own = [line for line in left if line.row or line.filled or line.table not in others]
    return Sifted(own, problems)


def _end(dropped: tuple[Captioned, DueRow]) -> int:
    """Where a row ends in the text."""
    return dropped[1].entry.run.whole[1]


def _caption_of(line: DueRow, captioned: Sequence[Captioned]) -> Captioned | None:
    """The caption of another year above or before a row."""
    figure = (line.values or line.entry.run.labels)[0][0]
    at = bisect_right(captioned, figure, key=lambda one: one.said[0])
    caption = captioned[at - 1] if at else None
    if caption is None or figure >= caption.until or caption.may_be_own(line.table):
        return None
    return caption


def without_lists_above(lines: Sequence[DueRow], setting: Setting) -> Sifted:
    """Drop labels with a single figure above the title, if tables follow below it.

    Such rows beneath a header, or beside rows of several figures, are a table; its title may stand
    at the top of the next page.
    """
    begins = setting.begins
    if not [line for line in lines if line.place[0] < begins]:
        return Sifted(lines)
    own, listed = map(list, partition(lambda line: _is_listed_above(line, begins), lines))
    below = setting.has_whole or any(line.place[0] >= begins for line in own)
    is_table = any(line.filled and line.place[0] < begins for line in own)
    if is_table or not (listed and below):
        return Sifted(lines)
    places = [(line.place[0], line.filled[-1][1]) for line in listed]
    return Sifted(own, [unread_rows(setting.text, places)])


def _is_listed_above(line: DueRow, begins: int) -> bool:
    """Whether a row above the title is one label with one figure, without a header."""
    is_above = line.place[0] < begins
    return is_above and len(line.filled) == 1 and not line.entry.header.cells
