"""Grids as lines under labels: which row of a form each line of values stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import compress, pairwise
from typing import NamedTuple

import attrs

from .declare import Form
from .forms import tables_of
from .grid import Grid, Located, Row
from .marks import BLANK, Sort
from .source import Place
from .tables import TABLES
from .vocabulary import Role, Term

_ONE_LINE = {
    table.key: max(
        len(printed.addresses())
        for form in Form
        for printed in tables_of(form)
        if printed.key == table.key
    )
    for table in TABLES
    if table.one_line
}
"""The tables that print all their rows side by side, and how many cells that line has."""

_FIGURES = frozenset({Sort.NUMBER, Sort.DASH})
_NO_VALUES = frozenset({Sort.BLANK, Sort.UNIT})
_SPEAKING = frozenset({Role.CAPTION, Role.CORNER, Role.COLUMN})
_ENOUGH_ROWS = 5
_LONGEST_HEADER = 64
_ABOVE_ROWS = frozenset({Role.SECTION, Role.CAPTION, Role.CORNER})


class Entry(NamedTuple):
    """Values behind a label; a tuple, as there is one for every row.

    ``terms`` are the rows that the label can mean; there are none for a line of values that
    stands by itself, under the header of a table which prints all its rows side by side.
    ``filled`` are the values that are not empty, ``money`` is the unit of money that a cell of
    its own prints; such a cell is no value.  ``header`` holds the column labels above, with
    words among them that are no known label.
    """

    table: str
    terms: tuple[Term, ...]
    place: Place
    values: Row
    filled: Row
    header: tuple[Located, ...]
    money: str | None


@attrs.frozen
class Shown:
    """What a grid shows of the forms.

    ``loose`` are figures outside rows, ``others`` counts all other cells that are in no row.
    ``padded`` tells that lines without figures are filled up with empty cells to the width
    of the others; ``spaced`` that empty cells stand between the labels of a header.
    ``flush`` are the tables of which a header reaches the last column of the grid, so that
    their rows end there too.
    """

    entries: tuple[Entry, ...]
    labels: tuple[Term, ...]
    loose: tuple[Located, ...]
    others: int
    used: tuple[Place, ...]
    padded: bool
    spaced: bool
    flush: frozenset[str]


class _Run(NamedTuple):
    """Labels that stand side by side, and the values behind the last of them.

    ``width`` counts the cells of the whole row.
    """

    labels: Row
    values: Row
    width: int
    spaced: bool = False


@attrs.frozen
class _Context:
    """Where in the forms a reader of the grid is: in which table, under which header."""

    table: str = ""
    header: tuple[Located, ...] = ()
    in_rows: bool = False

    def resolve(self, terms: tuple[Term, ...]) -> tuple[Term, ...]:
        """The terms that a label means here: of this table, and rows once rows have begun."""
        here = [term for term in terms if term.table == self.table] or terms
        rows = [term for term in here if term.role is Role.ROW]
        if self.in_rows and rows:
            return tuple(rows)
        first = here[0]
        return tuple(t for t in here if t.role is first.role and t.table == first.table)

    def after(self, label: Located, term: Term) -> _Context:
        """Where the reader is behind a label."""
        same = term.table == self.table
        if term.role is Role.ROW:
            if same and (self.in_rows or term.table in _ONE_LINE):
                return self
            return _Context(term.table, self.header if same else (), term.table not in _ONE_LINE)
        if term.role in _ABOVE_ROWS:
            return _Context(term.table)
        if term.role is Role.COLUMN:
            above = () if self.in_rows else self.header
            return _Context(term.table, (*above, label)[:_LONGEST_HEADER])
        return self if same else _Context(term.table)

    @cached_property
    def repeats(self) -> tuple[bool, ...]:
        """For each label of the header but the first, whether it is the one before it again.

        Empty if none is.
        """
        found = tuple(one[2].terms == other[2].terms != () for one, other in pairwise(self.header))
        return found if any(found) else ()

    def with_words(self, values: Row) -> _Context:
        """The header with words among its labels that are no known label."""
        words = tuple(cell for cell in values if cell[2].sort is Sort.TEXT)
        return _Context(self.table, (self.header + words)[:_LONGEST_HEADER]) if words else self


def entries_of(grid: Grid) -> Shown:
    """The lines of a grid that stand under labels of the forms, in their order."""
    entries: list[Entry] = []
    labels: list[Term] = []
    loose: list[Located] = []
    used: list[Place] = []
    others = 0
    padded = spaced = False
    flush: set[str] = set()
    widest = max(map(len, grid), default=0)
    context = _Context()
    for run in (run for row in grid for run in _runs(row)):
        terms: tuple[Term, ...] = ()
        for label in run.labels:
            terms = label[2].terms
            if len(terms) > 1:
                terms = context.resolve(terms)
            context = context.after(label, terms[0])
            labels.append(terms[0])
        entry = _entry(run, terms, context)
        if entry is not None:
            entries.append(entry)
        elif not run.labels:
            loose += [cell for cell in run.values if cell[2].sort is Sort.NUMBER]
            others += sum(cell[2] is not BLANK for cell in run.values)
            continue
        elif terms[0].role is not Role.SECTION:
            context = context if context.in_rows else context.with_words(run.values)
            padded = padded or (bool(run.values) and run.values[-1][2] is BLANK)
            if terms[0].role is Role.COLUMN and not run.values and run.width == widest:
                flush.add(context.table)
        spaced = spaced or run.spaced
        first, last = run.labels or run.values, run.values or run.labels
        used.append((first[0][0], last[-1][1]))
    return Shown(
        entries=tuple(entries),
        labels=tuple(labels),
        loose=tuple(loose),
        others=others,
        used=tuple(used),
        padded=padded,
        spaced=spaced,
        flush=frozenset(flush),
    )


def attested(shown: Shown, beneath: str | None) -> Shown:
    """The grid without rows of tables for which nothing else speaks.

    A word like 行政处罚 with a number behind it stands in many tables that are no part of a
    report: there must be a header, a caption or further rows, or the section's heading.
    """
    rows = {(term.table, term.key) for term in shown.labels if term.role is Role.ROW}
    count = Counter(table for table, _ in rows)
    sure = {term.table for term in shown.labels if term.role in _SPEAKING} | {beneath}
    tables = sure | {table for table, number in count.items() if number >= _ENOUGH_ROWS}
    if tables.issuperset(entry.table for entry in shown.entries):
        return shown
    entries = tuple(entry for entry in shown.entries if entry.table in tables)
    return attrs.evolve(shown, entries=entries)


def _entry(run: _Run, terms: tuple[Term, ...], context: _Context) -> Entry | None:
    """The run as values of a row, if it is one."""
    values = run.values
    is_row = bool(terms) and terms[0].role is Role.ROW
    if context.table in _ONE_LINE:
        if not context.header or not _is_whole_or_has_figures(values, context.table):
            return None
    elif not is_row:
        return None
    header = context.header
    if len(header) == len(values) and context.repeats:
        values, header = _without_repeats(values, header, context.repeats)
    filled = [cell for cell in values if cell[2].sort not in _NO_VALUES]
    money = None
    if len(filled) < len(values):
        units = [cell[2] for cell in values if cell[2].sort is Sort.UNIT]
        if len(units) > 1:
            return None
        if units:
            money = units[0].money
            values = [cell for cell in values if cell[2].sort is not Sort.UNIT]
    label = run.labels[-1] if is_row else run.values[0]
    return Entry(context.table, terms if is_row else (), label[:2], values, filled, header, money)


def _is_whole_or_has_figures(values: Row, table: str) -> bool:
    whole = len(values) >= _ONE_LINE[table]
    return whole or any(cell[2].sort in _FIGURES for cell in values)


def _without_repeats(
    values: Row, header: tuple[Located, ...], repeats: tuple[bool, ...]
) -> tuple[Row, tuple[Located, ...]]:
    """Values and header without the cells that only repeat the one they were merged with.

    Some tools print a merged cell once for each column that it spans.
    """
    same = [one[2] is other[2] for one, other in pairwise(values)]
    if any(repeat and not alike for repeat, alike in zip(repeats, same, strict=True)):
        return values, header
    kept = [True, *(not repeat for repeat in repeats)]
    return list(compress(values, kept)), tuple(compress(header, kept))


def _runs(row: Row) -> Iterable[_Run]:
    """The runs of a row; what stands before its first label is left out if there is one."""
    at = [place for place, cell in enumerate(row) if cell[2].terms]
    if not at:
        return [_Run([], row, len(row))]
    first, last = at[0], at[-1]
    if last - first + 1 == len(at):
        return [_Run(row[first : last + 1], row[last + 1 :], len(row))]
    return _runs_between(row, at)


def _runs_between(row: Row, at: list[int]) -> Iterator[_Run]:
    """The runs of a row whose labels, at these places, have values or empty cells between them."""
    labels: Row = []
    spaced = False
    for label, following in pairwise([*at, len(row)]):
        labels.append(row[label])
        values = row[label + 1 : following]
        filler = following < len(row) and all(cell[2] is BLANK for cell in values)
        if filler:
            spaced = spaced or bool(values)
            continue
        yield _Run(labels, values, len(row), spaced)
        labels, spaced = [], False
