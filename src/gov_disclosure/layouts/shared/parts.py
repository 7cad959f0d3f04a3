"""Cells whose text spans several lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...labels.marks import BLANK
from ..grid import Located, Stretch, Words

PIPE = "|"

PUNCTUATION = "、，。；：,;:"
"""Signs that are no cell by themselves."""


_OPENS_LIST = re.compile(r"[\[(]\s*['\"]")
_FEWEST_LISTS = 2


def holds_lists(stretch: Stretch) -> bool:
    """Whether brackets open before quotes, as programs print lists: ``['规章', '0']``."""
    return len(_OPENS_LIST.findall(stretch.content)) >= _FEWEST_LISTS


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
