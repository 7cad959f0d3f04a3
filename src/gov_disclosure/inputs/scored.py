"""Lines as programs that recognize words print them: each with how sure it is, and its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SHARE = r"(?:0\.(?P<share>\d+)|1\.0+)"
_SCORED = re.compile(
    rf"(?P<said>.*\S)(?:[ \t]+|[ \t]*,[ \t]*){_SHARE}(?:[,\t ]+-?\d+(?:\.\d+)?){{0,8}}\s*", re.ASCII
)
"""A line that ends in a share of one, perhaps with the place of its words behind it.

Where most have few decimals they may be figures that a data tool printed: ``1.0``.
"""
_BEFORE_PAIR = r"(?:\[[\d/: ]{1,40}\][^\[\]'\":]{0,40}:)?[\s\[\](){}\d.,-]*+"
"""The time of a log, and the place of the words on the page."""
_IN_PAIR = re.compile(
    rf"{_BEFORE_PAIR}(?P<quote>['\"])(?P<said>.*)(?P=quote),\s*{_SHARE}[)\],\s]*", re.ASCII
)
"""The same as programs print pairs: ``[[[24.0, 36.0], ...], ('规章', 0.98)]``."""

_FEWEST = 8
_MOST_COLUMNS = 4
_MANY_DECIMALS = 3
_MOST_WITHOUT = 10
"""Of so many lines one may have no share: a page's number, or what a person put in."""


def without_scores(text: str) -> str:
    r"""The text without the shares of one in which nearly all of its lines end.

    Titles and headings have no figures behind them, so none of these is a figure of a row.

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
        bare = _without(text, _IN_PAIR) or _without(text, _SCORED)
        if bare is None:
            break
        text = bare
    return text


def _without(text: str, scored: re.Pattern[str]) -> str | None:
    """The lines that say something without their shares; None if they have none."""
    lines = list(filter(str.strip, text.splitlines()))
    found = list(map(scored.fullmatch, lines))
    shares = [line["share"] or "" for line in found if line]
    without = len(lines) - len(shares)
    if (
        len(shares) < _FEWEST
        or without > 1 + len(lines) // _MOST_WITHOUT
        or not _are_scores(shares)
    ):
        return None
    told = zip(lines, found, strict=True)
    return "\n".join(_plain(line["said"]) if line else printed for printed, line in told)


def _are_scores(shares: Sequence[str]) -> bool:
    """Whether most are shares as they are computed, with several decimals."""
    return 2 * sum(len(share) >= _MANY_DECIMALS for share in shares) >= len(shares)


def _plain(said: str) -> str:
    """What a line says, without the quotes that a comma in it needs."""
    is_quoted = len(said) > 1 and said[0] == said[-1] == '"'
    return said[1:-1].replace('""', '"') if is_quoted else said
