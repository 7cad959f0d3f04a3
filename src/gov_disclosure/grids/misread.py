"""Grids that take for cells, or for parts of some, what only parts the cells of their text."""

from __future__ import annotations

import re
from collections import Counter

from ..layouts.grid import Grid, Located, Stretch
from ..text.source import BORDERS
from .glance import WORDS

_BETWEEN_WORDS = re.compile(rf" (?<=[\w)] )(?P<sign>[^\w\s(){BORDERS}]{{1,2}}) (?=[^\W\d]|\()")
_FEWEST = 2
_NEAR = 8


def takes_signs_for_cells(grid: Grid, stretch: Stretch) -> bool:
    """Whether cells are signs, or end in some, that part others: those between labels of columns.

    Such a dash, or slash, is no mark for none, nor does a dot part a word from a figure.
    """
    signs = stretch.once(_signs_between_labels)
    if not signs:
        return False
    return any(_holds_sign(cell, signs, stretch.text) for row in grid for cell in row)


def _signs_between_labels(stretch: Stretch) -> tuple[str, ...]:
    """The signs with a blank on both sides that stand, behind words, before labels of columns."""
    folded = "\n".join(stretch.folded)
    found = Counter(
        between["sign"]
        for between in _BETWEEN_WORDS.finditer(folded)
        if _names_column_at(folded, between.end())
    )
    return tuple(sign for sign, times in found.items() if times >= _FEWEST)


def _names_column_at(folded: str, start: int) -> bool:
    end = WORDS.end_of_label(folded, start)
    return end is not None and WORDS.marks[folded[start:end]].names_column


def _holds_sign(cell: Located, signs: tuple[str, ...], text: str) -> bool:
    """Whether a cell is a sign that stands behind another cell, or ends in one behind a blank."""
    start, end, _ = cell
    said = text[start:end].strip()
    if not said.endswith(signs):
        return False
    if said not in signs:
        return any(said.endswith(f" {sign}") for sign in signs)
    return not text[max(0, start - _NEAR) : start].rstrip().endswith(said)
