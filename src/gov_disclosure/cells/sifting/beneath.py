"""Rows beneath whose figures others stand in the same columns, behind no label.

They may be the rest of figures that narrow cells broke, or those of a row of which the label is
lost, or merged with the one above.  Sums have to bear such a row out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from more_itertools import partition, unique, windowed

from ...declare import Form
from ...grids.shown import Beside, Entry, is_figure
from ...layouts.grid import is_blank
from ...values import Problem
from ..rows.balances import adds_up, has_rules
from ..rows.due_row import DueRow, unplaced


def without_continued(
    text: str, lines: Iterable[DueRow], form: Form | None, problems: list[Problem]
) -> Sequence[DueRow]:
    """The lines without those whose figures may go on beneath, or above, and that no sum holds."""
    given = list(lines)
    shown = unique((line.candidate.shown for line in given if line.loose), key=id)
    continued = {entry.place for one in shown for entry in _continued(one.reads)}
    kept, left = partition(
        lambda line: line.entry.place in continued and not _is_proved(line, form), given
    )
    problems += [unplaced(text, line, line.filled) for line in left]
    return list(kept)


def _is_proved(line: DueRow, form: Form | None) -> bool:
    """Whether sums of the form hold along a row as it stands."""
    row = line.as_it_stands
    return row.settled is not None and has_rules(row, form) and adds_up(row, form)


def _continued(reads: Sequence[Entry | Beside]) -> Iterator[Entry]:
    """The rows right above such figures; and those right below, of which they may be the first."""
    for above, read, below in windowed([*reads, None], 3):
        if isinstance(above, Entry) and isinstance(read, Beside) and _stands_beneath(read, above):
            yield above
            if isinstance(below, Entry):
                yield below


def _stands_beneath(read: Beside, row: Entry) -> bool:
    """Whether a figure stands in the column of one of a row's, and nothing below its labels."""
    behind, cells = row.run.behind, read.run.values
    if not read.is_outside or not behind or not all(map(is_blank, cells[:behind])):
        return False
    columns = zip(row.run.values, cells[behind:], strict=False)
    return any(is_figure(above) and is_figure(below) for above, below in columns)
