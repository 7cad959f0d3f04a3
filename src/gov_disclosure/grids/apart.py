"""Parts of which a layout reads some rows, and another one those above or below."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

import attrs
from more_itertools import unique_everseen

from ..labels.marks import Sort
from ..layouts.grid import Stretch
from ..tables import heading_of
from ..text.fold import fold
from ..text.source import Place
from .choosing import Candidate
from .slipped import slipped_rows

_BORDERS = ("|", "\t")
_AROUND = "|\t\r\n #*-:"


class Read(NamedTuple):
    """A part of a text, what the layout that fits best makes of it, and the rows that slip it."""

    stretch: Stretch
    candidate: Candidate | None
    slipped: Sequence[Place]


def read_apart(stretch: Stretch, read: Callable[[Stretch], Candidate | None]) -> Sequence[Read]:
    """A part as it is read best; as two, where each of these is read better by itself.

    They are parted where the rows that slip stand all above others, or below; or where lines
    with pipes or tabs end, or begin.
    """
    whole = _read(stretch, read)
    if whole.candidate is None or (whole.candidate.beyond_doubt and not whole.slipped):
        return [whole]
    for at in unique_everseen(_places_to_cut(whole)):
        parts = [_read(part, read) for part in _cut(stretch, at)]
        if _say_more(parts, whole):
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


def _cut(stretch: Stretch, at: int) -> Iterator[Stretch]:
    """The stretch as two, the second from a line on."""
    for lines in (slice(0, at), slice(at, None)):
        yield attrs.evolve(stretch, lines=stretch.lines[lines], places=stretch.places[lines])


def _say_more(parts: Sequence[Read], whole: Read) -> bool:
    """Whether every part is a table by itself, beyond doubt, with rows that the other has not.

    Nothing may be said between them, as that may tell whose the other one is; none of the rows
    that were read before may be lost.
    """
    rows = [_rows(part.candidate) for part in parts]
    together = set[tuple[str, str]]().union(*rows)
    if len(together) != sum(map(len, rows)) or not together >= _rows(whole.candidate):
        return False
    return all(map(_is_table, parts)) and not _said_between(*parts)


def _is_table(part: Read) -> bool:
    """Whether a part has a header of its own, and every row of it is read beyond doubt."""
    if part.slipped or part.candidate is None or not part.candidate.beyond_doubt:
        return False
    entries = part.candidate.shown.entries
    glued = any(mark.sort is Sort.GLUED for entry in entries for _, _, mark in entry.values)
    return bool(entries) and bool(entries[0].header.cells) and not glued


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
