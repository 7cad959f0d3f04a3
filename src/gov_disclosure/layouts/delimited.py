"""Rows on lines, cells between delimiters: ``a | b | c |``, ``| a | b |``, tabs, markdown."""

from __future__ import annotations

import re
from collections.abc import Callable

import attrs

from ..grid import Grid, Row, Stretch, Words
from ..marks import BLANK, Mark

_RULE = re.compile(r"[\s|:+=-]*-{3}[\s|:+=-]*")


@attrs.frozen(kw_only=True)
class Delimited:
    """A row on each line, its cells separated by one character.

    A line that holds nothing but one delimiter continues the row before it: some extractors
    break the line at every empty cell.
    """

    name: str
    delimiter: str

    def suits(self, stretch: Stretch) -> bool:
        """Whether the delimiter stands between cells somewhere."""
        return self.delimiter in stretch.content.strip()

    def read(self, stretch: Stretch, words: Words) -> Grid:
        """One row for each line that is not empty, without the border before its first cell."""
        grid: Grid = []
        broken = False
        for start, end in stretch.lines:
            line = stretch.text[start:end]
            alone = line.strip() == self.delimiter
            if (alone or broken) and grid:
                grid[-1] += self._cells(line, start, words.mark)
            elif not line.isspace() and not self._is_rule(line):
                grid.append(self._row(line, start, words.mark))
            broken = alone
        return grid

    def _is_rule(self, line: str) -> bool:
        return self.delimiter in line and _RULE.fullmatch(line) is not None

    def _row(self, line: str, start: int, mark: Callable[[str], Mark]) -> Row:
        cells = self._cells(line, start, mark)
        bordered = self.delimiter == "|" and line.lstrip().startswith("|")
        return cells[1:] if bordered else cells

    def _cells(self, line: str, start: int, mark: Callable[[str], Mark]) -> Row:
        """The cells of a line; what follows its last delimiter is a cell unless it is empty."""
        cells: Row = []
        for piece in line.split(self.delimiter):
            said = piece.strip()
            if said:
                at = start + piece.index(said[0])
                cells.append((at, at + len(said), mark(said)))
            else:
                cells.append((start, start + len(piece), BLANK))
            start += len(piece) + 1
        if cells[-1][2] is BLANK and len(cells) > 1:
            cells.pop()
        return cells
