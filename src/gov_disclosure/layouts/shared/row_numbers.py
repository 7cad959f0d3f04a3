"""Numbers that only count the rows or columns of a table (序号), and are none of its figures.

They stand in the first cells of rows, before labels along a line, or, where each cell is a line, on
the line above a label.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs
from more_itertools import triplewise

from ...labels.marks import BLANK, DIGITS, DOUBTFUL, FIGURES, Sort
from ...labels.running_numbers import (
    ENOUGH,
    FIRST_NUMBERS,
    MANY,
    are_named,
    count_from_first,
    row_number,
)
from ...text.counting import are_consecutive, follows_or_restarts
from ..grid import Grid, Located, Row
from .whole_rows import RunsOfLine


def without_index(rows: Grid) -> Grid:
    """Drop the first cells if they only count the rows.

    Data tools print such numbers, and so do some forms (序号).  A count may start again.  One that
    begins with a later number has a label behind it there, and cells behind labels.
    """
    counted = [row for row in rows if len(row) > 1 and row[0][2] is not BLANK]
    counts = [row[0][2].count for row in counted]
    if len(counts) < ENOUGH or not all(map(follows_or_restarts, counts, counts[1:])):
        return rows
    if not (follows_or_restarts(None, counts[0]) or _continues_from_above(counted)):
        return rows
    return [row[1:] if len(row) > 1 else row for row in rows]


def _continues_from_above(counted: Sequence[Row]) -> bool:
    """Whether a count goes on from above: a label and cells stand behind its first number."""
    behind = (mark for row in counted for _, _, mark in row[2:])
    _, _, first = counted[0][1]
    has_cells = any(mark is BLANK or mark.sort in FIGURES for mark in behind)
    return bool(counted[0][0][2].count and first.terms) and has_cells


_FEWEST_ON_LINE = 4
"""Fewer figures may count up by chance."""


def without_numbers_of_rows(lines: list[RunsOfLine]) -> Iterator[RunsOfLine]:
    """Drop numbers, on lines without a label, that count on from the lines above.

    If the numbers before labels do not count up, they are figures.
    """
    if not _mostly_count_on([line.index for line in lines if line.index is not None]):
        yield from map(RunsOfLine.with_leading, lines)
        return
    yield from lines[:2]
    for one, two, line in triplewise(lines):
        (first, *rest), *others = line.runs
        counts_on = one.index is not None and two.index == one.index + 1
        if rest and counts_on and two.index is not None and first[2].count == two.index + 1:
            yield RunsOfLine(line.number, (rest, *others))
        else:
            yield line


def without_numbers_between(runs: tuple[Row, ...]) -> tuple[Row, ...]:
    """Drop the row numbers that stand before the labels of a line.

    Every row has one: they count up from the first, where no row can have a figure yet.
    """
    valued = [at for at, run in enumerate(runs[:-1]) if len(run) > 1 or is_number_of_row(run)]
    counts = [runs[at][-1][2].count for at in valued]
    if len(counts) < _FEWEST_ON_LINE or not count_from_first(counts):
        return runs
    if any(run[0][2].names_row for run in runs[: valued[0] + 1]):
        return runs
    kept = (run[:-1] if at in valued else run for at, run in enumerate(runs))
    return tuple(filter(None, kept))


def is_number_of_row(leading: Row) -> bool:
    """Whether the cells before the first label of a line may be just the row's number."""
    return len(leading) == 1 and leading[0][2].sort is Sort.NUMBER


def number_columns(runs: tuple[Row, ...]) -> bool:
    """Whether a line only numbers the columns: from 0, as data tools do, or many from 1."""
    counts = [cell[2].count for run in runs for cell in run]
    return count_from_first(counts) and len(counts) >= (MANY if counts[0] else ENOUGH)


def _mostly_count_on(numbers: Sequence[int]) -> bool:
    """Whether most numbers are one more than the number before, or begin anew."""
    follows = [
        o == one + 1 for one, o in pairwise([0, *numbers]) if not (o < one and o in FIRST_NUMBERS)
    ]
    return 2 * sum(follows) >= len(follows)


