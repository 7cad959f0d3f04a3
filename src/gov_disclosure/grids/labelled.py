"""Lines of values under labels: which row of a form each line of a grid stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, takewhile

from ..labels.marks import BLANK, DOUBTFUL, FIGURES, FURNITURE, NUMBERING, SAID, Mark, Sort
from ..labels.vocabulary import Role, Term
from ..layouts.grid import Grid, Located, Row, is_words
from .context import ONE_LINE, WORDS_AND_UNITS, Context
from .counted import without_column_numbers, without_numbers_of_next
from .entries import Beside, Entry, filled_of
from .header import Header
from .hindsight import in_hindsight
from .runs import Run, runs_of
from .shown import Shown

_NO_NOTES = FIGURES | {Sort.BLANK}
_INSTEAD_OF_FIGURES = (DOUBTFUL, NUMBERING, SAID)
_FEWEST_FIGURES = 2
"""A single figure below a header of many columns may number a page or a note."""


def entries_of(grid: Grid, announced: str | None = None) -> Shown:
    """Read the lines of a grid as entries of the forms, in their order.

    ``announced`` is the unit of money that is named above the grid.
    """
    reads = in_hindsight(list(_reads(grid, Context(announced=announced))))
    entries = [read for read in reads if isinstance(read, Entry)]
    return Shown(reads, entries, max(map(len, grid), default=0))


def _reads(grid: Grid, context: Context) -> Iterator[Entry | Beside]:
    """Read each run of a grid at its position in the forms.

    The labels of rows without figures, right above labels of another table, may be its columns.
    """
    bare: Row = []
    for run in _runs(grid):
        above = context.table
        context, terms, labels = context.behind(run.labels, run.before)
        if bare and context.table != above:
            context, bare = context.with_names(bare), []
        row, note = _without_note(run)
        entry = _entry(row, terms, labels, context)
        if entry is None:
            beside = Beside(run, terms, labels, context)
            yield beside
            context = _below(beside)
            continue
        yield entry
        context = context.after_line()
        is_bare = all(map(is_words, entry.filled))
        bare = [*bare, *run.labels] if is_bare else []
        context = context.with_names(run.line) if is_bare else context
        if note:
            yield Beside(Run([], note, len(note)), (), (), context)
        if run.values and _may_describe_what_follows(run.values[-1][2]):
            context = context.with_line_below(run.values[-1:])


def _runs(grid: Grid) -> Iterator[Run]:
    """The runs of a grid, without what only numbers its rows and columns."""
    runs = map(without_column_numbers, chain.from_iterable(map(runs_of, grid)))
    for run in without_numbers_of_next(list(runs)):
        if run.labels or run.values:
            yield _with_glued_words(run)


def _below(beside: Beside) -> Context:
    """The position below a run that is no row."""
    run, context = beside.run, beside.context
    if beside.is_dashed:
        return context.within_rows()
    if beside.is_above:
        return context.with_rest_of_line(run.values).with_names(run.line)
    return context.with_line_below(run.values if beside.is_outside else run.values[-1:])


def _may_describe_what_follows(mark: Mark) -> bool:
    """Whether the last cell of a row may be about what follows: words, or a note on units."""
    return mark.sort in WORDS_AND_UNITS and (mark.sort is not Sort.UNIT or mark.is_note)


def _with_glued_words(run: Run) -> Run:
    """The run, its last cell as mere words if it is a note that is glued to the label."""
    last = run.values[-1] if run.values else None
    if last is None or last[2].sort is not Sort.GLUED or not last[2].is_note:
        return run
    return run._replace(values=[*run.values[:-1], (*last[:2], DOUBTFUL)])


def _without_note(run: Run) -> tuple[Run, Row]:
    """A run without the note at the end of its values, and that note."""
    if not run.values or run.values[-1][2].sort in _NO_NOTES:
        return run, []
    note = _note_at_end(run.values)
    return (run._replace(values=run.values[: -len(note)]) if note else run), note


def _note_at_end(values: Row) -> Row:
    """The words at the end of values that are a note, or begin with furniture of the page."""
    behind = list(takewhile(is_words, reversed(values)))
    begun = [at for at, cell in enumerate(behind, 1) if cell[2] is FURNITURE]
    if begun:
        return values[-begun[-1] :]
    return values[-1:] if values[-1][2].is_note else []


def _entry(
    run: Run, terms: tuple[Term, ...], labels: Sequence[Term], context: Context
) -> Entry | None:
    """Return the run as an entry, or None if it is no row."""
    table, header, values = context.table, context.header, run.values
    is_row = bool(terms) and terms[0].role is Role.ROW
    if table in ONE_LINE:
        values = _without_name(values, ONE_LINE[table])
        if not any(header.keys) or not _is_whole_or_has_figures(values, table):
            return None
    elif not is_row:
        return None
    filled = filled_of(values)
    money = unit_behind = None
    if len(filled) < len(values):
        units = [cell[2] for cell in values if cell[2].sort is Sort.UNIT]
        if len(set(units)) > 1 or _are_side_by_side(units, values):
            return None
        if units:
            money = units[0].money
            unit_behind = _is_behind_values(units[0], values, filled)
            values = [cell for cell in values if cell[2].sort is not Sort.UNIT]
    row = terms if is_row else _row_above_columns(header, values, table)
    return Entry(run, table, row, values, filled, header, labels, money, unit_behind)


def _row_above_columns(header: Header, values: Row, table: str) -> tuple[Term, ...]:
    """The row of a line of values, if its label stands above the columns and no other does."""
    owner = header.owner if table in ONE_LINE else None
    return (owner,) if owner and len(values) == len(header.keys) else ()


def _without_name(values: Row, due: int) -> Row:
    """Drop the words before the figures of a line, and the empty cells among them.

    Words that may be a figure stay, and words used instead of one, unless as many figures as the
    line has cells stand behind.
    """
    may_be_figures = len(filled_of(values)) <= due

    def is_name(cell: Located) -> bool:
        stays = cell[2] in _INSTEAD_OF_FIGURES and may_be_figures
        return cell[2] is BLANK or (is_words(cell) and not stays)

    ahead = enumerate(takewhile(is_name, values), 1)
    return values[max((at for at, cell in ahead if is_words(cell)), default=0) :]


def _are_side_by_side(units: Sequence[Mark], values: Row) -> bool:
    """Whether two units stand side by side: the second is that of a row whose label is lost."""
    return len(units) > 1 and any(
        one[2].sort is other[2].sort is Sort.UNIT for one, other in pairwise(values)
    )


def _is_behind_values(unit: Mark, values: Row, filled: Row) -> bool | None:
    """Whether a unit stands behind the last of the values; None if there are no values."""
    if not filled:
        return None
    return next(cell[2] is unit for cell in reversed(values) if cell[2] is not BLANK)


def _is_whole_or_has_figures(values: Row, table: str) -> bool:
    """Whether a line is as long as all rows of its table together, or has several figures."""
    due = ONE_LINE[table]
    return (
        len(values) >= due
        or sum(_count_figures_in(cell, due) for cell in values) >= _FEWEST_FIGURES
    )


def _count_figures_in(cell: Located, due: int) -> int:
    """Count the figures that a cell may hold: one for each digit, if its figures ran together.

    A number with as many digits as the line has cells is taken for such.
    """
    start, end, mark = cell
    long = mark.sort is Sort.NUMBER and end - start >= due
    return end - start if long or mark.is_run_of_digits else mark.sort in FIGURES
