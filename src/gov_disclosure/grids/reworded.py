"""Labels in other words than the forms': they count where they stand in their place.

What is called nearly like a row may be another thing, as in a list of what a body has the power to
do, or the first piece of a longer label.  In its place it is the row: figures stand behind it, rows
of its table around it, in the form's order, and no label of its own is elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count, groupby

import attrs
from more_itertools import split_before

from ..labels.marks import DIGITS, FIGURES, Mark
from ..labels.vocabulary import Role, Term
from ..layouts.grid import Grid, Located, Row

_TOLD = DIGITS | FIGURES

_Named = tuple[tuple[Role, str, str], ...]
"""What a label names."""


@attrs.frozen(eq=False)
class _Label:
    """What a label says, in which row of a grid, and whether a figure stands behind it there."""

    row: int
    mark: Mark
    has_figures: bool

    @property
    def is_exact(self) -> bool:
        return self.mark.otherwise is None

    @property
    def named(self) -> _Named:
        return tuple((term.role, term.table, term.key) for term in self.mark.terms)


def without_strange_words(grid: Grid, _text: str) -> Grid:
    """The grid, labels in other words as mere words where they are not in their place."""
    if all(mark.otherwise is None for row in grid for _, _, mark in row):
        return grid
    labels = list(chain.from_iterable(map(_labels_of, count(), grid)))
    strange = {(label.row, label.mark) for label in _out_of_place(labels)}
    return [[_told(cell, (at, cell[2]) in strange) for cell in row] for at, row in enumerate(grid)]


def _told(cell: Located, is_strange: bool) -> Located:
    """A cell, a label in other words as what it is otherwise."""
    start, end, mark = cell
    return (start, end, mark.otherwise) if is_strange and mark.otherwise else cell


def _labels_of(at: int, row: Row) -> Iterator[_Label]:
    """The labels of a row, each once: tools print merged cells several times."""
    runs = split_before(row, lambda cell: bool(cell[2].terms))
    for mark, same in groupby(runs, key=lambda run: run[0][2]):
        if mark.terms:
            values = chain.from_iterable(run[1:] for run in same)
            yield _Label(at, mark, any(cell[2].sort in _TOLD for cell in values))


def _out_of_place(labels: Sequence[_Label]) -> Iterator[_Label]:
    """The labels in other words that do not stand in their place."""
    own = _of_their_own(labels)
    above: Term | None = None
    for at, label in enumerate(labels):
        if label.is_exact:
            above = label.mark.terms[0]
            continue
        below = next((one.mark.terms[0] for one in labels[at + 1 :] if one.is_exact), None)
        term = _in_place(above, label.mark.terms, below) if label in own else None
        if term is None:
            yield label
        above = term or above


def _of_their_own(labels: Sequence[_Label]) -> frozenset[_Label]:
    """The labels in other words for which there is no other: of a row nowhere, of a column beside.

    A row has figures behind its label.
    """
    rows = [label for label in labels if label.mark.names_row]
    headers = split_before(labels, lambda label: label.mark.names_row)
    columns = ([one for one in some if one.mark.names_column] for some in headers)
    alone = chain(_alone(rows), chain.from_iterable(map(_alone, columns)))
    return frozenset(one for one in alone if one.has_figures or one.mark.names_column)


def _alone(labels: Iterable[_Label]) -> Iterator[_Label]:
    """The labels in other words that name what no other of these names."""
    often = Counter([label.named for label in labels])
    return (label for label in labels if not label.is_exact and often[label.named] == 1)


def _in_place(above: Term | None, terms: Sequence[Term], below: Term | None) -> Term | None:
    """What a label names, of the table above: a row in the form's order, no column below rows."""
    return next((term for term in terms if above and _is_between(above, term, below)), None)


def _is_between(above: Term, term: Term, below: Term | None) -> bool:
    if above.table != term.table or (term.role is Role.COLUMN and above.role is Role.ROW):
        return False
    return _are_in_order(above, term) and (below is None or _are_in_order(term, below))


def _are_in_order(one: Term, other: Term) -> bool:
    """Whether labels stand in the form's order, or are not both rows of one table."""
    are_rows = one.role is other.role is Role.ROW and one.table == other.table
    return not are_rows or one.order < other.order
