"""What a page hides or strikes out: rows, cells and words, and tables that it shows elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain

from .plain import are_words

_INLINE = frozenset({"a", "b", "em", "font", "i", "label", "small", "span", "strong", "u"})
_HIDEABLE = _INLINE | {"td", "th", "cell", "entry", "tr", "row"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*collapse", re.IGNORECASE)
_UNSEEN = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)
"""What keeps its place on the page, and shows nothing there."""

_LINE_THROUGH = re.compile(r"(?:\A|;)\s*text-decoration[^;:]*:[^;]*line-through", re.IGNORECASE)
_BETWEEN_CELLS = " | "


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a row, a cell or words are not shown; of other blocks a script may show them yet.

    Of what can be selected only that is shown which is.

    >>> is_hidden("td", {"hidden": ""}), is_hidden("div", {"hidden": ""})
    (True, False)
    """
    if tag == "option":
        return "selected" not in attributes
    if tag not in _HIDEABLE:
        return False
    return _is_unshown(attributes) or (tag in _INLINE and _is_unseen(attributes))


def is_struck(attributes: Mapping[str, str]) -> bool:
    """Whether the style of an element strikes its words out."""
    style = attributes.get("style")
    return bool(style and _LINE_THROUGH.search(style))


def is_closed(attributes: Mapping[str, str]) -> bool:
    """Whether a block is not shown, unless a script opens it."""
    return _is_unshown(attributes) or _is_unseen(attributes)


def _is_unshown(attributes: Mapping[str, str]) -> bool:
    style = attributes.get("style")
    return "hidden" in attributes or bool(style and _HIDDEN.search(style))


def _is_unseen(attributes: Mapping[str, str]) -> bool:
    style = attributes.get("style")
    return bool(style and _UNSEEN.search(style))


def without_closed(lines: Sequence[str], closed: Sequence[slice]) -> list[str]:
    """The lines of a page without those of closed tables whose rows it shows elsewhere, too.

    So the page as small screens show it, or that of another year behind a tab, is left out; a
    table that stands nowhere else is not, as readers open it, nor one that has figures where the
    other has none.

    >>> rows = ["| 规章 | 9 |", "| 规章 | 3 |", "| 行政许可 | 0 |"]
    >>> without_closed(rows, [slice(0, 1), slice(2, 3)])
    ['| 规章 | 3 |', '| 行政许可 | 0 |']
    """
    if not closed:
        return list(lines)
    within = {at for part in closed for at in range(part.start, part.stop)}
    shown: dict[tuple[str, ...], int] = {}
    for line in (line for at, line in enumerate(lines) if at not in within):
        shown[_words(line)] = max(_count_filled(line), shown.get(_words(line), 0))
    repeated = [
        part
        for part in closed
        if all(_count_filled(line) <= shown.get(_words(line), -1) for line in lines[part])
    ]
    dropped = set(chain.from_iterable(range(part.start, part.stop) for part in repeated))
    return [line for at, line in enumerate(lines) if at not in dropped]


def _words(row: str) -> tuple[str, ...]:
    """What the cells of a row say that hold no figures."""
    return tuple(filter(are_words, _cells(row)))


def _count_filled(row: str) -> int:
    """How many cells of a row say something."""
    return sum(cell != "" for cell in _cells(row))


def _cells(row: str) -> Sequence[str]:
    return [cell.strip() for cell in row.strip("| ").split(_BETWEEN_CELLS)]
