"""Headers and columns of others above rows, or in places, that a form has as well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from operator import gt, itemgetter

from more_itertools import map_reduce

from ...forms import Line
from ...grids.entries import Entry
from ...grids.header import Header
from ...grids.shown import Shown
from ...labels.cores import is_of_others
from ...labels.marks import FIGURES, FURNITURE, NOTE, Sort
from ...labels.spelling import end_of_label
from ...labels.strangers import FOR_WORDS
from ...labels.vocabulary import ABOVE_FIGURES, Role, Term
from ...layouts.grid import Located, is_blank
from ...text.fold import squeeze
from ..standing import words_in
from .above import Above
from .places import Option, nested_tables, options_of

_NO_COLUMNS = (NOTE, FURNITURE)


def counts_others(above: Above, option: Option) -> bool:
    """Whether the only column is called by a unit, as 人次, that is not its own."""
    column, *others = option.columns
    if others or column.unit is None:
        return False
    marks = [(cell[2].sort, cell[2].money, cell[2].is_note) for cell in above.header.among]
    if marks != [(Sort.UNIT, None, False)]:
        return False
    return above.words(above.header.among[0]) != column.unit


def names_another(above: Above, option: Option) -> bool:
    """Whether words stand in the place of a column that no label names, and are no part of it.

    They are 法人 where the form has 商业企业, or go on from its label: 本年增/减比例.
    """
    if not above.header.among:
        return False
    columns = option.columns
    lacking = [at for at, column in enumerate(columns) if column.key not in above.header.keys]
    return any(
        _is_another(above.words(cell), columns[at])
        for at in lacking
        for cell in _words_in_place(above, columns, at)
    )


def names_in_another_order(above: Above, option: Option) -> bool:
    """Whether labels, and words on lines of their own among them, name columns in another order.

    Such words go on from a label, as 处理决定数量指办件量; or they are pieces of labels, and cells
    as many as the columns show the place of each label.
    """
    if not above.header.among:
        return False
    columns = option.columns
    cells = sorted({*above.cells, *above.header.among}, key=itemgetter(0))
    places = [_place_of_named(above, cell, columns) for cell in cells]
    named = [at for at in places if at is not None]
    moved = any(at not in (None, place) for place, at in enumerate(places))
    return any(map(gt, named, named[1:])) or (moved and len(places) == len(columns))


def _place_of_named(above: Above, cell: Located, columns: Sequence[Line]) -> int | None:
    """The place in the form of the column that a label names, or that words go on from."""
    if cell[2].terms:
        keys = [column.key for column in columns]
        return keys.index(cell[2].terms[0].key) if cell[2].terms[0].key in keys else None
    said = above.words(cell)
    begun = (at for at, column in enumerate(columns) if said.startswith(squeeze(column.label)))
    return next(begun, None)


def _words_in_place(above: Above, columns: Sequence[Line], at: int) -> Iterator[Located]:
    """The words between the labels of the columns that the form has right around another."""
    if not 0 < at < len(columns) - 1:
        return
    labels = {cell[2].terms[0].key: cell for cell in above.cells if cell[2].terms}
    before, behind = labels.get(columns[at - 1].key), labels.get(columns[at + 1].key)
    if before is None or behind is None:
        return
    for cell in above.header.among:
        is_between = before[1] <= cell[0] < behind[0]
        if is_between and cell[2].is_words and cell[2] not in _NO_COLUMNS:
            yield cell


def _is_another(words: str, column: Line) -> bool:
    """Whether words are the name of another column: no letter is the same, or others follow."""
    labels = [squeeze(label) for label in (column.label, *column.aliases)]
    if any(words.startswith(said) and is_of_others(words[len(said) :]) for said in labels):
        return True
    return all(set(words).isdisjoint(label) for label in labels)


def _stands_in_place_of_another(
    named: Sequence[Located], words: Sequence[str], option: Option
) -> bool:
    """Whether words in a line of labels stand in the place of a column, and are no part of it.

    The line has as many cells as the form has columns, and its column is named nowhere else.
    """
    columns = option.columns
    if len(named) != len(columns):
        return False
    keys = {term.key for cell in named for term in cell[2].terms}
    return any(
        not cell[2].terms and column.key not in keys and _is_another(said, column)
        for cell, said, column in zip(named, words, columns, strict=True)
    )


_LONGEST_SHARED = 2
_ONE_FIGURE_AND_WORDS = 2
_FEWEST = 2
"""Fewer words are no columns; fewer common characters do not make words alike."""


def widths_beneath(text: str, entries: Iterable[tuple[Entry, Shown]]) -> Mapping[Header, int]:
    """The number of places that rows take up beneath each header."""
    headed = [(e, shown) for e, shown in entries if e.header.cells]
    widths = [(entry.header, _width_of_row(text, entry, shown)) for entry, shown in headed]
    return map_reduce(widths, itemgetter(0), itemgetter(1), max)


def _width_of_row(text: str, entry: Entry, shown: Shown) -> int:
    """The number of places that the values of a row take up, or may take up.

    The last value of a short row may stand in the last column, unless it is a number and that is a
    column for words.  Empty cells before the columns, and fillers at the end, are not counted.
    """
    cells, values = entry.header.cells, entry.values
    last = max([at for at, cell in enumerate(values) if not is_blank(cell)], default=-1)
    wide = last + 1 if shown.padded else len(values)
    if last >= 0 and wide < len(cells):
        is_number = values[last][2].sort is Sort.NUMBER
        if not (is_number and _is_for_words(cells[-1], text)):
            return len(cells)
    before = max(0, last + 1 - len(cells))
    return last + 1 - (before if all(map(is_blank, values[:before])) else 0)


def has_no_remark(entry: Entry, text: str) -> bool:
    """Whether the last column is for words, and a row has only figures, and too few to reach it.

    A row of several figures has to show the empty cell, as it may have lost a figure instead.
    """
    cells = entry.header.cells
    if not cells or is_blank(cells[-1]) or not _is_for_words(cells[-1], text):
        return False
    if not all(mark.sort in FIGURES for _, _, mark in entry.filled):
        return False
    return len(entry.filled) < len(cells) <= max(len(entry.values), _ONE_FIGURE_AND_WORDS)


def _is_for_words(cell: Located, text: str) -> bool:
    """Whether a label, or an empty cell, is that of a column for words."""
    return is_blank(cell) or words_in(cell, text) in FOR_WORDS


def tables_with_own_labels(labels: Iterable[Term]) -> frozenset[str]:
    """The tables with at least one column label that no other table shares.

    Short labels such as 其他 and 总计 do not count.
    """
    above = [term for term in labels if term.role in ABOVE_FIGURES]
    return frozenset([term.table for term in above if len(term.label) > _LONGEST_SHARED])


def stands_beneath_others(entry: Entry, row: str, with_own_labels: Set[str], text: str) -> bool:
    """Whether a row of a nested table stands beneath labels that are all those of another table.

    Words that are no labels count only if they are as many as the columns.
    """
    if entry.table in with_own_labels or entry.table not in nested_tables():
        return False
    options = options_of(entry.table, row, None)
    line = entry.header.line
    named = line if any(cell[2].terms for cell in line) else _columns_on_line_above(entry, options)
    own = [c for o in options for c in o.columns if len(c.label) > _LONGEST_SHARED]
    above = entry.header.cells or named
    return bool(above) and not any(_shares_words(cell, own, text) for cell in above)


def ran_together(entry: Entry, text: str) -> bool:
    """Whether the header ran together and names more columns than the row has figures.

    The figures may then have run together too.
    """
    header = entry.header.cells
    if not entry.filled or all(mark.sort is not Sort.GLUED for _, _, mark in header):
        return False
    return sum(_count_names(squeeze(text[start:end])) for start, end, _ in header) > len(
        entry.filled
    )


def _count_names(said: str) -> int:
    """The number of columns that a cell of a header names: labels, and words behind them."""
    count, end = 1, end_of_label(said, 0)
    while end is not None and end < len(said):
        count += 1
        end = end_of_label(said, end)
    return count


def names_others(entry: Entry, options: Sequence[Option], text: str) -> bool:
    """Whether a line above the row names columns, most of which are in no form."""
    named = _columns_on_line_above(entry, options)
    if not named or len(text[entry.header.line[0][0] : named[-1][1]].strip().splitlines()) > 1:
        return False
    columns = [column for option in options for column in option.columns]
    strange = sum(not _may_name(cell, columns, text) for cell in named)
    if 2 * strange > len(named):
        return True
    if len(entry.header.cells) >= len(named):
        return False
    words = [squeeze(text[start:end]) for start, end, _ in named]
    return all(_stands_in_place_of_another(named, words, option) for option in options)


def _columns_on_line_above(entry: Entry, options: Sequence[Option]) -> Sequence[Located]:
    """The labels on the line above a row, without a corner, if they may be its columns.

    They must be as many as the values of the row, or as the columns of the form.
    """
    line = entry.header.line
    widths = {len(entry.values), len(options[0].columns)}
    wide = next((width for width in (len(line), len(line) - 1) if width in widths), 0)
    return line[-wide:] if wide >= _FEWEST else ()


def _may_name(cell: Located, columns: Sequence[Line], text: str) -> bool:
    """Whether a cell may be a corner, or the label of one of the columns."""
    if cell[2].terms:
        term = cell[2].terms[0]
        return term.role is Role.CORNER or term.key in {column.key for column in columns}
    return _shares_words(cell, columns, text)


def _shares_words(cell: Located, columns: Sequence[Line], text: str) -> bool:
    """Whether a cell has two characters in common with the label of one of the columns."""
    words = set(words_in(cell, text))
    return any(len(words.intersection(column.label)) >= _FEWEST for column in columns)
