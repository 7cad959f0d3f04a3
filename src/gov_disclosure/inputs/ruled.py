"""Find the ruled tables on a page of a PDF, and the positions of their cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs
from pdfplumber.page import Page
from pdfplumber.table import CellGroup, Table

from .drawing import BENEATH, COVERED, Shown
from .printed import SAME_LINE, Drawn

Box = tuple[float, float, float, float]
"""The left, upper, right and lower side of a cell or a table, in points."""

_MIDDLE = 0.5
_INK_OF_HANGING = 0.2
"""Where in its square the ink of a closing mark is, as a share of its width."""

_HIGHEST = 1.5
"""How much higher than its cell a character is at most."""

_HANGING = frozenset("、，。；：,.;:)）】〕》”’」』")


@attrs.frozen
class Position:
    """A position of a grid, with the characters of the cell that begins there.

    Where no cell begins, ``rest`` says which neighbour the position continues.
    """

    box: Box | None
    chars: list[Drawn] = attrs.field(factory=list)
    rest: Shown | None = None


Grid = list[list[Position]]


def tables_on(page: Page) -> list[Table]:
    """Return the ruled tables that have several columns, unlike frames around text.

    A table may have no lines at its sides, and none where a browser breaks it between pages.
    """
    found = page.debug_tablefinder()
    sides = [side for table in found.tables for side in _open_sides(table, found.edges)]
    ends = [end for table in found.tables for end in _open_ends(table, found.edges)]
    if sides or ends:
        lines = {"explicit_vertical_lines": sides, "explicit_horizontal_lines": ends}
        found = page.debug_tablefinder(lines)
    return [table for table in found.tables if any(map(_has_several_columns, table.rows))]


def _has_several_columns(row: CellGroup) -> bool:
    return len([box for box in row.cells if box]) > 1


def _open_sides(table: Table, edges: Sequence[Drawn]) -> Iterator[Drawn]:
    """Yield the missing lines at the sides of a table whose horizontal lines reach farther."""
    left, top, right, bottom = table.bbox
    reaching = [
        edge
        for edge in edges
        if edge["orientation"] == "h" and top - SAME_LINE <= edge["top"] <= bottom + SAME_LINE
        if edge["x0"] <= right and edge["x1"] >= left
    ]
    ends = (min(edge["x0"] for edge in reaching), max(edge["x1"] for edge in reaching))
    for end, side in zip(ends, (left, right), strict=True):
        if abs(end - side) > SAME_LINE:
            yield _vertical_line(end, top, bottom)


def _open_ends(table: Table, edges: Sequence[Drawn]) -> Iterator[Drawn]:
    """Yield the missing lines above and below a table whose sides reach farther."""
    left, top, right, bottom = table.bbox
    reaching = [
        edge
        for edge in edges
        if edge["orientation"] == "v" and edge["top"] <= bottom and edge["bottom"] >= top
    ]
    at_left = [edge for edge in reaching if abs(edge["x0"] - left) <= SAME_LINE]
    at_right = [edge for edge in reaching if abs(edge["x0"] - right) <= SAME_LINE]
    if not (at_left and at_right):
        return
    upper = max(min(edge["top"] for edge in side) for side in (at_left, at_right))
    lower = min(max(edge["bottom"] for edge in side) for side in (at_left, at_right))
    if top - upper > SAME_LINE:
        yield _horizontal_line(upper, left, right)
    if lower - bottom > SAME_LINE:
        yield _horizontal_line(lower, left, right)


def _vertical_line(across: float, top: float, bottom: float) -> Drawn:
    sides = {"x0": across, "x1": across, "top": top, "bottom": bottom}
    return {"object_type": "line", "width": 0, "height": bottom - top, **sides}


def _horizontal_line(down: float, left: float, right: float) -> Drawn:
    sides = {"x0": left, "x1": right, "top": down, "bottom": down}
    return {"object_type": "line", "width": right - left, "height": 0, **sides}


def grid_of(table: Table, chars: Sequence[Drawn]) -> Grid:
    """Put the characters of a table in its cells, and mark positions that continue other cells."""
    inside = [char for char in chars if _is_inside(char, table.bbox)]
    lefts = sorted({box[0] for box in table.cells})
    above: list[Box | None] = [None] * len(lefts)
    grid: Grid = []
    for row in table.rows:
        top = min(box[1] for box in row.cells if box)
        line: list[Position] = []
        for at, box in enumerate(row.cells):
            before = above[at - 1] if at else None
            above[at] = box or _over(before, lefts[at], top) or _over(above[at], lefts[at], top)
            line.append(_position(box, above[at], lefts[at], inside))
        grid.append(line)
    return grid


def _over(box: Box | None, left: float, top: float) -> Box | None:
    """Return a cell if it covers a position, else None."""
    return box if box and box[0] <= left < box[2] and box[1] <= top < box[3] else None


def _position(box: Box | None, over: Box | None, left: float, chars: Sequence[Drawn]) -> Position:
    if box:
        return Position(box, [char for char in chars if _is_inside(char, box) and _fits(char, box)])
    if over is None:
        return Position(None)
    return Position(None, rest=BENEATH if over[0] == left else COVERED)


def _is_inside(char: Drawn, box: Box) -> bool:
    left, top, right, bottom = box
    across = char["x0"] + char["width"] * (_INK_OF_HANGING if char["text"] in _HANGING else _MIDDLE)
    down = char["top"] + char["height"] * _MIDDLE
    return bool(left <= across < right and top <= down < bottom)


def _fits(char: Drawn, box: Box) -> bool:
    """Whether a character is no higher than its cell, as those behind a table or across it are."""
    _, top, _, bottom = box
    return bool(char["height"] <= _HIGHEST * (bottom - top))
