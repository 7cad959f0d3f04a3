"""Rows that are full only with what may be none of their values: words, or figures further below.

What stands on the line below may be of the next row, whose label is lost, and a dash may stand a
little lower than the figures beside it.  Pieces of labels and rules of the table look like words.
Sums have to bear such a row out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import compress, pairwise

from more_itertools import split_when

from ...forms import Balance
from ...grids.shown import is_figure, is_words
from ...labels.marks import MARKS, Sort
from ...layouts.grid import Located, Row
from ...text.fold import fold, squeeze
from ...text.numerals import MONEY
from ...text.source import PARTS
from ...text.width import width
from ..rows.due_row import DueRow
from .rests import is_broken, is_piece
from .sifted import Setting, Sifted, parted

_MANY_WORDS = 3
_NEAR = 120
_REST_OF_FIGURE = re.compile(
    rf"(?:[.,．，][0-9]{{1,4}}|[0-9]{{1,4}}[,;]+|[%‰千万亿])[{PARTS}]*(?:\n|\Z)"
)


def without_completed(lines: Sequence[DueRow], _setting: Setting) -> Sifted:
    """The lines without those that are full with what may not be theirs, and that no sum can hold.

    The others of these have to add up.
    """
    return parted(lines, list(map(_is_closed, lines)))


def is_completed_below(line: DueRow) -> bool:
    """Whether a row is full only with figures on a line below its others."""
    return 1 < len(line.filled) == line.due and _goes_on_below(line)


def holds_two_in_a_cell(line: DueRow) -> bool:
    """Whether several figures share a cell of a row whose cells have lines of their own.

    Then they may be two of its cells, and the row has more than it seems to have.
    """
    cells = line.filled
    if not any(mark.several and mark.sort is Sort.TEXT for _, _, mark in cells):
        return False
    return all("\n" in line.text[one[1] : other[0]] for one, other in pairwise(cells))


def _is_closed(line: DueRow) -> bool:
    """Whether nothing can bear out that a full row is one."""
    text = line.text
    if line.filled and _is_broken_off(text, line.filled[-1][1]):
        return True
    if any(_are_one(line, *pair) for pair in pairwise(line.filled)):
        return True
    if not 1 < len(line.filled) == line.due:
        return False
    below, words = _goes_on_below(line), _words_among(line.filled)
    sums = line.as_it_stands.balances if below or words else ()
    if below and (not sums or _holds_line_of_dashes(text, line.filled)):
        return True
    return bool(words and sums) and not _bear_out(words, line, sums)


def _is_broken_off(text: str, end: int) -> bool:
    """Whether the rest of a figure, or what it counts in, stands on the line below its end."""
    behind = fold(text[end : end + _NEAR])
    below = behind.lstrip(PARTS)
    skipped = behind[: len(behind) - len(below)]
    return "\n" in skipped and _REST_OF_FIGURE.match(below) is not None


def _are_one(line: DueRow, one: Located, other: Located) -> bool:
    """Whether a value on a line of its own shows that it is a piece of another: ``3.``.

    Together they are a figure that the row can have: only money has decimals.
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
    """The words among the values of a row; most rows have none."""
    has_text = Sort.TEXT in [mark.sort for _, _, mark in cells]
    return list(filter(is_words, cells)) if has_text else []


def _goes_on_below(line: DueRow) -> bool:
    """Whether some of a row's figures stand on one line, and others below, before where those end.

    Not where most have a line of their own, or each row of those that stand side by side.
    """
    text, cells = line.text, line.filled
    if not text.count("\n", cells[0][1], cells[-1][0]):
        return False
    lines = _lines(text, cells)
    if 2 * sum(len(line) == 1 for line in lines) > len(lines):
        return False
    rows = [slot and slot.address[1] for slot in line.slots]
    within = [one == other for one, other in pairwise(rows)]
    gaps = ((one[1], other[0]) for one, other in pairwise(cells))
    return any(_stands_below(text, *gap) for gap in compress(gaps, within))


def _lines(text: str, cells: Row) -> Sequence[Row]:
    """The cells, line by line."""
    return list(split_when(cells, lambda one, other: "\n" in text[one[1] : other[0]]))


def _stands_below(text: str, end: int, start: int) -> bool:
    """Whether a cell stands on a line below another, and neither behind that nor behind words."""
    between = text[end:start]
    if "\n" not in between or any(map(str.isalnum, between)):
        return False
    ahead = text[text.rfind("\n", 0, end) + 1 : end]
    return width(between.rpartition("\n")[2]) < width(ahead)


def _holds_line_of_dashes(text: str, cells: Row) -> bool:
    """Whether nothing but dashes stands on one of the lines of cells, and more on others."""
    dashes = [all(mark.sort is Sort.DASH for _, _, mark in line) for line in _lines(text, cells)]
    return any(dashes) and not all(dashes)


def _bear_out(words: Row, line: DueRow, sums: Iterable[Balance]) -> bool:
    """Whether sums can hold with words for figures, if these are few.

    Words with digits may be of a figure, unless the row has cells enough without them.
    """
    said = {squeeze(line.text[start:end]) for start, end, _ in words}
    if len(line.entry.values) <= line.due and all(any(map(str.isdigit, one)) for one in said):
        return True
    return len(said) < _MANY_WORDS and all(_may_hold(one, line.filled) for one in sums)


def _may_hold(balance: Balance, cells: Row) -> bool:
    """Whether words among its figures may stand for what a sum lacks.

    Not for the total, where one of the figures before is that already.
    """
    total, parts = sorted((balance.left, balance.right), key=len)
    printed = sum(cells[place][2].count or 0 for place in total)
    counts = [cells[place][2].count or 0 for place in parts]
    if any(is_words(cells[place]) for place in total):
        return not 0 < 2 * max(counts) == sum(counts)
    lacking = any(is_words(cells[place]) for place in parts)
    return sum(counts) <= printed if lacking else sum(counts) == printed
