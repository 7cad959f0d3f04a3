"""Texts of which a tool dropped every line that it had met before."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from ..declare import Form
from ..grids.choosing import Candidate
from ..grids.shown import Entry
from ..labels.marks import LONGEST_LABEL, MARKS
from ..labels.vocabulary import Role
from .balances import printed_table


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


def rows_that_follow(candidate: Candidate, form: Form | None) -> Set[int]:
    """Where the labels stand in such a text behind whose figures no others can have come.

    What drops lines moves none: figures of a row stand behind the label of another, or of a
    column, only where its own label is dropped, as it stands further above.  So the next label
    must be that of the next row; and it must be told whose all figures outside of rows are.
    """
    entries = candidate.shown.entries
    if len({entry.table for entry in entries}) != 1 or any(len(e.terms) != 1 for e in entries):
        return set()
    keys = [row.key for row in printed_table(entries[0].table, form).rows]
    rows = [entry.terms[0].key for entry in entries]
    if rows != [key for key in keys if key in rows]:
        return set()
    at = [-1, *map(keys.index, rows), len(keys)]
    labels = [entry.place[0] for entry in entries]
    dropped = set(map(keys.index, _rows_above(candidate, labels[0]) & {*keys} - {*rows}))
    gaps = (bisect(labels, start) for start, _, _ in candidate.shown.loose)
    if not all(dropped.intersection(range(at[gap] + 1, at[gap + 1])) for gap in gaps):
        return set()
    follow = (here + 1 == there for here, there in pairwise(at[1:]))
    return {label for label, is_next in zip(labels, follow, strict=True) if is_next}


def _rows_above(candidate: Candidate, place: int) -> Set[str]:
    """The rows whose labels stand on lines of their own above a place."""
    above = map(str.strip, candidate.stretch.text[:place].splitlines())
    terms = (term for line in above if len(line) <= LONGEST_LABEL for term in MARKS[line].terms)
    return {term.key for term in terms if term.role is Role.ROW}
