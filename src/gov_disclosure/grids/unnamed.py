"""Counted names of columns that tools make up: ``Unnamed: 1``, ``列2``, ``C``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from ..labels.marks import BLANK, Sort
from ..labels.strangers import FOR_SERIES, FOR_WANT_OF_NAMES
from ..layouts.grid import Grid, Located, Row

_FEWEST = 3
"""Two may name something that is divided in two."""
_FEWEST_SERIES = 5
_COUNTED = re.compile(
    rf"\s*(?P<word>{'|'.join((*FOR_WANT_OF_NAMES, *FOR_SERIES))}|)[ :_]*"
    r"[(（]?(?:(?P<number>[0-9]{1,2})|(?P<letter>[a-z]))[)）]?\s*",
    re.IGNORECASE,
)


def without_counted_names(grid: Grid, text: str) -> Grid:
    """Replace several counted names side by side by empty cells."""
    return [_without_counted(row, text) for row in grid]


def _without_counted(row: Row, text: str) -> Row:
    """Replace counted names by empty cells, unless they stand behind labels of columns."""
    if [mark.sort for _, _, mark in row].count(Sort.TEXT) < _FEWEST:
        return row
    first = next((at for at, cell in enumerate(row) if cell[2].names_column), len(row))
    runs = (run for run in _counted_side_by_side(row, text) if run[0] < first)
    counted = {at for run in runs for at in run}
    return [(*cell[:2], BLANK) if at in counted else cell for at, cell in enumerate(row)]


def _counted_side_by_side(row: Sequence[Located], text: str) -> Iterator[Sequence[int]]:
    """The places of names side by side that are the same word with increasing numbers."""
    names = [(at, _counted_name(cell, text)) for at, cell in enumerate(row)]
    counted = [(at, name) for at, name in names if name is not None]
    for (word, _), run in groupby(counted, lambda one: (one[1][0], one[1][1] - one[0])):
        places = list(map(itemgetter(0), run))
        if len(places) >= (_FEWEST_SERIES if word in FOR_SERIES else _FEWEST):
            yield places


def _counted_name(cell: Located, text: str) -> tuple[str, int] | None:
    """The word of a counted name, and its number; None if the cell is no such name."""
    found = _COUNTED.fullmatch(text, cell[0], cell[1]) if cell[2].is_words else None
    if found is None:
        return None
    number = int(found["number"]) if found["number"] else ord(found["letter"])
    return found["word"], number
