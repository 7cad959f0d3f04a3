"""Draw JSON as text, as web interfaces answer it and crawlers store it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from .celled import rows_of_cells
from .counts import may_be_cells, without_counts
from .figures import has_words
from .html import text_of_markup
from .latex import without_latex
from .plain import DECODER, NO_JSON, Json, Object, in_cell, is_number, is_plain, is_short, said
from .scored import without_scores
from .tabled import rows_of_columns, rows_of_records

_OPEN = ("{", "[")
_CLOSED = ("}", "]")
_INDENT = "  "
_FEWEST_FOR_BLOCK = 2


def text_of_json(source: str) -> str | None:
    r"""Return the strings of a JSON text, each on its lines; None if it is no JSON with words.

    A text in which each line is JSON by itself is read as one array.  Keys are printed before their
    values if they are Chinese.  Without such a key, a value that is no string is left out, unless
    it may be the cell of a row.  An array within another, or with numbers in it, is drawn as a row
    of cells, with tabs between them.  So are objects that share their keys, if these are a header
    or only count columns, and tables written column by column.  Where a string holds a table,
    numbers without a Chinese key are no cells.  Strings that are the source of a page are drawn as
    pages are, tables of TeX as tables.

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
        text = text_of_value(_loaded(kept))
    except NO_JSON:
        return None
    return text and without_scores(without_latex(text))


def text_of_value(value: Json) -> str | None:
    """Return a JSON value as lines; None if it has no Chinese words, or is nested too deep."""
    try:
        text = "\n".join(_lines(without_counts(_with_rows(value)), ""))
    except NO_JSON:
        return None
    return text if has_words(text) else None


def holds_rows(value: Json) -> bool:
    """Whether a value is or holds a table of objects, row by row or column by column.

    >>> holds_rows([(("0", "规章"), ("1", 3))]), holds_rows([["规章", 3]])
    (True, False)
    """
    if isinstance(value, tuple):
        return bool(rows_of_columns(value)) or any(holds_rows(item) for _, item in value)
    if not isinstance(value, list):
        return False
    return bool(rows_of_records(value)) or any(map(holds_rows, value))


def _loaded(source: str) -> Json:
    """Decode a JSON text, or one with a JSON text on each line as an array of these.

    Raises:
        ValueError: if it is neither.
    """
    try:
        return DECODER.decode(source)
    except json.JSONDecodeError:
        lines = [line for line in map(str.strip, source.splitlines()) if line]
        if not all(line.startswith(_OPEN) and line.endswith(_CLOSED) for line in lines):
            raise
        return list(map(DECODER.decode, lines))


def _with_rows(value: Json) -> Json:
    """Replace listed cells, records and columns within a JSON value by rows of cells."""
    if isinstance(value, tuple):
        rows = rows_of_columns(value)
        return rows or tuple((key, _with_rows(item)) for key, item in value)
    if not isinstance(value, list):
        return value
    return rows_of_cells(value) or rows_of_records(value) or list(map(_with_rows, value))


def _lines(value: Json, indent: str) -> Iterator[str]:
    match value:
        case str():
            yield from (indent + line for line in _drawn_string(value))
        case tuple():
            yield from _lines_of_object(value, indent, has_cells=may_be_cells(value))
        case list():
            yield from _lines_of_array(value, indent)


def _lines_of_object(record: Object, indent: str, *, has_cells: bool) -> Iterator[str]:
    """Draw the values of an object behind their keys; ``has_cells`` keeps numbers under any key.

    The only array of cells beside the only string may be its row, or anything else: it is drawn
    behind the string as it is, so that the string is not taken for an empty row.
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
            yield from _lines_under_key(key, item, indent)


def _drawn_string(string: str) -> Sequence[str]:
    drawn = text_of_markup(string)
    return (string if drawn is None else drawn).splitlines()


def _lines_under_key(key: str, value: Json, indent: str) -> Iterator[str]:
    """Draw a value with its key if that is Chinese; keys of programs mean nothing to a reader."""
    if not has_words(key):
        yield from _lines(value, indent)
        return
    lines = _drawn_string(said(value)) if is_plain(value) else None
    if lines is not None and len(lines) < _FEWEST_FOR_BLOCK:
        yield f"{indent}{key}: {''.join(lines)}"
    elif isinstance(value, list) and _are_cells(value):
        yield f"{indent}{key}\t{_drawn_row(value)}"
    else:
        yield indent + key
        yield from _lines(value, indent + _INDENT)


def _lines_of_array(items: Sequence[Json], indent: str) -> Iterator[str]:
    """Draw an array with numbers as a row, any other item by item, inner arrays as rows."""
    if _are_cells(items):
        yield indent + _drawn_row(items)
        return
    for item in items:
        if isinstance(item, list) and item and all(map(is_plain, item)):
            yield indent + _drawn_row(item)
        elif isinstance(item, tuple):
            yield from _lines_of_object(item, indent, has_cells=may_be_cells(item))
        else:
            yield from _lines(item, indent)


def _are_cells(items: Sequence[Json]) -> bool:
    """Whether an array holds cells, and not lines of a text: some of its values are no strings."""
    return all(map(is_plain, items)) and not all(isinstance(item, str) for item in items)


def _drawn_row(items: Sequence[Json]) -> str:
    return "\t".join(map(in_cell, items))
