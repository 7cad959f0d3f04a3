"""Pipes that only fill a row up to the width of its table: ``规章 | 3 | ||``.

Web tools that leave out the positions which merged cells cover set so many pipes behind the row.
They touch each other, while a blank stands in every empty cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_FILLERS = re.compile(r"(?:(?<=\| )|(?<=^))\|{2,}(?=[ \t]*[\r\n]*\Z)")
_CLOSE = re.compile(r"[^\s|:-]\||\|[^\s|:-]|\|\|")
"""A pipe that touches another one, or what is in a cell; there an empty cell is as narrow."""


def without_fillers(lines: Sequence[str]) -> Sequence[str]:
    r"""The lines with blanks for such pipes.

    >>> without_fillers(["规章 | 3 |\n", "行政许可 | 5 | ||\n", "|||\n"])
    ['规章 | 3 |\n', '行政许可 | 5 |   \n', '   \n']
    >>> without_fillers(["|规章|3||\n"])
    ['|规章|3||\n']
    """
    if not any("||" in line for line in lines):
        return lines
    blanked = [_FILLERS.sub(_blanks, line) for line in lines]
    return lines if any(map(_CLOSE.search, blanked)) else blanked


def _blanks(fillers: re.Match[str]) -> str:
    return " " * len(fillers[0])
