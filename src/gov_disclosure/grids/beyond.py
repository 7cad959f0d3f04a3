"""Columns of an agency's own around those of a form, where every cell shows its column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import chain, pairwise

from more_itertools import all_equal

from ..declare import Form
from ..forms import tables_of
from ..labels.marks import BLANK, NOTE, Sort
from ..labels.strangers import FOR_NUMBERS
from ..layouts.grid import Grid, Located, Row, is_blank
from ..text.fold import squeeze

_FEWEST_CELLS = 3
_FEWEST_COLUMNS = 2
_OF_NO_FIGURE = frozenset({Sort.BLANK, Sort.TEXT, Sort.DASH})


def without_columns_beyond(grid: Grid, text: str) -> Grid:
    """Drop columns for the numbers of rows before all labels, and for words behind the figures.

    The rows have to be equally wide, and the header has to name all columns of a form side by side,
    in its order, so that each cell has its column.  The words become notes below their rows.
    Columns with figures are kept.

    >>> from gov_disclosure.labels.marks import MARKS
    >>> columns = ["本年制发件数", "本年废止件数", "现行有效件数"]
    >>> said = [["信息内容", *columns, "备注"], ["规章", "1", "", "", "已备案"]]
    >>> whole = "".join(map("".join, said))
    >>> at = lambda one: (whole.index(one), whole.index(one) + len(one), MARKS[one])
    >>> grid = [[at(one) for one in row] for row in said]
    >>> [len(row) for row in without_columns_beyond(grid, whole)]
    [4, 4, 1]
    """
    rows = [row for row in grid if len(row) >= _FEWEST_CELLS]
    if len(rows) < _FEWEST_COLUMNS or not all_equal(map(len, rows)):
        return grid
    first = next((at for at, row in enumerate(rows) if any(c[2].names_row for c in row)), 0)
    header, below = rows[:first], rows[first:]
    named = _columns(header)
    if not named or any(mark.names_column for row in below for _, _, mark in row):
        return grid
    words = {*_words(header, below, range(max(named) + 1, len(rows[0])))}
    beyond = {*_numbers(header, below, text), *words}
    if not beyond:
        return grid
    until = grid.index(header[-1]) + 1
    left = [_without(row, beyond) for row in grid[:until]]
    noted = ((_without(row, beyond), _note(row, words)) for row in grid[until:])
    return [*left, *filter(None, chain.from_iterable(noted))]


def _without(row: Row, beyond: Set[int]) -> Row:
    if len(row) < _FEWEST_CELLS:
        return row
    return [cell for at, cell in enumerate(row) if at not in beyond]


def _note(row: Row, words: Set[int]) -> Row:
    """The words of a row behind its columns, as a note below it."""
    said = [cell for at, cell in enumerate(row) if at in words and not is_blank(cell)]
    return [(said[0][0], said[-1][1], NOTE)] if said and len(row) >= _FEWEST_CELLS else []


def _columns(header: Sequence[Row]) -> Sequence[int]:
    """The places of the columns that a header names; empty unless they are a form's, in order."""
    named: dict[int, str] = {}
    for row in header:
        for at, (_, _, mark) in enumerate(row):
            if mark.names_column and named.setdefault(at, mark.terms[0].key) != mark.terms[0].key:
                return ()
    places = sorted(named)
    are_beside = all(other - one == 1 for one, other in pairwise(places))
    return places if are_beside and tuple(named[at] for at in places) in _blocks() else ()


@cache
def _blocks() -> frozenset[tuple[str, ...]]:
    """The keys of several columns that stand side by side in some form."""
    blocks = (block for form in Form for table in tables_of(form) for block in table.blocks)
    keys = (tuple(column.key for column in block.columns) for block in blocks)
    return frozenset(some for some in keys if len(some) >= _FEWEST_COLUMNS)


def _numbers(header: Sequence[Row], below: Sequence[Row], text: str) -> Iterator[int]:
    """The first place, if its header is one for numbers of rows and these increase."""
    named = [squeeze(text[row[0][0] : row[0][1]]) for row in header if not is_blank(row[0])]
    counts = [row[0][2].count for row in below if row[0][2] is not BLANK]
    if not named or not FOR_NUMBERS.issuperset(named):
        return
    numbers = [count for count in counts if count is not None]
    if len(numbers) == len(counts) and numbers == sorted({*numbers}):
        yield 0


def _words(header: Sequence[Row], below: Sequence[Row], places: range) -> Iterator[int]:
    """Places behind the columns that have words in the header and no figures below it."""
    for at in places:
        named = [row[at] for row in header if not is_blank(row[at])]
        said = [row[at] for row in below]
        if named and all(map(_is_words, named)) and all(map(_is_no_figure, said)):
            yield at


def _is_words(cell: Located) -> bool:
    return cell[2].is_words


def _is_no_figure(cell: Located) -> bool:
    return cell[2].sort in _OF_NO_FIGURE and not cell[2].several
