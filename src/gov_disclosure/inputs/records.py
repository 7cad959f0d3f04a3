"""JSON as text: what the interfaces of web systems answer, and what crawlers store."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from .html import looks_like_html, text_of_html

_HAN = re.compile("[\u4e00-\u9fff]")
_OPEN = ("{", "[")
_CLOSED = ("}", "]")
_STEP = "  "
_SEVERAL = 2

Json = Any
"""What a JSON text can hold: objects, arrays, strings, numbers, true, false and null.

Objects are tuples of their keys and values, as a key may stand there twice, each with its own.
"""


def text_of_json(source: str) -> str | None:
    r"""The strings of a JSON text, each on its lines; None if it is no JSON with words in it.

    Keys are printed before their values if they are Chinese; without such a key, a value that is
    no string says nothing.  An array within another is a row of cells, with tabs between them.
    Strings that are the source of a page are drawn as pages are.

    >>> text_of_json('{"id": 7, "content": "一、总体情况\\n规章", "rows": [["规章", 0]]}')
    '一、总体情况\n规章\n规章\t0'
    >>> print(text_of_json('{"行政许可": {"本年处理决定数量": 29}}'))
    行政许可
      本年处理决定数量: 29

    Raises:
        ImportError: if a string is the source of a page, and the extra ``html`` is not installed.
    """
    kept = source.strip()
    if not kept.startswith(_OPEN) or not kept.endswith(_CLOSED):
        return None
    try:
        value = json.loads(kept, strict=False, parse_float=Decimal, object_pairs_hook=tuple)
        lines = list(_lines(value, ""))
    except (ValueError, RecursionError):
        return None
    text = "\n".join(lines)
    return text if _HAN.search(text) else None


def _lines(value: Json, indent: str) -> Iterator[str]:
    match value:
        case str():
            yield from (indent + line for line in _drawn(value))
        case tuple():
            for key, item in value:
                yield from _under_key(key, item, indent)
        case list():
            yield from _of_array(value, indent)


def _drawn(said: str) -> Sequence[str]:
    return (text_of_html(said) if looks_like_html(said) else said).splitlines()


def _under_key(key: str, value: Json, indent: str) -> Iterator[str]:
    """A value with its key, if that is Chinese; those of programs say nothing to a reader."""
    if not _HAN.search(key):
        yield from _lines(value, indent)
        return
    said = _drawn(_said(value)) if _is_plain(value) else None
    if said is not None and len(said) < _SEVERAL:
        yield f"{indent}{key}: {''.join(said)}"
    else:
        yield indent + key
        yield from _lines(value, indent + _STEP)


def _of_array(items: Sequence[Json], indent: str) -> Iterator[str]:
    """An array within another is a row of cells; else each item is by itself."""
    for item in items:
        if isinstance(item, list) and item and all(map(_is_plain, item)):
            yield indent + "\t".join(map(_said, item))
        else:
            yield from _lines(item, indent)


def _is_plain(value: Json) -> bool:
    return not isinstance(value, tuple | list)


def _said(value: Json) -> str:
    return "" if value is None else str(value)
