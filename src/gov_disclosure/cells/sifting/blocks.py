"""Rows of a page that a tool read in blocks: the owner or the order of their figures is unknown.

When a page is read column by column, the row labels come out as one paragraph and their figures as
another.  There are three signs of it: labels on consecutive lines, then a blank line before the
first figure; the header or footer of a page among the figures of a row; and a line of mere figures
between rows that have their own, so that figures may stand above their labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from more_itertools import split_when

from ...text.edges import edges_of_pages
from ..rows.due_row import DueRow
from .sifted import Setting, Sifted, without_taken

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_DIGITS = re.compile(r"[0-9]+")
_FIGURES = re.compile(r"[0-9]++(?:\s+[0-9]++)+")
"""Several figures with only blanks between them."""


def without_blocks(lines: Sequence[DueRow], _setting: Setting) -> Sifted:
    """Drop rows that a tool read in blocks."""
    signs = zip(_are_in_blocks(lines), _may_have_shifted_figures(lines), lines, strict=True)
    taken = [
        is_in_block or is_shifted or (line.is_over_lines and _holds_edge_of_page(line))
        for is_in_block, is_shifted, line in signs
    ]
    return without_taken(lines, taken)


def _are_in_blocks(lines: Sequence[DueRow]) -> Sequence[bool]:
    """Whether each row is part of a block: labels on consecutive lines, their figures apart."""
    empty = [pair for pair in pairwise(lines) if not pair[0].filled]
    if not any(_is_label_right_above(*pair) for pair in empty):
        return [False] * len(lines)
    heaps = split_when(lines, lambda one, other: not _is_label_right_above(one, other))
    return [len(heap) > 1 and _has_figures_apart(heap[-1]) for heap in heaps for _ in heap]


def _is_label_right_above(one: DueRow, other: DueRow) -> bool:
    """Whether only a line end stands between the labels of two rows."""
    if one.filled or one.candidate is not other.candidate:
        return False
    between = one.text[one.place[1] : other.place[0]]
    return between.count("\n") == 1 and between.isspace()


def _has_figures_apart(line: DueRow) -> bool:
    """Whether a blank line stands between the label of a row and its first figure."""
    if not line.filled:
        return False
    return _BLANK_LINE.search(line.text, line.place[1], line.filled[0][0]) is not None


def _may_have_shifted_figures(lines: Sequence[DueRow]) -> Iterator[bool]:
    """Whether the figures below the label of each row may belong to the next row.

    They may from a line of mere figures on, up to a row with figures beside its label.
    """
    may_be = False
    for above, line in zip([None, *lines], lines, strict=False):
        if line.filled and "\n" not in line.text[line.place[1] : line.filled[0][0]]:
            may_be = False
        elif line.due > 1 and above and line.filled and _is_above_mere_figures(above, line):
            may_be = True
        yield may_be


def _is_above_mere_figures(row: DueRow, below: DueRow) -> bool:
    """Whether a row has figures on its line that add up, and more stand above the next label.

    If they do not add up, the figures below may be their rest.
    """
    beside, *between = row.text[row.place[1] : below.place[0]].split("\n")
    if _FIGURES.fullmatch(beside.strip()) is None:
        return False
    *parts, total = map(int, _DIGITS.findall(beside))
    add_up = sum(parts) == total and total not in parts
    return add_up and any(_FIGURES.fullmatch(line.strip()) for line in between)


def _holds_edge_of_page(line: DueRow) -> bool:
    """Whether a header or footer of a page stands among the figures of a row.

    A line that holds all rows of its table is read nevertheless if its sums hold.
    """
    if not line.candidate.stretch.page_numbers:
        return False
    gaps = map(str.splitlines, line.gaps)
    if not any(edges_of_pages(lines, line.text) for lines in gaps):
        return False
    return bool(line.row) or not line.as_it_stands.keeps_rules
