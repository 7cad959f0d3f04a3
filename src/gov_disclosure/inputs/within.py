"""JSON, and what Python prints of the same, between the lines of a text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import attrs

from .plain import DECODER, Json
from .records import holds_rows, text_of_value
from .strings import unescaped

_OPENS = re.compile(r"^[ \t]*(?=[\[{])", re.MULTILINE)
_ENDS = re.compile(r"[ \t]*+(?:[,;][ \t]*+)?(?=\r?\n|\Z)")
_BROKEN = re.compile(r"[\[{,:][^\S\n]*+\n\s*+(?:\"|'|-?\d|null|true|false|None|True|False)")
"""An array, or an object, that goes on over lines."""

_MOST_VALUES = 1000
"""No text has so many tables; and where one is no JSON, its lines are counted to say where."""

_TOKEN = re.compile(
    r"""\s*+(?:(?P<quoted>'(?:[^'\\\n]|\\.)*+'|"(?:[^"\\\n]|\\.)*+")"""
    r"|(?P<word>None|True|False|nan)\b"
    r"|(?P<number>-?\d++(?:\.\d++)?+(?:[eE][-+]?\d++)?+)(?P<key>\s*+:)?+"
    r"|(?P<sign>[\[\](){},:]))"
)
_OPENING = frozenset("[({")
_CLOSING = frozenset("])}")
_IN_JSON = {"(": "[", ")": "]", "None": "null", "nan": "null", "True": "true", "False": "false"}


@attrs.frozen
class _Found:
    """What stands at a place of a text: a value and where it ends, or where it ceases to be one."""

    end: int
    value: Json = None


def with_records_drawn(text: str) -> str:
    r"""The text, with the tables that stand in it as JSON drawn as those are that stand alone.

    An array, or an object, begins and ends with a line.  Arrays of cells on one line stay.

    >>> with_records_drawn('一、总体情况\n[\n  [\n    "规章",\n    3\n  ]\n]\n二、问题')
    '一、总体情况\n规章\t3\n二、问题'
    >>> with_records_drawn("表：\n[{0: '规章', 1: 3}, {0: '行政规范性文件', 1: None}]")
    '表：\n规章\t3\n行政规范性文件\t'
    >>> with_records_drawn("['规章', 3]")
    "['规章', 3]"
    """
    may_hold = "[" in text or "{" in text
    return "".join(_pieces(text)) if may_hold and _OPENS.search(text) else text


def _pieces(text: str) -> Iterator[str]:
    """The text piece by piece, each read once: what is no value is looked at behind that place."""
    at = 0
    for _ in range(_MOST_VALUES):
        opened = _OPENS.search(text, at)
        if opened is None:
            break
        found = _value_at(text, opened.end())
        ends = _ENDS.match(text, found.end)
        drawn = _drawn(text[opened.end() : found.end], found.value) if ends else None
        yield text[at : opened.start() if drawn else found.end]
        yield drawn or ""
        at = ends.end() if ends and drawn else found.end
    yield text[at:]


def _drawn(source: str, value: Json) -> str | None:
    """The lines of a value that is spread over lines, or that is a table in another way."""
    if value is None or not (_BROKEN.search(source) or _holds_rows(value)):
        return None
    return text_of_value(value)


def _holds_rows(value: Json) -> bool:
    """Whether a value has a table in objects; what goes too deep to tell has none."""
    try:
        return holds_rows(value)
    except RecursionError:
        return False


def _value_at(text: str, at: int) -> _Found:
    try:
        value, end = DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        return _python_at(text, at, error.pos)
    except (ValueError, ArithmeticError, RecursionError):
        return _Found(len(text))
    return _Found(end, value)


def _python_at(text: str, at: int, tried: int) -> _Found:
    """What stands there as Python prints it, if it has objects; JSON was tried up to a place."""
    pieces: list[str] = []
    depth = 0
    while token := _TOKEN.match(text, at):
        at = token.end()
        depth += (token["sign"] in _OPENING) - (token["sign"] in _CLOSING)
        if token["sign"] in _CLOSING and pieces[-1:] == [","]:
            pieces.pop()
        pieces.append(_in_json(token))
        if depth <= 0:
            return _Found(at, _loaded("".join(pieces)) if "{" in pieces else None)
    return _Found(max(at, tried))


def _in_json(token: re.Match[str]) -> str:
    """A token of Python as JSON has it; numbers are keys as they are."""
    if token["quoted"]:
        return json.dumps(unescaped(token["quoted"][1:-1]))
    if token["number"]:
        return f'"{token["number"]}":' if token["key"] else token["number"]
    said = token["word"] or token["sign"]
    return _IN_JSON.get(said, said)


def _loaded(source: str) -> Json:
    """The value that a JSON text is of, None if it is none."""
    try:
        return DECODER.decode(source)
    except (ValueError, ArithmeticError, RecursionError):
        return None
