"""Lines of figures read by the order of what is printed, whatever separates the cells.

If every cell holds a figure or a dash, their number alone shows where each one stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import islice, takewhile
from typing import NamedTuple

from ...labels.marks import FIGURES, MARKS, Mark, Sort
from ...layouts.grid import Row, Stretch
from ...text.fold import INVISIBLE, fold
from ...text.source import BORDERS, DRAWN, LINE_ENDS, blanks
from .templates import LONGEST_LABELS, heads_rows, is_line, words_of

_SEPARATORS = rf"\s{BORDERS}{DRAWN}"
_FIRST = "[-+增减—–/无0-9]"
_REST = rf"(?:[0-9]*(?:[,.][0-9]+)*[^\W\d_]{{0,3}}|[-—–/])(?![^{_SEPARATORS}])"
_RUN = re.compile(
    rf"{_FIRST}(?<![^{_SEPARATORS}]{_FIRST}){_REST}(?:[{_SEPARATORS}]++{_FIRST}{_REST})*"
)
"""Cells side by side, each of which may be a figure or a dash."""
_SEPARATOR = re.compile(rf"[{_SEPARATORS}]+")
_CELL = re.compile(rf"[^{_SEPARATORS}]+")
_RULE = re.compile(rf"^[ \t:+{BORDERS}]*[-=]{{3}}[-=:+ \t{BORDERS}]*$", re.MULTILINE)
_BEHIND_LABEL = re.compile(rf"(?<![{_SEPARATORS}])[{_SEPARATORS}]*+\Z")
_BLANKS = re.compile(rf"[^\S\t{LINE_ENDS}]+")
_SIGN_BEFORE_FIGURE = re.compile(r"(?<!\S)[-—–/] [0-9]")
_SIGNS = r"*\\_~×―"
_LEVEL = "─━┄┅┈┉…"
_UNSEEN = f"{INVISIBLE}\x07"
_MAY_HIDE = re.compile(f"[{_SIGNS}{_LEVEL}{_UNSEEN}]")
_HIDDEN = re.compile(
    rf"[{_UNSEEN}]|(?<![^\s{BORDERS}])(?:[{_SIGNS}]+|[{_LEVEL}]{{1,2}})(?![^\s{BORDERS}])"
)
"""Signs that may be a mark in a cell or break a figure, but are ignored between labels."""
_MOST_LINES = 100
"""No form has so many lines."""
_LONGEST_RUN = 2000
"""No line of a form has so many figures, however far apart they stand."""


class FigureRun(NamedTuple):
    """Cells side by side and what they say; ``gaps`` are the separators between, without blanks.

    ``is_empty``: there are only dashes.  ``may_be_negative``: a sign stands nearer to the figure
    behind it than other cells to each other.
    """

    said: str
    marks: Sequence[Mark]
    gaps: Set[str]
    is_empty: bool
    may_be_negative: bool


class OrderedLine(NamedTuple):
    """The words before figures, as labels are compared, and the run of figures with its start.

    ``before`` is the whole text between the figures above and these.
    """

    words: str
    before: str
    start: int
    run: FigureRun

    @property
    def marks(self) -> Sequence[Mark]:
        """What its cells say."""
        return self.run.marks

    @property
    def gap(self) -> str:
        """The text between the last label and the first figure, without blanks.

        If a cell between them may be empty, only a sum would hold the figures in their places.
        """
        behind = _BEHIND_LABEL.search(self.before)
        return _BLANKS.sub("", behind[0]) if behind else ""

    @property
    def end(self) -> int:
        """Where its last figure ends."""
        return self.start + len(self.run.said)

    @property
    def cells(self) -> Row:
        """Its figures, with their places."""
        found = zip(_CELL.finditer(self.run.said), self.marks, strict=True)
        return [(self.start + cell.start(), self.start + cell.end(), mark) for cell, mark in found]


def lines_in_order(stretch: Stretch, first: int) -> Sequence[OrderedLine]:
    """The lines of figures of a table with this first line; none if a cell may be empty."""
    start = stretch.places[first][0]
    lines = islice(
        _with_lines_of_groups(_runs_behind_words(stretch.text[start : stretch.end], start)),
        _MOST_LINES,
    )
    own = list(takewhile(lambda line: is_line(line.words, len(line.marks)), lines))
    if not own or not _are_separated_alike(own) or _hides_marks(stretch.text[start : own[-1].end]):
        return ()
    return own


def _runs_behind_words(text: str, start: int) -> Iterator[OrderedLine]:
    """The runs of figures in a text, as long as words that may be labels stand before them.

    ``start`` is where the text begins.
    """
    folded = _RULE.sub(blanks, fold(text))
    last = 0
    for found in _RUN.finditer(folded):
        at, end = found.span()
        between = folded[last:at]
        words = words_of(between)
        if not (0 < len(words) <= LONGEST_LABELS and end - at <= _LONGEST_RUN):
            return
        run = _run_of(found[0])
        if run is None:
            return
        yield OrderedLine(words, between, start + at, run)
        last = end


@lru_cache(maxsize=1 << 13)
def _run_of(said: str) -> FigureRun | None:
    """Cells side by side, if each holds a figure or a dash; cached, as rows of zeros are common."""
    marks = tuple(map(MARKS.__getitem__, _SEPARATOR.split(said)))
    sorts = {mark.sort for mark in marks}
    if not sorts <= FIGURES:
        return None
    gaps = frozenset(_BLANKS.sub("", gap) for gap in set(_SEPARATOR.findall(said)))
    may_be_negative = "  " in said and _SIGN_BEFORE_FIGURE.search(said) is not None
    return FigureRun(said, marks, gaps, sorts == {Sort.DASH}, may_be_negative)


def _with_lines_of_groups(lines: Iterable[OrderedLine]) -> Iterator[OrderedLine]:
    """Join a line of dashes behind the label of a group to the line below it."""
    above = ""
    for line in lines:
        if line.run.is_empty and heads_rows(line.words):
            above += line.words
        else:
            yield line._replace(words=above + line.words) if above else line
            above = ""


def _are_separated_alike(lines: Sequence[OrderedLine]) -> bool:
    """Whether the same sign separates all figures, ignoring blanks.

    Otherwise a cell may be empty, and a page number or a piece of a figure stand in for it.
    """
    gaps = set[str]().union(*(line.run.gaps for line in lines))
    return len(gaps) <= 1 and (gaps != {""} or not any(line.run.may_be_negative for line in lines))


def _hides_marks(text: str) -> bool:
    """Whether a text holds signs that may be marks in cells."""
    return _MAY_HIDE.search(text) is not None and _HIDDEN.search(text) is not None
