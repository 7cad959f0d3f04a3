"""Cells between commas or tabs, in quotes where need be, as spreadsheets and data tools write."""

from __future__ import annotations

import re

import attrs

from ..grid import Grid, Row, Stretch, Words, without_index
from .parts import Part, cell_of

_QUOTE = '"'


@attrs.frozen(kw_only=True)
class Quoted:
    """A row on each line, its cells between delimiters; quotes hold cells with delimiters in them.

    ``before_cell`` finds delimiters that are not those of prose.
    """

    name: str
    delimiter: str
    before_cell: re.Pattern[str]
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Delimiters before figures, others of their kind or quotes make rows possible."""
        found = len(self.before_cell.findall(stretch.content))
        return min(0.9, found / len(stretch.lines)) if found > len(stretch.lines) / 2 else 0.0

    def read(self, stretch: Stretch, words: Words) -> Grid:
        """One row for each line that holds something."""
        lines = zip(stretch.lines, stretch.places, strict=True)
        cell = _cell_before(self.delimiter)
        rows = [_row(line, start, cell, words) for line, (start, _) in lines if not line.isspace()]
        return without_index(rows)
