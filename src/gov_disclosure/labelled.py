"""Grids as lines under labels: which row of a form each line of values stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress, dropwhile, pairwise
from operator import itemgetter
from typing import NamedTuple

import attrs
from more_itertools import map_reduce

from .context import ONE_LINE, TELLING, Context, Header
from .grid import Grid, Located, Row
from .marks import BLANK, FIGURES, Mark, Sort
from .runs import Run, runs_of
from .source import Place
from .vocabulary import Role, Term

_NO_VALUES = frozenset({Sort.BLANK, Sort.UNIT})
_LONGEST_LABEL = 60
"""Longer words are prose."""

_FEWEST_FIGURES = 2
"""A single figure below a header of many columns is a page's number, or a note's."""


class Entry(NamedTuple):
    """Values behind a label; a tuple, as there is one for every row.

    ``terms`` are the rows that the label can mean; there are none for a line of values that
    stands by itself, under the header of a table which prints all its rows side by side.
    ``place`` is that of the label, ``whole`` that of all its run, and ``labels`` are what all
    labels of the run mean.  ``filled`` are the values that are not empty, ``money`` is the unit
    of money that a cell of its own prints; such a cell is no value.  ``unit_behind`` tells
    whether a unit stands behind the last value or before it; None if there is none, or no value.
    ``width`` counts the cells of the whole row of the grid, ``behind`` those before the values;
    ``spaced`` tells that empty cells stand between the labels.
    """

    table: str
    terms: tuple[Term, ...]
    place: Place
    values: Row
    filled: Row
    header: Header
    whole: Place
    labels: Sequence[Term] = ()
    money: str | None = None
    unit_behind: bool | None = None
    width: int = 0
    behind: int = 0
    spaced: bool = False


@attrs.frozen
class Shown:
    """What a grid shows of the forms.

    ``loose`` are figures outside rows, ``others`` counts all other cells that are in no row;
    ``extra`` are rows of a table, by its key, whose label no form has.
    ``padded`` tells that lines without figures are filled up with empty cells to the width
    of the others; ``spaced`` that empty cells stand between the labels of a header.
    ``flush`` are the tables of which a header reaches the last column of the grid, with its
    width: rows as wide end there too.  ``heads`` are where in rows of a table, and of a width,
    the first column stands, as headers tell.
    """

    entries: tuple[Entry, ...]
    labels: tuple[Term, ...]
    loose: tuple[Located, ...]
    others: int
    extra: tuple[tuple[str, Row], ...]
    used: tuple[Place, ...]
    padded: bool
    spaced: bool
    flush: frozenset[tuple[str, int]]
    heads: Mapping[tuple[str, int], int]

    def head_of(self, entry: Entry) -> int | None:
        """Where among its values the label of the first column stands above, if that is told."""
        head = self.heads.get((entry.table, entry.width)) if self.heads else None
        return None if head is None else head - entry.behind


class _Beside(NamedTuple):
    """A run that is no row of a table, with what its labels mean where it stands."""

    run: Run
    terms: tuple[Term, ...]
    labels: Sequence[Term]
    context: Context

    @property
    def is_outside(self) -> bool:
        """Whether the run is no part of a table, as it has no label."""
        return not self.run.labels

    @property
    def is_header(self) -> bool:
        """Whether the last label of the run is that of a column."""
        return bool(self.terms) and self.terms[0].role is Role.COLUMN

    @property
    def is_above(self) -> bool:
        """Whether the run stands above rows, in a table."""
        return bool(self.labels) and self.labels[-1].role is not Role.SECTION

    @property
    def spaced(self) -> bool:
        """Whether empty cells stand between its labels."""
        return self.run.spaced

    @property
    def whole(self) -> Place:
        """Where all of the run stands."""
        return self.run.whole


def entries_of(grid: Grid) -> Shown:
    """The lines of a grid that stand under labels of the forms, in their order."""
    reads = list(_reads(grid))
    entries = tuple([read for read in reads if isinstance(read, Entry)])
    beside = [read for read in reads if isinstance(read, _Beside)]
    outside = [read for read in beside if read.is_outside]
    headers = [read for read in beside if read.is_header]
    in_tables = [read for read in reads if read.labels or isinstance(read, Entry)]
    unnamed = [read for read in beside if read.is_outside or read.is_header]
    widest = max(map(len, grid), default=0)
    return Shown(
        entries=entries,
        labels=tuple([term for read in reads for term in read.labels]),
        loose=tuple([c for read in unnamed for c in read.run.values if c[2].sort is Sort.NUMBER]),
        others=sum(cell[2] is not BLANK for read in outside for cell in read.run.values),
        extra=tuple(
            [(read.context.table, read.run.values) for read in outside if _is_extra_row(read)]
        ),
        used=tuple([read.whole for read in in_tables]),
        padded=any(_ends_empty(read.run) for read in beside if read.is_above),
        spaced=any(read.spaced for read in in_tables),
        flush=frozenset(
            (read.context.table, widest)
            for read in headers
            if not read.run.values and read.run.width == widest
        ),
        heads=_heads(headers),
    )


def _reads(grid: Grid) -> Iterator[Entry | _Beside]:
    """The runs of a grid, each as what stands above it tells."""
    context = Context()
    for run in chain.from_iterable(map(runs_of, grid)):
        context, terms, labels = context.behind(run.labels)
        entry = _entry(run, terms, labels, context)
        if entry is not None:
            yield entry
            if run.values and run.values[-1][2].sort in TELLING:
                context = context.below(run.values[-1:])
            continue
        beside = _Beside(run, terms, labels, context)
        yield beside
        if beside.is_above:
            context = context.beside(run.values)
        else:
            context = context.below(run.values if beside.is_outside else run.values[-1:])


def _is_extra_row(read: _Beside) -> bool:
    """Whether a run outside rows has a label of its own, and figures behind it."""
    words, cells = read.run.values[:1], read.run.values[1:]
    is_labelled = any(_is_words(cell) and cell[1] - cell[0] <= _LONGEST_LABEL for cell in words)
    has_figures = any(cell[2].sort in FIGURES for cell in cells)
    in_table = bool(read.context.header.cells)
    return in_table and is_labelled and has_figures and not any(map(_is_words, cells))


def _ends_empty(run: Run) -> bool:
    return bool(run.values) and run.values[-1][2] is BLANK


def _heads(headers: Iterable[_Beside]) -> Mapping[tuple[str, int], int]:
    keyed = (((read.context.table, read.run.width), _first_column(read.run)) for read in headers)
    return map_reduce(keyed, itemgetter(0), itemgetter(1), min)


def _first_column(run: Run) -> int:
    """The place in its row of the first label of a run that names a column."""
    first = run.behind - len(run.labels)
    columns = (at for at, label in enumerate(run.labels, first) if _names_column(label))
    return next(columns, run.width)


def _names_column(label: Located) -> bool:
    return any(term.role is Role.COLUMN for term in label[2].terms)


def _entry(
    run: Run, terms: tuple[Term, ...], labels: Sequence[Term], context: Context
) -> Entry | None:
    """The run as values of a row, if it is one."""
    table, header, values = context.table, context.header, run.values
    is_row = bool(terms) and terms[0].role is Role.ROW
    if table in ONE_LINE:
        values = values if run.labels else list(dropwhile(_is_words, values))
        if not header.cells or not _is_whole_or_has_figures(values, table):
            return None
    elif not is_row:
        return None
    if header.repeats and len(header.cells) == len(values):
        values, header = _without_repeats(values, header)
    filled = [cell for cell in values if cell[2].sort not in _NO_VALUES]
    money = unit_behind = None
    if len(filled) < len(values):
        units = [cell[2] for cell in values if cell[2].sort is Sort.UNIT]
        if len(units) > 1:
            return None
        if units:
            money = units[0].money
            unit_behind = _is_behind(units[0], values, filled)
            values = [cell for cell in values if cell[2].sort is not Sort.UNIT]
    return Entry(
        table=table,
        terms=terms if is_row else (),
        place=(run.labels[-1] if is_row else run.values[0])[:2],
        values=values,
        filled=filled,
        header=header,
        whole=run.whole,
        labels=labels,
        money=money,
        unit_behind=unit_behind,
        width=run.width,
        behind=run.behind,
        spaced=run.spaced,
    )


def _is_behind(unit: Mark, values: Row, filled: Row) -> bool | None:
    """Whether a unit stands behind the last of the values, if there are any."""
    if not filled:
        return None
    return next(cell[2] is unit for cell in reversed(values) if cell[2] is not BLANK)


def _is_words(cell: Located) -> bool:
    return cell[2].sort is Sort.TEXT


def _is_whole_or_has_figures(values: Row, table: str) -> bool:
    whole = len(values) >= ONE_LINE[table]
    return whole or sum(cell[2].sort in FIGURES for cell in values) >= _FEWEST_FIGURES


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
