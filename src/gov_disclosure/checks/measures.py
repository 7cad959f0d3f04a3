"""Measures derived from the figures of a report, each with its definition beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import chain

import attrs

from ..declare import Form
from ..findings import Amount
from ..forms import VALUE, Address, units_of
from .subject import Audited, by_address

_Terms = tuple[Address, ...]


@attrs.frozen
class Share:
    """A definition: the figures of a part over those of the whole it is a part of.

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


def _defined(*shares: Share) -> dict[str, tuple[Share, ...]]:
    """The metadata of a field: its definitions, one for each table that has the figures."""
    return {_KEY: shares}


@attrs.frozen(kw_only=True)
class Measures:
    """Shares as exact fractions from 0 to 1.

    None where a figure of the definition is not known, where the whole is 0, and where the part
    is more than the whole, which no share can be.  The definitions are in the docs under
    *Checks*.
    """

    granted: Fraction | None = attrs.field(
        default=None,
        metadata=_defined(
            Share(_applied("granted"), _HANDLED),
            Share(_counted("requests.answered.granted"), _ANSWERED),
        ),
    )
    partially_granted: Fraction | None = attrs.field(
        default=None,
        metadata=_defined(
            Share(_applied("partially_granted"), _HANDLED),
            Share(_counted("requests.answered.partially_granted"), _ANSWERED),
        ),
    )
    refused: Fraction | None = attrs.field(
        default=None,
        metadata=_defined(
            Share(_applied("refused"), _HANDLED),
            Share(_counted("requests.answered.refused.total"), _ANSWERED),
        ),
    )
    not_provided: Fraction | None = attrs.field(
        default=None, metadata=_defined(Share(_applied("not_provided"), _HANDLED))
    )
    concluded: Fraction | None = attrs.field(
        default=None, metadata=_defined(Share(_HANDLED, _applied("new", "carried_over")))
    )
    review_corrected: Fraction | None = attrs.field(
        default=None,
        metadata=_defined(
            Share(_cases(_REVIEWS, "corrected"), _cases(_REVIEWS, *_DECIDED)),
            Share(_counted("review.corrected"), _counted("review.total")),
        ),
    )
    litigation_corrected: Fraction | None = attrs.field(
        default=None,
        metadata=_defined(
            Share(_cases(_LAWSUITS, "corrected"), _cases(_LAWSUITS, *_DECIDED)),
            Share(_counted("litigation.corrected"), _counted("litigation.total")),
        ),
    )


def measures_of(report: Audited) -> Measures:
    """The measures of a report."""
    figures = _figures(report)
    defined = ((field.name, field.metadata[_KEY]) for field in attrs.fields(Measures))
    return Measures(**{name: _first(shares, figures) for name, shares in defined})


def _figures(report: Audited) -> Mapping[Address, Amount | None]:
    """What stands in every cell of the report's form, or of all it may be; None if unknown."""
    forms = [report.form] if report.form else Form
    cells = by_address(report)
    due = chain.from_iterable(map(units_of, forms))
    return {where: cells[where].value if where in cells else None for where in due}


def _first(shares: Iterable[Share], figures: Mapping[Address, Amount | None]) -> Fraction | None:
    """By the first definition whose figures the report has."""
    found = (_share(share, figures) for share in shares)
    return next((share for share in found if share is not None), None)


def _share(share: Share, figures: Mapping[Address, Amount | None]) -> Fraction | None:
    part, whole = _total(share.part, figures), _total(share.whole, figures)
    if part is None or not whole or not 0 <= part <= whole:
        return None
    return part / whole


def _total(terms: _Terms, figures: Mapping[Address, Amount | None]) -> Fraction | None:
    """What the figures of these rows add up to; None if any is not known."""
    values = [
        value for where, value in figures.items() if any(_is_beneath(where, term) for term in terms)
    ]
    known = [Fraction(value) for value in values if value is not None]
    return sum(known, start=Fraction()) if known and len(known) == len(values) else None


def _is_beneath(where: Address, term: Address) -> bool:
    table, row, column = term
    return (where[0], where[2]) == (table, column) and f"{where[1]}.".startswith(f"{row}.")
