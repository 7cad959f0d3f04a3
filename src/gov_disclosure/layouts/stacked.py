"""One cell on each line; a row ends where the next label stands."""

from __future__ import annotations

import attrs

from .grid import IMPOSSIBLE, LIKELY, Grid, Stretch
from .shared.stack_rows import likely_if_stacked, rows_from
from .shared.stacks import stacked_cells


@attrs.frozen(eq=False)
class Stacked:
    """A cell on each line, plain or with a tab before or a ``|`` after it.

    Lines of blanks are empty cells, empty lines mean nothing.  If there are ``|``, they end the
    cells, and an empty text between two of them is an empty cell.
    """

    name: str = "stacked"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Possible if there are several lines, and no boxes drawn around cells."""
        drawn = "+--" in stretch.content or "+==" in stretch.content
        if drawn or len(stretch.lines) == 1:
            return IMPOSSIBLE
        return likely_if_stacked(stretch, LIKELY)

    def read(self, stretch: Stretch) -> Grid:
        """A row from each label to the next; words before a number name a row of their own."""
        return rows_from(stretch, stretch.once(stacked_cells))
