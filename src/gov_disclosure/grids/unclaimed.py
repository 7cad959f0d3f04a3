"""Figures of a table that are in no reading: on lines that look like rows, and anywhere else."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import attrs

from ..forms import units
from ..labels.dashes import A_DASH
from ..labels.marks import LONGEST_LABEL, MARKS
from ..labels.vocabulary import Role, Term
from ..layouts.grid import Stretch
from ..tables import TABLES
from ..text.counting import are_consecutive
from ..text.fold import fold
from ..text.numerals import MONEY
from ..text.source import BORDERS, Place, merged
from .choosing import Candidate
from .context import ONE_LINE
from .glance import WORDS, first_word, names_columns

_WORDS_AND_FIGURE = re.compile(r"[\W\d_]*+[^\W\d_]\D*+\d")
_UNIT = "|".join(sorted(units() | MONEY.keys()))
_FIGURE_BEHIND = re.compile(
    rf"[^\w。；;]*(?:(?:{_UNIT})[^\w。；;]+)?\d[\d,]*+(?:\.\d++)?(?![.、] ?[^\W\d]|\w{{4}})"
)
"""A figure, perhaps with its unit, that is not the number before the next label."""
_FIGURE_OF_LINE = re.compile(r"[-+]?\d[\d,.]*")
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
        return rows, _FIGURE_OF_LINE.findall(folded, end)
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


_GAP = rf"[\s{BORDERS}]"
_DIGIT = "0-9０-９"
_NUMBER = rf"[-+]?[{_DIGIT}][{_DIGIT},.]*+"
_RUN = re.compile(
    rf"[-+{_DIGIT}](?<![^\s{BORDERS}][-+{_DIGIT}])[{_DIGIT},.]*+"
    rf"(?:{_GAP}++(?:{_NUMBER}|[－／]{{1,2}}|{A_DASH})(?={_GAP}|\Z)){{2,}}+"
)
"""Figures in cells of their own, with only borders, blanks and marks between them."""

_GLUED = re.compile(rf"^{_GAP}*?([{_DIGIT}]{{4,}}){_GAP}*?$", re.MULTILINE)
"""Figures that ran together, on a line of their own."""

_FIGURE = re.compile(_NUMBER)
_ONE = re.compile(rf"[{_DIGIT}]")
_FEWEST_BESIDE = 3
_FEWEST_BELOW = 5
"""Fewer may be something else: a date, or the numbers of pages and rows."""

_FIRST = frozenset({1, 2})
"""Column numbers begin with one of these, as the first may be glued to words."""

_KEYS = frozenset(table.key for table in TABLES)


@attrs.frozen
class Places:
    """Places of a text in order, none of which overlap."""

    starts: Sequence[int]
    ends: Sequence[int]

    def hold(self, place: Place) -> bool:
        """Whether a place lies within one of them."""
        at = bisect_right(self.starts, place[0]) - 1
        return at >= 0 and self.ends[at] >= place[1]


def known_places(places: Iterable[Place]) -> Places:
    """Sort places, merging those that overlap or touch."""
    extents = merged(places)
    return Places([start for start, _ in extents], [end for _, end in extents])


def lost_runs(
    stretch: Stretch, candidate: Candidate | None, slipped: Sequence[Place]
) -> Sequence[Sequence[Place]]:
    """The figures, side by side or one a line, that the reading of a table does not account for."""
    if candidate is None and stretch.beneath not in _KEYS:
        return ()
    runs = [found.span() for found in _RUN.finditer(stretch.text, stretch.start, stretch.end)]
    runs = runs or list(_glued_runs(stretch, candidate))
    if not runs:
        return ()
    rows = _places_of_rows(candidate) if candidate else Places((), ())
    strange = [run for run in runs if not rows.hold(run)]
    if not strange:
        return ()
    known = known_places(chain(_accounted_for(candidate) if candidate else (), slipped))
    return tuple(filter(None, (without_known(stretch.text, run, known) for run in strange)))


def _glued_runs(stretch: Stretch, candidate: Candidate | None) -> Iterator[Place]:
    """Digits on a line of their own, if column labels stand in the part and no row is read.

    Such a line may be all figures of a table that prints its rows side by side.
    """
    is_read = candidate is not None and bool(candidate.shown.entries)
    if is_read or stretch.beneath not in ONE_LINE or not names_columns(stretch):
        return
    for found in _GLUED.finditer(stretch.text, stretch.start, stretch.end):
        yield found.span(1)


def _places_of_rows(candidate: Candidate) -> Places:
    """The places of the values of rows, mostly in the order of the text."""
    rows = [entry.run.values for entry in candidate.shown.entries if entry.filled]
    return Places([row[0][0] for row in rows], [row[-1][1] for row in rows])


def _accounted_for(candidate: Candidate) -> Iterator[Place]:
    """The places of all values of rows, of loose figures, and of extra rows.

    Without any row, nothing else is said of loose figures.
    """
    shown = candidate.shown
    if not shown.entries:
        return
    for entry in shown.entries:
        values = entry.run.values
        if values:
            yield values[0][0], values[-1][1]
    yield from (cell[:2] for cell in shown.loose)
    yield from ((row[0][0], row[-1][1]) for _, row in shown.extra)


def without_known(text: str, run: Place, known: Places) -> Sequence[Place]:
    """The unknown figures of a run, if they are too many to be anything else.

    Numbers that count up from the first column are those of columns.
    """
    are_glued = text[slice(*run)].isdecimal()
    figures = [found.span() for found in (_ONE if are_glued else _FIGURE).finditer(text, *run)]
    left = [place for place in figures if not known.hold(place)]
    lines = len(text[slice(*run)].splitlines())
    fewest = _FEWEST_BESIDE if lines < len(figures) else _FEWEST_BELOW
    counts = [MARKS[text[slice(*place)]].count for place in left]
    if len(left) < fewest or (counts[0] in _FIRST and are_consecutive(counts)):
        return ()
    return left
