"""Figures that may end in the number of the label right behind them: ``6243规章``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress

from ..rows.due_row import DueRow
from .sifted import Setting, Sifted, without_taken

_FEWEST = 8
"""Fewer figures may end in rising numbers by chance."""
_FARTHEST = 9
"""Rows without figures in between, such as headings of groups, may have numbers too."""
_NEARLY_ALL = 0.8
_LONGEST = 3
_WORDS = re.compile(r"[(（]?\w")


def without_swallowing(lines: Sequence[DueRow], _setting: Setting) -> Sifted:
    """Drop rows whose figure touches the next label, if the ends of nearly all count upwards."""
    touching = list(map(_touches_words_behind, lines))
    figures = list(map(_figure, compress(lines, touching)))
    if len(figures) < _FEWEST or not _end_in_numbers_that_count_on(figures):
        return Sifted(lines)
    return without_taken(lines, touching)


def _touches_words_behind(line: DueRow) -> bool:
    """Whether the only figure of a row ends in a digit and touches the words behind it."""
    if line.due != 1 or len(line.filled) != 1:
        return False
    end = line.filled[0][1]
    return _figure(line)[-1:].isdecimal() and _WORDS.match(line.text, end) is not None


def _figure(line: DueRow) -> str:
    start, end, _ = line.filled[0]
    return line.text[start:end]


def _end_in_numbers_that_count_on(figures: Sequence[str]) -> bool:
    """Whether nearly every figure may end in a number a little greater than an earlier one.

    >>> _end_in_numbers_that_count_on(["6243", "4", "12355", "6", "80"])
    True
    >>> _end_in_numbers_that_count_on(["6243", "4", "17", "5", "80"])
    False
    """
    longest: Counter[int] = Counter()
    for figure in figures:
        for end in _numbers_at_the_end(figure):
            above = max(longest[end - step] for step in range(1, _FARTHEST + 1))
            longest[end] = max(longest[end], above + 1)
    return max(longest.values(), default=0) >= _NEARLY_ALL * len(figures)


def _numbers_at_the_end(figure: str) -> Iterator[int]:
    """The numbers spelled by the last digits of a figure."""
    for length in range(1, min(_LONGEST, len(figure)) + 1):
        digits = figure[-length:]
        if digits.isdecimal() and not digits.startswith("0"):
            yield int(digits)
