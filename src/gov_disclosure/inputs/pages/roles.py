"""Elements of a page that are shown as tables, rows or cells, whatever their tag."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .elements import CELLS, INLINE, ROWS
from .style import Style

_TAGS_OF_TABLES = CELLS | ROWS | {"caption", "table", "tbody", "tfoot", "thead"}
_ROLES = {
    "table": "table",
    "grid": "table",
    "treegrid": "table",
    "row": "row",
    "cell": "cell",
    "gridcell": "cell",
    "columnheader": "cell",
    "rowheader": "cell",
}
_TABLE_DISPLAY = re.compile(r"(?:inline-)?table(?:-(row|cell))?")
_AS_BLOCK = re.compile(r"block|(?:block\s)?(?:flex|flow-root|flow|grid|list-item)|(?:-webkit-)?box")


def shown_as(tag: str, attributes: Mapping[str, str], style: Style) -> str:
    """Return the tag of what an element is shown as by its role or style, mostly its own tag.

    >>> shown_as("div", {"role": "gridcell"}, Style()), shown_as("td", {"role": "row"}, Style())
    ('cell', 'td')
    >>> [shown_as("em", {}, Style.of(f"display: {kind}")) for kind in ("table-row", "block")]
    ['row', 'div']
    """
    if tag in _TAGS_OF_TABLES or not (attributes or style.values):
        return tag
    if role := _ROLES.get(attributes.get("role", "")):
        return role
    display = style.get("display")
    if styled := _TABLE_DISPLAY.fullmatch(display):
        return styled[1] or "table"
    return "div" if tag in INLINE and _AS_BLOCK.fullmatch(display) else tag
