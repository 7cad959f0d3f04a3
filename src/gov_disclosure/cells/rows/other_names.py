"""Rows in other words than the form's that may be less than its row, or something else of it."""

from __future__ import annotations

import re

from ...grids.shown import Entry, Shown
from ...labels.cores import core_of
from ...text.fold import squeeze
from ...text.numerals import MONEY
from ..columns.places import Slots

_COUNTS = re.compile(r"(?:数|[项件个]数|数量|数目)$")


def is_one_of_parts(entry: Entry, shown: Shown, text: str) -> bool:
    """Whether rows that no form has begin with the words that the form has for a row.

    Where 行政强制执行 stands beside 行政强制措施, this is no other name of 行政强制.
    """
    beside = [values[0] for table, values in shown.extra if table == entry.table]
    if not beside:
        return False
    said = _words(entry, text)
    labels = {core_of(squeeze(term.label)).words for term in entry.terms if said}
    if not said or (said in labels and not _has_remark(entry, text)):
        return False
    others = [core_of(squeeze(text[cell[0] : cell[1]])).words for cell in beside]
    return any(other.startswith(label) for other in others for label in labels)


def counts_what_is_paid(entry: Entry, slots: Slots, text: str) -> bool:
    """Whether a row counts things by its label, where the form has nothing but money for it."""
    is_paid = all(slot and slot.unit in MONEY for slot in slots)
    if not (is_paid and _COUNTS.search(_words(entry, text))):
        return False
    return not any(_COUNTS.search(core_of(squeeze(term.label)).words) for term in entry.terms)


def _has_remark(entry: Entry, text: str) -> bool:
    """Whether a remark stands behind its label, and none of the form's."""
    start, end = entry.place
    return text[start:end].rstrip().endswith((")", "）")) and not any(
        term.label.endswith(")") for term in entry.terms
    )


def _words(entry: Entry, text: str) -> str:
    """The words of its label as they are printed; none, if it has no label."""
    if not (entry.terms and entry.run.labels):
        return ""
    start, end = entry.place
    return core_of(squeeze(text[start:end])).words
