"""What looks like a piece of a figure: the rest of one that a line above begins, or its beginning.

A point or a comma at its edge shows that it is no figure by itself; others stand right below the
end of a line, or above or below a figure on a screen.
"""

from __future__ import annotations

import re

from ...forms import units
from ...layouts.grid import Located
from ...text.fold import fold
from ...text.pages import numbering
from ...text.source import BORDERS, Place, tight
from ...text.width import width

_FAR = 400
"""A line of a table that is set in columns is mostly no longer."""
_BLANKS = " \r\u3000\xa0"
_BORDERS = f"{BORDERS}\t"
_BROKEN = re.compile(r"[.,][0-9]+[.,]?|[0-9]+[.,]|[0-9]+,[0-9]{1,2}")
_ENDS_LINE = re.compile(rf"[{_BLANKS}]*\n(?=[{_BLANKS}]*(?:\d|[^\w\s]))")
"""A line end behind which no letter follows: there the rest of a figure may begin."""
_UNITS = "|".join(sorted(units()))
_PIECE = re.compile(rf"(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+[.,]?)(?:{_UNITS})?")
_REST = rf"[{_BLANKS}]*[0-9.,]*[0-9](?:[.,]|{_UNITS})?[{_BLANKS}]*"
_IS_REST = re.compile(rf"{_REST}[{BORDERS}\s]*\Z")
_BEGINS_WITH_REST = re.compile(rf"{_REST}(?:[{BORDERS}\t]|\Z)")
_MAY_COUNT = re.compile(r"[0-9]{1,2}\.")
"""What may be the number of the label on the next line."""


def is_piece(text: str, cell: Located) -> bool:
    """Whether a cell is nothing but digits, perhaps with a unit: a figure, or a part of one."""
    return _PIECE.fullmatch(_said(text, cell)) is not None


def is_broken(text: str, cell: Located) -> bool:
    """Whether it shows by itself that it is only a part: ``39,6``, ``7.``, ``,234``."""
    return _BROKEN.fullmatch(_said(text, cell)) is not None


def goes_on_below(text: str, figure: Located, *, closed: bool) -> bool:
    """Whether a figure that ends its line may go on with the digits that the next one begins with.

    A border ends a cell, so that nothing goes on behind it.  ``closed`` tells that other rows end
    in one: then a cell ends where the next one stands.  Else the line may hold nothing more.  What
    may count pages where they end is no rest, nor what stands farther right than the figure.
    """
    ends = _ENDS_LINE.match(text, figure[1])
    if ends is None:
        return False
    below, _, further = fold(text[ends.end() : ends.end() + _FAR]).partition("\n")
    start = ends.end() + len(below) - len(below.lstrip())
    if numbering(text).may_count(start) or _is_right_of(text, start, figure):
        return False
    if _MAY_COUNT.fullmatch(below.strip(_BLANKS)):
        return further.lstrip(_BLANKS)[:1].isdecimal()
    return (_BEGINS_WITH_REST if closed else _IS_REST).match(below) is not None


def share_columns(text: str, one: Place, other: Place) -> bool:
    """Whether two cells stand above each other on a screen, and nothing but blanks parts cells."""
    places = [tight(text, *place) for place in (one, other)]
    before = [_before(text, start) for start, _ in places]
    if any(border in line for border in _BORDERS for line in before):
        return False
    lefts = list(map(width, before))
    wide = [width(text[slice(*place)]) for place in places]
    return max(lefts) < min(map(sum, zip(lefts, wide, strict=True)))


def _is_right_of(text: str, start: int, figure: Located) -> bool:
    return width(_before(text, start)) >= width(_before(text, figure[1]).rstrip())


def _before(text: str, at: int) -> str:
    """What stands before a place on its line."""
    return text[text.rfind("\n", 0, at) + 1 : at]


def _said(text: str, cell: Located) -> str:
    return fold(text[cell[0] : cell[1]]).strip()
