"""What stands beside a table that is printed whole, and may belong to it."""

from __future__ import annotations

import re
from itertools import chain

from ...labels.cores import A_MULTIPLE
from ...labels.marks import LONGEST_LABEL
from ...layouts.grid import Stretch
from ...text.fold import fold
from ...text.numerals import MONEY
from ...text.source import BORDERS, LIKE_BORDERS, PARTS
from ..glance import first_label, goes_on_in_words, may_be_row
from .templates import words_of

_BETWEEN_CELLS = re.compile(rf"[{BORDERS}\t]|\s{{2,}}")
_FIGURE = re.compile(r"[-+]?[0-9][0-9,.]*")
_SEVERAL_FIGURES = re.compile(r"(?<!\S)[0-9][0-9,.]*\s+[0-9][0-9,.]*(?!\S)")
_WORDS = re.compile(r"[^\W\d_]{3}")
_DIGIT = re.compile("[0-9]")
_SIGN = re.compile(rf"[^\w\s()（）.,，。:：、—–-]|[_{LIKE_BORDERS}]")
"""Any sign that may separate figures."""
_LONGEST_PIECE = 6
_IN_FIGURES = ".,·%*("
_UNIT = re.compile(rf"{'|'.join(MONEY)}|{A_MULTIPLE}|(?<!填报)(?<!报送)单位(?!负责)")
"""Words by which a line beside a table may name the unit of its figures."""


def stands_alone(stretch: Stretch, first: int, end: int) -> bool:
    """Whether nothing above the first line of a table or behind its end may belong to it."""
    rest, *behind = fold(stretch.text[end : stretch.end]).splitlines() or [""]
    below = next(filter(None, (line.strip(PARTS) for line in behind)), "")
    if words_of(rest) or (below and _may_continue_figure(below)):
        return False
    return not any(map(_may_belong_to_table, chain(stretch.lines[:first], behind)))


def _may_continue_figure(below: str) -> bool:
    """Whether the text below the last figure may be a piece of it, or its unit."""
    return len(below) <= _LONGEST_PIECE or below[0] in _IN_FIGURES


def _may_belong_to_table(line: str) -> bool:
    """Whether a line beside a table may be one of its rows, figures, or a note of their unit."""
    said = line.strip(PARTS)
    if any(_FIGURE.fullmatch(cell.strip()) for cell in _BETWEEN_CELLS.split(said)):
        return True
    if _DIGIT.search(said) and _SIGN.search(said) and not _WORDS.search(said):
        return True
    if _SEVERAL_FIGURES.search(said) or (
        may_be_row(line) and not _begins_with_longer_word(fold(line))
    ):
        return True
    return len(said) <= LONGEST_LABEL and _UNIT.search(said) is not None


def _begins_with_longer_word(folded: str) -> bool:
    """Whether a line begins with words that are only spelled like a label."""
    start, end = first_label(folded)
    return start < end and goes_on_in_words(folded, end)
