"""Rows on lines, cells between delimiters: ``a | b | c |``, ``| a | b |``, tabs, markdown."""

from __future__ import annotations

import re

import attrs

from .grid import CERTAIN, IMPOSSIBLE, Grid, Stretch
from .shared.between import Between

_DRAWN = ("+--", "+==", "──", "━━", "══")
_DELIMITERS_A_LINE = 1.5
_QUOTES = "\"'"


@attrs.frozen(kw_only=True, eq=False)
class Delimited:
    """A row on each line, its cells separated by one delimiter."""

    name: str
    delimiter: str
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Likely if lines have more than one delimiter on average.

        Pairs of the delimiter are another delimiter.  If corners are drawn, a cell may span several
        lines, which are then no rows.
        """
        content, pair = stretch.content, 2 * self.delimiter
        if self.delimiter not in content or any(corner in content for corner in _DRAWN):
            return IMPOSSIBLE
        if self.delimiter not in content.replace(pair, ""):
            return IMPOSSIBLE
        kept = (self._stands_alone, self._is_in_threes, self._is_cell, self._is_between_quotes)
        if len(self.delimiter) > 1 and any(is_kept(content) for is_kept in kept):
            return IMPOSSIBLE
        due = _DELIMITERS_A_LINE * len(stretch.lines)
        return min(CERTAIN, content.count(self.delimiter) / due)

    def _stands_alone(self, content: str) -> bool:
        """Whether the character that a delimiter repeats is mostly alone, or one of three."""
        single = self.delimiter[0]
        rest = content.replace(self.delimiter, "").count(single)
        return set(self.delimiter) == {single} and rest >= content.count(self.delimiter)

    def _is_in_threes(self, content: str) -> bool:
        """Whether the character that a delimiter repeats also stands in runs of odd length.

        Then a single one separates cells, several of which are empty.
        """
        single = re.escape(self.delimiter[0])
        runs = re.compile(rf"{single}{{{len(self.delimiter) + 1},}}").findall(content)
        return set(self.delimiter) == {self.delimiter[0]} and any(
            len(run) % len(self.delimiter) for run in runs
        )

    def _is_cell(self, content: str) -> bool:
        """Whether a sign between blanks has further blanks around it, as a dash in a cell has."""
        apart = " " + self.delimiter
        empty = content.count(self.delimiter.strip() + apart)
        return self.delimiter.startswith(" ") and content.count(apart) > empty

    def _is_between_quotes(self, content: str) -> bool:
        """Whether quotes stand on both sides of a delimiter, as in the lists of programs."""
        return any(f"{quote}{self.delimiter}{quote}" in content for quote in _QUOTES)

    def read(self, stretch: Stretch) -> Grid:
        """One row for each line that is not empty, without the border before its first cell."""
        return Between(self.delimiter).rows(stretch)
