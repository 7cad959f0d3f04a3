"""Lines of text as pieces at their places on a screen, and labels put together from them.

For the layouts that tell cells by where they stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, pairwise
from operator import attrgetter
from typing import NamedTuple

from more_itertools import ilen

from ...labels.marks import FIGURES, WORDS, Mark, Sort
from ...text.edges import is_page_number
from ...text.source import PAGE_BREAK
from ...text.width import width
from ..grid import Located, Stretch, Words
from .along import begun_by, end_of_rest

_APART = re.compile(r"\S+(?: \S+)*")
_DRAWN = re.compile(r"(?=[\s=_─━═+-]*+\Z).*?[=_─━═-]{3}", re.DOTALL)

GAP = re.compile(r"\S {2,}\S")
"""What parts cells within a line that are set in columns."""


_DIGITS_AT_END = re.compile(r"(?<=[^\W\d])[0-9]+$")
_TOKEN = re.compile(r"\S+")
_FEW = 4
VALUES = FIGURES | {Sort.UNIT}

Measure = Callable[[str], int]


def says_nothing(line: str) -> bool:
    """Whether a line is just drawn, or the number of its page.

    >>> says_nothing("=====  ====="), says_nothing("- 3 -"), says_nothing("3  -  3")
    (True, True, False)
    """
    return is_page_number(line) or is_drawn(line)


def is_drawn(line: str) -> bool:
    """Whether a line only parts rows, or sets columns apart."""
    return _DRAWN.match(line) is not None


def count_gaps(stretch: Stretch, gap: re.Pattern[str]) -> int:
    """How many gaps stand within lines, up to one for each: more tell nothing more."""
    return ilen(islice(gap.finditer(stretch.content), len(stretch.lines)))


MEASURES: tuple[Measure, ...] = (width, len)
"""How far a text reaches: most tools count wide characters twice, some count them once."""


class Piece(NamedTuple):
    """What stands by itself, on lines ``top`` to ``bottom`` and from ``left`` to before ``right``.

    A tuple, as there is one for every cell.  ``start`` and ``end`` are its place in the text; of
    a label on several lines, that of the first.
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
        """Whether it is what stands in a cell, and not a label or other words."""
        return self.mark.sort in FIGURES

    def overlaps(self, other: Piece) -> bool:
        """Whether they stand above each other, at least in part."""
        return self.left < other.right and other.left < self.right

    def is_aligned(self, other: Piece) -> bool:
        """Whether they share their left or right edge, or their middle."""
        apart = (self.left - other.left, self.right - other.right)
        return 0 in apart or abs(sum(apart)) <= 1


_LEFT, _RIGHT = attrgetter("left"), attrgetter("right")

Lines = Sequence[Sequence[Piece]]


def measured(stretch: Stretch, words: Words) -> Sequence[Lines]:
    """The pieces of each line, parted by two blanks or more, as each way to measure places them.

    A single blank parts labels, and values.
    """
    return _measured(stretch, words, _places)


def measured_apart(stretch: Stretch, words: Words) -> Sequence[Lines]:
    """The same, where nothing but two blanks or more parts pieces."""
    return _measured(stretch, words, _places_apart)


_PlacesOf = Callable[[str, str, str, Words], Iterable[tuple[int, int]]]


def _measured(stretch: Stretch, words: Words, places_of: _PlacesOf) -> Sequence[Lines]:
    ways: tuple[list[list[Piece]], ...] = tuple([] for _ in MEASURES)
    begun = ""
    lines = zip(stretch.lines, stretch.folded, stretch.places, strict=True)
    for number, (line, folded, (start, _)) in enumerate(lines):
        places = [] if says_nothing(line) else places_of(line, folded, begun, words)
        marked = [(begin, end, words.marks[line[begin:end]]) for begin, end in places]
        begun = begun_by([marked] if marked else [], begun, line, words)
        for lines_so_far, measure in zip(ways, MEASURES, strict=True):
            lines_so_far.append(list(_pieces(line, marked, start, number, measure)))
    return ways


def _places_apart(_: str, folded: str, __: str, ___: Words) -> Iterator[tuple[int, int]]:
    return (apart.span() for apart in _APART.finditer(folded))


def _places(line: str, folded: str, begun: str, words: Words) -> Iterator[tuple[int, int]]:
    rest = end_of_rest(begun, folded, words)
    for apart in _APART.finditer(folded):
        begin, end = apart.span()
        behind = _behind_rest(line, folded, rest, end, words) if begin < rest < end else []
        yield from [(begin, rest), *behind] if behind else _parts(line, folded, begin, end, words)


def _pieces(
    line: str,
    marked: Sequence[Located],
    start: int,
    number: int,
    measure: Measure,
) -> Iterator[Piece]:
    at = len(line) - len(line.lstrip(PAGE_BREAK))
    column = 0
    for begin, end, mark in marked:
        left = column + measure(line[at:begin])
        at, column = end, left + measure(line[begin:end])
        yield Piece(start + begin, start + end, number, number, left, column, mark)


def _behind_rest(
    line: str, folded: str, at: int, end: int, words: Words
) -> Sequence[tuple[int, int]]:
    """The values of a row, if nothing else stands behind the rest of its label."""
    values = [token.span() for token in _TOKEN.finditer(folded, at, end)]
    return values if _are_values(line, values, words) else []


def _are_values(line: str, places: Sequence[tuple[int, int]], words: Words) -> bool:
    return all(words.marks[line[begin:end]].sort in VALUES for begin, end in places)


def _parts(line: str, folded: str, begin: int, end: int, words: Words) -> Sequence[tuple[int, int]]:
    """What a single blank parts in a piece: labels, and values behind them; else all is one.

    Of a label that goes over several lines only the beginning may stand there.
    """
    whole = [(begin, end)]
    sort = words.marks[line[begin:end]].sort
    if sort in WORDS and " " not in folded[begin:end]:
        return _label_and_next(line, folded, begin, end, words) or whole
    if sort is not Sort.TEXT:
        return whole
    parts: list[tuple[int, int]] = []
    at = begin
    while at < end:
        label = _end_of_part(line, folded, at, end, words)
        if label is None:
            break
        parts.append((at, label))
        at = label + 1
    values = [token.span() for token in _TOKEN.finditer(folded, at, end)]
    return [*parts, *values] if _are_values(line, values, words) else whole


def _label_and_next(
    line: str, folded: str, begin: int, end: int, words: Words
) -> Sequence[tuple[int, int]]:
    """Labels that fill their columns, and the unit right behind; nothing, if there are none.

    So may the beginning of one, and a figure.
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


def _end_of_part(line: str, folded: str, at: int, end: int, words: Words) -> int | None:
    """Where a label ends that stands at a place up to a blank, or the beginning of one."""
    label = words.end_of_label(folded, at)
    if label is not None and label <= end and (label == end or folded[label].isspace()):
        return label
    blank = folded.find(" ", at, end)
    word = blank if blank > 0 else end
    return word if word - at > 1 and words.begins_label(line[at:word]) else None


def well_aligned(ways: Sequence[Lines], share: float) -> Sequence[int]:
    """Which ways to measure lines show as many pieces below each other as others, or that share.

    A few more or less tell nothing.  The ways are told by their numbers.
    """
    counts = [_count_aligned(lines) for lines in ways]
    return [at for at, count in enumerate(counts) if count + _FEW >= share * max(counts)]


def _count_aligned(lines: Lines) -> int:
    """How many pieces share their left edge with one above, or their right one, or the middle."""
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
