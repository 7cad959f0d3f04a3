"""Runs of figures in a table that ended up in no reading, not even as loose figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import attrs

from ..labels.marks import A_DASH, MARKS
from ..layouts.grid import Stretch
from ..tables import TABLES
from ..text.counting import are_consecutive
from ..text.source import BORDERS, Place, merged
from .choosing import Candidate
from .context import ONE_LINE
from .glance import names_columns

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
    """The places of all values of rows, of loose figures, and of extra rows."""
    shown = candidate.shown
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
