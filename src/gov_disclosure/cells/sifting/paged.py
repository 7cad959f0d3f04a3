"""Rows with a number of which nothing tells whether it is a page's.

It stands at a page break, or on a line of its own: in brackets, ``( 3 )``, or where other figures
stand behind words, and none above or below it.  So does the number of a label that is broken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ...labels.marks import Sort
from ...layouts.grid import Stretch
from ...text.edges import may_be_page_number
from ...text.pages import numbering
from ...text.source import Place, tight
from ..rows.due_row import DueRow
from .rests import share_columns
from .sifted import Setting, Sifted, parted

_NEAR = 60
_BARE = re.compile(r"\d{1,3}")
_LONE = re.compile(r"^[^\S\n]*\d[\d.,]*[^\S\n]*$", re.MULTILINE)
_AT_END = re.compile(r"[^\S\n](\d[\d.,]*)[^\S\n]*$", re.MULTILINE)
_FEW = 2
"""So many times as many figures stand behind words where few have a line of their own."""


def without_paged(lines: Sequence[DueRow], setting: Setting) -> Sifted:
    """The lines without those that hold such a number, unless sums of the form hold along them."""
    unsure = sorted(numbering(setting.text).unsure)
    losing = {line.layout for line in lines if line.lacks_cells}
    paged = [
        (
            _holds_any(line, unsure)
            or (line.layout in losing and _ends_in_marked(line))
            or _ends_in_lone(line)
        )
        and not line.as_it_stands.keeps_rules
        for line in lines
    ]
    return parted(lines, paged)


def _holds_any(line: DueRow, places: Sequence[int]) -> bool:
    """Whether a figure of a row stands at one of these places, which are in order."""
    return any(
        bisect_left(places, start) < bisect_left(places, end) for start, end, _ in line.filled
    )


def _ends_in_marked(line: DueRow) -> bool:
    """Whether the last of several values is a number in brackets, on a line of its own.

    Pages end between rows, where their tables are not cut; then a cell of the row may be lost, as
    others are.
    """
    if line.due == 1 or not line.filled or line.filled[-1][2].sort is not Sort.TEXT:
        return False
    text, (start, end, _) = line.text, line.filled[-1]
    return may_be_page_number(text[start:end]) and _is_all_of_line(text, start, end)


def _ends_in_lone(line: DueRow) -> bool:
    """Whether the last figure of a row is all of a line, where those of others stand behind words.

    What stands above or below one of these is in its column.
    """
    if not line.filled or line.filled[-1][2].sort is not Sort.NUMBER:
        return False
    text, (start, end, _) = line.text, line.filled[-1]
    place = tight(text, start, end)
    if not (_BARE.fullmatch(text, *place) and _is_all_of_line(text, *place)):
        return False
    others = line.candidate.stretch.once(_figures_behind_words)
    return bool(others) and not any(share_columns(text, place, other) for other in others)


def _figures_behind_words(stretch: Stretch) -> Sequence[Place]:
    """Where figures end lines behind words, if few of a stretch have a line of their own."""
    text, whole = stretch.text, (stretch.start, stretch.end)
    at_end = [found.span(1) for found in _AT_END.finditer(text, *whole)]
    behind = [place for place in at_end if any(map(str.isalpha, _line_before(text, place[0])))]
    return behind if len(behind) >= _FEW * len(_LONE.findall(text, *whole)) else []


def _line_before(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 : at]


def _is_all_of_line(text: str, start: int, end: int) -> bool:
    before, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return not (before.rpartition("\n")[2] + behind.partition("\n")[0]).strip()
