"""Lines of text as pieces at their places on a screen, and the labels among them.

For layouts that identify cells by where they stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from operator import attrgetter
from typing import NamedTuple

from more_itertools import chunked, ilen

from ...labels.marks import FIGURES, WORDS, Mark, Sort
from ...text.edges import is_page_number
from ...text.source import PAGE_BREAK
from ..grid import Located, Row, Stretch, Words
from .line_runs import begun_by, end_of_rest
from .rulers import COMMON_RULERS, Ruler

_WIDE_PIECE = re.compile(r"\S+(?: \S+)*")
_DRAWN = re.compile(r"(?=[\s=_─━═+-]*+\Z).*?[=_─━═-]{3}", re.DOTALL)

GAP = re.compile(r"\S {2,}\S")
"""The gap between cells on a line that is set in columns."""


_DIGITS_AT_END = re.compile(r"(?<=[^\W\d])[0-9]+$")
_TOKEN = re.compile(r"\S+")
_FEW = 4
VALUES = FIGURES | {Sort.UNIT}
"""What stands behind labels on a line."""


def says_nothing(line: str) -> bool:
    """Whether a line is just drawn, or a page number.

    >>> says_nothing("=====  ====="), says_nothing("- 3 -"), says_nothing("3  -  3")
    (True, True, False)
    """
    return is_page_number(line) or is_drawn(line)


def is_drawn(line: str) -> bool:
    """Whether a line only separates rows or columns."""
    return _DRAWN.match(line) is not None


def count_gaps(stretch: Stretch, gap: re.Pattern[str]) -> int:
    """Count the gaps within lines, up to one for each line: more show nothing more."""
    return ilen(islice(gap.finditer(stretch.content), len(stretch.lines)))


class Piece(NamedTuple):
    """A cell on lines ``top`` to ``bottom``, from ``left`` to before ``right``.

    It is a tuple for speed, as there is one for every cell.  ``start`` and ``end`` are its place in
    the text; of a label on several lines, the place of the first.
    """

    start: int
    end: int
    top: int
    bottom: int
    left: int
    right: int
    mark: Mark

    @property
    def cell(self) -> Located:
        """The piece as a cell."""
        return self.start, self.end, self.mark

    @property
    def is_figure(self) -> bool:
        """Whether it is the value of a cell, and not a label or other words."""
        return self.mark.sort in FIGURES

    def overlaps(self, other: Piece) -> bool:
        """Whether one piece stands above the other, at least in part."""
        return self.left < other.right and other.left < self.right

    def is_aligned(self, other: Piece) -> bool:
        """Whether two pieces share their left or right edge, or their middle."""
        apart = (self.left - other.left, self.right - other.right)
        return 0 in apart or abs(sum(apart)) <= 1


_LEFT, _RIGHT = attrgetter("left"), attrgetter("right")

Lines = Sequence[Sequence[Piece]]


def measured(stretch: Stretch, rulers: Iterable[Ruler]) -> Mapping[Ruler, Lines]:
    """The pieces of each line by each ruler, separated by two blanks or more.

    A single blank separates labels, and values.
    """
    lines = stretch.once(_cells_of_lines, _places_of_cells)
    return {ruler: _lines_by(ruler, lines, stretch) for ruler in rulers}


def measured_apart(stretch: Stretch) -> Sequence[Lines]:
    """The same by the common rulers, but only two blanks or more separate pieces."""
    lines = _cells_of_lines(stretch, _places_apart)
    return [_lines_by(ruler, lines, stretch) for ruler in COMMON_RULERS]


_PlacesOf = Callable[[str, str, str, Words], Iterable[tuple[int, int]]]


def _cells_of_lines(stretch: Stretch, places_of: _PlacesOf) -> Sequence[Row]:
    """The pieces of each line with their places on it."""
    found: list[Row] = []
    begun = ""
    for line, folded in zip(stretch.lines, stretch.folded, strict=True):
        places = [] if says_nothing(line) else places_of(line, folded, begun, stretch.words)
        marked = [(begin, end, stretch.words.marks[line[begin:end]]) for begin, end in places]
        begun = begun_by([marked] if marked else [], begun, line, stretch.words)
        found.append(marked)
    return found


def _lines_by(ruler: Ruler, lines: Iterable[Row], stretch: Stretch) -> Lines:
    return [
        list(_pieces(line, cells, start, number, ruler)) if cells else []
        for number, (line, (start, _), cells) in enumerate(
            zip(stretch.lines, stretch.places, lines, strict=True)
        )
    ]


def _places_apart(_line: str, folded: str, _begun: str, _words: Words) -> Iterator[tuple[int, int]]:
    return (apart.span() for apart in _WIDE_PIECE.finditer(folded))


def _places_of_cells(line: str, folded: str, begun: str, words: Words) -> Iterator[tuple[int, int]]:
    rest = end_of_rest(begun, folded, words)
    for apart in _WIDE_PIECE.finditer(folded):
        begin, end = apart.span()
        behind = _values_behind_rest(line, folded, rest, end, words) if begin < rest < end else []
        yield from (
            [(begin, rest), *behind]
            if behind
            else _split_at_blanks(line, folded, begin, end, words)
        )


def _pieces(
    line: str,
    marked: Sequence[Located],
    start: int,
    number: int,
    ruler: Ruler,
) -> Iterator[Piece]:
    shown = line.lstrip(PAGE_BREAK)
    hidden = len(line) - len(shown)
    edges = ruler(shown, [at - hidden for begin, end, _ in marked for at in (begin, end)])
    for (begin, end, mark), (left, right) in zip(marked, chunked(edges, 2), strict=True):
        yield Piece(start + begin, start + end, number, number, left, right, mark)


def _values_behind_rest(
    line: str, folded: str, at: int, end: int, words: Words
) -> Sequence[tuple[int, int]]:
    """The values of a row, if nothing else stands behind the rest of its label."""
    values = [token.span() for token in _TOKEN.finditer(folded, at, end)]
    return values if _are_values(line, values, words) else []


def _are_values(line: str, places: Sequence[tuple[int, int]], words: Words) -> bool:
    return all(words.marks[line[begin:end]].sort in VALUES for begin, end in places)


def _split_at_blanks(
    line: str, folded: str, begin: int, end: int, words: Words
) -> Sequence[tuple[int, int]]:
    """Split a piece at single blanks into labels, with values behind them; else it stays whole.

    A label on several lines may stand there only with its beginning.
    """
    whole = [(begin, end)]
    sort = words.marks[line[begin:end]].sort
    if sort in WORDS and " " not in folded[begin:end]:
        return _touching_parts(line, folded, begin, end, words) or whole
    if sort is not Sort.TEXT:
        return whole
    parts: list[tuple[int, int]] = []
    at = begin
    while at < end:
        label = _label_at(line, folded, at, end, words)
        if not label:
            break
        parts += label
        at = label[-1][1] + 1
    values = [token.span() for token in _TOKEN.finditer(folded, at, end)]
    return [*parts, *values] if _are_values(line, values, words) else whole


def _touching_parts(
    line: str, folded: str, begin: int, end: int, words: Words
) -> Sequence[tuple[int, int]]:
    """Labels that fill their columns, with the unit right behind; empty if there are none.

    A figure may stand behind them instead, and the last label may be only the beginning of one.
    """
    labels = list(_touching_labels(folded, begin, end, words))
    at = labels[-1][1] if labels else begin
    if len(labels) > 1 and at == end:
        return labels
    if labels and words.marks[line[at:end]].sort is Sort.UNIT:
        return [*labels, (at, end)]
    digits = _DIGITS_AT_END.search(folded, at, end)
    if digits is None or words.begins_label(line[begin:end]):
        return ()
    figure = digits.start()
    if at == figure:
        return [*labels, (figure, end)]
    for start, before in ((at, labels), (labels[-1][0] if labels else at, labels[:-1])):
        if words.begins_label(line[start:figure]):
            return [*before, (start, figure), (figure, end)]
    return ()


def _touching_labels(folded: str, begin: int, end: int, words: Words) -> Iterator[tuple[int, int]]:
    """The labels that a piece begins with, nothing between them."""
    label = words.end_of_label(folded, begin)
    while label is not None and label <= end:
        yield begin, label
        begin, label = label, words.end_of_label(folded, label)


def _label_at(line: str, folded: str, at: int, end: int, words: Words) -> Sequence[tuple[int, int]]:
    """A label, or the beginning of one, from a place up to a blank; empty if there is none.

    A unit may stand right behind a label, as a part of its own.
    """
    blank = folded.find(" ", at, end)
    until = blank if blank > 0 else end
    label = words.end_of_label(folded, at)
    if label is not None and label <= end:
        if label == end or folded[label].isspace():
            return [(at, label)]
        if label < until and words.marks[line[label:until]].sort is Sort.UNIT:
            return [(at, label), (label, until)]
    return [(at, until)] if until - at > 1 and words.begins_label(line[at:until]) else ()


def well_aligned(ways: Mapping[Ruler, Lines], share: float) -> Sequence[Ruler]:
    """The rulers that place about as many pieces below each other as the best.

    ``share`` is how much of the best is enough, give or take a few pieces.
    """
    counts = {ruler: _count_aligned(lines) for ruler, lines in ways.items()}
    most = max(counts.values())
    return [ruler for ruler, count in counts.items() if count + _FEW >= share * most]


def _count_aligned(lines: Lines) -> int:
    """Count the pieces that share their left or right edge, or their middle, with one above."""
    pairs = [
        (piece.left - other.left, piece.right - other.right)
        for line, below in pairwise(filter(None, lines))
        for piece in line
        for other in pieces_under(piece, below)[:_FEW]
    ]
    at_left = sum(left == 0 for left, _ in pairs)
    at_right = sum(right == 0 for _, right in pairs)
    return max(at_left, at_right, sum(abs(left + right) <= 1 for left, right in pairs))


def pieces_under(piece: Piece, line: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces of a line that stand above or below another, at least in part."""
    first = bisect_left(line, piece.left + 1, key=_RIGHT)
    last = bisect_left(line, piece.right, key=_LEFT)
    return line[first:last]
