"""Rows one of whose values may be something else: a piece of a label, or the edge of a page."""

from __future__ import annotations

from itertools import pairwise
from statistics import median_low

from ...labels.marks import Sort
from ...labels.spelling import begins_label, end_of_label
from ...layouts.grid import Located
from ...text.edges import is_stamp
from ...text.fold import fold
from ...text.source import BORDERS, Place, ends_at
from ..rows.due_row import DueRow

_FAR = 64
"""No label reaches farther, with all that may stand between its pieces."""
_LONG = 4
_DASHES = "-\u2014\u2013\u2015\u2500"
_PARTING = str.maketrans("", "", " \t\r\n,;|'\"")
"""What may stand between two cells."""


def ends_in_border(text: str, label: Place) -> bool:
    """Whether a border stands behind a label on its line, or the text ends there."""
    behind = text[label[1] : label[1] + _FAR].lstrip(" ")
    return behind.startswith((*BORDERS, "\t")) or ends_at(text, label[1])


def holds_piece_of_label(line: DueRow) -> bool:
    """Whether a piece of a label is among the values of a row."""
    words = [cell for cell in line.filled if cell[2].sort is Sort.TEXT]
    return any(_is_piece_of_label(line.text, cell) for cell in words)


def _is_piece_of_label(text: str, cell: Located) -> bool:
    """Whether a cell is the beginning of a label that continues behind it.

    A dash at its end may be the first figure of its row.
    """
    start, end, _ = cell
    said, behind = (
        fold(text[slice(*place)]).translate(_PARTING) for place in ((start, end), (end, end + _FAR))
    )
    until = end_of_label(said + behind, 0) if said else None
    if until is not None and until > len(said):
        return True
    words = said.rstrip(_DASHES)
    return len(words) >= _LONG and begins_label(words)


def skips_lines(line: DueRow) -> bool:
    """Whether more line ends stand between two cells of a row than between most others.

    There may be a page number or an empty cell between them.
    """
    cells = line.filled
    gaps = [line.text.count("\n", one[1], other[0]) for one, other in pairwise(cells)]
    return bool(gaps) and 0 < median_low(gaps) < max(gaps)


def holds_stamp(line: DueRow) -> bool:
    """Whether an address or a date is among the values of a row."""
    words = (cell for cell in line.filled if cell[2].sort is Sort.TEXT)
    return any(is_stamp(line.text[start:end]) for start, end, _ in words)


def may_lose_cells(line: DueRow) -> bool:
    """Whether a row shows that its layout loses or breaks cells."""
    lost = bool(line.filled) and line.has_too_few_cells
    return lost or line.layout.by_eye or line.loose > 0 or line.is_bare
