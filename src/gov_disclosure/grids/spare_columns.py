"""Columns of a grid that are none of the form's.

Tools divide the rows of a page more finely than its table.  Agencies add columns of their own
around those of the form: for the numbers of rows, for percentages, and for remarks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import chain, groupby, pairwise, takewhile

from more_itertools import all_equal, rstrip

from ..declare import Form
from ..forms import tables_of
from ..labels.marks import BLANK, FIGURES, NOTE, Sort
from ..labels.running_numbers import are_named
from ..labels.strangers import FOR_SHARES
from ..layouts.grid import Grid, Located, Row, is_blank
from ..text.fold import fold, squeeze
from .context import ONE_LINE

_FEWEST_CELLS = 3
"""Shorter rows do not show columns."""


def without_spare_columns(grid: Grid, _text: str) -> Grid:
    """Drop columns that are empty in all rows, if they cannot be columns of the form.

    The rows have to be equally wide, so that each cell has its column.  Empty columns between named
    ones are none of the form; nor are any others, as pages that were opened as spreadsheets have
    them, if those left are just the columns of a form, each named.  Empty columns at the end alone
    show nothing, as tools fill up rows whose figures have moved.

    >>> from gov_disclosure.labels.marks import MARKS
    >>> said = [["信息内容", "采购项目数量", "", "采购总金额"], ["政府集中采购", "3", "", "25"]]
    >>> grid = [[(0, len(one), MARKS[one]) for one in row] for row in said]
    >>> [len(row) for row in without_spare_columns(grid, "")]
    [3, 3]
    """
    rows = [row for row in grid if len(row) >= _FEWEST_CELLS]
    if not rows or not any(map(is_blank, rows[0])) or not all_equal(map(len, rows)):
        return grid
    width = len(rows[0])
    empty = {at for at in range(width) if all(_is_empty(row, at) for row in rows)}
    if empty == set(range(width - len(empty), width)):
        return grid
    headers = list(_headers([_narrowed(row, empty) for row in rows]))
    if headers and all(map(_names_all_columns, headers)):
        return [_narrowed(row, empty) for row in grid]
    spare = {at for at in empty if any(_is_between_columns(row, at) for row in rows)}
    return [_without(row, spare) for row in grid] if spare else grid


def _is_empty(row: Row, at: int) -> bool:
    """Whether a cell is empty, or begins the heading of a group that spans the next one as well."""
    return is_blank(row[at]) or (_heads_group(row[at]) and all(map(is_blank, row[at + 1 : at + 2])))


def _heads_group(cell: Located) -> bool:
    return cell[2].may_head_rows and not cell[2].names_cells


def _narrowed(row: Row, empty: Set[int]) -> Row:
    """A row without empty columns; the headings that begin in them begin in the next one."""
    return _without(_with_heads_moved(row, empty), empty) if len(row) >= _FEWEST_CELLS else row


def _with_heads_moved(row: Row, places: Set[int]) -> Row:
    """A row with the headings at these places moved into the empty cells behind them."""
    moved = list(row)
    for at in sorted(places):
        if at + 1 < len(row) and is_blank(moved[at + 1]) and not is_blank(moved[at]):
            moved[at + 1] = moved[at]
    return moved


def _headers(grid: Grid) -> Iterator[Sequence[Row]]:
    """The lines of each header: those with columns, and the lines between them."""
    for is_header, lines in groupby(grid, _may_be_of_header):
        header = list(lines)
        if is_header and any(cell[2].names_column for row in header for cell in row):
            yield header


def _may_be_of_header(row: Row) -> bool:
    """Whether a line has no figure, nor the label of a row, unless its table has these above."""
    return not any(
        mark.sort in FIGURES or (mark.names_row and mark.terms[0].table not in ONE_LINE)
        for _, _, mark in row
    )


def _names_all_columns(header: Sequence[Row]) -> bool:
    return bool(_columns(header))


def _is_between_columns(row: Row, at: int) -> bool:
    return 0 < at < len(row) - 1 and _heads_column(row[at - 1]) and _heads_column(row[at + 1])


def _without(row: Row, places: Set[int]) -> Row:
    """A row without the cells at these places; one that is too short for columns as it is."""
    if len(row) < _FEWEST_CELLS:
        return row
    return [cell for at, cell in enumerate(row) if at not in places]


def _heads_column(cell: Located) -> bool:
    return bool(cell[2].terms) and not cell[2].names_row


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
    first = next((at for at, row in enumerate(rows) if _holds_row_label(row)), 0)
    header, below = rows[:first], rows[first:]
    named = _columns(header)
    if len(named) < _FEWEST_COLUMNS or any(cell[2].names_column for row in below for cell in row):
        return grid
    words = {*_words(header, below, range(max(named) + 1, len(rows[0])))}
    beyond = {*_numbers(header, below, text), *words}
    if not beyond:
        return grid
    until = grid.index(header[-1]) + 1
    left = [_without(row, beyond) for row in grid[:until]]
    noted = ((_without(row, beyond), _note(row, words)) for row in grid[until:])
    return [*left, *filter(None, chain.from_iterable(noted))]


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
    """The keys of the columns that stand side by side in some form, once for each row that does."""
    return frozenset(
        tuple(column.key for column in block.columns) * (len(block.rows) if one_line else 1)
        for form in Form
        for table in tables_of(form)
        for one_line in [table.declared.one_line]
        for block in table.blocks
    )


def _numbers(header: Sequence[Row], below: Sequence[Row], text: str) -> Iterator[int]:
    """The first place, if its header is one for numbers of rows and these increase."""
    named = [text[row[0][0] : row[0][1]] for row in header if not is_blank(row[0])]
    counts = [row[0][2].count for row in below if row[0][2] is not BLANK]
    if not named or not all(map(are_named, named)):
        return
    numbers = [count for count in counts if count is not None]
    if len(numbers) == len(counts) and numbers == sorted({*numbers}):
        yield 0


def _words(header: Sequence[Row], below: Sequence[Row], places: range) -> Iterator[int]:
    """Places behind the columns that have words in the header and no figures below it."""
    for at in places:
        named = [row[at] for row in header if not is_blank(row[at])]
        said = [row[at] for row in below]
        if named and all(mark.is_words for _, _, mark in named) and all(map(_is_no_figure, said)):
            yield at


def _is_no_figure(cell: Located) -> bool:
    return cell[2].sort in _OF_NO_FIGURE and not cell[2].several


_PERCENTAGE = re.compile(r"\s*-?[0-9]+(?:\.[0-9]+)?\s*%\s*")


def without_shares(grid: Grid, text: str) -> Grid:
    """Drop the column if the header names one, and all rows end with their only percentage.

    As no count is a percentage, it cannot be the figure of another column.  It becomes a note below
    its row.
    """
    header = list(takewhile(lambda row: not _holds_row_label(row), grid))
    rows = [row for row in grid[len(header) :] if _holds_row_label(row)]
    named = [cell for row in header for cell in row if _names_share(cell, text)]
    if len(named) != 1 or not all(_ends_in_share(row, text) for row in rows):
        return grid
    left = [[cell for cell in row if cell is not named[0]] for row in header]
    return [
        *filter(None, left),
        *(part for row in grid[len(header) :] for part in _parted(row, text)),
    ]


def _names_share(cell: Located, text: str) -> bool:
    words = squeeze(text[cell[0] : cell[1]]) if cell[2].is_words else ""
    return words.removesuffix("(%)") in FOR_SHARES


def _ends_in_share(row: Sequence[Located], text: str) -> bool:
    """Whether the last filled cell of a row is its only percentage, behind cells for figures."""
    *before, last = rstrip(row, is_blank)
    has_cells = bool(before) and not before[-1][2].names_row
    return has_cells and _is_share(last, text) and not any(_is_share(one, text) for one in before)


def _is_share(cell: Located, text: str) -> bool:
    return _PERCENTAGE.fullmatch(fold(text[cell[0] : cell[1]])) is not None


def _parted(row: Row, text: str) -> Grid:
    if not _holds_row_label(row):
        return [row]
    *own, (start, end, _) = rstrip(row, is_blank)
    return [own, [(start, end, NOTE)]]


def _holds_row_label(row: Row) -> bool:
    return any(cell[2].names_row for cell in row)
