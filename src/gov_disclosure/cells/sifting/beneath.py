"""Rows beneath whose figures others stand in the same columns, behind no label of their own.

They may be the rest of figures that narrow cells broke, or those of a row of which the label is
lost, or merged with the one above.  Sums have to bear such a row out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from more_itertools import unique, windowed

from ...grids.shown import Beside, Entry, is_figure
from ...labels.groups import goes_on_from
from ...layouts.grid import is_blank
from ...text.source import Place
from ..rows.due_row import DueRow
from .sifted import Setting, Sifted, parted

_NEAR = 120
_BLANKS = " \r\u3000"
_NO_PAGE_NUMBER = re.compile(r"[0-9]+[.,][0-9]+|[0-9]{4,}")


def without_continued(lines: Sequence[DueRow], setting: Setting) -> Sifted:
    """The lines without those whose figures may go on beneath, or above, and that no sum holds."""
    shown = unique((line.candidate.shown for line in lines), key=id)
    continued = {e.place for one in shown for e in _continued(setting.text, one.reads)}
    open_lines = [
        (line.entry.place in continued or _stands_above_a_number(line))
        and not line.as_it_stands.keeps_rules
        for line in lines
    ]
    return parted(lines, open_lines)


def holds_rest_of_label(text: str, read: Beside, row: Entry) -> bool:
    """Whether the words that a line begins with go on from the label of a row above."""
    words = [cell for cell in read.run.values[: row.run.behind] if not is_blank(cell)]
    return bool(words) and all(goes_on_from(text[start:end], row.terms) for start, end, _ in words)


def figure_before(row: Entry, below: Entry | Beside) -> Place | None:
    """Where a figure stands before the labels on the line below a row, unless such count rows."""
    is_numbered = any(map(is_figure, row.run.before[:1]))
    first = below.run.before[:1] if below.run.labels and not is_numbered else ()
    return next((cell[:2] for cell in first if is_figure(cell)), None)


def _stands_above_a_number(line: DueRow) -> bool:
    """Whether a row ends with its line, no border behind it, and right below stands a number.

    A short one may as well be that of a page.
    """
    if not line.filled:
        return False
    text, end = line.text, line.filled[-1][1]
    if "\n" in text[line.entry.place[0] : end]:
        return False
    below = text[end : end + _NEAR].partition("\n")[2].partition("\n")[0].strip(_BLANKS)
    return _line_behind(text, end) == "" and _NO_PAGE_NUMBER.fullmatch(below) is not None


def _line_behind(text: str, end: int) -> str:
    """What stands behind a place on its line: a border ends a cell, where nothing goes on below."""
    return text[end : end + _NEAR].partition("\n")[0].strip(_BLANKS)


def _continued(text: str, reads: Sequence[Entry | Beside]) -> Iterator[Entry]:
    """The rows right above such figures; and those right below, of which they may be the first."""
    for above, read, below in windowed([*reads, None], 3):
        if not (isinstance(above, Entry) and isinstance(read, Beside)):
            continue
        if figure_before(above, read) and _line_behind(text, above.run.whole[1]) == "":
            yield above
        elif _stands_beneath(read, above) and _has_no_label(text, read, above):
            yield above
            if isinstance(below, Entry):
                yield below


def _stands_beneath(read: Beside, row: Entry) -> bool:
    """Whether a figure stands in the column of one of a row's."""
    columns = zip(row.run.values, read.run.values[row.run.behind :], strict=False)
    return any(is_figure(above) and is_figure(below) for above, below in columns)


def _has_no_label(text: str, read: Beside, row: Entry) -> bool:
    """Whether nothing stands below the labels of a row, or the rest of its own."""
    behind = row.run.behind
    if not (read.is_outside and behind):
        return False
    return all(map(is_blank, read.run.values[:behind])) or holds_rest_of_label(text, read, row)
