"""Figures on the line below their label, behind a piece of the label of a group beside it.

The label of a group stands upright in a narrow column, one or a few characters on each line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...labels.marks import Sort
from ..grid import Located, Words
from .stepped import VALUES, NumberedLine

_MOST_LINES_AHEAD = 4


def may_stand_below(first: Located, last: Located) -> bool:
    """Whether a line with these first and last cells begins with words and ends in figures."""
    return first[2].sort is Sort.TEXT and last[2].sort in VALUES


def below_their_labels(lines: Sequence[NumberedLine], text: str, words: Words) -> Iterator[int]:
    """The positions of lines with figures that belong to the label right above them.

    That label has no figures of its own, and the next one has.
    """
    for at, (above, line) in enumerate(pairwise(lines), 1):
        is_right_below = line.number == above.number + 1 and _ends_with_row_label(above)
        if is_right_below and may_stand_below(line.cells[0], line.cells[-1]):
            ahead = lines[at + 1 : at + 1 + _MOST_LINES_AHEAD]
            following = next((other for other in ahead if other.rows), None)
            if _is_behind_pieces(line, above, text, words) and not _ends_with_row_label(following):
                yield at


def _ends_with_row_label(line: NumberedLine | None) -> bool:
    """Whether a line ends with the label of a row."""
    return line is not None and line.cells[-1][2].names_row


def _is_behind_pieces(line: NumberedLine, above: NumberedLine, text: str, words: Words) -> bool:
    """Whether all words of a line are pieces of the label of the group above it."""
    row = above.cells[-1][2]
    ahead = [cell for cell in line.cells if cell[2].sort not in VALUES]
    pieces = (words.is_part_of_heading(text[start:end], row) for start, end, _ in ahead)
    return line.cells[: len(ahead)] == ahead and all(pieces)
