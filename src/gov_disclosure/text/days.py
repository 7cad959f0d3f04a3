"""Days as they are printed: ``2024年1月8日``, ``2024-01-08 09:30``."""

from __future__ import annotations

import re
from datetime import date

from .fold import fold

YEAR = "(?:19|20)[0-9]{2}"
_TO_MONTH = " {0,2}[-年./] {0,2}"
_TO_DAY = " {0,2}[-月./] {0,2}"
CLOCK = "[0-9]{1,2}(?::[0-9]{2}){1,2}"
DAY = rf"{YEAR}{_TO_MONTH}[0-9]{{1,2}}{_TO_DAY}[0-9]{{1,2}} {{0,2}}日?(?:[ T]{CLOCK})?"
"""The pattern of a day, perhaps with its hour, in text that is folded."""

_DAY = re.compile(f"({YEAR}){_TO_MONTH}([0-9]{{1,2}}){_TO_DAY}([0-9]{{1,2}})(?![0-9])")


def read_date(text: str) -> date | None:
    """The first day named in a text; None if there is none, or the calendar has no such day.

    >>> read_date("2020.12.29"), read_date("2021年2月30日")
    (datetime.date(2020, 12, 29), None)
    """
    found = _DAY.search(fold(text))
    return as_date(*found.groups()) if found else None


def as_date(year: str, month: str, day: str) -> date | None:
    """The day, or None if the calendar has no such day."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
