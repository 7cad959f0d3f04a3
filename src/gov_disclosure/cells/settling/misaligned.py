"""Rows with two cells beneath the label of one column, as seen on a screen.

If a figure is broken in two and the cell before it is empty, the row only looks full.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import chain
from operator import attrgetter

from more_itertools import map_reduce

from ...layouts.grid import Layout, Located
from ...text.source import Place
from ..rows.due_row import DueRow
from ..standing import columns_of, gaps_between, overlap


def off_their_labels(lines: Iterable[DueRow]) -> Set[Place]:
    """The rows, by their place, with two cells beneath one label and none beneath another.

    All other rows of the layout must have each cell beneath its label, and be at least as many.
    Otherwise the layout just does not align its cells with the labels.
    """
    full = [line for line in lines if 1 < len(line.filled) == line.due]
    shown = filter(_is_set_beneath_labels, full)
    layouts: Mapping[Layout, Sequence[DueRow]] = map_reduce(shown, attrgetter("layout"))
    odd = (_odd_rows(some) for some in layouts.values())
    return {line.place for line in chain.from_iterable(odd)}


def _odd_rows(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """The rows of a layout off their labels; none if any row neither fits nor is one of these."""
    counted = [(line, _cells_beneath(line)) for line in lines]
    odd = [line for line, beneath in counted if max(beneath) > 1 and min(beneath) == 0]
    fitting = [line for line, beneath in counted if {*beneath} == {1}]
    return odd if len(odd) <= len(fitting) == len(lines) - len(odd) else []


def _is_set_beneath_labels(line: DueRow) -> bool:
    """Whether a row and the labels of its columns each stand on one line, parted by blanks."""
    labels, text = line.entry.header.cells, line.text
    if len(labels) != line.due:
        return False
    return all(_stand_apart_on_one_line(text, one) for one in (labels, line.filled))


def _stand_apart_on_one_line(text: str, cells: Sequence[Located]) -> bool:
    return all(gap != "" and not gap.strip(" ") for gap in gaps_between(cells, text))


def _cells_beneath(line: DueRow) -> Sequence[int]:
    """How many cells stand beneath each label."""
    labels, cells = (
        [columns_of(line.text, (start, end)) for start, end, _ in some]
        for some in (line.entry.header.cells, line.filled)
    )
    return [sum(overlap(label, cell) for cell in cells) for label in labels]
