"""The header above rows: the labels of columns, and what stands among and above them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

import attrs

from ..labels.marks import BLANK, FIGURES, SAID, Mark, Sort
from ..labels.vocabulary import Role, Term
from ..layouts.grid import Located

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

        Labels of other tables count as unknown words.
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


def _are_unknown_words(mark: Mark, table: str) -> bool:
    """Whether a cell is words that are no label of the table, and do not stand for a figure."""
    others = bool(mark.terms) and all(term.table != table for term in mark.terms)
    return (mark.sort is Sort.TEXT and mark is not SAID) or others
