"""Comma-separated values, as spreadsheets and data tools write them."""

from __future__ import annotations

import re

import attrs

from ..grid import Grid, Row, Stretch, Words, without_index
from ..marks import BLANK

_BEFORE_CELL = re.compile(r",(?=[0-9,\"\r\n])")
_CELL = re.compile(r'"((?:[^"]|"")*)"[^,]*|([^,]*)')


@attrs.frozen
class Commas:
    """A row on each line, its cells between commas; quotes hold cells with commas in them."""

    name: str = "commas"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Commas before figures, other commas or quotes make rows possible, not those of prose."""
        commas = len(_BEFORE_CELL.findall(stretch.content))
        return min(0.6, commas / len(stretch.lines)) if commas > len(stretch.lines) / 2 else 0.0

    def read(self, stretch: Stretch, words: Words) -> Grid:
        """One row for each line that holds something."""
        lines = zip(stretch.lines, stretch.places, strict=True)
        rows = [_row(line, start, words) for line, (start, _) in lines if not line.isspace()]
        return without_index(rows)


def _row(line: str, start: int, words: Words) -> Row:
    cells: Row = []
    at = 0
    while at <= len(line):
        found = _CELL.match(line, at)
        if found is None:
            break
        inside = 1 if found[1] is not None else 2
        said = found[inside].strip()
        begin = start + found.start(inside)
        if said:
            begin += found[inside].index(said)
        cells.append((begin, begin + len(said), words.marks[said] if said else BLANK))
        at = found.end() + 1
    return cells
