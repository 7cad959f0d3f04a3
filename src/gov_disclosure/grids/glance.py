"""Quick tests on single lines: whether one may be a row of a table, or is prose."""

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

_DELIMITER = re.compile(rf"[ \t0-9{BORDERS}'\"]")
_DENSITY = 10
"""In a line of cells, at least one of so many characters is a digit or separates two cells."""
_SHORTEST_LABEL = 2
_SHORTEST_IN_HEADER = 4
_DIGIT = re.compile("[0-9]")
_WIDE_GAP = re.compile(r"  |['\"]:")
_PARTS = rf"[\s{BORDERS}]"
_ONLY_FIGURES = re.compile(rf"{_PARTS}*(?:\d{{1,9}}{_PARTS}+){{14,}}\d{{0,9}}{_PARTS}*")
"""A line of all rows side by side, without any label."""
_ONLY_ZEROS = re.compile(rf"{_PARTS}*0{{15,}}{_PARTS}*")
"""Such a line whose cells ran together: no figure but 0 begins with a zero."""
_BORDER = re.compile(rf"[\t{BORDERS}]")
_GAP = re.compile(r"[ \u3000\xa0]{3,}")
_BEFORE_WORDS = re.compile(r"(?:[^\w(]|\((?=['\"]))*(?:[0-9]+[^\w(]+)?")

WORDS = Words(
    marks=MARKS,
    spells_label=spells_label,
    begins_label=begins_label,
    end_of_label=end_of_label,
    is_part_of_heading=lambda text, row: is_part_of_heading(text, row.terms),
)
"""What the layout readers know of the forms."""


def may_show_rows(stretch: Stretch) -> bool:
    """Whether some line is a label, begins with one or two, or is too dense to be prose."""
    bare = stretch.beneath in ONE_LINE and any(
        _ONLY_FIGURES.fullmatch(line) or is_line_of_zeros(line) for line in stretch.lines
    )
    return bare or any(may_be_row(line) for line in stretch.lines)


def is_line_of_zeros(line: str) -> bool:
    """Whether a line is nothing but zeros that ran together, and may be a table's only one."""
    return _ONLY_ZEROS.fullmatch(line) is not None


def may_be_row(line: str) -> bool:
    """Whether a line may be a row: a line with few words is no prose, however wide it is padded."""
    if len(line) > LONGEST_LABEL < len(_GAP.sub("  ", line)):
        if not _is_dense(line):
            return WORDS.stand_side_by_side(line)
        return _holds_header_label(squeeze(line))
    said = line.strip()
    if len(said) < _SHORTEST_LABEL:
        return False
    return any(map(_may_be_label, _BORDER.split(said)))


def _may_be_label(said: str) -> bool:
    """Whether a cell is a label or begins with one; headings of sections do not count."""
    terms = MARKS[said].terms
    if terms:
        return terms[0].role is not Role.SECTION
    folded = fold(said)
    begins = any(_has_label_at(folded, at) for at in {0, first_word(folded)})
    if begins:
        return True
    return (_WIDE_GAP.search(said) is not None or _is_dense(said)) and _holds_header_label(folded)


def _is_dense(line: str) -> bool:
    """Whether digits and delimiters are as frequent in a line as in a line of cells."""
    return _DENSITY * len(_DELIMITER.findall(line)) >= len(line)


def _has_label_at(folded: str, start: int) -> bool:
    """Whether a label stands there, and no other words that begin like it (规范性文件登记:)."""
    end = end_of_label(folded, start)
    if end is None:
        return False
    return not goes_on_in_words(folded, end) or _DIGIT.search(folded) is not None


def goes_on_in_words(folded: str, end: int) -> bool:
    """Whether letters follow right behind a label, as part of a longer word: 单位负责人."""
    behind = folded[end : end + 1]
    return behind.isalpha() and behind not in LIKE_BORDERS


def _holds_header_label(folded: str) -> bool:
    """Whether a line contains a long label of a header."""
    return any(label in folded for label in _header_labels())


def names_columns(stretch: Stretch) -> bool:
    """Whether labels stand in it that stand above figures, and hardly in prose."""
    return _holds_header_label(squeeze(stretch.content))


@cache
def _header_labels() -> frozenset[str]:
    """Return the labels that stand above figures and are too long to be frequent in prose."""
    terms = (term for terms in vocabulary().exact.values() for term in terms)
    return frozenset(
        term.label
        for term in terms
        if term.role in (Role.COLUMN, Role.CORNER) and len(term.label) >= _SHORTEST_IN_HEADER
    )


def first_word(folded: str) -> int:
    """Where the first word of a line begins, behind brackets, quotes and the line's number."""
    before = _BEFORE_WORDS.match(folded)
    return before.end() if before else 0


def first_label(folded: str) -> Place:
    """The place of the label that a folded line begins with; an empty place if there is none."""
    start = first_word(folded)
    return start, end_of_label(folded, start) or start
