"""Cells between commas, semicolons or tabs, quoted where necessary, as data tools write them."""

from __future__ import annotations

import re
from functools import cached_property

import attrs

from ..labels.dashes import A_DASH
from .grid import CERTAIN, IMPOSSIBLE, Grid, Stretch
from .shared.parts import CellPart, cell_of
from .shared.row_numbers import without_index

_IN_BRACKETS = re.compile(r"^[^\S\n]*[\[(]\s*['\"].*[\])][,;]?[^\S\n]*$", re.MULTILINE)
_FEWEST_LISTS = 2


@attrs.frozen(kw_only=True, eq=False)
class Quoted:
    """A row on each line, its cells between delimiters; quoted cells may hold anything.

    ``typical`` is a pattern of such rows that is rare in prose, and contains ``sign``.
    """

    name: str
    delimiter: str
    sign: str
    typical: re.Pattern[str]
    by_eye: bool = False

    @cached_property
    def _not_a_pair(self) -> re.Pattern[str]:
        """The sign by itself, or several that are more than a pair."""
        sign = self.sign
        return re.compile(rf"(?<!{sign}){sign}(?!{sign}(?!{sign}))")

    def likelihood(self, stretch: Stretch) -> float:
        """Likely if most lines show the pattern; mere pairs of the sign are another delimiter.

        Impossible if lines are lists, as their brackets would become parts of cells.
        """
        if self._not_a_pair.search(stretch.content) is None:
            return IMPOSSIBLE
        if len(_IN_BRACKETS.findall(stretch.content)) >= _FEWEST_LISTS:
            return IMPOSSIBLE
        found = len(self.typical.findall(stretch.content))
        return (
            min(CERTAIN, found / len(stretch.lines))
            if 2 * found > len(stretch.lines)
            else IMPOSSIBLE
        )

    def read(self, stretch: Stretch) -> Grid:
        """One row for each line that holds something, or more if quotes hold line ends."""
        cell = re.compile(
            rf'(?:"((?:[^"]|"")*)"[^{self.delimiter}\n]*|([^{self.delimiter}\n]*))'
            rf"({self.delimiter}|\n|\Z)"
        )
        rows: Grid = [[]]
        for found in cell.finditer(stretch.content):
            inside = 1 if found[1] is not None else 2
            part = CellPart.of(found[inside], stretch.start + found.start(inside))
            rows[-1].append(cell_of([part], stretch.words))
            if found[3] != self.delimiter:
                rows.append([])
        return without_index(rows)


_VALUE = rf"[0-9\"\r\n]|(?:{A_DASH})(?=\W)"
COMMAS = Quoted(name="commas", delimiter=",", sign=",", typical=re.compile(rf",(?={_VALUE})"))
SEMICOLONS = Quoted(
    name="semicolons", delimiter=";", sign=";", typical=re.compile(rf";(?=;|{_VALUE})")
)
QUOTED_TABS = Quoted(name="quoted tabs", delimiter="\t", sign='"', typical=re.compile(r"\t\"|\"\t"))
