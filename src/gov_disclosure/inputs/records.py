"""JSON as text: what the interfaces of web systems answer, and what crawlers store."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from decimal import InvalidOperation

from .celled import rows_of_cells
from .counts import may_be_cells, without_counts
from .figures import has_words
from .html import text_of_html
from .plain import DECODER, Json, Object, in_cell, is_number, is_plain, is_short, said
from .strings import markup_in
from .tabled import rows_of_columns, rows_of_records

_OPEN = ("{", "[")
_CLOSED = ("}", "]")
_STEP = "  "
_SEVERAL = 2


def text_of_json(source: str) -> str | None:
    r"""The strings of a JSON text, each on its lines; None if it is no JSON with words in it.

    Where each line is a JSON text by itself, all of them together are one.
    Keys are printed before their values if they are Chinese; without such a key, a value that is
    no string says nothing, unless it may be the cell of a row.  An array within another, or with
    numbers in it, is a row of cells, with tabs between them.  So are objects that share their keys,
    if these are a header or only count columns, and tables written column by column.  Where a
    string holds a table, numbers without a Chinese key are none of its cells.  Strings that are the
    source of a page are drawn as pages are.

    >>> text_of_json('{"id": 7, "content": "一、总体情况\\n规章", "rows": [["规章", 0]]}')
    '一、总体情况\n规章\n规章\t0'
    >>> print(text_of_json('{"行政许可": {"本年处理决定数量": 29}}'))
    行政许可
      本年处理决定数量: 29
    >>> text_of_json('{"id": 7, "tables": {"规章": [0, 2, 5]}}')
    '规章\t0\t2\t5'

    Raises:
        ImportError: if a string is the source of a page, and the extra ``html`` is not installed.
    """
    kept = source.strip()
    if not kept.startswith(_OPEN) or not kept.endswith(_CLOSED):
        return None
    try:
        return text_of_value(_loaded(kept))
    except (ValueError, RecursionError, InvalidOperation):
        return None


def text_of_value(value: Json) -> str | None:
    """The lines of what a JSON text holds; None if they have no words, or it goes too deep."""
    try:
        text = "\n".join(_lines(without_counts(_with_rows(value)), ""))
    except (ValueError, RecursionError, InvalidOperation):
        return None
    return text if has_words(text) else None


def holds_rows(value: Json) -> bool:
    """Whether a value is, or holds, a table in objects, row by row or column by column.

    >>> holds_rows([(("0", "规章"), ("1", 3))]), holds_rows([["规章", 3]])
    (True, False)
    """
    if isinstance(value, tuple):
        return bool(rows_of_columns(value)) or any(holds_rows(item) for _, item in value)
    if not isinstance(value, list):
        return False
    return bool(rows_of_records(value)) or any(map(holds_rows, value))


def _loaded(source: str) -> Json:
    """What a JSON text holds; where each line is one by itself, an array of these.

    Raises:
        ValueError: if it is none.
    """
    try:
        return _load(source)
    except json.JSONDecodeError:
        lines = [line for line in map(str.strip, source.splitlines()) if line]
        if not all(line.startswith(_OPEN) and line.endswith(_CLOSED) for line in lines):
            raise
        return [_load(line) for line in lines]


def _with_rows(value: Json) -> Json:
    """What a JSON text holds, with rows for the cells, records and columns that it lists."""
    if isinstance(value, tuple):
        rows = rows_of_columns(value)
        return rows or tuple((key, _with_rows(item)) for key, item in value)
    if not isinstance(value, list):
        return value
    return rows_of_cells(value) or rows_of_records(value) or list(map(_with_rows, value))


def _load(source: str) -> Json:
    return DECODER.decode(source)


def _lines(value: Json, indent: str) -> Iterator[str]:
    match value:
        case str():
            yield from (indent + line for line in _drawn(value))
        case tuple():
            yield from _of_object(value, indent, has_cells=may_be_cells(value))
        case list():
            yield from _of_array(value, indent)


def _of_object(record: Object, indent: str, *, has_cells: bool) -> Iterator[str]:
    """The values of an object behind their keys, numbers of the cells of a row whatever the key.

    The only array of cells beside the only words may be their row, or anything else: it stands
    behind them as it is, so that they are not taken for an empty row.
    """
    words = [value for _, value in record if isinstance(value, str)]
    rows = [value for _, value in record if isinstance(value, list) and _are_cells(value)]
    if len(words) == len(rows) == 1 and is_short(words[0]):
        yield f"{indent}{words[0]}\t[{', '.join(map(said, rows[0]))}]"
        named = (words[0], rows[0])
        record = tuple(pair for pair in record if not any(pair[1] is one for one in named))
    for key, item in record:
        if has_cells and is_number(item):
            yield f"{indent}{key}: {said(item)}"
        else:
            yield from _under_key(key, item, indent)


def _drawn(string: str) -> Sequence[str]:
    source = markup_in(string)
    return (string if source is None else text_of_html(source)).splitlines()


def _under_key(key: str, value: Json, indent: str) -> Iterator[str]:
    """A value with its key, if that is Chinese; those of programs say nothing to a reader."""
    if not has_words(key):
        yield from _lines(value, indent)
        return
    lines = _drawn(said(value)) if is_plain(value) else None
    if lines is not None and len(lines) < _SEVERAL:
        yield f"{indent}{key}: {''.join(lines)}"
    elif isinstance(value, list) and _are_cells(value):
        yield f"{indent}{key}\t{_row(value)}"
    else:
        yield indent + key
        yield from _lines(value, indent + _STEP)


def _of_array(items: Sequence[Json], indent: str) -> Iterator[str]:
    """An array with numbers, or within another, is a row of cells; else each item is by itself."""
    if _are_cells(items):
        yield indent + _row(items)
        return
    for item in items:
        if isinstance(item, list) and item and all(map(is_plain, item)):
            yield indent + _row(item)
        elif isinstance(item, tuple):
            yield from _of_object(item, indent, has_cells=may_be_cells(item))
        else:
            yield from _lines(item, indent)


def _are_cells(items: Sequence[Json]) -> bool:
    """Whether an array holds cells, and not lines: what is no string is no line of a text."""
    return all(map(is_plain, items)) and not all(isinstance(item, str) for item in items)


def _row(items: Sequence[Json]) -> str:
    return "\t".join(map(in_cell, items))
