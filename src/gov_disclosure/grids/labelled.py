"""Grids as lines under labels: which row of a form each line of values stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, takewhile

from ..labels.groups import headings_above
from ..labels.marks import BLANK, DOUBTFUL, FIGURES, FURNITURE, NUMBERING, Mark, Sort
from ..labels.vocabulary import Role, Term
from ..layouts.grid import Grid, Located, Row
from .context import ONE_LINE, TELLING, Context, Header, money_in
from .named import with_named_cells
from .repeats import without_repeats
from .runs import Run, runs_of, without_numbers
from .shown import Beside, Entry, Shown, filled_of, is_words
from .tallied import without_numbers_of_next

_NO_NOTES = FIGURES | {Sort.BLANK}
_FEWEST_FIGURES = 2
"""A single figure below a header of many columns is a page's number, or a note's."""


def entries_of(grid: Grid, announced: str | None = None) -> Shown:
    """The lines of a grid that stand under labels of the forms, in their order.

    ``announced`` is the unit of money that is named above all of it.
    """
    reads = list(_reads(grid, Context(announced=announced)))
    for seen_together in _PASSES:
        reads = seen_together(reads)
    entries = [read for read in reads if isinstance(read, Entry)]
    return Shown(reads, entries, max(map(len, grid), default=0))


def _without_headings(reads: list[Entry | Beside]) -> list[Entry | Beside]:
    """The reads, without rows whose label stands above that of a bare row right before it.

    A form has the one row or the other, and nobody can tell whose the figures are.
    """
    told = reads[:1]
    for above, read in pairwise(reads):
        terms: tuple[Term, ...] = ()
        if isinstance(above, Entry) and not above.filled and isinstance(read, Entry):
            labels = read.run.labels
            terms = headings_above(above.terms, labels[-1][2].terms) if labels else ()
        told.append(Beside(read.run, terms, terms, Context(terms[0].table)) if terms else read)
    return told


def _as_noted(reads: list[Entry | Beside]) -> list[Entry | Beside]:
    """The reads, their rows with the unit of money that is named below them, if one is.

    Where labels follow, it may be that of their figures instead.
    """
    noted: list[Entry | Beside] = []
    below = above_others = None
    is_last = True
    for read in reversed(reads):
        if isinstance(read, Entry):
            noted.append(_with_money(read, below, above_others))
        else:
            noted.append(read)
            named = None if read.run.labels else money_in(read.run.values)
            below, above_others = (
                (named or below, None) if is_last else (below, named or above_others)
            )
        is_last = is_last and not read.run.labels
    return noted[::-1]


def _with_money(entry: Entry, below: str | None, above_others: str | None) -> Entry:
    """A row with the units of money that are named below it."""
    if below is None and above_others is None:
        return entry
    return entry._replace(money=entry.money or below, money_below=above_others)


_PASSES = (_without_headings, without_repeats, with_named_cells, _as_noted)
"""What the runs of a grid are once they are seen together, in this order."""


def _reads(grid: Grid, context: Context) -> Iterator[Entry | Beside]:
    """The runs of a grid, each as what stands above it tells.

    The labels of rows without figures, right above those of another table, may be its columns.
    """
    bare: list[Located] = []
    runs = map(without_numbers, chain.from_iterable(map(runs_of, grid)))
    for run in without_numbers_of_next(list(runs)):
        if not (run.labels or run.values):
            continue
        above = context.table
        context, terms, labels = context.behind(run.labels)
        if bare and context.table != above:
            context = context.named(bare)
            bare = []
        run = _with_glued_words(run)
        note = _note(run.values)
        row = run._replace(values=run.values[: -len(note)]) if note else run
        entry = _entry(row, terms, labels, context)
        if entry is not None:
            yield entry
            has_figures = not all(map(is_words, entry.filled))
            context = context.in_line()
            if has_figures:
                bare = []
            else:
                bare += run.labels
                context = context.named(run.line)
            if note:
                yield Beside(Run([], note, len(note)), (), (), context)
            if run.values and _tells_of_others(run.values[-1][2]):
                context = context.below(run.values[-1:])
            continue
        beside = Beside(run, terms, labels, context)
        yield beside
        if beside.is_above:
            context = context.beside(run.values).named(run.line)
        else:
            context = context.below(run.values if beside.is_outside else run.values[-1:])


def _tells_of_others(mark: Mark) -> bool:
    """Whether the last cell of a row may be about what follows: words, or a note on units."""
    return mark.sort in TELLING and (mark.sort is not Sort.UNIT or mark.is_note)


def _with_glued_words(run: Run) -> Run:
    """The run, a note as mere words if it is glued to the label, and so none below the row."""
    if not run.values or not run.values[-1][2].is_note or run.values[-1][2].sort is not Sort.GLUED:
        return run
    return run._replace(values=[*run.values[:-1], (*run.values[-1][:2], DOUBTFUL)])


def _note(values: Row) -> Row:
    """The words at the end of values that are a note, or begin with what a page prints."""
    if not values or values[-1][2].sort in _NO_NOTES:
        return []
    behind = list(takewhile(is_words, reversed(values)))
    begun = [at for at, cell in enumerate(behind, 1) if cell[2] is FURNITURE]
    if begun:
        return values[-begun[-1] :]
    return values[-1:] if values[-1][2].is_note else []


def _entry(
    run: Run, terms: tuple[Term, ...], labels: Sequence[Term], context: Context
) -> Entry | None:
    """The run as values of a row, if it is one."""
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
        if len(set(units)) > 1 or _stand_in_a_row(units, values):
            return None
        if units:
            money = units[0].money
            unit_behind = _is_behind(units[0], values, filled)
            values = [cell for cell in values if cell[2].sort is not Sort.UNIT]
    row = terms if is_row else _owner(header, values, table)
    return Entry(run, table, row, values, filled, header, labels, money, unit_behind)


def _owner(header: Header, values: Row, table: str) -> tuple[Term, ...]:
    """The row of a line of values, where its label stands above the columns, and no other's."""
    owner = header.owner if table in ONE_LINE else None
    return (owner,) if owner and len(values) == len(header.keys) else ()


