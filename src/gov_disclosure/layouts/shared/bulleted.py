"""List marks before the labels of rows, which are no dashes in a cell of the row above."""

from __future__ import annotations

from collections.abc import Sequence

from ...labels.marks import DASH, DOUBTFUL
from ...text.source import BULLETS
from ..grid import Located
from .whole_rows import RunsOfLine, is_value

_FEWEST_ROWS = 2
_NEARLY_ALL = 0.9
_WITH_LABEL = 2
"""The mark is a run by itself, as the label behind it begins another."""


def without_bullets(lines: Sequence[RunsOfLine], text: str) -> Sequence[RunsOfLine]:
    """Drop list marks, if one stands before nearly every row that begins a line.

    Before a figure such a mark may as well be its sign, and by itself a dash in a cell.
    """
    rows = [line for line in lines if _holds_row(line)]
    marked = sum(_begins_with_bullet(line, text) for line in rows)
    if len(rows) < _FEWEST_ROWS or marked < _NEARLY_ALL * len(rows):
        return lines
    return [_without_bullet(line, text) for line in lines]


def _without_bullet(line: RunsOfLine, text: str) -> RunsOfLine:
    if _begins_with_bullet(line, text):
        return RunsOfLine(line.number, line.runs[1:])
    (first, *rest), *others = line.runs
    if not _is_bullet(first, text):
        return line
    if rest and not is_value(rest[0]):
        return RunsOfLine(line.number, (rest, *others))
    start, end, _ = first
    return RunsOfLine(line.number, ([(start, end, DOUBTFUL), *rest], *others))


def _holds_row(line: RunsOfLine) -> bool:
    return any(run[0][2].names_row for run in line.runs)


def _begins_with_bullet(line: RunsOfLine, text: str) -> bool:
    """Whether a line begins with a mark, and a label stands behind it."""
    if len(line.runs) < _WITH_LABEL or len(line.runs[0]) > 1:
        return False
    return _is_bullet(line.runs[0][0], text) and bool(line.runs[1][0][2].terms)


def _is_bullet(cell: Located, text: str) -> bool:
    """Whether a cell is a mark at the beginning of a line."""
    start, end, mark = cell
    begins = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    return begins and mark is DASH and text[start:end].strip() in BULLETS
