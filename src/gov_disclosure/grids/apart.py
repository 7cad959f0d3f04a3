"""Parts that are read in several pieces, each by the layout that fits it best."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import pairwise, starmap
from typing import NamedTuple

import attrs
from more_itertools import unique_everseen

from ..labels.marks import Sort
from ..labels.vocabulary import Role
from ..layouts.grid import Stretch
from ..tables import heading_of
from ..text.fold import fold
from ..text.source import Place
from .choosing import Candidate
from .glance import WORDS
from .unclaimed import slipped_rows

_DIGIT = re.compile("[0-9]")
_AROUND_WORDS = "|\t\r\n #*-:"


class Read(NamedTuple):
    """A part of a text, its best reading, and the lines that look like rows but were not read."""

    stretch: Stretch
    candidate: Candidate | None
    slipped: Sequence[Place]


def read_apart(stretch: Stretch, read: Callable[[Stretch], Candidate | None]) -> Sequence[Read]:
    """Read a part whole, or in several pieces if each of them is read better by itself.

    It may be cut where all unread rows stand above or below the rows that were read, where lines
    with pipes or tabs begin or end, or at the captions of blocks.
    """
    whole = _read(stretch, read)
    if whole.candidate is None or (whole.candidate.beyond_doubt and not whole.slipped):
        return [whole]
    for at in unique_everseen(_places_to_cut(whole)):
        parts = [_read(part, read) for part in _cut(stretch, [at])]
        if (
            _keep_all_rows(parts, whole)
            and all(map(_is_whole_table, parts))
            and not _words_between(*parts)
        ):
            return parts
    blocks = list(_cut(stretch, _lines_of_captions(stretch)))
    vary = len({*map(_usual_delimiter, blocks)} - {None}) > 1
    if vary or whole.slipped or whole.candidate.shown.loose:
        parts = [_read(block, read) for block in blocks]
        better = vary or _add_rows_or_fit_better(parts, whole)
        if better and _keep_all_rows(parts, whole) and all(map(_is_block, parts)):
            return parts
    return [whole]


def _read(stretch: Stretch, read: Callable[[Stretch], Candidate | None]) -> Read:
    candidate = stretch.once(read)
    return Read(stretch, candidate, slipped_rows(stretch, candidate))


def _places_to_cut(read: Read) -> Iterator[int]:
    """The lines at which a part may fall into two."""
    entries = read.candidate.shown.entries if read.candidate else ()
    rows = [(e.place[0], max(e.place[1], e.filled[-1][1])) for e in entries if e.filled]
    if rows and read.slipped:
        ends = [end for _, end in read.stretch.places]
        if read.slipped[-1][1] <= rows[0][0]:
            yield bisect_left(ends, read.slipped[-1][1]) + 1
        elif rows[-1][1] <= read.slipped[0][0]:
            yield bisect_left(ends, rows[-1][1]) + 1
    lines = enumerate(read.stretch.lines)
    delimiters = [(at, _delimiter_of(line)) for at, line in lines if not line.isspace()]
    changes = [at for (_, one), (at, other) in pairwise(delimiters) if one != other]
    if len(changes) == 1:
        yield from changes


def _delimiter_of(line: str) -> str:
    """The pipe or tab that separates the cells of a line, "" if there is none."""
    return "|" if "|" in line else "\t" if "\t" in line else ""


def _usual_delimiter(stretch: Stretch) -> str | None:
    """The delimiter of most lines with figures; None if there are no such lines."""
    delimiters = Counter(_delimiter_of(line) for line in stretch.lines if _DIGIT.search(line))
    return max(delimiters, key=delimiters.__getitem__, default=None)


def _lines_of_captions(stretch: Stretch) -> Sequence[int]:
    """The lines that consist of nothing but the caption of a block."""
    said = (line.strip(_AROUND_WORDS) for line in stretch.lines)
    return [at for at, line in enumerate(said) if line and _is_caption(line)]


def _is_caption(line: str) -> bool:
    return any(term.role is Role.CAPTION for term in WORDS.marks[line].terms)


def _cut(stretch: Stretch, places: Sequence[int]) -> Iterator[Stretch]:
    """Cut a stretch before each of these lines."""
    for lines in starmap(slice, pairwise([0, *places, None])):
        part = attrs.evolve(stretch, lines=stretch.lines[lines], places=stretch.places[lines])
        if part.lines:
            yield part


def _keep_all_rows(parts: Sequence[Read], whole: Read) -> bool:
    """Whether each piece has rows of its own, and no row of the whole is lost."""
    rows = [_rows_with_figures(part.candidate) for part in parts]
    together = set[tuple[str, str]]().union(*rows)
    return len(together) == sum(map(len, rows)) and together >= _rows_with_figures(whole.candidate)


def _add_rows_or_fit_better(parts: Sequence[Read], whole: Read) -> bool:
    """Whether pieces have more rows than the whole, or all of their rows fit the form better."""
    found = [part.candidate for part in parts if part.candidate and part.candidate.shown.entries]
    known, rows = (
        _rows_with_figures(whole.candidate),
        sum(len(_rows_with_figures(candidate)) for candidate in found),
    )
    fit = whole.candidate.agreement.rows if whole.candidate else 0
    fits = [candidate.agreement.rows for candidate in found]
    return rows > len(known) or (min(fits, default=0) >= fit and max(fits, default=0) > fit)


def _is_whole_table(part: Read) -> bool:
    """Whether a piece has a header of its own and all its rows are read beyond doubt."""
    if part.candidate is None or not part.candidate.beyond_doubt or not _is_block(part):
        return False
    return bool(part.candidate.shown.entries)


def _is_block(part: Read) -> bool:
    """Whether all rows of a piece are read, none with glued cells, beneath a header of its own."""
    entries = part.candidate.shown.entries if part.candidate else ()
    glued = any(mark.sort is Sort.GLUED for entry in entries for _, _, mark in entry.values)
    return not (part.slipped or glued) and (not entries or bool(entries[0].header.cells))


def _words_between(one: Read, other: Read) -> str:
    """The words between the last row of a piece and the first label of the next.

    A caption that ends with the name of the section does not count.
    """
    ends = [end for _, end in one.candidate.shown.used] if one.candidate else []
    begins = [start for start, _ in other.candidate.shown.used] if other.candidate else []
    said = fold(one.stretch.text[max(ends, default=0) : min(begins, default=0)]).strip(
        _AROUND_WORDS
    )
    name = heading_of(one.stretch.beneath).partition("、")[2] if one.stretch.beneath else ""
    return "" if name and said.endswith(name) else said


def _rows_with_figures(candidate: Candidate | None) -> Set[tuple[str, str]]:
    """The rows with figures, by table and key."""
    entries = candidate.shown.entries if candidate else ()
    return {(e.table, e.terms[0].key if e.terms else "") for e in entries if e.filled}
