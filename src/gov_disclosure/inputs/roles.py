"""Elements of a page that are shown as tables, rows or cells, whatever their tag."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .elements import CELLS, INLINE, ROWS

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
_DISPLAY = re.compile(
    r"(?:\A|;)\s*display\s*:\s*(?:inline-)?table(?:-(row|cell))?\s*(?:;|!|\Z)", re.I
)
_AS_BLOCK = re.compile(
    r"(?:\A|;)\s*display\s*:\s*(?:block|flex|flow-root|grid|list-item)\s*(?:;|!|\Z)", re.I
)


def shown_as(tag: str, attributes: Mapping[str, str]) -> str:
    """Return the tag of what an element is shown as by its role or style, mostly its own tag.

    >>> shown_as("div", {"role": "gridcell"}), shown_as("p", {"style": "display: table-row"})
    ('cell', 'row')
    >>> shown_as("td", {"role": "row"}), shown_as("p", {"style": "display: block"})
    ('td', 'p')
    >>> shown_as("em", {"style": "display: block"})
    'div'
    """
    if tag in _TAGS_OF_TABLES or not attributes:
        return tag
    if role := _ROLES.get(attributes.get("role", "")):
        return role
    style = attributes.get("style", "")
    if styled := _DISPLAY.search(style):
        return (styled[1] or "table").lower()
    return "div" if tag in INLINE and _AS_BLOCK.search(style) else tag
