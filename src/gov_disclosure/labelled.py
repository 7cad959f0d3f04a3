"""Grids as lines under labels: which row of a form each line of values stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import compress, dropwhile, pairwise
from operator import itemgetter
from typing import NamedTuple

import attrs
from more_itertools import map_reduce

from .context import ONE_LINE, Context, Header
from .grid import Grid, Located, Row
from .marks import BLANK, Sort
from .source import Place
from .vocabulary import Role, Term

FIGURES = frozenset({Sort.NUMBER, Sort.DASH})
_NO_VALUES = frozenset({Sort.BLANK, Sort.UNIT})
_LONGEST_LABEL = 60
"""Longer words are prose."""

_FEWESTFIGURES = 2
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

    ``loose`` are figures outside rows, ``others`` counts all other cells that are in no row;
    ``extra`` are rows of a table, by its key, whose label no form has.
    ``padded`` tells that lines without figures are filled up with empty cells to the width
    of the others; ``spaced`` that empty cells stand between the labels of a header.
    ``flush`` are the tables of which a header reaches the last column of the grid, so that
    their rows end there too.
    """

    entries: tuple[Entry, ...]
    labels: tuple[Term, ...]
    loose: tuple[Located, ...]
    others: int
    extra: tuple[tuple[str, Row], ...]
    used: tuple[Place, ...]
    padded: bool
    spaced: bool
    flush: frozenset[str]


class _Run(NamedTuple):
    """Labels that stand side by side, and the values behind the last of them.

    ``width`` counts the cells of the whole row, ``behind`` those up to its values; ``spaced``
    tells that empty cells stand between the labels.
    """

    labels: Row
    values: Row
    width: int
    behind: int = 0
    spaced: bool = False


class _Read(NamedTuple):
    """A run with what its labels mean where it stands, and its values as an entry, if they are."""

    run: _Run
    terms: tuple[Term, ...]
    labels: tuple[Term, ...]
    context: Context
    entry: Entry | None

    @property
    def is_outside(self) -> bool:
        """Whether the run is no part of a table: it has no label, and is no line of values."""
        return self.entry is None and not self.run.labels

    @property
    def is_header(self) -> bool:
        """Whether the last label of the run is that of a column."""
        return self.entry is None and bool(self.terms) and self.terms[0].role is Role.COLUMN

    @property
    def is_above(self) -> bool:
        """Whether the run stands above rows, in a table."""
        return self.entry is None and bool(self.labels) and self.labels[-1].role is not Role.SECTION


def entries_of(grid: Grid) -> Shown:
    """The lines of a grid that stand under labels of the forms, in their order."""
    reads = list(_reads(grid))
    outside = [read for read in reads if read.is_outside]
    known = [read.run for read in reads if not read.is_outside]
    headers = [read for read in reads if read.is_header]
    heads = _heads(headers)
    loose = (
        cell for read in reads if read.is_outside or read.is_header for cell in read.run.values
    )
    widest = max(map(len, grid), default=0)
    return Shown(
        entries=tuple(_with_head(read.entry, read.run, heads) for read in reads if read.entry),
        labels=tuple(term for read in reads for term in read.labels),
        loose=tuple(cell for cell in loose if cell[2].sort is Sort.NUMBER),
        others=sum(cell[2] is not BLANK for read in outside for cell in read.run.values),
        extra=tuple(
            (read.context.table, read.run.values) for read in outside if _is_extra_row(read)
        ),
        used=tuple(map(_place, known)),
        padded=any(_ends_empty(read.run) for read in reads if read.is_above),
        spaced=any(run.spaced for run in known),
        flush=frozenset(
            read.context.table
            for read in headers
            if not read.run.values and read.run.width == widest
        ),
    )


def _reads(grid: Grid) -> Iterator[_Read]:
    """The runs of a grid, each as what stands above it tells."""
    context = Context()
    for run in (run for row in grid for run in _runs(row)):
        terms: tuple[Term, ...] = ()
        labels = []
        for label in run.labels:
            context, terms = context.behind(label, terms)
            if label[2] is not BLANK:
                labels.append(terms[0])
        read = _Read(run, terms, tuple(labels), context, _entry(run, terms, context))
        yield read
        if read.is_outside:
            context = context.below(run.values)
        elif read.is_above:
            context = context.beside(run.values)
        elif run.values:
            context = context.below(run.values[-1:])


def _is_extra_row(read: _Read) -> bool:
    """Whether a run outside rows has a label of its own, and figures behind it."""
    words, cells = read.run.values[:1], read.run.values[1:]
    is_labelled = any(_is_words(cell) and cell[1] - cell[0] <= _LONGEST_LABEL for cell in words)
    has_figures = any(cell[2].sort in FIGURES for cell in cells)
    in_table = bool(read.context.header.cells)
    return in_table and is_labelled and has_figures and not any(map(_is_words, cells))


def _place(run: _Run) -> Place:
    first, last = run.labels or run.values, run.values or run.labels
    return first[0][0], last[-1][1]


def _ends_empty(run: _Run) -> bool:
    return bool(run.values) and run.values[-1][2] is BLANK


_Heads = Mapping[tuple[str, int], int]
"""Where in rows of a table and a width the first column stands, as headers tell."""


def _heads(headers: Iterable[_Read]) -> _Heads:
    keyed = (((read.context.table, read.run.width), _first_column(read.run)) for read in headers)
    return map_reduce(keyed, itemgetter(0), itemgetter(1), min)


def _with_head(entry: Entry, run: _Run, heads: _Heads) -> Entry:
    head = heads.get((entry.table, run.width))
    return entry if head is None else entry._replace(head=head - run.behind)


def _first_column(run: _Run) -> int:
    """The place in its row of the first label of a run that names a column."""
    first = run.behind - len(run.labels)
    columns = (at for at, label in enumerate(run.labels, first) if _names_column(label))
    return next(columns, run.width)


def _names_column(label: Located) -> bool:
    return any(term.role is Role.COLUMN for term in label[2].terms)


def _entry(run: _Run, terms: tuple[Term, ...], context: Context) -> Entry | None:
    """The run as values of a row, if it is one."""
    values = run.values if run.labels else list(dropwhile(_is_words, run.values))
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


def _is_words(cell: Located) -> bool:
    return cell[2].sort is Sort.TEXT


def _is_whole_or_has_figures(values: Row, table: str) -> bool:
    whole = len(values) >= ONE_LINE[table]
    return whole or sum(cell[2].sort in FIGURES for cell in values) >= _FEWESTFIGURES


def _without_repeats(values: Row, header: Header) -> tuple[Row, Header]:
    """Values and header without the cells that only repeat the one they were merged with.

    Some tools print a merged cell once for each column that it spans.
    """
    same = [_says_the_same(one, other) for one, other in pairwise(values)]
    if any(repeat and not alike for repeat, alike in zip(header.repeats, same, strict=True)):
        return values, header
    kept = [True, *(not repeat for repeat in header.repeats)]
    cells = tuple(compress(header.cells, kept))
    return list(compress(values, kept)), attrs.evolve(header, cells=cells)


def _says_the_same(one: Located, other: Located) -> bool:
    """Whether two cells say the same; blanks around a figure make no other one of it."""
    number = one[2].number
    return one[2] is other[2] or (number is not None and number == other[2].number)


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
