"""Which layout a stretch of text is in: every layout reads it, and the best agreement wins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from .declare import Form
from .forms import tables_of
from .grid import Grid, Layout, Stretch, Words
from .labelled import Entry, Shown, attested, entries_of
from .marks import Sort, mark
from .vocabulary import vocabulary

WORDS = Words(mark=mark, spells_label=lambda text: bool(vocabulary().spelled(text)))
"""What the readers are told of the forms."""


@attrs.frozen
class Agreement:
    """How well a reading agrees with the forms, each part between 0 and 1.

    ``rows`` is the share of rows that have a declared width, ``cells`` the share of cells
    that are a label or stand behind one, ``labels`` the share of the tables' rows found.
    """

    rows: float
    cells: float
    labels: float

    @property
    def score(self) -> float:
        """The product of the parts."""
        return self.rows * self.cells * self.labels


@attrs.frozen
class Candidate:
    """A stretch as one layout reads it."""

    layout: str
    stretch: Stretch
    grid: Grid
    shown: Shown
    agreement: Agreement

    @property
    def beyond_doubt(self) -> bool:
        """Whether every row has its width, with figures, and no figure stands outside rows."""
        return self.agreement.rows == 1 and not self.shown.loose


def candidates(stretch: Stretch, layouts: Sequence[Layout]) -> Iterator[Candidate]:
    """The stretch as each layout that suits it reads it."""
    for layout in layouts:
        if layout.suits(stretch):
            grid = layout.read(stretch, WORDS)
            shown = attested(entries_of(grid), stretch.beneath)
            yield Candidate(layout.name, stretch, grid, shown, _agreement(grid, shown))


def choose(stretch: Stretch, layouts: Sequence[Layout]) -> Candidate | None:
    """The reading that agrees best with the forms; None if no layout finds anything of them."""
    best = None
    for candidate in candidates(stretch, layouts):
        if best is None or candidate.agreement.score > best.agreement.score:
            best = candidate
        if candidate.beyond_doubt:
            break
    return best if best is not None and best.shown.labels else None


def _agreement(grid: Grid, shown: Shown) -> Agreement:
    cells = sum(1 for row in grid for cell in row if cell[2].sort is not Sort.BLANK)
    values = sum(_filled(entry) for entry in shown.entries)
    if not shown.entries or not cells:
        return Agreement(0, 0, 0)
    found = {term.key for entry in shown.entries for term in entry.terms[:1]}
    due = sum(_rows_in(table) for table in {entry.table for entry in shown.entries})
    alone = sum(_rows_in(entry.table) for entry in shown.entries if not entry.terms)
    return Agreement(
        rows=_share_of_widths(shown.entries),
        cells=min(1.0, (len(shown.labels) + values) / cells),
        labels=min(1.0, (len(found) + alone) / due),
    )


def _filled(entry: Entry) -> int:
    return sum(1 for cell in entry.values if cell[2].sort is not Sort.BLANK)


def _share_of_widths(entries: Sequence[Entry]) -> float:
    """The share of rows with a declared width; rows that lack cells count half, empty ones not.

    Rows that are all empty tell nothing for or against a layout.
    """
    fits = [_fit(entry) for entry in entries if _filled(entry)]
    return sum(fits) / len(fits) if fits else 0.5


def _fit(entry: Entry) -> float:
    filled = [at for at, cell in enumerate(entry.values) if cell[2].sort not in _NO_FIGURE]
    widths = _widths(entry.table, entry.terms[0].key if entry.terms else "")
    if not filled or len(filled) in widths or filled[-1] - filled[0] + 1 in widths:
        return 1.0
    return 0.5 if len(filled) < max(widths) else 0.0


_NO_FIGURE = frozenset({Sort.BLANK, Sort.UNIT})


@cache
def _rows_in(table: str) -> int:
    return max(len(t.rows) for form in Form for t in tables_of(form) if t.key == table)


@cache
def _widths(table: str, row: str) -> frozenset[int]:
    """How many figures that row has in any form; the line of all rows together, without a row."""
    found = set()
    for form in Form:
        for printed in (t for t in tables_of(form) if t.key == table):
            for block in printed.blocks:
                if not row:
                    found.add(len(block.rows) * len(block.columns))
                elif row in {line.key for line in block.rows}:
                    found.add(len(block.columns))
    return frozenset(found)
