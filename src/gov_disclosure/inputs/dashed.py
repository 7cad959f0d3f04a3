"""Rows written as lists within a list, with a dash before each item, as in YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .drawing import one_line
from .strings import unescaped

_FIRST_ITEM = re.compile(r"(?P<before>[ ]*(?:- )+)- (?P<said>(?!- )\S.*)")
"""The first item of an inner list; cells that are dashes stand farther apart."""
_ITEM = re.compile(r"(?P<before>[ ]*)-(?: (?P<said>(?!- )\S.*))?\s*")
_CONTINUATION = re.compile(r"(?P<before>[ ]*)(?P<said>[^\s-].*)")
_FEWEST_CELLS = 2
_NULLS = frozenset({"null", "Null", "NULL", "~", "''", '""'})


def with_dashed_rows(text: str) -> str:
    r"""Draw each inner list of items as one line of cells, with tabs between them.

    The dash before an item is not a cell.

    >>> with_dashed_rows("- - 规章\n  - '1'\n  - null\n  - '-'\n- 说明")
    '规章\t1\t\t-\n- 说明'
    """
    return "\n".join(_lines(text.split("\n")))


def _lines(lines: Sequence[str]) -> Iterator[str]:
    at = 0
    while at < len(lines):
        cells = _row(lines, at)
        if sum(map(len, cells)) and len(cells) >= _FEWEST_CELLS:
            yield "\t".join(_text_of(one_line(" ".join(cell))) for cell in cells)
            at += sum(map(len, cells))
        else:
            yield lines[at]
            at += 1


def _row(lines: Sequence[str], at: int) -> list[list[str]]:
    """Return the cells of the row that begins on a line, each as its pieces line by line."""
    opened = _FIRST_ITEM.fullmatch(lines[at])
    if opened is None:
        return []
    column = len(opened["before"])
    cells = [[opened["said"] or ""]]
    for line in map(lines.__getitem__, range(at + 1, len(lines))):
        if (item := _ITEM.fullmatch(line)) and len(item["before"]) == column:
            cells.append([item["said"] or ""])
        elif (rest := _CONTINUATION.fullmatch(line)) and len(rest["before"]) > column:
            cells[-1].append(rest["said"])
        else:
            break
    return cells


def _text_of(item: str) -> str:
    """Return the text of an item without its quotes, "" if it is a null value."""
    if item in _NULLS:
        return ""
    if item[:1] == item[-1:] == "'":
        return item[1:-1].replace("''", "'").strip()
    return unescaped(item[1:-1]).strip() if item[:1] == item[-1:] == '"' else item
