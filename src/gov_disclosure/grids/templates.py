"""The forms line by line: which labels stand before so many figures, from first to last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import chain, groupby

import attrs
from more_itertools import unique_everseen

from ..declare import Form, Orientation
from ..forms import Block, FormTable, Line, tables_of, units
from ..labels.marks import MARKS
from ..labels.spelling import end_of_label
from ..labels.vocabulary import Role, Term

Printed = tuple[tuple[str, int], ...]
"""The words before each run of figures, as labels are compared, and how many figures it has."""

_Labels = Sequence[Sequence[Term]]
"""Labels one behind the other, each with all that it can mean."""

_OVER_ROWS = frozenset({Role.CAPTION, Role.CORNER, Role.HEADING})


@attrs.frozen
class Template:
    """A table with all that is printed in it but the figures, in each form that prints it so."""

    tables: Sequence[FormTable]
    labels: Set[Term]

    @property
    def key(self) -> str:
        """The key of the table."""
        return self.tables[0].key

    def table_in(self, form: Form | None) -> FormTable:
        """The table as that form prints it, if it prints it so."""
        return next((table for table in self.tables if table.form is form), self.tables[-1])


@lru_cache(maxsize=1 << 9)
def template_of(lines: Printed) -> Template | None:
    """The table that has just these lines in this order; None if there is none.

    The same few stand in all reports.

    >>> template_of((("规章", 3),)) is None
    True
    """
    told = [(labels, count) for words, count in lines if (labels := _labels_in(words))]
    if len(told) < len(lines):
        return None
    tables = [t for form in Form for t in tables_of(form) if _prints(t, told)]
    keys = {table.key for table in tables}
    terms = chain.from_iterable(chain.from_iterable(labels for labels, _ in told))
    own = frozenset(term for term in terms if term.table in keys)
    return Template(tables, own) if tables else None


@lru_cache(maxsize=1 << 12)
def is_line(words: str, count: int) -> bool:
    """Whether some table has a line with just these labels and so many figures."""
    labels = _labels_in(words)
    lines = chain.from_iterable(_lines_of(table) for form in Form for table in tables_of(form))
    return bool(labels) and any(line.due == count and line.is_told_by(labels) for line in lines)


@lru_cache(maxsize=1 << 9)
def heads_rows(words: str) -> bool:
    """Whether words are labels, and the last of them that of a group of rows."""
    labels = _labels_in(words)
    return bool(labels) and {term.role for term in labels[-1]} == {Role.HEADING}


def _labels_in(words: str) -> _Labels:
    """The labels that words consist of, units of counts left out; none if there are other words."""
    labels = []
    at = 0
    while at < len(words):
        end = end_of_label(words, at)
        if end is not None:
            labels.append(MARKS[words[at:end]].terms)
        else:
            end = next((at + len(unit) for unit in units() if words.startswith(unit, at)), None)
            if end is None:
                return ()
        at = end
    return labels


def _prints(table: FormTable, lines: Sequence[tuple[_Labels, int]]) -> bool:
    """Whether a table consists of just these lines."""
    due = list(_lines_of(table))
    return len(due) == len(lines) and all(
        count == line.due and line.is_told_by(labels)
        for (labels, count), line in zip(lines, due, strict=True)
    )


@attrs.frozen
class _Line:
    """A line of figures as a form prints it: a row, or all rows of a table side by side.

    ``above`` are the columns, where their labels stand before it; ``headings`` the labels without
    figures that may do so.
    """

    table: FormTable
    rows: Sequence[Line]
    columns: Sequence[Line]
    above: Sequence[Line]
    headings: Set[str]

    @property
    def due(self) -> int:
        """How many figures it has."""
        return len(self.rows) * len(self.columns)

    def is_told_by(self, labels: _Labels) -> bool:
        """Whether labels are its own, with all of those above it and none of other lines."""
        own = [[term for term in terms if term.table == self.table.key] for terms in labels]
        rows = [_named(terms, Role.ROW, self.rows) for terms in own]
        columns = [_named(terms, Role.COLUMN, self.above) for terms in own]
        return (
            all(map(self._is_known, own, rows, columns))
            and (rows[-1] is not None or len(self.rows) > 1)
            and _once(rows) == [row.key for row in self.rows]
            and self._are_in_order(list(filter(None, columns)))
            and self._headings_are_in_order(own, rows)
        )

    def _is_known(self, terms: Sequence[Term], row: str | None, column: str | None) -> bool:
        headings = (term.label for term in terms if term.role in _OVER_ROWS)
        return bool(row or column) or not self.headings.isdisjoint(headings)

    def _headings_are_in_order(self, own: _Labels, rows: Sequence[str | None]) -> bool:
        """Whether no heading of a row stands before a row above it in the form."""
        due = [name for row in self.rows for name in (*row.headings, row.key)]
        names = (key or terms[0].label for terms, key in zip(own, rows, strict=True))
        places = [due.index(name) for name in names if name in due]
        return places == sorted(places)

    def _are_in_order(self, found: Sequence[str]) -> bool:
        """Whether these are the columns above, in the order of the figures.

        In a nested header labels stand on several lines, those of sums perhaps before others, but
        not before all; cells that reach over several lines may be repeated.
        """
        due = [column.key for column in self.above]
        if self.table.declared.orientation is not Orientation.COLUMN_ROW:
            return _once(found) == due * len(self.rows)
        once = list(unique_everseen(found))
        sums = {key for one in self.table.row_equations for key in one.left}
        parts = ([key for key in keys if key not in sums] for keys in (once, due))
        return set(once) == set(due) and once[:1] == due[:1] and next(parts) == next(parts)


def _named(terms: Sequence[Term], role: Role, lines: Sequence[Line]) -> str | None:
    """The row or the column among lines that a label means."""
    keys = {term.key for term in terms if term.role is role}
    return next((line.key for line in lines if line.key in keys), None)


def _once(keys: Sequence[str | None]) -> list[str]:
    """Keys in their order, those that are repeated side by side only once."""
    return [key for key, _ in groupby(filter(None, keys))]


def _lines_of(table: FormTable) -> Iterator[_Line]:
    """The lines of figures of a table in printed order."""
    declared = table.declared
    headings = {*declared.corners, *declared.column_headings, *declared.heading_aliases}
    for block in table.blocks:
        headings |= _captions(table, block)
        above = block.columns
        for rows in [block.rows] if declared.one_line else [(row,) for row in block.rows]:
            headings |= {heading for row in rows for heading in row.headings}
            yield _Line(table, rows, block.columns, above, frozenset(headings))
            above = ()


def _captions(table: FormTable, block: Block) -> set[str]:
    prefixes = ("", *table.declared.caption_prefixes)
    return {prefix + block.caption for prefix in prefixes} if block.caption else set()
