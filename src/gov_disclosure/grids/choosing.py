"""Choose the layout of a stretch: every layout reads it, and the best agreement wins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache

import attrs

from ..declare import Form
from ..forms import tables_of
from ..labels.marks import Sort
from ..labels.vocabulary import OF_CELLS
from ..layouts.grid import CERTAIN, Grid, Layout, Located, Row, Stretch
from ..text.source import BORDERS
from .attesting import attested, with_lone_line
from .glance import WORDS, may_show_rows
from .labelled import entries_of
from .reworded import without_strange_words
from .shown import Entry, Shown, is_words
from .tidying import (
    with_whole_headers,
    without_columns_beyond,
    without_counted_names,
    without_shares,
    without_spare_columns,
)
from .torn import with_labels_of_several_cells, with_wrapped_labels, without_cut_label

_Correction = Callable[[Grid, str], Grid]

_IF_WORDS: Sequence[_Correction] = (
    without_strange_words,
    without_counted_names,
    without_spare_columns,
    without_columns_beyond,
    without_shares,
    with_whole_headers,
    with_labels_of_several_cells,
    with_wrapped_labels,
    without_cut_label,
)
"""Corrections to the rows of any layout, in this order."""
_IF_NONE: Sequence[_Correction] = (without_spare_columns, with_whole_headers, with_wrapped_labels)
"""Those of them that may concern a grid of nothing but labels and figures, as most are."""

_MOST_CELLS = 0.5
_FEWEST_OF_A_TABLE = 2
"""Fewer labels or figures do not show that there is a table."""


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


@attrs.frozen
class Candidate:
    """A stretch as one layout reads it; ``rank`` is the position of the layout among all."""

    layout: Layout
    rank: int
    stretch: Stretch
    shown: Shown
    agreement: Agreement

    @property
    def standing(self) -> tuple[float, int]:
        """The key to compare candidates by; of equal ones the layout that is listed first wins."""
        return self.agreement.score, -self.rank

    @property
    def unread_table(self) -> str | None:
        """The table whose labels and figures are there, but not one row; None if there is none."""
        few = len(self.shown.loose) < _FEWEST_OF_A_TABLE
        if self.shown.entries or few:
            return None
        tables = Counter(term.table for term in set(self.shown.labels) if term.role in OF_CELLS)
        ((table, labels),) = tables.most_common(1) or [("", 0)]
        return table if labels >= _FEWEST_OF_A_TABLE else None

    @property
    def beyond_doubt(self) -> bool:
        """Whether every row with figures is whole, no figure is loose, and most cells are known."""
        return self.agreement.full and self.agreement.cells >= _MOST_CELLS and not self.shown.loose


def candidates(stretch: Stretch, layouts: Sequence[Layout]) -> Iterator[Candidate]:
    """Read the stretch in each possible layout, the likeliest first."""
    for rank in _by_likelihood(stretch, layouts):
        layout = layouts[rank]
        grid = layout.read(stretch, WORDS)
        if takes_signs_for_cells(grid, stretch):
            continue
        grid = _corrected(grid, stretch.text)
        shown = attested(entries_of(grid, stretch.announced), stretch.beneath)
        shown = with_lone_line(shown, grid, stretch)
        yield Candidate(layout, rank, stretch, shown, _agreement(shown, by_eye=layout.by_eye))


def _corrected(grid: Grid, text: str) -> Grid:
    marks = {mark for row in grid for _, _, mark in row}
    words = [mark for mark in marks if mark.sort is Sort.TEXT or mark.otherwise]
    for corrected in _IF_WORDS if words else _IF_NONE:
        grid = corrected(grid, text)
    return grid


def _by_likelihood(stretch: Stretch, layouts: Sequence[Layout]) -> Iterator[int]:
    """The ranks of the possible layouts: those that are certain at a glance, then by likelihood."""
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
    return widths | {header.filled} if header.count_named in widths else widths


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


_SIGN_BETWEEN_WORDS = re.compile(rf" (?<=[\w)] )(?P<sign>[^\w\s(){BORDERS}]{{1,2}}) (?=[^\W\d]|\()")
_FEWEST_SIGNS = 2
_LOOK_BACK = 8


def takes_signs_for_cells(grid: Grid, stretch: Stretch) -> bool:
    """Whether some cell is, or ends in, the sign that separates the column labels of its text.

    Then a dash or slash does not mark an empty cell, nor does a dot belong to a word.
    """
    signs = stretch.once(_signs_between_labels)
    if not signs:
        return False
    return any(_holds_sign(cell, signs, stretch.text) for row in grid for cell in row)


def _signs_between_labels(stretch: Stretch) -> tuple[str, ...]:
    """The signs, with a blank on both sides, that stand between words and a column label."""
    folded = "\n".join(stretch.folded)
    found = Counter(
        between["sign"]
        for between in _SIGN_BETWEEN_WORDS.finditer(folded)
        if _names_column_at(folded, between.end())
    )
    return tuple(sign for sign, times in found.items() if times >= _FEWEST_SIGNS)


def _names_column_at(folded: str, start: int) -> bool:
    end = WORDS.end_of_label(folded, start)
    return end is not None and WORDS.marks[folded[start:end]].names_column


def _holds_sign(cell: Located, signs: tuple[str, ...], text: str) -> bool:
    """Whether a cell is a sign that stands behind another cell, or ends in one behind a blank."""
    start, end, _ = cell
    said = text[start:end].strip()
    if not said.endswith(signs):
        return False
    if said not in signs:
        return any(said.endswith(f" {sign}") for sign in signs)
    return not text[max(0, start - _LOOK_BACK) : start].rstrip().endswith(said)
