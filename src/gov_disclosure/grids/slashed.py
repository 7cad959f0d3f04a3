"""Grids that take slashes for cells, where these only part the cells of their text."""

from __future__ import annotations

import re
from itertools import islice

from ..labels.marks import DASH
from ..layouts.grid import Grid, Located, Stretch
from .glance import WORDS

_SLASH = " / "
_BETWEEN_WORDS = re.compile(rf"(?<=[^\W\d]|\)){_SLASH}(?=[^\W\d]|\()")
_NEAR = 8
_FEWEST = 2


def takes_slashes_for_cells(grid: Grid, stretch: Stretch) -> bool:
    """Whether cells are slashes that part others: so do those between labels of columns."""
    if not stretch.once(_parts_labels_by_slashes):
        return False
    return any(_is_between_cells(cell, stretch.text) for row in grid for cell in row)


def _parts_labels_by_slashes(stretch: Stretch) -> bool:
    """Whether several labels stand behind words and a slash, as those of columns do."""
    if _SLASH not in stretch.content:
        return False
    labels = (
        between
        for line in stretch.folded
        for between in _BETWEEN_WORDS.finditer(line)
        if WORDS.end_of_label(line, between.end()) is not None
    )
    return len(list(islice(labels, _FEWEST))) == _FEWEST


def _is_between_cells(cell: Located, text: str) -> bool:
    """Whether a cell is a slash behind another cell; a mark for none stands behind one more."""
    start, end, mark = cell
    before = text[max(0, start - _NEAR) : start].rstrip()
    return mark is DASH and text[start:end].strip() == "/" and not before.endswith("/")
