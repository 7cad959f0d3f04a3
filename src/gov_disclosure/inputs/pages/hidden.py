"""Tell which elements of a page are not shown, with all that stands in them."""

from __future__ import annotations

from .elements import CELLS, INLINE, ROWS
from .style import PLAIN, Style

_HIDEABLE = INLINE | CELLS | ROWS | {"p"}


def is_hidden(tag: str, style: Style) -> bool:
    """Whether a row, a cell, a paragraph or words are not shown; a script may show other blocks.

    >>> closed = Style.of("display: none")
    >>> is_hidden("td", closed), is_hidden("div", closed)
    (True, False)
    """
    if style is PLAIN or tag not in _HIDEABLE:
        return False
    return not style.is_displayed or (tag in INLINE and style.is_out_of_sight)
