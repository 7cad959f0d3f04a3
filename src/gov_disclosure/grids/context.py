"""The position of a reader in a grid: which table of the form it is in, and under which header."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

import attrs
from more_itertools import rstrip

from ..declare import Form
from ..forms import tables_of
from ..labels.marks import BLANK, FIGURES, NO_LABELS, SAID, TEXT, Mark, Sort
from ..labels.money import IN_NOTES
from ..labels.vocabulary import Role, Term
from ..layouts.grid import Located, Row, is_blank
from ..tables import TABLES

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

_ABOVE_FIGURES = frozenset({Role.COLUMN, Role.HEADING})
_LONGEST_HEADER = 64
_FEWEST_NAMES = 2
"""A single unknown word among labels may be the corner."""


@attrs.frozen(eq=False)
class Header:
    """The column labels above rows, with the empty cells and unknown words among them.

    ``is_whole``: the labels begin right behind the corner of the table, with no words outside of
    them.

    ``money``: the unit of money that is printed above the rows, beside the column labels.

    ``line``: all cells of the last line above the rows, if it has unknown words that may name
    columns.

    ``groups``: the places in the form of the row labels and headings in the header, where a table
    prints all its rows side by side; ``owners`` are those of them that stand above all column
    labels.

    ``above``: column labels that stand above the corner of the table.

    ``is_beside``: each label stands right before the one value that it names.

    ``among``: words on lines of their own among the column labels, and units beside the corner.

    Headers are compared by identity: two headers with equal labels still head different rows.
    """

    cells: tuple[Located, ...] = ()
    is_whole: bool = False
    money: str | None = None
    line: tuple[Located, ...] = ()
    groups: tuple[int, ...] = ()
    owners: tuple[Term, ...] = ()
    is_beside: bool = False
    above: tuple[Located, ...] = ()
    among: tuple[Located, ...] = ()

    @cached_property
    def identity(self) -> int:
        """A key for the header that stays the same on all its rows."""
        return id(self.cells)

    @cached_property
    def repeats(self) -> tuple[bool, ...]:
        """For each label but the first, whether it repeats the one before; empty if none does."""
        found = tuple(one[2].terms == other[2].terms != () for one, other in pairwise(self.cells))
        return found if any(found) else ()

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The key of the column that each cell names, "" for a cell that names none."""
        return tuple([mark.terms[0].key if mark.terms else "" for _, _, mark in self.cells])

    @cached_property
    def orders(self) -> tuple[int, ...]:
        """The places in the form of the columns that are named."""
        return tuple([cell[2].terms[0].order for cell in self.cells if cell[2].terms])

    @property
    def owner(self) -> Term | None:
        """The row that all columns belong to, if its label or its group's is above them."""
        rows = [term for term in self.owners if term.role is Role.ROW]
        return rows[0] if len(rows) == 1 and rows[0] is self.owners[-1] else None

    @cached_property
    def names_money(self) -> bool:
        """Whether one of its labels names a unit of money."""
        return any(cell[2].money for cell in self.cells)

    def with_words_below(self, *words: Located) -> Header:
        """Add words from a line below; they are the columns if the header has no others."""
        above = self if self.cells else self.with_cells(*words)
        return attrs.evolve(above, is_whole=False, line=(), owners=(), is_beside=False)

    def with_words(self, *words: Located) -> Header:
        """Keep words that stand among the labels on lines of their own, and units."""
        return attrs.evolve(self, among=(*self.among, *words)[:_LONGEST_HEADER])

    def with_line(self, cells: Iterable[Located], table: str) -> Header:
        """Keep the last line of the header, if its words may name columns.

        Labels of other tables count as unknown words.  A single character names no column: it may
        be the ``O`` that was recognised for a zero.
        """
        said = tuple([cell for cell in cells if cell[2] is not BLANK])[:_LONGEST_HEADER]
        if not FIGURES.isdisjoint([mark.sort for _, _, mark in said]):
            return self
        words = sum([_are_unknown_words(mark, table) for _, _, mark in said])
        return attrs.evolve(self, line=said) if words >= _FEWEST_NAMES else self

    def with_cells(self, *cells: Located) -> Header:
        """Add cells at the end."""
        wider = (*self.cells, *cells)[:_LONGEST_HEADER]
        return attrs.evolve(self, cells=wider, line=(), is_beside=False)

    def with_group(self, term: Term) -> Header:
        """Add the label of a row or a group of rows, where a table prints its rows side by side."""
        begun = any(cell[2] is not BLANK for cell in self.cells)
        owners = self.owners if begun else (*self.owners, term)[:_LONGEST_HEADER]
        groups = (*self.groups, term.order)[:_LONGEST_HEADER]
        return attrs.evolve(self, groups=groups, owners=owners)


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
    a line of its own prints before headers.
    """

    table: str = ""
    header: Header = Header()
    in_rows: bool = False
    announced: str | None = None

    def behind(self, labels: Row) -> tuple[Context, tuple[Term, ...], Sequence[Term]]:
        """Return the position behind labels side by side, what the last means, and each of them.

        An empty cell among labels means nothing by itself.  What stands above figures in another
        table is, right behind the corner, a word for a column of this one: ``信息内容 | 数量``.
        """
        context = self
        terms: tuple[Term, ...] = ()
        said: list[Term] = []
        columns: list[Located] = []
        for label in labels:
            mark = label[2]
            if mark is BLANK:
                columns.append(label)
                continue
            terms = _terms_meant(mark.terms, context.table, context.in_rows)
            if context._is_behind_corner and context._is_above_figures_of_another(terms[0]):
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
        """Whether a label stands above figures, not units, but in another table than the header's."""
        is_above_figures = term.role in _ABOVE_FIGURES and IN_NOTES not in term.label
        return is_above_figures and term.table != self.table

    def _with_columns(self, cells: Row) -> Context:
        """Add labels, and the empty cells between them, to the header."""
        if not cells or self.in_rows:
            return self
        return self.with_header(self.header.with_cells(*cells))

    def _after_label(self, label: Located, term: Term) -> Context:
        """Return the position behind a label."""
        same = term.table == self.table
        above = self.header if same else Header(line=self.header.line)
        match term.role:
            case Role.ROW | Role.HEADING if term.table in ONE_LINE:
                anew = self.in_rows and above.owner is not None
                return self._above_rows_of(
                    term.table, (Header() if anew else above).with_group(term)
                )
            case Role.ROW:
                return Context(term.table, above, in_rows=True, announced=self.announced)
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
        return Context(self.table, header, self.in_rows, self.announced)


def _are_unknown_words(mark: Mark, table: str) -> bool:
    """Whether a cell is words that are no label of the table, and do not stand for a figure."""
    others = bool(mark.terms) and all(term.table != table for term in mark.terms)
    return (mark.sort is Sort.TEXT and mark is not SAID) or others


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
