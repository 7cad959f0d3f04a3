"""What a grid shows of the forms: entries with their values, and the runs beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, pairwise
from typing import NamedTuple

import attrs
from more_itertools import lstrip

from ..labels.marks import BLANK, FIGURES, GLOSSED, NO_LABELS, Sort
from ..labels.vocabulary import OF_CELLS, Role, Term
from ..labels.wordings import LONGEST_NAME
from ..layouts.grid import Located, Row, is_blank
from ..text.counting import are_consecutive
from ..text.source import Place
from .context import ONE_LINE, Context
from .header import Header
from .runs import Heads, Run

_NO_VALUES = frozenset({Sort.BLANK, Sort.UNIT})


class Entry(NamedTuple):
    """The values behind a label of the form; a tuple for speed, as there is one for every row.

    ``terms`` are the rows that the label can mean; empty for a line of values without a label,
    under the header of a table that prints all its rows side by side.  ``labels`` are the meanings
    of all labels of the run.  ``values`` are those of the run, without a unit in a cell of its own
    and without repeated columns; ``filled`` are those that are not empty.  ``money`` is the unit of
    money in a cell of its own or in a note below all rows, ``money_below`` the one that a line
    below names although other rows follow.  ``unit_behind`` says whether a unit stands behind the
    last value or before it; None without a unit or without values.
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
        """Where its label stands, or its first value if it has no label."""
        is_labelled = self.terms and self.run.labels
        return (self.run.labels[-1] if is_labelled else self.run.values[0])[:2]

    @property
    def named_money(self) -> str | None:
        """The unit of money that its label names."""
        return self.run.labels[-1][2].money if self.terms and self.run.labels else None


class Beside(NamedTuple):
    """A run that is no row of the form, with the meaning of its labels at its position."""

    run: Run
    terms: tuple[Term, ...]
    labels: Sequence[Term]
    context: Context

    @property
    def is_outside(self) -> bool:
        """Whether the run has no label, and so is no part of a table."""
        return not self.run.labels

    @property
    def is_header(self) -> bool:
        """Whether the last label of the run is that of a column."""
        return bool(self.terms) and self.terms[0].role is Role.COLUMN

    @property
    def is_no_row(self) -> bool:
        """Whether the run has a label of a table but is no row."""
        return bool(self.terms) and self.terms[0].role in OF_CELLS

    @property
    def is_above_rows(self) -> bool:
        """Whether the last label of the run is that of a group of rows."""
        return bool(self.terms) and self.terms[0].role is Role.HEADING

    @property
    def is_sentence(self) -> bool:
        """Whether words follow the label of a group of rows, perhaps with figures behind."""
        return self.is_above_rows and any(c[2].sort in NO_LABELS for c in self.run.values[:1])

    @property
    def own_values(self) -> Row:
        """Its values without the empty cells before them, which labels of groups may cover."""
        return list(lstrip(self.run.values, is_blank))

    @property
    def is_extra_row(self) -> bool:
        """Whether the run is a row that no form has: words in the place of a label, and figures."""
        if not (self.is_outside and self.context.header.cells):
            return False
        words, cells = self.own_values[:1], self.own_values[1:]
        is_labelled = any(map(_may_be_a_label, words))
        has_figures = any(cell[2].sort in FIGURES for cell in cells)
        return is_labelled and has_figures and not any(map(is_words, cells))

    @property
    def is_of_section(self) -> bool:
        """Whether the run is the heading of a section with nothing behind it."""
        return bool(self.terms) and self.terms[0].role is Role.SECTION and not self.run.values

    @property
    def is_above(self) -> bool:
        """Whether the run stands above rows, within a table."""
        return bool(self.labels) and self.labels[-1].role is not Role.SECTION


