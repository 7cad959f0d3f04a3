"""Resolve every row: by position if that is certain, else by arithmetic; report the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set

from more_itertools import map_reduce

from ..layouts.grid import Layout, Row, is_blank
from ..problems import loose_figures, repeats_dropped, values_at_odds
from ..values import Problem, Span
from .rows.due_row import DueRow
from .rows.readings import ResolvedRow
from .rows.strips import Filling
from .rows.table_row import TableRow
from .settling.doubts import must_stay_open, unread_behind
from .settling.evidence import Evidence
from .settling.habits import Habit
from .settling.settled import settled_cells
from .settling.shifted import is_pushed, may_be_pushed, only_adds_up_apart
from .solving.cutting import cut, without_touching
from .solving.solve import solve

_Habits = Mapping[Layout, Habit]


def resolve_rows(evidence: Evidence) -> tuple[Sequence[ResolvedRow], Sequence[Problem]]:
    """Resolve all rows of a report, with a problem for all values that have no place."""
    lines, habits = evidence.lines, _habits_of_layouts(evidence)
    settled = [settled_cells(line, habits[line.layout], evidence) for line in lines]
    solved = _solved(settled, habits, evidence)
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
        if place := unread_behind(line, evidence):
            problems.append(loose_figures((line.text[slice(*place)],), Span(*place)))
        problems += _left_open(line, row, resolved[at], is_solved=at in solved)
    return resolved, problems


def _contradicted(
    lines: Sequence[DueRow], resolved: Sequence[ResolvedRow], evidence: Evidence
) -> Set[int]:
    """The rows, by their number, that stand elsewhere with other figures, which have no place.

    Nobody can tell which of the two is the report's.  A single such row may be anything.
    """
    has_place = [bool(done.cells or done.inferred) for done in resolved]
    rows = [
        at
        for at, line in enumerate(lines)
        if line.row and line.due > 1 and line.entry.place not in evidence.added
    ]
    found: list[int] = []
    for some in map_reduce(rows, lambda at: (lines[at].table, lines[at].row)).values():
        placed = [at for at in some if has_place[at]]
        others = [at for at in some if not has_place[at]]
        if len(placed) == 1 and any(_says_more(lines[at], lines[placed[0]]) for at in others):
            found += placed
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
            [line.width for line in whole if line.layout == layout],
            [candidate.shown for candidate in chosen if candidate.layout == layout],
            any(is_pushed(line) for line in whole if line.layout == layout),
            any(one.stretch.has_fillers for one in chosen if one.layout == layout),
            frozenset(e.table for e in whole if e.layout == layout and only_adds_up_apart(e)),
        )
        for layout in {line.layout for line in lines}
    }


def _solved(
    settled: Sequence[Row | None], habits: _Habits, evidence: Evidence
) -> Mapping[int, Mapping[int, Filling | None]]:
    """What arithmetic leaves at each place of the rows that did not settle, by their number."""
    lines = list(zip(evidence.lines, settled, strict=True))
    if not any(row is None and line.filled for line, row in lines):
        return {}
    rows = [_as_solved(line, row, habits, evidence) for line, row in lines]
    return {**without_touching(rows, solve(rows)), **cut(rows)}


def _as_solved(line: DueRow, settled: Row | None, habits: _Habits, evidence: Evidence) -> TableRow:
    """A row as arithmetic sees it: settled, or open with what is known about its figures.

    A row whose last cells may have been cut off is open.
    """
    if settled and evidence.ending.without_cut_cells(line, settled) != settled:
        settled = None
    shown = settled is None and _shows_its_cells(line, habits, evidence)
    row = line.with_settled(settled, shown=shown)
    return row._replace(cut=row.is_open and evidence.ending.may_be_cut_off(line))


def _shows_its_cells(line: DueRow, habits: _Habits, evidence: Evidence) -> bool:
    """Whether a row must not be arranged.

    It shows its empty cells or may only seem to, or may hold the figures of others.
    """
    habit = habits[line.layout]
    return (
        habit.shows_blanks
        or must_stay_open(line, evidence)
        or line.has_cells_of_its_own
        or may_be_pushed(line, habit)
    )


def _left_open(
    line: DueRow, row: Row | None, resolved: ResolvedRow, *, is_solved: bool
) -> Iterator[Problem]:
    """The problem of the values of a row that have no place."""
    cells = resolved.cells
    is_full = len(cells or resolved.inferred) >= line.due
    left = [] if is_full else line.entry.values[len(cells) :]
    if all(map(is_blank, left)):
        return
    problem = line.unplaced(left)
    at_odds = not (is_solved or line.loose) and line.with_settled(row).keeps_no_sum
    yield values_at_odds(problem) if at_odds else problem
