"""Where in the forms a reader of a grid is: in which table, and under which header."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

import attrs
from more_itertools import rstrip

from ..declare import Form
from ..forms import tables_of
from ..labels.marks import BLANK, FIGURES, NO_LABELS, SAID, Mark, Sort
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
"""The tables that print all their rows side by side, and how many cells that line has."""

TELLING = NO_LABELS | {Sort.UNIT}
"""What among figures tells the reader something: words, which may be of a header, and units."""

_LONGEST_HEADER = 64
_FEWEST_NAMES = 2
"""A single word among labels may be the corner."""


@attrs.frozen(eq=False)
class Header:
    """The column labels above rows, with the empty cells and unknown words among them.

    ``is_whole`` tells that they begin right behind the corner of the table, and that no words
    stand outside of them.  ``money`` is the unit of money that is printed above the rows,
    beside the labels of columns.  ``line`` is all that the last line above the rows says, if it
    has words of its own that may be the names of columns.  ``groups`` are the places in the form
    of the rows and headings that it names, where a table prints all its rows side by side.
    ``owners`` are those of these that stand above all labels of columns.
    ``above`` are labels of columns that stand above the corner of the table.
    ``is_beside`` tells that each label stands right before the one value that it names.
    Headers may say the same above different rows; so each is only equal to itself.
    """

    cells: tuple[Located, ...] = ()
    is_whole: bool = False
    money: str | None = None
    line: tuple[Located, ...] = ()
    groups: tuple[int, ...] = ()
    owners: tuple[Term, ...] = ()
    is_beside: bool = False
    above: tuple[Located, ...] = ()

    @cached_property
    def identity(self) -> int:
        """What tells its labels from those of other headers; they are the same on all its rows."""
        return id(self.cells)

    @cached_property
    def repeats(self) -> tuple[bool, ...]:
        """For each label but the first, whether it is the one before it again; empty if none is."""
        found = tuple(one[2].terms == other[2].terms != () for one, other in pairwise(self.cells))
        return found if any(found) else ()

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of the columns that its cells name, "" for what names none."""
        return tuple(c[2].terms[0].key if c[2].terms else "" for c in self.cells)

    @cached_property
    def orders(self) -> tuple[int, ...]:
        """The places in the form of the columns that its cells name."""
        return tuple([cell[2].terms[0].order for cell in self.cells if cell[2].terms])

    @property
    def owner(self) -> Term | None:
        """The row that all columns belong to: its label alone, or with its group, is above them."""
        rows = [term for term in self.owners if term.role is Role.ROW]
        return rows[0] if len(rows) == 1 and rows[0] is self.owners[-1] else None

    @cached_property
    def names_money(self) -> bool:
        """Whether a label of it names a unit of money."""
        return any(cell[2].money for cell in self.cells)

    def broken_by(self, *words: Located) -> Header:
        """The header with words on a line below; they are its columns if it has no others."""
        above = self if self.cells else self.with_cells(*words)
        return attrs.evolve(above, is_whole=False, line=(), owners=(), is_beside=False)

    def with_line(self, cells: Iterable[Located], table: str) -> Header:
        """The header with what its last line says, if that may be the names of columns.

        The labels of other tables are as good as words.
        """
        said = tuple([cell for cell in cells if cell[2] is not BLANK])[:_LONGEST_HEADER]
        words = sum(_is_strange(cell[2], table) for cell in said)
        named = words >= _FEWEST_NAMES and not any(cell[2].sort in FIGURES for cell in said)
        return attrs.evolve(self, line=said) if named else self

    def with_cells(self, *cells: Located) -> Header:
        """The header with further cells."""
        wider = (*self.cells, *cells)[:_LONGEST_HEADER]
        return attrs.evolve(self, cells=wider, line=(), is_beside=False)

    def grouped(self, term: Term) -> Header:
        """The header with the label of one of the rows that stand side by side, or of a group."""
        begun = any(cell[2] is not BLANK for cell in self.cells)
        owners = self.owners if begun else (*self.owners, term)[:_LONGEST_HEADER]
        groups = (*self.groups, term.order)[:_LONGEST_HEADER]
        return attrs.evolve(self, groups=groups, owners=owners)


