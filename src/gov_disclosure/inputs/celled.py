"""Cells that a record lists one by one, each with its row and its column, as rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeGuard

_TEXTS = ("content", "text", "value", "words")
_PARTS_OF_KEYS = re.compile(r"[^a-z]|index|idx|start|offset|number|(?:no|id)\Z")
_FEWEST = 2
_LAST_PLACE = 1000
"""No table of the forms has a row or a column with a greater number."""
_SPARSEST = 50
"""Of so many places in a table one at least has a cell, however many others are merged."""


class _Cell(NamedTuple):
    row: int
    column: int
    said: str


def rows_of_cells(items: Sequence[object]) -> list[list[str]] | None:
    """The rows that cells make, empty where there is none; None if the items are no such cells.

    >>> first = (("rowIndex", 0), ("columnIndex", 0), ("content", "规章"))
    >>> other = (("rowIndex", 0), ("columnIndex", 2), ("content", "3"))
    >>> rows_of_cells([first, other])
    [['规章', '', '3']]
    """
    cells = list(filter(None, map(_cell, items)))
    said = {(cell.row, cell.column): cell.said for cell in cells}
    if not _FEWEST <= len(items) == len(cells) == len(said):
        return None
    rows = sorted({cell.row for cell in cells})
    last = max(cell.column for cell in cells)
    first = min(cell.column for cell in cells)
    if (last - first + 1) * len(rows) > _SPARSEST * len(cells):
        return None
    return [[said.get((row, at), "") for at in range(first, last + 1)] for row in rows]


def _cell(item: object) -> _Cell | None:
    """The cell that an item is, if it says a row, a column and a text."""
    if not isinstance(item, tuple):
        return None
    told: Mapping[str, Any] = {_PARTS_OF_KEYS.sub("", key.lower()): value for key, value in item}
    row, column = told.get("row"), told.get("column", told.get("col"))
    said = next((told[key] for key in _TEXTS if key in told), ())
    if isinstance(said, list | tuple) or not (_is_place(row) and _is_place(column)):
        return None
    return _Cell(row, column, "" if said is None else " ".join(str(said).split()))


def _is_place(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LAST_PLACE
