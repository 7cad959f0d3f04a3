"""What a single cell says: a label, a number, nothing, a dash, a unit, or words."""

from __future__ import annotations

import enum
import re
from functools import lru_cache

import attrs

from .fold import fold
from .forms import units
from .numbers import MONEY, Number, read_number
from .vocabulary import Term, vocabulary


class Sort(enum.Enum):
    """The sorts of cells that a reader and the binding tell apart."""

    LABEL = "label"
    NUMBER = "number"
    BLANK = "blank"
    DASH = "dash"
    UNIT = "unit"
    TEXT = "text"


@attrs.frozen(eq=False)
class Mark:
    """What a cell says.

    ``terms`` are the meanings of a label, ``money`` the unit of money that a label names.
    """

    sort: Sort
    number: Number | None = None
    terms: tuple[Term, ...] = ()
    money: str | None = None


BLANK = Mark(Sort.BLANK)
DASH = Mark(Sort.DASH)
UNIT = Mark(Sort.UNIT)
TEXT = Mark(Sort.TEXT)

LONGEST_LABEL = 120
"""No label, with whatever remark stands behind it, is longer than this."""

_DASHES = re.compile(r"[-/—–―─一ー~*×╱\\]{1,6}|无|N/?A", re.IGNORECASE)
_MONEY = re.compile("|".join(sorted(MONEY, key=len, reverse=True)))


def mark(raw: str) -> Mark:
    """What the text of a cell says.

    >>> mark(" 148 ").number
    Number(amount=Decimal('148'), unit=None)
    >>> mark("規章").sort, mark("—").sort, mark("本局未制定").sort
    (<Sort.LABEL: 'label'>, <Sort.DASH: 'dash'>, <Sort.TEXT: 'text'>)
    """
    if len(raw) <= LONGEST_LABEL:
        return _remembered(raw)
    return BLANK if raw.isspace() else TEXT


@lru_cache(maxsize=1 << 14)
def _remembered(raw: str) -> Mark:
    """The mark of a short text; the same few come again and again, in every report."""
    said = fold(raw).strip()
    if not said:
        return BLANK
    number = read_number(said)
    if number is not None:
        return Mark(Sort.NUMBER, number)
    if _DASHES.fullmatch(said):
        return DASH
    if said in units() or said in MONEY:
        return UNIT
    return _label(said)


def _label(said: str) -> Mark:
    terms = vocabulary().meanings(said)
    if not terms:
        return TEXT
    money = _MONEY.search(said)
    return Mark(Sort.LABEL, terms=terms, money=money[0] if money else None)
