"""The width of text on a screen, where a Chinese character takes up two columns."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from unicodedata import combining, east_asian_width

Measure = Callable[[str], int]


def width(text: str) -> int:
    """The number of columns that a text takes up.

    >>> width("共12件")
    6
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


@cache
def _columns(letter: str) -> int:
    if combining(letter):
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1


def width_in_print(text: str) -> int:
    """The same as print sets it, where dashes and quotation marks are as wide as Chinese letters.

    >>> width("——"), width_in_print("——")
    (2, 4)
    """
    return len(text) if text.isascii() else sum(map(_columns_in_print, text))


@cache
def _columns_in_print(letter: str) -> int:
    return 2 if east_asian_width(letter) == "A" else _columns(letter)


MEASURES: tuple[Measure, ...] = (width, len)
"""Measures of the width of a text: most tools count wide characters twice, some once."""
