"""How wide text is on a screen: a Chinese character is as wide as two Latin letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

Align = Callable[[str, int], str]
"""Fills a text with spaces up to a width."""


@lru_cache(maxsize=1 << 12)
def width(text: str) -> int:
    """The columns that a text takes.

    >>> width("共12件")
    6
    """
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def left(text: str, wide: int) -> str:
    """The text at the left."""
    return text + " " * (wide - width(text))


def right(text: str, wide: int) -> str:
    """The text at the right."""
    return " " * (wide - width(text)) + text


def centred(text: str, wide: int) -> str:
    """The text in the middle."""
    before = (wide - width(text)) // 2
    return left(" " * before + text, wide)


def wrapped(text: str, wide: int) -> str:
    """The text on lines no wider than that.

    >>> wrapped("甲乙丙丁戊", 4).splitlines()
    ['甲乙', '丙丁', '戊']
    """
    return "\n".join(_pieces(text, wide))


def _pieces(text: str, wide: int) -> Iterator[str]:
    piece = ""
    for char in text:
        if char == "\n" or width(piece + char) > wide:
            yield piece
            piece = ""
        piece += char.strip("\n")
    yield piece
