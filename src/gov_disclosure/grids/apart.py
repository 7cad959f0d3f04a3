"""Parts of which a layout reads some rows, and another one those above or below."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

import attrs
from more_itertools import unique_everseen

from ..layouts.grid import Stretch
from ..text.source import Place
from .choosing import Candidate
from .slipped import slipped_rows

_BORDERS = ("|", "\t")


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
    """Whether every part has rows of its own, and all of them are whole, or more than before.

    None may slip, nor any of those before be lost.
    """
    rows, before = [_rows(part.candidate) for part in parts], _rows(whole.candidate)
    together = set[tuple[str, str]]().union(*rows)
    own = all(rows) and len(together) == sum(map(len, rows))
    certain = all(part.candidate and part.candidate.beyond_doubt for part in parts)
    better = together >= before if certain else together > before
    return own and better and not any(part.slipped for part in parts)


def _rows(candidate: Candidate | None) -> Set[tuple[str, str]]:
    """The rows with figures, by table and key."""
    entries = candidate.shown.entries if candidate else ()
    return {(e.table, e.terms[0].key if e.terms else "") for e in entries if e.filled}
