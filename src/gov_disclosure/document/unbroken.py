"""Join lines that a tool broke inside a year or a word, with each text run on its own line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text.chinese import DIGITS, ZEROS
from ..text.source import Place, merged, tight
from .unmarked import JOINER

_BETWEEN = rf"[\s*#_{JOINER}]*+"
_DIGIT = f"[{DIGITS}0０-９]"
_YEAR = _BETWEEN.join(
    (rf"(?<![0-9０-９])(?:[二2２]{_BETWEEN}[{ZEROS}０]|[一1１]{_BETWEEN}[九9９])", *[_DIGIT] * 2)
)
_BROKEN = re.compile(rf"{_YEAR}{_BETWEEN}年|[报報]{_BETWEEN}告")
"""A year with 年, and 报告 at the end of a title, with any blanks between their characters."""


def unbroken(text: str, lines: Sequence[Place]) -> Sequence[Place]:
    r"""Join lines between which a year or 报告 is broken.

    >>> text = "石桥县教育局\n2017\n年年度报告"
    >>> [text[slice(*line)] for line in unbroken(text, [(0, 7), (7, 12), (12, 17)])]
    ['石桥县教育局', '2017\n年年度报告']
    """
    if not lines:
        return lines
    found = [found.span() for found in _BROKEN.finditer(text, lines[0][0], lines[-1][1])]
    broken = [place for place in found if len(text[slice(*place)].splitlines()) > 1]
    return merged([*(tight(text, *line) for line in lines), *broken]) if broken else lines
