"""The tables as the forms print them: grids of cells, many of them merged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, cached_property
from itertools import accumulate

import attrs

from gov_disclosure.declare import Form
from gov_disclosure.forms import Address, Block, FormTable, Line, tables_of

NO_FIGURE = "——"
"""What the form of 2014 prints in the unit column beside a heading."""

_ROW_AFTER_RESULTS = "carried_forward"


@attrs.frozen(kw_only=True)
class PrintedCell:
    """A cell, merged of ``down`` rows and ``across`` columns; figures have an address."""

    top: int
    left: int
    down: int = 1
    across: int = 1
    text: str = ""
    address: Address | None = None

    @property
    def bottom(self) -> int:
        """The first row beneath."""
        return self.top + self.down

    @property
    def right(self) -> int:
        """The first column behind."""
        return self.left + self.across


@attrs.frozen
class PrintedTable:
    """A printed table: its key and its cells from left to right and row by row."""

    key: str
    cells: tuple[PrintedCell, ...]

    @cached_property
    def height(self) -> int:
        """How many rows it has."""
        return max(cell.bottom for cell in self.cells)

    @cached_property
    def width(self) -> int:
        """How many columns it has."""
        return max(cell.right for cell in self.cells)

    def filled(self, write: Callable[[PrintedCell], str]) -> PrintedTable:
        """The table with other words in its cells."""
        return attrs.evolve(
            self, cells=tuple(attrs.evolve(cell, text=write(cell)) for cell in self.cells)
        )

    def rows(self) -> list[list[PrintedCell]]:
        """The cells that begin in each row."""
        rows: list[list[PrintedCell]] = [[] for _ in range(self.height)]
        for cell in self.cells:
            rows[cell.top].append(cell)
        return rows

    def positions(self, covered: Callable[[PrintedCell, int, int], str]) -> list[list[str]]:
        """The text at every position; ``covered`` tells it where a merged cell goes on."""
        grid = [[""] * self.width for _ in range(self.height)]
        for cell in self.cells:
            for row in range(cell.top, cell.bottom):
                for column in range(cell.left, cell.right):
                    grid[row][column] = covered(cell, row, column)
            grid[cell.top][cell.left] = cell.text
        return grid


@cache
def printed_tables(form: Form) -> tuple[PrintedTable, ...]:
    """The tables of a form, labels in place, figures still to be filled in."""
    return tuple(
        PrintedTable(table.key, tuple(sorted(_LAID_OUT[table.key](table), key=_in_order)))
        for table in tables_of(form)
    )


def _in_order(cell: PrintedCell) -> tuple[int, int]:
    return cell.top, cell.left


# 主动公开: blocks beneath each other, each with a caption, a header and rows


def _proactive(table: FormTable) -> Iterator[PrintedCell]:
    width = 1 + max(len(block.columns) for block in table.blocks)
    heights = [2 + len(block.rows) for block in table.blocks]
    for block, top in zip(table.blocks, accumulate(heights, initial=0), strict=False):
        assert block.caption is not None
        yield PrintedCell(top=top, left=0, across=width, text=block.caption)
        yield from _block(table, block, top + 1, width)


def _block(table: FormTable, block: Block, top: int, width: int) -> Iterator[PrintedCell]:
    yield PrintedCell(top=top, left=0, text=table.declared.corners[0])
    for column, left, across in _spread(block.columns, width):
        yield PrintedCell(top=top, left=left, across=across, text=column.label)
    for at, row in enumerate(block.rows, top + 1):
        yield PrintedCell(top=at, left=0, text=row.label)
        for column, left, across in _spread(block.columns, width):
            where = (table.key, row.key, column.key)
            yield PrintedCell(top=at, left=left, across=across, address=where)


def _spread(columns: tuple[Line, ...], width: int) -> Iterator[tuple[Line, int, int]]:
    """The columns behind the label, the last of them as wide as what is left."""
    last = len(columns)
    for left, column in enumerate(columns, 1):
        yield column, left, width - last if left == last else 1


# 依申请公开: three columns of labels, seven of figures, three rows of header

_LABEL_COLUMNS = 3
_HEADER_ROWS = 3


def _applications(table: FormTable) -> Iterator[PrintedCell]:
    columns = table.blocks[0].columns
    yield from _applicants(table, columns)
    yield from _row_labels(table)
    for top, row in enumerate(table.rows, _HEADER_ROWS):
        for left, column in enumerate(columns, _LABEL_COLUMNS):
            yield PrintedCell(top=top, left=left, address=(table.key, row.key, column.key))


def _applicants(table: FormTable, columns: tuple[Line, ...]) -> Iterator[PrintedCell]:
    first, *organisations, last = columns
    above, group = table.declared.column_headings
    left, right = _LABEL_COLUMNS, _LABEL_COLUMNS + len(columns) - 1
    corner = table.declared.corners[0]
    yield PrintedCell(top=0, left=0, down=_HEADER_ROWS, across=_LABEL_COLUMNS, text=corner)
    yield PrintedCell(top=0, left=left, across=len(columns), text=above)
    yield PrintedCell(top=1, left=left, down=2, text=first.label)
    yield PrintedCell(top=1, left=left + 1, across=len(organisations), text=group)
    yield PrintedCell(top=1, left=right, down=2, text=last.label)
    for at, column in enumerate(organisations, left + 1):
        yield PrintedCell(top=2, left=at, text=column.label)


def _row_labels(table: FormTable) -> Iterator[PrintedCell]:
    """Labels of rows, behind the headings that stand beside several of them."""
    keys = [row.key for row in table.rows]
    begun = False
    for at, row in enumerate(table.rows):
        top = at + _HEADER_ROWS
        headings = list(row.headings)
        if headings and not begun:
            down = keys.index(_ROW_AFTER_RESULTS) - at
            yield PrintedCell(top=top, left=0, down=down, text=headings.pop(0))
            begun = True
        begun = begun and row.key != _ROW_AFTER_RESULTS
        if headings:
            group = row.key.partition(".")[0]
            down = sum(key.startswith(f"{group}.") for key in keys)
            yield PrintedCell(top=top, left=1, down=down, text=headings[0])
        left = 2 if "." in row.key else 1 if begun else 0
        yield PrintedCell(top=top, left=left, across=_LABEL_COLUMNS - left, text=row.label)


# 行政复议、行政诉讼: one row of figures beneath three rows of header


def _proceedings(table: FormTable) -> Iterator[PrintedCell]:
    (block,) = table.blocks
    review, *lawsuits = block.rows
    each = len(block.columns)
    (heading,) = (heading for row in lawsuits for heading in row.headings)
    yield PrintedCell(top=0, left=0, across=each, text=review.label)
    yield PrintedCell(top=0, left=each, across=each * len(lawsuits), text=heading)
    for at, lawsuit in enumerate(lawsuits, 1):
        yield PrintedCell(top=1, left=at * each, across=each, text=lawsuit.label)
    for at, row in enumerate(block.rows):
        for left, column in enumerate(block.columns, at * each):
            top, down = (1, 2) if row is review else (2, 1)
            yield PrintedCell(top=top, left=left, down=down, text=column.label)
            yield PrintedCell(top=3, left=left, address=(table.key, row.key, column.key))


# 统计表: a label, a unit and a figure in each row


def _statistics(table: FormTable) -> Iterator[PrintedCell]:
    declared = table.declared
    header = (declared.corners[0], declared.column_headings[0], declared.value_labels[0])
    (value,) = table.blocks[0].columns
    lines: list[tuple[str, str, Address | None]] = []
    for row in table.rows:
        lines += [(heading, NO_FIGURE, None) for heading in row.headings]
        lines.append((row.label, row.unit or "", (table.key, row.key, value.key)))
    for left, label in enumerate(header):
        yield PrintedCell(top=0, left=left, text=label)
    for top, (label, unit, where) in enumerate(lines, 1):
        yield PrintedCell(top=top, left=0, text=label)
        yield PrintedCell(top=top, left=1, text=unit)
        yield PrintedCell(top=top, left=2, address=where)


_LAID_OUT: dict[str, Callable[[FormTable], Iterator[PrintedCell]]] = {
    "proactive": _proactive,
    "applications": _applications,
    "proceedings": _proceedings,
    "statistics": _statistics,
}
