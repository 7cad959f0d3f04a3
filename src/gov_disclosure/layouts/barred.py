"""Cells with a lone ``|`` on the line behind each, and one before the first cell of a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from .grid import ALL_BUT_CERTAIN, IMPOSSIBLE, Grid, Stretch
from .shared.parts import CellPart, cell_of

_BAR = "|"
_ALONE = re.compile(r"^[^\S\n]*\|[^\S\n]*$", re.MULTILINE)
_OPENS = re.compile(r"^[^\S\n]*\|[^\S\n]*[^\s|][^|\n]*$", re.MULTILINE)
_MANY = 4
"""At least one in so many lines is a lone bar."""


@attrs.frozen(eq=False)
class Barred:
    """Rows that begin with a bar and their first cell on one line; a bar on its own ends each cell.

    Where a row begins with an empty cell, two bars stand right below each other; within a row an
    empty line stands between them.
    """

    name: str = "bars"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Nearly certain if there are lone bars, and bars with something behind them."""
        alone = len(_ALONE.findall(stretch.content)) if _BAR in stretch.content else 0
        if len(stretch.lines) > _MANY * alone or _OPENS.search(stretch.content) is None:
            return IMPOSSIBLE
        return ALL_BUT_CERTAIN

    def read(self, stretch: Stretch) -> Grid:
        """The rows with all their cells; text behind the last bar of a row is a row by itself."""
        rows: Grid = [[]]
        parts: list[CellPart] = []
        for part, opens, ends in _text_beside_bars(stretch):
            if opens:
                rows += [[cell_of([left], stretch.words)] for left in parts if left.said]
                rows.append([])
                parts = []
            if ends:
                rows[-1].append(cell_of(parts or [part], stretch.words))
                parts = []
            else:
                parts.append(part)
        rows += [[cell_of([left], stretch.words)] for left in parts if left.said]
        return [row for row in rows if row]


def _text_beside_bars(stretch: Stretch) -> Iterator[tuple[CellPart, bool, bool]]:
    """The text of each line beside its bar, and whether the bar opens a row or ends a cell."""
    below_bar = False
    for line, (start, _) in zip(stretch.lines, stretch.places, strict=True):
        inside = line.lstrip()
        barred = inside.startswith(_BAR)
        alone = barred and not inside[1:].strip()
        opens = barred and (not alone or below_bar or inside.rstrip("\r\n") != _BAR)
        said = inside[1:] if barred else line
        yield CellPart.of(said, start + len(line) - len(said)), opens, barred and not opens
        below_bar = barred and not opens
