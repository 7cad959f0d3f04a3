"""Where the words of a line stand on a page, by how tools turn places into blanks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

from ...text.width import Measure, width, width_in_print

Ruler = Callable[[str, Sequence[int]], Sequence[int]]
"""From a line, and places in it in their order, to their distance from its beginning."""

_BLANKS = re.compile(r" +(?=(\S+))")


def by_columns(line: str, places: Sequence[int]) -> Sequence[int]:
    """The distances where a wide character takes up two columns, as most tools count.

    >>> by_columns("规章  3", [0, 2, 4])
    [0, 4, 6]
    """
    return _sums(line, places, width)


def by_characters(line: str, places: Sequence[int]) -> Sequence[int]:
    """The distances where all characters are equally wide.

    >>> by_characters("规章  3", [0, 2, 4])
    [0, 2, 4]
    """
    return places


def by_words(line: str, places: Sequence[int]) -> Sequence[int]:
    """The distances where a blank is as wide as the characters of the word behind it.

    Such tools divide the gap before a word by the width of that word's characters.

    >>> by_words("    3", [4]), by_words("  ——", [2])
    ([4], [4])
    """
    before = _sums(line, places, width_in_print)
    added = [(blanks.end(), _added(blanks)) for blanks in _BLANKS.finditer(line)]
    ends = [end for end, _ in added]
    totals = list(accumulate((more for _, more in added), initial=0.0))
    return [
        int(left + totals[bisect_right(ends, place)])
        for left, place in zip(before, places, strict=True)
    ]


def _added(blanks: re.Match[str]) -> float:
    """What blanks are wider than columns, in columns."""
    word = blanks[1]
    return len(blanks[0]) * (width_in_print(word) / len(word) - 1)


def _sums(line: str, places: Sequence[int], measure: Measure) -> Sequence[int]:
    return list(accumulate([measure(line[a:b]) for a, b in pairwise((0, *places))]))


COMMON_RULERS: tuple[Ruler, ...] = (by_columns, by_characters)
RULERS: tuple[Ruler, ...] = (*COMMON_RULERS, by_words)
