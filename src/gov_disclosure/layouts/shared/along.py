"""Labels along a line, and the rest of a label that the line above began."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...labels.marks import LONGEST_LABEL, WORDS
from ...text.fold import fold
from ..grid import Row, Words

_START = re.compile(
    r"(?<=[\s0-9/—–-])\S|(?<=[^\W\d])(?:[一二三四五六七]、|\([一二三四五六七]\)|[1-9]\.(?![0-9]))"
)
"""Where a label may begin within a line: behind a blank or a figure, or with its own number."""
_REMARK = re.compile(r"\([^()]{1,40}\)|\([^()\s]{1,40}(?=\s{2}|\s[0-9]|\s*$)")
"""A remark behind a label, or the part of it that fits on the line."""
_BEHIND_LABEL = re.compile(r"[\s0-9+(/—–-]|[增减无]|[^\W\d_]{1,2}[0-9—-]")
_FIGURES = "0123456789"


def labels_along(folded: str, at: int, words: Words) -> Iterator[tuple[int, int]]:
    """The places of the labels from a place on: behind a blank, a digit, or another label."""
    while at < len(folded):
        end = words.end_of_label(folded, at)
        end = None if end is None else _end_with_remark(folded, at, end, words)
        if end is not None:
            yield at, end
            at = end
        else:
            found = _START.search(folded, at + 1)
            at = found.start() if found else len(folded)


def begun_by(runs: Sequence[Row], begun: str, text: str, words: Words) -> str:
    """The words at the end of a line that are the beginning of a label, folded.

    A line that consists only of words may continue the previous line; blank lines change nothing.
    """
    if not runs:
        return begun
    start, end, mark = runs[-1][-1]
    if mark.sort not in WORDS or end - start > LONGEST_LABEL:
        return ""
    said = fold(text[start:end])
    fills = len(runs) == len(runs[0]) == 1
    wholes = (begun + said, said) if fills else (said,)
    return next(filter(words.begins_label, wholes), "")


def end_of_rest(begun: str, folded: str, words: Words) -> int:
    """The end of the rest of a label that a line begins with; 0 if it begins with none.

    A line that begins with a whole label is no rest, nor is one whose first word leaves the label
    still incomplete.
    """
    first = len(folded) - len(folded.lstrip())
    if not begun or words.end_of_label(folded, first) is not None:
        return 0
    whole = begun + folded[first:]
    end = words.end_of_label(whole, 0)
    if end is None or end <= len(begun) or words.begins_label(begun + folded[first:].split()[0]):
        return 0
    end = _end_with_remark(whole, 0, end, words)
    return 0 if end is None else first + end - len(begun)


def _end_with_remark(folded: str, start: int, end: int, words: Words) -> int | None:
    """The end of a label with the remark behind it; None if it is the beginning of a longer word.

    The number of the next label, right behind this one, is no remark.
    """
    if words.end_of_label(folded, end) is not None:
        return end
    remark = _REMARK.match(folded, end)
    ends = (_without_figure(folded, start, remark.end(), words), end) if remark else (end,)
    return next((end for end in ends if _may_end_at(folded, end, words)), None)


def _without_figure(folded: str, start: int, end: int, words: Words) -> int:
    """The end of a label with the part of its remark that fits, before a figure glued to it."""
    words_alone = folded[start:end].rstrip(_FIGURES)
    touches = words.begins_label(words_alone) and not words.begins_label(folded[start:end])
    return start + len(words_alone) if touches else end


def _may_end_at(folded: str, end: int, words: Words) -> bool:
    """Whether the text behind a place shows that no longer word continues there."""
    ends = end == len(folded) or _BEHIND_LABEL.match(folded, end) is not None
    return ends or words.end_of_label(folded, end) is not None
