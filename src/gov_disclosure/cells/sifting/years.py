"""Rows beneath a caption that names another year than the report's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from more_itertools import map_reduce

from ...problems import other_year
from ...tables import STATISTICS
from ...text.source import Place
from ...values import Problem, Span
from ..rows.due_row import DueRow


class Captioned(NamedTuple):
    """What stands beneath a caption of another year.

    ``said`` is where the caption stands, ``until`` how far it may reach; ``lone`` tells that no
    caption of the text names a further year.
    """

    said: Place
    until: int
    lone: bool

    def may_be_own(self, table: str) -> bool:
        """Whether it stands above a table whose form prints a year there, which may be a slip."""
        return self.lone and table == STATISTICS.key


def without_other_years(
    text: str, lines: Sequence[DueRow], captioned: Sequence[Captioned], problems: list[Problem]
) -> Sequence[DueRow]:
    """The lines without those of other years, of which each caption and table is told once.

    Nor is a line of all rows empty where that with figures is another year's: it is of the header.
    """
    if not captioned:
        return lines
    above = [_caption_of(line, captioned) for line in lines]
    told = [(c, line) for c, line in zip(above, lines, strict=True) if c and line.entry.filled]
    for (caption, table), some in map_reduce(told, lambda one: (one[0], one[1].table)).items():
        last = max(line.entry.run.whole[1] for _, line in some)
        span = Span(caption.said[0], max(last, caption.said[1]))
        problems.append(other_year(text[slice(*caption.said)], table, span))
    left = [line for caption, line in zip(above, lines, strict=True) if caption is None]
    others = {line.table for _, line in told}
    return [line for line in left if line.row or line.entry.filled or line.table not in others]


def _caption_of(line: DueRow, captioned: Sequence[Captioned]) -> Captioned | None:
    """The caption of another year that a line stands beneath, or behind."""
    figure = (line.entry.values or line.entry.run.labels)[0][0]
    at = bisect_right(captioned, figure, key=lambda one: one.said[0])
    caption = captioned[at - 1] if at else None
    if caption is None or figure >= caption.until or caption.may_be_own(line.table):
        return None
    return caption
