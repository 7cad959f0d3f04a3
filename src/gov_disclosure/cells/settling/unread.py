"""What stands behind rows without figures and no layout took for a cell: it may be these figures.

So it is with numbers beside page breaks, which may be those of pages, and with figures in signs
that nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from ...grids.choosing import Candidate
from ...grids.shown import Beside, Entry, is_figure
from ...labels.marks import BLANK, DOUBTFUL
from ...text.edges import edges_of_pages
from ...text.fold import squeeze
from ...text.source import BORDERS, PAGE_BREAK, Place, read_source, tight
from ..sifting.beneath import figure_before, holds_rest_of_label

_Read = Entry | Beside
_WORDS_IN_CELL = re.compile(rf"(?<=[{BORDERS}\t])[^\S\n\t]*+[^\W\d_][^{BORDERS}\t\n]*")
_REMARK = re.compile(r"[(（]\s*\d+\s*[^\W\d]?\s*[)）]\s*\Z")
"""A mere count in brackets: ``行政许可(5)``."""
_BEFORE_NUMBER = re.compile(r"\s*(\d+)\s+\d{1,2}[.．、]")
"""A figure, and behind it the number of a label."""
_FIGURE = re.compile(
    r"(?<![\w.])\d{1,9}(?![\w、]|[.．]\s{0,2}\w)(?!\s{0,2}[年月日])(?![)）]\s{0,2}[^\W\d])"
)
"""No date, and no ordinal before words."""


def unread_behind(text: str, chosen: Sequence[Candidate]) -> Mapping[Place, Place]:
    """The first line of what stands there, by the place of the row's entry."""
    behind = chain.from_iterable(map(_behind_reads, chosen))
    return {
        read.place: place
        for read, below, (start, end) in behind
        if isinstance(read, Entry) and not read.filled
        if (
            place := _in_remark(text, read)
            or _unread_in(text, start, end)
            or _said(text, below)
            or _before_label(text, read, below)
            or _beside_rest_of_label(text, read, below)
        )
    }


def _in_remark(text: str, row: Entry) -> Place | None:
    """Where a remark stands behind its label that holds a figure, and that no form prints."""
    start, end = row.place
    found = _REMARK.search(text, start, end)
    printed = found and any(squeeze(found[0]) in term.label for term in row.terms)
    return found.span() if found and not printed else None


def _before_label(text: str, row: Entry, below: _Read | None) -> Place | None:
    """Where a figure stands before the label below a row, in its cell or on its line."""
    if below is None or not below.run.labels:
        return None
    start, end, _ = below.run.labels[-1]
    in_cell = _BEFORE_NUMBER.match(text, start, end) if isinstance(below, Entry) else None
    return in_cell.span(1) if in_cell else figure_before(row, below)


def _beside_rest_of_label(text: str, row: Entry, read: _Read | None) -> Place | None:
    """Where figures stand right below a row, behind the rest of its label."""
    if not (isinstance(read, Beside) and read.is_extra_row):
        return None
    figures = [cell for cell in read.run.values if is_figure(cell)]
    is_own = bool(figures) and holds_rest_of_label(text, read, row)
    return (figures[0][0], figures[-1][1]) if is_own else None


def _unread_in(text: str, start: int, end: int) -> Place | None:
    """What may be figures between two places of a text."""
    tells = (_number_in, _figures_in, _words_in)
    return next(filter(None, (tell(text, start, end) for tell in tells)), None)


def _behind_reads(candidate: Candidate) -> Iterator[tuple[_Read, _Read | None, Place]]:
    """The reads of a grid, each with the next one and with what stands between them."""
    reads = candidate.shown.reads
    ends = [*(read.run.whole[0] for read in reads[1:]), candidate.stretch.end]
    return (
        (read, below, (_end_of_words(read), end))
        for read, below, end in zip(reads, [*reads[1:], None], ends, strict=True)
    )


def _said(text: str, read: _Read | None) -> Place | None:
    """Where the first cell stands behind no label, if it may be a figure, but not surely."""
    cells = read.run.values if isinstance(read, Beside) and read.is_outside else []
    doubtful = ((start, end) for start, end, mark in cells[:1] if mark is DOUBTFUL)
    return next((place for place in doubtful if _FIGURE.search(text, *place)), None)


def _end_of_words(read: _Read) -> int:
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


def _figures_in(text: str, start: int, end: int) -> Place | None:
    """The first line with a figure that is no bare number, which a layout would not overlook.

    Those at the edge of a page are none.  The last line is that of the next row, and may begin with
    its number.
    """
    if not _FIGURE.search(text, start, end):
        return None
    source = read_source(text[start : text.rfind("\n", start, end) + 1])
    edges = edges_of_pages(source.lines, text)
    for at, (line, place) in enumerate(zip(source.lines, source.places, strict=True)):
        if at not in edges and not line.strip().isdecimal() and _FIGURE.search(line):
            return tight(text, start + place[0], start + place[1])
    return None


def _words_in(text: str, start: int, end: int) -> Place | None:
    """Words in cells on the line of the label."""
    until = text.find("\n", start, end)
    found = _WORDS_IN_CELL.search(text, start, end if until < 0 else until)
    return found and found.span()
