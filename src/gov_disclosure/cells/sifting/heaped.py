"""Rows of a page that a tool read in blocks: whose figures these are, or in what order, none tells.

Who reads a table down its columns puts labels of rows below each other in one paragraph, and their
figures in others behind the last one.  Elsewhere a row without figures may stand so above a row
that has some; but there nothing parts a label from its figures that does not part it from the next
label too.  And what a page has at its edge, as a row is on one, stands among its figures only then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from more_itertools import split_when

from ...text.edges import edges_of_pages
from ..rows.due_row import DueRow, unplaced
from .sifted import Setting, Sifted, parted

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def without_heaped(lines: Sequence[DueRow], setting: Setting) -> Sifted:
    """The lines without those that a tool read in blocks."""
    text = setting.text
    heaped = [
        is_heaped or _holds_edge_of_page(text, line)
        for is_heaped, line in zip(_are_heaped(text, lines), lines, strict=True)
    ]
    return parted(lines, heaped, lambda line: unplaced(text, line, line.entry.values))


def _are_heaped(text: str, lines: Sequence[DueRow]) -> Sequence[bool]:
    """Whether each line is one of those whose labels stand right below each other.

    The figures of the last one have to stand apart.
    """
    if not any(_is_right_above(text, *pair) for pair in pairwise(lines)):
        return [False] * len(lines)
    heaps = split_when(lines, lambda one, other: not _is_right_above(text, one, other))
    return [len(heap) > 1 and _has_figures_apart(text, heap[-1]) for heap in heaps for _ in heap]


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


def _holds_edge_of_page(text: str, line: DueRow) -> bool:
    """Whether what a page has at its edge stands among the figures of a row."""
    cells = line.filled
    if not cells or not text.count("\n", cells[0][1], cells[-1][0]):
        return False
    if not line.candidate.stretch.page_numbers:
        return False
    gaps = (text[one[1] : other[0]] for one, other in pairwise(cells))
    return any(edges_of_pages(gap.splitlines(), text) for gap in gaps)
