"""Marks of lists before the labels of rows, which are no dashes in a cell of the row above."""

from __future__ import annotations

from collections.abc import Sequence

from ...labels.marks import DASH
from ...text.source import BULLETS
from .whole_rows import Line

_FEWEST_ROWS = 2
_WITH_LABEL = 2
"""The mark is a run of cells by itself, as the label behind it begins another."""


def without_bullets(lines: Sequence[Line], text: str) -> Sequence[Line]:
    """The lines without such marks, where one stands before every row that begins a line."""
    rows = [line for line in lines if _holds_row(line)]
    if len(rows) < _FEWEST_ROWS or not all(_begins_with_bullet(line, text) for line in rows):
        return lines
    return [
        Line(line.number, line.runs[1:]) if _begins_with_bullet(line, text) else line
        for line in lines
    ]


def _holds_row(line: Line) -> bool:
    return any(run[0][2].names_row for run in line.runs)


def _begins_with_bullet(line: Line, text: str) -> bool:
    """Whether a mark stands first on a line, and a label behind it."""
    if len(line.runs) < _WITH_LABEL or len(line.runs[0]) > 1:
        return False
    start, end, mark = line.runs[0][0]
    return mark is DASH and text[start:end].strip() in BULLETS and bool(line.runs[1][0][2].terms)
