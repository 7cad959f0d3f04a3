"""What the lines of a report tell of one another: which may have lost cells, or be of others."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import chain
from typing import NamedTuple

from more_itertools import map_reduce

from ..declare import Form
from ..grids.choosing import Candidate
from ..labels.marks import FIGURES
from ..layouts.grid import Layout, Row
from .balances import whole_sums
from .moving import lacks_cells, without_pieces
from .once import drops_repeated_lines
from .places import nested_tables
from .rows import DueRow
from .settling import Width


class Doubts(NamedTuple):
    """What other lines tell of one, and mostly against it: of its layout, its table, or its row.

    ``losing`` are the layouts of which rows lose cells, ``crowded`` the tables, with the number
    due, of which rows have too many figures, ``widened`` those of which many rows below one header
    have.  ``overfull`` are the same tables and those of rows with one cell, ``told`` the rows, by
    table and key, of which lines with figures are there.  ``once`` tells that lines are dropped
    that the text has already.  ``sure`` are the tables, with the width of a row and the place of
    its first column, of which rows add up beneath the header.
    """

    losing: Set[Layout]
    crowded: Set[tuple[str, int]]
    widened: Set[tuple[str, int]]
    overfull: Set[str]
    told: Set[tuple[str, str]]
    once: bool
    sure: Set[tuple[str, int, int | None]]

    def speak_against(self, line: DueRow, width: Width) -> bool:
        """Whether the values of a line have to be proved."""
        return line.layout in self.losing or (width.table, width.due) in self.crowded

    def forbid(self, line: DueRow, width: Width) -> bool:
        """Whether nothing can be told of a line, as its cells may be those of others.

        Where another row has more figures than are due, one of these may have stood where a row
        has no cells; and one that the form lacks can stand for what is empty, or is lost, which
        no sum tells.  Nor is a row empty of which figures stand on another line.
        """
        if not width.values and (self.once or width.table in self.overfull):
            return True
        if width.table in self.overfull and width.is_strewn:
            return True
        if (width.table, width.due) in self.widened and len(width.at) <= width.due:
            return True
        return not width.at and (width.table, line.row) in self.told


def _are_widened(rows: Sequence[DueRow]) -> bool:
    """Whether half of the rows that have enough figures have more, as for a column of their own."""
    counts = [sum(cell[2].sort in FIGURES for cell in row.filled) - row.due for row in rows]
    more = sum(count > 0 for count in counts)
    return more > 0 and 2 * more >= sum(count >= 0 for count in counts)


def doubts_of(
    text: str,
    chosen: Sequence[Candidate],
    lines: Sequence[DueRow],
    widths: Sequence[Width],
    form: Form | None,
) -> Doubts:
    """What the lines of a report tell of one another."""
    entries = chain.from_iterable(candidate.shown.entries for candidate in chosen)
    alike = map_reduce(lines, lambda line: (line.table, line.due))
    nested = nested_tables()
    crowded = {key for key, rows in alike.items() if any(key[1] < len(row.filled) for row in rows)}
    return Doubts(
        losing={line.layout for line in lines if _may_lose_cells(line)},
        crowded={(table, due) for table, due in crowded if due > 1},
        widened={
            key
            for key in crowded
            if key[0] in nested and _are_widened(without_pieces(text, alike[key], form))
        },
        overfull={table for table, _ in crowded},
        told={(e.table, e.terms[0].key) for e in entries if e.filled and len(e.terms) == 1},
        once=drops_repeated_lines(chosen),
        sure={
            (width.table, width.wide, width.head)
            for line, width in zip(lines, widths, strict=True)
            if width.beneath and _adds_up_whole(line, width.beneath, form)
        },
    )


def _adds_up_whole(line: DueRow, cells: Row, form: Form | None) -> bool:
    """Whether a row has a sum of something, up to its last place."""
    return whole_sums(line.with_settled(cells, shown=True), form) == len(cells)


def _may_lose_cells(line: DueRow) -> bool:
    """Whether a row shows that its layout loses or breaks cells."""
    lost = bool(line.entry.filled) and lacks_cells(line)
    return lost or line.layout.by_eye or line.loose > 0 or line.is_bare
