"""What a grid shows of the forms: rows with their values, and what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, pairwise
from typing import NamedTuple

import attrs

from ..labels.marks import BLANK, FIGURES, GLOSSED, LONGEST_NAME, NO_LABELS, Sort
from ..labels.vocabulary import OF_CELLS, Role, Term
from ..layouts.grid import Located, Row, is_blank
from ..text.counting import are_consecutive
from ..text.source import Place
from .context import ONE_LINE, Context, Header
from .heads import Heads
from .runs import Run

_NO_VALUES = frozenset({Sort.BLANK, Sort.UNIT})


class Entry(NamedTuple):
    """Values behind a label; a tuple, as there is one for every row.

    ``terms`` are the rows that the label can mean; there are none for a line of values that
    stands by itself, under the header of a table which prints all its rows side by side.
    ``labels`` are what all labels of the run mean.  ``values`` are those of the run, but for what
    is none: a unit in a cell of its own, and the cells of repeated columns.  ``filled`` are the
    values that are not empty, ``money`` is the unit of money that a cell of its own prints, or a
    note below all rows; ``money_below`` what a line below it names, above others.
    ``unit_behind`` tells whether a unit stands behind the last value or before it; None if there
    is none, or no value.
    """

    run: Run
    table: str
    terms: tuple[Term, ...]
    values: Row
    filled: Row
    header: Header
    labels: Sequence[Term] = ()
    money: str | None = None
    unit_behind: bool | None = None
    money_below: str | None = None

    @property
    def place(self) -> Place:
        """Where its label stands; its first value, if it has none."""
        is_labelled = self.terms and self.run.labels
        return (self.run.labels[-1] if is_labelled else self.run.values[0])[:2]

    @property
    def named_money(self) -> str | None:
        """The unit of money that its label names."""
        return self.run.labels[-1][2].money if self.terms and self.run.labels else None


class Beside(NamedTuple):
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
    def is_no_row(self) -> bool:
        """Whether the run is no row, though a label of a table stands in it, and none above it."""
        return bool(self.terms) and self.terms[0].role in OF_CELLS

    @property
    def is_above_rows(self) -> bool:
        """Whether the last label of the run is that of a group of rows."""
        return bool(self.terms) and self.terms[0].role is Role.HEADING

    @property
    def is_sentence(self) -> bool:
        """Whether words go on from the label of a group of rows, perhaps with figures behind."""
        return self.is_above_rows and any(c[2].sort in NO_LABELS for c in self.run.values[:1])

    @property
    def is_extra_row(self) -> bool:
        """Whether it is a row of a table that no form has: a label of its own, and figures."""
        words, cells = self.run.values[:1], self.run.values[1:]
        if not (self.is_outside and self.context.header.cells and cells):
            return False
        is_labelled = any(map(_may_name, words))
        has_figures = any(cell[2].sort in FIGURES for cell in cells)
        return is_labelled and has_figures and not any(map(is_words, cells))

    @property
    def is_of_section(self) -> bool:
        """Whether the run is the heading of a section, with nothing behind it."""
        return bool(self.terms) and self.terms[0].role is Role.SECTION and not self.run.values

    @property
    def is_above(self) -> bool:
        """Whether the run stands above rows, in a table."""
        return bool(self.labels) and self.labels[-1].role is not Role.SECTION


@attrs.frozen
class Shown:
    """What a grid shows of the forms: its runs in order, and those of them that are entries.

    ``widest`` is how many cells its widest row has.
    """

    reads: Sequence[Entry | Beside]
    entries: Sequence[Entry]
    widest: int

    @cached_property
    def labels(self) -> Sequence[Term]:
        """What its labels mean."""
        return [term for read in self.reads for term in read.labels]

    @cached_property
    def loose(self) -> Row:
        """The figures outside rows: behind no label, or that of a column, or a group of rows.

        Or a single one before the label of a row that has none behind it, or before a heading; or
        several in one cell right below such a row.
        """
        figures = list(chain.from_iterable(map(_outside_rows, self.reads)))
        return [*figures, *self._numbered, *self._below_empty_rows]

    @cached_property
    def alone(self) -> int:
        """How many of these there are, those behind a sentence counted as one.

        They are no row that has moved away from its label.
        """
        behind = [sum(map(is_figure, r.run.values)) for r in self._beside if r.is_sentence]
        return len(self.loose) - sum(count - 1 for count in behind if count)

    @cached_property
    def in_parts(self) -> int:
        """How many figures stand in lines that may be parts of one row: none is as long as it is.

        They are lines of a table that prints all its rows side by side.
        """
        lines = [entry for entry in self.entries if not entry.terms]
        parts = [len(e.filled) for e in lines if len(e.values) < ONE_LINE[e.table]]
        return sum(parts) if len(parts) > 1 else 0

    @cached_property
    def _numbered(self) -> Row:
        """The labels of rows without figures that have a number before their words.

        It may be the row's figure, unless such numbers just count the rows.
        """
        labels = [entry.run.labels[-1] for entry in self.entries if entry.run.labels]
        numbered = [label for label in labels if label[2].before is not None]
        if not numbered or are_consecutive([mark.before for _, _, mark in numbered]):
            return []
        empty = {e.run.labels[-1][0] for e in self.entries if e.run.labels and not e.filled}
        return [label for label in numbered if label[0] in empty]

    @property
    def _below_empty_rows(self) -> Iterator[Located]:
        """The cells with several figures that stand right below rows without any."""
        for above, read in pairwise(self.reads):
            if isinstance(above, Entry) and not above.filled and _is_outside(read):
                yield from filter(_has_several, read.run.values)

    @property
    def headed(self) -> Row:
        """The figures right behind the labels of columns."""
        return [c for read in self._headers for c in read.run.values if is_figure(c)]

    @property
    def others(self) -> int:
        """How many other cells say something that are in no row; behind labels, figures do."""
        outside = sum(not is_blank(cell) for read in self._outside for cell in read.run.values)
        beside = (read for read in self._beside if read.run.labels)
        return outside + sum(is_figure(cell) for read in beside for cell in read.run.values)

    @property
    def extra(self) -> Iterator[tuple[str, Row]]:
        """The rows of a table, by its key, whose label no form has."""
        rows = (read for read in self._beside if read.is_extra_row)
        return ((read.context.table, read.run.values) for read in rows)

    @property
    def used(self) -> Iterator[Place]:
        """Where its rows and the labels above them stand."""
        return (read.run.whole for read in self._in_tables)

    @property
    def padded(self) -> bool:
        """Whether lines without figures are filled up with empty cells to the width of others."""
        return any(_ends_empty(read.run) for read in self._beside if read.is_above)

    @property
    def spaced(self) -> bool:
        """Whether empty cells stand between the labels of a header."""
        return any(read.run.spaced for read in self._in_tables)

    def head_of(self, entry: Entry) -> int | None:
        """Where among its values the label of the first column stands above, if that is told."""
        columns = self._heads.columns(entry.table, entry.header.cells, entry.run.width)
        if columns is None:
            return None
        units = len(entry.run.values) - len(entry.values) if entry.unit_behind is False else 0
        return columns[0] - entry.run.behind - units

    def is_compact(self, entry: Entry, due: int) -> bool:
        """Whether headers as wide as its row leave no room for cells that are of no column."""
        wide = entry.run.width
        columns = self._heads.columns(entry.table, entry.header.cells, wide)
        return columns is not None and due in (wide, columns[1] - columns[0] + 1)

    @property
    def _beside(self) -> Iterator[Beside]:
        return (read for read in self.reads if isinstance(read, Beside))

    @property
    def _outside(self) -> Iterator[Beside]:
        return (read for read in self._beside if read.is_outside)

    @property
    def _headers(self) -> Iterator[Beside]:
        return (read for read in self._beside if read.is_header)

    @property
    def _in_tables(self) -> Iterator[Entry | Beside]:
        return (read for read in self.reads if read.labels or isinstance(read, Entry))

    @cached_property
    def _heads(self) -> Heads:
        return Heads([(read.context.table, read.run) for read in self._headers])


def _is_outside(read: Entry | Beside) -> bool:
    return isinstance(read, Beside) and read.is_outside


def _outside_rows(read: Entry | Beside) -> Iterator[Located]:
    """The figures of a read that are in no row.

    Several in one cell may number pages or columns, but not right behind a label.
    """
    if isinstance(read, Entry):
        return filter(is_figure, () if read.filled else read.run.before)
    if read.is_of_section:
        return filter(is_figure, read.run.before)
    if read.is_no_row or read.is_above_rows:
        return (cell for cell in read.run.values if is_figure(cell) or _has_several(cell))
    return filter(is_figure, read.run.values if read.is_outside else ())


def _has_several(cell: Located) -> bool:
    """Whether a cell has several figures, and not just dashes."""
    return cell[2].several > 0 and cell[2].sort is not Sort.DASH


def _ends_empty(run: Run) -> bool:
    return bool(run.values) and run.values[-1][2] is BLANK


def filled_of(values: Row) -> Row:
    """The values that are not empty."""
    return [cell for cell in values if cell[2].sort not in _NO_VALUES]


def is_figure(cell: Located) -> bool:
    """Whether a cell is a number."""
    return cell[2].sort is Sort.NUMBER


def _may_name(cell: Located) -> bool:
    """Whether a cell is words that are short enough for a label, but for a gloss in brackets."""
    return is_words(cell) and (cell[1] - cell[0] <= LONGEST_NAME or cell[2] is GLOSSED)


def is_words(cell: Located) -> bool:
    """Whether a cell is words that say nothing known."""
    return cell[2].is_words
