"""One cell on each line; a row ends where the next label stands."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from more_itertools import split_before

from ..grid import Grid, Located, Stretch, Words
from ..marks import LONGEST_LABEL, Mark, Sort
from ..source import Place

_MOST_PIECES = 8
_LONGEST_CELL = 60
_NAMING = frozenset({Sort.LABEL, Sort.TEXT})


@attrs.frozen
class Stacked:
    """A cell on each line, plain or with a tab before or a ``|`` after it.

    Lines of blanks are empty cells, empty lines mean nothing.  Where there are ``|``, they
    end the cells, and what stands empty between two of them is an empty cell.
    """

    name: str = "stacked"

    def suits(self, stretch: Stretch) -> bool:
        """Whether there is more than one line."""
        return len(stretch.lines) > 1

    def read(self, stretch: Stretch, words: Words) -> Grid:
        """A row from each label to the next; words before a number name a row of their own."""
        pieces = _between_pipes(stretch) if "|" in stretch.content else _lines(stretch)
        cells = list(_joined(stretch.text, list(pieces), words))
        following = [cell[2].sort for cell in cells[1:]] + [Sort.BLANK]
        marked = zip(cells, following, strict=True)
        return [[cell for cell, _ in row] for row in split_before(marked, _begins_row)]


def _begins_row(marked: tuple[Located, Sort]) -> bool:
    (start, end, mark), following = marked
    if mark.sort is Sort.LABEL:
        return True
    named = following is Sort.NUMBER or end - start > _LONGEST_CELL
    return mark.sort is Sort.TEXT and named


def _lines(stretch: Stretch) -> Iterator[Place]:
    """The places of lines that are not empty, without tabs and line ends around them."""
    for start, end in stretch.lines:
        line = stretch.text[start:end].rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        if line:
            kept = line.strip("\t") or line
            at = start + line.index(kept)
            yield at, at + len(kept)


def _between_pipes(stretch: Stretch) -> Iterator[Place]:
    """The places of what stands between pipes; several lines there are several cells."""
    start = stretch.start
    for segment in stretch.content.split("|"):
        at = start
        if segment.isspace() or not segment:
            yield at, at + len(segment)
        for line in segment.splitlines(keepends=True):
            said = line.strip()
            if said:
                begin = at + line.index(said[0])
                yield begin, begin + len(said)
            at += len(line)
        start += len(segment) + 1


def _joined(text: str, places: list[Place], words: Words) -> Iterator[Located]:
    """The cells at those places, with the pieces of broken labels put together."""
    marks = [words.mark(text[start:end]) for start, end in places]
    here = 0
    while here < len(places):
        until = _end_of_label(text, places, marks, here, words)
        start, end = places[here][0], places[until - 1][1]
        yield (start, end, marks[here] if until == here + 1 else words.mark(text[start:end]))
        here = until


def _end_of_label(
    text: str, places: list[Place], marks: list[Mark], here: int, words: Words
) -> int:
    """Where the label ends of which a piece stands here: the most pieces that spell one."""
    start = places[here][0]
    last = here + 1
    while (
        last < min(here + _MOST_PIECES, len(places))
        and marks[last].sort in _NAMING
        and places[last][1] - start <= LONGEST_LABEL
    ):
        last += 1
    if marks[here].sort not in _NAMING:
        return here + 1
    for until in range(last, here + 1, -1):
        pieces = marks[here:until]
        broken = any(piece.sort is Sort.TEXT for piece in pieces)
        if broken and words.spells_label(text[start : places[until - 1][1]]):
            return until
    return here + 1
