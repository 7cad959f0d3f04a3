"""Labels and values along a line: with single blanks, with nothing between, or all on one line."""

from __future__ import annotations

import re

import attrs

from ..text.source import PAGE_BREAK
from .grid import Grid, Stretch, Words
from .lines import rows_of

_BESIDE = re.compile(r"\S[ \t\u3000\xa0]+\S|[^\s\d]\d")
"""Something behind something else on its line: a word, a mark, or a figure."""


@attrs.frozen(eq=False)
class Running:
    """Rows whose cells nothing separates but blanks, if that.

    A label ends where the next label, a blank or a digit begins; where no blank stands
    between a label and the digits behind it, those digits may be several numbers.
    """

    name: str = "running"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Possible where nothing else parts cells, and never likelier than what does.

        With nothing beside anything else, only pages make it differ from a stack: a bare number
        at the foot of one is no cell of a line.
        """
        if stretch.is_piped:
            return 0.0
        return 0.1 if PAGE_BREAK in stretch.content or _BESIDE.search(stretch.content) else 0.0

    def read(self, stretch: Stretch, words: Words) -> Grid:
        """A row from each label to the next, without the empty cells, which leave no trace."""
        return rows_of(stretch, words)
