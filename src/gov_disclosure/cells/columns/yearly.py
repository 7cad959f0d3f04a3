"""Headers with columns for several years, one of which is the report's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...grids.header import Header
from ...layouts.grid import Located, is_blank
from .above import Above
from .places import Option, Slots

_REST = r"(?:年?度)?(?:统计|累计)?(?:数量?|情况)?"
_OWN = re.compile(rf"本年{_REST}")
_YEAR = re.compile(rf"(20\d\d)年?{_REST}", re.ASCII)
_OTHER = re.compile(
    rf"(?:上|去|上一|前)年{_REST}|(?:历年)?累计数?"
    r"|同比|(?:同比|比?上年|较上年|比去年)?(?:增减|增长|增幅)[数量率]?"
)
"""Columns of other years, and of the change since then."""
_THIS_YEAR = re.compile("^本年度?")


def slots_of_own_year(above: Above, option: Option, year: int | None) -> Slots | None:
    """The slots beneath a header that names years where the form has one column.

    The label of that column may stand on a line above the years.  Columns of other years, and of
    the change since then, get no slot.  None if the header names anything else, or if it is not
    certain which column is that of the report's year.
    """
    if len(option.slots) != 1:
        return None
    columns = map(above.words, _cells_with_years(above.header))
    said = [_without_label(words, option.columns[0].label) for words in columns]
    own = _own_year(said, year) if len(said) > 1 else None
    if own is None:
        return None
    return tuple([option.slots[0] if at == own else None for at in range(len(said))])


def _without_label(words: str, label: str) -> str:
    """The words of a column without the label that the form prints there, so that a year is left.

    >>> _without_label("2022年处理决定数量", "本年处理决定数量"), _without_label("2022年", "统计数")
    ('2022年', '2022年')
    """
    return words.removesuffix(_THIS_YEAR.sub("", label)) or words


def _cells_with_years(header: Header) -> Sequence[Located]:
    """The cells of a header; those of its last line if the column's label stands above it alone."""
    cells = [cell for cell in header.cells if not is_blank(cell)]
    if not any(cell[2].names_column for cell in cells):
        return cells
    is_above = len(cells) == 1 and all(cell[0] > cells[0][1] for cell in header.line)
    return header.line if is_above else ()


def _own_year(said: Sequence[str], year: int | None) -> int | None:
    """The position of the column of this year; None if any column may be no year's."""
    named = [_YEAR.fullmatch(words) for words in said]
    own = [at for at, words in enumerate(said) if _OWN.fullmatch(words)]
    others = sum(_OTHER.fullmatch(words) is not None for words in said)
    if len(own) + sum(map(bool, named)) + others < len(said):
        return None
    own += [at for at, found in enumerate(named) if found and int(found[1]) == year]
    return own[0] if len(own) == 1 else None
