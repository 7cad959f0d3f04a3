"""The lines of figures of a form, each with the labels that may stand before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import product

import attrs
from more_itertools import unique_everseen, unique_justseen

from ...declare import Orientation
from ...forms import Address, Block, FormTable, Line, units
from ...labels.marks import MARKS
from ...labels.spelling import end_of_label
from ...labels.vocabulary import Role, Term

_REMARK = re.compile(r"\((?!(?:[一二三四五六七八九十]+|[0-9]+)\))[^()]{1,40}\)")
"""A remark in brackets behind a label, mostly the unit; not the number of the next label."""
ALL_ROWS = ""
"""The key of a line that holds all rows of its table."""

_OVER_ROWS = frozenset({Role.CAPTION, Role.CORNER, Role.HEADING})


@attrs.frozen
class Label:
    """A label with all its meanings, and the unit of money that it names."""

    terms: Sequence[Term]
    money: str | None


Labels = Sequence[Label]
"""Labels one behind the other."""


def labels_in(words: str) -> Labels:
    """The labels that words consist of, without units; empty if there are other words as well."""
    labels = []
    at = 0
    while at < len(words):
        end = end_of_label(words, at)
        if end is not None:
            end = _with_remark(words, at, end)
            mark = MARKS[words[at:end]]
            labels.append(Label(mark.terms, mark.money))
        else:
            end = next((at + len(unit) for unit in units() if words.startswith(unit, at)), None)
            if end is None:
                return ()
        at = end
    return labels


def _with_remark(words: str, at: int, end: int) -> int:
    """The end of a label with the remark in brackets behind it, if its meaning stays the same."""
    remark = _REMARK.match(words, end)
    if remark is None or MARKS[words[at : remark.end()]].terms != MARKS[words[at:end]].terms:
        return end
    return remark.end()


@attrs.frozen
class FormLine:
    """A line of figures as a form prints it: a row, or all rows of a table side by side.

    ``above`` are the columns, if their labels stand before this line; ``headings`` the labels
    without figures that may do so.
    """

    table: FormTable
    block: Block
    rows: Sequence[Line]
    above: Sequence[Line]
    headings: Set[str]

    @property
    def key(self) -> str:
        """The key of its row, or ``ALL_ROWS``."""
        return self.rows[0].key if len(self.rows) == 1 else ALL_ROWS

    @property
    def due(self) -> int:
        """The number of its figures."""
        return len(self.rows) * len(self.block.columns)

    @property
    def addresses(self) -> Sequence[Address]:
        """The addresses of its figures."""
        keys = product(self.rows, self.block.columns)
        return [(self.table.key, row.key, column.key) for row, column in keys]

    def matches(self, labels: Labels) -> bool:
        """Whether labels are its own, with all of those above it and none of other lines."""
        rows = [self._row(label) for label in labels]
        columns = [self._column(label) for label in labels]
        headings = map(self._is_heading, labels)
        return (
            all(map(any, zip(rows, columns, headings, strict=True)))
            and (rows[-1] is not None or self.key == ALL_ROWS)
            and _once(rows) == [row.key for row in self.rows]
            and self._names_columns_in_order(columns)
            and self._headings_are_in_order(labels)
        )

    def named_by(self, label: Label) -> Iterator[Address]:
        """The addresses of the figures behind a label, or beneath it in its block."""
        row, column = self._row(label), self._column(label)
        for where in self.block.addresses(self.table.key):
            if where[1] == row or where[2] == column:
                yield where

    def _row(self, label: Label) -> str | None:
        return _named(label, Role.ROW, self.rows, self.table)

    def _column(self, label: Label) -> str | None:
        return _named(label, Role.COLUMN, self.above, self.table)

    def _is_heading(self, label: Label) -> bool:
        over_rows = (term for term in label.terms if term.role in _OVER_ROWS)
        return any(
            term.table == self.table.key and term.label in self.headings for term in over_rows
        )

    def _headings_are_in_order(self, labels: Labels) -> bool:
        """Whether no heading of a row stands before a row above it in the form."""
        due = [name for row in self.rows for name in (*row.headings, row.key)]
        names = (self._row(label) or label.terms[0].label for label in labels)
        places = [due.index(name) for name in names if name in due]
        return places == sorted(places)

    def _names_columns_in_order(self, found: Sequence[str | None]) -> bool:
        """Whether the column labels among these are those above, in the order of the figures.

        In a nested header labels stand on several lines: the label of a sum may stand before
        others, right behind that of its group, but not before all.  A label that spans several
        lines may be repeated.
        """
        due = [column.key for column in self.above]
        if self.table.declared.orientation is not Orientation.COLUMN_ROW:
            return _once(found) == due * len(self.rows)
        once = list(unique_everseen(filter(None, found)))
        if once == due:
            return True
        sums = {key for one in self.table.row_equations for key in one.left}
        others = ([key for key in keys if key not in sums] for keys in (once, due))
        return (
            set(once) == set(due)
            and once[0] == due[0]
            and next(others) == next(others)
            and all(found[found.index(key) - 1] is None for key in sums)
        )


def _named(label: Label, role: Role, lines: Sequence[Line], table: FormTable) -> str | None:
    """The key of the row or column that a label means, among lines of a table."""
    terms = (term for term in label.terms if term.role is role and term.table == table.key)
    keys = {term.key for term in terms}
    return next((line.key for line in lines if line.key in keys), None)


def _once(keys: Sequence[str | None]) -> list[str]:
    """Keys in order, without None and without repetitions side by side."""
    return list(unique_justseen(filter(None, keys)))


def lines_of(table: FormTable, rows: Set[str]) -> Iterator[FormLine]:
    """The lines of figures of a table in printed order, if it has just these rows."""
    headings = _headings_of(table)
    for block in table.blocks:
        above = block.columns
        for side_by_side in _side_by_side(table, block):
            headings |= {heading for row in side_by_side for heading in row.headings}
            if rows >= {row.key for row in side_by_side}:
                known = headings | _captions(table, block)
                yield FormLine(table, block, side_by_side, above, known)
                above = ()


def any_lines_of(table: FormTable) -> Iterator[FormLine]:
    """The lines of figures that the table may have, whichever of its rows are there."""
    for block in table.blocks:
        for rows in _side_by_side(table, block):
            yield from lines_of(table, {row.key for row in rows})
    yield from lines_of(table, {row.key for row in table.rows})


def _side_by_side(table: FormTable, block: Block) -> Sequence[Sequence[Line]]:
    return [block.rows] if table.declared.one_line else [(row,) for row in block.rows]


def _headings_of(table: FormTable) -> set[str]:
    declared = table.declared
    return {*declared.corners, *declared.column_headings, *declared.heading_aliases}


def _captions(table: FormTable, block: Block) -> set[str]:
    prefixes = ("", *table.declared.caption_prefixes)
    return {prefix + block.caption for prefix in prefixes} if block.caption else set()
