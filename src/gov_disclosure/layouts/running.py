"""Labels and values along a line: with single blanks, with nothing between, or all on one line."""

from __future__ import annotations

import re

import attrs

from ..text.source import PAGE_BREAK
from .grid import IMPOSSIBLE, LAST, Grid, Stretch
from .shared.lined import lined_rows
from .shared.parts import holds_lists

_BLANK = r"[ \t\u3000\xa0]"
_BEHIND_BLANKS = re.compile(rf"{_BLANK}(?<=\S{_BLANK}){_BLANK}*+\S")
_BEHIND_WORDS = re.compile(r"\d(?<=[^\s\d]\d)")
"""A figure behind something else on its line."""


@attrs.frozen(eq=False)
class Running:
    """Rows whose cells are separated by blanks at most.

    A label ends where the next label, a blank or a digit begins.  If no blank stands between a
    label and the digits behind it, these may be several numbers.
    """

    name: str = "running"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Possible if nothing else separates cells, and never likelier than with delimiters.

        The brackets of a list would become parts of its cells.

        If each line has just one cell, only page breaks make a difference to a stack: a bare number
        at the foot of a page is then no cell.
        """
        if stretch.is_piped or stretch.once(holds_lists):
            return IMPOSSIBLE
        content = stretch.content
        beside = _BEHIND_BLANKS.search(content) or _BEHIND_WORDS.search(content)
        return LAST if beside or PAGE_BREAK in content else IMPOSSIBLE

    def read(self, stretch: Stretch) -> Grid:
        """A row from each label to the next, without empty cells, which leave no trace."""
        return stretch.once(lined_rows)
