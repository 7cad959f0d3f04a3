"""Rows from records that list cells one by one, each with its row and its column."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeGuard

_KEYS_OF_TEXT = ("content", "text", "value", "words")
_AFFIXES_OF_KEYS = re.compile(r"[^a-z]|index|idx|start|offset|number|(?:no|id)\Z")
_FEWEST_CELLS = 2
_LAST_PLACE = 1000
"""No table of a form has a row or a column with a greater number."""
_MOST_POSITIONS_PER_CELL = 50
"""At least one in this many positions of a table has a cell, even where many are merged."""


class _Cell(NamedTuple):
    row: int
    column: int
    said: str


def rows_of_cells(items: Sequence[object]) -> list[list[str]] | None:
    """Arrange listed cells in rows, "" where a cell is missing; None unless all items are cells.

    >>> first = (("rowIndex", 0), ("columnIndex", 0), ("content", "规章"))
    >>> other = (("rowIndex", 0), ("columnIndex", 2), ("content", "3"))
    >>> rows_of_cells([first, other])
    [['规章', '', '3']]
    """
    cells = list(filter(None, map(_cell, items)))
    said = {(cell.row, cell.column): cell.said for cell in cells}
    if not _FEWEST_CELLS <= len(items) == len(cells) == len(said):
        return None
    rows = sorted({cell.row for cell in cells})
    last = max(cell.column for cell in cells)
    first = min(cell.column for cell in cells)
    if (last - first + 1) * len(rows) > _MOST_POSITIONS_PER_CELL * len(cells):
        return None
    return [[said.get((row, at), "") for at in range(first, last + 1)] for row in rows]


def _cell(item: object) -> _Cell | None:
    """Return the cell of an item that has a row, a column and a text, else None."""
    if not isinstance(item, tuple):
        return None
    fields: Mapping[str, Any] = {
        _AFFIXES_OF_KEYS.sub("", key.lower()): value for key, value in item
    }
    row, column = fields.get("row"), fields.get("column", fields.get("col"))
    said = next((fields[key] for key in _KEYS_OF_TEXT if key in fields), ())
    if isinstance(said, list | tuple) or not (_is_place(row) and _is_place(column)):
        return None
    return _Cell(row, column, "" if said is None else " ".join(str(said).split()))


def _is_place(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LAST_PLACE
