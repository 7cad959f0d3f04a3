"""Numbers that only a program needs, told from those that are cells."""

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
    """A record without the numbers of rows and columns, and if it holds figures as text, others.

    Numbers beneath keys that are no words are places then, or numbers of pages, or tell how sure a
    program is of words; so do fractions beside these.  In a table they are cells.

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
    value = _in_each_array(value, _with_cells)
    if not any(map(holds_table, strings)):
        recognized = _recognized(value)
        value = _in_each_array(value, partial(_with_named_numbers, recognized=recognized))
    return _without_counted(_without_shares(value))


def _strings(value: Json) -> Iterator[str]:
    """All strings of a JSON text but its keys."""
    if isinstance(value, str):
        yield value
    for item in _inside(value):
        yield from _strings(item)


def _pairs(value: Json) -> Iterator[tuple[str, Json]]:
    """All keys of a JSON text with their values."""
    if isinstance(value, tuple):
        yield from value
    for item in _inside(value):
        yield from _pairs(item)


def _arrays(value: Json) -> Iterator[Sequence[Json]]:
    """All arrays of a JSON text."""
    if isinstance(value, list):
        yield value
    for item in _inside(value):
        yield from _arrays(item)


def _inside(value: Json) -> Sequence[Json]:
    """What an object or an array holds."""
    if isinstance(value, tuple):
        return [item for _, item in value]
    return value if isinstance(value, list) else ()


def _in_each_array(value: Json, change: Callable[[list[Json]], list[Json]]) -> Json:
    """A JSON text with its arrays changed."""
    if isinstance(value, tuple):
        return tuple((key, _in_each_array(item, change)) for key, item in value)
    if not isinstance(value, list):
        return value
    return change([_in_each_array(item, change) for item in value])


# Beneath the keys of objects in an array


def _with_cells(items: list[Json]) -> list[Json]:
    """Objects with numbers as text, where others of them have words or figures as text there."""
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


def _with_named_numbers(items: list[Json], recognized: Set[str]) -> list[Json]:
    """Objects that may be rows with their numbers behind the keys of these, which nobody knows.

    Beside what a program recognized numbers are its own.
    """
    return [
        _with_keys(item)
        if may_be_cells(item) and recognized.isdisjoint(key for key, _ in item)
        else item
        for item in items
    ]


def _recognized(value: Json) -> Set[str]:
    """The keys beneath which words and figures stand as text, as programs write what they saw."""
    pairs = [(key, item) for key, item in _pairs(value) if isinstance(item, str)]
    figures = {key for key, item in pairs if is_figure(item)}
    return {key for key, item in pairs if key in figures and are_words(item)}


def _with_keys(record: Object) -> Object:
    return tuple(
        (key, f"{key}: {said(value)}" if is_number(value) else value) for key, value in record
    )


def may_be_cells(record: Json) -> bool:
    """Whether a record may be a row, or a cell: its values are short, and no key tells of which.

    Numbers beneath keys in words are told by these; others say nothing in a record of those.
    """
    return isinstance(record, tuple) and all(
        not has_words(key) if is_number(value) else is_short(value) for key, value in record
    )


# What is left out


def _without_numbering(value: Json) -> Json:
    """A record without arrays that only number the rows, or the columns, of those beside them."""
    if isinstance(value, tuple):
        sizes = {size for _, item in value for size in _sizes(item)}
        kept = (
            (key, item)
            for key, item in value
            if has_words(key) or not (_numbers(item) and len(item) in sizes)
        )
        return tuple((key, _without_numbering(item)) for key, item in kept)
    return list(map(_without_numbering, value)) if isinstance(value, list) else value


def _sizes(value: Json) -> Iterator[int]:
    """How many rows an array of arrays has, and how many columns."""
    if isinstance(value, list) and value and all(isinstance(item, list) for item in value):
        yield from (len(value), len(value[0]))


def _numbers(value: Json) -> bool:
    """Whether an array holds the numbers from 0 on."""
    return isinstance(value, list) and value == list(range(len(value)))


def _without_counted(value: Json) -> Json:
    """A record without numbers beneath keys that are no words."""
    if isinstance(value, tuple):
        kept = ((key, item) for key, item in value if has_words(key) or not _is_counted(item))
        return tuple((key, _without_counted(item)) for key, item in kept)
    return list(map(_without_counted, value)) if isinstance(value, list) else value


def _is_counted(value: Json) -> bool:
    if isinstance(value, list):
        return all(is_plain(item) and not isinstance(item, str) for item in value)
    return is_plain(value) and not isinstance(value, str)


def _without_shares(value: Json) -> Json:
    """A record without the fractions beside words, if these tell how sure a program is of them.

    So they do if each array of one string and fractions has a share of one, and some of these
    strings are figures, which need no label there.
    """
    scored = list(filter(_may_be_scored, _arrays(value)))
    are_shares = all(any(map(_is_share, array)) for array in scored)
    if not are_shares or not any(map(is_figure, _strings(scored))):
        return value
    return _in_each_array(value, _without_fractions)


def _may_be_scored(array: Sequence[Json]) -> bool:
    """Whether an array holds a string and fractions; one with an empty cell is a row."""
    strings = sum(isinstance(item, str) for item in array)
    fractions = any(isinstance(item, Decimal) for item in array)
    return strings == 1 and fractions and None not in array


def _is_share(value: Json) -> bool:
    return isinstance(value, Decimal) and 0 <= value <= 1


def _without_fractions(array: list[Json]) -> list[Json]:
    if not _may_be_scored(array):
        return array
    return [item for item in array if not isinstance(item, Decimal)]
