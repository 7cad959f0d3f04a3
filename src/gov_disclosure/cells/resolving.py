"""Resolve every row: by position if that is certain, else by arithmetic; report the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

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


class _Settled(NamedTuple):
    """A row with the cells whose places the text shows, and what arithmetic leaves at others.

    ``cells`` are None if it does not show them, ``inferred`` is None if arithmetic was not asked.
    """

    line: DueRow
    cells: Row | None
    inferred: Mapping[int, Filling | None] | None

    @property
    def row(self) -> ResolvedRow:
        """The row, resolved."""
        return self.line.resolved(self.cells or [], self.inferred or {})


def resolve_rows(evidence: Evidence) -> tuple[Sequence[ResolvedRow], Sequence[Problem]]:
    """Resolve all rows of a report, with a problem for all values that have no place."""
    habits, doubts = _habits_of_layouts(evidence), Doubts(evidence)
    settled = [settled_cells(line, habits[line.layout], doubts) for line in evidence.lines]
    inferred = _inferred(settled, habits, doubts)
    rows = [
        _Settled(line, row and evidence.ending.without_cut_cells(line, row), inferred.get(at))
        for at, (line, row) in enumerate(zip(evidence.lines, settled, strict=True))
    ]
    return [one.row for one in rows], list(_problems(rows, evidence))


def _problems(rows: Iterable[_Settled], evidence: Evidence) -> Iterator[Problem]:
    """The problems of values without a place, and of figures that may be those of empty rows."""
    if evidence.drops_repeated_lines:
        yield repeats_dropped()
    for one in rows:
        if place := evidence.unread_places.get(one.line.place):
            yield loose_figures((one.line.text[slice(*place)],), Span(*place))
        yield from _left_open(one)


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


def _inferred(
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


def _left_open(one: _Settled) -> Iterator[Problem]:
    """The problem of the values of a row that have no place."""
    line, cells = one.line, one.cells or []
    is_full = len(cells or one.inferred or ()) >= line.due
    left = [] if is_full else line.values[len(cells) :]
    if all(map(is_blank, left)):
        return
    problem = line.unplaced(left)
    is_solved = one.inferred is not None
    at_odds = not (is_solved or line.loose) and line.with_settled(one.cells).keeps_no_sum
    yield values_at_odds(problem) if at_odds else problem
