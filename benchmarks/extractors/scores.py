"""How many of the figures due were found in a text, and which cells are wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from generate.reports import MadeReport
from gov_disclosure import parse
from gov_disclosure.forms import Address
from gov_disclosure.values import Kind


@attrs.frozen
class Wrong:
    """A figure that is not the one printed in that cell, or has none printed there."""

    where: Address
    printed: str | None
    read: str

    def __str__(self) -> str:
        return f"{' '.join(self.where)}: printed {self.printed!r}, read {self.read}"


@attrs.frozen
class Score:
    """Figures due, those found, and the wrong ones."""

    due: int = 0
    found: int = 0
    wrong: tuple[Wrong, ...] = ()

    @property
    def share(self) -> float:
        """The share of figures found."""
        return self.found / self.due if self.due else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(self.due + other.due, self.found + other.found, self.wrong + other.wrong)


def score(text: str, report: MadeReport) -> Score:
    """Every figure of the report against what ``parse`` reads in the text."""
    cells = {(cell.table, cell.row, cell.column): cell for cell in parse(text).cells}
    read = {where: cell.value for where, cell in cells.items() if cell.value is not None}
    expected = {where: report.expected(where) for where in report.cells}
    due = {where: cell.value for where, cell in expected.items() if cell.kind is Kind.NUMBER}
    right = {where for where, value in read.items() if due.get(where) == value}
    return Score(len(due), len(right), tuple(_wrong(report, read, read.keys() - right)))


def _wrong(
    report: MadeReport, read: Mapping[Address, object], addresses: Iterable[Address]
) -> Iterable[Wrong]:
    for where in sorted(addresses):
        yield Wrong(where, report.cells.get(where), str(read[where]))
