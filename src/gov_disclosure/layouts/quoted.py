"""Cells between commas, semicolons or tabs, in quotes where need be, as data tools write them."""

from __future__ import annotations

import re

import attrs

from ..labels.marks import A_DASH
from .grid import Grid, Stretch, Words
from .likelihood import CERTAIN, IMPOSSIBLE
from .shared.index import without_index
from .shared.parts import Part, cell_of


@attrs.frozen(kw_only=True, eq=False)
class Quoted:
    """A row on each line, its cells between delimiters; quotes hold cells with anything in them.

    ``telling`` is what stands in such rows and hardly in prose, with ``sign`` in it.
    """

    name: str
    delimiter: str
    sign: str
    telling: re.Pattern[str]
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Rows are likely where most lines have what tells them; two signs are another one."""
        if self.sign not in stretch.content.replace(2 * self.sign, ""):
            return IMPOSSIBLE
        found = len(self.telling.findall(stretch.content))
        return (
            min(CERTAIN, found / len(stretch.lines))
            if 2 * found > len(stretch.lines)
            else IMPOSSIBLE
        )

    def read(self, stretch: Stretch, words: Words) -> Grid:
        """One row for each line that holds something, or more where quotes hold line ends."""
        cell = re.compile(
            rf'(?:"((?:[^"]|"")*)"[^{self.delimiter}\n]*|([^{self.delimiter}\n]*))'
            rf"({self.delimiter}|\n|\Z)"
        )
        rows: Grid = [[]]
        for found in cell.finditer(stretch.content):
            inside = 1 if found[1] is not None else 2
            part = Part.of(found[inside], stretch.start + found.start(inside))
            rows[-1].append(cell_of([part], words))
            if found[3] != self.delimiter:
                rows.append([])
        return without_index(rows)


_VALUE = rf"[0-9\"\r\n]|(?:{A_DASH})(?=\W)"
COMMAS = Quoted(name="commas", delimiter=",", sign=",", telling=re.compile(rf",(?={_VALUE})"))
SEMICOLONS = Quoted(
    name="semicolons", delimiter=";", sign=";", telling=re.compile(rf";(?=;|{_VALUE})")
)
QUOTED_TABS = Quoted(name="quoted tabs", delimiter="\t", sign='"', telling=re.compile(r"\t\"|\"\t"))
