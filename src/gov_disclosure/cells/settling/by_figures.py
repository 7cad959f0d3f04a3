"""Figures around seemingly empty rows, and text behind them that no layout read as a cell.

They may be the figures of the row: unlabelled cells below or above it, a number beside a page break
that may be a page number, or figures between unknown signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, zip_longest

from more_itertools import rstrip

from ...grids.choosing import Candidate
from ...grids.context import ONE_LINE
from ...grids.entries import Beside, Entry
from ...labels.groups import begins_one_of, goes_on_from
from ...labels.marks import BLANK, DASH, DOUBTFUL, FIGURES, MARKS, Mark, Sort
from ...layouts.grid import Located, is_figure, is_words
from ...text.counting import are_consecutive
from ...text.edges import edges_of_pages
from ...text.fold import fold, squeeze
from ...text.source import BORDERS, PAGE_BREAK, Place, read_source, tight
from ..sifting.continued import figure_before, holds_rest_of_label

Read = Entry | Beside


def _empty_rows(candidate: Candidate) -> Iterator[tuple[Entry, Read | None, Read | None]]:
    """The rows of a grid without figures, each with the reads right above and right below it."""
    reads = candidate.shown.reads
    for above, read, below in zip([None, *reads], reads, [*reads[1:], None], strict=False):
        if isinstance(read, Entry) and not read.filled:
            yield read, above, below


def empty_by_figures(chosen: Sequence[Candidate]) -> Iterator[Place]:
    """The rows without figures, by their place, around others that may be theirs.

    These stand below, in no row, even in the next grid; or unlabelled on the line right above.
    They may also stand in a row right below, several in one cell, as labels may stand one below the
    other, and then their figures.
    """
    below: list[Beside] = []
    for candidate in reversed(chosen):
        upwards = candidate.shown.reads[::-1]
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


_WORDS_IN_CELL = re.compile(rf"(?<=[{BORDERS}\t])[^\S\n\t]*+[^\W\d_][^{BORDERS}\t\n]*")
_REMARK = re.compile(r"[(（]\s*\d+\s*[^\W\d]?\s*[)）]\s*\Z")
"""A mere count in brackets: ``行政许可(5)``."""
_BEFORE_NUMBER = re.compile(r"\s*(\d+)\s+\d{1,2}[.．、]")
"""A figure with the number of a label behind it."""
_FIGURE = re.compile(
    r"(?<![\w.])\d{1,9}(?![\w、]|[.．]\s{0,2}\w)(?!\s{0,2}[年月日])(?![)）]\s{0,2}[^\W\d])"
)
"""A figure that is no part of a date, and no ordinal before words."""
_DIGITS = "0123456789.,"
_LONGEST_UNIT = 2
_NEAR = 20


def unread_behind(text: str, chosen: Sequence[Candidate]) -> Mapping[Place, Place]:
    """The place of such text behind each row without figures, by the place of the row."""
    empty = ((candidate, *around) for candidate in chosen for around in _empty_rows(candidate))
    behind = (
        (read, above, below, read.run.said_until, below.run.whole[0] if below else one.stretch.end)
        for one, read, above, below in empty
    )
    return {
        read.place: place
        for read, above, below, start, end in behind
        if (
            place := _figure_in_remark(text, read)
            or _unread_in(text, start, end)
            or _doubtful_figure_below(text, below)
            or _figure_before_label(text, read, below)
            or _figures_beside_rest_of_label(text, read, below)
            or _figures_touching_rest_of_label(text, read, below)
            or (below and _dashes_between(text, start, end))
            or _figures_beside_beginning_of_label(text, above, read)
        )
    }


def _figure_in_remark(text: str, row: Entry) -> Place | None:
    """The place of a figure in brackets at the end of a label, if no form prints it there."""
    start, end = row.place
    found = _REMARK.search(text, start, end)
    printed = found and any(squeeze(found[0]) in term.label for term in row.terms)
    return found.span() if found and not printed else None


def _figure_before_label(text: str, row: Entry, below: Read | None) -> Place | None:
    """The place of a figure before the label below a row, in its cell or on its line."""
    if below is None or not below.run.labels:
        return None
    start, end, _ = below.run.labels[-1]
    in_cell = _BEFORE_NUMBER.match(text, start, end) if isinstance(below, Entry) else None
    return in_cell.span(1) if in_cell else figure_before(row, below)


def _figures_beside_rest_of_label(text: str, row: Entry, read: Read | None) -> Place | None:
    """The place of figures right below a row, behind the rest of its label."""
    if not (isinstance(read, Beside) and read.is_extra_row):
        return None
    figures = [cell for cell in read.run.values if is_figure(cell)]
    is_own = bool(figures) and holds_rest_of_label(text, read, row)
    return (figures[0][0], figures[-1][1]) if is_own else None


def _figures_touching_rest_of_label(text: str, row: Entry, read: Read | None) -> Place | None:
    """The place of the rest of a row's label, right below it, that figures touch."""
    words = read.run.values[:1] if isinstance(read, Beside) and read.is_outside else []
    touching = (
        cell for cell in words if is_words(cell) and _is_rest_of_label_with_figures(text, cell, row)
    )
    return next((cell[:2] for cell in touching), None)


