"""Dashes printed for a minus before a figure in the column of changes: ``–3``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...forms import CHANGE
from ...labels.marks import MARKS
from ...layouts.grid import Located, is_blank
from ...text.source import tight
from ..columns.places import Slot
from .readings import ResolvedRow

_MINUS = re.compile(r"[–—](?=[0-9])")


def with_minus(lines: Sequence[ResolvedRow]) -> Sequence[ResolvedRow]:
    """Read such cells as negative figures, in rows that have a value for each place.

    If a cell is empty, the dash and the figure may be those of two columns.
    """
    return [_with_minus(line) if _may_change(line) else line for line in lines]


def _may_change(line: ResolvedRow) -> bool:
    columns = [slot.column for slot in line.slots if slot]
    return CHANGE in columns and len(line.cells) == len(line.slots) and not _has_blanks(line)


def _has_blanks(line: ResolvedRow) -> bool:
    return any(map(is_blank, line.cells))


def _with_minus(line: ResolvedRow) -> ResolvedRow:
    pairs = zip(line.slots, line.cells, strict=True)
    return line._replace(cells=[_as_figure(line.text, slot, cell) for slot, cell in pairs])


def _as_figure(text: str, slot: Slot | None, cell: Located) -> Located:
    start, end = tight(text, *cell[:2])
    if slot is None or slot.column != CHANGE or not _MINUS.match(text, start, end):
        return cell
    return (*cell[:2], MARKS[f"-{text[start + 1 : end]}"])