class Context(NamedTuple):
    """Where in the forms a reader of the grid is: in which table, under which header.

    ``announced`` is the unit of money that a line of its own prints before headers.
    """

    table: str = ""
    header: Header = Header()
    in_rows: bool = False
    announced: str | None = None

    def behind(self, labels: Row) -> tuple[Context, tuple[Term, ...], Sequence[Term]]:
        """Where the reader is behind labels side by side, what the last one means, and each one.

        An empty cell among labels means nothing by itself.
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
            terms = _meant(mark.terms, context.table, context.in_rows)
            said.append(terms[0])
            if context._goes_on_with(terms[0]):
                columns.append(label)
            else:
                own = rstrip(columns, is_blank) if _begins_row(terms[0]) else columns
                context = context._with_columns(list(own))._after(label, terms[0])
                columns = []
        return context._with_columns(columns), terms, said

    def _goes_on_with(self, term: Term) -> bool:
        """Whether a label is that of a further column of the header, or of a further row below."""
        if term.table != self.table:
            return False
        if self.in_rows:
            return term.role is Role.ROW and self.table not in ONE_LINE
        return term.role is Role.COLUMN

    def _with_columns(self, cells: Row) -> Context:
        """The context with further labels, and the empty cells between them, in its header."""
        if not cells or self.in_rows:
            return self
        return self.with_header(self.header.with_cells(*cells))

    def _after(self, label: Located, term: Term) -> Context:
        """Where the reader is behind a label."""
        same = term.table == self.table
        above = self.header if same else Header(line=self.header.line)
        match term.role:
            case Role.ROW | Role.HEADING if term.table in ONE_LINE:
                anew = self.in_rows and above.owner is not None
                return self._in(term.table, (Header() if anew else above).grouped(term))
            case Role.ROW:
                return Context(term.table, above, in_rows=True, announced=self.announced)
            case Role.COLUMN:
                begun = Header(money=self.announced) if self.in_rows else self.header
                return self._in(term.table, begun.with_cells(label))
            case Role.HEADING if same:
                return self
            case Role.HEADING if self.header.cells and not self.in_rows:
                return self.with_header(self.header.with_cells(label))
            case Role.HEADING:
                return self._in(term.table, Header())
            case _:
                return self._in(term.table, self._begun(label, term))

    def _in(self, table: str, header: Header) -> Context:
        """Above the rows of a table, under a header."""
        return Context(table, header, announced=self.announced)

    def _begun(self, label: Located, term: Term) -> Header:
        """The header that begins behind a caption or a corner.

        Labels of columns above the corner belong to it, though nobody can tell where.
        """
        above = self.header if term.table == self.table and not self.in_rows else Header()
        is_corner = term.role is Role.CORNER
        money = label[2].money or self.announced or above.money
        whole = is_corner and not above.cells
        return Header(is_whole=whole, money=money, above=above.cells if is_corner else ())

    def in_line(self) -> Context:
        """The context below a line of figures, in a table that prints all rows side by side."""
        owned = self.table in ONE_LINE and self.header.owner is not None
        return self._replace(in_rows=True) if owned else self

    def beside(self, cells: Row) -> Context:
        """The context with what else a row of the header prints behind its labels."""
        if self.in_rows:
            return self
        words = [c for c in cells if c[2].sort in NO_LABELS and not c[2].is_run_of_digits]
        return self.priced(cells).with_header(self.header.with_cells(*words) if words else None)

    def below(self, cells: Row) -> Context:
        """The context with words on a line of their own below the header, perhaps a part of it."""
        if self.in_rows or not self.table:
            money = money_in(cells)
            announced = self._replace(announced=money) if money else self
            return announced.named(cells)
        words = [cell for cell in cells if cell[2].sort in NO_LABELS]
        told = self.header.broken_by(*words) if words and self.header.is_whole else None
        return self.with_header(told).priced(cells).named(cells)

    def named(self, line: Iterable[Located]) -> Context:
        """The context with what a line says that may name columns."""
        header = self.header.with_line(line, self.table)
        return self if header is self.header else self.with_header(header)

    def priced(self, cells: Row) -> Context:
        """The context with the unit of money that a cell above the rows prints."""
        money = money_in(cells)
        return self.with_header(attrs.evolve(self.header, money=money)) if money else self

    def with_header(self, header: Header | None) -> Context:
        """The context with another header, if it is one."""
        if header is None:
            return self
        return Context(self.table, header, self.in_rows, self.announced)


def _begins_row(term: Term) -> bool:
    """Whether a label is that of a row with figures of its own behind it."""
    return term.role is Role.ROW and term.table not in ONE_LINE


def _is_strange(mark: Mark, table: str) -> bool:
    """Whether words are no label of a table, nor said for a figure."""
    others = bool(mark.terms) and all(term.table != table for term in mark.terms)
    return (mark.sort is Sort.TEXT and mark is not SAID) or others


@lru_cache(maxsize=1 << 12)
def _meant(terms: tuple[Term, ...], table: str, in_rows: bool) -> tuple[Term, ...]:
    """The terms that a label means in a table: of that table, and rows once rows have begun."""
    here = [term for term in terms if term.table == table] or terms
    rows = [term for term in here if term.role is Role.ROW]
    first = rows[0] if in_rows and rows else here[0]
    return tuple(t for t in here if t.role is first.role and t.table == first.table)


def money_in(cells: Row) -> str | None:
    """The unit of money that a cell names which is no label."""
    return next((mark.money for _, _, mark in cells if mark.money and not mark.terms), None)
