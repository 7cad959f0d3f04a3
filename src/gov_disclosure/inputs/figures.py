"""Decide whether the text of a cell is a figure or words."""

from __future__ import annotations

import re

from ..text.source import HAN

_WORDS = re.compile(f"[{HAN}]")
_FIGURE = re.compile(r"[-+增减]?\d(?:[\d.,]*\d)?\s?[^\W\d]{0,3}|[-/—–―─×]{1,6}|无")
"""A figure, perhaps with its unit, but not a label behind its ordinal, ``3.其他``."""


def has_words(said: str) -> bool:
    """Whether a text has Chinese words in it.

    >>> has_words("规章"), has_words("3")
    (True, False)
    """
    return _WORDS.search(said) is not None


def says_figure(said: str) -> bool:
    """Whether a text is a number, perhaps with its unit, or a mark for none.

    >>> says_figure("3件"), says_figure("-"), says_figure("3.其他")
    (True, True, False)
    """
    return _FIGURE.fullmatch(said.strip()) is not None
