"""One cell per line; runs of line ends show how many empty cells stand between.

The text of a web page looks so if its source has a line for each tag, and so does a table that was
saved as text with each cell on a line of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

import attrs
from more_itertools import flatten, split_before

from ..labels.marks import BLANK, Sort
from ..text.source import LINE_ENDS, PAGE_BREAK
from .grid import IMPOSSIBLE, TYPICAL, Grid, Located, Row, Stretch, is_blank, is_label
from .shared.stack_rows import rows_from
from .shared.stacks import stacked_cells

_LINE_END = re.compile(f"\r\n|[{LINE_ENDS}]")
_ABOVE_WORDS = re.compile(r"\n\s*+(?=\S)")
_ABOVE_FIGURE = re.compile(r"(?<=\S)[^\S\n]*+((?:\n[^\S\n]*+)++)\d[^\n]{0,9}$", re.MULTILINE)
_WORDS = frozenset({Sort.LABEL, Sort.TEXT, Sort.UNIT})
_FEWEST_STEPS = 3
_FEWEST_GAPS = 3
"""One or two may be mere empty lines."""
_FEWEST_DISTANCES = 2


@attrs.frozen
class _Step:
    """Two cells behind each other, with the number of line ends between them."""

    before: Located
    behind: Located
    ends: int

    @property
    def is_within_row(self) -> bool:
        """Whether a row surely continues: with a value, and not the first below a header.

        A header may end in words that are pieces of its labels.
        """
        may_end_header = self.before[2].names_column or self.before[2].sort is Sort.TEXT
        return self.behind[2].sort is not Sort.LABEL and not may_end_header

    @property
    def ends_row(self) -> bool:
        """Whether a row surely ends: behind a value stands a label."""
        return self.behind[2].sort is Sort.LABEL is not self.before[2].sort


@attrs.frozen
class _Pace:
    """The number of line ends that a cell takes, and that from the end of a row to the next."""

    cell: int
    row: int

    @property
    def fewest_gaps(self) -> int:
        """The fewest gaps that show empty cells; one, unless rows end like cells."""
        return _FEWEST_GAPS if self.row == self.cell else 1

    def empty_cells(self, step: _Step) -> int | None:
        """The number of empty cells between two cells; None if it is no whole number."""
        goes_on = step.is_within_row or step.ends < self.row
        cells, rest = divmod(step.ends - (self.cell if goes_on else self.row), self.cell)
        return None if rest or cells < 0 else cells


@attrs.frozen(eq=False)
class Spread:
    """A cell on each line, with more line ends for empty cells and at the end of a row.

    ``by_eye`` is for text in which each line end counts, so that a superfluous one looks like a
    cell.
    """

    name: str = "spread"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Possible if lines stand at different distances, with nothing beside each other."""
        if stretch.is_piped or "\t" in stretch.content:
            return IMPOSSIBLE
        above_figures = stretch.once(_distances)
        return TYPICAL if any((ends == 1) is self.by_eye for ends in above_figures) else IMPOSSIBLE

    def read(self, stretch: Stretch) -> Grid:
        """A row from each label to the next, if every number of line ends makes sense.

        Text around tables stands at any distance.  Where pages end within tables, some line ends
        belong to no cell, and nothing is read.
        """
        text = stretch.text
        cells = [c for c in stretch.once(stacked_cells) if not text[c[0] : c[1]].isspace()]
        around = frozenset(_around_tables(rows_from(stretch, cells)))
        steps = [
            None if {one[0], other[0]} & around else _step(text, one, other)
            for one, other in pairwise(cells)
        ]
        within = list(filter(None, steps))
        pace = _pace_of(within)
        if pace is None or (pace.cell == 1) is not self.by_eye or _have_pages(stretch, within):
            return []
        empty = [pace.empty_cells(step) if step else 0 for step in steps]
        if None in empty or sum(map(bool, empty)) < pace.fewest_gaps:
            return []
        cells_and_gaps = zip(cells, [*empty, 0], strict=True)
        spread = flatten([cell, *_empty_cells_at(cell[1], count)] for cell, count in cells_and_gaps)
        rows = rows_from(stretch, list(spread))
        ended = [row for row, behind in pairwise(rows) if not {row[0][0], behind[0][0]} & around]
        return rows if all(map(_are_wide_enough, split_before(ended, _is_header))) else []


def _distances(stretch: Stretch) -> frozenset[int]:
    """The numbers of line ends above figures; none if all lines stand at the same distance."""
    if len(set(_ABOVE_WORDS.findall(stretch.content.lstrip()))) < _FEWEST_DISTANCES:
        return frozenset()
    above_figures = _ABOVE_FIGURE.findall(stretch.content)
    return frozenset(above.count("\n") for above in above_figures)


def _around_tables(rows: Grid) -> Iterator[int]:
    """The starts of the cells that are in no table.

    Those are all cells above the first label, and words in rows without figures, unless they stand
    behind the label of a row, in the place of figures.
    """
    above = list(takewhile(lambda row: not is_label(row[0]), rows))
    words = filter(_are_words, rows[len(above) :])
    said = (row[1:] if is_label(row[0]) else row for row in words if not row[0][2].names_row)
    return (start for start, _, _ in flatten([*above, *said]))


def _are_words(row: Row) -> bool:
    return all(mark.sort in _WORDS and not mark.several for _, _, mark in row)


def _have_pages(stretch: Stretch, steps: Sequence[_Step]) -> bool:
    """Whether a page ends between two cells."""
    numbers = sorted(stretch.places[at][0] for at in stretch.page_numbers)
    gaps = [(step.before[1], step.behind[0]) for step in steps]
    return any(
        PAGE_BREAK in stretch.text[start:end]
        or bisect_left(numbers, start) < bisect_left(numbers, end)
        for start, end in gaps
    )


def _step(text: str, one: Located, other: Located) -> _Step:
    return _Step(one, other, len(_LINE_END.findall(text, one[1], other[0])))


def _pace_of(steps: Sequence[_Step]) -> _Pace | None:
    """The least numbers of line ends within rows and between them, if there are enough steps.

    If no row with values ends, those of a header show how rows end.
    """
    within = [step.ends for step in steps if step.is_within_row]
    cell = min(within, default=0)
    if len(within) < _FEWEST_STEPS or not cell:
        return None
    ends = [step.ends for step in steps if step.ends_row]
    others = [s.ends for s in steps if s.ends > cell and s.behind[2].sort is Sort.LABEL]
    return _Pace(cell, min(ends or others, default=cell))


def _is_header(row: Row) -> bool:
    return row[0][2].names_column


def _are_wide_enough(rows: Sequence[Row]) -> bool:
    """Whether rows beneath one header have a cell for every figure of the fullest row.

    Otherwise empty cells are lost.  Cells merged with a label may make rows wider.
    """
    values = [row[1:] for row in rows if not _is_header(row) and row[-1][2].sort is not Sort.LABEL]
    fullest = max((sum(not is_blank(cell) for cell in row) for row in values), default=0)
    return all(len(row) >= fullest for row in values)


def _empty_cells_at(at: int, count: int | None) -> Row:
    """So many empty cells at a place."""
    return [(at, at, BLANK)] * (count or 0)
