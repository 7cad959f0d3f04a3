"""Numbers that only count the rows or columns of a table (序号): their names, and how they count.

They are none of its figures.  Where they end up depends on how cells were found: in the cells of a
layout (``layouts.shared.row_numbers``), in the rows of a grid (``grids.counted``), or among their
figures (``cells.sifting.numbered``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text.chinese import read_chinese
from ..text.counting import are_consecutive
from ..text.fold import fold, squeeze
from ..text.source import BORDERS

_NAMES = frozenset({"序号", "行号", "行次", "编号"})
_SPELLED = "|".join(map(" ?".join, sorted(_NAMES)))
_COLUMN = re.compile(rf"(?<![^{BORDERS}\t\n ])(?:{_SPELLED})(?![^{BORDERS}\t\n ])")
_NUMBER = re.compile(r"\(?([0-9]{1,3}|[一二三四五六七八九十]{1,3})[.、)]?")

FIRST_NUMBERS = (0, 1)
"""Data tools count from 0, people from 1."""

ENOUGH = 3
"""So many numbers count something where a name, their beginning or their place shows it too."""

MANY = 5
"""Fewer figures may be in order by chance."""


def are_named(said: str) -> bool:
    """Whether words are the name of a column with such numbers.

    >>> are_named("序 号"), are_named("编号"), are_named("序号1")
    (True, True, False)
    """
    return squeeze(said) in _NAMES


def have_a_column(content: str) -> bool:
    """Whether a text has a cell with their name."""
    return _COLUMN.search(content) is not None


def row_number(said: str) -> int | None:
    """The number that a cell may count with.

    >>> [row_number(said) for said in ("2", "十二", "3、", "甲")]
    [2, 12, 3, None]
    """
    found = _NUMBER.fullmatch(fold(said).strip())
    if found is None:
        return None
    return int(found[1]) if found[1].isdecimal() else read_chinese(found[1])


def count_from_first(counts: Sequence[int | None]) -> bool:
    """Whether numbers count on from the first of all.

    >>> count_from_first([1, 2, 3]), count_from_first([0, 1]), count_from_first([2, 3])
    (True, True, False)
    """
    return bool(counts) and counts[0] in FIRST_NUMBERS and are_consecutive(counts)
