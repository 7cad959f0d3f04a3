"""Columns of others that stand where the form has one, while nothing names that of the form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...forms import Line
from ...labels.cores import is_of_others
from ...labels.marks import FURNITURE, NOTE, Sort
from ...layouts.grid import Located
from ...text.fold import squeeze
from .above import Above
from .places import Option

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


def stands_in_place_of_another(
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
