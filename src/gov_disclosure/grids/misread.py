"""Grids in which separators between cells were taken for cells, or for parts of them."""

from __future__ import annotations

import re
from collections import Counter

from ..layouts.grid import Grid, Located, Stretch
from ..text.source import BORDERS
from .glance import WORDS

_SIGN_BETWEEN_WORDS = re.compile(rf" (?<=[\w)] )(?P<sign>[^\w\s(){BORDERS}]{{1,2}}) (?=[^\W\d]|\()")
_FEWEST = 2
_LOOK_BACK = 8


def takes_signs_for_cells(grid: Grid, stretch: Stretch) -> bool:
    """Whether some cell is, or ends in, the sign that separates the column labels of its text.

    Then a dash or slash does not mark an empty cell, nor does a dot belong to a word.
    """
    signs = stretch.once(_signs_between_labels)
    if not signs:
        return False
    return any(_holds_sign(cell, signs, stretch.text) for row in grid for cell in row)


def _signs_between_labels(stretch: Stretch) -> tuple[str, ...]:
    """The signs, with a blank on both sides, that stand between words and a column label."""
    folded = "\n".join(stretch.folded)
    found = Counter(
        between["sign"]
        for between in _SIGN_BETWEEN_WORDS.finditer(folded)
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
    return not text[max(0, start - _LOOK_BACK) : start].rstrip().endswith(said)
