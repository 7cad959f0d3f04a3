"""What a grid shows of the forms: entries with their values, and the runs beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, pairwise

import attrs

from ..labels.marks import BLANK, Sort
from ..labels.vocabulary import Term
from ..layouts.grid import Located, Row, is_figure
from ..text.counting import are_consecutive
from ..text.source import Place
from .context import ONE_LINE
from .entries import Beside, Entry
from .runs import Heads, Run


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
