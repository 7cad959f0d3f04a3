"""Texts from which a tool dropped every line that it had met before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...grids.choosing import Candidate
from ...grids.shown import Entry


def drops_repeated_lines(chosen: Iterable[Candidate]) -> bool:
    """Whether no line of some grid stands twice, though its parts should share header lines.

    The parts of a table have much the same header, and in a report with one cell per line most
    figures occur again and again.  If no line does, nothing follows from a line that is missing.
    """
    return any(map(_has_no_line_twice, chosen))


def _has_no_line_twice(candidate: Candidate) -> bool:
    entries = [entry for entry in candidate.shown.entries if entry.terms]
    if not _have_lost_header_lines(entries):
        return False
    text = candidate.stretch.text
    behind = (text[e.place[1] : e.filled[0][0]] for e in entries if e.filled)
    if not all("\n" in between for between in behind):
        return False
    said = list(filter(None, map(str.strip, candidate.stretch.lines)))
    return len(set(said)) == len(said)


def _have_lost_header_lines(entries: Sequence[Entry]) -> bool:
    """Whether some rows have no header, or no corner although the first one has."""
    whole = [entry.header.is_whole for entry in entries]
    return len({bool(entry.header.cells) for entry in entries}) > 1 or whole[:1] > whole[-1:]
