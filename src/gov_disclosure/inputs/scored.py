"""Remove the confidences and places that programs print behind the words they recognize."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CONFIDENCE = r"(?:0\.(?P<share>\d+)|1\.0+)"
_SCORED = re.compile(
    rf"(?P<said>.*\S)(?:[ \t]+|[ \t]*,[ \t]*){_CONFIDENCE}(?:[,\t ]+-?\d+(?:\.\d+)?){{0,8}}\s*",
    re.ASCII,
)
"""A line that ends in a confidence from 0 to 1, perhaps with the place of its words behind it.

If most have few decimals, they may be figures that a data tool printed: ``1.0``.
"""
_BEFORE_PAIR = r"(?:\[[\d/: ]{1,40}\][^\[\]'\":]{0,40}:)?[\s\[\](){}\d.,-]*+"
"""The time in a log, and the place of the words on the page."""
_IN_PAIR = re.compile(
    rf"{_BEFORE_PAIR}(?P<quote>['\"])(?P<said>.*)(?P=quote),\s*{_CONFIDENCE}[)\],\s]*", re.ASCII
)
"""Words and confidence as programs print pairs: ``[[[24.0, 36.0], ...], ('规章', 0.98)]``."""

_FEWEST_LINES = 8
_MOST_COLUMNS = 4
_MANY_DECIMALS = 3
_LINES_PER_UNSCORED = 10
"""One in this many lines may have no confidence: a page number, or a line put in by hand."""


def without_scores(text: str) -> str:
    r"""Remove the confidences in which nearly all lines of a text end.

    As titles and headings end in them as well, none of them is a figure of a row.

    >>> lines = ["行政许可 1.000", "3 0.984"]
    >>> without_scores("\n".join(lines)) == "\n".join(lines)
    True
    >>> without_scores("\n".join(lines * 4)).splitlines()[:2]
    ['行政许可', '3']
    >>> pairs = ["('行政许可', 0.9985)", "('3', 0.9912)"]
    >>> without_scores("\n".join(pairs * 4)).splitlines()[:2]
    ['行政许可', '3']
    """
    for _ in range(_MOST_COLUMNS):
        if 2 * (text.count("0.") + text.count("1.")) < text.count("\n"):
            break
        bare = _without_confidences(text, _IN_PAIR) or _without_confidences(text, _SCORED)
        if bare is None:
            break
        text = bare
    return text


def _without_confidences(text: str, scored: re.Pattern[str]) -> str | None:
    """Return the lines that are not blank without their confidences; None if they have none."""
    lines = list(filter(str.strip, text.splitlines()))
    found = list(map(scored.fullmatch, lines))
    shares = [line["share"] or "" for line in found if line]
    without = len(lines) - len(shares)
    if (
        len(shares) < _FEWEST_LINES
        or without > 1 + len(lines) // _LINES_PER_UNSCORED
        or not _are_confidences(shares)
    ):
        return None
    matched = zip(lines, found, strict=True)
    return "\n".join(_unquoted(line["said"]) if line else printed for printed, line in matched)


def _are_confidences(shares: Sequence[str]) -> bool:
    """Whether most of the decimals are long, as those of computed confidences are."""
    return 2 * sum(len(share) >= _MANY_DECIMALS for share in shares) >= len(shares)


def _unquoted(said: str) -> str:
    """Return the words of a line without the quotes that a comma in it needs."""
    is_quoted = len(said) > 1 and said[0] == said[-1] == '"'
    return said[1:-1].replace('""', '"') if is_quoted else said
