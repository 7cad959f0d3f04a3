"""How far text reaches on a screen, where Chinese characters take up two columns each."""

from __future__ import annotations

from functools import cache
from unicodedata import combining, east_asian_width


def width(text: str) -> int:
    """The columns that a text takes up.

    >>> width("共12件")
    6
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


@cache
def _columns(letter: str) -> int:
    if combining(letter):
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1