@attrs.frozen
class Shown:
    """What a grid shows of the forms: all its runs in order, and the entries among them.

    ``widest`` is the number of cells in its widest row.
    """

    reads: Sequence[Entry | Beside]
    entries: Sequence[Entry]
    widest: int

    @cached_property
    def labels(self) -> Sequence[Term]:
        """The meanings of all its labels."""
        return [term for read in self.reads for term in read.labels]

    @cached_property
    def loose(self) -> Row:
        """The figures outside rows: behind no label, or behind that of a column or a group of rows.

        Also a single figure before the label of an empty row or before a heading, and several
        figures in one cell right below an empty row.
        """
        figures = list(chain.from_iterable(map(_figures_outside_rows, self.reads)))
        return [*figures, *self._numbered_labels, *self._below_empty_rows]

    @cached_property
    def alone(self) -> int:
        """The number of loose figures, those behind one sentence counted as one.

        They are no row that was torn off its label.
        """
        behind = [sum(map(is_figure, r.run.values)) for r in self._beside if r.is_sentence]
        return len(self.loose) - sum(count - 1 for count in behind if count)

    @cached_property
    def in_parts(self) -> int:
        """The number of figures on lines that may be pieces of one row of a one-line table."""
        lines = [entry for entry in self.entries if not entry.terms]
        parts = [len(e.filled) for e in lines if len(e.values) < ONE_LINE[e.table]]
        return sum(parts) if len(parts) > 1 else 0

    @cached_property
    def _numbered_labels(self) -> Row:
        """The labels of empty rows that begin with a number, which may be the row's figure.

        If the numbers of all such labels count up, they only number the rows.
        """
        labels = [entry.run.labels[-1] for entry in self.entries if entry.run.labels]
        numbered = [label for label in labels if label[2].before is not None]
        if not numbered or are_consecutive([mark.before for _, _, mark in numbered]):
            return []
        empty = {e.run.labels[-1][0] for e in self.entries if e.run.labels and not e.filled}
        return [label for label in numbered if label[0] in empty]

    @property
    def _below_empty_rows(self) -> Iterator[Located]:
        """The cells with several figures right below empty rows."""
        for above, read in pairwise(self.reads):
            if isinstance(above, Entry) and not above.filled and _is_outside(read):
                yield from filter(_has_several, read.run.values)

    @property
    def headed(self) -> Row:
        """The figures right behind the labels of columns."""
        return [c for read in self._headers for c in read.run.values if is_figure(c)]

    @property
    def others(self) -> int:
        """The number of other cells outside rows that say something; behind labels, of figures."""
        outside = [
            cell for read in self._outside for cell in read.run.values if cell[2] is not BLANK
        ]
        beside = (read for read in self._beside if read.run.labels)
        return len(outside) + sum([is_figure(cell) for read in beside for cell in read.run.values])

    @cached_property
    def extra(self) -> Sequence[tuple[str, Row]]:
        """The rows that no form has, each with the key of its table."""
        rows = (read for read in self._beside if read.is_extra_row)
        return [(read.context.table, read.own_values) for read in rows]

    @property
    def used(self) -> Sequence[Place]:
        """The places of its rows and of the labels above them."""
        return [read.run.whole for read in self._in_tables]

    @property
    def padded(self) -> bool:
        """Whether empty cells fill lines without figures up to the width of the others."""
        return any(_ends_empty(read.run) for read in self._beside if read.is_above)

    @property
    def spaced(self) -> bool:
        """Whether empty cells stand between the labels of a header."""
        return any(read.run.spaced for read in self._in_tables)

    def head_of(self, entry: Entry) -> int | None:
        """Where among its values the label of the first column stands above; None if not known."""
        columns = self._heads.columns(entry.table, entry.header.cells, entry.run.width)
        if columns is None:
            return None
        units = len(entry.run.values) - len(entry.values) if entry.unit_behind is False else 0
        return columns[0] - entry.run.behind - units

    def is_compact(self, entry: Entry, due: int) -> bool:
        """Whether headers as wide as the row leave no room for cells that belong to no column."""
        wide = entry.run.width
        columns = self._heads.columns(entry.table, entry.header.cells, wide)
        return columns is not None and due in (wide, columns[1] - columns[0] + 1)

    @cached_property
    def _beside(self) -> Sequence[Beside]:
        return [read for read in self.reads if isinstance(read, Beside)]

    @property
    def _outside(self) -> Sequence[Beside]:
        return [read for read in self._beside if not read.run.labels]

    @property
    def _headers(self) -> Sequence[Beside]:
        return [read for read in self._beside if read.is_header]

    @property
    def _in_tables(self) -> Sequence[Entry | Beside]:
        return [read for read in self.reads if read.labels or isinstance(read, Entry)]

    @cached_property
    def _heads(self) -> Heads:
        return Heads([(read.context.table, read.run) for read in self._headers])


def _is_outside(read: Entry | Beside) -> bool:
    return isinstance(read, Beside) and read.is_outside


def _figures_outside_rows(read: Entry | Beside) -> Iterator[Located]:
    """The figures of a run that are in no row.

    Several figures in one cell may number pages or columns, unless they stand right behind a label.
    """
    if isinstance(read, Entry):
        return filter(is_figure, () if read.filled else read.run.before)
    if read.is_of_section:
        return filter(is_figure, read.run.before)
    if read.is_no_row or read.is_above_rows:
        return (cell for cell in read.run.values if is_figure(cell) or _has_several(cell))
    return filter(is_figure, read.run.values if read.is_outside else ())


def _has_several(cell: Located) -> bool:
    """Whether a cell holds several figures, not just dashes."""
    return cell[2].several > 0 and cell[2].sort is not Sort.DASH


def _ends_empty(run: Run) -> bool:
    return bool(run.values) and run.values[-1][2] is BLANK


def filled_of(values: Row) -> Row:
    """The values that are not empty."""
    return [cell for cell in values if cell[2].sort not in _NO_VALUES]


def is_figure(cell: Located) -> bool:
    """Whether a cell is a number."""
    return cell[2].sort is Sort.NUMBER


def _may_be_a_label(cell: Located) -> bool:
    """Whether a cell is words short enough to be a label, or explained in brackets."""
    return is_words(cell) and (cell[1] - cell[0] <= LONGEST_NAME or cell[2] is GLOSSED)


def is_words(cell: Located) -> bool:
    """Whether a cell is words without a known meaning."""
    return cell[2].is_words
