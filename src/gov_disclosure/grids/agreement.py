"""How well what a grid shows agrees with the forms."""

from __future__ import annotations

from functools import cache

import attrs

from ..declare import Form
from ..forms import tables_of
from ..labels.marks import BLANK
from ..layouts.grid import Row, is_words
from .entries import Entry
from .shown import Shown

# Five classes of rows, best first, as weights: the agreement of all rows is their mean.  The values
# are chosen for their order.  A reading may be full down to ``_SPANS_ROW``; a row that only looks
# whole comes right below it, so that a reading with such a row never ends the search for others.
_WHOLE = 1.0
_SPANS_ROW = 0.9
_LOOKS_WHOLE = 0.89
_HAS_ROOM = 0.8
_TOO_SHORT = 0.5
_NO_FIT = 0.0
_NEUTRAL = 0.5
"""If no row has figures, there is nothing for or against a layout."""


@attrs.frozen
class Agreement:
    """How well a reading agrees with the forms, each part between 0 and 1.

    ``rows`` is the share of rows that have a declared width, ``cells`` the share of cells that are
    a label or stand behind one, ``labels`` the share of the tables' rows found.  ``full`` says that
    in every row with figures, their number or their span is that of the cells which the form has
    there.
    """

    rows: float
    cells: float
    labels: float
    full: bool = False

    @property
    def score(self) -> float:
        """The product of the parts."""
        return self.rows * self.cells * self.labels


def agreement_of(shown: Shown, *, by_eye: bool) -> Agreement:
    """Measure how well what a grid shows agrees with the forms."""
    entries = shown.entries
    if not entries:
        return Agreement(0, 0, 0)
    filled = [entry for entry in entries if entry.filled]
    fits = [_fit(entry, by_eye=by_eye) for entry in filled if not _is_all_words(entry)]
    inside = len(shown.labels) + sum([len(entry.filled) for entry in filled])
    found = {entry.terms[0].key for entry in entries if entry.terms}
    alone = sum([_count_rows_of(entry.table) for entry in entries if not entry.terms])
    due = sum(map(_count_rows_of, {entry.table for entry in entries}))
    return Agreement(
        rows=sum(fits) / len(fits) if fits else _NEUTRAL,
        cells=inside / (inside + shown.others),
        labels=min(1.0, (len(found) + alone) / due),
        full=bool(fits) and len(fits) == len(filled) and min(fits) >= _SPANS_ROW,
    )


def _is_all_words(entry: Entry) -> bool:
    """Whether all values of an entry are words."""
    return is_words(entry.filled[0]) and all(map(is_words, entry.filled))


def _fit(entry: Entry, *, by_eye: bool) -> float:
    """How well the width of a row agrees with the form: one of the weights above.

    Where cells are found by eye, a row with seemingly empty cells only looks whole.
    """
    if entry.header.is_beside:
        return _WHOLE
    widths = _widths_beneath(entry)
    filled = len(entry.filled)
    if len(entry.values) in widths or (filled in widths and _span_of_filled(entry) == filled):
        return _LOOKS_WHOLE if by_eye and _looks_empty(entry) else _WHOLE
    if filled in widths or _span_of_filled(entry) in widths:
        return _SPANS_ROW
    if _has_cells_enough(entry, widths) or _count_figures(entry.filled) in widths:
        return _HAS_ROOM
    return _TOO_SHORT if filled < max(widths) else _NO_FIT


def _widths_beneath(entry: Entry) -> frozenset[int]:
    """The numbers of figures that a row may have: as in any form, or as its header has columns.

    A header may name further columns beside all of the form's; if it names nothing else, only its
    own number counts.
    """
    header = entry.header
    widths = _widths(entry.table, entry.terms[0].key if entry.terms else "")
    if len(header.cells) in widths and all(header.keys) and entry.terms:
        return frozenset({len(header.cells)})
    if len({*header.keys} - {""}) in widths:
        return widths | {len([cell for cell in header.cells if cell[2] is not BLANK])}
    return widths


def _count_figures(filled: Row) -> int:
    """Count the figures, each of several in one cell."""
    return sum([mark.several or 1 for _, _, mark in filled])


def _looks_empty(entry: Entry) -> bool:
    """Whether a row has empty cells without any text."""
    return any(start == end for start, end, _ in entry.values)


def _has_cells_enough(entry: Entry, widths: frozenset[int]) -> bool:
    """Whether a row has an empty cell for each missing figure, and not many more.

    Without a label, the cells before the first figure may be the header's.
    """
    cells = len(entry.values) - (0 if entry.terms else entry.values.index(entry.filled[0]))
    return len(entry.filled) < max(widths) < cells < 2 * max(widths)


def _span_of_filled(entry: Entry) -> int:
    """Count the cells from the first to the last value that is not empty."""
    first, last = entry.filled[0], entry.filled[-1]
    return entry.values.index(last) - entry.values.index(first) + 1


@cache
def _count_rows_of(table: str) -> int:
    """Count the rows of a table, in the form that has most of them."""
    return max(len(t.rows) for form in Form for t in tables_of(form) if t.key == table)


@cache
def _widths(table: str, row: str) -> frozenset[int]:
    """The numbers of figures of a row in any form; without a row, those of all rows in one line."""
    found = set()
    for form in Form:
        for printed in (t for t in tables_of(form) if t.key == table):
            for block in printed.blocks:
                if not row:
                    found.add(len(block.rows) * len(block.columns))
                elif row in {line.key for line in block.rows}:
                    found.add(len(block.columns))
    return frozenset(found)
