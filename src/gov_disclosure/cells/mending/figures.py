"""Mend figures that tools broke, ran together or put into one cell, if sums leave no doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence, Set

from more_itertools import one

from ...grids.shown import is_figure
from ...labels.marks import DASH, FIGURES, MARKS, Sort, glued
from ...layouts.grid import Layout, Located, Row, is_blank
from ..rows.due_row import DueRow
from ..rows.pieces import SHORTEST_PIECE, count_figures, figures_of_cell

ENOUGH_GLUED_ROWS = 3
"""So many rows show what a tool does with what parts the cells of a page."""
_FEWEST_CELLS = 5
_ON_ONE_LINE = re.compile(r"[0-9０-９]+(?:[ \t\u3000\xa0]+[0-9０-９]+)*")


def with_touching_figures(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """Mark each figure of a row with too few of them as digits that may be several figures.

    A tool dropped what parts the cells, and blanks stand only where a cell of the page had some.
    That is known from other rows of the table with all their figures in one, or from a single
    figure that is too long.
    """
    counted = Counter([(line.table, line.layout) for line in lines if line.is_glued])
    touching = {key for key, number in counted.items() if number >= ENOUGH_GLUED_ROWS}
    if not touching and not any(map(is_too_long, lines)):
        return lines
    return [
        line.with_values(list(map(_may_be_several, line.filled)))
        if _may_have_touching_figures(line, touching) and _has_too_few_figures_on_one_line(line)
        else line
        for line in lines
    ]


def _may_have_touching_figures(line: DueRow, touching: Set[tuple[str, Layout]]) -> bool:
    """Whether the figures of a row may touch, as those of other rows of its table or its own do."""
    return (line.table, line.layout) in touching or is_too_long(line)


def is_too_long(line: DueRow) -> bool:
    """Whether the only figure of a row has as many digits as cells are due, so must be several."""
    filled = line.filled
    return len(filled) == 1 and filled[0][1] - filled[0][0] >= line.due >= _FEWEST_CELLS


def _has_too_few_figures_on_one_line(line: DueRow) -> bool:
    """Whether a row has too few figures, on one line with only blanks between them."""
    filled = line.filled
    is_short = 0 < len(filled) < line.due
    return is_short and _ON_ONE_LINE.fullmatch(line.text, filled[0][0], filled[-1][1]) is not None


def _may_be_several(cell: Located) -> Located:
    start, end, mark = cell
    return start, end, glued(mark)


_TWO_LINES = re.compile(r"\s*([0-9]+)[ \t]*(?:[\r\n]+|\\n)[ \t]*([0-9]+)\s*")
"""Digits on two lines; programs print a line end in quotes as a backslash and an n."""


def with_whole_figures(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """Rejoin broken figures if the sums of their row hold then, and could not hold otherwise.

    Two figures below each other in a cell may belong to two rows.  The upper lines would then add
    up by themselves.  They may also do so by chance; but if other rows show how many digits fill a
    column, figures that fill it on the upper line continue below.
    """
    broken = [at for at, line in enumerate(lines) if _holds_several(line)]
    whole = {at for at in broken if _adds_up(lines[at], _joined)}
    sure = {at for at in whole if not _adds_up(lines[at], _upper_line)}
    shown = {_length_of_upper_lines(lines[at]) for at in sure}
    lengths = shown if len(shown) == 1 and None not in shown else set()
    mended = {at for at in whole if at in sure or _length_of_upper_lines(lines[at]) in lengths}
    return [_with_joined_figures(line) if at in mended else line for at, line in enumerate(lines)]


def _holds_several(line: DueRow) -> bool:
    """Whether one of its cells has several figures, or one that was joined from pieces."""
    return sum([mark.several for _, _, mark in line.filled]) > 0


def _with_joined_figures(line: DueRow) -> DueRow:
    return line.with_values([_joined(line.text, cell) for cell in line.values])


def _lines_of(text: str, cell: Located) -> Sequence[str]:
    """The two lines of digits in a cell; empty if it holds anything else."""
    start, end, mark = cell
    lines = _TWO_LINES.fullmatch(text, start, end) if mark.several else None
    return lines.groups() if lines else ()


def _joined(text: str, cell: Located) -> Located:
    """A cell of two lines of digits as one figure; any other cell as it is."""
    said = "".join(_lines_of(text, cell))
    return (cell[0], cell[1], MARKS[said]) if said else cell


def _upper_line(text: str, cell: Located) -> Located:
    """The upper line of a cell of two lines of digits; a dash for any other cell."""
    lines = _lines_of(text, cell)
    return cell[0], cell[1], MARKS[lines[0]] if lines else DASH


def _length_of_upper_lines(line: DueRow) -> int | None:
    """The number of digits of the upper lines of broken figures; None if they differ."""
    upper = {len(lines[0]) for cell in line.filled if (lines := _lines_of(line.text, cell))}
    length = one(upper) if len(upper) == 1 else None
    return length if length is not None and length >= SHORTEST_PIECE else None


def _adds_up(line: DueRow, change: Callable[[str, Located], Located]) -> bool:
    """Whether the sums of a row hold with its cells changed."""
    cells = [change(line.text, cell) for cell in _last_cells(line)]
    return bool(cells) and line.as_it_stands._replace(settled=cells).keeps_rules


def _last_cells(line: DueRow) -> Row:
    """A cell for each place of the row, without empty ones before them; empty if too few."""
    settled = line.as_it_stands.settled
    before = len(line.values) - line.due
    if settled is not None or before < 0:
        return settled or []
    return line.values[before:] if all(map(is_blank, line.values[:before])) else []


def with_parted_figures(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """Give each figure a cell of its own, if they are then as many as are due and sums hold.

    Columns whose edges a tool missed stand in one cell side by side.  Figures on several lines of a
    cell may belong to two rows, and are not parted.  Neither are figures that add up without the
    dashes beside them.  Only dashes in a cell may be one mark (``— —``), so some cell with a number
    has to show that columns were missed.
    """
    return [_with_cells_parted(line) or line for line in lines]


def _with_cells_parted(line: DueRow) -> DueRow | None:
    """A row with its figures parted; None if nothing shows that columns were missed."""
    text, filled = line.text, line.filled
    if len(filled) >= line.due or count_figures(text, filled) < line.due:
        return None
    if all(_holds_only_dashes(text, cell) for cell in filled if cell[2].several):
        return None
    cells = [part for cell in filled for part in figures_of_cell(text, cell)]
    if len(cells) != line.due or any(cell[2].sort not in FIGURES for cell in cells):
        return None
    row = line.as_it_stands
    if not (row.balances and row.adds_up_with(cells)):
        return None
    in_place = _with_lone_figures(text, line.values)
    if len(in_place) == line.due and row.adds_up_with(in_place):
        return None
    return line.with_values(cells)


def _holds_only_dashes(text: str, cell: Located) -> bool:
    return all(part[2].sort is Sort.DASH for part in figures_of_cell(text, cell))


def _with_lone_figures(text: str, values: Row) -> Row:
    """The values, with the only number of a cell in place of the cell: the rest may be marks."""
    return [_lone_figure(text, cell) or cell for cell in values]


def _lone_figure(text: str, cell: Located) -> Located | None:
    numbers = (
        [part for part in figures_of_cell(text, cell) if is_figure(part)] if cell[2].several else []
    )
    return numbers[0] if len(numbers) == 1 else None
