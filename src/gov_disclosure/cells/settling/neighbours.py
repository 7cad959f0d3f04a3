"""Rows above figures that stand behind no label, or several in one cell: some may be their own."""

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
    """The rows below which figures stand in no row, by the places of their labels."""
    reads = chain.from_iterable(candidate.shown.reads for candidate in chosen)
    for entry, *others in split_before(reads, lambda read: isinstance(read, Entry)):
        if isinstance(entry, Entry) and any(_may_be_of(entry, read) for read in others):
            yield entry.place


def right_below_figures(chosen: Sequence[Candidate]) -> Iterator[Place]:
    """The rows right above which figures stand that no label does, and which are no line's own."""
    for one, other in chain.from_iterable(pairwise(c.shown.reads) for c in chosen):
        if isinstance(other, Entry) and isinstance(one, Beside) and _are_of_no_row(one):
            yield other.place


def right_above_figures(chosen: Sequence[Candidate]) -> Iterator[Place]:
    """The rows right below which cells stand behind no label, a figure first."""
    for one, other in chain.from_iterable(pairwise(c.shown.reads) for c in chosen):
        if isinstance(one, Entry) and isinstance(other, Beside) and _begins_with_figure(other):
            yield one.place


def above_heaps(chosen: Sequence[Candidate]) -> Iterator[Place]:
    """The rows without figures right above one of which a cell holds several: some may be theirs.

    So it is where labels stand one below the other, and then a line of figures for each.
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


def _may_be_of(entry: Entry, read: Entry | Beside) -> bool:
    """Whether a run below a row holds figures that may be the row's; dashes, if no label does."""
    if isinstance(read, Entry) or (read.is_extra_row and entry.table not in ONE_LINE):
        return False
    sorts = FIGURES if read.is_outside else {Sort.NUMBER}
    return any(mark.sort in sorts for _, _, mark in read.run.values)


def _are_of_no_row(read: Beside) -> bool:
    """Whether figures stand behind empty cells, or the unit of a row, and behind no label."""
    first, *others = read.run.values or [(0, 0, BLANK)]
    no_label = read.is_outside and first[2].sort in {Sort.BLANK, Sort.UNIT}
    return no_label and any(map(is_figure, others))


def _begins_with_figure(read: Beside) -> bool:
    """Whether the first cell of a run without labels is a number, but not those of columns."""
    values = read.run.values
    counts = [mark.count for _, _, mark in values if mark is not BLANK]
    numbers_columns = len(counts) > 1 and are_consecutive(counts)
    return read.is_outside and len(values) > 1 and is_figure(values[0]) and not numbers_columns
