"""Join lines that a program broke at a fixed width, in the midst of cells, words and figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_NARROWEST_WIDTH = 20
_FEWEST_LINES = 4
"""Fewer lines may have the same length by chance."""
_SHARE_UNALIGNED = 0.75
_DELIMITERS = re.compile(r"[|｜\t\x07]| (?=\S)")
_FIGURE = re.compile(r"(?<![^|｜\t\x07 ])[0-9]{1,9}(?![^|｜\t\x07 ])")
"""A figure in a cell of its own."""
_PADDED = re.compile(r"[^|｜\s][ \u3000]{2}|[ \u3000]{3}|[─━═]")
"""Padding that aligns cells: such lines have one length because they are parts of one grid."""
_KEPT_TOGETHER = re.compile(r"[0-9A-Za-z.]+|.?")
"""A piece that programs do not break: a number, or any single character."""
_ORDINAL = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二]"
)
"""An ordinal, before which a line ends anyway."""


def without_hard_wraps(text: str) -> str:
    r"""Put each row that was broken after a fixed number of characters on one line again.

    Lines were broken if many of those with cells have the length of the longest line, and their
    cells are not aligned below each other.

    >>> cells = ["规章", "3", "0", "17", "行政许可", "208", "行政处罚", "55", "行政强制", "6"]
    >>> line = " | ".join(cells * 3)
    >>> broken = "\n".join(line[at : at + 20] for at in range(0, len(line), 20))
    >>> without_hard_wraps(broken) == line
    True
    """
    lines = text.split("\n")
    lengths = list(map(len, lines))
    width = max(lengths)
    if width < _NARROWEST_WIDTH or lengths.count(width) < _FEWEST_LINES:
        return text
    if lengths.count(width) <= 2 * lengths.count(width - 1):
        return text
    full = [line for line, length in zip(lines, lengths, strict=True) if length == width]
    if not _are_unaligned(full) or _may_lose_blank_between_figures(lines, width):
        return text
    return "".join(_joined(lines, width))


def _are_unaligned(lines: Sequence[str]) -> bool:
    """Whether lines of one length hold cells that are not aligned below each other."""
    with_cells = [line for line in lines if not _PADDED.search(line) and _FIGURE.search(line)]
    shapes = {tuple([one.start() for one in _DELIMITERS.finditer(line)]) for line in with_cells}
    return len(with_cells) >= _FEWEST_LINES and len(shapes) >= _SHARE_UNALIGNED * len(with_cells)


def _may_lose_blank_between_figures(lines: Sequence[str], width: int) -> bool:
    """Whether a blank between two figures may have been lost where a line was broken.

    A pipe between them would be kept, and a program that drops blanks leaves none at the
    beginning of any line.
    """
    broken = [(line, below) for line, below in pairwise(lines) if _is_broken(line, below, width)]
    if any(below[0].isspace() for _, below in broken):
        return False
    return any(
        line[-1].isdigit() and below[0].isdigit() and "|" not in line for line, below in broken
    )


def _joined(lines: Sequence[str], width: int) -> Sequence[str]:
    """Put a line end behind each line that was not broken."""
    ends = ["" if _is_broken(*two, width) else "\n" for two in pairwise(lines)]
    return [line + end for line, end in zip(lines, [*ends, ""], strict=True)]


def _is_broken(line: str, following: str, width: int) -> bool:
    """Whether a line was broken because the next piece did not fit on it."""
    first = _KEPT_TOGETHER.match(following)
    fits = first is None or len(line) + len(first[0]) <= width
    return bool(following) and not fits and _ORDINAL.match(following) is None
