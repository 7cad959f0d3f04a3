"""Read tables as data tools write them: objects that share their keys, as rows or columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from more_itertools import all_equal, is_sorted

from ..labels.marks import MARKS
from .figures import has_words
from .plain import Json, Object, are_words, holds_table, is_figure, is_plain

_COUNTED_KEY = re.compile(r"(?P<name>\D*)(?P<number>\d{1,3})")
_FEWEST = 2
_MANY_TIMES = 2
_LONGEST_CELL = 60
_LONGEST_COUNTED = 300
"""A cell may be longer where keys only count the columns, as remarks are."""
_GREATEST_FIRST = 1
"""Columns and rows are counted from 0 or 1, so this is the greatest first number."""

_Rows = list[list[Json]]


def rows_of_records(items: Sequence[Json]) -> _Rows | None:
    """Return the rows of a table written as objects with the same keys; None if it may be no table.

    The keys are the header if they are Chinese words and the first value of each object is a label.
    They are left out if they only count the columns, or if the first object is the header.

    >>> counted = [(("0", "信息内容"), ("1", "本年处理决定数量")), (("0", "行政许可"), ("1", 7))]
    >>> rows_of_records(counted)
    [['信息内容', '本年处理决定数量'], ['行政许可', 7]]
    >>> named = [(("信息内容", "行政许可"), ("件数", 7)), (("信息内容", "行政处罚"), ("件数", 0))]
    >>> rows_of_records(named)
    [['信息内容', '件数'], ['行政许可', 7], ['行政处罚', 0]]
    """
    if not (items and all(isinstance(item, tuple) and len(item) >= _FEWEST for item in items)):
        return None
    keys = _keys(items[0])
    rows = [[value for _, value in item] for item in items]
    if any(_keys(item) != keys for item in items):
        return None
    if _are_counted(keys):
        is_table = _holds_words(rows) and all(_are_cells(row, _LONGEST_COUNTED) for row in rows)
        return rows if is_table else None
    if not _begin_with_labels(rows):
        return None
    if all(map(has_words, keys)):
        return [list(keys), *rows]
    return rows if all(map(are_words, rows[0])) else None


def rows_of_columns(record: Object) -> _Rows | None:
    """Return the rows of a table that an object holds by columns; None if it may be no table.

    >>> rows_of_columns((("0", ["信息内容", "行政许可"]), ("1", ["本年处理决定数量", "7"])))
    [['信息内容', '本年处理决定数量'], ['行政许可', '7']]
    >>> names, figures = (("0", "规章"), ("1", "行政许可")), (("0", 3), ("1", None))
    >>> rows_of_columns((("信息内容", names), ("件数", figures)))
    [['信息内容', '件数'], ['规章', 3], ['行政许可', None]]
    """
    lines = [_cells_of_line(value) for _, value in record]
    given = [line for line in lines if line]
    if not _FEWEST <= len(given) == len(lines):
        return None
    if not (all_equal(map(len, given)) and _holds_words(given)):
        return None
    keys = _keys(record)
    turned = list(map(list, zip(*given, strict=True)))
    if _are_counted(keys):
        rows = given if _are_rows(given, turned) else turned
        return None if _may_be_lines_of_page(record[0][1]) else rows
    is_named = all(map(has_words, keys)) and all(map(are_words, given[0]))
    return [list(keys), *turned] if is_named and _holds_figures(given) else None


def _may_be_lines_of_page(first: Json) -> bool:
    """Whether the first value may be the lines of a page: a column of labels has no figures."""
    return isinstance(first, list) and any(map(is_figure, first))


def _are_rows(given: _Rows, turned: _Rows) -> bool:
    """Whether lines are rows as they are given, and not columns.

    Turned the right way, a table has more lines that are headers or begin with a label; if both
    ways have as many, it has many more rows than columns.
    """
    more = _headers(given) - _headers(turned) or _labelled(given) - _labelled(turned)
    return more > 0 or (more == 0 and len(given) > _MANY_TIMES * len(turned))


def _labelled(lines: _Rows) -> int:
    """Count the lines that begin with the label of a row."""
    return sum(isinstance(line[0], str) and MARKS[line[0]].names_row for line in lines)


def _headers(lines: _Rows) -> int:
    """Count the lines that have words and no figures."""
    return sum(any(map(are_words, line)) and not any(map(is_figure, line)) for line in lines)


def _cells_of_line(value: Json) -> list[Json] | None:
    """Return the cells of an array, or of an object whose keys count them, else None."""
    if isinstance(value, tuple):
        cells = [item for _, item in value] if _are_counted(_keys(value)) else []
    else:
        cells = value if isinstance(value, list) else []
    return cells if cells and _are_cells(cells, _LONGEST_COUNTED) else None


def _keys(record: Object) -> tuple[str, ...]:
    return tuple([key for key, _ in record])


def _begin_with_labels(rows: _Rows) -> bool:
    """Whether each row begins with words, and most rows with figures have words of their own."""
    names = [tuple(filter(are_words, row)) for row in rows if any(map(is_figure, row))]
    return (
        len(rows) >= _FEWEST
        and all(are_words(row[0]) and _are_cells(row, _LONGEST_CELL) for row in rows)
        and 2 * len(set(names)) > len(names)
    )


def _are_cells(values: Sequence[Json], longest: int) -> bool:
    """Whether all values may stand in cells, none of them longer than ``longest``."""
    plain = all(is_plain(value) and not isinstance(value, bool) for value in values)
    texts = [value for value in values if isinstance(value, str)]
    return plain and all(len(text) <= longest and not holds_table(text) for text in texts)


def _holds_words(rows: _Rows) -> bool:
    return any(are_words(value) for row in rows for value in row)


def _holds_figures(rows: _Rows) -> bool:
    return any(is_figure(value) for row in rows for value in row)


def _are_counted(keys: Sequence[str]) -> bool:
    """Whether keys are growing numbers from 0 or 1, perhaps all behind one name.

    >>> _are_counted(["0", "1"]), _are_counted(["col1", "col2"]), _are_counted(["2020", "2021"])
    (True, True, False)
    """
    found = [_COUNTED_KEY.fullmatch(key) for key in keys]
    counts = [count for count in found if count]
    if not counts or len(counts) < len(found) or not all_equal(count["name"] for count in counts):
        return False
    numbers = [int(count["number"]) for count in counts]
    return numbers[0] <= _GREATEST_FIRST and is_sorted(numbers, strict=True)
