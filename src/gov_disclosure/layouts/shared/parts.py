"""Cells whose text spans several lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...labels.marks import BLANK
from ...text.fold import fold
from ..grid import Located, Words

PUNCTUATION = "、，。；：,;:"
"""Signs that are no cell by themselves."""


_HIGHEST_NUMBER = 99
_IN_NUMBERS = re.compile(r"[\d.．、]")


def is_number_of(cell: Located, label: Located, text: str, words: Words) -> bool:
    """Whether a cell is the number before a label, or the beginning of that number."""
    if not (0 < (cell[2].count or 0) <= _HIGHEST_NUMBER and label[2].terms):
        return False
    if not _IN_NUMBERS.match(text, label[0]):
        return False
    with_number = fold(text[cell[0] : label[1]])
    is_whole = words.spells_label(text[label[0] : label[1]])
    return words.end_of_label(with_number, 0) == len(with_number) and not is_whole


class CellPart(NamedTuple):
    """The text of a cell on one line, without the blanks around it, with its place."""

    start: int
    end: int
    said: str

    @classmethod
    def of(cls, text: str, start: int) -> CellPart:
        """The part that a text is, which starts at a place."""
        said = text.strip()
        at = start + (text.index(said) if said else 0)
        return cls(at, at + len(said), said)


def cell_of(parts: Sequence[CellPart], words: Words) -> Located:
    """Make a cell of its parts, at the place of the first, which holds all of a number."""
    if len(parts) == 1:
        (part,) = parts
        return part.start, part.end, words.marks[part.said]
    said = [part for part in parts if part.said]
    if not said:
        return parts[0].start, parts[0].end, BLANK
    return said[0].start, said[0].end, words.marks["\n".join(part.said for part in said)]
