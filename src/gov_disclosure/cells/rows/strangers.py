"""Rows that have a label of the form, or words like one, and may be something else.

Lists of what agencies do or publish have rows such as 行政许可 and 行政处罚 as well, with one count
each; and an added row may be a part of the form's, or count things where the form has money.
"""

from __future__ import annotations

import re

from ...grids.choosing import Candidate
from ...grids.entries import Entry
from ...grids.shown import Shown
from ...labels.cores import core_of
from ...text.fold import squeeze
from ...text.numerals import MONEY
from ..columns.places import Slots, options_of


def has_units_beneath_its_heading(candidate: Candidate, table: str) -> bool:
    """Whether rows beneath the name of their table have one figure each, and a unit beside it."""
    entries = [e for e in candidate.shown.entries if e.table == table and e.filled]
    if candidate.stretch.beneath != table or any(len(entry.filled) > 1 for entry in entries):
        return False
    return sum(entry.unit_behind is not None for entry in entries) > 1


def is_list(candidate: Candidate, table: str) -> bool:
    """Whether rows of a table have one figure each beneath no header, and forms have more.

    A table that lost its empty cells can look so as well; then nobody can tell.
    """
    entries = [e for e in candidate.shown.entries if e.table == table and e.filled and e.terms]
    if any(len(entry.filled) > 1 or entry.header.cells for entry in entries):
        return False
    return any(_is_wide(table, entry.terms[0].key) for entry in entries)


def _is_wide(table: str, row: str) -> bool:
    """Whether every form has several places for a row."""
    return all(len(option.slots) > 1 for option in options_of(table, row, None))


_COUNTS = re.compile(r"(?:数|[项件个]数|数量|数目)$")


def is_one_of_parts(entry: Entry, shown: Shown, text: str) -> bool:
    """Whether rows that no form has begin with the words that the form has for a row.

    Where 行政强制执行 stands beside 行政强制措施, this is no other name of 行政强制.
    """
    beside = [values[0] for table, values in shown.extra if table == entry.table]
    if not beside:
        return False
    said = _words(entry, text)
    labels = {core_of(squeeze(term.label)).words for term in entry.terms}
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
