"""Separate the numbers in a record that are cells from those that only a program needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from decimal import Decimal
from functools import partial
from itertools import chain
from typing import Any

from .figures import has_words
from .plain import (
    Json,
    Object,
    are_words,
    holds_table,
    is_figure,
    is_number,
    is_plain,
    is_short,
    said,
)


def without_counts(value: Json) -> Json:
    """Remove numbers that are no cells from a record.

    Numbers that only count rows or columns are removed.  If the record holds figures as text, other
    numbers are removed as well where their key has no Chinese words: they are places, page numbers,
    or the confidence of a program in the words that it recognized, as fractions beside words are.
    Numbers in a table are kept as cells.

    >>> recognized = [["行政许可", Decimal("0.98")], ["29", Decimal("1.0")]]
    >>> without_counts(recognized)
    [['行政许可'], ['29']]
    >>> without_counts([["行政许可", "件", Decimal("3.0")], ["行政处罚", "件", "29"]])
    [['行政许可', '件', Decimal('3.0')], ['行政处罚', '件', '29']]
    >>> without_counts([(("text", "行政许可"), ("page", 7)), (("text", "29"), ("page", 7))])
    [(('text', '行政许可'),), (('text', '29'),)]
    >>> without_counts((("index", [0, 1]), ("data", [["行政许可", 7], ["行政处罚", 3]])))
    (('data', [['行政许可', 7], ['行政处罚', 3]]),)
    """
    value = _in_each(tuple, value, _without_numbering)
    strings = [said for said in _within(value) if isinstance(said, str)]
    has_table = any(map(holds_table, strings))
    if not (has_table or any(map(is_figure, strings))):
        return value
    value = _in_each(list, value, _with_numbers_as_text)
    if not has_table:
        recognized = _keys_of_recognized_text(value)
        value = _in_each(list, value, partial(_with_numbers_behind_keys, recognized=recognized))
    return _in_each(tuple, _without_confidences(value), _without_unnamed_numbers)


def _within(value: Json) -> Iterator[Json]:
    """Yield a JSON value and all values within it."""
    yield value
    inner = [item for _, item in value] if isinstance(value, tuple) else value
    if isinstance(inner, list):
        yield from chain.from_iterable(map(_within, inner))


def _in_each(kind: type, value: Json, change: Callable[[Any], Json]) -> Json:
    """Apply a change to every object, or to every array, in a JSON value, the inner ones first."""
    if isinstance(value, tuple):
        value = tuple((key, _in_each(kind, item, change)) for key, item in value)
    elif isinstance(value, list):
        value = [_in_each(kind, item, change) for item in value]
    return change(value) if isinstance(value, kind) else value


# Numbers of objects in an array that are cells


def _with_numbers_as_text(items: list[Json]) -> list[Json]:
    """Turn numbers into text beneath keys under which other objects of the array have text."""
    objects = [item for item in items if isinstance(item, tuple)]
    mixed = {key for item in objects for key, value in item if isinstance(value, str)}
    return [
        tuple(
            (key, said(value) if key in mixed and is_number(value) else value)
            for key, value in item
        )
        if isinstance(item, tuple)
        else item
        for item in items
    ]


def _with_numbers_behind_keys(items: list[Json], recognized: Set[str]) -> list[Json]:
    """Write the numbers of objects that may be rows behind their keys, as text.

    Beside text that a program recognized, numbers are not cells and stay as they are.
    """
    return [
        _with_keys_before_numbers(item)
        if may_be_cells(item) and recognized.isdisjoint(key for key, _ in item)
        else item
        for item in items
    ]


def _keys_of_recognized_text(value: Json) -> Set[str]:
    """Return the keys that have both words and figures as text, as recognized text has."""
    records = [record for record in _within(value) if isinstance(record, tuple)]
    pairs = [(key, item) for record in records for key, item in record if isinstance(item, str)]
    figures = {key for key, item in pairs if is_figure(item)}
    return {key for key, item in pairs if key in figures and are_words(item)}


def _with_keys_before_numbers(record: Object) -> Object:
    return tuple(
        (key, f"{key}: {said(value)}" if is_number(value) else value) for key, value in record
    )


def may_be_cells(record: Json) -> bool:
    """Whether a record may be a row, or a cell: its values are short, and no key labels a number.

    A number whose key has Chinese words is labelled by it.
    """
    return isinstance(record, tuple) and all(
        not has_words(key) if is_number(value) else is_short(value) for key, value in record
    )


# Numbers that are left out


def _without_numbering(record: Object) -> Object:
    """Remove arrays that only number the rows or the columns of a table beside them."""
    sizes = {size for _, item in record for size in _sizes(item)}
    return tuple(
        (key, item)
        for key, item in record
        if has_words(key) or not (_counts_from_zero(item) and len(item) in sizes)
    )


def _sizes(value: Json) -> Iterator[int]:
    """Yield the number of rows of an array of arrays, and that of its columns."""
    if isinstance(value, list) and value and all(isinstance(item, list) for item in value):
        yield from (len(value), len(value[0]))


def _counts_from_zero(value: Json) -> bool:
    """Whether an array holds the numbers from 0 on, in order."""
    return isinstance(value, list) and value == list(range(len(value)))


def _without_unnamed_numbers(record: Object) -> Object:
    """Remove values without text whose key has no Chinese words."""
    return tuple((key, item) for key, item in record if has_words(key) or not _has_no_text(item))


def _has_no_text(value: Json) -> bool:
    """Whether a value, or each item of an array, is plain and no string."""
    items = value if isinstance(value, list) else [value]
    return all(is_plain(item) and not isinstance(item, str) for item in items)


def _without_confidences(value: Json) -> Json:
    """Remove fractions beside words, if they are the confidence of a program in these words.

    They are if each array of one string and fractions has a fraction from 0 to 1, and some of
    these strings are figures: a row would have a label beside its fractions.
    """
    scored = list(filter(_may_be_scored, _within(value)))
    are_confidences = all(any(map(_is_from_zero_to_one, array)) for array in scored)
    said = (item for array in scored for item in array if isinstance(item, str))
    if not (are_confidences and any(map(is_figure, said))):
        return value
    return _in_each(list, value, _without_fractions_beside_text)


def _may_be_scored(array: Json) -> bool:
    """Whether a value is an array of one string and fractions; one with an empty cell is a row."""
    if not isinstance(array, list):
        return False
    strings = sum(isinstance(item, str) for item in array)
    fractions = any(isinstance(item, Decimal) for item in array)
    return strings == 1 and fractions and None not in array


def _is_from_zero_to_one(value: Json) -> bool:
    return isinstance(value, Decimal) and 0 <= value <= 1


def _without_fractions_beside_text(array: list[Json]) -> list[Json]:
    if not _may_be_scored(array):
        return array
    return [item for item in array if not isinstance(item, Decimal)]
