"""The unit of amounts in labels and notes.

The unit is printed behind a number, for that number alone; in the label of its column or row; in a
cell of its own; on a line above the table or below its last row; or in the heading of the section.
If two different units are named, the amount is left open.
"""

from __future__ import annotations

import re

from ..forms import units
from ..text.numerals import IN_FULL, MONEY

IN_NOTES = "单位"
OF_MONEY = "金额"
_UNITS = "|".join(sorted(MONEY, key=len, reverse=True))
A_MONEY = re.compile(rf"[十百千美欧英港澳日韩]?(?:{_UNITS})")
"""Units of money, including foreign ones and others that are not converted."""
_A_UNIT = rf"(?:{'|'.join(sorted(units()))}|(?:人民币)?{A_MONEY.pattern})"
_UNIT_SPOKEN_OF = re.compile(
    rf"{IN_NOTES}[均都统一是为]*[^\w]*({_A_UNIT}(?:[^\w]+{_A_UNIT})*)(?![^\W\d])"
    rf"|以({A_MONEY.pattern})(?:[作为]{{1,2}}(?:计[量算])?{IN_NOTES}|计)"
)
"""A note on the unit of amounts, perhaps with that of counts."""
_OTHER_UNIT = re.compile(rf"{IN_NOTES}:?(?:人民币)?([^\W\d]{{1,3}})\)?$")
_LIKE_MONEY = re.compile(
    rf"(?:\((?:{IN_NOTES}[:/]?)?|{IN_NOTES}[:/]?)(?:人民币)?"
    rf"([^()\d]{{0,3}}(?:{_UNITS})[^\W\d]?)\)?$"
)
"""A unit in brackets that contains the name of a unit, and may be misprinted."""
_BEHIND_NAME = re.compile(r"(?<=[^\W\d])\([^()]*\)?")
"""A remark behind a name, perhaps cut off."""


def money_of_label(words: str) -> str | None:
    """The unit of money that a label names, be it known or not; None without one."""
    misprinted = _LIKE_MONEY.search(words)
    if misprinted is not None and not A_MONEY.fullmatch(misprinted[1]):
        return misprinted[1]
    named = A_MONEY.search(words)
    if named is not None:
        return named[0]
    other = _OTHER_UNIT.search(words)
    if other is None or other[1] in units():
        return None
    return IN_FULL.get(other[1], other[1])


def money_spoken_of(words: str) -> str | None:
    """The unit of amounts according to a note; all units, if it names several.

    A remark behind a name concerns only what it names: ``上年收费金额(单位:元)`` is a column.

    >>> money_spoken_of("单位:件、元"), money_spoken_of("上年收费金额(单位:元)")
    ('元', None)
    """
    said = _UNIT_SPOKEN_OF.findall(_BEHIND_NAME.sub("", words))
    found = {unit for either in said for unit in A_MONEY.findall("".join(either))}
    return " ".join(sorted(found)) or None
