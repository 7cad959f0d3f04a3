"""Resolve every row: by position if that is certain, else by arithmetic; report the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from more_itertools import map_reduce, partition

from ..layouts.grid import Layout, Row, is_blank
from ..problems import loose_figures, repeats_dropped, values_at_odds
from ..text.source import BORDERS
from ..values import Problem, Span
from .rows.due_row import DueRow
from .rows.readings import ResolvedRow
from .rows.strips import Filling
from .rows.table_row import TableRow
from .settling.doubts import Doubts
from .settling.evidence import Evidence
from .settling.habits import Habit
from .settling.settled import settled_cells
from .settling.shifted import is_pushed, may_be_pushed, only_adds_up_apart
from .solving.cutting import cut, without_touching
from .solving.solve import solve

_Habits = Mapping[Layout, Habit]

_PADDED = re.compile(r"0\d*[1-9]\d*")


def resolve_rows(evidence: Evidence) -> tuple[Sequence[ResolvedRow], Sequence[Problem]]:
    """Resolve all rows of a report, with a problem for all values that have no place."""
    lines, habits, doubts = evidence.lines, _habits_of_layouts(evidence), Doubts(evidence)
    settled = [settled_cells(line, habits[line.layout], doubts) for line in lines]
    solved = _solved(settled, habits, doubts)
    settled = [
        row and evidence.ending.without_cut_cells(line, row)
        for line, row in zip(lines, settled, strict=True)
    ]
    resolved = [
        line.resolved(row or [], solved.get(at, {}))
        for at, (line, row) in enumerate(zip(lines, settled, strict=True))
    ]
    doubted = _contradicted(lines, resolved, evidence)
    resolved = [
        line.resolved([], {}) if at in doubted else done
        for at, (line, done) in enumerate(zip(lines, resolved, strict=True))
    ]
    problems = [repeats_dropped()] if evidence.drops_repeated_lines else []
    for at, (line, row) in enumerate(zip(lines, settled, strict=True)):
        if place := evidence.unread_places.get(line.place):
            problems.append(loose_figures((line.text[slice(*place)],), Span(*place)))
        problems += _left_open(line, row, resolved[at], is_solved=at in solved)
    return resolved, problems


def _contradicted(
    lines: Sequence[DueRow], resolved: Sequence[ResolvedRow], evidence: Evidence
) -> Set[int]:
    """The rows, by their number, that stand elsewhere with other figures, which have no place.

    Nobody can tell which of the two is the report's.  A single such row may be anything.
    """
    rows = map_reduce(
        (at for at, line in enumerate(lines) if line.row and line.due > 1),
        lambda at: (lines[at].table, lines[at].row),
    )
    found: list[int] = []
    for several in (some for some in rows.values() if len(some) > 1):
        own = [at for at in several if lines[at].place not in evidence.added]
        others, placed = partition(lambda at: resolved[at].has_place, own)
        match list(placed):
            case [single] if any(_says_more(lines[at], lines[single]) for at in others):
                found.append(single)
    tables = Counter(lines[at].table for at in found)
    return {at for at in found if tables[lines[at].table] > 1}


def _says_more(line: DueRow, other: DueRow) -> bool:
    """Whether the figures of a row are not among those of another one, in their order."""
    counts = iter(_counts(other))
    return not all(count in counts for count in _counts(line))


def _counts(line: DueRow) -> Sequence[int]:
    """The figures of a row."""
    return [mark.count for _, _, mark in line.filled if mark.count is not None]


def _habits_of_layouts(evidence: Evidence) -> _Habits:
    """The habits of each layout of the report, learned from rows that are not cut off."""
    lines, chosen = evidence.lines, evidence.chosen
    whole = [line for line in lines if line.row and not evidence.ending.ends_within(line)]
    return {
        layout: Habit(
            [line for line in whole if line.layout == layout],
            [candidate.shown for candidate in chosen if candidate.layout == layout],
            any(is_pushed(line) for line in whole if line.layout == layout),
            any(one.stretch.has_fillers for one in chosen if one.layout == layout),
            frozenset(_tables_that_add_up_apart(whole, layout)),
        )
        for layout in {line.layout for line in lines}
    }


def _tables_that_add_up_apart(lines: Iterable[DueRow], layout: Layout) -> Iterator[str]:
    """The tables with a row that only adds up if its empty cells stand among its figures."""
    own = (line for line in lines if line.layout == layout)
    return (line.table for line in own if only_adds_up_apart(line))


def _solved(
    settled: Sequence[Row | None], habits: _Habits, doubts: Doubts
) -> Mapping[int, Mapping[int, Filling | None]]:
    """What arithmetic leaves at each place of the rows that did not settle, by their number."""
    lines = list(zip(doubts.evidence.lines, settled, strict=True))
    if not any(row is None and line.filled for line, row in lines):
        return {}
    rows = [_as_solved(line, row, habits, doubts) for line, row in lines]
    return {**without_touching(rows, solve(rows)), **cut(rows)}


def _as_solved(line: DueRow, settled: Row | None, habits: _Habits, doubts: Doubts) -> TableRow:
    """A row as arithmetic sees it: settled, or open with what is known about its figures.

    A row whose last cells may have been cut off is open.
    """
    ending = doubts.evidence.ending
    if settled and ending.without_cut_cells(line, settled) != settled:
        settled = None
    shown = settled is None and _shows_its_cells(line, habits[line.layout], doubts)
    row = line.with_settled(settled, shown=shown)
    return row._replace(cut=row.is_open and ending.may_be_cut_off(line))


def _shows_its_cells(line: DueRow, habit: Habit, doubts: Doubts) -> bool:
    """Whether a row must not be arranged.

    It shows its empty cells or may only seem to, or may hold the figures of others.
    """
    return (
        habit.shows_blanks
        or line.place in doubts.rows_to_leave_open
        or _has_cells_of_its_own(line)
        or may_be_pushed(line, habit)
    )


def _has_cells_of_its_own(line: DueRow) -> bool:
    """Whether the glued digits of a row must not be cut, as they may be single figures.

    There are enough cells, or a figure is padded with zeros, or cells on further lines may belong
    to another row.
    """
    values, due = line.values, line.due
    if not line.is_glued:
        return False
    if len(line.filled) < due <= len(values) or _holds_a_padded_figure(line):
        return True
    return len(values) < due and "\n" in line.text[values[0][0] : values[-1][1]]


def _holds_a_padded_figure(line: DueRow) -> bool:
    """Whether a figure behind a border is padded with zeros: ``| 0943``."""
    text = line.text
    before = text[line.place[1] : line.filled[0][0]]
    if not any(border in before for border in BORDERS):
        return False
    return any(_PADDED.fullmatch(text[start:end].strip()) for start, end, _ in line.filled)


def _left_open(
    line: DueRow, row: Row | None, resolved: ResolvedRow, *, is_solved: bool
) -> Iterator[Problem]:
    """The problem of the values of a row that have no place."""
    cells = resolved.cells
    is_full = len(cells or resolved.inferred) >= line.due
    left = [] if is_full else line.values[len(cells) :]
    if all(map(is_blank, left)):
        return
    problem = line.unplaced(left)
    at_odds = not (is_solved or line.loose) and line.with_settled(row).keeps_no_sum
    yield values_at_odds(problem) if at_odds else problem
