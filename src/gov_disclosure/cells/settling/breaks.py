"""Numbers beside page breaks, behind rows without figures: those of pages, or of these rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from ...grids.choosing import Candidate
from ...grids.shown import Beside, Entry
from ...labels.marks import BLANK
from ...text.source import PAGE_BREAK, Place, read_source, tight


def numbers_at_breaks(text: str, chosen: Sequence[Candidate]) -> Mapping[Place, Place]:
    """Where such numbers stand that no layout took for a cell, by the place of the entry."""
    behind = chain.from_iterable(map(_behind_reads, chosen))
    return {
        read.place: place
        for read, (start, end) in behind
        if isinstance(read, Entry) and not read.filled
        if (place := _number_in(text, start, end))
    }


def _behind_reads(candidate: Candidate) -> Iterator[tuple[Entry | Beside, Place]]:
    """The reads of a grid, each with what stands between it and the next."""
    reads = candidate.shown.reads
    ends = [*(read.run.whole[0] for read in reads[1:]), candidate.stretch.end]
    return ((read, (_end_of_words(read), end)) for read, end in zip(reads, ends, strict=True))


def _end_of_words(read: Entry | Beside) -> int:
    """Where the last cell of a read ends that says something."""
    cells = (*read.run.labels, *read.run.values)
    return max([end for _, end, mark in cells if mark is not BLANK], default=read.run.whole[0])


def _number_in(text: str, start: int, end: int) -> Place | None:
    """The number that is all of the first line in a stretch of a text over two pages."""
    if PAGE_BREAK not in text[start:end]:
        return None
    source = read_source(text[start:end])
    lines = zip(source.lines, source.places, strict=True)
    line, place = next(((line, place) for line, place in lines if line.strip()), ("", (0, 0)))
    if not line.strip().isdecimal():
        return None
    return tight(text, start + place[0], start + place[1])
