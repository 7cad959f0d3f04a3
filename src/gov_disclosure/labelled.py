"""Grids as lines under labels: which row of a form each line of values stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import compress, pairwise
from typing import NamedTuple

import attrs

from .context import ONE_LINE, Context, Header
from .grid import Grid, Located, Row
from .marks import BLANK, Sort
from .source import Place
from .vocabulary import Role, Term

_FIGURES = frozenset({Sort.NUMBER, Sort.DASH})
_NO_VALUES = frozenset({Sort.BLANK, Sort.UNIT})
_SPEAKING = frozenset({Role.CAPTION, Role.CORNER, Role.COLUMN})
_ENOUGH_ROWS = 5
_FEWEST_FIGURES = 2
"""A single figure below a header of many columns is a page's number, or a note's."""


class Entry(NamedTuple):
    """Values behind a label; a tuple, as there is one for every row.

    ``terms`` are the rows that the label can mean; there are none for a line of values that
    stands by itself, under the header of a table which prints all its rows side by side.
    ``head`` is where among the values the first column's label stands above, if the row is as
    wide as the header.  ``filled`` are the values that are not empty, ``money`` is the unit of
    money that a cell of its own prints; such a cell is no value.
    """

    table: str
    terms: tuple[Term, ...]
    place: Place
    values: Row
    filled: Row
    header: Header
    money: str | None
    head: int | None = None


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

    ``width`` counts the cells of the whole row, ``behind`` those up to its values.
    """

    labels: Row
    values: Row
    width: int
    behind: int = 0
    spaced: bool = False


def entries_of(grid: Grid) -> Shown:
    """The lines of a grid that stand under labels of the forms, in their order."""
    entries: list[Entry] = []
    labels: list[Term] = []
    loose: list[Located] = []
    used: list[Place] = []
    others = 0
    padded = spaced = False
    flush: set[str] = set()
    heads: dict[tuple[str, int], int] = {}
    widest = max(map(len, grid), default=0)
    context = Context()
    for run in (run for row in grid for run in _runs(row)):
        terms: tuple[Term, ...] = ()
        for label in run.labels:
            context, terms = context.behind(label, terms)
            if label[2] is not BLANK:
                labels.append(terms[0])
        entry = _entry(run, terms, context)
        if entry is not None:
            entries.append(_with_head(entry, run, heads))
        elif not run.labels:
            loose += filter(_is_number, run.values)
            others += sum(cell[2] is not BLANK for cell in run.values)
            context = context.below(run.values)
            continue
        elif terms[0].role is not Role.SECTION:
            context = context.beside(run.values)
            padded = padded or (bool(run.values) and run.values[-1][2] is BLANK)
            if terms[0].role is Role.COLUMN:
                loose += filter(_is_number, run.values)
                heads |= _head(run, context.table, heads)
                flush |= {context.table} if not run.values and run.width == widest else set()
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


def _is_number(cell: Located) -> bool:
    return cell[2].sort is Sort.NUMBER


def _with_head(entry: Entry, run: _Run, heads: Mapping[tuple[str, int], int]) -> Entry:
    head = heads.get((entry.table, run.width))
    return entry if head is None else entry._replace(head=head - run.behind)


def _head(
    run: _Run, table: str, heads: Mapping[tuple[str, int], int]
) -> Mapping[tuple[str, int], int]:
    """Where the first column stands in rows as wide as this run of a header, or those above."""
    key = table, run.width
    return {key: min(_first_column(run), heads.get(key, run.width))}


def _first_column(run: _Run) -> int:
    """The place in its row of the first label of a run that names a column."""
    first = run.behind - len(run.labels)
    columns = (at for at, label in enumerate(run.labels, first) if _names_column(label))
    return next(columns, run.width)


def _names_column(label: Located) -> bool:
    return any(term.role is Role.COLUMN for term in label[2].terms)


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


def _entry(run: _Run, terms: tuple[Term, ...], context: Context) -> Entry | None:
    """The run as values of a row, if it is one."""
    values = run.values
    is_row = bool(terms) and terms[0].role is Role.ROW
    if context.table in ONE_LINE:
        if not context.header.cells or not _is_whole_or_has_figures(values, context.table):
            return None
    elif not is_row:
        return None
    header = context.header
    if header.repeats and len(header.cells) == len(values):
        values, header = _without_repeats(values, header)
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
    whole = len(values) >= ONE_LINE[table]
    return whole or sum(cell[2].sort in _FIGURES for cell in values) >= _FEWEST_FIGURES


def _without_repeats(values: Row, header: Header) -> tuple[Row, Header]:
    """Values and header without the cells that only repeat the one they were merged with.

    Some tools print a merged cell once for each column that it spans.
    """
    same = [one[2] is other[2] for one, other in pairwise(values)]
    if any(repeat and not alike for repeat, alike in zip(header.repeats, same, strict=True)):
        return values, header
    kept = [True, *(not repeat for repeat in header.repeats)]
    cells = tuple(compress(header.cells, kept))
    return list(compress(values, kept)), attrs.evolve(header, cells=cells)


def _runs(row: Row) -> Iterable[_Run]:
    """The runs of a row; what stands before its first label is left out if there is one."""
    at = [place for place, cell in enumerate(row) if cell[2].terms]
    if not at:
        return [_Run([], row, len(row))]
    first, last = at[0], at[-1]
    if last - first + 1 == len(at):
        return [_Run(row[first : last + 1], row[last + 1 :], len(row), last + 1)]
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
            labels += values
            continue
        yield _Run(labels, values, len(row), label + 1, spaced)
        labels, spaced = [], False
