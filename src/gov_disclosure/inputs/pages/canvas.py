"""The place of text on a page: the innermost open cell, else the page itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from ..drawing import UNREADABLE, Shown
from ..spanning import Cell, Flow, Table
from .copies import without_copies

_GROUP = (Table.begin_group, Table.begin_group)
_PARTS: Mapping[str, tuple[Callable[[Table], None], Callable[[Table], None]]] = {
    "tr": (Table.begin_row, Table.end_row),
    "row": (Table.begin_row, Table.end_row),
    "thead": _GROUP,
    "tbody": _GROUP,
    "tfoot": (Table.begin_foot, Table.begin_group),
}
"""What the start and the end of an element do to the table around it."""

_LEADING_DIGITS = re.compile(r"\s*\+?(\d{1,9})", re.ASCII)
_MOST_ACROSS = 1000


class Canvas:
    """The lines of a page, and the tables and cells that are open on it."""

    def __init__(self, *, keeps_blanks: bool) -> None:
        self._page = Flow(keeps_blanks=keeps_blanks)
        self._tables: list[Table] = []
        self._cells: list[Cell] = []
        self._closed: list[slice] = []

    @property
    def flow(self) -> Flow:
        """Where text goes."""
        return self._cells[-1] if self._cells else self._page

    @property
    def is_in_cell(self) -> bool:
        """Whether a cell is open."""
        return bool(self._cells)

    @property
    def is_in_table(self) -> bool:
        """Whether a table or a cell is open."""
        return bool(self._cells or self._tables)

    def begin_part(self, tag: str) -> None:
        """Begin a row or a group of rows, if the tag is that of one."""
        if self._tables and tag in _PARTS:
            _PARTS[tag][0](self._tables[-1])

    def end_part(self, tag: str) -> None:
        """End a row or a group of rows, if the tag is that of one."""
        if self._tables and tag in _PARTS:
            _PARTS[tag][1](self._tables[-1])

    def begin_table(self) -> None:
        """Begin a table."""
        self._tables.append(Table())

    def end_table(self, *, is_closed: bool) -> None:
        """End a table, which may be hidden until a script opens it."""
        begin = len(self._page.lines)
        self.flow.add(self._tables.pop().shown())
        if is_closed and self.flow is self._page:
            self._closed.append(slice(begin, len(self._page.lines)))

    def begin_cell(self, attributes: Mapping[str, str]) -> None:
        """Begin a cell, perhaps one that spans several rows or columns."""
        down = _leading_number(attributes.get("rowspan", attributes.get("aria-rowspan")))
        wide = attributes.get("colspan", attributes.get("aria-colspan"))
        across = min(_leading_number(wide) or 1, _MOST_ACROSS)
        cell = Cell(down, across, in_table=bool(self._tables))
        if self._tables:
            self._tables[-1].add(cell)
        self._cells.append(cell)

    def end_cell(self) -> None:
        """End a cell."""
        cell = self._cells.pop()
        if not cell.in_table:
            self.flow.add(cell.shown())

    def begin_closed(self) -> None:
        """Begin a block of a cell that is hidden until a script opens it."""
        self._cells.append(Cell(1, 1, in_table=False))

    def end_closed(self) -> None:
        """Leave out one hidden line of a cell, such as a hint; more may be a panel that opens."""
        shown = self._cells.pop().shown()
        is_panel = shown.cells > 0 or len(shown.lines) > 1
        self.flow.add(shown if is_panel else Shown(instead=UNREADABLE))

    def lines(self) -> Sequence[str]:
        """Return the lines of the page, once it has ended."""
        self._page.end_line()
        return without_copies(self._page.lines, self._closed)


def _leading_number(said: str | None) -> int:
    """Return the number of rows or columns in an attribute; browsers read its leading digits."""
    found = _LEADING_DIGITS.match(said) if said else None
    return int(found[1]) if found else 1