def _without_name(values: Row, due: int) -> Row:
    """A line without the words before its figures, and the empty cells among these words.

    Words that may be a figure stay in their place, unless as many figures as are due stand behind.
    """
    may_be_figures = len(filled_of(values)) <= due

    def is_name(cell: Located) -> bool:
        stays = cell[2] in (DOUBTFUL, NUMBERING) and may_be_figures
        return cell[2] is BLANK or (is_words(cell) and not stays)

    ahead = enumerate(takewhile(is_name, values), 1)
    return values[max((at for at, cell in ahead if is_words(cell)), default=0) :]


def _stand_in_a_row(units: Sequence[Mark], values: Row) -> bool:
    """Whether two units stand side by side: the second is that of another row, its label lost."""
    return len(units) > 1 and any(
        one[2].sort is other[2].sort is Sort.UNIT for one, other in pairwise(values)
    )


def _is_behind(unit: Mark, values: Row, filled: Row) -> bool | None:
    """Whether a unit stands behind the last of the values, if there are any."""
    if not filled:
        return None
    return next(cell[2] is unit for cell in reversed(values) if cell[2] is not BLANK)


def _is_whole_or_has_figures(values: Row, table: str) -> bool:
    due = ONE_LINE[table]
    return len(values) >= due or sum(_figures_in(cell, due) for cell in values) >= _FEWEST_FIGURES


def _figures_in(cell: Located, due: int) -> int:
    """How many figures a cell may be: one for each digit, where it is digits that ran together.

    No figure is as long as its row.
    """
    start, end, mark = cell
    long = mark.sort is Sort.NUMBER and end - start >= due
    return end - start if long or mark.is_run_of_digits else mark.sort in FIGURES
