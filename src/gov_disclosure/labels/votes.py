"""Which form labels speak for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from ..declare import Form
from .vocabulary import Role, Term, vocabulary


def form_of(labels: Iterable[Term]) -> Form | None:
    """The form that prints most of these labels; None if two print as many, or none any.

    Told by the labels and never by the year: agencies use a form before and after its time.  One
    that may be short for another form's (规范性文件, 行政规范性文件) counts only where no other
    tells.
    """
    return _form_of(frozenset(labels))


@lru_cache(maxsize=1 << 9)
def _form_of(told: frozenset[Term]) -> Form | None:
    """The form that labels speak for; those of whole tables are the same in many reports."""
    rows = _without_headings(told)
    return _voted(term for term in rows if not _may_be_short(term)) or _voted(rows)


def _without_headings(told: frozenset[Term]) -> frozenset[Term]:
    """Labels without those of rows that are a heading on another form, if rows beneath it are told.

    So it is with (六)其他处理, beneath which later forms have rows.
    """
    rows = {(term.table, term.key) for term in told if term.role is Role.ROW}
    groups = {(table, key[:at]) for table, key in rows for at in _dots(key)}
    return frozenset(term for term in told if (term.table, term.key) not in groups)


def _dots(key: str) -> Iterator[int]:
    """Where the keys of the groups end that a row is in."""
    return (at for at, letter in enumerate(key) if letter == ".")


def _voted(labels: Iterable[Term]) -> Form | None:
    alike = Counter([term.forms for term in labels]).items()
    votes = Counter({form: sum([n for forms, n in alike if form in forms]) for form in Form})
    (first, most), (_, second_most) = votes.most_common(2)
    return first if most > second_most else None


@cache
def _may_be_short(term: Term) -> bool:
    """Whether another form prints a longer label with these words for the same row or column."""
    terms = (one for some in vocabulary().exact.values() for one in some)
    return any(_is_longer(one, term) and not one.forms & term.forms for one in terms)


def _is_longer(one: Term, other: Term) -> bool:
    same = (one.role, one.table, one.key) == (other.role, other.table, other.key)
    return same and other.label in one.label
