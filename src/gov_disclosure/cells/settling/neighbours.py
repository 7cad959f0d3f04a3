"""Rows next to unlabelled figures, or to several figures in one cell: some may be theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from ...grids.choosing import Candidate
from ...grids.context import ONE_LINE
from ...grids.shown import Beside, Entry, is_figure
from ...labels.marks import BLANK, FIGURES, Sort
from ...text.counting import are_consecutive
from ...text.source import Place

Read = Entry | Beside


def empty_rows(candidate: Candidate) -> Iterator[tuple[Entry, Read | None, Read | None]]:
    """The rows of a grid without figures, each with the reads right above and right below it."""
    reads = candidate.shown.reads
    for above, read, below in zip([None, *reads], reads, [*reads[1:], None], strict=False):
        if isinstance(read, Entry) and not read.filled:
            yield read, above, below


def empty_by_figures(candidate: Candidate) -> Iterator[Place]:
    """The rows without figures, by their place, around others that may be theirs.

    These stand below, in no row, or unlabelled on the line right above.  They may also stand in a
    row right below, several in one cell, as labels may stand one below the other, and then their
    figures.
    """
    upwards = candidate.shown.reads[::-1]
    below: list[Beside] = []
    is_above_heap = False
    for read, above in zip_longest(upwards, upwards[1:]):
        if isinstance(read, Beside):
            below, is_above_heap = [*below, read], False
            continue
        if read.filled:
            is_above_heap = any(mark.several for _, _, mark in read.filled)
        elif is_above_heap or _may_have_figures(read, below) or _stands_behind_no_label(above):
            yield read.place
        below = []


def right_above_figures(candidate: Candidate) -> Iterator[Place]:
    """The rows, by their place, right above unlabelled cells, the first of them a figure."""
    for one, other in pairwise(candidate.shown.reads):
        if isinstance(other, Beside) and isinstance(one, Entry) and _begins_with_figure(other):
            yield one.place


def _may_have_figures(entry: Entry, below: Sequence[Beside]) -> bool:
    """Whether runs below a row hold figures that may be the row's."""
    return any(_may_hold_figures_of(entry, read) for read in below)


def _may_hold_figures_of(entry: Entry, read: Beside) -> bool:
    """Whether a run below a row holds figures that may be the row's; dashes only if unlabelled."""
    if read.is_extra_row and entry.table not in ONE_LINE:
        return False
    sorts = FIGURES if read.is_outside else {Sort.NUMBER}
    return any(mark.sort in sorts for _, _, mark in read.run.values)


def _stands_behind_no_label(read: Read | None) -> bool:
    """Whether a run begins with an empty cell or a unit instead of a label, and holds figures."""
    if not isinstance(read, Beside):
        return False
    first, *others = read.run.values or [(0, 0, BLANK)]
    no_label = read.is_outside and first[2].sort in {Sort.BLANK, Sort.UNIT}
    return no_label and not read.is_extra_row and any(map(is_figure, others))


def _begins_with_figure(read: Beside) -> bool:
    """Whether a run without labels begins with a figure, and does not number the columns."""
    values = read.run.values
    counts = [mark.count for _, _, mark in values if mark is not BLANK]
    numbers_columns = len(counts) > 1 and are_consecutive(counts)
    return read.is_outside and len(values) > 1 and is_figure(values[0]) and not numbers_columns