def _is_rest_of_label_with_figures(text: str, cell: Located, row: Entry) -> bool:
    """Whether a cell is the rest of a label that ends in a figure or dashes, perhaps in a unit."""
    said = fold(text[cell[0] : cell[1]]).rstrip()
    words = "".join(rstrip(said, _may_be_in_figure))
    rests = (words[: len(words) - unit] for unit in range(_LONGEST_UNIT + 1))
    return words != said and any(goes_on_from(rest, row.terms) for rest in rests)


def _may_be_in_figure(letter: str) -> bool:
    return letter in _DIGITS or MARKS[letter] is DASH


def _dashes_between(text: str, start: int, end: int) -> Place | None:
    """The place of dashes, if they are all that stands between two places of a line."""
    said = text[start:end].strip(" ") if end - start < _NEAR else ""
    are_dashes = said != "" and all(MARKS[letter] is DASH for letter in said)
    return tight(text, start, end) if are_dashes else None


def _figures_beside_beginning_of_label(text: str, above: Read | None, row: Entry) -> Place | None:
    """The place of figures right above a row, behind the beginning of its label."""
    if not (isinstance(above, Beside) and above.is_outside):
        return None
    (start, end, _), *behind = above.run.values
    figures = [cell for cell in behind if _may_be_figures(cell[2])]
    is_own = bool(figures) and begins_one_of(text[start:end], row.terms)
    return (figures[0][0], figures[-1][1]) if is_own else None


def _may_be_figures(mark: Mark) -> bool:
    return mark.sort in FIGURES or mark is DOUBTFUL or mark.several > 0


def _unread_in(text: str, start: int, end: int) -> Place | None:
    """The place of what may be figures between two places of a text."""
    searches = (_number_in, _figures_in, _words_in)
    return next(filter(None, (search(text, start, end) for search in searches)), None)


def _doubtful_figure_below(text: str, read: Read | None) -> Place | None:
    """The place of the first unlabelled cell of a read, if it may be a figure."""
    cells = read.run.values if isinstance(read, Beside) and read.is_outside else []
    doubtful = ((start, end) for start, end, mark in cells[:1] if mark is DOUBTFUL)
    return next((place for place in doubtful if _FIGURE.search(text, *place)), None)


def _number_in(text: str, start: int, end: int) -> Place | None:
    """The place of a number that is all of the first line of a passage over two pages."""
    if PAGE_BREAK not in text[start:end]:
        return None
    source = read_source(text[start:end])
    lines = zip(source.lines, source.places, strict=True)
    line, place = next(((line, place) for line, place in lines if line.strip()), ("", (0, 0)))
    if not line.strip().isdecimal():
        return None
    return tight(text, start + place[0], start + place[1])


def _figures_in(text: str, start: int, end: int) -> Place | None:
    """The place of the first line with a figure, unless it is a bare number or the edge of a page.

    A layout would not overlook a bare number.  The last line is left out: it belongs to the next
    row, and may begin with its number.
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
    """The place of words in a cell on the line of the label."""
    until = text.find("\n", start, end)
    found = _WORDS_IN_CELL.search(text, start, end if until < 0 else until)
    return found and found.span()
