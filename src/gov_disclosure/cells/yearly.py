"""Columns for several years, of which the last one is the report's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from more_itertools import one

from ..grids.context import Header
from ..layouts.grid import Located, is_blank
from ..text.fold import squeeze
from .places import Option, Slots

_REST = r"(?:年?度)?(?:统计|累计)?(?:数量?|情况)?"
_OWN = re.compile(rf"本年{_REST}")
_YEAR = re.compile(rf"(20\d\d)年?{_REST}", re.ASCII)
_OTHER = re.compile(
    rf"(?:上|去|上一|前)年{_REST}|(?:同比|比?上年|较上年|比去年)?(?:增减|增长|变化|增幅)[数量率]?|同比"
    r"|(?:历年)?累计数?"
)
_SEVERAL = 2


def slots_of_own_year(header: Header, option: Option, text: str) -> Slots | None:
    """The places beneath a header that names years where the form has one column.

    The label of that column may stand above the years.  Those of earlier years, and of what has
    changed since, have no place in the form.  None if the header names anything else, or if it is
    not certain which year is meant.
    """
    if len(option.slots) != 1:
        return None
    lines = (_words(cells, text) for cells in (header.cells, header.line))
    said = next((words for words in lines if len(words) >= _SEVERAL), [])
    own = _own_year(said)
    if own is None:
        return None
    return tuple([option.slots[0] if at == own else None for at in range(len(said))])


def _words(cells: Iterable[Located], text: str) -> Sequence[str]:
    """What a line says beside labels of columns."""
    own = (cell for cell in cells if not (is_blank(cell) or cell[2].names_column))
    return [squeeze(text[start:end]) for start, end, _ in own]


def _own_year(said: Sequence[str]) -> int | None:
    """Which of some columns is that of the last year; None if one may be no year's at all."""
    years = [_YEAR.fullmatch(words) for words in said]
    named = [at for at, words in enumerate(said) if _OWN.fullmatch(words)]
    others = sum(_OTHER.fullmatch(words) is not None for words in said)
    counts = [int(year[1]) for year in years if year]
    if len(named) + len(counts) + others < len(said):
        return None
    if not named:
        named = [at for at, year in enumerate(years) if year and int(year[1]) == max(counts)]
    return one(named) if len(named) == 1 else None
