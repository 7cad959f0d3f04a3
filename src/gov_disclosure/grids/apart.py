"""Parts of which a layout reads some rows, and another one those above or below."""

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
from .slipped import slipped_rows

_BORDERS = ("|", "\t")
_DIGIT = re.compile("[0-9]")
_AROUND = "|\t\r\n #*-:"


class Read(NamedTuple):
    """A part of a text, what the layout that fits best makes of it, and the rows that slip it."""

    stretch: Stretch
    candidate: Candidate | None
    slipped: Sequence[Place]


def read_apart(stretch: Stretch, read: Callable[[Stretch], Candidate | None]) -> Sequence[Read]:
    """A part as it is read best; as several, where each of these is read better by itself.

    They are parted where the rows that slip stand all above others, or below; where lines with
    pipes or tabs end, or begin; or at the captions of blocks.
    """
    whole = _read(stretch, read)
    if whole.candidate is None or (whole.candidate.beyond_doubt and not whole.slipped):
        return [whole]
    for at in unique_everseen(_places_to_cut(whole)):
        parts = [_read(part, read) for part in _cut(stretch, [at])]
        if _say_all(parts, whole) and all(map(_is_table, parts)) and not _said_between(*parts):
            return parts
    blocks = list(_cut(stretch, _captions(stretch)))
    vary = len({*map(_usual_manner, blocks)} - {None}) > 1
    if vary or whole.slipped or whole.candidate.shown.loose:
        parts = [_read(block, read) for block in blocks]
        better = vary or _say_more(parts, whole)
        if better and _say_all(parts, whole) and all(map(_is_block, parts)):
            return parts
    return [whole]


def _read(stretch: Stretch, read: Callable[[Stretch], Candidate | None]) -> Read:
    candidate = stretch.once(read)
    return Read(stretch, candidate, slipped_rows(stretch, candidate))


def _places_to_cut(read: Read) -> Iterator[int]:
    """The lines at which a part may be two."""
    entries = read.candidate.shown.entries if read.candidate else ()
    rows = [(e.place[0], max(e.place[1], e.filled[-1][1])) for e in entries if e.filled]
    if rows and read.slipped:
        ends = [end for _, end in read.stretch.places]
        if read.slipped[-1][1] <= rows[0][0]:
            yield bisect_left(ends, read.slipped[-1][1]) + 1
        elif rows[-1][1] <= read.slipped[0][0]:
            yield bisect_left(ends, rows[-1][1]) + 1
    manners = [(at, _manner(line)) for at, line in enumerate(read.stretch.lines) if line.strip()]
    changes = [at for (_, one), (at, other) in pairwise(manners) if one != other]
    if len(changes) == 1:
        yield from changes


def _manner(line: str) -> str:
    """What stands between the cells of a line, if it has such."""
    return next((border for border in _BORDERS if border in line), "")


def _usual_manner(stretch: Stretch) -> str | None:
    """What stands between the cells of most lines with figures; None if there are none."""
    manners = Counter(_manner(line) for line in stretch.lines if _DIGIT.search(line))
    return max(manners, key=manners.__getitem__, default=None)


def _captions(stretch: Stretch) -> Sequence[int]:
    """The lines on which nothing but the caption of a block stands."""
    said = (line.strip(_AROUND) for line in stretch.lines)
    return [at for at, line in enumerate(said) if line and _is_caption(line)]


def _is_caption(line: str) -> bool:
    return any(term.role is Role.CAPTION for term in WORDS.marks[line].terms)


def _cut(stretch: Stretch, places: Sequence[int]) -> Iterator[Stretch]:
    """The stretch as several, each but the first from one of these lines on."""
    for lines in starmap(slice, pairwise([0, *places, None])):
        part = attrs.evolve(stretch, lines=stretch.lines[lines], places=stretch.places[lines])
        if part.lines:
            yield part


def _say_all(parts: Sequence[Read], whole: Read) -> bool:
    """Whether every part has rows that no other has, and none that was read before is lost."""
    rows = [_rows(part.candidate) for part in parts]
    together = set[tuple[str, str]]().union(*rows)
    return len(together) == sum(map(len, rows)) and together >= _rows(whole.candidate)


def _say_more(parts: Sequence[Read], whole: Read) -> bool:
    """Whether parts have rows that were not read before, or all of theirs fit the form better."""
    found = [part.candidate for part in parts if part.candidate and part.candidate.shown.entries]
    known, rows = _rows(whole.candidate), sum(len(_rows(candidate)) for candidate in found)
    fit = whole.candidate.agreement.rows if whole.candidate else 0
    fits = [candidate.agreement.rows for candidate in found]
    return rows > len(known) or (min(fits, default=0) >= fit and max(fits, default=0) > fit)


def _is_table(part: Read) -> bool:
    """Whether a part has a header of its own, and every row of it is read beyond doubt."""
    if part.candidate is None or not part.candidate.beyond_doubt or not _is_block(part):
        return False
    return bool(part.candidate.shown.entries)


def _is_block(part: Read) -> bool:
    """Whether no row slips a part, and those that it has stand beneath a header of its own."""
    entries = part.candidate.shown.entries if part.candidate else ()
    glued = any(mark.sort is Sort.GLUED for entry in entries for _, _, mark in entry.values)
    return not (part.slipped or glued) and (not entries or bool(entries[0].header.cells))


def _said_between(one: Read, other: Read) -> str:
    """What stands between the last row of a part and the first label of the next, but its caption.

    A caption ends with the name of the section.
    """
    ends = [end for _, end in one.candidate.shown.used] if one.candidate else []
    begins = [start for start, _ in other.candidate.shown.used] if other.candidate else []
    said = fold(one.stretch.text[max(ends, default=0) : min(begins, default=0)]).strip(_AROUND)
    name = heading_of(one.stretch.beneath).partition("、")[2] if one.stretch.beneath else ""
    return "" if name and said.endswith(name) else said


def _rows(candidate: Candidate | None) -> Set[tuple[str, str]]:
    """The rows with figures, by table and key."""
    entries = candidate.shown.entries if candidate else ()
    return {(e.table, e.terms[0].key if e.terms else "") for e in entries if e.filled}
