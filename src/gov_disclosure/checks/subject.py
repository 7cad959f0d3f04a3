"""The part of a report that checks may use."""

from __future__ import annotations

from typing import Protocol

import attrs

from ..declare import Form
from ..forms import Address
from ..values import Cell, Period, Problem, Section, Span


class Audited(Protocol):
    """A report as the checks see it."""

    @property
    def text(self) -> str:
        """The text that all spans count in."""

    @property
    def form(self) -> Form | None:
        """The form that is printed; None if the labels leave it open."""

    @property
    def year(self) -> int | None:
        """The year reported on."""

    @property
    def title(self) -> str | None:
        """The title as printed."""

    @property
    def agency(self) -> str | None:
        """The reporting body."""

    @property
    def period(self) -> Period | None:
        """The days that the statistics cover."""

    @property
    def sections(self) -> tuple[Section, ...]:
        """The parts of the report."""

    @property
    def unread(self) -> tuple[Span, ...]:
        """The parts of the text that were not recognised."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of the reading."""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell of the form."""


def by_address(report: Audited) -> dict[Address, Cell]:
    """The cells of a report by their addresses."""
    return {(cell.table, cell.row, cell.column): cell for cell in report.cells}


@attrs.frozen
class Pair:
    """The reports of a year and of the year before."""

    year: int
    before: Audited
    now: Audited

    @property
    def years(self) -> tuple[int, int]:
        """Both years, the earlier one first."""
        return self.year - 1, self.year
