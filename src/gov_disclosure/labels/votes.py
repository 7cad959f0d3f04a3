"""Which form labels speak for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from ..declare import Form
from .vocabulary import Term, vocabulary


def form_of(labels: Iterable[Term]) -> Form | None:
    """The form that prints most of these labels; None if two print as many, or none any.

    Told by the labels and never by the year: agencies use a form before and after its time.
    """
    alike = Counter(map(_forms_of, set(labels))).items()
    votes = Counter({form: sum([n for forms, n in alike if form in forms]) for form in Form})
    (first, most), (_, second_most) = votes.most_common(2)
    return first if most > second_most else None


@cache
def _forms_of(term: Term) -> frozenset[Form]:
    """The forms that a label speaks for: also those of which it is a part of the same label.

    Agencies still say 规范性文件 where the form has 行政规范性文件.
    """
    terms = (one for some in vocabulary().exact.values() for one in some)
    longer = (one.forms for one in terms if _is_longer(one, term))
    return term.forms.union(*longer)


def _is_longer(one: Term, other: Term) -> bool:
    same = (one.role, one.table, one.key) == (other.role, other.table, other.key)
    return same and other.label in one.label
