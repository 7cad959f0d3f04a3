"""Find figures that jump from year to year, which may be right but are worth a look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..declare import Form
from ..findings import Amount, Finding, Status
from ..forms import CHANGE, Address, tables_of
from ..values import Cell, Origin
from .prescribed import ROW_SUM, sums_of
from .rules import NO_JUMP
from .subject import Pair, by_address
from .wording import plainly

_SMALLEST = 100
"""For smaller figures a factor of ten is not unusual."""

_TIMES = 10


def jumps(pair: Pair) -> Iterator[Finding]:
    """A notice for every figure that is ten times, or a tenth of, that of the year before.

    Where a row has a total, that speaks for its parts.
    """
    before = by_address(pair.before)
    parts = {where for row in sums_of(None) if row.code == ROW_SUM for where in row.right}
    names = _names(pair)
    for where, cell in by_address(pair.now).items():
        last = before.get(where)
        if last is not None and where not in parts and cell.column != CHANGE:
            yield from _jump(pair, last, cell, names.get(where, " ".join(where)))


def _jump(pair: Pair, last: Cell, cell: Cell, place: str) -> Iterator[Finding]:
    figure, other = _printed(cell), _printed(last)
    if figure is not None and other is not None and _is_jump(figure, other):
        yield NO_JUMP.finding(
            Status.NOTICE,
            cells=[cell, last],
            years=[pair.year, pair.year - 1],
            left=figure,
            right=other,
            place=place,
            figure=plainly(figure),
            other=plainly(other),
            before=pair.year - 1,
            year=pair.year,
        )


def _is_jump(one: Amount, other: Amount) -> bool:
    """Whether one of two figures is at least ten times the other, and not small.

    >>> _is_jump(12, 1), _is_jump(120, 13), _is_jump(13, 130), _is_jump(0, 100)
    (False, False, True, True)
    """
    small, large = sorted((one, other))
    return 0 <= _TIMES * small <= large and large >= _SMALLEST


def _printed(cell: Cell) -> Amount | None:
    return cell.value if cell.origin is Origin.PRINTED else None


def _names(pair: Pair) -> Mapping[Address, str]:
    """The names of all figures, from the form of the later year if it has them."""
    forms = [*Form, *filter(None, [pair.now.form])]
    return {
        (table.key, row.key, column.key): f"{row.label} {column.label}"
        for form in forms
        for table in tables_of(form)
        for block in table.blocks
        for row in block.rows
        for column in block.columns
    }
