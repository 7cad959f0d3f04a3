"""Draw JSON, or the same as Python prints it, between the lines of a text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import attrs

from .plain import DECODER, NO_JSON, Json
from .records import holds_rows, text_of_value
from .strings import unescaped

_OPENS = re.compile(r"^[ \t]*(?=[\[{])", re.MULTILINE)
_END_OF_LINE = re.compile(r"[ \t]*+(?:[,;][ \t]*+)?(?=\r?\n|\Z)")
_SPREAD = re.compile(r"[\[{,:][^\S\n]*+\n\s*+(?:\"|'|-?\d|null|true|false|None|True|False)")
"""The beginning of an array or an object that is spread over lines."""

_MOST_VALUES = 1000
"""No text has more tables; each value that is no JSON takes time, as its lines are counted."""

_TOKEN = re.compile(
    r"""\s*+(?:(?P<quoted>'(?:[^'\\\n]|\\.)*+'|"(?:[^"\\\n]|\\.)*+")"""
    r"|(?P<word>None|True|False|nan)\b"
    r"|(?P<number>-?\d++(?:\.\d++)?+(?:[eE][-+]?\d++)?+)(?P<key>\s*+:)?+"
    r"|(?P<sign>[\[\](){},:]))"
)
_OPENING_SIGNS = frozenset("[({")
_CLOSING_SIGNS = frozenset("])}")
_IN_JSON = {"(": "[", ")": "]", "None": "null", "nan": "null", "True": "true", "False": "false"}


@attrs.frozen
class _Found:
    """The value at a place of a text and its end; if it is no value, the place where it fails."""

    end: int
    value: Json = None


def with_records_drawn(text: str) -> str:
    r"""Draw the tables that stand as JSON between the lines of a text.

    An array or an object must begin and end with a line.  Arrays of cells on one line stay as they
    are.

    >>> with_records_drawn('一、总体情况\n[\n  [\n    "规章",\n    3\n  ]\n]\n二、问题')
    '一、总体情况\n规章\t3\n二、问题'
    >>> with_records_drawn("表：\n[{0: '规章', 1: 3}, {0: '行政规范性文件', 1: None}]")
    '表：\n规章\t3\n行政规范性文件\t'
    >>> with_records_drawn("['规章', 3]")
    "['规章', 3]"
    """
    return "".join(_drawn_pieces(text))


def _drawn_pieces(text: str) -> Iterator[str]:
    """Yield the text piece by piece; after a failed value, continue behind the place of failure."""
    at = 0
    for _ in range(_MOST_VALUES):
        opened = _OPENS.search(text, at)
        if opened is None:
            break
        found = _value_at(text, opened.end())
        ends = _END_OF_LINE.match(text, found.end)
        drawn = _drawn_value(text[opened.end() : found.end], found.value) if ends else None
        yield text[at : opened.start() if drawn else found.end]
        yield drawn or ""
        at = ends.end() if ends and drawn else found.end
    yield text[at:]


def _drawn_value(source: str, value: Json) -> str | None:
    """Return the lines of a value that is spread over lines or holds a table, else None."""
    if value is None or not (_SPREAD.search(source) or _holds_rows(value)):
        return None
    return text_of_value(value)


def _holds_rows(value: Json) -> bool:
    """Whether a value holds a table of objects; False if it is nested too deep."""
    try:
        return holds_rows(value)
    except RecursionError:
        return False


def _value_at(text: str, at: int) -> _Found:
    try:
        value, end = DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        return _python_at(text, at, error.pos)
    except NO_JSON:
        return _Found(len(text))
    return _Found(end, value)


def _python_at(text: str, at: int, tried: int) -> _Found:
    """Read a value as Python prints it, if it has objects; JSON failed at the place ``tried``."""
    pieces: list[str] = []
    depth = 0
    while token := _TOKEN.match(text, at):
        at = token.end()
        depth += (token["sign"] in _OPENING_SIGNS) - (token["sign"] in _CLOSING_SIGNS)
        if token["sign"] in _CLOSING_SIGNS and pieces[-1:] == [","]:
            pieces.pop()
        pieces.append(_in_json(token))
        if depth <= 0:
            return _Found(at, _decoded("".join(pieces)) if "{" in pieces else None)
    return _Found(max(at, tried))


def _in_json(token: re.Match[str]) -> str:
    """Return a token of Python as JSON; a number that is a key becomes a string."""
    if token["quoted"]:
        return json.dumps(unescaped(token["quoted"][1:-1]))
    if token["number"]:
        return f'"{token["number"]}":' if token["key"] else token["number"]
    said = token["word"] or token["sign"]
    return _IN_JSON.get(said, said)


def _decoded(source: str) -> Json:
    """Return the value of a JSON text, None if it is no JSON."""
    try:
        return DECODER.decode(source)
    except NO_JSON:
        return None
