"""Marks of lists before the labels of rows, which are no dashes in a cell of the row above."""

from __future__ import annotations

from collections.abc import Sequence

from ...labels.marks import DASH, DOUBTFUL
from ...text.source import BULLETS
from ..grid import Located
from .whole_rows import Line, is_value

_FEWEST_ROWS = 2
_NEARLY_ALL = 0.9
_WITH_LABEL = 2
"""The mark is a run of cells by itself, as the label behind it begins another."""


def without_bullets(lines: Sequence[Line], text: str) -> Sequence[Line]:
    """The lines without such marks, where one stands before nearly every row that begins a line.

    Before a figure there the mark may as well be its sign, and by itself a dash in a cell.
    """
    rows = [line for line in lines if _holds_row(line)]
    marked = sum(_begins_with_bullet(line, text) for line in rows)
    if len(rows) < _FEWEST_ROWS or marked < _NEARLY_ALL * len(rows):
        return lines
    return [_without_bullet(line, text) for line in lines]


def _without_bullet(line: Line, text: str) -> Line:
    if _begins_with_bullet(line, text):
        return Line(line.number, line.runs[1:])
    (first, *rest), *others = line.runs
    if not _is_bullet(first, text):
        return line
    if rest and not is_value(rest[0]):
        return Line(line.number, (rest, *others))
    start, end, _ = first
    return Line(line.number, ([(start, end, DOUBTFUL), *rest], *others))


def _holds_row(line: Line) -> bool:
    return any(run[0][2].names_row for run in line.runs)


def _begins_with_bullet(line: Line, text: str) -> bool:
    """Whether a mark stands first on a line, and a label behind it."""
    if len(line.runs) < _WITH_LABEL or len(line.runs[0]) > 1:
        return False
    return _is_bullet(line.runs[0][0], text) and bool(line.runs[1][0][2].terms)


def _is_bullet(cell: Located, text: str) -> bool:
    """Whether a cell is a mark that begins a line."""
    start, end, mark = cell
    begins = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    return begins and mark is DASH and text[start:end].strip() in BULLETS
