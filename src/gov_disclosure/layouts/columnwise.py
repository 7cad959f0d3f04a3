"""The labels of rows below each other, then their units, then their figures."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, product

import attrs

from ..labels.marks import FIGURES, Sort
from .grid import Grid, Located, Row, Stretch, Words
from .likelihood import IMPOSSIBLE, POSSIBLE
from .shared.alone import likely_if_stacked
from .shared.stacks import stacked_cells
from .shared.whole_rows import is_label

_FEWEST_LINES = 6
_MOST_LABELS_ABOVE = 3
_MOST_RUNS = 24


@attrs.frozen(eq=False)
class Columnwise:
    """One column after the other, a cell on each line, or a part of each at a time.

    Units tell it: their column has one for each label of a row, and a dash for any other label;
    and wherever figures stand, they are just as many as rows wait for some.  Where that is not so,
    nothing is read.
    """

    name: str = "columns one after another"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Possible where there are lines, and nothing parts cells within them."""
        apart = any(delimiter in stretch.content for delimiter in "|\t")
        if apart or len(stretch.lines) < _FEWEST_LINES:
            return IMPOSSIBLE
        return likely_if_stacked(stretch, POSSIBLE)

    def read(self, stretch: Stretch, words: Words) -> Grid:
        """The rows of parts whose units fit their labels; none, if those of some do not."""
        cells = stretch.once(stacked_cells, words)
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
class _Part:
    """Rows that are whole, and of how many runs of labels or other cells they are made."""

    rows: Grid
    length: int


def _only_part(runs: Sequence[Row]) -> _Part | None:
    """The part that begins with these runs, if there is one way to read it.

    Some labels may stand above it, and one above each column.
    """
    ways = product(range(_MOST_LABELS_ABOVE + 1), (_with_last, _without_header))
    parts = [_part(runs, above, labels_of) for above, labels_of in ways]
    found = [part for part in parts if part is not None]
    return found[0] if found and all(part == found[0] for part in found) else None


def _with_last(labels: Row) -> Row:
    """All labels of a run."""
    return labels


def _without_header(labels: Row) -> Row:
    """The labels of a run without that of the column below it."""
    return labels if labels[-1][2].names_row else labels[:-1]


def _part(
    runs: Sequence[Row],
    above: int,
    labels_of: Callable[[Row], Row],
) -> _Part | None:
    """The rows up to where none waits for its unit or figure any more."""
    if not is_label(runs[0][0]) or any(mark.names_row for _, _, mark in runs[0][:above]):
        return None
    labels: deque[Located] = deque()
    rows: Grid = [runs[0][:above]] if above else []
    waiting: Grid = []
    for number, run in enumerate(runs, 1):
        if is_label(run[0]):
            labels += labels_of(run)[above if number == 1 else 0 :]
            continue
        for figures in _after_units(run, labels, rows, waiting):
            if not _given(waiting, figures):
                return None
        if not labels and not waiting:
            return _Part(rows, number)
    return None


def _after_units(run: Row, labels: deque[Located], rows: Grid, waiting: Grid) -> Iterator[Row]:
    """The figures of a run, as many at a time as stand together, its units given to labels."""
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


def _given(waiting: Grid, figures: Row) -> bool:
    """Whether figures are as many as rows wait for; then they are given to these."""
    if len(figures) != len(waiting) or any(mark.sort not in FIGURES for _, _, mark in figures):
        return False
    for row, figure in zip(waiting, figures, strict=True):
        row.append(figure)
    waiting.clear()
    return True
