"""Pipes that only fill a row up to the width of its table: ``规章 | 3 | ||``.

Web tools that leave out the positions which merged cells cover set so many pipes behind the row.
They touch each other, while a blank stands in every empty cell.
"""

from __future__ import annotations

from collections.abc import Sequence

_RULES = ("|-", "|:")


def without_fillers(lines: Sequence[str]) -> Sequence[str]:
    r"""The lines with blanks for such pipes.

    >>> without_fillers(["规章 | 3 |\n", "行政许可 | 5 | ||\n", "|||\n"])
    ['规章 | 3 |\n', '行政许可 | 5 |   \n', '   \n']
    >>> without_fillers(["|规章|3||\n"])
    ['|规章|3||\n']
    """
    blanked = [_blanked(line) if "||" in line else line for line in lines]
    if blanked == lines:
        return lines
    said = (line for line in blanked if not line.startswith(_RULES))
    return blanked if _stand_apart("".join(said)) else lines


def ends_in_fillers(line: str) -> bool:
    """Whether a line ends with such pipes, where a table has them.

    >>> ends_in_fillers("行政许可 | ||"), ends_in_fillers("行政许可 | |")
    (True, False)
    """
    return _blanked(line) != line


def _blanked(line: str) -> str:
    """The line with blanks for the pipes that it ends with, if these touch each other alone."""
    printed = line.rstrip()
    kept = printed.rstrip("|")
    count = len(printed) - len(kept)
    are_fillers = count > 1 and (not kept or kept.endswith("| "))
    return kept + " " * count + line[len(printed) :] if are_fillers else line


def _stand_apart(text: str) -> bool:
    """Whether a blank or the end of a line stands on both sides of every pipe.

    Where one touches what is in a cell, an empty cell is as narrow.
    """
    count = text.count("|")
    before = text.count(" |") + text.count("\n|") + text.startswith("|")
    behind = text.count("| ") + text.count("|\n") + text.count("|\r") + text.endswith("|")
    return before == behind == count
