"""Separate the numbers in a record that are cells from those that only a program needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from decimal import Decimal
from functools import partial

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
    value = _without_numbering(value)
    strings = list(_strings(value))
    if not (any(map(holds_table, strings)) or any(map(is_figure, strings))):
        return value
    value = _in_each_array(value, _with_numbers_as_text)
    if not any(map(holds_table, strings)):
        recognized = _keys_of_recognized_text(value)
        value = _in_each_array(value, partial(_with_numbers_behind_keys, recognized=recognized))
    return _without_unnamed_numbers(_without_confidences(value))


def _strings(value: Json) -> Iterator[str]:
    """Yield all strings of a JSON value except its keys."""
    if isinstance(value, str):
        yield value
    for item in _values_in(value):
        yield from _strings(item)


def _pairs(value: Json) -> Iterator[tuple[str, Json]]:
    """Yield all keys of a JSON value, each with its value."""
    if isinstance(value, tuple):
        yield from value
    for item in _values_in(value):
        yield from _pairs(item)


def _arrays(value: Json) -> Iterator[Sequence[Json]]:
    """Yield all arrays of a JSON value."""
    if isinstance(value, list):
        yield value
    for item in _values_in(value):
        yield from _arrays(item)


def _values_in(value: Json) -> Sequence[Json]:
    """Return the values that an object or an array holds, none for any other value."""
    if isinstance(value, tuple):
        return [item for _, item in value]
    return value if isinstance(value, list) else ()


def _in_each_array(value: Json, change: Callable[[list[Json]], list[Json]]) -> Json:
    """Apply a change to every array of a JSON value, the inner ones first."""
    if isinstance(value, tuple):
        return tuple((key, _in_each_array(item, change)) for key, item in value)
    if not isinstance(value, list):
        return value
    return change([_in_each_array(item, change) for item in value])


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
    pairs = [(key, item) for key, item in _pairs(value) if isinstance(item, str)]
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


def _without_numbering(value: Json) -> Json:
    """Remove arrays that only number the rows or the columns of a table beside them."""
    if isinstance(value, tuple):
        sizes = {size for _, item in value for size in _sizes(item)}
        kept = (
            (key, item)
            for key, item in value
            if has_words(key) or not (_counts_from_zero(item) and len(item) in sizes)
        )
        return tuple((key, _without_numbering(item)) for key, item in kept)
    return list(map(_without_numbering, value)) if isinstance(value, list) else value


def _sizes(value: Json) -> Iterator[int]:
    """Yield the number of rows of an array of arrays, and that of its columns."""
    if isinstance(value, list) and value and all(isinstance(item, list) for item in value):
        yield from (len(value), len(value[0]))


def _counts_from_zero(value: Json) -> bool:
    """Whether an array holds the numbers from 0 on, in order."""
    return isinstance(value, list) and value == list(range(len(value)))


def _without_unnamed_numbers(value: Json) -> Json:
    """Remove values without text whose key has no Chinese words."""
    if isinstance(value, tuple):
        kept = ((key, item) for key, item in value if has_words(key) or not _has_no_text(item))
        return tuple((key, _without_unnamed_numbers(item)) for key, item in kept)
    return list(map(_without_unnamed_numbers, value)) if isinstance(value, list) else value


def _has_no_text(value: Json) -> bool:
    """Whether a value, or each item of an array, is plain and no string."""
    if isinstance(value, list):
        return all(is_plain(item) and not isinstance(item, str) for item in value)
    return is_plain(value) and not isinstance(value, str)


def _without_confidences(value: Json) -> Json:
    """Remove fractions beside words, if they are the confidence of a program in these words.

    They are if each array of one string and fractions has a fraction from 0 to 1, and some of
    these strings are figures: a row would have a label beside its fractions.
    """
    scored = list(filter(_may_be_scored, _arrays(value)))
    are_confidences = all(any(map(_is_from_zero_to_one, array)) for array in scored)
    if not are_confidences or not any(map(is_figure, _strings(scored))):
        return value
    return _in_each_array(value, _without_fractions_beside_text)


def _may_be_scored(array: Sequence[Json]) -> bool:
    """Whether an array holds one string and fractions; one with an empty cell is a row."""
    strings = sum(isinstance(item, str) for item in array)
    fractions = any(isinstance(item, Decimal) for item in array)
    return strings == 1 and fractions and None not in array


def _is_from_zero_to_one(value: Json) -> bool:
    return isinstance(value, Decimal) and 0 <= value <= 1


def _without_fractions_beside_text(array: list[Json]) -> list[Json]:
    if not _may_be_scored(array):
        return array
    return [item for item in array if not isinstance(item, Decimal)]
