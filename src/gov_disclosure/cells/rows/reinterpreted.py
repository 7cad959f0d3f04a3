"""Signs that mean something else than by themselves, as the other cells around them show."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...forms import CHANGE
from ...labels.marks import MARKS, TEXT, Sort
from ...layouts.grid import Located, is_blank
from ...text.source import tight
from ..columns.places import Slot
from .readings import ResolvedRow

_ONE = "一"
_NUMERALS = frozenset("零〇一二两三四五六七八九十百千万")
_MINUS = re.compile(r"[–—](?=[0-9])")


def with_signs_read(lines: Sequence[ResolvedRow]) -> Sequence[ResolvedRow]:
    """Read 一 as words, and a dash before a figure as a minus, where other cells show it.

    一 is no dash if other cells hold Chinese numerals.  A dash is a minus in the column of changes,
    in rows that have a value for each place; if a cell is empty, the dash and the figure may be
    those of two columns.
    """
    words = [(line, cell) for line in lines for cell in line.cells if cell[2].sort is Sort.TEXT]
    said = [line.text[start:end].strip() for line, (start, end, _) in words]
    if any(one != "" and _NUMERALS.issuperset(one) for one in said):
        lines = [_with_ones_as_words(line) for line in lines]
    return [_with_minus(line) if _may_change(line) else line for line in lines] if words else lines


def _with_ones_as_words(line: ResolvedRow) -> ResolvedRow:
    return line._replace(cells=[_one_as_words(line.text, cell) for cell in line.cells])


def _one_as_words(text: str, cell: Located) -> Located:
    start, end, _ = cell
    return (start, end, TEXT) if text[start:end].strip() == _ONE else cell


def _may_change(line: ResolvedRow) -> bool:
    columns = [slot.column for slot in line.slots if slot]
    is_whole = len(line.cells) == len(line.slots) and not any(map(is_blank, line.cells))
    return is_whole and CHANGE in columns


def _with_minus(line: ResolvedRow) -> ResolvedRow:
    pairs = zip(line.slots, line.cells, strict=True)
    return line._replace(cells=[_as_figure(line.text, slot, cell) for slot, cell in pairs])


def _as_figure(text: str, slot: Slot | None, cell: Located) -> Located:
    start, end = tight(text, *cell[:2])
    if slot is None or slot.column != CHANGE or not _MINUS.match(text, start, end):
        return cell
    return (*cell[:2], MARKS[f"-{text[start + 1 : end]}"])
