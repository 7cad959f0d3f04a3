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

_PARTED = re.compile(rf"[{BORDERS}\t]|\s{{2,}}")
_FIGURE = re.compile(r"[-+]?[0-9][0-9,.]*")
_SEVERAL_FIGURES = re.compile(r"(?<!\S)[0-9][0-9,.]*\s+[0-9][0-9,.]*(?!\S)")
_WORDS = re.compile(r"[^\W\d_]{3}")
_DIGIT = re.compile("[0-9]")
_SIGN = re.compile(rf"[^\w\s()（）.,，。:：、—–-]|[_{LIKE_BORDERS}]")
"""What may part figures, whatever it is."""
_LONGEST_PIECE = 6
_IN_FIGURES = ".,·%*("
_UNIT = re.compile(rf"{'|'.join(MONEY)}|{A_MULTIPLE}|(?<!填报)(?<!报送)单位(?!负责)")
"""What a line beside a table, unless it is prose, says of the unit of its figures."""


def stands_alone(stretch: Stretch, first: int, end: int) -> bool:
    """Whether nothing before the first line of a table or behind its end may belong to it."""
    rest, *behind = fold(stretch.text[end : stretch.end]).splitlines() or [""]
    below = next(filter(None, (line.strip(PARTS) for line in behind)), "")
    if words_of(rest) or (below and _may_go_on(below)):
        return False
    return not any(map(_may_belong, chain(stretch.lines[:first], behind)))


def _may_go_on(below: str) -> bool:
    """Whether what stands below the last figure may be a piece of it, or its unit."""
    return len(below) <= _LONGEST_PIECE or below[0] in _IN_FIGURES


def _may_belong(line: str) -> bool:
    """Whether a line beside a table may be a row of it, or figures, or tell their unit."""
    said = line.strip(PARTS)
    if any(_FIGURE.fullmatch(cell.strip()) for cell in _PARTED.split(said)):
        return True
    if _DIGIT.search(said) and _SIGN.search(said) and not _WORDS.search(said):
        return True
    if _SEVERAL_FIGURES.search(said) or (may_be_row(line) and not _is_of_words(fold(line))):
        return True
    return len(said) <= LONGEST_LABEL and _UNIT.search(said) is not None


def _is_of_words(folded: str) -> bool:
    """Whether what a line begins with is only spelled like a label."""
    start, end = first_label(folded)
    return start < end and goes_on_in_words(folded, end)
