"""Values of a JSON text, and which of them may stand in a cell."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

from .drawing import one_line
from .figures import has_words, says_figure

_FIGURE_IN_CELL = re.compile(r"[\s|>,\"]\d[\d.,]*\s*(?:[|<,\"]|$)|\d\s+\d", re.MULTILINE)
"""Figures as they stand in the cells of a text or a page."""

_LONGEST_CELL = 60

Json = Any
"""A value of a JSON text: an object, an array, a string, a number, true, false or null."""

Object = tuple[tuple[str, Json], ...]
"""The pairs of keys and values of an object, in which a key may occur twice."""

DECODER = json.JSONDecoder(strict=False, parse_float=Decimal, object_pairs_hook=tuple)
"""A decoder that keeps repeated keys, and fractions as they are printed."""

NO_JSON = (ValueError, ArithmeticError, RecursionError)
"""What a decoder raises for a text that is no JSON, or is nested too deep."""


def is_figure(value: Json) -> bool:
    """Whether a value is a number, or a string that is a number or a mark for none."""
    if isinstance(value, str):
        return says_figure(value)
    return is_number(value)


def holds_table(held: str) -> bool:
    """Whether a string is a whole text, or the source of a page, with figures in cells."""
    return ("\n" in held or "<" in held) and _FIGURE_IN_CELL.search(held) is not None


def are_words(value: Json) -> bool:
    """Whether a value is a string of Chinese words, and no figure."""
    return isinstance(value, str) and has_words(value) and not is_figure(value)


def is_number(value: Json) -> bool:
    """Whether a value is a number written without quotes."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def is_plain(value: Json) -> bool:
    """Whether a value is neither an object nor an array."""
    return not isinstance(value, tuple | list)


def is_short(value: Json) -> bool:
    """Whether a value is short enough to stand in a cell."""
    if isinstance(value, str):
        return len(value) <= _LONGEST_CELL and "\n" not in value
    return is_plain(value)


def said(value: Json) -> str:
    """Return the text of a value; programs write a count as ``3.0`` if its column has empty cells.

    >>> said(Decimal("3.0")), said(Decimal("12.50")), said(None)
    ('3', '12.50', '')
    """
    if isinstance(value, Decimal):
        return str(value).removesuffix(".0")
    return "" if value is None else str(value)


def in_cell(value: Json) -> str:
    r"""Return the text of a value on one line, as a cell of a row.

    >>> in_cell("行政规范\n性文件")
    '行政规范性文件'
    """
    return one_line(said(value))
