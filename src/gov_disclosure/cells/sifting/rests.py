"""Recognise pieces of figures: the beginning of one, or its rest on the next line.

A point or comma at its edge shows that a piece is no figure by itself.  Other pieces are known by
their place: right below the end of a line, or in the column of a figure on a screen.
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
"""Lines of a table set in columns are rarely longer."""
_BLANKS = " \r\u3000\xa0"
_BORDERS = f"{BORDERS}\t"
_BROKEN = re.compile(r"[.,][0-9]+[.,]?|[0-9]+[.,]|[0-9]+,[0-9]{1,2}")
_ENDS_LINE = re.compile(rf"[{_BLANKS}]*\n(?=[{_BLANKS}]*(?:\d|[^\w\s]))")
"""A line end that no letter follows: the rest of a figure may begin there."""
_UNITS = "|".join(sorted(units()))
_PIECE = re.compile(rf"(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+[.,]?)(?:{_UNITS})?")
_REST = rf"[{_BLANKS}]*[0-9.,]*[0-9](?:[.,]|{_UNITS})?[{_BLANKS}]*"
_IS_REST = re.compile(rf"{_REST}[{BORDERS}\s]*\Z")
_BEGINS_WITH_REST = re.compile(rf"{_REST}(?:[{BORDERS}\t]|\Z)")
_MAY_COUNT = re.compile(r"[0-9]{1,2}\.")
"""What may be the number of a label on the next line."""


def is_piece(text: str, cell: Located) -> bool:
    """Whether a cell is only digits, perhaps with a unit: a figure, or a piece of one."""
    return _PIECE.fullmatch(_said(text, cell)) is not None


def is_broken(text: str, cell: Located) -> bool:
    """Whether a cell shows by itself that it is only a piece of a figure: ``39,6``, ``7.``."""
    return _BROKEN.fullmatch(_said(text, cell)) is not None


def ends_line(text: str, figure: Located) -> bool:
    """Whether a figure ends its line, and no letter begins the next."""
    return _ENDS_LINE.match(text, figure[1]) is not None


def may_continue_below(text: str, figure: Located, *, closed: bool) -> bool:
    """Whether a figure at the end of its line may continue with digits on the next line.

    If rows of the layout are ``closed`` by borders, the digits must end at one; otherwise they must
    be all of their line.  Page numbers, numbers of labels and digits farther right than the figure
    are not its rest.
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
    """Whether two cells overlap in a column of the screen, with only blanks between cells."""
    places = [tight(text, *place) for place in (one, other)]
    before = [line_before(text, start) for start, _ in places]
    if any(border in line for border in _BORDERS for line in before):
        return False
    lefts = list(map(width, before))
    wide = [width(text[slice(*place)]) for place in places]
    return max(lefts) < min(map(sum, zip(lefts, wide, strict=True)))


def line_before(text: str, at: int) -> str:
    """What stands before a place on its line."""
    return text[text.rfind("\n", 0, at) + 1 : at]


def line_behind(text: str, at: int) -> str:
    """What stands behind a place on its line."""
    end = text.find("\n", at)
    return text[at:] if end < 0 else text[at:end]


def is_all_of_line(text: str, start: int, end: int) -> bool:
    """Whether nothing stands beside a place on its line."""
    return not (line_before(text, start).strip() or line_behind(text, end).strip())


def _is_right_of(text: str, start: int, figure: Located) -> bool:
    """Whether a place is farther right on a screen than the end of a figure."""
    return width(line_before(text, start)) >= width(line_before(text, figure[1]).rstrip())


def _said(text: str, cell: Located) -> str:
    return fold(text[cell[0] : cell[1]]).strip()
