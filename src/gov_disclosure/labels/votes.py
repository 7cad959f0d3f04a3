"""Vote on the form by the labels that were found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from ..declare import Form
from .vocabulary import Role, Term, vocabulary


def form_of(labels: Iterable[Term]) -> Form | None:
    """The form that prints most of the labels; None if two print equally many.

    The year is not used, as agencies use a form before and after its time.  A label that may be
    short for another form's (规范性文件, 行政规范性文件) counts only if the other labels leave the
    form open.
    """
    return _form_of(frozenset(labels))


@lru_cache(maxsize=1 << 9)
def _form_of(labels: frozenset[Term]) -> Form | None:
    """The same, cached, as many reports print the same labels."""
    rows = _without_headings(labels)
    return _voted(term for term in rows if not _may_be_short(term)) or _voted(rows)


def _without_headings(labels: frozenset[Term]) -> frozenset[Term]:
    """Drop labels of rows that are headings on another form, if rows of that group are printed.

    An example is (六)其他处理, below which later forms have rows.
    """
    rows = {(term.table, term.key) for term in labels if term.role is Role.ROW}
    groups = {(table, key[:at]) for table, key in rows for at in _dots(key)}
    return frozenset(term for term in labels if (term.table, term.key) not in groups)


def _dots(key: str) -> Iterator[int]:
    """The ends of the keys of a row's groups within its own key."""
    return (at for at, letter in enumerate(key) if letter == ".")


def _voted(labels: Iterable[Term]) -> Form | None:
    """The form that prints more of the labels than any other."""
    alike = Counter([term.forms for term in labels]).items()
    votes = Counter({form: sum([n for forms, n in alike if form in forms]) for form in Form})
    (first, most), (_, second_most) = votes.most_common(2)
    return first if most > second_most else None


@cache
def _may_be_short(term: Term) -> bool:
    """Whether another form has a longer label with these words for the same row or column."""
    terms = (one for some in vocabulary().exact.values() for one in some)
    return any(_is_longer(one, term) and not one.forms & term.forms for one in terms)


def _is_longer(one: Term, other: Term) -> bool:
    same = (one.role, one.table, one.key) == (other.role, other.table, other.key)
    return same and other.label in one.label
