"""What a glance at a line tells: whether it may be a row of a table, or is prose."""

from __future__ import annotations

import re
from functools import cache

from ..labels.groups import is_part_of_heading
from ..labels.marks import LONGEST_LABEL, MARKS
from ..labels.spelling import begins_label, end_of_label, spells_label
from ..labels.vocabulary import Role, vocabulary
from ..layouts.grid import Stretch, Words
from ..text.fold import fold, squeeze
from ..text.source import BORDERS, LIKE_BORDERS, Place
from .context import ONE_LINE

_PARTING = re.compile(rf"[ \t0-9{BORDERS}'\"]")
_DENSITY = 10
"""Of so many characters of a line of cells one at least is a digit or parts two cells."""
_SHORTEST_LABEL = 2
_TELLING_LENGTH = 4
_DIGIT = re.compile("[0-9]")
_PARTED = re.compile(r"  |['\"]:")
_PARTS = rf"[\s{BORDERS}]"
_ONLY_FIGURES = re.compile(rf"{_PARTS}*(?:\d{{1,9}}{_PARTS}+){{14,}}\d{{0,9}}{_PARTS}*")
"""A line of all rows side by side, without any label."""
_BORDER = re.compile(rf"[\t{BORDERS}]")
_GAP = re.compile(r"(?<=[ \u3000\xa0]{2})[ \u3000\xa0]+")
_BEFORE_WORDS = re.compile(r"(?:[^\w(]|\((?=['\"]))*(?:[0-9]+[^\w(]+)?")

WORDS = Words(
    marks=MARKS,
    spells_label=spells_label,
    begins_label=begins_label,
    end_of_label=end_of_label,
    is_part_of_heading=lambda text, row: is_part_of_heading(text, row.terms),
)
"""What the readers are told of the forms."""


def may_show_rows(stretch: Stretch) -> bool:
    """Whether some line is a label or begins with one or two, or is too dense to be prose."""
    bare = stretch.beneath in ONE_LINE and any(map(_ONLY_FIGURES.fullmatch, stretch.lines))
    return bare or any(may_be_row(line) for line in stretch.lines)


def may_be_row(line: str) -> bool:
    """Whether a line may be a row: however wide it is padded, one with few words is no prose."""
    if len(line) > LONGEST_LABEL < len(_GAP.sub("", line)):
        if not _is_dense(line):
            return WORDS.stand_side_by_side(line)
        return _holds_header_label(squeeze(line))
    said = line.strip()
    if len(said) < _SHORTEST_LABEL:
        return False
    return any(map(_may_be_label, _BORDER.split(said)))


def _may_be_label(said: str) -> bool:
    """Whether a cell is a label, or begins with one; a section's heading is none."""
    terms = MARKS[said].terms
    if terms:
        return terms[0].role is not Role.SECTION
    folded = fold(said)
    begins = any(_begins(folded, at) for at in {0, first_word(folded)})
    if begins:
        return True
    return (_PARTED.search(said) is not None or _is_dense(said)) and _holds_header_label(folded)


def _is_dense(line: str) -> bool:
    """Whether digits, and what parts cells, stand in a line as often as in one of cells."""
    return _DENSITY * len(_PARTING.findall(line)) >= len(line)


def _begins(folded: str, start: int) -> bool:
    """Whether a label stands there, and does not only begin other words: ``规范性文件登记:``."""
    end = end_of_label(folded, start)
    if end is None:
        return False
    return not goes_on_in_words(folded, end) or _DIGIT.search(folded) is not None


def goes_on_in_words(folded: str, end: int) -> bool:
    """Whether what ends there is only spelled like a label, as words go on: 单位负责人."""
    behind = folded[end : end + 1]
    return behind.isalpha() and behind not in LIKE_BORDERS


def _holds_header_label(folded: str) -> bool:
    return any(label in folded for label in _header_labels())


@cache
def _header_labels() -> frozenset[str]:
    """Labels that stand above figures, and hardly in prose."""
    terms = (term for terms in vocabulary().exact.values() for term in terms)
    return frozenset(
        term.label
        for term in terms
        if term.role in (Role.COLUMN, Role.CORNER) and len(term.label) >= _TELLING_LENGTH
    )


def first_word(folded: str) -> int:
    """Where a line's first word begins, behind brackets, quotes and the number of the line."""
    before = _BEFORE_WORDS.match(folded)
    return before.end() if before else 0


def first_label(folded: str) -> Place:
    """Where the label stands that a folded line begins with; an empty place, if it has none."""
    start = first_word(folded)
    return start, end_of_label(folded, start) or start
