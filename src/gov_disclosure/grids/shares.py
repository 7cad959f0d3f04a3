"""A column of percentages that an agency added behind those of a form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from more_itertools import rstrip

from ..labels.marks import NOTE
from ..labels.strangers import FOR_SHARES
from ..layouts.grid import Grid, Located, Row, is_blank
from ..text.fold import fold, squeeze

_PERCENTAGE = re.compile(r"\s*-?[0-9]+(?:\.[0-9]+)?\s*%\s*")


def without_shares(grid: Grid, text: str) -> Grid:
    """Drop the column if the header names one, and all rows end with their only percentage.

    As no count is a percentage, it cannot be the figure of another column.  It becomes a note below
    its row.
    """
    header = list(takewhile(lambda row: not _names_row(row), grid))
    rows = [row for row in grid[len(header) :] if _names_row(row)]
    named = [cell for row in header for cell in row if _names_share(cell, text)]
    if len(named) != 1 or not all(_ends_in_share(row, text) for row in rows):
        return grid
    left = [[cell for cell in row if cell is not named[0]] for row in header]
    return [
        *filter(None, left),
        *(part for row in grid[len(header) :] for part in _parted(row, text)),
    ]


def _names_row(row: Row) -> bool:
    return any(cell[2].names_row for cell in row)


def _names_share(cell: Located, text: str) -> bool:
    words = squeeze(text[cell[0] : cell[1]]) if cell[2].is_words else ""
    return words.removesuffix("(%)") in FOR_SHARES


def _ends_in_share(row: Sequence[Located], text: str) -> bool:
    """Whether the last filled cell of a row is its only percentage, behind cells for figures."""
    *before, last = rstrip(row, is_blank)
    has_cells = bool(before) and not before[-1][2].names_row
    return has_cells and _is_share(last, text) and not any(_is_share(one, text) for one in before)


def _is_share(cell: Located, text: str) -> bool:
    return _PERCENTAGE.fullmatch(fold(text[cell[0] : cell[1]])) is not None


def _parted(row: Row, text: str) -> Grid:
    if not _names_row(row):
        return [row]
    *own, (start, end, _) = rstrip(row, is_blank)
    return [own, [(start, end, NOTE)]]
