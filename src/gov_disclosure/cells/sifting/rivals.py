"""Lines of all rows of a table beside others that say otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from more_itertools import map_reduce

from ...labels.marks import BLANK
from ...problems import rival_lines
from ...values import Span
from ..rows.due_row import DueRow
from .sifted import Setting, Sifted

_SEVERAL = 2


def without_rivals(lines: Sequence[DueRow], _setting: Setting) -> Sifted:
    """The lines without those of all rows of a table, where there are others that say otherwise.

    Districts, or earlier years, have lines of their own then, and nothing tells which is meant.
    Some of their cells may be empty, or all of one with a name; one of them may have lost its
    empty cells, but for a single figure, which may be the number of a page.
    """
    beside = map_reduce((line for line in lines if not line.row), attrgetter("table"), None, _told)
    rivals = {table: some for table, some in beside.items() if some and _are_rivals(some)}
    problems = [
        rival_lines(table, Span(*line.entry.run.whole))
        for table, some in rivals.items()
        for line in some
    ]
    return Sifted([line for line in lines if line.row or line.table not in rivals], problems)


def _told(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """The lines that tell of all rows of a table, with those that may have told of them."""
    telling = [line.is_full or _tells_of_others(line) for line in lines]
    if not any(telling):
        return []
    told = zip(lines, telling, strict=True)
    return [line for line, tells in told if tells or len(line.filled) >= _SEVERAL]


def _tells_of_others(line: DueRow) -> bool:
    """Whether a line with a cell for each figure has a name or figures in them, not just a note."""
    cells = line.entry.run.values
    said = [mark for _, _, mark in cells if mark is not BLANK and not mark.is_note]
    return len(cells) >= line.due and bool(said)


def _are_rivals(lines: Sequence[DueRow]) -> bool:
    """Whether lines differ."""
    said = {tuple([(mark.sort, mark.count) for _, _, mark in line.entry.filled]) for line in lines}
    return len(said) > 1
