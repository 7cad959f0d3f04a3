"""Lines of text as pieces at their places on a screen, and labels put together from them.

For the layouts that tell cells by where they stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from unicodedata import east_asian_width

import attrs

from ..fold import fold
from ..grid import Located, Stretch, Words
from ..marks import FIGURES, LONGEST_LABEL, Mark, Sort
from .pages import is_page_number

_APART = re.compile(r"\S+(?: \S+)*")
_DRAWN = re.compile(r"[\s=_─━═+-]*[=_─━═-]{3}[\s=_─━═+-]*")
"""A line that only parts rows or sets columns apart."""

_TOKEN = re.compile(r"\S+")
_LONGEST_PIECE = 60
_MOST_LINES_OF_A_LABEL = 8
_FEW = 4
VALUES = FIGURES | {Sort.UNIT}

Measure = Callable[[str], int]


def says_nothing(line: str) -> bool:
    """Whether a line is just drawn, or the number of its page.

    >>> says_nothing("=====  ====="), says_nothing("- 3 -"), says_nothing("3  -  3")
    (True, True, False)
    """
    return is_page_number(line) or _DRAWN.fullmatch(line) is not None


def by_width(text: str) -> int:
    """How far a text reaches on a screen, where wide characters take up two columns."""
    if text.isascii():
        return len(text)
    return len(text) + sum(east_asian_width(letter) in "WF" for letter in text)


MEASURES: tuple[Measure, ...] = (by_width, len)
"""How far a text reaches: most tools count wide characters twice, some count them once."""


@attrs.frozen(kw_only=True)
class Piece:
    """What stands by itself, on lines ``top`` to ``bottom`` and from ``left`` to before ``right``.

    ``start`` and ``end`` are its place in the text; of a label on several lines, that of the
    first.
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


Lines = Sequence[Sequence[Piece]]


def pieces_of(stretch: Stretch, words: Words, measure: Measure) -> Lines:
    """The pieces of each line, parted by two blanks or more; labels and values by one."""
    return [
        list(_pieces(line, start, number, words, measure))
        for number, (line, (start, _)) in enumerate(zip(stretch.lines, stretch.places, strict=True))
    ]


def _pieces(line: str, start: int, number: int, words: Words, measure: Measure) -> Iterator[Piece]:
    at = column = 0
    folded = "" if says_nothing(line) else fold(line)
    for apart in _APART.finditer(folded):
        for begin, end in _parts(line, folded, apart.start(), apart.end(), words):
            left = column + measure(line[at:begin])
            at, column = end, left + measure(line[begin:end])
            yield Piece(
                start=start + begin,
                end=start + end,
                top=number,
                bottom=number,
                left=left,
                right=column,
                mark=words.marks[line[begin:end]],
            )


def _parts(line: str, folded: str, begin: int, end: int, words: Words) -> Sequence[tuple[int, int]]:
    """What a single blank parts in a piece: labels, and values behind them; else all is one."""
    whole = [(begin, end)]
    if " " not in folded[begin:end] or words.marks[line[begin:end]].sort is not Sort.TEXT:
        return whole
    parts: list[tuple[int, int]] = []
    at = begin
    while at < end:
        label = words.end_of_label(folded, at)
        if label is None or label > end or not (label == end or folded[label].isspace()):
            break
        parts.append((at, label))
        at = label + 1
    values = [token.span() for token in _TOKEN.finditer(folded, at, end)]
    fit = all(words.marks[line[a:b]].sort in VALUES for a, b in values)
    return [*parts, *values] if fit else whole


def well_aligned(measured: Sequence[Lines], share: float) -> Sequence[int]:
    """Which ways to measure lines show as many pieces below each other as others, or that share.

    They are told by their numbers.
    """
    counts = [_count_aligned(lines) for lines in measured]
    return [at for at, count in enumerate(counts) if count >= share * max(counts)]


def _count_aligned(lines: Lines) -> int:
    """How many pieces share their left edge with one above, or their right one, or the middle."""
    pairs = [
        (piece.left - other.left, piece.right - other.right)
        for line, below in pairwise(filter(None, lines))
        for piece in line
        for other in _under(piece, below)[:_FEW]
    ]
    at_left = sum(left == 0 for left, _ in pairs)
    at_right = sum(right == 0 for _, right in pairs)
    return max(at_left, at_right, sum(abs(left + right) <= 1 for left, right in pairs))


def with_whole_labels(lines: Lines, text: str, words: Words) -> list[Piece]:
    """All pieces in reading order, those of a label that goes over several lines put together."""
    whole: list[Piece] = []
    taken: set[int] = set()
    for line in lines:
        for piece in line:
            if piece.start in taken:
                continue
            parts = _parts_of_label(piece, lines, text, words, taken)
            taken.update(part.start for part in parts)
            whole.append(_together(parts, text, words) if len(parts) > 1 else piece)
    return whole


def _parts_of_label(
    piece: Piece, lines: Lines, text: str, words: Words, taken: set[int]
) -> Sequence[Piece]:
    """The pieces that spell a label with this one at its top, as many as there can be."""
    column = list(_column(piece, lines, taken))
    spelled = [
        "".join(text[part.start : part.end] for part in column[:count])
        for count in range(2, len(column) + 1)
    ]
    for count in range(len(column), 1, -1):
        if words.spells_label(spelled[count - 2]):
            return column[:count]
    if piece.mark.sort is Sort.TEXT and not any(part.is_figure for part in column):
        for count in range(len(column), 1, -1):
            if words.marks[spelled[count - 2]].sort is Sort.LABEL:
                return column[:count]
    return [piece]


def _column(piece: Piece, lines: Lines, taken: set[int]) -> Iterator[Piece]:
    """The piece and the words below it, as long as they may be one label."""
    yield piece
    length = piece.end - piece.start
    if piece.is_figure or length > _LONGEST_PIECE:
        return
    for _ in range(_MOST_LINES_OF_A_LABEL - 1):
        below = _below(piece, lines)
        length += below.end - below.start if below else 0
        if below is None or below.start in taken or length > LONGEST_LABEL:
            return
        yield below
        piece = below


def _below(piece: Piece, lines: Lines) -> Piece | None:
    """The words right below, where one line between may hold nothing there."""
    for line in lines[piece.bottom + 1 : piece.bottom + 3]:
        under = _under(piece, line)
        if under:
            aligned = (
                [other for other in under if other.is_aligned(piece)] if len(under) > 1 else under
            )
            return aligned[0] if len(aligned) == 1 else None
    return None


def _under(piece: Piece, line: Sequence[Piece]) -> Sequence[Piece]:
    first = bisect_left(line, piece.left + 1, key=lambda other: other.right)
    last = bisect_left(line, piece.right, key=lambda other: other.left)
    return line[first:last]


def _together(parts: Sequence[Piece], text: str, words: Words) -> Piece:
    said = "".join(text[part.start : part.end] for part in parts)
    return attrs.evolve(
        parts[0],
        bottom=parts[-1].bottom,
        left=min(part.left for part in parts),
        right=max(part.right for part in parts),
        mark=words.marks[said],
    )
