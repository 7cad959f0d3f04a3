"""Rows of which two cells stand beneath the label of one column, as a screen shows them.

So it is where a figure is broken in two, and the cell before it is empty: the row only looks full.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import chain, pairwise
from operator import attrgetter

from more_itertools import map_reduce

from ...layouts.grid import Layout, Located
from ...text.source import Place, tight
from ...text.width import width
from ..rows.due_row import DueRow

_SEVERAL = 2


def off_their_labels(lines: Iterable[DueRow]) -> Set[Place]:
    """Such rows, by their place, in layouts of which all others have each cell beneath its label.

    As many there have to be: where cells just stand apart, or columns are set by the number of
    letters, some do not.
    """
    full = [line for line in lines if _SEVERAL <= len(line.filled) == line.due]
    shown = filter(_has_labels, full)
    layouts: Mapping[Layout, Sequence[DueRow]] = map_reduce(shown, attrgetter("layout"))
    odd = (_odd_ones(some) for some in layouts.values())
    return {line.entry.place for line in chain.from_iterable(odd)}


def _odd_ones(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    told = [(line, _cells_beneath(line)) for line in lines]
    odd = [line for line, beneath in told if max(beneath) > 1 and min(beneath) == 0]
    fitting = [line for line, beneath in told if {*beneath} == {1}]
    return odd if len(odd) <= len(fitting) == len(lines) - len(odd) else []


def _has_labels(line: DueRow) -> bool:
    """Whether a header on one line names the columns of a row on one line, parted by blanks."""
    labels, text = line.entry.header.cells, line.text
    if len(labels) != line.due:
        return False
    return all(_stand_on_a_line(text, one) for one in (labels, line.filled))


def _stand_on_a_line(text: str, cells: Sequence[Located]) -> bool:
    gaps = (text[one[1] : other[0]] for one, other in pairwise(cells))
    return all(gap != "" and not gap.strip(" ") for gap in gaps)


def _cells_beneath(line: DueRow) -> Sequence[int]:
    """How many cells stand beneath each label."""
    above, below = (_columns(line.text, some) for some in (line.entry.header.cells, line.filled))
    return [sum(_overlap(label, cell) for cell in below) for label in above]


def _columns(text: str, cells: Sequence[Located]) -> Sequence[Place]:
    """The columns of the screen that the cells of a line take up."""
    begin = text.rfind("\n", 0, cells[0][0]) + 1
    places = (tight(text, start, end) for start, end, _ in cells)
    return [(width(text[begin:start]), width(text[begin:end])) for start, end in places]


def _overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]
