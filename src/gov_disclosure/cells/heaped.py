"""Rows of a page that a tool read in blocks: whose figures these are, or in what order, none tells.

Who reads a table down its columns puts labels of rows below each other in one paragraph, and their
figures in others behind the last one.  Elsewhere a row without figures may stand so above a row
that has some; but there nothing parts a label from its figures that does not part it from the next
label too.  And the number of a page, which a row is on, stands among its figures only then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, compress, pairwise

from more_itertools import split_when

from ..layouts.pages import is_page_number
from ..values import Problem
from .rows import DueRow, unplaced

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def without_heaped(text: str, lines: Iterable[DueRow], problems: list[Problem]) -> Sequence[DueRow]:
    """The lines without those that a tool read in blocks."""
    given = list(lines)
    heaps = (is_heaped for heap in _heaps(text, given) for is_heaped in heap)
    heaped = [
        is_heaped or _holds_page_number(text, line)
        for is_heaped, line in zip(heaps, given, strict=True)
    ]
    problems += [
        unplaced(text, line, line.entry.values) for line in compress(given, heaped) if line.filled
    ]
    return [line for line, is_heaped in zip(given, heaped, strict=True) if not is_heaped]


def _heaps(text: str, lines: Sequence[DueRow]) -> Iterator[Sequence[bool]]:
    """For the lines whose labels stand right below each other, whether each is of such a heap."""
    for heap in split_when(lines, lambda one, other: not _is_right_above(text, one, other)):
        yield [len(heap) > 1 and _has_figures_apart(text, heap[-1])] * len(heap)


def _is_right_above(text: str, one: DueRow, other: DueRow) -> bool:
    """Whether nothing but a line end stands between the labels of two rows."""
    if one.filled or one.candidate is not other.candidate:
        return False
    between = text[one.entry.place[1] : other.entry.place[0]]
    return between.count("\n") == 1 and between.isspace()


def _has_figures_apart(text: str, line: DueRow) -> bool:
    """Whether a blank line stands between the label of a row and its first figure."""
    if not line.filled:
        return False
    return _BLANK_LINE.search(text, line.entry.place[1], line.filled[0][0]) is not None


def _holds_page_number(text: str, line: DueRow) -> bool:
    """Whether the number of a page stands among the figures of a row."""
    cells = line.filled
    if not cells or not text.count("\n", cells[0][1], cells[-1][0]):
        return False
    gaps = (text[one[1] : other[0]] for one, other in pairwise(cells))
    return any(map(is_page_number, chain.from_iterable(map(str.splitlines, gaps))))
