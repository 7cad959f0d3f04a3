"""Which layout a stretch of text is in: every layout reads it, and the best agreement wins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache

import attrs

from ..declare import Form
from ..forms import tables_of
from ..labels.vocabulary import OF_CELLS
from ..layouts.grid import Grid, Layout, Row, Stretch, is_blank
from ..layouts.likelihood import CERTAIN
from .attesting import attested, with_lone_line
from .filled import with_whole_headers
from .glance import WORDS, may_show_rows
from .labelled import entries_of
from .misread import takes_signs_for_cells
from .reworded import without_strange_words
from .shown import Entry, Shown, is_words
from .spare import without_spare_columns
from .torn import without_torn_labels
from .unnamed import without_counted_names

_PASSES: Sequence[Callable[[Grid, str], Grid]] = (
    without_strange_words,
    without_counted_names,
    without_spare_columns,
    with_whole_headers,
    without_torn_labels,
)
"""What is put right in the rows of any layout, in this order."""

_MOST = 0.5
_FEWEST_OF_A_TABLE = 2
"""Of fewer labels, or figures, nobody can say that they are of a table."""


@attrs.frozen
class Agreement:
    """How well a reading agrees with the forms, each part between 0 and 1.

    ``rows`` is the share of rows that have a declared width, ``cells`` the share of cells
    that are a label or stand behind one, ``labels`` the share of the tables' rows found.
    ``full`` tells that the figures of every row that has some are as many, or lie as far apart,
    as its places are.
    """

    rows: float
    cells: float
    labels: float
    full: bool = False

    @property
    def score(self) -> float:
        """The product of the parts."""
        return self.rows * self.cells * self.labels


@attrs.frozen
class Candidate:
    """A stretch as one layout reads it; ``rank`` is the layout's place among all."""

    layout: Layout
    rank: int
    stretch: Stretch
    shown: Shown
    agreement: Agreement

    @property
    def standing(self) -> tuple[float, int]:
        """What candidates are compared by; of equal ones the layout that is listed first wins."""
        return self.agreement.score, -self.rank

    @property
    def unread_table(self) -> str | None:
        """The table of which it shows labels and figures, but no row; None if there is none."""
        few = len(self.shown.loose) < _FEWEST_OF_A_TABLE
        if self.shown.entries or few:
            return None
        tables = Counter(term.table for term in set(self.shown.labels) if term.role in OF_CELLS)
        ((table, labels),) = tables.most_common(1) or [("", 0)]
        return table if labels >= _FEWEST_OF_A_TABLE else None

    @property
    def beyond_doubt(self) -> bool:
        """Whether every row with figures is whole, and no figure stands outside rows.

        Nor in most of its cells, of which nothing is known.
        """
        return self.agreement.full and self.agreement.cells >= _MOST and not self.shown.loose


def candidates(stretch: Stretch, layouts: Sequence[Layout]) -> Iterator[Candidate]:
    """The stretch as each layout that is possible reads it, the likeliest first."""
    for rank in _by_likelihood(stretch, layouts):
        layout = layouts[rank]
        grid = layout.read(stretch, WORDS)
        if takes_signs_for_cells(grid, stretch):
            continue
        for put_right in _PASSES:
            grid = put_right(grid, stretch.text)
        shown = attested(entries_of(grid, stretch.announced), stretch.beneath)
        shown = with_lone_line(shown, grid, stretch)
        yield Candidate(layout, rank, stretch, shown, _agreement(shown, by_eye=layout.by_eye))


def _by_likelihood(stretch: Stretch, layouts: Sequence[Layout]) -> Iterator[int]:
    """The ranks of the layouts that are possible; what is certain at a glance needs no others."""
    seen: list[tuple[float, int]] = []
    for rank, layout in enumerate(layouts):
        likelihood = layout.likelihood(stretch)
        if likelihood == CERTAIN:
            yield rank
        elif likelihood:
            seen.append((-likelihood, rank))
    yield from (rank for _, rank in sorted(seen))


