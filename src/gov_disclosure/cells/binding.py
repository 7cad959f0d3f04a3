"""Labelled lines as readings: each value at the address where the text shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

import attrs

from ..declare import Form
from ..forms import Address
from ..grids.choosing import Candidate
from ..grids.whole.tables import Whole
from ..labels.votes import form_of
from ..later import Later
from ..layouts.grid import Layout, Row, is_blank
from ..problems import loose_figures, repeats_dropped, values_at_odds
from ..text.source import Place
from ..values import Problem, Reading, Span
from .leftovers.loose import strange_figures, unnamed_figures
from .mending.mended import mended
from .outright import told_of_amounts, told_outright
from .rows.due import due_rows
from .rows.due_row import DueRow
from .rows.readings import Told, read, readings_of, with_ones
from .rows.strips import Filling
from .settling.doubts import Doubts
from .settling.habits import Habit
from .settling.settled import settled_cells
from .settling.shifted import is_pushed
from .sifting.beneath import without_continued
from .sifting.blocks import without_blocks
from .sifting.completed import without_completed
from .sifting.leading import without_lists_above
from .sifting.moved import without_moved
from .sifting.other_years import without_other_years
from .sifting.paged import without_paged
from .sifting.rivals import without_rivals
from .sifting.scattered import without_scattered
from .sifting.shuffled import without_shuffled
from .sifting.sifted import Captioned, Setting, sifted
from .sifting.swallowed import without_swallowing
from .sifting.unfilled import without_unfilled
from .solving.cutting import cut, without_touching
from .solving.solve import solve
from .twofold import told_as_mixed

_OF_OTHERS = (without_other_years, without_lists_above, without_blocks)
"""What takes out lines of other years or lists, and those whose figures may be those of others."""

_UNSURE = (
    without_unfilled,
    without_swallowing,
    without_shuffled,
    without_scattered,
    without_rivals,
    without_moved,
    without_continued,
    without_completed,
    without_paged,
)
"""What takes out lines that may not be what they seem, when all that is broken is mended."""


@attrs.frozen
class Binding:
    """What the text shows at each address, and what could not be told.

    ``mixed`` tells that the tables seem to be those of several reports, ``tells`` whether anything
    was told of a cell.
    """

    form: Form | None
    readings: Later[Mapping[Address, Reading]]
    problems: tuple[Problem, ...]
    mixed: tuple[Problem, ...] = ()
    tells: bool = True


def bind(
    text: str,
    chosen: Sequence[Candidate],
    captioned: Sequence[Captioned] = (),
    whole: Sequence[Whole] = (),
    year: int | None = None,
    titled: Place = (0, 0),
) -> Binding:
    """The readings of one report: of its whole tables, and of the chosen grids that hold others.

    Tables of other years than the report's are left out, and lists above its title.
    """
    labels = [*(one.shown.labels for one in chosen), *(table.template.labels for table in whole)]
    form = form_of(chain.from_iterable(labels))
    _, of_amounts = read(told_of_amounts(whole, form))
    if not chosen:
        return Binding(form, Later(_with_whole, ({}, whole, form)), tuple(of_amounts))
    setting = Setting(text, chosen, form, captioned, titled[0], bool(whole))
    due, unclear = due_rows(text, chosen, form, year)
    own, of_others = sifted(due, _OF_OTHERS, setting)
    rows = mended(own)
    lines, unsure = sifted(rows, _UNSURE, setting)
    cells, left = _settled_lines(Doubts(text, chosen, lines))
    told = with_ones(cells)
    readings, amiss = read(told)
    problems = [*unclear, *of_others, *unsure, *left, *of_amounts, *amiss]
    loose = [*unnamed_figures(chosen, rows, titled), *strange_figures(text, told)]
    return Binding(
        form,
        Later(_with_whole, (readings, whole, form)),
        (*loose, *problems),
        mixed=tuple(told_as_mixed(lines, problems)),
        tells=bool(whole) or any(line.cells or line.inferred for line in told),
    )


def _with_whole(
    readings: Mapping[Address, Reading], whole: Iterable[Whole], form: Form | None
) -> Mapping[Address, Reading]:
    """Those of whole tables, which are only made when asked for, and those of all others."""
    return {**readings_of(told_outright(whole, form)), **readings}


def _settled_lines(doubts: Doubts) -> tuple[Sequence[Told], Sequence[Problem]]:
    """What lines tell of which some are not simply full, and what is said of all that is left."""
    lines = doubts.lines
    habits = _habits(doubts.chosen, lines)
    settled = [settled_cells(line, habits[line.layout], doubts) for line in lines]
    solved = _solved(
        lines,
        settled,
        lambda line: habits[line.layout].shows or doubts.forbid(line) or line.has_cells_of_its_own,
    )
    told = [
        line.telling(row or [], solved.get(at, {}))
        for at, (line, row) in enumerate(zip(lines, settled, strict=True))
    ]
    problems = [repeats_dropped()] if doubts.once else []
    for at, (line, row) in enumerate(zip(lines, settled, strict=True)):
        if place := doubts.unread_behind(line):
            problems.append(loose_figures((line.text[slice(*place)],), Span(*place)))
        problems += _left_open(line, row, told[at], is_told=at in solved)
    return told, problems


def _left_open(line: DueRow, row: Row | None, told: Told, *, is_told: bool) -> Iterator[Problem]:
    """What is said of the values of a line that have no place."""
    cells = told.cells
    is_full = len(cells or told.inferred) >= len(line.slots)
    left = [] if is_full else line.entry.values[len(cells) :]
    if all(map(is_blank, left)):
        return
    problem = line.unplaced(left)
    at_odds = not (is_told or line.loose) and line.with_settled(row).keeps_no_sum
    yield values_at_odds(problem) if at_odds else problem


def _solved(
    lines: Sequence[DueRow],
    settled: Sequence[Row | None],
    shows_cells: Callable[[DueRow], bool],
) -> Mapping[int, Mapping[int, Filling | None]]:
    """What arithmetic tells of lines that did not settle, by their number, and by the place."""
    if not any(row is None and line.filled for line, row in zip(lines, settled, strict=True)):
        return {}
    rows = [
        line.with_settled(cells, shown=shows_cells(line))
        for line, cells in zip(lines, settled, strict=True)
    ]
    return {**without_touching(rows, solve(rows)), **cut(rows)}


def _habits(chosen: Sequence[Candidate], lines: Sequence[DueRow]) -> Mapping[Layout, Habit]:
    """What each layout of the report does with empty cells."""
    return {
        layout: Habit(
            [line.width for line in lines if line.row and line.layout == layout],
            [candidate.shown for candidate in chosen if candidate.layout == layout],
            any(is_pushed(line) for line in lines if line.row and line.layout == layout),
            any(one.stretch.has_fillers for one in chosen if one.layout == layout),
        )
        for layout in {line.layout for line in lines}
    }
