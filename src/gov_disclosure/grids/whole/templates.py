"""The forms line by line: which labels stand before how many figures, from first to last."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from functools import cache, cached_property, lru_cache
from itertools import chain, product, starmap

import attrs
from more_itertools import map_reduce, unique_everseen

from ...declare import Form
from ...forms import CHANGE, Address, Balance, FormTable, tables_of, units_of
from ...labels.vocabulary import Role, Term
from ...text.fold import NOT_IN_LABELS, fold
from ...text.numerals import MONEY
from ...text.source import BORDERS, DRAWN
from .formlines import ALL_ROWS, FormLine, Labels, any_lines_of, labels_in, lines_of

Printed = tuple[tuple[str, int], ...]
"""For each line, the words before its figures, as labels are compared, and their number."""

_NO_LETTERS = re.compile(rf"[{re.escape(''.join(sorted(NOT_IN_LABELS)))}\s{BORDERS}{DRAWN}+]+")
"""Other characters that may stand between labels, and within them."""
LONGEST_LABELS = 1000
"""Room for all labels of a header, each repeated for all columns that it is merged over."""
_FEWEST = 2
"""At least one in so many rows of a table has to be there."""


@attrs.frozen(eq=False)
class Printing:
    """A table as a form prints it, with the addresses of its figures line by line.

    ``money`` are the units of money that labels print, by the addresses of their figures.
    """

    table: FormTable
    lines: Sequence[Sequence[Address]]
    money: Mapping[Address, str]

    @cached_property
    def amounts(self) -> frozenset[int]:
        """The positions of its figures, in printed order, that are money."""
        units = units_of(self.table.form)
        places = enumerate(chain.from_iterable(self.lines))
        return frozenset(at for at, where in places if units[where] in MONEY)

    @cached_property
    def changes(self) -> frozenset[int]:
        """The positions of the figures that may be negative, as they are changes (增减)."""
        places = enumerate(chain.from_iterable(self.lines))
        return frozenset(at for at, (_, _, column) in places if column == CHANGE)

    @cached_property
    def balances(self) -> Sequence[Balance]:
        """The equations of the table, by the positions of figures in printed order."""
        places = enumerate(chain.from_iterable(self.lines))
        at = {(row, column): number for number, (_, row, column) in places}
        rows, columns = (list(unique_everseen(where[axis] for where in at)) for axis in (0, 1))
        along = (
            (tuple(at[row, column] for column in side) for side in (one.left, one.right))
            for one, row in product(self.table.row_equations, rows)
        )
        down = (
            (tuple(at[row, column] for row in side) for side in (one.left, one.right))
            for one, column in product(self.table.column_equations, columns)
        )
        return list(starmap(Balance, chain(along, down)))


@attrs.frozen(eq=False)
class Template:
    """A table without its figures, as each of some forms prints it.

    ``labels`` are the meanings of its labels in these forms.
    """

    printings: Sequence[Printing]
    labels: Set[Term]

    @property
    def key(self) -> str:
        """The key of the table."""
        return self.printings[0].table.key

    @cached_property
    def amounts(self) -> Set[int]:
        """The positions of figures that are money in each of these forms."""
        return frozenset.intersection(*(one.amounts for one in self.printings))

    @cached_property
    def changes(self) -> Set[int]:
        """The positions of figures that may be negative in each of these forms."""
        return frozenset.intersection(*(one.changes for one in self.printings))

    @cached_property
    def _balances(self) -> Sequence[Balance]:
        """The equations of all these forms."""
        return list(unique_everseen(chain.from_iterable(one.balances for one in self.printings)))

    def adds_up(self, counts: Sequence[int]) -> bool:
        """Whether figures, in printed order, add up as each of these forms prescribes."""
        filled = {at for at, count in enumerate(counts) if count}
        return all(one.holds(counts) for one in self._balances if not filled.isdisjoint(one.places))

    @property
    def adds_up_along_rows(self) -> bool:
        """Whether its rows have sums."""
        return bool(self.printings[0].table.row_equations)

    def printing_in(self, form: Form | None) -> Printing:
        """The table as that form prints it, or as the last form does if that one differs."""
        own = (one for one in self.printings if one.table.form is form)
        return next(own, self.printings[-1])


@lru_cache(maxsize=1 << 9)
def template_of(lines: Printed) -> Template | None:
    """The table that has just these lines in this order; None if there is none.

    It is cached, as the same few stand in all reports.  Rows that are in no sum may be missing, but
    not most of them, nor the labels of the columns:

    >>> template_of((("规章", 3),)) is None
    True
    """
    found_lines = [(labels, count) for words, count in lines if (labels := labels_in(words))]
    if not found_lines or len(found_lines) < len(lines):
        return None
    tables = chain.from_iterable(map(tables_of, Form))
    printings = [found for table in tables if (found := _printing(table, found_lines))]
    printed = {(found.table.key, found.table.form) for found in printings}
    terms = (term for labels, _ in found_lines for label in labels for term in label.terms)
    own = frozenset(
        term for term in terms if any((term.table, form) in printed for form in term.forms)
    )
    return Template(printings, own) if printings else None


def words_of(printed: str) -> str:
    """Words as templates have them: without all that stands between the letters of labels.

    >>> words_of("| 规 章 |"), words_of("本年增 | 减")
    ('规章', '本年增减')
    """
    return (_of_short if len(printed) <= LONGEST_LABELS else _letters)(printed)


def _letters(printed: str) -> str:
    return _NO_LETTERS.sub("", fold(printed))


_of_short = lru_cache(maxsize=1 << 12)(_letters)


@lru_cache(maxsize=1 << 10)
def are_labels(words: str) -> bool:
    """Whether words consist of labels and nothing else."""
    return bool(labels_in(words))


@lru_cache(maxsize=1 << 12)
def is_line(words: str, count: int) -> bool:
    """Whether some table has a line with just these labels and this number of figures."""
    labels = labels_in(words)
    keys = {ALL_ROWS, *(term.key for term in labels[-1].terms)} if labels else set()
    lines = chain.from_iterable(_lines_by_row().get((key, count), ()) for key in keys)
    return any(line.matches(labels) for line in lines)


@cache
def _lines_by_row() -> Mapping[tuple[str, int], Sequence[FormLine]]:
    """All lines that tables may have, by their row and the number of their figures."""
    tables = chain.from_iterable(map(tables_of, Form))
    lines = chain.from_iterable(map(any_lines_of, tables))
    return map_reduce(lines, lambda line: (line.key, line.due))


@lru_cache(maxsize=1 << 9)
def heads_rows(words: str) -> bool:
    """Whether words consist of labels, and the last is that of a group of rows."""
    labels = labels_in(words)
    return bool(labels) and {term.role for term in labels[-1].terms} == {Role.HEADING}


def _printing(table: FormTable, found_lines: Sequence[tuple[Labels, int]]) -> Printing | None:
    """The table, if it consists of just these lines and names no other unit of money."""
    rows = {row.key for row in table.rows}
    if not (table.column_equations or table.declared.one_line):
        rows &= {term.key for labels, _ in found_lines for term in labels[-1].terms}
    due = list(lines_of(table, rows))
    pairs = list(zip(due, found_lines, strict=False))
    do_match = all(line.due == count and line.matches(labels) for line, (labels, count) in pairs)
    if not (do_match and len(due) == len(found_lines) and len(table.rows) <= _FEWEST * len(rows)):
        return None
    money = {
        where: label.money
        for line, (labels, _) in pairs
        for label in labels
        if label.money
        for where in line.named_by(label)
    }
    if any(units_of(table.form)[where] != unit for where, unit in money.items()):
        return None
    return Printing(table, [line.addresses for line in due], money)
