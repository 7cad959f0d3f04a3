"""Columns printed one after another: the labels of rows, then their units, then their figures."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, product

import attrs

from ..labels.marks import FIGURES, Sort
from .grid import IMPOSSIBLE, POSSIBLE, Grid, Located, Row, Stretch, is_label
from .shared.stack_rows import likely_if_stacked
from .shared.stacks import stacked_cells

_FEWEST_LINES = 6
_MOST_LABELS_ABOVE = 3
_MOST_RUNS = 24


@attrs.frozen(eq=False)
class Columnwise:
    """One column after the other, a cell on each line, or a part of each at a time.

    The column of units identifies it: it has a unit for each label of a row, and a dash for any
    other label.  And the figures at each place are just as many as the rows that wait for one.
    Otherwise nothing is read.
    """

    name: str = "columns one after another"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Possible if there are several lines, and nothing separates cells within them."""
        apart = any(delimiter in stretch.content for delimiter in "|\t")
        if apart or len(stretch.lines) < _FEWEST_LINES:
            return IMPOSSIBLE
        return likely_if_stacked(stretch, POSSIBLE)

    def read(self, stretch: Stretch) -> Grid:
        """The rows of the parts whose units fit their labels; none if those of any part do not."""
        cells = stretch.once(stacked_cells)
        if Sort.UNIT not in {mark.sort for _, _, mark in cells}:
            return []
        runs = [list(run) for _, run in groupby(cells, key=is_label)]
        grid: Grid = []
        here = 0
        while here < len(runs):
            found = _only_part(runs[here : here + _MOST_RUNS])
            if found is None and any(mark.names_row for _, _, mark in runs[here]):
                return []
            grid += found.rows if found else [runs[here]]
            here += found.length if found else 1
        return grid


@attrs.frozen
class _WholeRows:
    """Whole rows, and the number of runs of labels or other cells that they are made of."""

    rows: Grid
    length: int


def _only_part(runs: Sequence[Row]) -> _WholeRows | None:
    """The part that begins with these runs, if there is just one way to read it.

    Some labels may stand above it, and one above each column.
    """
    ways = product(range(_MOST_LABELS_ABOVE + 1), (_all_labels, _without_header))
    parts = [_rows_until_complete(runs, above, labels_of) for above, labels_of in ways]
    found = [part for part in parts if part is not None]
    return found[0] if found and all(part == found[0] for part in found) else None


def _all_labels(labels: Row) -> Row:
    """All labels of a run."""
    return labels


def _without_header(labels: Row) -> Row:
    """The labels of a run without that of the column below it."""
    return labels if labels[-1][2].names_row else labels[:-1]


def _rows_until_complete(
    runs: Sequence[Row],
    above: int,
    labels_of: Callable[[Row], Row],
) -> _WholeRows | None:
    """The rows up to the point where none waits for its unit or figure any more."""
    if not is_label(runs[0][0]) or any(mark.names_row for _, _, mark in runs[0][:above]):
        return None
    labels: deque[Located] = deque()
    rows: Grid = [runs[0][:above]] if above else []
    waiting: Grid = []
    for number, run in enumerate(runs, 1):
        if is_label(run[0]):
            labels += labels_of(run)[above if number == 1 else 0 :]
            continue
        for figures in _figures_between_units(run, labels, rows, waiting):
            if not _give_to_rows(waiting, figures):
                return None
        if not labels and not waiting:
            return _WholeRows(rows, number)
    return None


def _figures_between_units(
    run: Row, labels: deque[Located], rows: Grid, waiting: Grid
) -> Iterator[Row]:
    """Give the units of a run to labels, and yield the figures between them."""
    figures: Row = []
    for cell in run:
        if not labels or cell[2].sort is not (Sort.UNIT if labels[0][2].names_row else Sort.DASH):
            figures.append(cell)
            continue
        if figures:
            yield figures
            figures = []
        rows.append([labels.popleft(), cell])
        if cell[2].sort is Sort.UNIT:
            waiting.append(rows[-1])
    if figures:
        yield figures


def _give_to_rows(waiting: Grid, figures: Row) -> bool:
    """Give figures to the waiting rows if they are as many, and return whether they are."""
    if len(figures) != len(waiting) or any(mark.sort not in FIGURES for _, _, mark in figures):
        return False
    for row, figure in zip(waiting, figures, strict=True):
        row.append(figure)
    waiting.clear()
    return True
