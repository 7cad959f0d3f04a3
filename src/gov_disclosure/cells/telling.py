"""What each line tells: where its values settle, else what arithmetic leaves; and what is open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..layouts.grid import Layout, Row, is_blank
from ..problems import loose_figures, repeats_dropped, values_at_odds
from ..values import Problem, Span
from .rows.due_row import DueRow
from .rows.readings import Told
from .rows.strips import Filling
from .rows.table_row import TableRow
from .settling.doubts import Doubts
from .settling.habits import Habit
from .settling.settled import settled_cells
from .settling.shifted import is_pushed
from .solving.cutting import cut, without_touching
from .solving.solve import solve

_Habits = Mapping[Layout, Habit]


def told_by_lines(doubts: Doubts) -> tuple[Sequence[Told], Sequence[Problem]]:
    """What the lines of a report tell, and what is said of all values that have no place."""
    lines, habits = doubts.lines, _habits_of_layouts(doubts)
    settled = [settled_cells(line, habits[line.layout], doubts) for line in lines]
    solved = _solved(settled, habits, doubts)
    settled = [
        row and doubts.ending.without_cut_cells(line, row)
        for line, row in zip(lines, settled, strict=True)
    ]
    told = [
        line.telling(row or [], solved.get(at, {}))
        for at, (line, row) in enumerate(zip(lines, settled, strict=True))
    ]
    problems = [repeats_dropped()] if doubts.drops_repeated_lines else []
    for at, (line, row) in enumerate(zip(lines, settled, strict=True)):
        if place := doubts.unread_behind(line):
            problems.append(loose_figures((line.text[slice(*place)],), Span(*place)))
        problems += _left_open(line, row, told[at], is_solved=at in solved)
    return told, problems


def _habits_of_layouts(doubts: Doubts) -> _Habits:
    """What each layout of the report does with empty cells, as rows show that none cut short."""
    lines, chosen = doubts.lines, doubts.chosen
    whole = [line for line in lines if line.row and not doubts.ending.ends_within(line)]
    return {
        layout: Habit(
            [line.width for line in whole if line.layout == layout],
            [candidate.shown for candidate in chosen if candidate.layout == layout],
            any(is_pushed(line) for line in whole if line.layout == layout),
            any(one.stretch.has_fillers for one in chosen if one.layout == layout),
        )
        for layout in {line.layout for line in lines}
    }


def _solved(
    settled: Sequence[Row | None], habits: _Habits, doubts: Doubts
) -> Mapping[int, Mapping[int, Filling | None]]:
    """What arithmetic tells of lines that did not settle, by their number, and by the place."""
    lines = list(zip(doubts.lines, settled, strict=True))
    if not any(row is None and line.filled for line, row in lines):
        return {}
    rows = [_as_solved(line, row, habits, doubts) for line, row in lines]
    return {**without_touching(rows, solve(rows)), **cut(rows)}


def _as_solved(line: DueRow, settled: Row | None, habits: _Habits, doubts: Doubts) -> TableRow:
    """A line as arithmetic is to see it: settled, or with what is known of its figures.

    A line of which cells may have been cut off is no help.
    """
    if settled and doubts.ending.without_cut_cells(line, settled) != settled:
        settled = None
    shown = settled is None and _shows_its_cells(line, habits, doubts)
    row = line.with_settled(settled, shown=shown)
    return row._replace(cut=row.is_open and doubts.ending.may_be_cut_off(line))


def _shows_its_cells(line: DueRow, habits: _Habits, doubts: Doubts) -> bool:
    """Whether a line shows where its cells stand, or may have some of others: none is arranged."""
    return habits[line.layout].shows or doubts.must_stay_open(line) or line.has_cells_of_its_own


def _left_open(line: DueRow, row: Row | None, told: Told, *, is_solved: bool) -> Iterator[Problem]:
    """What is said of the values of a line that have no place."""
    cells = told.cells
    is_full = len(cells or told.inferred) >= line.due
    left = [] if is_full else line.entry.values[len(cells) :]
    if all(map(is_blank, left)):
        return
    problem = line.unplaced(left)
    at_odds = not (is_solved or line.loose) and line.with_settled(row).keeps_no_sum
    yield values_at_odds(problem) if at_odds else problem
