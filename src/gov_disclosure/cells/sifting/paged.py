"""Rows that contain a number which may be a page number.

Such a number stands at a page break or on a line of its own: in brackets, ``( 3 )``, or bare where
the other figures stand behind words, and none of them above or below it.
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
from ..standing import is_all_of_line, line_before, share_columns
from .sifted import Setting, Sifted, without_taken

_BARE = re.compile(r"\d{1,3}")
_LONE = re.compile(r"^[^\S\n]*\d[\d.,]*[^\S\n]*$", re.MULTILINE)
_AT_END = re.compile(r"[^\S\n](\d[\d.,]*)[^\S\n]*$", re.MULTILINE)
_FEW = 2
"""Figures alone on a line are few if at least so many times as many stand behind words."""


def without_paged(lines: Sequence[DueRow], setting: Setting) -> Sifted:
    """Drop rows with a number that may be a page number, unless their sums hold."""
    unsure = sorted(numbering(setting.text).unsure)
    losing = {line.layout for line in lines if line.has_too_few_cells}
    paged = [
        line.filled != []
        and (
            _holds_figure_at(line, unsure)
            or (line.layout in losing and _ends_in_bracketed_number(line))
            or _ends_in_number_on_own_line(line)
        )
        and not line.as_it_stands.keeps_rules
        for line in lines
    ]
    return without_taken(lines, paged)


def _holds_figure_at(line: DueRow, places: Sequence[int]) -> bool:
    """Whether a figure of a row stands at one of the given places, which are in order."""
    return places != [] and any(
        bisect_left(places, start) < bisect_left(places, end) for start, end, _ in line.filled
    )


def _ends_in_bracketed_number(line: DueRow) -> bool:
    """Whether the last of several values is a number in brackets, on a line of its own."""
    if line.due == 1 or line.filled[-1][2].sort is not Sort.TEXT:
        return False
    text, (start, end, _) = line.text, line.filled[-1]
    return may_be_page_number(text[start:end]) and is_all_of_line(text, start, end)


def _ends_in_number_on_own_line(line: DueRow) -> bool:
    """Whether the last figure of a row is alone on its line, while others stand behind words.

    A figure in the column of one of the others is no page number.
    """
    text, (start, end, mark) = line.text, line.filled[-1]
    is_beside_label = line.entry.run.labels and "\n" not in text[line.place[1] : end]
    if mark.sort is not Sort.NUMBER or is_beside_label:
        return False
    place = tight(text, start, end)
    if not (_BARE.fullmatch(text, *place) and is_all_of_line(text, *place)):
        return False
    others = line.candidate.stretch.once(_figures_behind_words)
    return bool(others) and not any(share_columns(text, place, other) for other in others)


def _figures_behind_words(stretch: Stretch) -> Sequence[Place]:
    """The figures at the end of lines with words, if few others have a line of their own."""
    text, whole = stretch.text, (stretch.start, stretch.end)
    at_end = [found.span(1) for found in _AT_END.finditer(text, *whole)]
    behind = [place for place in at_end if any(map(str.isalpha, line_before(text, place[0])))]
    return behind if len(behind) >= _FEW * len(_LONE.findall(text, *whole)) else []
