"""Rows that are full only by counting something that may not be theirs: words, or lower figures.

Figures on the line below may belong to the next row, whose label is lost.  Words may be pieces of
labels or rules of the table.  Such a row is read only if its sums confirm it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import compress, pairwise

from ...forms import Balance
from ...labels.marks import FIGURES, MARKS, Sort
from ...layouts.grid import Located, Row, is_figure, is_words
from ...text.fold import fold, squeeze
from ...text.numerals import MONEY
from ...text.source import PARTS
from ...text.width import width
from ..rows.due_row import DueRow
from ..rows.pieces import is_broken, is_piece
from ..standing import by_line, line_before
from .sifted import Setting, Sifted, without_taken

_MANY_WORDS = 3
_NEAR = 120
_REST_OF_FIGURE = re.compile(
    rf"(?:[.,．，][0-9]{{1,4}}|[0-9]{{1,4}}[,;]+|[%‰千万亿])[{PARTS}]*(?:\n|\Z)"
)


_WORDS_NEXT = re.compile(r"[^\w.,%‰．，％﹪]*[^\W\d_千万亿]")
"""Words that cannot be the rest of a figure, with no figure before them."""


def without_completed(lines: Sequence[DueRow], _setting: Setting) -> Sifted:
    """Drop rows that are full only because of doubtful values, unless sums can confirm them."""
    return without_taken(lines, [line.filled != [] and _is_doubtful(line) for line in lines])


def is_completed_below(line: DueRow) -> bool:
    """Whether a row is full only by counting figures on a line below its other figures."""
    return len(line.filled) == line.due and _has_figures_on_a_lower_line(line)


def _is_doubtful(line: DueRow) -> bool:
    """Whether a row has broken figures, or looks full and cannot be confirmed by its sums."""
    if _is_followed_by_rest_of_figure(line.text, line.filled[-1][1]):
        return True
    if line.is_over_lines and _holds_pieces_of_one_figure(line):
        return True
    return 1 < len(line.filled) == line.due and _cannot_be_confirmed(line)


def _cannot_be_confirmed(line: DueRow) -> bool:
    """Whether words or lower figures fill a row up, and no sums can confirm them."""
    below, words = _has_figures_on_a_lower_line(line), _words_among(line.filled)
    sums = line.balances if below or words else ()
    if below and (not sums or _holds_line_of_dashes(line.text, line.filled)):
        return True
    return bool(words and sums) and not _sums_may_hold_with_words(words, line, sums)


def _is_followed_by_rest_of_figure(text: str, end: int) -> bool:
    """Whether the line below begins with the rest of a figure, or with its unit."""
    if _WORDS_NEXT.match(text, end):
        return False
    behind = fold(text[end : end + _NEAR])
    below = behind.lstrip(PARTS)
    skipped = behind[: len(behind) - len(below)]
    return "\n" in skipped and _REST_OF_FIGURE.match(below) is not None


def _holds_pieces_of_one_figure(line: DueRow) -> bool:
    """Whether two neighbouring values are pieces of one figure."""
    if {mark.sort for _, _, mark in line.filled} <= FIGURES:
        return False
    return any(_are_pieces_of_one_figure(line, *pair) for pair in pairwise(line.filled))


def _are_pieces_of_one_figure(line: DueRow, one: Located, other: Located) -> bool:
    """Whether two values on two lines are pieces of one figure, as one shows by itself: ``3.``.

    Joined, they must be a figure that the row can have: only money has decimals.
    """
    text, pair = line.text, (one, other)
    if not any(is_broken(text, cell) for cell in pair if not is_figure(cell)):
        return False
    if "\n" not in text[one[1] : other[0]] or not all(is_piece(text, cell) for cell in pair):
        return False
    whole = MARKS["".join(text[start:end].strip() for start, end, _ in pair)]
    has_money = any(slot and slot.unit in MONEY for slot in line.slots)
    return whole.sort is Sort.NUMBER and (whole.count is not None or has_money)


def _words_among(cells: Row) -> Row:
    """The words among the values of a row."""
    has_text = Sort.TEXT in [mark.sort for _, _, mark in cells]
    return list(filter(is_words, cells)) if has_text else []


def _has_figures_on_a_lower_line(line: DueRow) -> bool:
    """Whether some figures of a row stand on a lower line, farther left than the upper ones end.

    Not if most figures have a line of their own, nor if the line end is between two rows of a line
    that holds all rows of its table.
    """
    text, cells = line.text, line.filled
    if not line.is_over_lines:
        return False
    lines = by_line(cells, text)
    if 2 * sum(len(line) == 1 for line in lines) > len(lines):
        return False
    rows = [slot and slot.address[1] for slot in line.slots]
    within = [one == other for one, other in pairwise(rows)]
    gaps = ((one[1], other[0]) for one, other in pairwise(cells))
    return any(_stands_below_and_before(text, *gap) for gap in compress(gaps, within))


def _stands_below_and_before(text: str, end: int, start: int) -> bool:
    """Whether a cell stands on a line below another, farther left, with no words between."""
    between = text[end:start]
    if "\n" not in between or any(map(str.isalnum, between)):
        return False
    ahead = line_before(text, end)
    return width(between.rpartition("\n")[2]) < width(ahead)


def _holds_line_of_dashes(text: str, cells: Row) -> bool:
    """Whether one line holds only dashes, and another one more than that."""
    dashes = [all(mark.sort is Sort.DASH for _, _, mark in line) for line in by_line(cells, text)]
    return any(dashes) and not all(dashes)


def _sums_may_hold_with_words(words: Row, line: DueRow, sums: Iterable[Balance]) -> bool:
    """Whether sums can hold with a few words in the place of figures.

    Words with digits may belong to a figure, unless the row has enough cells without them.
    """
    said = {squeeze(line.text[start:end]) for start, end, _ in words}
    if len(line.values) <= line.due and all(any(map(str.isdigit, one)) for one in said):
        return True
    return len(said) < _MANY_WORDS and all(
        _sum_may_hold_with_words(one, line.filled) for one in sums
    )


def _sum_may_hold_with_words(balance: Balance, cells: Row) -> bool:
    """Whether words may stand for the figure that is missing from a sum.

    Not for the total, if one of the figures before is the sum of the others already.
    """
    total, parts = sorted((balance.left, balance.right), key=len)
    printed = sum(cells[place][2].count or 0 for place in total)
    counts = [cells[place][2].count or 0 for place in parts]
    if any(is_words(cells[place]) for place in total):
        return not 0 < 2 * max(counts) == sum(counts)
    has_words = any(is_words(cells[place]) for place in parts)
    return sum(counts) <= printed if has_words else sum(counts) == printed
