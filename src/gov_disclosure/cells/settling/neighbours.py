"""Rows next to unlabelled figures, or to several figures in one cell: some may be theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from more_itertools import split_before

from ...grids.choosing import Candidate
from ...grids.context import ONE_LINE
from ...grids.shown import Beside, Entry, is_figure
from ...labels.marks import BLANK, FIGURES, Sort
from ...text.counting import are_consecutive
from ...text.source import Place


def above_figures(chosen: Sequence[Candidate]) -> Iterator[Place]:
    """The rows, by their place, with figures below that are in no row."""
    reads = chain.from_iterable(candidate.shown.reads for candidate in chosen)
    for entry, *others in split_before(reads, lambda read: isinstance(read, Entry)):
        if isinstance(entry, Entry) and any(_may_hold_figures_of(entry, read) for read in others):
            yield entry.place


def right_below_figures(chosen: Sequence[Candidate]) -> Iterator[Place]:
    """The rows, by their place, with unlabelled figures on the line right above them."""
    for one, other in chain.from_iterable(pairwise(c.shown.reads) for c in chosen):
        if isinstance(other, Entry) and isinstance(one, Beside) and _stand_behind_no_label(one):
            yield other.place


def right_above_figures(chosen: Sequence[Candidate]) -> Iterator[Place]:
    """The rows, by their place, right above unlabelled cells, the first of them a figure."""
    for one, other in chain.from_iterable(pairwise(c.shown.reads) for c in chosen):
        if isinstance(one, Entry) and isinstance(other, Beside) and _begins_with_figure(other):
            yield one.place


def above_heaps(chosen: Sequence[Candidate]) -> Iterator[Place]:
    """The rows, by their place, without figures right above a row with several in one cell.

    Some of these may be theirs, as labels may stand one below the other, and then their figures.
    """
    for candidate in chosen:
        is_heap = False
        for read in reversed(candidate.shown.reads):
            if not isinstance(read, Entry):
                is_heap = False
            elif read.filled:
                is_heap = any(mark.several for _, _, mark in read.filled)
            elif is_heap:
                yield read.place


def _may_hold_figures_of(entry: Entry, read: Entry | Beside) -> bool:
    """Whether a run below a row holds figures that may be the row's; dashes only if unlabelled."""
    if isinstance(read, Entry) or (read.is_extra_row and entry.table not in ONE_LINE):
        return False
    sorts = FIGURES if read.is_outside else {Sort.NUMBER}
    return any(mark.sort in sorts for _, _, mark in read.run.values)


def _stand_behind_no_label(read: Beside) -> bool:
    """Whether a run begins with an empty cell or a unit instead of a label, and holds figures."""
    first, *others = read.run.values or [(0, 0, BLANK)]
    no_label = read.is_outside and first[2].sort in {Sort.BLANK, Sort.UNIT}
    return no_label and not read.is_extra_row and any(map(is_figure, others))


def _begins_with_figure(read: Beside) -> bool:
    """Whether a run without labels begins with a figure, and does not number the columns."""
    values = read.run.values
    counts = [mark.count for _, _, mark in values if mark is not BLANK]
    numbers_columns = len(counts) > 1 and are_consecutive(counts)
    return read.is_outside and len(values) > 1 and is_figure(values[0]) and not numbers_columns
