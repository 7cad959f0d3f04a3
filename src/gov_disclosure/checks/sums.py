"""The sums that the forms prescribe, within a report and from year to year (勾稽关系)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..findings import Finding
from ..forms import Address
from ..values import Cell
from .judging import Side, Sum
from .prescribed import Prescribed, sums_of, yearly_sums_of
from .subject import Audited, Pair, by_address
from .wording import finding_of

_Cells = Mapping[Address, Cell]


def sums_within(report: Audited) -> Iterator[Finding]:
    """A finding for every sum of the form whose cells the report has, with figures or without.

    Where the labels leave the form open, those are the sums that all candidates have.
    """
    cells = by_address(report)
    for prescribed in _possible(sums_of(report.form), cells, {}):
        left, right = _sides(prescribed, cells, {})
        yield finding_of(Sum(prescribed.code, prescribed.expression, prescribed.place, left, right))


def sums_between(pair: Pair) -> Iterator[Finding]:
    """A finding for every sum over both years whose cells the two reports have."""
    now, before = by_address(pair.now), by_address(pair.before)
    for prescribed in _possible(yearly_sums_of(pair.now.form), now, before):
        left, right = _sides(prescribed, now, before)
        last = len(prescribed.last_year)
        here = len(left.cells) + len(right.cells) - last
        yield finding_of(
            Sum(
                f"yearly-{prescribed.code}",
                prescribed.expression,
                f"{pair.year} {prescribed.place}",
                left,
                right,
                years=(pair.year,) * here + (pair.year - 1,) * last,
            )
        )


def _possible(sums: Iterable[Prescribed], now: _Cells, before: _Cells) -> Iterator[Prescribed]:
    """The sums all of whose cells are there, if only as missing ones."""
    for prescribed in sums:
        here = {*prescribed.left, *prescribed.right}
        if now.keys() >= here and before.keys() >= {*prescribed.last_year}:
            yield prescribed


def _sides(prescribed: Prescribed, now: _Cells, before: _Cells) -> tuple[Side, Side]:
    left, right = (
        tuple(now[where] for where in side) for side in (prescribed.left, prescribed.right)
    )
    last = tuple(before[where] for where in prescribed.last_year)
    return Side(prescribed.words[0], left), Side(prescribed.words[1], right + last)
