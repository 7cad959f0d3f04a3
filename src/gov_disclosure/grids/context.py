"""The position of a reader in a grid: which table of the form it is in, and under which header."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import attrs
from more_itertools import rstrip

from ..declare import Form
from ..forms import tables_of
from ..labels.marks import BLANK, NO_LABELS, TEXT, Sort
from ..labels.money import IN_NOTES
from ..labels.vocabulary import ABOVE_FIGURES, Role, Term
from ..layouts.grid import Located, Row, is_blank
from ..tables import TABLES
from .header import Header

ONE_LINE = {
    table.key: max(
        len(printed.addresses())
        for form in Form
        for printed in tables_of(form)
        if printed.key == table.key
    )
    for table in TABLES
    if table.one_line
}
"""The tables that print all their rows side by side, with the number of cells in that line."""

WORDS_AND_UNITS = NO_LABELS | {Sort.UNIT}
"""Cells among figures that may say something about the columns: words and units."""

_OF_ROWS = frozenset({Role.ROW, Role.HEADING})


class Context(NamedTuple):
    """The position of a reader in a grid: which table of the form it is in, under which header.

    The labels that are read move it through three states::

        outside      table == ""       no label of a table yet; a unit of money may be announced
            |  caption, corner, heading or column label
        above rows   in_rows is False  labels of columns, and words among them, extend the header
            |  row label               (in a table of one line, its rows are labels of the header)
        in rows      in_rows is True   row labels follow each other under the same header
            |  column label            begins a new header: back to "above rows"

    A row label leads to "in rows" from any state, a caption or corner begins a new header in any
    state, and a label of another table enters that table.  ``announced`` is the unit of money that
    a line of its own prints before headers.  ``left`` is the table whose rows were left for a row
    of another table, with its header: an agency may have added that row, and the table go on.
    """

    table: str = ""
    header: Header = Header()
    in_rows: bool = False
    announced: str | None = None
    left: tuple[str, Header] | None = None

    def behind(
        self, labels: Row, before: Sequence[Located] = ()
    ) -> tuple[Context, tuple[Term, ...], Sequence[Term]]:
        """Return the position behind labels side by side, what the last means, and each of them.

        An empty cell among labels means nothing by itself.  What stands above figures in another
        table is, right behind the corner, a word for a column of this one: ``信息内容 | 数量``.
        ``before`` is what stands before the labels on their line.
        """
        context = self
        terms: tuple[Term, ...] = ()
        said: list[Term] = []
        columns: list[Located] = []
        is_first = all(map(is_blank, before))
        for label in labels:
            mark = label[2]
            if mark is BLANK:
                columns.append(label)
                continue
            terms = _terms_meant(mark.terms, context.table, context.in_rows)
            is_next = is_first and context._is_behind_corner
            if is_next and context._is_above_figures_of_another(terms[0]):
                columns.append((*label[:2], TEXT))
                continue
            said.append(terms[0])
            if context._continues_with(terms[0]):
                columns.append(label)
            else:
                begins_row = terms[0].role is Role.ROW and terms[0].table not in ONE_LINE
                own = list(rstrip(columns, is_blank)) if columns and begins_row else columns
                context = context._with_columns(own)._after_label(label, terms[0])
                columns = []
        return context._with_columns(columns), terms, said

    def _continues_with(self, term: Term) -> bool:
        """Whether a label is a further column of the header, or a further row below it."""
        if term.table != self.table:
            return False
        if self.in_rows:
            return term.role is Role.ROW and self.table not in ONE_LINE
        return term.role is Role.COLUMN

    @property
    def _is_behind_corner(self) -> bool:
        """Whether the next label is the first behind the corner of a table."""
        return not self.in_rows and self.header.is_whole and not self.header.cells

    def _is_above_figures_of_another(self, term: Term) -> bool:
        """Whether a label stands above figures, not units, in another table than the header's."""
        is_above_figures = term.role in ABOVE_FIGURES and IN_NOTES not in term.label
        return is_above_figures and term.table != self.table

    def _with_columns(self, cells: Row) -> Context:
        """Add labels, and the empty cells between them, to the header."""
        if not cells or self.in_rows:
            return self
        return self.with_header(self.header.with_cells(*cells))

    def _after_label(self, label: Located, term: Term) -> Context:
        """Return the position behind a label."""
        if self.left is not None and self.left[0] == term.table and term.role in _OF_ROWS:
            return Context(*self.left, True, self.announced)._after_label(label, term)
        same = term.table == self.table
        above = self.header if same else Header(line=self.header.line)
        match term.role:
            case Role.ROW | Role.HEADING if term.table in ONE_LINE:
                anew = self.in_rows and above.owner is not None
                return self._above_rows_of(
                    term.table, (Header() if anew else above).with_group(term)
                )
            case Role.ROW:
                return self._in_rows_of(term.table, above)
            case Role.COLUMN:
                begun = Header(money=self.announced) if self.in_rows else self.header
                return self._above_rows_of(term.table, begun.with_cells(label))
            case Role.HEADING if same:
                return self
            case Role.HEADING if self.header.cells and not self.in_rows:
                return self.with_header(self.header.with_cells(label))
            case Role.HEADING:
                return self._above_rows_of(term.table, Header())
            case _:
                return self._above_rows_of(term.table, self._header_begun_by(label, term))

    def _in_rows_of(self, table: str, header: Header) -> Context:
        """Return the position in the rows of a table; the rows of another may be left for it."""
        is_another = table != self.table
        left = (self.table, self.header) if is_another and self.in_rows else self.left
        return Context(table, header, True, self.announced, left)

    def _above_rows_of(self, table: str, header: Header) -> Context:
        """Return the position above the rows of a table, under a header."""
        return Context(table, header, announced=self.announced)

    def _header_begun_by(self, label: Located, term: Term) -> Header:
        """Return the header that begins at a caption or a corner.

        Column labels above the corner are kept, although their place in the header is not known.
        """
        above = self.header if term.table == self.table and not self.in_rows else Header()
        is_corner = term.role is Role.CORNER
        money = label[2].money or self.announced or above.money
        whole = is_corner and not above.cells
        return Header(is_whole=whole, money=money, above=above.cells if is_corner else ())

    def after_line(self) -> Context:
        """Return the position below a line of figures, in a table that prints rows side by side."""
        owned = self.table in ONE_LINE and self.header.owner is not None
        return self._replace(in_rows=True) if owned else self

    def within_rows(self) -> Context:
        """Return the position below a row of the table that has no figures."""
        return self._replace(in_rows=self.in_rows or self.table not in ONE_LINE)

    def with_rest_of_line(self, cells: Row) -> Context:
        """Add what a line of the header prints behind its labels."""
        if self.in_rows:
            return self
        words = [c for c in cells if c[2].sort in NO_LABELS and not c[2].is_run_of_digits]
        units = [cell for cell in cells if cell[2].sort is Sort.UNIT]
        above = self.with_money(cells)
        header = self.header.with_cells(*words) if words else above.header.with_words(*units)
        return above.with_header(header if words or units else None)

    def with_line_below(self, cells: Row) -> Context:
        """Add words on a line of their own below the header, which may be a part of it."""
        if self.in_rows or not self.table:
            money = money_in(cells)
            announced = self._replace(announced=money) if money else self
            return announced.with_names(cells)
        words = [cell for cell in cells if cell[2].sort in NO_LABELS]
        above = self.header.with_words_below(*words) if self.header.is_whole else self.header
        header = above.with_words(*words) if words else None
        return self.with_header(header).with_money(cells).with_names(cells)

    def with_names(self, line: Iterable[Located]) -> Context:
        """Keep what a line says, if its words may name columns."""
        header = self.header.with_line(line, self.table)
        return self if header is self.header else self.with_header(header)

    def with_money(self, cells: Row) -> Context:
        """Keep the unit of money that a cell above the rows prints."""
        money = money_in(cells)
        return self.with_header(attrs.evolve(self.header, money=money)) if money else self

    def with_header(self, header: Header | None) -> Context:
        """Replace the header, unless the new one is None."""
        if header is None:
            return self
        return self._replace(header=header)


@lru_cache(maxsize=1 << 12)
def _terms_meant(terms: tuple[Term, ...], table: str, in_rows: bool) -> tuple[Term, ...]:
    """The terms that a label means: those of the table, and only rows once rows have begun."""
    here = [term for term in terms if term.table == table] or terms
    rows = [term for term in here if term.role is Role.ROW]
    first = rows[0] if in_rows and rows else here[0]
    return tuple(t for t in here if t.role is first.role and t.table == first.table)


def money_in(cells: Row) -> str | None:
    """Return the unit of money in a cell that is no label."""
    return next((mark.money for _, _, mark in cells if mark.money and not mark.terms), None)
