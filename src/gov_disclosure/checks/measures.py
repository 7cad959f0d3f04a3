"""Measures derived from the figures of a report, each with its definition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache
from itertools import chain
from typing import Any

import attrs

from ..declare import Form
from ..findings import Amount
from ..forms import VALUE, Address, is_beneath, units_of
from .subject import Audited, by_address

_Terms = tuple[Address, ...]
_Values = Mapping[Address, Amount | None]


@attrs.frozen
class Share:
    """A definition: the figures of a part over those of its whole.

    The row of a group stands for all rows beneath it.
    """

    part: _Terms
    whole: _Terms


def _applied(*rows: str) -> _Terms:
    return tuple(("applications", row, "total") for row in rows)


def _cases(kinds: Iterable[str], *outcomes: str) -> _Terms:
    return tuple(("proceedings", kind, outcome) for kind in kinds for outcome in outcomes)


def _counted(*rows: str) -> _Terms:
    return tuple(("statistics", row, VALUE) for row in rows)


_HANDLED = _applied("total_handled")
_ANSWERED = _counted("requests.answered.total")
_DECIDED = ("upheld", "corrected", "other")
_REVIEWS = ("review",)
_KEY = "gov_disclosure.shares"
_LAWSUITS = ("litigation_direct", "litigation_after_review")


def _measure(*shares: Share) -> Any:
    """A field for a measure, with its definitions: one for each table that has the figures."""
    return attrs.field(default=None, metadata={_KEY: shares})


@attrs.frozen(kw_only=True)
class Measures:
    """Shares as exact fractions from 0 to 1.

    None where a figure of the definition is not known, where the whole is 0, and where the part
    is more than the whole, which no share can be.  The definitions are in the docs under
    *Checks*.
    """

    granted: Fraction | None = _measure(
        Share(_applied("granted"), _HANDLED),
        Share(_counted("requests.answered.granted"), _ANSWERED),
    )
    partially_granted: Fraction | None = _measure(
        Share(_applied("partially_granted"), _HANDLED),
        Share(_counted("requests.answered.partially_granted"), _ANSWERED),
    )
    refused: Fraction | None = _measure(
        Share(_applied("refused"), _HANDLED),
        Share(_counted("requests.answered.refused.total"), _ANSWERED),
    )
    not_provided: Fraction | None = _measure(Share(_applied("not_provided"), _HANDLED))
    concluded: Fraction | None = _measure(Share(_HANDLED, _applied("new", "carried_over")))
    review_corrected: Fraction | None = _measure(
        Share(_cases(_REVIEWS, "corrected"), _cases(_REVIEWS, *_DECIDED)),
        Share(_counted("review.corrected"), _counted("review.total")),
    )
    litigation_corrected: Fraction | None = _measure(
        Share(_cases(_LAWSUITS, "corrected"), _cases(_LAWSUITS, *_DECIDED)),
        Share(_counted("litigation.corrected"), _counted("litigation.total")),
    )


def measures_of(report: Audited) -> Measures:
    """The measures of a report."""
    values = {where: cell.value for where, cell in by_address(report).items()}
    defined = ((field.name, field.metadata[_KEY]) for field in attrs.fields(Measures))
    return Measures(**{name: _first(shares, report.form, values) for name, shares in defined})


def _first(shares: Iterable[Share], form: Form | None, values: _Values) -> Fraction | None:
    """The measure by the first definition whose figures the report has."""
    found = (_share(share, form, values) for share in shares)
    return next((share for share in found if share is not None), None)


def _share(share: Share, form: Form | None, values: _Values) -> Fraction | None:
    part, whole = (_total(_addresses(terms, form), values) for terms in (share.part, share.whole))
    if part is None or not whole or not 0 <= part <= whole:
        return None
    return part / whole


@cache
def _addresses(terms: _Terms, form: Form | None) -> tuple[Address, ...]:
    """The addresses of the figures in these rows, on a form or, if it is open, on any form."""
    due = dict.fromkeys(chain.from_iterable(map(units_of, [form] if form else Form)))
    return tuple(where for where in due if any(_is_beneath(where, term) for term in terms))


def _total(addresses: tuple[Address, ...], values: _Values) -> Fraction | None:
    """The sum of the figures at addresses; None if any is unknown."""
    figures = [values.get(where) for where in addresses]
    known = [Fraction(figure) for figure in figures if figure is not None]
    return sum(known, start=Fraction()) if known and len(known) == len(figures) else None


def _is_beneath(where: Address, term: Address) -> bool:
    table, row, column = term
    return where[::2] == (table, column) and is_beneath(where[1], row)
