"""JSON as text: what the interfaces of web systems answer, and what crawlers store."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from .celled import rows_of_cells
from .html import text_of_html
from .strings import markup_in

_HAN = re.compile("[\u4e00-\u9fff]")
_OPEN = ("{", "[")
_CLOSED = ("}", "]")
_IN_CELLS = re.compile(r"[\s|>,\"]\d[\d.,]*\s*(?:[|<,\"]|$)|\d\s+\d", re.MULTILINE)
"""Figures as they stand in the cells of a text, or of a page."""

_STEP = "  "
_SEVERAL = 2
_FIGURE = re.compile(r"[-+]?\d[\d.,]*\s?[^\W\d]{0,3}|[-/—–―─×]{1,6}|无")
_LONGEST_CELL = 60

Json = Any
"""What a JSON text can hold: objects, arrays, strings, numbers, true, false and null."""

_Object = tuple[tuple[str, Json], ...]
"""Keys with their values, as a key may stand there twice, each with its own."""


def text_of_json(source: str) -> str | None:
    r"""The strings of a JSON text, each on its lines; None if it is no JSON with words in it.

    Where each line is a JSON text by itself, all of them together are one.
    Keys are printed before their values if they are Chinese; without such a key, a value that is
    no string says nothing, unless it may be the cell of a row.  An array within another, or with
    numbers in it, is a row of cells, with tabs between them.  Where a string holds a table, numbers
    without a Chinese key are none of its cells.  Strings that are the source of a page are drawn as
    pages are.

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
        value = _with_rows(_loaded(kept))
        in_words = any(map(_holds_figures, _strings(value)))
        lines = list(_lines(_without_counts(value) if in_words else value, ""))
    except (ValueError, RecursionError, InvalidOperation):
        return None
    text = "\n".join(lines)
    return text if _HAN.search(text) else None


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
    """What a JSON text holds, with rows for the cells that it lists one by one."""
    if isinstance(value, tuple):
        return tuple((key, _with_rows(item)) for key, item in value)
    if not isinstance(value, list):
        return value
    return rows_of_cells(value) or list(map(_with_rows, value))


def _load(source: str) -> Json:
    return json.loads(source, strict=False, parse_float=Decimal, object_pairs_hook=tuple)


def _holds_figures(said: str) -> bool:
    """Whether a string is a figure, or a mark for none, or a text with a table."""
    if "\n" in said or "<" in said:
        return _IN_CELLS.search(said) is not None
    return _FIGURE.fullmatch(said.strip()) is not None


def _strings(value: Json) -> Iterator[str]:
    """All strings of a JSON text but its keys."""
    inside = [item for _, item in value] if isinstance(value, tuple) else value
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for item in inside:
            yield from _strings(item)


def _without_counts(value: Json) -> Json:
    """A record that holds figures as text, without what only its program counts.

    Numbers beneath keys that are no words are no cells there: they are places, or numbers of pages;
    nor are fractions beside words, which tell how sure a program is of these.
    """
    if isinstance(value, tuple):
        kept = ((key, item) for key, item in value if _HAN.search(key) or not _is_counted(item))
        return tuple((key, _without_counts(item)) for key, item in kept)
    if not isinstance(value, list):
        return value
    words = any(isinstance(item, str) for item in value)
    return [_without_counts(item) for item in value if not (words and isinstance(item, Decimal))]


def _is_counted(value: Json) -> bool:
    if isinstance(value, list):
        return all(_is_plain(item) and not isinstance(item, str) for item in value)
    return _is_plain(value) and not isinstance(value, str)


def _lines(value: Json, indent: str) -> Iterator[str]:
    match value:
        case str():
            yield from (indent + line for line in _drawn(value))
        case tuple():
            yield from _of_object(value, indent, has_cells=_may_be_cells(value))
        case list():
            yield from _of_array(value, indent)


def _of_object(record: _Object, indent: str, *, has_cells: bool) -> Iterator[str]:
    """The values of an object behind their keys, numbers of the cells of a row whatever the key.

    The only array of cells beside the only words may be their row, or anything else: it stands
    behind them as it is, so that they are not taken for an empty row.
    """
    words = [value for _, value in record if isinstance(value, str)]
    rows = [value for _, value in record if isinstance(value, list) and _are_cells(value)]
    if len(words) == len(rows) == 1 and _is_short(words[0]):
        yield f"{indent}{words[0]}\t[{', '.join(map(_said, rows[0]))}]"
        named = (words[0], rows[0])
        record = tuple(pair for pair in record if not any(pair[1] is one for one in named))
    for key, item in record:
        if has_cells and _is_number(item):
            yield f"{indent}{key}: {item}"
        else:
            yield from _under_key(key, item, indent)


def _drawn(said: str) -> Sequence[str]:
    source = markup_in(said)
    return (said if source is None else text_of_html(source)).splitlines()


def _under_key(key: str, value: Json, indent: str) -> Iterator[str]:
    """A value with its key, if that is Chinese; those of programs say nothing to a reader."""
    if not _HAN.search(key):
        yield from _lines(value, indent)
        return
    said = _drawn(_said(value)) if _is_plain(value) else None
    if said is not None and len(said) < _SEVERAL:
        yield f"{indent}{key}: {''.join(said)}"
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
        if isinstance(item, list) and item and all(map(_is_plain, item)):
            yield indent + _row(item)
        elif isinstance(item, tuple):
            yield from _of_object(item, indent, has_cells=_may_be_cells(item))
        else:
            yield from _lines(item, indent)


def _are_cells(items: Sequence[Json]) -> bool:
    """Whether an array holds cells, and not lines: what is no string is no line of a text."""
    return all(map(_is_plain, items)) and not all(isinstance(item, str) for item in items)


def _row(items: Sequence[Json]) -> str:
    return "\t".join(map(_said, items))


def _may_be_cells(record: _Object) -> bool:
    """Whether a record may be a row, or a cell: its values are short, and no key tells of which.

    Numbers beneath keys in words are told by these; others say nothing in a record of those.
    """
    return all(
        not _HAN.search(key) if _is_number(value) else _is_short(value) for key, value in record
    )


def _is_short(value: Json) -> bool:
    if isinstance(value, str):
        return len(value) <= _LONGEST_CELL and "\n" not in value
    return _is_plain(value)


def _is_number(value: Json) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _is_plain(value: Json) -> bool:
    return not isinstance(value, tuple | list)


def _said(value: Json) -> str:
    return "" if value is None else str(value)
