"""Rows as lists within a list, with a dash before each item, as YAML has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .drawing import one_line
from .strings import unescaped

_OPENS = re.compile(r"(?P<before>[ ]*(?:- )+)- (?P<said>(?!- )\S.*)")
"""The first item of a list that is an item itself; cells that are dashes stand farther apart."""
_ITEM = re.compile(r"(?P<before>[ ]*)-(?: (?P<said>(?!- )\S.*))?\s*")
_GOES_ON = re.compile(r"(?P<before>[ ]*)(?P<said>[^\s-].*)")
_FEWEST = 2
_NOTHING = frozenset({"null", "Null", "NULL", "~", "''", '""'})


def with_dashed_rows(text: str) -> str:
    r"""The text, with a line for each list of items that is an item itself.

    The dashes before items are none of their cells.

    >>> with_dashed_rows("- - 规章\n  - '1'\n  - null\n  - '-'\n- 说明")
    '规章\t1\t\t-\n- 说明'
    """
    return "\n".join(_lines(text.split("\n"))) if "- - " in text else text


def _lines(lines: Sequence[str]) -> Iterator[str]:
    at = 0
    while at < len(lines):
        cells = _row(lines, at)
        if sum(map(len, cells)) and len(cells) >= _FEWEST:
            yield "\t".join(_said(one_line(" ".join(cell))) for cell in cells)
            at += sum(map(len, cells))
        else:
            yield lines[at]
            at += 1


def _row(lines: Sequence[str], at: int) -> list[list[str]]:
    """The cells of the row that begins on a line, with what they say on each of theirs."""
    opened = _OPENS.fullmatch(lines[at])
    if opened is None:
        return []
    column = len(opened["before"])
    cells = [[opened["said"] or ""]]
    for line in map(lines.__getitem__, range(at + 1, len(lines))):
        if (item := _ITEM.fullmatch(line)) and len(item["before"]) == column:
            cells.append([item["said"] or ""])
        elif (rest := _GOES_ON.fullmatch(line)) and len(rest["before"]) > column:
            cells[-1].append(rest["said"])
        else:
            break
    return cells


def _said(item: str) -> str:
    """What an item says without its quotes; nothing, if it says that it is nothing."""
    if item in _NOTHING:
        return ""
    if item[:1] == item[-1:] == "'":
        return item[1:-1].replace("''", "'").strip()
    return unescaped(item[1:-1]).strip() if item[:1] == item[-1:] == '"' else item
