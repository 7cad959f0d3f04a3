"""Lines that look like rows, from which no figure was read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from ..forms import units
from ..labels.marks import LONGEST_LABEL, MARKS
from ..labels.vocabulary import Role, Term
from ..layouts.grid import Stretch
from ..text.fold import fold
from ..text.numerals import MONEY
from ..text.source import Place
from .choosing import Candidate
from .glance import WORDS, first_word

_WORDS_AND_FIGURE = re.compile(r"[\W\d_]*+[^\W\d_]\D*+\d")
_UNIT = "|".join(sorted(units() | MONEY.keys()))
_FIGURE_BEHIND = re.compile(
    rf"[^\w。；;]*(?:(?:{_UNIT})[^\w。；;]+)?\d[\d,]*+(?:\.\d++)?(?![.、] ?[^\W\d]|\w{{4}})"
)
"""A figure, perhaps with its unit, that is not the number before the next label."""
_FIGURE = re.compile(r"[-+]?\d[\d,.]*")
_BETWEEN = re.compile(r"[^\w(]*")
_SENTENCE = re.compile("[。；]")
_LONGEST_ROW = 2 * LONGEST_LABEL
_FEWEST_WITHOUT_TABLE = 3
"""Where no table was read, fewer lines that look like rows may be of another list."""


def slipped_rows(stretch: Stretch, candidate: Candidate | None) -> Sequence[Place]:
    """The lines with a row's label and a figure behind it from which no figure was read."""
    if candidate is not None and candidate.unread_table is not None:
        return []
    shown = [
        (line, place)
        for line, place in zip(stretch.lines, stretch.places, strict=True)
        if len(line) <= _LONGEST_ROW and _WORDS_AND_FIGURE.match(line)
    ]
    read = sorted(_starts_of_figures(candidate)) if candidate and shown else []
    lines = [
        place for line, place in shown if not _contains_any(place, read) and _looks_like_row(line)
    ]
    has_rows = candidate is not None and len(candidate.shown.entries) > 0
    return lines if has_rows or len(lines) >= _FEWEST_WITHOUT_TABLE else []


def _starts_of_figures(candidate: Candidate) -> Iterator[int]:
    """Where the figures begin that were read, or are known to stand outside rows.

    A row's line counts as read by its first figure, unless each figure has a label of its own.
    """
    rows = (e.filled if e.header.is_beside else e.filled[:1] for e in candidate.shown.entries)
    return (start for start, _, _ in chain(chain.from_iterable(rows), candidate.shown.loose))


def _contains_any(place: Place, starts: Sequence[int]) -> bool:
    """Whether one of these sorted starts lies within a place."""
    at = bisect_left(starts, place[0])
    return at < len(starts) and starts[at] < place[1]


def _looks_like_row(line: str) -> bool:
    """Whether a line begins with labels, the last of them a row's, with a figure behind."""
    if _SENTENCE.search(line):
        return False
    folded = fold(line)
    return any(_FIGURE_BEHIND.match(folded, end) for _, end in _labels_of_rows(line, folded))


def rows_of_line(line: str) -> tuple[Sequence[tuple[str, str]], Sequence[str]]:
    """The rows that the label at the beginning of a line can mean, and the figures behind it."""
    folded = fold(line)
    for terms, end in _labels_of_rows(line, folded):
        rows = [(term.table, term.key) for term in terms if term.role is Role.ROW]
        return rows, _FIGURE.findall(folded, end)
    return [], []


def _labels_of_rows(line: str, folded: str) -> Iterator[tuple[Sequence[Term], int]]:
    """The meanings of the last label at the beginning of a line, if it is a row's, and its end."""
    for begin in sorted({first_word(folded), len(folded) - len(folded.lstrip())}):
        start, end = _last_label(folded, begin)
        terms = MARKS[line[start:end]].terms if end else ()
        if any(term.role is Role.ROW for term in terms):
            yield terms, end


def _last_label(folded: str, begin: int) -> Place:
    """The place of the last of the labels that stand one behind the other from a place on."""
    start = end = 0
    at = begin
    while (following := WORDS.end_of_label(folded, at)) is not None:
        start, end = at, following
        between = _BETWEEN.match(folded, end)
        at = between.end() if between else end
    return start, end
