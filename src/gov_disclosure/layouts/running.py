"""Labels and values along a line: with single blanks, with nothing between, or all on one line."""

from __future__ import annotations

import attrs

from ..grid import Grid, Stretch, Words
from .lines import rows_of


@attrs.frozen
class Running:
    """Rows whose cells nothing separates but blanks, if that.

    A label ends where the next label, a blank or a digit begins; where no blank stands
    between a label and the digits behind it, those digits may be several numbers.
    """

    name: str = "running"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Possible where nothing else parts cells, and never likelier than what does."""
        return 0.0 if "|" in stretch.content else 0.1

    def read(self, stretch: Stretch, words: Words) -> Grid:
        """A row from each label to the next, without the empty cells, which leave no trace."""
        return rows_of(stretch, words)
