"""Build up the text and the tables of a page element by element, with cells that span others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count, takewhile

import attrs

from .drawing import (
    BENEATH,
    COVERED,
    MOST_POSITIONS,
    Shown,
    draw,
    draw_one_below_another,
    evened,
    one_line,
    with_plain_blanks,
)
from .heaped import unheaped
from .merged import with_merged


class Flow:
    """Text that continues on its line until a block begins or ends."""

    __slots__ = ("_cells", "_draw_line", "_instead", "_keeps_blanks", "_pieces", "lines")

    def __init__(self, *, keeps_blanks: bool = False) -> None:
        self.lines: list[str] = []
        self._cells = 0
        self._instead = ""
        self._pieces: list[str] | None = None
        self._keeps_blanks = False
        self._draw_line = with_plain_blanks if keeps_blanks else one_line

    def say(self, piece: str, *, keeps_blanks: bool = False) -> None:
        """Add a piece to the current line, perhaps of text whose blanks are kept."""
        if self._pieces is None:
            self._pieces = []
        self._pieces.append(piece)
        self._keeps_blanks = self._keeps_blanks or keeps_blanks

    def end_line(self) -> None:
        """Begin a new line, unless the current one is empty."""
        if self._pieces is None:
            return
        draw_line = with_plain_blanks if self._keeps_blanks else self._draw_line
        line = draw_line("".join(self._pieces))
        if line and not line.isspace():
            self.lines.append(line)
        self._pieces = None
        self._keeps_blanks = False

    def keep_line(self) -> None:
        """Begin a new line, even if the current one is empty."""
        self.lines.append(with_plain_blanks("".join(self._pieces or ())))
        self._pieces = None
        self._keeps_blanks = False

    def add(self, shown: Shown) -> None:
        """Add the lines of a table, or of a cell that is in no table."""
        self.lines += shown.lines
        self._cells += shown.cells
        self.say_instead(shown.instead)

    def say_instead(self, piece: str) -> None:
        """Add what is drawn instead of a picture, if there is no text at all."""
        self._instead = f"{self._instead} {piece}".strip()

    def shown(self) -> Shown:
        """Return everything that was added."""
        return Shown(tuple(self.lines), self._cells, instead=self._instead)


class Cell(Flow):
    """A cell with its text; ``down`` is 0 if it reaches to the end of its group of rows."""

    __slots__ = ("across", "down", "in_table")

    def __init__(self, down: int, across: int, *, in_table: bool) -> None:
        super().__init__()
        self.down = down
        self.across = across
        self.in_table = in_table

    def bottom(self, top: int, end: int) -> int:
        """Return the first row beneath the cell, at most the end of its group."""
        return min(top + self.down, end) if self.down else end


@attrs.frozen(eq=False)
class _Row:
    group: int
    cells: list[Cell] = attrs.field(factory=list)


class Table:
    """Rows in the order of the source, in groups that no merged cell reaches beyond."""

    def __init__(self) -> None:
        self._rows: list[_Row] = []
        self._group = 0
        self._feet: set[int] = set()
        self._in_row = False

    def begin_group(self) -> None:
        """Begin another group of rows."""
        self._group += 1
        self._in_row = False

    def begin_foot(self) -> None:
        """Begin a group of rows that is shown below all others, wherever it is written."""
        self.begin_group()
        self._feet.add(self._group)

    def begin_row(self) -> None:
        """Begin a row."""
        self._rows.append(_Row(self._group))
        self._in_row = True

    def end_row(self) -> None:
        """End the row, so that the next cell begins another."""
        self._in_row = False

    def add(self, cell: Cell) -> None:
        """Add a cell at the end of the current row."""
        if not self._in_row:
            self.begin_row()
        self._rows[-1].cells.append(cell)

    def shown(self) -> Shown:
        """Draw the rows that have cells of their own."""
        self._rows.sort(key=lambda row: row.group in self._feet)
        if self._count_covered() > MOST_POSITIONS:
            cells = [cell.shown() for row in self._rows for cell in row.cells]
            return draw_one_below_another(cells)
        rows = zip(self._rows, self._cells_in_place(), strict=True)
        kept = [placed for row, placed in rows if row.cells]
        return draw(with_merged(unheaped(evened(kept))))

    def _ends_of_groups(self) -> list[int]:
        """Return the end of the group of each row."""
        last = {row.group: at + 1 for at, row in enumerate(self._rows)}
        return [last[row.group] for row in self._rows]

    def _count_covered(self) -> int:
        """Count the positions that the cells cover by their spans."""
        rows = enumerate(zip(self._rows, self._ends_of_groups(), strict=True))
        return sum(
            cell.across * (cell.bottom(top, end) - top)
            for top, (row, end) in rows
            for cell in row.cells
        )

    def _cells_in_place(self) -> list[list[Shown]]:
        """Place the cells at their positions by the rules of HTML."""
        grid: list[list[Shown]] = []
        free_from: dict[int, int] = {}
        begins: dict[int, int] = {}
        for top, (row, end) in enumerate(zip(self._rows, self._ends_of_groups(), strict=True)):
            line: list[Shown] = []
            for cell in row.cells:
                line += _continued_from_above(len(line), top, free_from, begins)
                left, right = len(line), len(line) + cell.across
                line += [cell.shown(), *[COVERED] * (cell.across - 1)]
                free_from |= dict.fromkeys(range(left, right), cell.bottom(top, end))
                begins |= dict.fromkeys(range(left, right), left)
            grid.append([*line, *_continued_from_above(len(line), top, free_from, begins)])
        return grid


def _continued_from_above(
    left: int, top: int, free_from: Mapping[int, int], begins: Mapping[int, int]
) -> Iterator[Shown]:
    """Yield the positions of a row, from ``left`` on, that continue cells above.

    ``free_from`` holds the row from which a position is free, ``begins`` the position where its
    last cell begins.
    """
    for at in takewhile(lambda at: free_from.get(at, 0) > top, count(left)):
        yield BENEATH if begins[at] == at else COVERED
