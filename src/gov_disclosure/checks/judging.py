"""Judge whether two sides add up to the same, as far as the printed figures show."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import attrs

from ..findings import Amount, Status
from ..values import Cell, Kind, Origin, Span

_EMPTY = frozenset((Kind.BLANK, Kind.DASH))
"""Kinds of cells that mostly mean zero."""


@attrs.frozen
class Side:
    """One side of a sum: its cells, and its name in printed labels."""

    words: str
    cells: tuple[Cell, ...]

    @cached_property
    def printed(self) -> tuple[Amount, ...]:
        """The printed figures; inferred ones are no evidence for the sum that placed them."""
        values = (cell.value for cell in self.cells if cell.origin is Origin.PRINTED)
        return tuple(value for value in values if value is not None)

    @property
    def open(self) -> int:
        """The number of cells without a printed figure."""
        return len(self.cells) - len(self.printed)

    @cached_property
    def total(self) -> Amount | None:
        """The sum of the printed figures; None if there are none."""
        return add_up(self.printed) if self.printed else None


@attrs.frozen
class Sum:
    """A sum in one place: its rule, its place and its sides.

    ``years`` holds the year of each cell, left and right, where they are of several reports.
    ``strangers`` are rows among its own that the form does not have: some of them may count.
    """

    code: str
    rule: str
    place: str
    left: Side
    right: Side
    years: tuple[int, ...] = ()
    strangers: tuple[Span, ...] = ()

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The cells of both sides."""
        return self.left.cells + self.right.cells

    @property
    def open(self) -> int:
        """The number of cells on both sides without a printed figure."""
        return self.left.open + self.right.open

    @property
    def placed(self) -> int:
        """The number of cells on both sides with an inferred figure."""
        return sum(cell.origin is Origin.INFERRED for cell in self.cells)

    @cached_property
    def status(self) -> Status:
        """Whether both sides are equal, whatever belongs in cells without a figure.

        With rows that the form does not have, a sum may hold that seems not to.  One that holds
        only if cells that are printed empty stand for figures is worth a look.
        """
        verdict = judge(self.left, self.right)
        if verdict is not Status.PASS and self.strangers:
            return Status.UNKNOWN
        return Status.NOTICE if verdict is Status.UNKNOWN and self.needs_figures else verdict

    @cached_property
    def needs_figures(self) -> bool:
        """Whether all cells are printed, and the printed figures alone are not equal."""
        is_all_printed = all(
            cell.origin is Origin.PRINTED and (cell.value is not None or cell.kind in _EMPTY)
            for cell in self.cells
        )
        return is_all_printed and add_up(self.left.printed) != add_up(self.right.printed)


def judge(left: Side, right: Side) -> Status:
    """Whether two sides are equal, whatever counts belong in cells without a figure.

    Such a cell can hold any figure from zero up.  It can make up for what is missing on its side,
    but not for an excess; and if the printed figures agree, it may hold a figure that breaks the
    rule.
    """
    one, other = add_up(left.printed), add_up(right.printed)
    if not left.open and not right.open:
        return Status.PASS if one == other else Status.FAIL
    too_much = (one > other and not right.open) or (other > one and not left.open)
    return Status.FAIL if too_much else Status.UNKNOWN


def add_up(figures: Iterable[Amount]) -> Amount:
    """The exact sum of figures."""
    return sum(figures, start=0)
