"""Texts of which a tool dropped every line that it had met before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...grids.choosing import Candidate
from ...grids.shown import Entry


def drops_repeated_lines(chosen: Iterable[Candidate]) -> bool:
    """Whether no line of a grid stands twice, though rows lack a header that others have.

    The parts of a table have much the same header each, and where cells stand on lines of their
    own, most figures of a report stand there again and again.  Where all that stands once, what
    is not there says nothing.
    """
    return any(map(_stands_once, chosen))


def _stands_once(candidate: Candidate) -> bool:
    entries = [entry for entry in candidate.shown.entries if entry.terms]
    if not _lack_lines_above(entries):
        return False
    text = candidate.stretch.text
    behind = (text[e.place[1] : e.filled[0][0]] for e in entries if e.filled)
    if not all("\n" in between for between in behind):
        return False
    said = list(filter(None, map(str.strip, candidate.stretch.lines)))
    return len(set(said)) == len(said)


def _lack_lines_above(entries: Sequence[Entry]) -> bool:
    """Whether rows lack a header that others have, or the corner that the first one has."""
    whole = [entry.header.is_whole for entry in entries]
    return len({bool(entry.header.cells) for entry in entries}) > 1 or whole[:1] > whole[-1:]
