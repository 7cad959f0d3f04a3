"""Lists with one cell in each item: ``- a``, ``* 3``."""

from __future__ import annotations

import re

import attrs

from ..labels.marks import BLANK
from ..text.fold import fold
from ..text.source import BULLETS
from .grid import CERTAIN, IMPOSSIBLE, Grid, Located, Stretch, Words
from .shared.stack_rows import rows_from

_BULLET = f"[{re.escape(BULLETS)}]"
_ITEM = re.compile(rf"\s*({_BULLET})(?:[^\S\r\n]+(?P<said>\S(?:.*\S)?))?\s*", re.DOTALL)
_INNER = re.compile(rf"\s*(?:{_BULLET}[^\S\r\n]+)?{_ITEM.pattern}", re.DOTALL)
"""An item of an inner list, the first of which stands on the line of the outer item."""

_LISTED = re.compile(rf"\n[^\S\r\n]*{_BULLET}")
_FEWEST = 3
_DIGIT = re.compile(r"\d")

_Item = tuple[int, re.Match[str]]


@attrs.frozen(eq=False)
class Items:
    """A cell on each line, with the same bullet before all of them.

    A single line without a bullet among them shows that ``- 3`` is a negative number, and no item.
    """

    name: str = "items"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Certain if there is such a list, otherwise impossible."""
        return CERTAIN if _items(stretch)[0] else IMPOSSIBLE

    def read(self, stretch: Stretch) -> Grid:
        """A row from each label to the next, as in a stack; an item without words is an empty cell.

        Nothing is read if lines before or behind the list may be rows as well.
        """
        items, others = _items(stretch)
        if any(_may_be_row(line, stretch.words) for line in others):
            return []
        return rows_from(stretch, [_cell(start, item, stretch.words) for start, item in items])


def _items(stretch: Stretch) -> tuple[list[_Item], list[str]]:
    """The items with the places of their lines, and the lines before and behind them."""
    if len(_LISTED.findall("\n" + stretch.content)) < _FEWEST:
        return [], []
    items = _items_like(_ITEM, stretch)
    return items if _is_plain(items[0]) else _items_like(_INNER, stretch)


def _is_plain(items: list[_Item]) -> bool:
    """Whether these are the items of one list, and the first is not that of an inner list."""
    return bool(items) and _ITEM.fullmatch(items[0][1]["said"] or "") is None


def _items_like(pattern: re.Pattern[str], stretch: Stretch) -> tuple[list[_Item], list[str]]:
    """The items of one list; none if a line among them is no item, or has another bullet."""
    lines = zip(stretch.places, stretch.lines, strict=True)
    said = [(start, line, pattern.fullmatch(line)) for (start, _), line in lines if line.strip()]
    at = [number for number, (_, _, item) in enumerate(said) if item is not None]
    if len(at) < _FEWEST or at[-1] - at[0] >= len(at):
        return [], []
    items = [(start, item) for start, _, item in said if item is not None]
    others = [line for _, line, item in said if item is None]
    return (items, others) if len({item[1] for _, item in items}) == 1 else ([], [])


def _may_be_row(line: str, words: Words) -> bool:
    folded = fold(line).lstrip()
    return _DIGIT.search(folded) is not None and words.end_of_label(folded, 0) is not None


def _cell(start: int, item: re.Match[str], words: Words) -> Located:
    said = item["said"]
    if said is None:
        return (start + item.end(1), start + item.end(1), BLANK)
    begin, end = item.span("said")
    return (start + begin, start + end, words.marks[said])
