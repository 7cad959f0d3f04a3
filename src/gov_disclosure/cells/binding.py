"""Labelled lines as readings: each value at the address where the text shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from ..declare import Form
from ..forms import Address
from ..grids.choosing import Candidate
from ..labels.marks import BLANK
from ..labels.vocabulary import Term
from ..later import Later
from ..layouts.grid import Layout, Located, Row, is_blank
from ..problems import loose_figures, repeats_dropped, values_at_odds
from ..text.source import tight
from ..values import Problem, Reading, Span
from .balances import adds_up, has_rules, prints_no_sum, whole_sums
from .cutting import cut
from .doubts import Doubts, doubts_of
from .mending import mended
from .moving import without_moved, without_others, without_rivals
from .places import nested_tables
from .readings import Told, may_have_problems, read, readings_of
from .rows import DueRow, due_rows, unplaced, without_figures
from .settling import Habit, Width, habit_of, is_paced, settle, settle_start
from .solving import keeps_no_sum, solve

_MOST_NAMED = 20


@attrs.frozen
class Binding:
    """What the text shows at each address, and what could not be told."""

    form: Form | None
    readings: Later[Mapping[Address, Reading]]
    problems: tuple[Problem, ...]


def form_of(labels: Iterable[Term]) -> Form | None:
    """The form that prints most of these labels; None if two print as many, or none any.

    Told by the labels and never by the year: agencies use a form before and after its time.
    """
    votes: Counter[Form] = Counter()
    for forms, number in Counter(term.forms for term in set(labels)).items():
        votes.update(dict.fromkeys(forms, number))
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def bind(text: str, chosen: Sequence[Candidate]) -> Binding:
    """The readings that the chosen grids of one report give."""
    form = form_of(label for candidate in chosen for label in candidate.shown.labels)
    problems: list[Problem] = []
    rows, were_whole = mended(text, due_rows(text, chosen, form, problems), form)
    loose = [_loose(text, cells) for cells in _unnamed_figures(chosen, rows) if cells]
    own = without_others(text, chosen, rows, form, problems)
    certain = without_rivals(own, problems)
    lines = list(without_moved(text, certain, form, problems))
    if were_whole and not any(line.layout.by_eye for line in lines):
        told = [line.telling(line.entry.filled, {}) for line in lines]
    else:
        told = list(_settled_lines(text, chosen, lines, form, problems))
    doubtful = told if _overlap(lines) else filter(may_have_problems, told)
    problems += read(text, doubtful)[1]
    return Binding(form, Later(readings_of, (text, told)), (*loose, *problems))


def _overlap(lines: Sequence[DueRow]) -> bool:
    """Whether two lines may tell the same cells: a row stands twice, or beside all rows in one."""
    rows = {(line.entry.table, line.row) for line in lines}
    side_by_side = {table for table, row in rows if not row}
    return len(rows) < len(lines) or any(row and table in side_by_side for table, row in rows)


def _settled_lines(
    text: str,
    chosen: Sequence[Candidate],
    lines: Sequence[DueRow],
    form: Form | None,
    problems: list[Problem],
) -> Iterator[Told]:
    """What lines tell of which some are not simply full."""
    widths = [line.width for line in lines]
    habits = _habits(chosen, lines, widths)
    doubts = doubts_of(text, chosen, lines, widths, form)
    if doubts.once:
        problems.append(repeats_dropped())
    settled = [
        _settled(text, line, width, habits[line.layout], form, doubts)
        for line, width in zip(lines, widths, strict=True)
    ]
    rows = [
        line.with_settled(cells, shown=habits[line.layout].shows or doubts.forbid(line, width))
        for line, width, cells in zip(lines, widths, settled, strict=True)
    ]
    solved = {**solve(text, rows, form), **cut(text, rows, form)}
    for number, (line, row) in enumerate(zip(lines, rows, strict=True)):
        cells, inferred = row.settled or [], solved.get(number, {})
        yield line.telling(cells, inferred)
        left = line.entry.values[len(cells) :]
        if len(cells or inferred) < len(line.slots) and any(c[2] is not BLANK for c in left):
            problem = unplaced(text, line, left)
            at_odds = number not in solved and not line.loose and keeps_no_sum(text, row, form)
            problems.append(values_at_odds(problem) if at_odds else problem)


def _settled(
    text: str, line: DueRow, width: Width, habit: Habit, form: Form | None, doubts: Doubts
) -> Row | None:
    """The values of a line in the order of its places, if these are certain."""
    if line.entry.header.is_beside:
        return line.entry.values
    doubted = line.is_put_together or doubts.speak_against(line, width)
    if line.is_full and not line.is_glued and not doubted:
        return line.entry.filled
    if doubts.forbid(line, width):
        return None
    fits = len(width.at) == width.due and line.is_below_header and not line.is_glued
    cells = width.filled if fits else settle(width, habit)
    if cells is None:
        started = line.entry.filled and _started(text, line, width, habit, form)
        return started or (None if line.entry.filled else without_figures(text, line))
    if width.due == 1 or not (doubted or _is_doubtful(line, width, cells, habit)):
        return cells
    sure = not doubted and (width.table, width.wide, width.head) in doubts.sure
    if sure and _is_headed(line, width, cells, form):
        return cells
    return cells if _is_proved(line, width, cells, habit, form) else None


def _started(text: str, line: DueRow, width: Width, habit: Habit, form: Form | None) -> Row | None:
    """The first values of a line that holds all rows of its table, as far as they are certain.

    Where cells stand side by side, tools strip empty ones from the beginning of a line too: then
    sums have to hold the values in their places.
    """
    start = [] if line.row else settle_start(width, habit)
    if start and not text[start[0][0] : width.values[-1][1]].count("\n"):
        start = start[: whole_sums(line.with_settled(start, shown=True), form)]
    return start or None


def _is_doubtful(line: DueRow, width: Width, cells: Row, habit: Habit) -> bool:
    """Whether a row has empty cells and more than are due, or empty cells below half a header."""
    if any(map(is_blank, cells)):
        return len(width.values) > width.due or line.has_partial_header
    return _is_torn(line, width, habit)


def _is_headed(line: DueRow, width: Width, cells: Row, form: Form | None) -> bool:
    """Whether every value stands beneath the label of its column, and no printed sum forbids it."""
    if cells != width.beneath or line.has_partial_header:
        return False
    return prints_no_sum(line.with_settled(cells, shown=True), form)


def _is_torn(line: DueRow, width: Width, habit: Habit) -> bool:
    """Whether there are empty cells between values for which the form has no place, here or there.

    A value may then stand in the place of one that is lost, if the header has no such cells.
    """
    torn = len(width.values) > width.due and width.is_strewn and not is_paced(width, habit)
    return torn and not line.is_below_header


def _is_proved(line: DueRow, width: Width, cells: Row, habit: Habit, form: Form | None) -> bool:
    """Whether a row adds up; where its cells are not told by their order, it must be able to.

    A full row of a layout that loses cells may have lost one and have another broken in two.
    What only looks empty may have its figure elsewhere: nothing proves it where figures, or parts
    of some, stand outside of rows.
    """
    row = line.with_settled(cells, shown=habit.shows)
    only_looks = line.layout.by_eye and any(map(_prints_nothing, cells))
    partial = line.has_partial_header and any(map(is_blank, cells))
    untold = only_looks or partial or line.is_put_together or _is_torn(line, width, habit)
    hidden = only_looks and line.loose > 0
    return not hidden and adds_up(row, form) and (has_rules(row, form) or not untold)


def _prints_nothing(cell: Located) -> bool:
    """Whether a cell is empty because nothing stands there, not even a word for it."""
    return cell[0] == cell[1]


def _habits(
    chosen: Sequence[Candidate], lines: Sequence[DueRow], widths: Sequence[Width]
) -> dict[Layout, Habit]:
    """What each layout of the report does with empty cells."""
    nested = nested_tables()
    measured = list(zip(lines, widths, strict=True))
    return {
        name: habit_of(
            [width for line, width in measured if line.layout == name and line.row],
            padded=any(c.shown.padded for c in chosen if c.layout == name),
            spaced=any(c.shown.spaced for c in chosen if c.layout == name),
            flush=frozenset(
                (table, wide)
                for c in chosen
                for table, wide in c.shown.flush
                if c.layout == name and table in nested
            ),
        )
        for name in {line.layout for line in lines}
    }


def _unnamed_figures(chosen: Iterable[Candidate], rows: Iterable[DueRow]) -> Iterator[Row]:
    """The figures outside rows, of each grid, that no label at all stands before."""
    loose = [(candidate, candidate.shown.loose) for candidate in chosen if candidate.shown.loose]
    found = {cell[0] for line in rows for cell in line.entry.values} if loose else set()
    for candidate, cells in loose:
        named = {cell[0] for _, row in candidate.shown.extra for cell in row}
        yield [cell for cell in cells if cell[0] not in named | found]


def _loose(text: str, cells: Row) -> Problem:
    """What is said of figures outside rows, of the first of them if they are many."""
    raw = tuple([text[start:end].strip() for start, end, _ in cells[:_MOST_NAMED]])
    more = ("...",) if len(cells) > _MOST_NAMED else ()
    return loose_figures(raw + more, Span(*tight(text, cells[0][0], cells[-1][1])))
