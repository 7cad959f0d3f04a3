"""Figures that only number rows, or that the number of the next label ran into.

A form that was not filled in has numbers behind its labels, and in ``6243规章`` the last digit may
be that of the label.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress, pairwise
from operator import attrgetter

from more_itertools import map_reduce

from ...labels.running_numbers import MANY, have_a_column
from ...layouts.grid import Stretch
from ...problems import FIGURES_COUNT, table_unclear
from ...text.source import BORDERS
from ...values import Span
from ..rows.due_row import DueRow
from .sifted import Setting, Sifted, without_taken

_OFTEN = 1 / 3
"""Extra rows and rows that share a line have numbers too, so steps may be greater than one."""
_MOST_ROWS = 200
"""Greater figures do not number rows."""
_BEFORE_WORDS = re.compile(rf"[ \t]*[{BORDERS}\t][^\n]*[^\W\d_]")


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
        return before and len(lines) > 1 and 1 in steps
    is_headed = any(line.entry.header.cells for line in lines)
    return not is_headed and len(lines) >= MANY and steps.count(1) >= _OFTEN * len(steps)


def _names_numbers(stretch: Stretch) -> bool:
    """Whether a stretch names a column for the numbers of rows."""
    return have_a_column(stretch.content)


_FEWEST_TOUCHING = 8
"""Fewer figures may end in rising numbers by chance."""
_FARTHEST = 9
"""Rows without figures in between, such as headings of groups, may have numbers too."""
_NEARLY_ALL = 0.8
_LONGEST = 3
_WORDS = re.compile(r"[(（]?\w")


def without_swallowing(lines: Sequence[DueRow], _setting: Setting) -> Sifted:
    """Drop rows whose figure touches the next label, if the ends of nearly all count upwards."""
    touching = list(map(_touches_words_behind, lines))
    figures = list(map(_figure, compress(lines, touching)))
    if len(figures) < _FEWEST_TOUCHING or not _end_in_numbers_that_count_on(figures):
        return Sifted(lines)
    return without_taken(lines, touching)


def _touches_words_behind(line: DueRow) -> bool:
    """Whether the only figure of a row ends in a digit and touches the words behind it."""
    if line.due != 1 or len(line.filled) != 1:
        return False
    end = line.filled[0][1]
    return _figure(line)[-1:].isdecimal() and _WORDS.match(line.text, end) is not None


def _figure(line: DueRow) -> str:
    start, end, _ = line.filled[0]
    return line.text[start:end]


def _end_in_numbers_that_count_on(figures: Sequence[str]) -> bool:
    """Whether nearly every figure may end in a number a little greater than an earlier one.

    Where rows are lost, the numbers may jump.

    >>> _end_in_numbers_that_count_on(["6243", "4", "12355", "6", "80"])
    True
    >>> _end_in_numbers_that_count_on(["6243", "4", "17", "5", "80"])
    False
    """
    longest: Counter[int] = Counter()
    for figure in figures:
        for end in _numbers_at_the_end(figure):
            above = max(longest[end - step] for step in range(1, _FARTHEST + 1))
            below = max((count for other, count in longest.items() if other < end), default=0)
            longest[end] = max(longest[end], above + 1, below)
    return max(longest.values(), default=0) >= _NEARLY_ALL * len(figures)


def _numbers_at_the_end(figure: str) -> Iterator[int]:
    """The numbers spelled by the last digits of a figure."""
    for length in range(1, min(_LONGEST, len(figure)) + 1):
        digits = figure[-length:]
        if digits.isdecimal() and not digits.startswith("0"):
            yield int(digits)