def without_counts(text: str, cells: Sequence[Located]) -> Sequence[Located]:
    """Drop the numbers that only count the labels, where each cell has a line of its own.

    From some row on, every label (or the first of several side by side) is preceded by such a
    number; where values are lost, it looks like the value of the label before.  Below a header they
    count from 1, or on from the table above; then few are enough.  If there are too few to be
    certain, they are marked as doubtful.
    """
    tables = list(_counted_tables(_tables_in_stack(text, cells)))
    many = sum(len(table.counts) for table in tables) >= ENOUGH
    certain = [table for table in tables if table.is_named or many]
    sure = {at for table in certain for at in table.numbers} or _all_counted(cells)
    doubtful = {at for table in tables for at in table.numbers[1:]}
    if not doubtful and not sure:
        return cells
    return [
        (*cell[:2], DOUBTFUL) if at in doubtful else cell
        for at, cell in enumerate(cells)
        if at not in sure
    ]


def _all_counted(cells: Sequence[Located]) -> set[int]:
    """The positions of the numbers, if those before all labels count up."""
    labels = [first for first, _ in labels_side_by_side(cells)]
    counted = [at - 1 for at in labels if at > 0 and cells[at - 1][2].count is not None]
    behind = [at for at in labels if counted and at > counted[0]]
    counts = [cells[at][2].count for at in counted]
    if len(counted) < MANY or len(behind) > len(counted) or not are_consecutive(counts):
        return set()
    return {*counted}


@attrs.frozen
class _CountedTable:
    """The rows below a header: the positions of the cells before labels, and the numbers in them.

    ``is_named``: this header or one above has a word for the numbers.  ``is_first``: no figure
    stands between the header and the first number.
    """

    befores: Sequence[int]
    counts: Sequence[int | None]
    is_named: bool
    is_first: bool

    @property
    def numbers(self) -> Sequence[int]:
        """The positions of the numbers."""
        return [at for at, count in zip(self.befores, self.counts, strict=True) if count]

    def counts_rows(self, above: int) -> bool:
        """Whether each label has a number, and they count from 1, or on from the table above."""
        fewest = 1 if self.is_named or above else 2
        counted = self.counts[0] in (1, above + 1) and are_consecutive(self.counts)
        return self.is_first and counted and len(self.counts) >= fewest


def _counted_tables(tables: Iterable[_CountedTable]) -> Iterator[_CountedTable]:
    """The tables whose rows are counted."""
    last = 0
    for table in tables:
        if table.counts_rows(last):
            yield table
            last = table.counts[-1] or 0


def _tables_in_stack(text: str, cells: Sequence[Located]) -> Iterator[_CountedTable]:
    """The tables below headers with a number before the first label of a row."""
    words = (at for at, cell in enumerate(cells) if cell[2].sort is Sort.TEXT)
    named = next((at for at in words if are_named(text[slice(*cells[at][:2])])), len(cells))
    for header, befores in _rows_below_headers(cells):
        if header > 0 and befores and row_number(text[slice(*cells[befores[0]][:2])]) is not None:
            counts = [row_number(text[slice(*cells[at][:2])]) for at in befores]
            above = cells[header : befores[0]]
            is_first = all(mark.sort not in DIGITS for _, _, mark in above)
            yield _CountedTable(befores, counts, named < header, is_first)


def _rows_below_headers(cells: Sequence[Located]) -> Iterator[tuple[int, Sequence[int]]]:
    """Where each header ends, and the positions before the labels of the rows below it.

    Labels above the first header are below one that ends where the text begins.
    """
    header = 0
    befores: list[int] = []
    for start, end in _ranges_of_labels(cells):
        if not all(_names_rows(cells, at) for at in range(start, end)):
            yield header, befores
            header, befores = end, []
            start = end - 1
        if cells[end - 1][2].names_row:
            befores.append(start - 1)
    yield header, befores


def _ranges_of_labels(cells: Sequence[Located]) -> Iterator[tuple[int, int]]:
    """The ranges of labels side by side; those of rows are separate from those of a header.

    Where the last row of a table is empty, the header of the next one stands right beside it.
    """
    for first, end in labels_side_by_side(cells):
        inside = range(first + 1, end)
        begin = [at for at in inside if _names_rows(cells, at - 1) and not _names_rows(cells, at)]
        yield from pairwise([first, *begin, end])


def labels_side_by_side(cells: Sequence[Located]) -> Iterator[tuple[int, int]]:
    """The ranges of labels with nothing between them."""
    first = None
    for at, (_, _, mark) in enumerate(cells):
        if mark.terms and first is None:
            first = at
        elif not mark.terms and first is not None:
            yield first, at
            first = None
    if first is not None:
        yield first, len(cells)


def _names_rows(cells: Sequence[Located], at: int) -> bool:
    """Whether a cell is the label of a row or of a group of rows."""
    return cells[at][2].names_row or cells[at][2].may_head_rows
