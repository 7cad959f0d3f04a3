"""Labels in other words than the form's, which count only in their place.

Words that nearly name a row may be another thing, as in a list of an agency's powers, or the first
piece of a longer label.  They are the row's label if figures stand behind them, rows of the same
table around them in the form's order, and no exact label of the row elsewhere.
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

_VALUES = DIGITS | FIGURES

_Named = tuple[tuple[Role, str, str], ...]
"""The rows or columns that a label can name, by role, table and key."""


@attrs.frozen(eq=False)
class _Label:
    """A label, the row of the grid it stands in, and whether a figure stands behind it there."""

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
    """Turn labels in other words into mere words where they are not in their place."""
    if not any(mark.otherwise for row in grid for _, _, mark in row):
        return grid
    labels = list(chain.from_iterable(map(_labels_of, count(), grid)))
    strange = {(label.row, label.mark) for label in _out_of_place(labels)}
    return [
        [_as_words_if_strange(cell, (at, cell[2]) in strange) for cell in row]
        for at, row in enumerate(grid)
    ]


def _as_words_if_strange(cell: Located, is_strange: bool) -> Located:
    """Return a reworded label that is out of place as what it is otherwise."""
    start, end, mark = cell
    return (start, end, mark.otherwise) if is_strange and mark.otherwise else cell


def _labels_of(at: int, row: Row) -> Iterator[_Label]:
    """The labels of a row, each once: tools print merged cells several times."""
    runs = split_before(row, lambda cell: bool(cell[2].terms))
    for mark, same in groupby(runs, key=lambda run: run[0][2]):
        if mark.terms:
            values = chain.from_iterable(run[1:] for run in same)
            yield _Label(at, mark, any(cell[2].sort in _VALUES for cell in values))


def _out_of_place(labels: Sequence[_Label]) -> Iterator[_Label]:
    """The reworded labels that are not in their place."""
    own = _without_rivals(labels)
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


def _without_rivals(labels: Sequence[_Label]) -> frozenset[_Label]:
    """The reworded labels that alone name their row in the grid, or their column beside others.

    A row has figures behind its label.
    """
    rows = [label for label in labels if label.mark.names_row]
    headers = split_before(labels, lambda label: label.mark.names_row)
    columns = ([one for one in some if one.mark.names_column] for some in headers)
    alone = chain(_named_once(rows), chain.from_iterable(map(_named_once, columns)))
    return frozenset(one for one in alone if one.has_figures or one.mark.names_column)


def _named_once(labels: Iterable[_Label]) -> Iterator[_Label]:
    """The reworded labels that name what no other of these labels names."""
    often = Counter([label.named for label in labels])
    return (label for label in labels if not label.is_exact and often[label.named] == 1)


def _in_place(above: Term | None, terms: Sequence[Term], below: Term | None) -> Term | None:
    """The row or column that a label names in the table above it, in the form's order."""
    return next(
        (
            term
            for term in terms
            if (_is_between(above, term, below) if above else _begins_header(term, below))
        ),
        None,
    )


def _begins_header(term: Term, below: Term | None) -> bool:
    """Whether a column stands before all labels of its header, beneath nothing but a corner."""
    if below is None or term.table != below.table:
        return False
    return term.role is below.role is Role.COLUMN


def _is_between(above: Term, term: Term, below: Term | None) -> bool:
    """Whether a term fits between its neighbours: no column stands below rows."""
    if above.table != term.table or (term.role is Role.COLUMN and above.role is Role.ROW):
        return False
    return _are_in_order(above, term) and (below is None or _are_in_order(term, below))


def _are_in_order(one: Term, other: Term) -> bool:
    """Whether two labels stand in the form's order, or are not both rows of one table."""
    are_rows = one.role is other.role is Role.ROW and one.table == other.table
    return not are_rows or one.order < other.order
