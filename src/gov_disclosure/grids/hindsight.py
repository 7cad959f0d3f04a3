"""Corrections to what a grid shows that need all of its runs.

A row whose label turns out to be a heading is withdrawn, and cells that only repeat a merged cell
are dropped.  Figures that stand behind the labels of their columns, one row after the other, become
one row: programs print tables as names and values in this way, and so do pages for small screens.
Rows get the unit of money that is named below them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, groupby, pairwise
from typing import NamedTuple, TypeGuard

import attrs
from more_itertools import map_reduce

from ..labels.groups import headings_above
from ..labels.marks import Sort
from ..labels.vocabulary import Role, Term
from ..layouts.grid import Located, Row
from .context import Context, money_in
from .entries import Beside, Entry, filled_of
from .header import Header
from .runs import Run

_Read = Entry | Beside

_FEWEST = 3
"""Fewer numbers behind column labels may be page numbers."""

_OWNERS = frozenset({Role.ROW, Role.HEADING})
"""First roles of a label that may be a row's: a heading in one form is a row in another."""


def in_hindsight(reads: list[_Read]) -> list[_Read]:
    """Correct the reads of a grid, now that all of them are there; most need no correction."""
    entries = [read for read in reads if isinstance(read, Entry)]
    beside = [read for read in reads if isinstance(read, Beside)]
    if [entry for entry in entries if not entry.filled]:
        reads = _without_headings(reads)
    if any(header.repeats for header in {entry.header for entry in entries}):
        reads = _without_repeats(reads)
    if any(map(_may_name_its_value, beside)):
        reads = _with_named_cells(reads)
    return _as_noted(reads) if any(map(_money_beside, beside)) else reads


def _without_headings(reads: list[_Read]) -> list[_Read]:
    """Withdraw a row whose label is a group heading above the bare row right before it.

    A form has either the one row or the other, so it is not known whose the figures are.
    """
    kept = reads[:1]
    for above, read in pairwise(reads):
        terms: tuple[Term, ...] = ()
        if isinstance(above, Entry) and not above.filled and isinstance(read, Entry):
            labels = read.run.labels
            terms = headings_above(above.terms, labels[-1][2].terms) if labels else ()
        kept.append(Beside(read.run, terms, terms, Context(terms[0].table)) if terms else read)
    return kept


def _without_repeats(reads: list[_Read]) -> list[_Read]:
    """Drop the cells of entries that only repeat a merged cell.

    Some tools print a merged cell once for each column that it spans, in every row of a table.
    """
    beneath = filter(_is_beneath_repeats, reads)
    varied = {entry.header for entry in beneath if not _repeats_as_its_header(entry)}
    return [
        _with_merged_once(read) if _is_beneath_repeats(read) and read.header not in varied else read
        for read in reads
    ]


def _is_beneath_repeats(read: _Read) -> TypeGuard[Entry]:
    """Whether a read is an entry as wide as its header, in which labels are repeated."""
    if isinstance(read, Beside):
        return False
    return bool(read.header.repeats) and len(read.header.cells) == len(read.values)


def _repeats_as_its_header(entry: Entry) -> bool:
    """Whether values are equal wherever the labels above them are."""
    alike = map(_says_the_same, entry.values, entry.values[1:])
    return all(same or not repeat for same, repeat in zip(alike, entry.header.repeats, strict=True))


def _with_merged_once(entry: Entry) -> Entry:
    """The entry with each merged cell once."""
    kept = [True, *(not repeat for repeat in entry.header.repeats)]
    cells = tuple(compress(entry.header.cells, kept))
    values = list(compress(entry.values, kept))
    return entry._replace(
        values=values, filled=filled_of(values), header=attrs.evolve(entry.header, cells=cells)
    )


def _says_the_same(one: Located, other: Located) -> bool:
    """Whether two cells say the same, or print the same figure with other blanks."""
    number = one[2].number
    return one[2] is other[2] or (number is not None and number == other[2].number)


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


def _with_named_cells(reads: list[_Read]) -> list[_Read]:
    """Merge pairs of column label and figure into one entry for each row.

    Only in tables where no row has several figures behind its own label, or a figure of its own
    besides the named ones.
    """
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


def _may_name_its_value(read: Beside) -> bool:
    return len(read.run.values) == 1 and read.is_header


def _all_named(reads: Sequence[_Read]) -> Iterator[_Named]:
    """The reads whose column labels name their cells, each with the row above it or in it."""
    owner: _Owner | None = None
    for at, read in enumerate(reads):
        if any(map(_are_words, _words_of(read))):
            owner = None
        if not read.run.labels:
            continue
        owner, labels = _row_and_columns(at, read, owner)
        columns, values = _columns_with_values(labels, read.run.values, owner)
        if owner is not None and columns:
            yield _Named(at, owner, columns, values)
        elif labels or any(map(_are_words, read.run.values)):
            owner = None


def _are_words(cell: Located) -> bool:
    """Whether a cell may be the name of a row that is not known."""
    return cell[2].sort is Sort.TEXT


def _words_of(read: _Read) -> Sequence[Located]:
    """The cells before the labels of a read, or all of it without labels: perhaps a name."""
    return read.run.before if read.run.labels else read.run.values


def _row_and_columns(at: int, read: _Read, above: _Owner | None) -> tuple[_Owner | None, Row]:
    """The row that column labels belong to, and the labels behind the row's own.

    Labels of the groups that the row stands in may stand before it.
    """
    labels = read.run.labels
    for place, label in enumerate(labels):
        terms = label[2].terms
        if terms and terms[0].role in _OWNERS and not _heads_next(labels[place:], read.run):
            table = read.table if isinstance(read, Entry) else read.context.table
            rows = tuple(term for term in terms if term.role is Role.ROW and term.table == table)
            return (_Owner(at, table, label, rows) if rows else None), labels[place + 1 :]
    return above, labels


def _heads_next(labels: Row, run: Run) -> bool:
    """Whether the first of these labels is that of a group around the row of a later one.

    The last label before a value names its column, if it may; before an empty cell, only if that is
    its first meaning, as in 其他, but not in 3.其他.
    """
    group, *behind = [mark for _, _, mark in labels]
    if not behind:
        return False
    is_named = bool(run.values) and (behind[-1].names_column or bool(filled_of(run.values)))
    if is_named and behind[-1].may_name_column:
        behind.pop()
    return any(headings_above(row.terms, group.terms) for row in behind)


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


def _as_noted(reads: list[_Read]) -> list[_Read]:
    """Give each row the unit of money that is named below it.

    If labels follow the unit, it may belong to their figures instead.
    """
    noted: list[_Read] = []
    below = above_others = None
    is_last = True
    for read in reversed(reads):
        if isinstance(read, Entry):
            noted.append(_with_money(read, below, above_others))
        else:
            noted.append(read)
            named = _money_beside(read)
            below, above_others = (
                (named or below, None) if is_last else (below, named or above_others)
            )
        is_last = is_last and not read.run.labels
    return noted[::-1]


def _money_beside(read: Beside) -> str | None:
    """The unit of money that a run without labels names."""
    return None if read.run.labels else money_in(read.run.values)


def _with_money(entry: Entry, below: str | None, above_others: str | None) -> Entry:
    """Return a row with the units of money that are named below it."""
    if below is None and above_others is None:
        return entry
    return entry._replace(money=entry.money or below, money_below=above_others)
