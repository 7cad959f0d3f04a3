"""The sums within a report: rows, columns and groups of its form (勾稽关系)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..declare import Form
from ..findings import Finding
from ..forms import Address, tables_of
from ..values import Cell
from .judging import Side, Sum
from .prescribed import Prescribed, sums_of
from .subject import Audited, by_address
from .wording import finding_of


def sums_within(report: Audited) -> Iterator[Finding]:
    """A finding for every sum of the form whose cells the report has, with figures or without.

    Where the labels leave the form open, those are the sums that all candidates have.
    """
    cells = by_address(report)
    forms = [report.form] if report.form else Form
    found = {
        (prescribed.left, prescribed.right): prescribed
        for form in forms
        for table in tables_of(form)
        for prescribed in sums_of(table)
    }
    for prescribed in found.values():
        if cells.keys() >= {*prescribed.left, *prescribed.right}:
            yield finding_of(_sum(prescribed, cells))


def _sum(prescribed: Prescribed, cells: Mapping[Address, Cell]) -> Sum:
    left, right = prescribed.words
    return Sum(
        code=prescribed.code,
        rule=prescribed.rule.expression,
        place=prescribed.place,
        left=Side(left, tuple(cells[where] for where in prescribed.left)),
        right=Side(right, tuple(cells[where] for where in prescribed.right)),
    )
