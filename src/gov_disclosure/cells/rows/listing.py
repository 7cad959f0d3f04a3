"""Lists with one count each, of what agencies do or publish, whose names rows of a form have."""

from __future__ import annotations

from ...grids.choosing import Candidate
from ..columns.places import options_of

_SEVERAL = 2


def has_units_beneath_its_heading(candidate: Candidate, table: str) -> bool:
    """Whether rows beneath the name of their table have one figure each, and a unit beside it."""
    entries = [e for e in candidate.shown.entries if e.table == table and e.filled]
    if candidate.stretch.beneath != table or any(len(entry.filled) > 1 for entry in entries):
        return False
    return sum(entry.unit_behind is not None for entry in entries) >= _SEVERAL


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
