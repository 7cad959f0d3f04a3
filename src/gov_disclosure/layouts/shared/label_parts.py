"""Parts of a broken label: how long they may be, and when they spell it.

Where they stand depends on how cells were found: in a stack, or around the values of their row
(``broken_labels``), at places on a screen (``broken_pieces``), or in runs along lines
(``whole_rows``).  What no layout could see is put together in the rows of a grid (``grids.torn``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...text.fold import fold
from ..grid import Located, Row, Stretch, Words

LONGEST_PART = 60
"""No line that is a part of a label is longer."""
MOST_LINES = 20
"""No label is broken over more lines, even where only two of its letters stand on each."""
_HIGHEST_NUMBER = 99
_IN_NUMBERS = re.compile(r"[\d.．、]")


def most_that_spell(said: Sequence[str], words: Words) -> int:
    """The place, counted from 1, of the last and longest of several texts that spells a label.

    Each text is the one before it with one more part; 0 if none but the first spells a label.
    """
    spelled = (many for many in range(len(said), 1, -1) if words.spells_label(said[many - 1]))
    return next(spelled, 0)


def said_in(parts: Row, text: str) -> str:
    """What several cells say together."""
    return "".join([text[start:end] for start, end, _ in parts])


def one_cell(first: Located, last: Located, stretch: Stretch) -> Located:
    """All from the first cell to the last as one cell."""
    start, end = first[0], last[1]
    return start, end, stretch.words.marks[stretch.text[start:end]]


def is_number_of(cell: Located, label: Located, stretch: Stretch) -> bool:
    """Whether a cell is the number before a label, or the beginning of that number."""
    if not (0 < (cell[2].count or 0) <= _HIGHEST_NUMBER and label[2].terms):
        return False
    if not _IN_NUMBERS.match(stretch.text, label[0]):
        return False
    with_number = fold(stretch.text[cell[0] : label[1]])
    is_whole = stretch.words.spells_label(stretch.text[label[0] : label[1]])
    return stretch.words.end_of_label(with_number, 0) == len(with_number) and not is_whole
