"""Labels and values along a line: with single spaces, with nothing between, or all on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from ..fold import fold
from ..grid import Grid, Located, Row, Stretch, Words
from ..marks import Sort, glued

_START = re.compile(r"(?<=[\s0-9/-])\S")
_PIECE = re.compile(r"\S+")
_REMARK = re.compile(r"\([^()]{1,40}\)")
_BEHIND_LABEL = re.compile(r"[\s0-9+(/—–-]|[增减无]")


@attrs.frozen
class Running:
    """Rows whose cells nothing separates but spaces, if that.

    A label ends where the next label, a space or a digit begins; where no space stands
    between a label and the digits behind it, those digits may be several numbers.
    """

    name: str = "running"

    def likelihood(self, stretch: Stretch) -> float:
        """Always possible, and never likelier than a layout that separates its cells."""
        return 0.1

    def read(self, stretch: Stretch, words: Words) -> Grid:
        """A row from each label to the next; it ends with its line, unless it is empty still."""
        grid: Grid = []
        for line, (start, _) in zip(stretch.lines, stretch.places, strict=True):
            for place, cells in enumerate(_pieces(line, start, words)):
                continues = place == 0 and bool(grid) and not _is_label(cells[0])
                if continues and _is_label(grid[-1][-1]):
                    grid[-1] += cells
                else:
                    grid.append(cells)
        return grid


def _is_label(cell: Located) -> bool:
    return cell[2].sort is Sort.LABEL


def _pieces(line: str, start: int, words: Words) -> Iterator[Row]:
    """The parts of a line, each a label with what stands behind it."""
    labels = list(_labels(fold(line), words))
    ends = [begin for begin, _ in labels] + [len(line)]
    leading = list(_values(line, 0, ends[0], start, words))
    if leading:
        yield leading
    for (begin, end), until in zip(labels, ends[1:], strict=True):
        label = (start + begin, start + end, words.marks[line[begin:end]])
        values = list(_values(line, end, until, start, words))
        yield [label, *_glued(values, start + end)]


def _labels(folded: str, words: Words) -> Iterator[tuple[int, int]]:
    """Where labels stand: at the start, behind a space or a digit, or behind another label."""
    at = 0
    while at < len(folded):
        end = _end_of_label(folded, at, words)
        if end is not None:
            yield at, end
            at = end
        else:
            found = _START.search(folded, at + 1)
            at = found.start() if found else len(folded)


def _end_of_label(folded: str, at: int, words: Words) -> int | None:
    """The end of the label that starts here, with the remark behind it; None if none does."""
    end = words.end_of_label(folded, at)
    if end is None:
        return None
    remark = _REMARK.match(folded, end)
    end = remark.end() if remark else end
    ends = end == len(folded) or _BEHIND_LABEL.match(folded, end)
    return end if ends or words.end_of_label(folded, end) is not None else None


def _values(line: str, begin: int, until: int, start: int, words: Words) -> Iterator[Located]:
    for piece in _PIECE.finditer(line, begin, until):
        yield start + piece.start(), start + piece.end(), words.marks[piece[0]]


def _glued(values: Row, end_of_label: int) -> Row:
    """The values, digits that follow their label without a space marked as such."""
    if len(values) != 1 or values[0][0] != end_of_label:
        return values
    start, end, mark = values[0]
    return [(start, end, glued(mark))]
