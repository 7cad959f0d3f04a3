"""Lines of figures read by the places of their cells, which one delimiter separates on every line.

A cell then stands beneath the label of its column, whether it holds a figure or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ...labels.marks import MARKS, Mark
from ...layouts.grid import Stretch
from ...text.fold import fold
from ...text.source import BORDERS, DRAWN, LIKE_BORDERS, LINE_ENDS
from ..glance import first_label
from .figure_lines import COLUMN, EMPTY, NUMBER, PlacedLine, count_labels, kinds_of
from .templates import LONGEST_LABELS, are_labels, is_line, words_of

_NO_SIGNS = r"\w\s()（）《》“”\"'"
_SIGN = (
    rf"\t|(?!(?P<twice>.)(?P=twice))[^{_NO_SIGNS}]{{2,3}}|[^{_NO_SIGNS}.:：、/—–-]|[{LIKE_BORDERS}]"
)
"""A delimiter: no sign that stands within figures or labels, nor one that is doubled."""
_BETWEEN_LABELS = re.compile(
    rf"(?<! ) *+(?P<quote>\")?(?P<delimiter>{_SIGN}) *(?(quote)\")(?=[^\W\d_]|[(（])"
)
_MOST_LINES_OF_HEADER = 8
_MOST_CELLS = 100
_LONGEST_LINE = 2000
"""No line of a form has so many cells, or characters, however wide it is padded."""
_QUOTE = '"'
_RULE = re.compile(rf"(?=[-=:+\s{BORDERS}{DRAWN}]++\Z).*?(?:[-=]{{3}}|[─━═])")


class _LineOfCells(NamedTuple):
    """A line as cells: their texts, marks and kinds, and the words of its labels."""

    said: Sequence[str]
    marks: Sequence[Mark]
    kinds: str
    words: str


class _Columns(NamedTuple):
    """The cells in which the columns of a header stand, from the first to before ``end``.

    ``length`` is the number of cells of its lines, None if it varies; then merged cells stand there
    only once.  ``closed`` says whether a delimiter stands behind the last cell.
    """

    first: int
    end: int
    length: int | None
    closed: bool

    def values_in(self, kinds: str) -> slice | None:
        """The slice of a line's cells that stand below the columns; None if that is not certain."""
        labels = count_labels(kinds)
        if len(kinds) == self.length:
            around = kinds[labels : self.first] + kinds[self.end :]
            is_plain = labels <= self.first and not around.strip(EMPTY)
            return slice(self.first, self.end) if is_plain else None
        end = len(kinds) - 1 if self.closed and kinds.endswith(EMPTY) else len(kinds)
        values = kinds[labels:end]
        sure = values[:1] if self.length is None else values
        is_plain = len(kinds) > 1 and values != "" and EMPTY not in sure
        return slice(labels, end) if is_plain else None


class _Above(NamedTuple):
    """What stands above a line: the columns of the last header, and labels not yet used.

    ``words`` are those labels as they are compared, ``kinds`` the cells of their lines.
    """

    columns: _Columns | None = None
    words: str = ""
    kinds: tuple[str, ...] = ()


def lines_in_place(stretch: Stretch, first: int) -> Iterator[PlacedLine]:
    """The lines of figures of a table with this first line, as far as they are plain."""
    lines = stretch.lines[first:]
    delimiter = _delimiter(lines[:_MOST_LINES_OF_HEADER])
    if delimiter is None:
        return
    above = _Above()
    for line, (start, _) in zip(lines, stretch.places[first:], strict=True):
        if line.isspace() or _RULE.match(line):
            continue
        printed = line.rstrip(LINE_ENDS)
        if len(printed) > _LONGEST_LINE:
            return
        said, marks, kinds, words = _line_of(printed, delimiter)
        if len(kinds) > _MOST_CELLS or len(above.words + words) > LONGEST_LABELS:
            return
        values, below = _values_and_below(above, kinds, words)
        if below is None:
            return
        if values:
            words_above = above.words + words
            yield PlacedLine(words_above, start, said, values, marks[values], len(delimiter))
        above = below


@lru_cache(maxsize=1 << 13)
def _line_of(printed: str, delimiter: str) -> _LineOfCells:
    """Split a line into cells; cached, as reports share their headers and rows of zeros."""
    said = _split_cells(printed, delimiter)
    marks = tuple(map(MARKS.__getitem__, said))
    kinds = kinds_of(marks)
    return _LineOfCells(said, marks, kinds, words_of("|".join(said[: count_labels(kinds)])))


@lru_cache(maxsize=1 << 13)
def _values_and_below(above: _Above, kinds: str, words: str) -> tuple[slice | None, _Above | None]:
    """The cells of a line for figures, if it has them, and what then stands above the next line.

    The latter is None if the line holds neither figures nor labels: the table ends there.
    """
    columns = _columns_of(above.kinds) or above.columns
    values = columns.values_in(kinds) if columns else None
    if values and is_line(above.words + words, len(kinds[values])):
        return values, _Above(columns)
    if NUMBER not in kinds[count_labels(kinds) :] and are_labels(words):
        return None, _Above(columns, above.words + words, (*above.kinds, kinds))
    return None, None


def _split_cells(line: str, delimiter: str) -> Sequence[str]:
    """Split a line at delimiters, but not within quotes.

    >>> _split_cells('规章,"3,000",0', ",")
    ['规章', '"3,000"', '0']
    """
    said = line.split(delimiter)
    if _QUOTE not in line:
        return said
    cells: list[str] = []
    is_open = False
    for piece in said:
        cells.append(cells.pop() + delimiter + piece if is_open else piece)
        is_open ^= piece.count(_QUOTE) % 2 == 1
    return cells


def _delimiter(lines: Iterable[str]) -> str | None:
    """The sign between a label at the beginning of a line and the words of the next cell."""
    short = (line for line in lines if len(line) <= _LONGEST_LINE)
    return next(filter(None, map(_delimiter_behind_label, short)), None)


@lru_cache(maxsize=1 << 13)
def _delimiter_behind_label(line: str) -> str | None:
    if _BETWEEN_LABELS.search(line) is None:
        return None
    found = _BETWEEN_LABELS.match(line, first_label(fold(line))[1])
    return found["delimiter"] if found else None


def _columns_of(header: Sequence[str]) -> _Columns | None:
    """The columns that lines of labels name, if any does."""
    naming = [kinds for kinds in header if COLUMN in kinds]
    if not naming:
        return None
    named = {at for kinds in naming for at, kind in enumerate(kinds) if kind == COLUMN}
    lengths = set(map(len, naming))
    first, end = min(named), max(map(count_labels, naming))
    is_in_place = len(lengths) == 1 and len(named) == end - first
    closed = naming[-1].endswith(EMPTY)
    return _Columns(first, end, lengths.pop() if is_in_place else None, closed)
