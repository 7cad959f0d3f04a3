"""Labelled lines as readings: each value at the address where the text shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

import attrs
from more_itertools import map_reduce

from .choosing import Candidate
from .columns import is_scrambled, nested_tables
from .declare import Form
from .forms import Address
from .grid import Layout, Located, Row, is_blank
from .marks import BLANK
from .problems import loose_figures, table_unclear
from .readings import Readings, Told, may_have_problems, read
from .rejoining import with_whole_figures
from .rows import DueRow, due_rows, unplaced
from .settling import Habit, Width, habit_of, is_paced, settle, settle_start
from .solving import adds_up, columns_add_up, has_column_rules, has_rules, solve
from .source import tight
from .values import Problem, Reading, Span
from .vocabulary import Role, Term

_MOST_NAMED = 20
_ABOVE_NO_ROWS = frozenset({Role.CAPTION, Role.SECTION})


@attrs.frozen
class Binding:
    """What the text shows at each address, and what could not be told."""

    form: Form | None
    readings: Mapping[Address, Reading]
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
    problems = [_loose(text, cells) for cells in map(_unnamed_figures, chosen) if cells]
    rows = due_rows(text, chosen, form, problems)
    due = [with_whole_figures(text, line, form) for line in rows]
    own = _without_others(text, chosen, due, form, problems)
    lines = list(_where_it_belongs(own, form, problems))
    if all(line.is_full for line in lines):
        told = [line.telling(line.entry.filled, {}) for line in lines]
    else:
        told = list(_settled_lines(text, chosen, lines, form, problems))
    doubtful = told if _overlap(lines) else filter(may_have_problems, told)
    problems += read(text, doubtful)[1]
    return Binding(form, Readings(text, told), tuple(problems))


def _where_it_belongs(
    lines: Iterable[DueRow], form: Form | None, problems: list[Problem]
) -> Iterator[DueRow]:
    """The lines without those of tables whose figures seem to have moved."""
    for table, some in map_reduce(lines, lambda line: line.entry.table).items():
        if _has_moved(table, some, form):
            span = Span(some[0].entry.place[0], some[-1].entry.place[1])
            problems.append(table_unclear(table, span))
        else:
            yield from some


def _has_moved(table: str, lines: Sequence[DueRow], form: Form | None) -> bool:
    """Whether columns are not in order, or whole rows stand outside rows, and sums do not hold."""
    due = len(lines[0].slots)
    if table in nested_tables() and is_scrambled(lines[0].entry.header):
        return not all(adds_up(line.as_it_stands, form) for line in lines if line.is_full)
    rows_stand_outside = 1 < due <= max(line.loose for line in lines)
    rows = [line.as_it_stands for line in lines] if rows_stand_outside else []
    return bool(rows) and has_column_rules(rows[0], form) and not columns_add_up(rows, form)


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
    losing = {line.layout for line in lines if _may_lose_cells(line)}
    settled = [
        _settled(line, width, habits[line.layout], losing, form)
        for line, width in zip(lines, widths, strict=True)
    ]
    rows = [
        line.with_settled(cells, shown=habits[line.layout].shows)
        for line, cells in zip(lines, settled, strict=True)
    ]
    solved = solve(text, rows, form)
    for number, (line, row) in enumerate(zip(lines, rows, strict=True)):
        cells, inferred = row.settled or [], solved.get(number, {})
        yield line.telling(cells, inferred)
        left = line.entry.values[len(cells) :]
        if len(cells or inferred) < len(line.slots) and any(c[2] is not BLANK for c in left):
            problems.append(unplaced(text, line, left))


def _without_others(
    text: str,
    chosen: Sequence[Candidate],
    lines: Sequence[DueRow],
    form: Form | None,
    problems: list[Problem],
) -> Iterator[DueRow]:
    """The lines without those whose figures may be those of other rows.

    So it is in a table of which rows lack cells, while figures stand outside of rows: those may
    be the lacking ones, and then others may have moved as well.  Captions that have moved tell
    the same, as figures may have moved like them.
    """
    lacking = [line for line in lines if _lacks_cells(line)]
    moved = {term.table for term in _moved_captions(chosen)} if lacking else set()
    scattered = {line.entry.table for line in lacking if line.loose or line.entry.table in moved}
    for line in lines:
        if line.entry.table in scattered and _may_be_others(text, line, form):
            problems.append(unplaced(text, line, line.entry.values))
        else:
            yield line


def _moved_captions(chosen: Iterable[Candidate]) -> Iterator[Term]:
    """The captions with nothing beneath them that stand below rows which they belong above."""
    for candidate in chosen:
        labels = candidate.shown.labels
        lowest: dict[str, int] = {}
        for term, below in zip_longest(labels, labels[1:]):
            if term.role is Role.ROW:
                lowest[term.table] = max(term.order, lowest.get(term.table, 0))
            bare = below is None or below.role in _ABOVE_NO_ROWS
            if bare and term.role is Role.CAPTION and term.order < lowest.get(term.table, 0):
                yield term


def _may_be_others(text: str, line: DueRow, form: Form | None) -> bool:
    """Whether a row's figures may be those of another row, where figures have moved.

    They are its own if they stand on the line of its label, or are held by sums.
    """
    filled = line.entry.filled
    if not filled or len(text[line.entry.place[1] : filled[0][0] + 1].splitlines()) == 1:
        return False
    return not has_rules(line.as_it_stands, form)


def _lacks_cells(line: DueRow) -> bool:
    """Whether a row has fewer cells than are due, or none where one is due."""
    entry = line.entry
    return not entry.values or (
        len(line.slots) > 1 and bool(entry.filled) and len(entry.values) < len(line.slots)
    )


def _may_lose_cells(line: DueRow) -> bool:
    """Whether a row shows that its layout loses or breaks cells."""
    lost = bool(line.entry.filled) and _lacks_cells(line)
    return lost or line.layout.by_eye or line.loose > 0 or line.is_bare


def _settled(
    line: DueRow, width: Width, habit: Habit, losing: Container[Layout], form: Form | None
) -> Row | None:
    """The values of a line in the order of its places, if these are certain."""
    if line.is_full and not line.is_glued and line.layout not in losing:
        return line.entry.filled
    cells = settle(width, habit)
    if cells is None:
        return _started(line, width, habit) if line.entry.filled else _without_figures(line)
    if width.due == 1 or not (line.layout in losing or _is_doubtful(line, width, cells, habit)):
        return cells
    return cells if _is_proved(line, width, cells, habit, form) else None


def _without_figures(line: DueRow) -> Row:
    """The empty cells of a row in which nothing stands, if no figures elsewhere may be its own."""
    end = line.entry.place[1]
    return [] if line.loose else [(end, end, BLANK)] * len(line.slots)


def _started(line: DueRow, width: Width, habit: Habit) -> Row | None:
    """The first values of a line that holds all rows of its table, as far as they are certain."""
    return None if line.row else settle_start(width, habit) or None


def _is_doubtful(line: DueRow, width: Width, cells: Row, habit: Habit) -> bool:
    """Whether a row has empty cells and more than are due, or empty cells below half a header."""
    if any(map(is_blank, cells)):
        return len(width.values) > width.due or line.has_partial_header
    return _is_torn(width, habit)


def _is_torn(width: Width, habit: Habit) -> bool:
    """Whether there are empty cells between values for which the form has no place, here or there.

    A value may then stand in the place of one that is lost.
    """
    return len(width.values) > width.due and width.is_strewn and not is_paced(width, habit)


def _is_proved(line: DueRow, width: Width, cells: Row, habit: Habit, form: Form | None) -> bool:
    """Whether a row adds up; where its cells are not told by their order, it must be able to.

    A full row of a layout that loses cells may have lost one and have another broken in two.
    What only looks empty may have its figure elsewhere: nothing proves it where figures, or parts
    of some, stand outside of rows.
    """
    row = line.with_settled(cells, shown=habit.shows)
    only_looks = line.layout.by_eye and any(map(_prints_nothing, cells))
    partial = line.has_partial_header and any(map(is_blank, cells))
    untold = only_looks or partial or _is_torn(width, habit)
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


def _unnamed_figures(candidate: Candidate) -> Row:
    """The figures outside rows that no label at all stands before."""
    named = {cell[0] for _, row in candidate.shown.extra for cell in row}
    return [cell for cell in candidate.shown.loose if cell[0] not in named]


def _loose(text: str, cells: Row) -> Problem:
    """What is said of figures outside rows, of the first of them if they are many."""
    raw = [text[start:end].strip() for start, end, _ in cells[:_MOST_NAMED]]
    more = ["..."] if len(cells) > _MOST_NAMED else []
    return loose_figures(raw + more, Span(*tight(text, cells[0][0], cells[-1][1])))
