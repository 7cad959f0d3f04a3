"""Groups of lines with one cell each, and an empty line behind each row."""

from __future__ import annotations

import re

import attrs
from more_itertools import split_at, split_before

from ..text.source import LINE_ENDS
from .grid import ALL_BUT_CERTAIN, IMPOSSIBLE, Grid, Stretch
from .shared.parts import CellPart, cell_of

_TAB = "\t"
_END = "[" + LINE_ENDS.replace("\r", "") + "]"
"""The end of a line, but for the first of two characters: one alone is made a plain one."""
_BEFORE = re.compile(rf"(?:\A|(?<={_END}))\t")
_EMPTY_LINE = re.compile(rf"(?:\A|(?<={_END}))\r?{_END}")
_INSIDE = re.compile(rf"\t(?<=[^\t{LINE_ENDS}]\t)")


@attrs.frozen(eq=False)
class Grouped:
    """A row for each group of lines; an empty line ends it, a line of blanks is an empty cell.

    Where cells begin with a tab, lines without a tab continue the cell above.
    """

    name: str = "groups"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Nearly certain if most lines begin with a tab, and empty lines stand between them."""
        if _TAB not in stretch.content:
            return IMPOSSIBLE
        begun = len(_BEFORE.findall(stretch.content))
        if 2 * begun <= len(stretch.lines) or 2 * len(_INSIDE.findall(stretch.content)) >= begun:
            return IMPOSSIBLE
        return ALL_BUT_CERTAIN if _EMPTY_LINE.search(stretch.content) else IMPOSSIBLE

    def read(self, stretch: Stretch) -> Grid:
        """The rows with all their cells, those merged from above too."""
        lines = [
            (line.rstrip(LINE_ENDS), start)
            for line, (start, _) in zip(stretch.lines, stretch.places, strict=True)
        ]
        groups = (group for group in split_at(lines, lambda line: not line[0]) if group)
        cells = (split_before(group, lambda line: line[0].startswith(_TAB)) for group in groups)
        return [
            [cell_of([CellPart.of(*part) for part in cell], stretch.words) for cell in row]
            for row in cells
        ]
