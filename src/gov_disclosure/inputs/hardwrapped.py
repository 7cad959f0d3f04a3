"""Lines that a program broke where they grew too long, in the midst of cells, words and figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_NARROWEST = 20
_FEWEST = 4
"""Of fewer lines that are all as long it may be by chance."""
_MOSTLY = 0.75
_DELIMITERS = re.compile(r"[|｜\t\x07]| (?=\S)")
_FIGURE = re.compile(r"(?<![^|｜\t\x07 ])[0-9]{1,9}(?![^|｜\t\x07 ])")
"""A figure in a cell of its own."""
_PADDED = re.compile(r"[^|｜\s][ \u3000]{2}|[ \u3000]{3}|[─━═]")
"""What sets cells below each other: such lines are as long because they are parts of one grid."""
_KEPT_TOGETHER = re.compile(r"[0-9A-Za-z.]+|.?")
"""What programs do not break: a number, or any other character."""
_BEGINS_ANEW = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二]"
)
"""An ordinal, before which a line ends of itself."""


def without_hard_wraps(text: str) -> str:
    r"""The text, each row on one line again that was broken after so many characters.

    That shows where lines with cells are as long as any line is, and their cells do not stand
    below each other.

    >>> cells = ["规章", "3", "0", "17", "行政许可", "208", "行政处罚", "55", "行政强制", "6"]
    >>> line = " | ".join(cells * 3)
    >>> broken = "\n".join(line[at : at + 20] for at in range(0, len(line), 20))
    >>> without_hard_wraps(broken) == line
    True
    """
    lines = text.split("\n")
    lengths = list(map(len, lines))
    width = max(lengths)
    if width < _NARROWEST or lengths.count(width) < _FEWEST:
        return text
    if lengths.count(width) <= 2 * lengths.count(width - 1):
        return text
    full = [line for line, length in zip(lines, lengths, strict=True) if length == width]
    if not _are_broken(full) or _may_part_figures(lines, width):
        return text
    return "".join(_joined(lines, width))


def _are_broken(lines: Sequence[str]) -> bool:
    """Whether lines of one length hold cells that begin at other places in each."""
    with_cells = [line for line in lines if not _PADDED.search(line) and _FIGURE.search(line)]
    shapes = {tuple([one.start() for one in _DELIMITERS.finditer(line)]) for line in with_cells}
    return len(with_cells) >= _FEWEST and len(shapes) >= _MOSTLY * len(with_cells)


def _may_part_figures(lines: Sequence[str], width: int) -> bool:
    """Whether a blank that stood between two figures may be gone with the end of a line.

    Pipes would be left, and no line begins with a blank where these are gone.
    """
    broken = [(line, below) for line, below in pairwise(lines) if _is_broken(line, below, width)]
    if any(below[0].isspace() for _, below in broken):
        return False
    return any(
        line[-1].isdigit() and below[0].isdigit() and "|" not in line for line, below in broken
    )


def _joined(lines: Sequence[str], width: int) -> Sequence[str]:
    """The lines with a line end behind each that was not broken."""
    ends = ["" if _is_broken(*two, width) else "\n" for two in pairwise(lines)]
    return [line + end for line, end in zip(lines, [*ends, ""], strict=True)]


def _is_broken(line: str, following: str, width: int) -> bool:
    """Whether what the next line begins with did not fit on a line any more."""
    first = _KEPT_TOGETHER.match(following)
    fits = first is None or len(line) + len(first[0]) <= width
    return bool(following) and not fits and _BEGINS_ANEW.match(following) is None
