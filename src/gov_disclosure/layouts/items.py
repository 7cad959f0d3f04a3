"""One cell in each item of a list: ``- a``, ``* 3``."""

from __future__ import annotations

import re

import attrs
from more_itertools import split_before

from ..grid import Grid, Located, Stretch, Words
from ..marks import BLANK, Sort

_ITEM = re.compile(r"\s*([-*+•●])(?:[^\S\r\n]+(?P<said>\S.*?))?\s*", re.DOTALL)
_FEWEST = 3
_BEGINS_ROW = frozenset({Sort.LABEL, Sort.TEXT})


@attrs.frozen(eq=False)
class Items:
    """A cell on each line, behind one and the same bullet on all of them.

    A single line without it shows that ``- 3`` is a number below zero, and no item.
    """

    name: str = "items"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Certain where every line is an item, impossible elsewhere."""
        return 1.0 if _items(stretch) else 0.0

    def read(self, stretch: Stretch, words: Words) -> Grid:
        """A row from each label to the next; an item without words is an empty cell."""
        cells = [_cell(start, item, words) for start, item in _items(stretch)]
        return list(split_before(cells, lambda cell: cell[2].sort in _BEGINS_ROW))


def _items(stretch: Stretch) -> list[tuple[int, re.Match[str]]]:
    """The items with the places of their lines; none if a line is no item, or of another list."""
    first = next((line for line in stretch.lines if not line.isspace()), "")
    if _ITEM.fullmatch(first) is None:
        return []
    lines = zip(stretch.places, stretch.lines, strict=True)
    found = [(start, _ITEM.fullmatch(line)) for (start, _), line in lines if line.strip()]
    items = [(start, item) for start, item in found if item is not None]
    one_list = len({item[1] for _, item in items}) == 1
    return items if one_list and len(items) == len(found) >= _FEWEST else []


def _cell(start: int, item: re.Match[str], words: Words) -> Located:
    said = item["said"]
    if said is None:
        return (start + item.end(1), start + item.end(1), BLANK)
    begin, end = item.span("said")
    return (start + begin, start + end, words.marks[said])
