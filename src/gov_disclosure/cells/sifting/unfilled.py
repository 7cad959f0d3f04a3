"""Tables whose figures only number their rows, as in a form that was not filled in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from more_itertools import map_reduce

from ...labels.strangers import FOR_NUMBERS
from ...layouts.grid import Stretch
from ...problems import FIGURES_COUNT, table_unclear
from ...text.source import BORDERS
from ...values import Span
from ..rows.due_row import DueRow
from .sifted import Setting, Sifted

_FEWEST = 5
"""Fewer figures may rise by chance."""
_FEWEST_NAMED = 2
"""Enough if the table has a column for such numbers."""
_OFTEN = 1 / 3
"""Extra rows and rows that share a line have numbers too, so steps may be greater than one."""
_MOST_ROWS = 200
"""Greater figures do not number rows."""
_BEFORE_WORDS = re.compile(rf"[ \t]*[{BORDERS}\t][^\n]*[^\W\d_]")
_NAMES = "|".join(map(" ?".join, sorted(FOR_NUMBERS)))
_NAMED = re.compile(rf"(?<![^{BORDERS}\t\n ])(?:{_NAMES})(?![^{BORDERS}\t\n ])")


def without_unfilled(lines: Sequence[DueRow], _setting: Setting) -> Sifted:
    """Drop the rows of tables whose figures only number their rows."""
    tables = map_reduce(filter(_has_figures, lines), attrgetter("table"))
    counting = {table: some for table, some in tables.items() if _count_rows(some)}
    problems = [
        table_unclear(table, FIGURES_COUNT, Span(some[0].place[0], some[-1].filled[-1][1]))
        for table, some in counting.items()
    ]
    return Sifted([line for line in lines if line.table not in counting], problems)


def _has_figures(line: DueRow) -> bool:
    return bool(line.filled)


def _count_rows(lines: Sequence[DueRow]) -> bool:
    """Whether the only figure of each row is greater than the one above, and often by one.

    A header that names the figures is believed.  If it also names a column for row numbers, all
    figures but the last must stand right before the label of the next row.
    """
    if any(line.due != 1 for line in lines):
        return False
    counts = [line.filled[0][2].count or 0 for line in lines]
    steps = [below - above for above, below in pairwise(counts)]
    if counts[-1] > _MOST_ROWS or min(steps, default=0) <= 0:
        return False
    if lines[0].candidate.stretch.once(_names_numbers):
        before = all(_BEFORE_WORDS.match(line.text, line.filled[0][1]) for line in lines[:-1])
        return before and len(lines) >= _FEWEST_NAMED and 1 in steps
    is_headed = any(line.entry.header.cells for line in lines)
    return not is_headed and len(lines) >= _FEWEST and steps.count(1) >= _OFTEN * len(steps)


def _names_numbers(stretch: Stretch) -> bool:
    """Whether a stretch names a column for the numbers of rows."""
    return _NAMED.search(stretch.content) is not None
