"""Several lines that each hold all rows of one table, with different figures.

They may be those of districts or of earlier years; it is unknown which line is the report's.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from more_itertools import map_reduce

from ...labels.marks import BLANK
from ...problems import rival_lines
from ...values import Span
from ..rows.due_row import DueRow
from .sifted import Setting, Sifted


def without_rivals(lines: Sequence[DueRow], _setting: Setting) -> Sifted:
    """Drop lines of all rows of a table if there are several that differ.

    A line with empty cells is a rival too, and so is a named line without figures.
    """
    beside = map_reduce(
        (line for line in lines if not line.row), attrgetter("table"), None, _possible_rivals
    )
    rivals = {table: some for table, some in beside.items() if some and _are_rivals(some)}
    problems = [
        rival_lines(table, Span(*line.entry.run.whole))
        for table, some in rivals.items()
        for line in some
    ]
    return Sifted([line for line in lines if line.row or line.table not in rivals], problems)


def _possible_rivals(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """The lines that may hold all rows of a table; none if not one of them is full or named.

    A line that is neither needs several figures, as a single one may be a page number.
    """
    certain = [line.is_full or _names_something(line) for line in lines]
    if not any(certain):
        return []
    pairs = zip(lines, certain, strict=True)
    return [line for line, is_certain in pairs if is_certain or len(line.filled) > 1]


def _names_something(line: DueRow) -> bool:
    """Whether a line with a cell for each figure holds a name or figures, not just a note."""
    cells = line.entry.run.values
    said = [mark for _, _, mark in cells if mark is not BLANK and not mark.is_note]
    return len(cells) >= line.due and bool(said)


def _are_rivals(lines: Sequence[DueRow]) -> bool:
    """Whether the lines have different figures."""
    return len({line.said for line in lines}) > 1
