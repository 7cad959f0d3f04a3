"""Rows above the title of a report: lists of links with counts, as web pages have them."""

from __future__ import annotations

from collections.abc import Sequence

from more_itertools import partition

from ...problems import unread_rows
from ..rows.due_row import DueRow
from .sifted import Setting, Sifted


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
