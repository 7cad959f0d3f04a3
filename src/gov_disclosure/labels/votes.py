"""Which form labels speak for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..declare import Form
from .vocabulary import Term


def form_of(labels: Iterable[Term]) -> Form | None:
    """The form that prints most of these labels; None if two print as many, or none any.

    Told by the labels and never by the year: agencies use a form before and after its time.
    """
    alike = Counter([term.forms for term in set(labels)]).items()
    votes = Counter({form: sum([n for forms, n in alike if form in forms]) for form in Form})
    (first, most), (_, second_most) = votes.most_common(2)
    return first if most > second_most else None
