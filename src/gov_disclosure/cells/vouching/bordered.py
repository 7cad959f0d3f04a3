"""Rows whose borders show that their figures are their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from more_itertools import unique

from ...grids.runs import Run
from ...grids.shown import Beside, is_figure
from ..rows.due_row import DueRow, stand_between_borders


def count_figures_of_extra_rows(line: DueRow) -> int:
    """The number of figures, in the grid of a row, of extra rows with borders between their cells.

    Their words stand on the same line as their figures, so these are torn off no other row.
    """
    reads = line.candidate.shown.reads
    rows = (read.own_values for read in reads if isinstance(read, Beside) and read.is_extra_row)
    figures = ([row[0], *filter(is_figure, row)] for row in rows)
    places = ([(start, end) for start, end, _ in some] for some in figures)
    return sum(len(some) - 1 for some in places if stand_between_borders(line.text, some))


def bordered_rows(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """The full rows whose figures stand between borders on the lines of their labels.

    There are none if a full line of unlabelled figures stands outside of these rows: then the
    figures of each may be those of the next row.
    """
    bordered = [line for line in lines if line.is_full and line.is_bordered]
    if not bordered:
        return ()
    first, last = bordered[0].place[0], lines[-1].place[0]
    ends = (run.values[0][0] for run in _runs_without_label(lines))
    return () if any(not first < at < last for at in ends) else bordered


def _runs_without_label(lines: Sequence[DueRow]) -> Iterator[Run]:
    """Runs of unlabelled figures that are as many as the widest row has."""
    most = max(line.due for line in lines)
    shown = unique((line.candidate.shown for line in lines), key=id)
    for read in chain.from_iterable(one.reads for one in shown):
        if isinstance(read, Beside) and sum(map(is_figure, read.run.values)) >= most:
            yield read.run
