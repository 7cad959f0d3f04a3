"""Lines of figures by the place of their cells, where a delimiter parts these on every line.

A cell then stands beneath the label of its column, whether it holds a figure or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from ..labels.marks import MARKS, Mark, Sort
from ..labels.vocabulary import Role
from ..layouts.grid import Row, Stretch
from ..text.source import BORDERS, DRAWN, LINE_ENDS
from .templates import are_labels, is_line, words_of

_DELIMITERS = ("|", "\t", "│")
_QUOTE = '"'
_RULED = ("---", "===", *"─━═")
_RULE = re.compile(rf"[-=:+\s{BORDERS}{DRAWN}]*(?:[-=]{{3}}|[─━═])[-=:+\s{BORDERS}{DRAWN}]*")

_NUMBER, _DASH, _EMPTY, _COLUMN, _WORDS = "nd cw"
_KINDS = {Sort.NUMBER: _NUMBER, Sort.DASH: _DASH, Sort.BLANK: _EMPTY}
_VALUES = "".join(_KINDS.values())
_MOST_REMEMBERED = 1 << 14


class _Kinds(dict[str, str]):
    """What kind of cell a text makes, as a letter: a figure, a dash, the label of a column, ...

    So a line has a string for what its cells are, of which things are quickly asked.
    """

    def __missing__(self, said: str) -> str:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        mark = MARKS[said]
        names_column = any(term.role is Role.COLUMN for term in mark.terms)
        kind = _COLUMN if names_column else _KINDS.get(mark.sort, _WORDS)
        return self.setdefault(said, kind)


_KIND_OF = _Kinds()


class PlacedLine(NamedTuple):
    """The labels before figures, as they are compared, and the cells for these; some may be empty.

    ``start`` is where its line begins, ``said`` what stands in all cells of it, and ``values``
    which of them those are.
    """

    words: str
    start: int
    said: Sequence[str]
    values: slice
    marks: Sequence[Mark]

    @property
    def gap(self) -> str:
        """What stands between the last label and the first cell: nothing unseen."""
        return ""

    @property
    def end(self) -> int:
        """Where its last cell ends."""
        return self.cells[-1][1]

    @property
    def cells(self) -> Row:
        """Its cells, with their places."""
        lengths = map(len, self.said)
        ends = list(accumulate(lengths, lambda at, length: at + 1 + length, initial=self.start - 1))
        places = list(zip(self.said, ends[1:], strict=True))[self.values]
        told = zip(places, self.marks, strict=True)
        return [(end - len(said), end, mark) for (said, end), mark in told]


class _Columns(NamedTuple):
    """Where the columns stand that a header names, behind which cell, and up to which.

    ``length`` is how many cells its lines have, None where these are not as many; then cells that
    are merged stand there but once.  ``closed`` tells whether a delimiter stands behind the last.
    """

    first: int
    end: int
    length: int | None
    closed: bool

    def values_in(self, kinds: str) -> slice | None:
        """Which of the cells of a line stand below them; None if that is not certain."""
        labels = _count_labels(kinds)
        if len(kinds) == self.length:
            around = kinds[labels : self.first] + kinds[self.end :]
            is_plain = labels <= self.first and not around.strip(_EMPTY)
            return slice(self.first, self.end) if is_plain else None
        end = len(kinds) - 1 if self.closed and kinds.endswith(_EMPTY) else len(kinds)
        values = kinds[labels:end]
        sure = values[:1] if self.length is None else values
        is_plain = len(kinds) > 1 and values != "" and _EMPTY not in sure
        return slice(labels, end) if is_plain else None


class _Above(NamedTuple):
    """What stands above a line: the columns of the last header, and labels that are not used up.

    ``words`` are those labels as they are compared, ``kinds`` the cells of their lines.
    """

    columns: _Columns | None = None
    words: str = ""
    kinds: tuple[str, ...] = ()


def lines_in_place(stretch: Stretch, first: int) -> Iterator[PlacedLine]:
    """The lines of figures of a table, whose first line is given, as far as they are plain."""
    above = _Above()
    for start, said in _cells_by_line(stretch, first):
        kinds = "".join(map(_KIND_OF.__getitem__, said))
        words = words_of("|".join(said[: _count_labels(kinds)]))
        values, below = _meant(above, kinds, words)
        if below is None:
            return
        if values:
            marks = list(map(MARKS.__getitem__, said[values]))
            yield PlacedLine(above.words + words, start, said, values, marks)
        above = below


@lru_cache(maxsize=1 << 13)
def _meant(above: _Above, kinds: str, words: str) -> tuple[slice | None, _Above | None]:
    """Which cells of a line are those of a line of figures, and what then stands above the next.

    Nothing, if it is neither such a line nor one of labels.
    """
    columns = _columns_of(above.kinds) or above.columns
    values = columns.values_in(kinds) if columns else None
    if values and is_line(above.words + words, len(kinds[values])):
        return values, _Above(columns)
    if _NUMBER not in kinds[_count_labels(kinds) :] and are_labels(words):
        return None, _Above(columns, above.words + words, (*above.kinds, kinds))
    return None, None


def _cells_by_line(stretch: Stretch, first: int) -> Iterator[tuple[int, Sequence[str]]]:
    """What stands in the cells of each line, from the first one of a table on, and its start."""
    content = stretch.content
    delimiter = next((sign for sign in _DELIMITERS if sign in content), None)
    if delimiter is None or _QUOTE in content:
        return
    is_ruled = any(sign in content for sign in _RULED)
    for line, (start, _) in zip(stretch.lines[first:], stretch.places[first:], strict=True):
        if not (line.isspace() or (is_ruled and _RULE.fullmatch(line))):
            yield start, line.rstrip(LINE_ENDS).split(delimiter)


def _count_labels(kinds: str) -> int:
    """How many cells there are up to the last one with words."""
    return len(kinds.rstrip(_VALUES))


def _columns_of(header: Sequence[str]) -> _Columns | None:
    """The columns that lines of labels name, if some do so, and whether each has its place."""
    naming = [kinds for kinds in header if _COLUMN in kinds]
    if not naming:
        return None
    named = {at for kinds in naming for at, kind in enumerate(kinds) if kind == _COLUMN}
    lengths = set(map(len, naming))
    first, end = min(named), max(map(_count_labels, naming))
    is_in_place = len(lengths) == 1 and len(named) == end - first
    closed = naming[-1].endswith(_EMPTY)
    return _Columns(first, end, lengths.pop() if is_in_place else None, closed)
