"""Lines as programs that recognize words print them: each with how sure it is, and its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SCORED = re.compile(
    r"(?P<said>.*\S)(?:[ \t]+|[ \t]*,[ \t]*)(?:0\.(?P<share>\d+)|1\.0+)"
    r"(?:[,\t ]+-?\d+(?:\.\d+)?){0,8}\s*",
    re.ASCII,
)
"""A line that ends in a share of one, perhaps with the place of its words behind it.

Where most have few decimals they may be figures that a data tool printed: ``1.0``.
"""

_FEWEST = 8
_MOST_COLUMNS = 4
_MANY_DECIMALS = 3


def without_scores(text: str) -> str:
    r"""The text without the shares of one in which all of its lines end, but perhaps the first.

    Titles and headings have no figures behind them, so none of these is a figure of a row.

    >>> lines = ["行政许可 1.000", "3 0.984"]
    >>> without_scores("\n".join(lines)) == "\n".join(lines)
    True
    >>> without_scores("\n".join(lines * 4)).splitlines()[:2]
    ['行政许可', '3']
    """
    for _ in range(_MOST_COLUMNS):
        if 2 * (text.count("0.") + text.count("1.")) < text.count("\n"):
            break
        lines = list(filter(str.strip, text.splitlines()))
        if len(lines) < _FEWEST:
            break
        head, *found = map(_SCORED.fullmatch, lines)
        said = [line["said"] for line in found if line is not None]
        if len(said) < len(found) or not _are_shares(found):
            break
        text = "\n".join(map(_plain, [head["said"] if head else lines[0], *said]))
    return text


def _are_shares(found: Sequence[re.Match[str] | None]) -> bool:
    """Whether most lines end in shares as they are computed, with many decimals."""
    shares = [line["share"] or "" for line in found if line is not None]
    return 2 * sum(len(share) >= _MANY_DECIMALS for share in shares) >= len(shares)


def _plain(said: str) -> str:
    """What a line says, without the quotes that a comma in it needs."""
    is_quoted = len(said) > 1 and said[0] == said[-1] == '"'
    return said[1:-1].replace('""', '"') if is_quoted else said
