"""Lines of figures by the place of their cells, where a delimiter parts these on every line.

A cell then stands beneath the label of its column, whether it holds a figure or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

import attrs

from ..labels.marks import BLANK, MARKS, Mark, Sort
from ..labels.vocabulary import Role
from ..layouts.grid import Row, Stretch
from ..text.source import BORDERS, DRAWN, LINE_ENDS
from .templates import are_labels, is_line, words_of

_DELIMITERS = ("|", "\t", "│")
_VALUES = frozenset({Sort.NUMBER, Sort.DASH, Sort.BLANK})
_EMPTY = frozenset({Sort.DASH, Sort.BLANK})
_RULE = re.compile(rf"(?=.*(?:[-=]{{3}}|[─━═]))[-=:+\s{BORDERS}{DRAWN}]*")


class PlacedLine(NamedTuple):
    """The labels before figures, as they are compared, and the cells for these; some may be empty.

    ``start`` is where the first of the cells begins, and ``said`` what stands in each.
    """

    words: str
    start: int
    said: Sequence[str]
    marks: Sequence[Mark]

    @property
    def gap(self) -> str:
        """What stands between the last label and the first cell: nothing unseen."""
        return ""

    @property
    def end(self) -> int:
        """Where its last cell ends."""
        return self.start + sum(map(len, self.said)) + len(self.said) - 1

    @property
    def cells(self) -> Row:
        """Its cells, with their places."""
        ends = accumulate(self.said, lambda at, said: at + 1 + len(said), initial=self.start)
        told = zip(ends, self.said, self.marks, strict=False)
        return [(start, start + len(said), mark) for start, said, mark in told]


class _Printed(NamedTuple):
    """What delimiters part on a line, and how many of its cells there are up to its last words."""

    start: int
    said: Sequence[str]
    marks: Sequence[Mark]
    labels: int

    @property
    def words(self) -> str:
        """Its words, as labels are compared."""
        return "".join(map(words_of, self.said[: self.labels]))

    @property
    def is_empty(self) -> bool:
        """Whether no figure stands behind its words."""
        return all(mark.sort in _EMPTY for mark in self.marks[self.labels :])


@attrs.frozen
class _Columns:
    """Where the columns stand that a header names: from its first to its last cell.

    ``length`` is how many cells its lines have, None where these are not as many; then cells that
    are merged stand there but once.  ``closed`` tells whether a delimiter stands behind the last.
    """

    first: int
    last: int
    length: int | None
    closed: bool

    def values_of(self, printed: _Printed) -> slice | None:
        """Which of the cells of a line stand below them; None if that is not certain."""
        marks = printed.marks
        if len(marks) == self.length:
            around = chain(marks[printed.labels : self.first], marks[self.last + 1 :])
            is_plain = printed.labels <= self.first and all(mark is BLANK for mark in around)
            return slice(self.first, self.last + 1) if is_plain else None
        end = len(marks) - 1 if self.closed and marks[-1] is BLANK else len(marks)
        values = marks[printed.labels : end]
        sure = values[:1] if self.length is None else values
        is_plain = len(marks) > 1 and bool(values) and BLANK not in sure
        return slice(printed.labels, end) if is_plain else None


def lines_in_place(stretch: Stretch, first: int) -> Iterator[PlacedLine]:
    """The lines of figures of a table, whose first line is given, as far as they are plain."""
    columns = None
    header: list[_Printed] = []
    for printed in _printed(stretch, first):
        columns = _columns_of(header) or columns
        line = columns and _line(printed, columns, header)
        if line:
            yield line
            header = []
        elif printed.is_empty and are_labels(printed.words):
            header.append(printed)
        else:
            return


def _printed(stretch: Stretch, first: int) -> Iterator[_Printed]:
    """The lines that say something, from the first line of a table on."""
    content = stretch.content
    delimiter = next((sign for sign in _DELIMITERS if sign in content), None)
    if delimiter is None or '"' in content:
        return
    for line, (start, _) in zip(stretch.lines[first:], stretch.places[first:], strict=True):
        if line.isspace() or _RULE.fullmatch(line):
            continue
        said = line.rstrip(LINE_ENDS).split(delimiter)
        marks = list(map(MARKS.__getitem__, said))
        yield _Printed(start, said, marks, _count_labels(marks))


def _count_labels(marks: Sequence[Mark]) -> int:
    """How many cells there are up to the last one with words."""
    for count in range(len(marks), 0, -1):
        if marks[count - 1].sort not in _VALUES:
            return count
    return 0


def _columns_of(header: Iterable[_Printed]) -> _Columns | None:
    """The columns that lines of labels name, if some do so, and each is named at its place."""
    naming = [printed for printed in header if any(map(_names_column, printed.marks))]
    if not naming:
        return None
    named = {at for line in naming for at, mark in enumerate(line.marks) if _names_column(mark)}
    lengths = {len(line.marks) for line in naming}
    first, last = min(named), max(line.labels for line in naming) - 1
    is_in_place = len(lengths) == 1 and len(named) == last - first + 1
    closed = naming[-1].marks[-1] is BLANK
    return _Columns(first, last, lengths.pop() if is_in_place else None, closed)


def _names_column(mark: Mark) -> bool:
    return any(term.role is Role.COLUMN for term in mark.terms)


def _line(printed: _Printed, columns: _Columns, header: Sequence[_Printed]) -> PlacedLine | None:
    """A line of cells with the labels above and before them; None if no form has such a line."""
    values = columns.values_of(printed)
    if values is None:
        return None
    said, marks = printed.said[values], printed.marks[values]
    words = "".join([line.words for line in (*header, printed)])
    start = printed.start + sum(map(len, printed.said[: values.start])) + values.start
    return PlacedLine(words, start, said, marks) if is_line(words, len(marks)) else None
