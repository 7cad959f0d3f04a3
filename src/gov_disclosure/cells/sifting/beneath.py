"""Rows beneath whose figures others stand in the same columns, behind no label.

They may be the rest of figures that narrow cells broke, or those of a row of which the label is
lost, or merged with the one above.  Sums have to bear such a row out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from more_itertools import unique, windowed

from ...grids.shown import Beside, Entry, is_figure
from ...layouts.grid import is_blank
from ..rows.balances import keeps_rules
from ..rows.due_row import DueRow, unplaced
from .sifted import Setting, Sifted, parted


def without_continued(lines: Sequence[DueRow], setting: Setting) -> Sifted:
    """The lines without those whose figures may go on beneath, or above, and that no sum holds."""
    shown = unique((line.candidate.shown for line in lines if line.loose), key=id)
    continued = {entry.place for one in shown for entry in _continued(one.reads)}
    open_lines = [
        line.entry.place in continued and not keeps_rules(line.as_it_stands, setting.form)
        for line in lines
    ]
    return parted(lines, open_lines, lambda line: unplaced(setting.text, line, line.filled))


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
