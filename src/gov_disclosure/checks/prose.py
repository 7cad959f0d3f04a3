"""Compare the figures of the narrative with the quantities of the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import attrs

from ..figures.mentions import Paragraph
from ..findings import Amount, Finding, Status
from ..forms import Address, is_beneath
from ..tables import SAID, Reach, Said
from ..values import Cell, Figure, Kind
from .hearing import quantities_heard
from .judging import Side, add_up
from .rules import PROSE_TABLE
from .subject import Audited, by_address
from .wording import plainly

_Columns = dict[tuple[str, str], list[tuple[str, Cell]]]
"""The cells of each column of a table, each with the key of its row."""

_LEFT_OVER = ("applications", "carried_over", "total")


def findings_in_prose(report: Audited, narrative: Sequence[Paragraph]) -> Iterator[Finding]:
    """A finding for every figure of the narrative that certainly names a quantity of a table."""
    cells = by_address(report)
    sides = _sides(cells)
    heard = tuple(quantities_heard(report, narrative, frozenset(sides))) if sides else ()
    numbers: dict[tuple[Address, ...], set[Amount]] = defaultdict(set)
    for said, mention in heard:
        numbers[said.terms].add(mention.figure.number)
    left_over = cells.get(_LEFT_OVER)
    has_leftovers = left_over is None or left_over.value != 0
    for said, mention in heard:
        figure, side = mention.figure, sides[said]
        status = _verdict(figure.number, said, side, has_leftovers)
        says_one_thing = len(numbers[said.terms]) == 1
        yield _finding(
            status if says_one_thing else Status.UNKNOWN, said, side, figure, report.text
        )


def _sides(cells: Mapping[Address, Cell]) -> dict[Said, Side]:
    """The cells of each quantity in the report's tables."""
    columns: _Columns = defaultdict(list)
    for (table, row, column), cell in cells.items():
        columns[table, column].append((row, cell))
    found = {said: Side(said.name, tuple(_cells(said, columns))) for said in SAID}
    return {
        said: side
        for said, side in found.items()
        if any(cell.kind is not Kind.MISSING for cell in side.cells)
    }


def _cells(said: Said, columns: _Columns) -> Iterator[Cell]:
    for table, term, column in said.terms:
        for row, cell in columns.get((table, column), ()):
            if is_beneath(row, term):
                yield cell


def _verdict(number: Amount, said: Said, side: Side, has_leftovers: bool) -> Status:
    """Whether the table says the same, whatever counts belong in cells without a figure.

    Words that may leave something out can only say too much.
    """
    total = add_up(side.printed)
    if number == total and not side.open:
        return Status.PASS
    too_much = number > total and not side.open
    too_little = number < total and _means_all(said.reach, has_leftovers)
    is_wrong = said.reach is not Reach.LOOSE and (too_much or too_little)
    return Status.FAIL if is_wrong else Status.UNKNOWN


def _means_all(reach: Reach, has_leftovers: bool) -> bool:
    return reach is Reach.ALL or (reach is Reach.THIS_YEARS and not has_leftovers)


def _finding(status: Status, said: Said, side: Side, figure: Figure, text: str) -> Finding:
    printed = " + ".join(map(plainly, side.printed))
    finding = PROSE_TABLE.finding(
        status,
        cells=side.cells,
        spans=[figure.span],
        left=figure.number,
        right=side.total,
        name=said.name,
        said=text[figure.span.start : figure.span.end],
        printed=printed or "no figure",
        printed_zh=printed or "未印数字",
    )
    rule = " + ".join(".".join(term) for term in said.terms)
    return attrs.evolve(finding, rule=f"figure = {rule}")