def choose(stretch: Stretch, layouts: Sequence[Layout]) -> Candidate | None:
    """The reading that agrees best with the forms; None if there can be no rows of them."""
    best = None
    for candidate in candidates(stretch, layouts) if may_show_rows(stretch) else ():
        if best is None or candidate.standing > best.standing:
            best = candidate
        if candidate.beyond_doubt:
            break
    return best


def _agreement(shown: Shown, *, by_eye: bool) -> Agreement:
    entries = shown.entries
    if not entries:
        return Agreement(0, 0, 0)
    filled = [entry for entry in entries if entry.filled]
    fits = [_fit(entry, by_eye=by_eye) for entry in filled if not _is_all_words(entry)]
    inside = len(shown.labels) + sum(len(entry.filled) for entry in filled)
    found = {entry.terms[0].key for entry in entries if entry.terms}
    alone = sum(_rows_in(entry.table) for entry in entries if not entry.terms)
    due = sum(map(_rows_in, {entry.table for entry in entries}))
    return Agreement(
        rows=sum(fits) / len(fits) if fits else _UNTOLD,
        cells=inside / (inside + shown.others),
        labels=min(1.0, (len(found) + alone) / due),
        full=bool(fits) and len(fits) == len(filled) and min(fits) >= _REACHES,
    )


_WHOLE = 1.0
_REACHES = 0.9
_LOOKS_WHOLE = 0.89
_HAS_ROOM = 0.8
_LACKS = 0.5
_UNTOLD = 0.5
"""Rows that are all empty, or hold but words, tell nothing for or against a layout."""


def _is_all_words(entry: Entry) -> bool:
    return is_words(entry.filled[0]) and all(map(is_words, entry.filled))


def _fit(entry: Entry, *, by_eye: bool) -> float:
    """How well a row's width agrees: wholly, nearly, with cells to spare or lacking, or not.

    Where cells only look empty, it is not sure to agree.
    """
    if entry.header.is_beside:
        return _WHOLE
    widths = _widths_beneath(entry)
    filled = len(entry.filled)
    if len(entry.values) in widths or (filled in widths and _reach(entry) == filled):
        return _LOOKS_WHOLE if by_eye and _looks_empty(entry) else _WHOLE
    if filled in widths or _reach(entry) in widths:
        return _REACHES
    if _has_cells_enough(entry, widths) or _figures(entry.filled) in widths:
        return _HAS_ROOM
    return _LACKS if filled < max(widths) else 0.0


def _widths_beneath(entry: Entry) -> frozenset[int]:
    """How many figures a row may have: as many as in any form, or as its header names columns.

    A header may name others beside all of the form's; where it names nothing else, these count.
    """
    header = entry.header
    widths = _widths(entry.table, entry.terms[0].key if entry.terms else "")
    if len(header.cells) in widths and all(header.keys) and entry.terms:
        return frozenset({len(header.cells)})
    if len({*header.keys} - {""}) in widths:
        return widths | {sum(not is_blank(cell) for cell in header.cells)}
    return widths


def _figures(filled: Row) -> int:
    """How many figures there are, those of cells that hold several counted one by one."""
    return sum([mark.several or 1 for _, _, mark in filled])


def _looks_empty(entry: Entry) -> bool:
    """Whether a row has empty cells of which nothing is printed."""
    return any(start == end for start, end, _ in entry.values)


def _has_cells_enough(entry: Entry, widths: frozenset[int]) -> bool:
    """Whether a row has an empty cell for each figure that it lacks, and not many more.

    Those before the first figure may be the header's, where the row has no label.
    """
    cells = len(entry.values) - (0 if entry.terms else entry.values.index(entry.filled[0]))
    return len(entry.filled) < max(widths) < cells < 2 * max(widths)


def _reach(entry: Entry) -> int:
    """How many cells lie from the first to the last value that is not empty."""
    first, last = entry.filled[0], entry.filled[-1]
    return entry.values.index(last) - entry.values.index(first) + 1


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
