"""Choose the layout of a stretch: every layout reads it, and the best agreement wins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import attrs

from ..labels.marks import Sort
from ..labels.vocabulary import OF_CELLS
from ..layouts.grid import CERTAIN, Grid, Layout, Located, Stretch, Words
from ..text.source import BORDERS
from .agreement import Agreement, agreement_of
from .attesting import attested, with_lone_line
from .glance import may_show_rows
from .header_names import with_whole_headers, without_counted_names
from .labelled import entries_of
from .reworded import without_strange_words
from .shown import Shown
from .spare_columns import without_columns_beyond, without_shares, without_spare_columns
from .torn import (
    with_labels_of_several_cells,
    with_wrapped_headers,
    with_wrapped_labels,
    without_cut_label,
)

_Correction = Callable[[Grid, str], Grid]

_DIGITS = 9

_CORRECTIONS: Sequence[_Correction] = (
    without_strange_words,
    without_counted_names,
    without_spare_columns,
    without_columns_beyond,
    without_shares,
    with_whole_headers,
    with_wrapped_headers,
    with_labels_of_several_cells,
    with_wrapped_labels,
    without_cut_label,
)
"""Corrections to the rows of any layout, in this order."""
_WITHOUT_WORDS: Sequence[_Correction] = (
    without_spare_columns,
    with_whole_headers,
    with_wrapped_labels,
)
"""Those of them that may concern a grid of nothing but labels and figures, as most are."""

_MOST_CELLS = 0.5
_FEWEST_OF_A_TABLE = 2
"""Fewer labels or figures do not show that there is a table."""


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
        """The key to compare candidates by; of equal ones the layout that is listed first wins.

        Scores are equal that differ only by the rounding of sums.
        """
        return round(self.agreement.score, _DIGITS), -self.rank

    @property
    def unread_table(self) -> str | None:
        """The table whose labels and figures are there, but not one row; None if there is none.

        Beneath the name of the table, a single label is enough.
        """
        few = len(self.shown.loose) < _FEWEST_OF_A_TABLE
        if self.shown.entries or few:
            return None
        tables = Counter(term.table for term in set(self.shown.labels) if term.role in OF_CELLS)
        ((table, labels),) = tables.most_common(1) or [("", 0)]
        enough = 1 if table == self.stretch.beneath else _FEWEST_OF_A_TABLE
        return table if labels >= enough else None

    @property
    def beyond_doubt(self) -> bool:
        """Whether every row with figures is whole, no figure is loose, and most cells are known."""
        return self.agreement.full and self.agreement.cells >= _MOST_CELLS and not self.shown.loose


def candidates(stretch: Stretch, layouts: Sequence[Layout]) -> Iterator[Candidate]:
    """Read the stretch in each possible layout, the likeliest first."""
    for rank in _by_likelihood(stretch, layouts):
        layout = layouts[rank]
        grid = layout.read(stretch)
        if _takes_signs_for_cells(grid, stretch):
            continue
        grid = _corrected(grid, stretch.text)
        shown = attested(entries_of(grid, stretch.announced), stretch.beneath)
        shown = with_lone_line(shown, grid, stretch)
        yield Candidate(layout, rank, stretch, shown, agreement_of(shown, by_eye=layout.by_eye))


def _corrected(grid: Grid, text: str) -> Grid:
    """Correct the rows of a grid, whatever its layout; few grids have words that are no labels."""
    marks = {mark for row in grid for _, _, mark in row}
    words = [mark for mark in marks if mark.sort is Sort.TEXT or mark.otherwise]
    for corrected in _CORRECTIONS if words else _WITHOUT_WORDS:
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


_SIGN_BETWEEN_WORDS = re.compile(rf" (?<=[\w)] )(?P<sign>[^\w\s(){BORDERS}]{{1,2}}) (?=[^\W\d]|\()")
_FEWEST_SIGNS = 2
_LOOK_BACK = 8


def _takes_signs_for_cells(grid: Grid, stretch: Stretch) -> bool:
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
        if _names_column_at(folded, between.end(), stretch.words)
    )
    return tuple(sign for sign, times in found.items() if times >= _FEWEST_SIGNS)


def _names_column_at(folded: str, start: int, words: Words) -> bool:
    end = words.end_of_label(folded, start)
    return end is not None and words.marks[folded[start:end]].names_column


def _holds_sign(cell: Located, signs: tuple[str, ...], text: str) -> bool:
    """Whether a cell is a sign that stands behind another cell, or ends in one behind a blank."""
    start, end, _ = cell
    said = text[start:end].strip()
    if not said.endswith(signs):
        return False
    if said not in signs:
        return any(said.endswith(f" {sign}") for sign in signs)
    return not text[max(0, start - _LOOK_BACK) : start].rstrip().endswith(said)
