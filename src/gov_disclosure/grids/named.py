"""Tables that print each figure behind the label of its column, one row after the other.

Programs print tables as names and values in this way, and so do pages for small screens.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from more_itertools import map_reduce

from ..labels.marks import Sort
from ..labels.vocabulary import Role, Term
from ..layouts.grid import Located, Row
from .context import Header
from .runs import Run
from .shown import Beside, Entry, filled_of

_FEWEST = 3
"""Fewer numbers behind column labels may be page numbers."""

_OWNERS = frozenset({Role.ROW, Role.HEADING})
"""First roles of a label that may be a row's: a heading in one form is a row in another."""

_Read = Entry | Beside


class _Owner(NamedTuple):
    """The label of a row, its meaning, and the number of the read it stands in."""

    at: int
    table: str
    label: Located
    terms: tuple[Term, ...]


class _Named(NamedTuple):
    """The column labels of one read with the values behind them, and the row they belong to."""

    at: int
    owner: _Owner
    columns: Row
    values: Row


def with_named_cells(reads: list[_Read]) -> list[_Read]:
    """Merge pairs of column label and figure into one entry for each row.

    Only in tables where no row has several figures behind its own label, or a figure of its own
    besides the named ones.
    """
    if not any(_may_name_its_value(read) for read in reads):
        return reads
    named = list(_all_named(reads))
    at = {cells.at for cells in named}
    owners = {cells.owner.at for cells in named}
    plain = {
        read.table
        for number, read in enumerate(reads)
        if isinstance(read, Entry) and number not in at
        if len(read.filled) > 1 or (read.filled and number in owners)
    }
    by_table = map_reduce(named, lambda cells: cells.owner.table)
    tables = {t for t, some in by_table.items() if t not in plain and len(some) >= _FEWEST}
    return _merged(reads, [cells for cells in named if cells.owner.table in tables])


def _may_name_its_value(read: _Read) -> bool:
    return isinstance(read, Beside) and read.is_header and len(read.run.values) == 1


def _all_named(reads: Sequence[_Read]) -> Iterator[_Named]:
    """The reads whose column labels name their cells, each with the row above it or in it."""
    owner: _Owner | None = None
    for at, read in enumerate(reads):
        if any(cell[2].sort is Sort.TEXT for cell in _words_of(read)):
            owner = None
        if not read.run.labels:
            continue
        owner, labels = _row_and_columns(at, read, owner)
        columns, values = _columns_with_values(labels, read.run.values, owner)
        if owner is not None and columns:
            yield _Named(at, owner, columns, values)
        elif labels:
            owner = None


def _words_of(read: _Read) -> Sequence[Located]:
    """The cells before the labels of a read, or all of it without labels: perhaps a name."""
    return read.run.before if read.run.labels else read.run.values


def _row_and_columns(at: int, read: _Read, above: _Owner | None) -> tuple[_Owner | None, Row]:
    """The row that column labels belong to, and the labels behind the row's own."""
    labels = read.run.labels
    for place, label in enumerate(labels):
        terms = label[2].terms
        if terms and terms[0].role in _OWNERS:
            table = read.table if isinstance(read, Entry) else read.context.table
            rows = tuple(term for term in terms if term.role is Role.ROW and term.table == table)
            return (_Owner(at, table, label, rows) if rows else None), labels[place + 1 :]
    return above, labels


def _columns_with_values(labels: Row, values: Row, owner: _Owner | None) -> tuple[Row, Row]:
    """Column labels with the one cell behind each; empty if any has no cell, or several."""
    cells = [*labels, *values]
    columns, behind = cells[::2], cells[1::2]
    if owner is None or len(columns) > len(behind) or any(cell[2].terms for cell in behind):
        return [], []
    if not all(_names_column(column, owner.table) for column in columns):
        return [], []
    return columns, behind


def _names_column(cell: Located, table: str) -> bool:
    return any(term.role is Role.COLUMN and term.table == table for term in cell[2].terms)


def _merged(reads: Sequence[_Read], named: Sequence[_Named]) -> list[_Read]:
    """Replace the reads of each row by one entry at the place of its label."""
    rows: dict[int, _Read] = {}
    gone: set[int] = set()
    for owner, some in groupby(named, key=lambda cells: cells.owner):
        parts = list(some)
        gone |= {cells.at for cells in parts}
        labels = [term for at in (owner.at, *(c.at for c in parts)) for term in reads[at].labels]
        rows[owner.at] = _entry_of(owner, parts, labels)
    return [rows.get(at, read) for at, read in enumerate(reads) if at in rows or at not in gone]


def _entry_of(owner: _Owner, parts: Sequence[_Named], labels: Sequence[Term]) -> Entry:
    """One entry for a row, from all the parts that name its figures."""
    columns = [column for cells in parts for column in cells.columns]
    values = [value for cells in parts for value in cells.values]
    header = Header(tuple(columns), is_whole=True, is_beside=True)
    run = Run([owner.label], values, 1 + len(values), 1)
    return Entry(run, owner.table, owner.terms, values, filled_of(values), header, labels)
