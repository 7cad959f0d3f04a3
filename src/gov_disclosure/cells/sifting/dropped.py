"""Texts from which a tool dropped every line that it had met before.

Such a tool moves no line.  Figures of a row stand behind the label of another row or of a column
only if their own label was dropped because it stands further above.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

from ...declare import Form
from ...forms import FormTable
from ...grids.choosing import Candidate
from ...grids.entries import Beside, Entry
from ...labels.marks import FIGURES, LONGEST_LABEL, MARKS
from ...labels.vocabulary import Role
from ...text.fold import squeeze
from ..rows.table_row import printed_table


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


_LONGEST_NAME = 16
"""Longer lines are prose, not labels of extra rows."""
_LEAST_ALIKE = 2


def rows_that_follow(candidate: Candidate, form: Form | None) -> Set[int]:
    """The labels, by their start, whose figures are certainly their own.

    The next label must be that of the next row of the form, and no words above may be the label of
    an extra row between them.  Some row must show that figures stand behind their labels, and all
    figures outside of rows must belong to rows whose labels were dropped.
    """
    entries = candidate.shown.entries
    if {len(entry.terms) for entry in entries} != {1} or len({e.table for e in entries}) > 1:
        return set()
    table = printed_table(entries[0].table, form)
    keys = [row.key for row in table.rows]
    rows = [entry.terms[0].key for entry in entries]
    above = _lines_above(candidate, entries[0])
    if rows != [key for key in keys if key in rows] or not _stand_behind_labels(entries):
        return set()
    at = [-1, *map(keys.index, rows), len(keys)]
    if not _are_of_dropped_rows(candidate, at, keys, above):
        return set()
    unknown = (line for line in above if len(line) <= _LONGEST_NAME and not MARKS[line].terms)
    names = list(map(set, map(squeeze, unknown)))
    return {
        entry.place[0]
        for entry, row, (here, there) in zip(entries, rows, pairwise(at[1:]), strict=True)
        if here + 1 == there and not any(_may_be_missing_below(row, name, table) for name in names)
    }


def _lines_above(candidate: Candidate, entry: Entry) -> Sequence[str]:
    """The lines above a row that may be labels."""
    lines = map(str.strip, candidate.stretch.text[: entry.place[0]].splitlines())
    return [line for line in lines if 0 < len(line) <= LONGEST_LABEL]


def _stand_behind_labels(entries: Sequence[Entry]) -> bool:
    """Whether the last row below some header has figures, so that figures follow their labels."""
    pairs = pairwise(entries)
    last = [one for one, other in pairs if one.header is not other.header]
    return any(entry.filled for entry in (*last, entries[-1]))


def _are_of_dropped_rows(
    candidate: Candidate, at: Sequence[int], keys: Sequence[str], above: Sequence[str]
) -> bool:
    """Whether each figure outside of rows stands where a row with a dropped label is due.

    ``at`` are the positions of the rows in the form, between those before and behind all rows.
    """
    shown = candidate.shown
    labels = [entry.place[0] for entry in shown.entries]
    beside = (read.run.values for read in shown.reads if isinstance(read, Beside))
    outside = (cell for row in (*beside, shown.loose) for cell in row if cell[2].sort in FIGURES)
    gaps = {bisect(labels, start) for start, _, _ in outside}
    dropped = set(_rows_named(above))
    return all(dropped.intersection(keys[at[gap] + 1 : at[gap + 1]]) for gap in gaps)


def _rows_named(lines: Sequence[str]) -> Iterator[str]:
    """The keys of the rows whose labels are among the lines."""
    terms = (term for line in lines for term in MARKS[line].terms)
    return (term.key for term in terms if term.role is Role.ROW)


def _may_be_missing_below(row: str, name: Set[str], table: FormTable) -> bool:
    """Whether words may be the label of a missing row below another.

    They may if they resemble the label of that row or of one above it in its block.
    """
    (block,) = (block for block in table.blocks if row in [line.key for line in block.rows])
    until = 1 + [line.key for line in block.rows].index(row)
    return any(len(name & set(line.label)) >= _LEAST_ALIKE for line in block.rows[:until])
