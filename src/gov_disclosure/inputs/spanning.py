"""What a page's source builds up element by element: text that flows, and tables with spans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count, takewhile

import attrs

from .drawing import (
    BENEATH,
    COVERED,
    MOST_POSITIONS,
    UNREADABLE,
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
    """Text that runs on until a block begins or ends."""

    __slots__ = ("_cells", "_draw_line", "_instead", "_keeps_blanks", "_pieces", "lines")

    def __init__(self, *, keeps_blanks: bool = False) -> None:
        self.lines: list[str] = []
        self._cells = 0
        self._instead = ""
        self._pieces: list[str] | None = None
        self._keeps_blanks = False
        self._draw_line = with_plain_blanks if keeps_blanks else one_line

    def say(self, piece: str, *, keeps_blanks: bool = False) -> None:
        """Go on in the same line, perhaps in text that keeps its blanks as its lines."""
        if self._pieces is None:
            self._pieces = []
        self._pieces.append(piece)
        self._keeps_blanks = self._keeps_blanks or keeps_blanks

    def end_line(self) -> None:
        """Begin a new line, unless nothing stands on this one."""
        if self._pieces is None:
            return
        draw_line = with_plain_blanks if self._keeps_blanks else self._draw_line
        line = draw_line("".join(self._pieces))
        if line and not line.isspace():
            self.lines.append(line)
        self._pieces = None
        self._keeps_blanks = False

    def keep_line(self) -> None:
        """Begin a new line, whatever stands on this one."""
        self.lines.append(with_plain_blanks("".join(self._pieces or ())))
        self._pieces = None
        self._keeps_blanks = False

    def add(self, shown: Shown) -> None:
        """Show a table, or what stands in a cell that is in none."""
        self.lines += shown.lines
        self._cells += shown.cells
        self.say_instead(shown.instead)

    def say_instead(self, piece: str) -> None:
        """Let something stand for what is no text, if there is no text at all."""
        self._instead = f"{self._instead} {piece}".strip()

    def shown(self) -> Shown:
        """All that was said."""
        return Shown(tuple(self.lines), self._cells, instead=self._instead)


class Cell(Flow):
    """A cell with its text; ``down`` is 0 if it reaches to the end of its group of rows.

    ``filling`` are signs that a script or a style may fill the cell, such as its id.
    """

    __slots__ = ("across", "down", "filling", "in_table")

    def __init__(self, down: int, across: int, *, in_table: bool) -> None:
        super().__init__()
        self.down = down
        self.across = across
        self.in_table = in_table
        self.filling: set[str] = set()

    def bottom(self, top: int, end: int) -> int:
        """The first row beneath it, at most the end of its group."""
        return min(top + self.down, end) if self.down else end


@attrs.frozen(eq=False)
class _Row:
    group: int
    cells: list[Cell] = attrs.field(factory=list)


class Table:
    """Rows as they come, in groups that no merged cell reaches beyond."""

    def __init__(self) -> None:
        self._rows: list[_Row] = []
        self._group = 0
        self._feet: set[int] = set()
        self._in_row = False

    def begin_group(self) -> None:
        """Let the next rows be in another group."""
        self._group += 1
        self._in_row = False

    def begin_foot(self) -> None:
        """Let the next rows be in a group that stands below all others, wherever it is written."""
        self.begin_group()
        self._feet.add(self._group)

    def begin_row(self) -> None:
        """Let the next cells stand in a row of their own."""
        self._rows.append(_Row(self._group))
        self._in_row = True

    def end_row(self) -> None:
        """Let the next cell begin a row, even if nothing says so."""
        self._in_row = False

    def add(self, cell: Cell) -> None:
        """Put a cell behind the others of its row."""
        if not self._in_row:
            self.begin_row()
        self._rows[-1].cells.append(cell)

    def shown(self) -> Shown:
        """The rows as they are drawn, those left out that have no cells of their own."""
        self._mark_filled()
        self._rows.sort(key=lambda row: row.group in self._feet)
        if self._covered() > MOST_POSITIONS:
            cells = [cell.shown() for row in self._rows for cell in row.cells]
            return draw_one_below_another(cells)
        rows = zip(self._rows, self._placed(), strict=True)
        kept = [placed for row, placed in rows if row.cells]
        return draw(with_merged(unheaped(evened(kept))))

    def _mark_filled(self) -> None:
        """Let a mark stand in empty cells that may be filled, as no cell with text may be."""
        cells = [cell for row in self._rows for cell in row.cells]
        without = {sign for cell in cells if cell.lines for sign in cell.filling}
        for cell in cells:
            if cell.filling - without:
                cell.say_instead(UNREADABLE)

    def _ends(self) -> list[int]:
        """Where the group of each row ends."""
        last = {row.group: at + 1 for at, row in enumerate(self._rows)}
        return [last[row.group] for row in self._rows]

    def _covered(self) -> int:
        """How many positions its cells say that they cover."""
        rows = enumerate(zip(self._rows, self._ends(), strict=True))
        return sum(
            cell.across * (cell.bottom(top, end) - top)
            for top, (row, end) in rows
            for cell in row.cells
        )

    def _placed(self) -> list[list[Shown]]:
        """The cells at their positions, as the rules of HTML have it."""
        grid: list[list[Shown]] = []
        free_from: dict[int, int] = {}
        begins: dict[int, int] = {}
        for top, (row, end) in enumerate(zip(self._rows, self._ends(), strict=True)):
            line: list[Shown] = []
            for cell in row.cells:
                line += _from_above(len(line), top, free_from, begins)
                left, right = len(line), len(line) + cell.across
                line += [cell.shown(), *[COVERED] * (cell.across - 1)]
                free_from |= dict.fromkeys(range(left, right), cell.bottom(top, end))
                begins |= dict.fromkeys(range(left, right), left)
            grid.append([*line, *_from_above(len(line), top, free_from, begins)])
        return grid


def _from_above(
    left: int, top: int, free_from: Mapping[int, int], begins: Mapping[int, int]
) -> Iterator[Shown]:
    """The positions of a row, from one on, that cells above it go on over.

    ``free_from`` tells from which row on a position is free, ``begins`` where its last cell begins.
    """
    for at in takewhile(lambda at: free_from.get(at, 0) > top, count(left)):
        yield BENEATH if begins[at] == at else COVERED
