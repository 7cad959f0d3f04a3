"""Dashes in a cell, alone or beside others and figures."""

from __future__ import annotations

import re

A_DASH = r"[-/‒–—―─一ー~×╱_\\]{1,6}|\*|无|N/?A"
_DASHES = re.compile(rf"(?!~~[^~]+~~)(?:{A_DASH})", re.IGNORECASE)
_TWO_DASHES = re.compile(rf"(?:{A_DASH})\s+(?:{A_DASH})", re.IGNORECASE)
"""One dash with a gap in it, as tools print ``——``, or the dashes of two columns."""
_A_FIGURE = rf"(?:[-+]?[0-9][0-9.,]*|{A_DASH})"
_SEVERAL = re.compile(rf"{_A_FIGURE}(?:\s+{_A_FIGURE})+", re.IGNORECASE)
_TOUCHING = re.compile(rf"[0-9]+(?:{A_DASH})|(?:[/—–―─]+|无)[0-9]+", re.IGNORECASE)
"""A figure and a dash beside it; with figures on both sides it may be a range."""


def is_dash(said: str) -> bool:
    """Whether a cell holds a dash, or what people write in its place."""
    return _DASHES.fullmatch(said) is not None


def may_be_two_dashes(said: str) -> bool:
    """Whether a cell holds a dash with a gap in it, or two dashes."""
    return _TWO_DASHES.fullmatch(said) is not None


def count_several(said: str) -> int:
    """The number of figures or dashes side by side; 0 if there is only one, or words.

    ``- 3`` counts as two, as it may be a dash and the figure of another cell.
    """
    if _SEVERAL.fullmatch(said):
        return len(said.split())
    return 2 if _TOUCHING.fullmatch(said) else 0
