"""Tables on a screen: where the columns and lines of a table stand, and boxes around cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import accumulate

import attrs

from .printed import PrintedCell, PrintedTable
from .width import Align, width

_Measure = Callable[[PrintedCell], int]
_Bounds = Callable[[PrintedCell], tuple[int, int]]

_UP, _DOWN, _LEFT, _RIGHT = 1, 2, 4, 8


@attrs.frozen
class Borders:
    """The characters of borders; ``joints`` tells them by the strokes that meet there."""

    joints: Mapping[int, str]


def _joints(spelled: str) -> Mapping[int, str]:
    """The characters in the order │ ─ ┌ ┐ └ ┘ ├ ┤ ┬ ┴ ┼."""
    strokes = (
        _UP | _DOWN,
        _LEFT | _RIGHT,
        _DOWN | _RIGHT,
        _DOWN | _LEFT,
        _UP | _RIGHT,
        _UP | _LEFT,
        _UP | _DOWN | _RIGHT,
        _UP | _DOWN | _LEFT,
        _LEFT | _RIGHT | _DOWN,
        _LEFT | _RIGHT | _UP,
        _UP | _DOWN | _LEFT | _RIGHT,
    )
    return dict(zip(strokes, spelled, strict=True))


ASCII = Borders(_joints("|-+++++++++"))
UNICODE = Borders(_joints("│─┌┐└┘├┤┬┴┼"))


DOUBLE = Borders(_joints("║═╔╗╚╝╠╣╦╩╬"))

Rise = Callable[[int], int]
"""How many lines of room a cell leaves above itself."""


def at_top(room: int) -> int:
    """None."""
    return 0


def in_middle(room: int) -> int:
    """Half of them."""
    return room // 2


def at_bottom(room: int) -> int:
    """All of them."""
    return room


def in_columns(
    table: PrintedTable,
    align: Align,
    gap: int,
    *,
    rise: Rise = at_top,
    measure: Callable[[str], int] = width,
) -> str:
    """The cells beneath each other with at least ``gap`` spaces between their columns."""
    lefts = _starts(_sizes(table, table.width, gap, _widest(measure), _across), gap)
    tops = _starts(_row_sizes(table, 0), 0)
    lines: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for cell in table.cells:
        wide = lefts[cell.right] - gap - lefts[cell.left]
        said = cell.text.split("\n")
        first = tops[cell.top] + rise(tops[cell.bottom] - tops[cell.top] - len(said))
        for at, line in enumerate(said, first):
            padded = align(line, wide + width(line) - measure(line))
            lines[at].append((lefts[cell.left], padded))
    return "\n".join(_line(lines[at], measure) for at in range(tops[-1]))


def in_boxes(table: PrintedTable, align: Align, borders: Borders) -> str:
    """The cells in drawn boxes, a merged cell in one box."""
    lefts = [at + 1 for at in _starts(_column_sizes(table, 3), 3)]
    tops = [at + 1 for at in _starts(_row_sizes(table, 1), 1)]
    lines: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for cell in table.cells:
        wide = lefts[cell.right] - lefts[cell.left] - 3
        for at, line in enumerate(cell.text.split("\n"), tops[cell.top]):
            lines[at].append((lefts[cell.left] + 1, align(line, wide)))
    for (row, column), strokes in _corners(table).items():
        at, across = tops[row] - 1, lefts[column] - 1
        lines[at].append((across, borders.joints[strokes]))
        if strokes & _RIGHT:
            long = lefts[column + 1] - lefts[column] - 1
            lines[at].append((across + 1, borders.joints[_LEFT | _RIGHT] * long))
        if strokes & _DOWN:
            for beneath in range(tops[row], tops[row + 1] - 1):
                lines[beneath].append((across, borders.joints[_UP | _DOWN]))
    return "\n".join(_line(lines[at], width) for at in range(tops[-1]))


def _line(pieces: list[tuple[int, str]], measure: Callable[[str], int]) -> str:
    """Pieces of text, each at its place on the line."""
    line, end = "", 0
    for at, piece in sorted(pieces):
        line += " " * (at - end) + piece
        end = at + measure(piece)
    return line.rstrip()


def _corners(table: PrintedTable) -> dict[tuple[int, int], int]:
    """The strokes that go out from the corners and along the sides of all cells."""
    strokes: dict[tuple[int, int], int] = defaultdict(int)
    for cell in table.cells:
        for column in range(cell.left, cell.right):
            for row in (cell.top, cell.bottom):
                strokes[row, column] |= _RIGHT
                strokes[row, column + 1] |= _LEFT
        for row in range(cell.top, cell.bottom):
            for column in (cell.left, cell.right):
                strokes[row, column] |= _DOWN
                strokes[row + 1, column] |= _UP
    return strokes


def _starts(sizes: list[int], gap: int) -> list[int]:
    """Where each column or row starts, and where one behind the last would."""
    return list(accumulate((size + gap for size in sizes), initial=0))


def _column_sizes(table: PrintedTable, gap: int) -> list[int]:
    return _sizes(table, table.width, gap, _widest(width), _across)


def _across(cell: PrintedCell) -> tuple[int, int]:
    return cell.left, cell.right


def _row_sizes(table: PrintedTable, gap: int) -> list[int]:
    return _sizes(table, table.height, gap, _tallest, lambda cell: (cell.top, cell.bottom))


def _sizes(
    table: PrintedTable, count: int, gap: int, measure: _Measure, bounds: _Bounds
) -> list[int]:
    """The least sizes that leave room for every cell; merged cells stretch their last part."""
    sizes = [1] * count
    for cell in sorted(table.cells, key=lambda cell: bounds(cell)[1] - bounds(cell)[0]):
        first, end = bounds(cell)
        room = sum(sizes[first:end]) + gap * (end - first - 1)
        sizes[end - 1] += max(0, measure(cell) - room)
    return sizes


def _widest(measure: Callable[[str], int]) -> _Measure:
    return lambda cell: max(map(measure, cell.text.split("\n")))


def _tallest(cell: PrintedCell) -> int:
    return cell.text.count("\n") + 1
