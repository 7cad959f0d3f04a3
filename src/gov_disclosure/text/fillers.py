"""Pipes that only fill up a row to the width of its table: ``规章 | 3 | ||``.

Web tools print them in place of cells covered by merged ones.  Such pipes touch each other, while
every empty cell holds a blank.
"""

from __future__ import annotations

from collections.abc import Sequence

_RULES = ("|-", "|:")


def without_fillers(lines: Sequence[str]) -> Sequence[str]:
    r"""Replace such pipes by blanks.

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
    """Whether a line ends with such pipes.

    >>> ends_in_fillers("行政许可 | ||"), ends_in_fillers("行政许可 | |")
    (True, False)
    """
    return _blanked(line) != line


def _blanked(line: str) -> str:
    """The line with blanks for several touching pipes at its end, behind a pipe and a blank."""
    printed = line.rstrip()
    kept = printed.rstrip("|")
    count = len(printed) - len(kept)
    are_fillers = count > 1 and (not kept or kept.endswith("| "))
    return kept + " " * count + line[len(printed) :] if are_fillers else line


def _stand_apart(text: str) -> bool:
    """Whether a blank or a line end stands on both sides of every pipe.

    If a pipe touches the content of a cell, an empty cell may be two touching pipes.
    """
    count = text.count("|")
    before = text.count(" |") + text.count("\n|") + text.startswith("|")
    behind = text.count("| ") + text.count("|\n") + text.count("|\r") + text.endswith("|")
    return before == behind == count
