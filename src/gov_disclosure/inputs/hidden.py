"""Find rows, cells and words that a page hides or strikes out, and hidden copies of its tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain

from .elements import CELLS, INLINE, ROWS
from .plain import are_words

_HIDEABLE = INLINE | CELLS | ROWS | {"p"}
_NOT_DISPLAYED = re.compile(r"display\s*:\s*none|visibility\s*:\s*collapse", re.IGNORECASE)
_INVISIBLE = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)
"""A style that keeps the place of an element but shows nothing there."""

_LINE_THROUGH = re.compile(r"(?:\A|;)\s*text-decoration[^;:]*:[^;]*line-through", re.IGNORECASE)
_TRANSPARENT = re.compile(
    r"(?:\A|;)\s*(?:opacity\s*:\s*0*(?:\.0+)?%?(?=\s*(?:;|!|\Z))|color\s*:\s*transparent"
    r"|transform\s*:[^;]*\bscale[xy3]?d?\(\s*0(?:\.0+)?\s*[,)])",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"(?:text-indent|margin(?:-left|-top)?)\s*:\s*-\d{3}|(?:left|right|top|bottom)\s*:\s*-\d{3}"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01]|clip-path\s*:\s*inset\(\s*(?:[5-9]\d|100)%"
    r"|clip-path\s*:\s*circle\(\s*0",
    re.IGNORECASE,
)
"""Styles that move text off the page or cut it away."""

_NO_ROOM = re.compile(
    r"(?:\A|;)\s*(?:max-)?(?:width|height)\s*:\s*[01](?:px|em|%)?\s*(?:;|\Z)", re.IGNORECASE
)
_CUT_OFF = re.compile(r"overflow\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_BETWEEN_CELLS = " | "


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a row, a cell, a paragraph or words are not shown; a script may show other blocks.

    Of the options of a select field only the selected one is shown.

    >>> is_hidden("td", {"hidden": ""}), is_hidden("div", {"hidden": ""})
    (True, False)
    """
    if tag == "option":
        return "selected" not in attributes
    if tag not in _HIDEABLE:
        return False
    return _is_not_displayed(attributes) or (tag in INLINE and _is_invisible(attributes))


def is_struck(attributes: Mapping[str, str]) -> bool:
    """Whether the style of an element strikes its words out."""
    style = attributes.get("style")
    return bool(style and _LINE_THROUGH.search(style))


def is_closed(attributes: Mapping[str, str]) -> bool:
    """Whether a block is not shown until a script opens it."""
    return _is_not_displayed(attributes) or _is_not_visible(attributes)


def _is_not_displayed(attributes: Mapping[str, str]) -> bool:
    style = attributes.get("style")
    return "hidden" in attributes or bool(style and _NOT_DISPLAYED.search(style))


def _is_not_visible(attributes: Mapping[str, str]) -> bool:
    style = attributes.get("style")
    return bool(style and _INVISIBLE.search(style))


def _is_invisible(attributes: Mapping[str, str]) -> bool:
    """Whether words are laid out, but invisible, transparent, cut off or moved away."""
    style = attributes.get("style")
    if not style:
        return False
    is_cut_off = _CUT_OFF.search(style) and _NO_ROOM.search(style)
    return bool(is_cut_off or any(one.search(style) for one in (_INVISIBLE, _TRANSPARENT, _AWAY)))


def without_closed(lines: Sequence[str], closed: Sequence[slice]) -> list[str]:
    """Remove the lines of closed tables whose rows the page also shows elsewhere.

    Such tables are copies for small screens, or those of another year behind a tab.  A table that
    stands nowhere else is kept, as readers can open it, and so is one with figures where the other
    has none.

    >>> rows = ["| 规章 | 9 |", "| 规章 | 3 |", "| 行政许可 | 0 |"]
    >>> without_closed(rows, [slice(0, 1), slice(2, 3)])
    ['| 规章 | 3 |', '| 行政许可 | 0 |']
    """
    if not closed:
        return list(lines)
    within = {at for part in closed for at in range(part.start, part.stop)}
    shown: dict[tuple[str, ...], int] = {}
    for line in (line for at, line in enumerate(lines) if at not in within):
        shown[_labels_of_row(line)] = max(_count_filled(line), shown.get(_labels_of_row(line), 0))
    repeated = [
        part
        for part in closed
        if all(_count_filled(line) <= shown.get(_labels_of_row(line), -1) for line in lines[part])
    ]
    dropped = set(chain.from_iterable(range(part.start, part.stop) for part in repeated))
    return [line for at, line in enumerate(lines) if at not in dropped]


def _labels_of_row(row: str) -> tuple[str, ...]:
    """Return the texts of the cells of a row that hold words and no figure."""
    return tuple(filter(are_words, _cells(row)))


def _count_filled(row: str) -> int:
    """Count the cells of a row that are not empty."""
    return sum(cell != "" for cell in _cells(row))


def _cells(row: str) -> Sequence[str]:
    return [cell.strip() for cell in row.strip("| ").split(_BETWEEN_CELLS)]
