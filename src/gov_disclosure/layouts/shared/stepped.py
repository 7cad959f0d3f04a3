"""Rows with figures on several lines: narrow columns break what is set in the middle of a row.

A figure that fits its column stands on the middle line; of one that does not, the first piece
stands above that line, and the rest below.  The label of a group stands upright in a narrow column
beside its rows, one or a few characters on each line; the figures of a row may then stand behind
such a piece, on the line below their label.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import attrs

from ...labels.marks import FIGURES, Mark, Sort
from ...text.fold import fold
from ..grid import Located, Row, Stretch, count_digits

_SHORTEST = 3
_FEWEST_STEPS = 2
_WIDE = 2
_LAST = 2
"""A figure ends at most so many lines below its first piece."""

MAY_BE_PIECES = FIGURES | {Sort.GLUED}
"""Figures and dashes, and digits that may be several numbers."""


class NumberedLine(NamedTuple):
    """The cells of a line that is not blank, and its number."""

    number: int
    cells: Row

    @property
    def values(self) -> Row:
        """Its figures and dashes."""
        return [cell for cell in self.cells if cell[2].sort in MAY_BE_PIECES]

    @property
    def rows(self) -> int:
        """The number of row labels on it."""
        return sum(cell[2].names_row for cell in self.cells)


class Step(NamedTuple):
    """The lines of one row with broken figures, from the one with the first pieces on.

    ``at`` is the position of the first among all lines.
    """

    at: int
    lines: Sequence[NumberedLine]

    @property
    def middle(self) -> int:
        """The position of the line for figures that are not broken."""
        return self.at + len(self.lines) // 2

    @property
    def pieces(self) -> Iterator[tuple[Located, Located]]:
        """The two pieces of each broken figure."""
        return zip(self.lines[0].values, self.lines[-1].values, strict=True)

    @property
    def unbroken(self) -> Row:
        """The other figures."""
        return [cell for line in self.lines[1:-1] for cell in line.values]

    @property
    def may_be_two_rows(self) -> bool:
        """Whether a label stands alone between figures, each line of which may be a row."""
        return any(line.rows and not line.values for line in self.lines[1:-1])

    def as_one_cell(self) -> Located:
        """All figures as one cell, as their order is not known."""
        start, end = self.lines[0].values[0][0], self.lines[-1].values[-1][1]
        count = len(self.lines[0].values) + len(self.unbroken)
        return start, end, Mark(Sort.NUMBER, several=count)


def joined_figure(one: Located, other: Located, text: str, marks: Mapping[str, Mark]) -> Located:
    """Join two pieces of a figure, which still has to be confirmed."""
    mark = marks[text[one[0] : one[1]] + text[other[0] : other[1]]]
    return one[0], other[1], attrs.evolve(mark, several=2)


def steps_of(lines: Sequence[NumberedLine], text: str) -> Sequence[Step]:
    """The rows with broken figures; empty if there seems to be just one such row.

    All first pieces are equally long, and no figure on a line with several is longer.
    """
    digits = [[count_digits(text, cell) for cell in line.values] for line in lines]
    length = max((max(counts) for counts in digits if len(counts) >= _WIDE), default=0)
    if length < _SHORTEST:
        return []
    filling = [at for at, counts in enumerate(digits) if counts and set(counts) == {length}]
    found = list(_steps(lines, digits, filling)) if len(filling) >= _FEWEST_STEPS else []
    proved = [step for step in found if not step.may_be_two_rows or _adds_up(step, text)]
    return proved if len(proved) >= _FEWEST_STEPS else []


def _adds_up(step: Step, text: str) -> bool:
    """Whether the last joined figure is the sum of all others."""
    pieces = ((text[slice(*one[:2])], text[slice(*other[:2])]) for one, other in step.pieces)
    *parts, total = (int(fold(one.strip() + other.strip())) for one, other in pieces)
    return len(parts) > 1 and sum(parts) == total


def _steps(
    lines: Sequence[NumberedLine], digits: Sequence[Sequence[int]], filling: Sequence[int]
) -> Iterator[Step]:
    """The steps that begin at lines whose pieces all fill their columns."""
    behind = 0
    for at in filling:
        ends = (at + count for count in (2, 3)) if at >= behind else ()
        end = next((end for end in ends if _is_step(lines[at:end], digits[at:end])), None)
        if end is not None:
            yield Step(at, lines[at:end])
            behind = end


def _is_step(lines: Sequence[NumberedLine], digits: Sequence[Sequence[int]]) -> bool:
    """Whether the last line has as many rests as the first has pieces.

    At most one row label stands among the lines, and not on the last.  Some line has several
    pieces: if each has one, they are cells below each other.
    """
    if len(lines) < 2 or lines[-1].number - lines[0].number > _LAST or lines[-1].rows:
        return False
    upper, lower = digits[0], digits[-1]
    return (
        len(upper) == len(lower)
        and max(map(len, digits)) > 1
        and all(0 < count <= upper[0] for count in lower)
        and sum(line.rows for line in lines) <= 1
    )


_MOST_LINES_AHEAD = 4


def may_stand_below(first: Located, last: Located) -> bool:
    """Whether a line with these first and last cells begins with words and ends in figures."""
    return first[2].sort is Sort.TEXT and last[2].sort in MAY_BE_PIECES


def below_their_labels(lines: Sequence[NumberedLine], stretch: Stretch) -> Iterator[int]:
    """The positions of lines with figures that belong to the label right above them.

    That label has no figures of its own, and the next one has.
    """
    for at, (above, line) in enumerate(pairwise(lines), 1):
        is_right_below = line.number == above.number + 1 and _ends_with_row_label(above)
        if is_right_below and may_stand_below(line.cells[0], line.cells[-1]):
            ahead = lines[at + 1 : at + 1 + _MOST_LINES_AHEAD]
            following = next((other for other in ahead if other.rows), None)
            if _is_behind_pieces(line, above, stretch) and not _ends_with_row_label(following):
                yield at


def _ends_with_row_label(line: NumberedLine | None) -> bool:
    """Whether a line ends with the label of a row."""
    return line is not None and line.cells[-1][2].names_row


def _is_behind_pieces(line: NumberedLine, above: NumberedLine, stretch: Stretch) -> bool:
    """Whether all words of a line are pieces of the label of the group above it."""
    row = above.cells[-1][2]
    ahead = [cell for cell in line.cells if cell[2].sort not in MAY_BE_PIECES]
    pieces = (
        stretch.words.is_part_of_heading(stretch.text[start:end], row) for start, end, _ in ahead
    )
    return line.cells[: len(ahead)] == ahead and all(pieces)
