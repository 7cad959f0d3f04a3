"""Rows with figures on several lines, as narrow columns break what is set in the middle of a row.

What fits its column stands on the middle line; of what does not, the first piece stands above
that, and the rest below.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import attrs

from ...labels.marks import FIGURES, Mark, Sort
from ...text.fold import fold
from ..grid import Located, Row, count_digits

_SHORTEST = 3
_FEWEST_STEPS = 2
_WIDE = 2
_LAST = 2
"""So many lines below its first piece a figure ends."""

VALUES = FIGURES | {Sort.GLUED}


class Numbered(NamedTuple):
    """The cells of a line that is not blank, and its number."""

    number: int
    cells: Row

    @property
    def values(self) -> Row:
        """Its figures and dashes."""
        return [cell for cell in self.cells if cell[2].sort in VALUES]

    @property
    def rows(self) -> int:
        """How many labels of rows stand on it."""
        return sum(cell[2].names_row for cell in self.cells)


class Step(NamedTuple):
    """The lines of one row whose figures are broken, from that with the first pieces on.

    ``at`` is the place of the first among all lines.
    """

    at: int
    lines: Sequence[Numbered]

    @property
    def middle(self) -> int:
        """The place of the line that figures stand on which are not broken."""
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
        """Whether a label stands alone between figures that may be those of a row each."""
        return any(line.rows and not line.values for line in self.lines[1:-1])

    def as_one_cell(self) -> Located:
        """All figures as one cell, where their order is not told."""
        start, end = self.lines[0].values[0][0], self.lines[-1].values[-1][1]
        count = len(self.lines[0].values) + len(self.unbroken)
        return start, end, Mark(Sort.NUMBER, several=count)


def whole(one: Located, other: Located, text: str, marks: Mapping[str, Mark]) -> Located:
    """Two pieces as one figure, marked as what has to be proved."""
    mark = marks[text[one[0] : one[1]] + text[other[0] : other[1]]]
    return one[0], other[1], attrs.evolve(mark, several=2)


def steps_of(lines: Sequence[Numbered], text: str) -> Sequence[Step]:
    """The rows with broken figures; none, where just one seems to be such a row.

    The first pieces of all are as long, and no figure on a line with several is longer.
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
    """Whether the last of the figures that are put together is the sum of all others."""
    pieces = ((text[slice(*one[:2])], text[slice(*other[:2])]) for one, other in step.pieces)
    *parts, total = (int(fold(one.strip() + other.strip())) for one, other in pieces)
    return len(parts) > 1 and sum(parts) == total


def _steps(
    lines: Sequence[Numbered], digits: Sequence[Sequence[int]], filling: Sequence[int]
) -> Iterator[Step]:
    """The steps that begin where all pieces of a line fill their columns."""
    behind = 0
    for at in filling:
        ends = (at + count for count in (2, 3)) if at >= behind else ()
        end = next((end for end in ends if _is_step(lines[at:end], digits[at:end])), None)
        if end is not None:
            yield Step(at, lines[at:end])
            behind = end


def _is_step(lines: Sequence[Numbered], digits: Sequence[Sequence[int]]) -> bool:
    """Whether the last line has as many rests as the first has pieces.

    There may be the label of one row among them, and not on the last.  Some line has several: where
    each has one, they are cells below each other.
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
