"""Figures that touch the label behind them, whose number may be a part of them: ``6243规章``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import compress

from ..rows.due_row import DueRow, unplaced
from .sifted import Setting, Sifted, parted

_FEWEST = 8
"""Fewer figures may end by chance in numbers that count on."""
_FARTHEST = 9
"""Rows without figures between two others, such as those of groups, may have numbers too."""
_LONGEST = 3
_WORDS = re.compile(r"[(（]?\w")


def without_numbered(lines: Sequence[DueRow], setting: Setting) -> Sifted:
    """The lines without those of which all end in a number, if these count on from row to row."""
    touching = [_touches(setting.text, line) for line in lines]
    figures = [_figure(setting.text, line) for line in compress(lines, touching)]
    if len(figures) < _FEWEST or not _end_in_numbers_that_count_on(figures):
        return Sifted(lines)
    return parted(lines, touching, lambda line: unplaced(setting.text, line, line.filled))


def _touches(text: str, line: DueRow) -> bool:
    """Whether the only figure of a row ends in a digit, and words stand right behind it."""
    if line.due != 1 or len(line.filled) != 1:
        return False
    end = line.filled[0][1]
    return _figure(text, line)[-1:].isdecimal() and _WORDS.match(text, end) is not None


def _figure(text: str, line: DueRow) -> str:
    start, end, _ = line.filled[0]
    return text[start:end]


def _end_in_numbers_that_count_on(figures: Iterable[str]) -> bool:
    """Whether each figure may end in a number that is a little more than that of the one above.

    >>> _end_in_numbers_that_count_on(["6243", "4", "12355", "6"])
    True
    >>> _end_in_numbers_that_count_on(["6243", "4", "17", "5"])
    False
    """
    above: Set[int] | None = None
    for figure in figures:
        ends = set(_ends(figure))
        above = (
            ends
            if above is None
            else {end for end in ends if any(0 < end - one <= _FARTHEST for one in above)}
        )
    return bool(above)


def _ends(figure: str) -> Iterator[int]:
    """The numbers that the last digits of a figure spell."""
    for length in range(1, min(_LONGEST, len(figure)) + 1):
        digits = figure[-length:]
        if digits.isdecimal() and not digits.startswith("0"):
            yield int(digits)
