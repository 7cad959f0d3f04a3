"""Numbers before labels that only count the rows of a table, where each cell is a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from ...labels.marks import DIGITS, DOUBTFUL, Sort
from ...labels.strangers import FOR_NUMBERS
from ...text.chinese import read_chinese
from ...text.counting import are_consecutive
from ...text.fold import fold
from ..grid import Located

_FEWEST = 5
"""Fewer figures may be in order by chance."""
_FEWEST_FROM_ONE = 3
"""Fewest numbers if they begin with 1 where no row above could have it as a figure."""
_NUMBER = re.compile(r"\(?([0-9]{1,3}|[一二三四五六七八九十]{1,3})[.、)]?")


def without_counts(text: str, cells: Sequence[Located]) -> Sequence[Located]:
    """Drop the numbers that only count the labels, where each cell has a line of its own.

    From some row on, every label (or the first of several side by side) is preceded by such a
    number; where values are lost, it looks like the value of the label before.  Below a header they
    count from 1, or on from the table above; then few are enough.  If there are too few to be
    certain, they are marked as doubtful.
    """
    tables = list(_counted_tables(_tables(text, cells)))
    many = sum(len(table.counts) for table in tables) >= _FEWEST_FROM_ONE
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
    labels = [at for at, cell in enumerate(cells) if cell[2].terms and not _is_label(cells, at - 1)]
    counted = [at - 1 for at in labels if at > 0 and cells[at - 1][2].count is not None]
    behind = [at for at in labels if counted and at > counted[0]]
    counts = [cells[at][2].count for at in counted]
    if len(counted) < _FEWEST or len(behind) > len(counted) or not are_consecutive(counts):
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


def _tables(text: str, cells: Sequence[Located]) -> Iterator[_CountedTable]:
    """The tables below headers; labels above the first header are in no table."""
    rows: list[int] = []
    header = 0
    named = next((at for at, cell in enumerate(cells) if _names_numbers(text, cell)), len(cells))
    for start, end in _ranges_of_labels(cells):
        if not all(_names_rows(cells, at) for at in range(start, end)):
            if _may_be_counted(text, cells, rows, header):
                yield _table(text, cells, rows, header, named=named < header)
            rows, header = [], end
            start = end - 1
        if cells[end - 1][2].names_row:
            rows.append(start - 1)
    if _may_be_counted(text, cells, rows, header):
        yield _table(text, cells, rows, header, named=named < header)


def _may_be_counted(
    text: str, cells: Sequence[Located], befores: Sequence[int], header: int
) -> bool:
    """Whether rows stand below a header, with a number before the first."""
    return bool(befores) and header > 0 and _number_of(text, cells[befores[0]]) is not None


def _table(
    text: str, cells: Sequence[Located], befores: Sequence[int], header: int, *, named: bool
) -> _CountedTable:
    """A table whose header ends at a position."""
    return _CountedTable(
        befores,
        [_number_of(text, cells[at]) for at in befores],
        named,
        all(cell[2].sort not in DIGITS for cell in cells[header : befores[0]]),
    )


def _ranges_of_labels(cells: Sequence[Located]) -> Iterator[tuple[int, int]]:
    """The ranges of labels side by side; those of rows are separate from those of a header.

    Where the last row of a table is empty, the header of the next one stands right beside it.
    """
    start = None
    for at, cell in enumerate(cells):
        if not cell[2].terms:
            if start is not None:
                yield start, at
            start = None
        elif start is None:
            start = at
        elif _names_rows(cells, at - 1) and not _names_rows(cells, at):
            yield start, at
            start = at
    if start is not None:
        yield start, len(cells)


def _names_rows(cells: Sequence[Located], at: int) -> bool:
    """Whether a cell is the label of a row or of a group of rows."""
    return cells[at][2].names_row or cells[at][2].may_head_rows


def _is_label(cells: Sequence[Located], at: int) -> bool:
    return 0 <= at < len(cells) and bool(cells[at][2].terms)


def _names_numbers(text: str, cell: Located) -> bool:
    return cell[2].sort is Sort.TEXT and "".join(text[slice(*cell[:2])].split()) in FOR_NUMBERS


def _number_of(text: str, cell: Located) -> int | None:
    """The number that a cell may count with.

    >>> [_number_of(said, (0, len(said), DOUBTFUL)) for said in ("2", "十二", "3、", "甲")]
    [2, 12, 3, None]
    """
    found = _NUMBER.fullmatch(fold(text[cell[0] : cell[1]]).strip())
    if found is None:
        return None
    return int(found[1]) if found[1].isdecimal() else read_chinese(found[1])
