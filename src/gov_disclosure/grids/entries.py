"""Entries: the runs of a grid that are rows of a form; and the runs beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from more_itertools import lstrip

from ..labels.marks import FIGURES, GLOSSED, NO_LABELS, Sort
from ..labels.vocabulary import OF_CELLS, Role, Term
from ..labels.wordings import LONGEST_NAME
from ..layouts.grid import Located, Row, is_blank, is_words
from ..text.source import Place
from .context import Context
from .header import Header
from .runs import Run

_NO_VALUES = frozenset({Sort.BLANK, Sort.UNIT})


class Entry(NamedTuple):
    """The values behind a label of the form; a tuple for speed, as there is one for every row.

    ``terms`` are the rows that the label can mean; empty for a line of values without a label,
    under the header of a table that prints all its rows side by side.  ``labels`` are the meanings
    of all labels of the run.  ``values`` are those of the run, without a unit in a cell of its own
    and without repeated columns; ``filled`` are those that are not empty.  ``money`` is the unit of
    money in a cell of its own or in a note below all rows, ``money_below`` the one that a line
    below names although other rows follow.  ``unit_behind`` says whether a unit stands behind the
    last value or before it; None without a unit or without values.
    """

    run: Run
    table: str
    terms: tuple[Term, ...]
    values: Row
    filled: Row
    header: Header
    labels: Sequence[Term] = ()
    money: str | None = None
    unit_behind: bool | None = None
    money_below: str | None = None

    @property
    def place(self) -> Place:
        """Where its label stands, or its first value if it has no label."""
        is_labelled = self.terms and self.run.labels
        return (self.run.labels[-1] if is_labelled else self.run.values[0])[:2]

    @property
    def named_money(self) -> str | None:
        """The unit of money that its label names."""
        return self.run.labels[-1][2].money if self.terms and self.run.labels else None


class Beside(NamedTuple):
    """A run that is no row of the form, with the meaning of its labels at its position."""

    run: Run
    terms: tuple[Term, ...]
    labels: Sequence[Term]
    context: Context

    @property
    def is_outside(self) -> bool:
        """Whether the run has no label, and so is no part of a table."""
        return not self.run.labels

    @property
    def is_header(self) -> bool:
        """Whether the last label of the run is that of a column."""
        return bool(self.terms) and self.terms[0].role is Role.COLUMN

    @property
    def is_no_row(self) -> bool:
        """Whether the run has a label of a table but is no row."""
        return bool(self.terms) and self.terms[0].role in OF_CELLS

    @property
    def is_above_rows(self) -> bool:
        """Whether the last label of the run is that of a group of rows."""
        return bool(self.terms) and self.terms[0].role is Role.HEADING

    @property
    def is_sentence(self) -> bool:
        """Whether words follow the label of a group of rows, perhaps with figures behind."""
        return self.is_above_rows and any(c[2].sort in NO_LABELS for c in self.run.values[:1])

    @property
    def is_dashed(self) -> bool:
        """Whether dashes stand behind the label of a group of rows, as it has no figures."""
        return self.is_above_rows and any(c[2].sort is Sort.DASH for c in self.own_values[:1])

    @property
    def own_values(self) -> Row:
        """Its values without the empty cells before them, which labels of groups may cover."""
        return list(lstrip(self.run.values, is_blank))

    @property
    def is_extra_row(self) -> bool:
        """Whether the run is a row that no form has: words in the place of a label, and figures."""
        if not (self.is_outside and self.context.header.cells):
            return False
        words, cells = self.own_values[:1], self.own_values[1:]
        is_labelled = any(map(_may_be_a_label, words))
        has_figures = any(cell[2].sort in FIGURES for cell in cells)
        return is_labelled and has_figures and not any(map(is_words, cells))

    @property
    def is_of_section(self) -> bool:
        """Whether the run is the heading of a section with nothing behind it."""
        return bool(self.terms) and self.terms[0].role is Role.SECTION and not self.run.values

    @property
    def is_above(self) -> bool:
        """Whether the run stands above rows, within a table."""
        return bool(self.labels) and self.labels[-1].role is not Role.SECTION


def filled_of(values: Row) -> Row:
    """The values that are not empty."""
    return [cell for cell in values if cell[2].sort not in _NO_VALUES]


def _may_be_a_label(cell: Located) -> bool:
    """Whether a cell is words short enough to be a label, or explained in brackets."""
    return is_words(cell) and (cell[1] - cell[0] <= LONGEST_NAME or cell[2] is GLOSSED)
