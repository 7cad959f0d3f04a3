"""Replace line ends that are written as tags in a text without other tags, as from databases."""

from __future__ import annotations

import re

_TAG = r"(?:<|&lt;)br(?:\s[^<>\n]{0,40})?/?(?:>|&gt;)"
_BREAK = re.compile(rf"[ ]*{_TAG}[ ]*\n?", re.IGNORECASE)
_LINE_WITHOUT_PIPES = re.compile(rf"^[^\n|]*{_TAG}[^\n|]*$", re.IGNORECASE | re.MULTILINE)
_FEWEST_BREAKS = 8
_MANY_TIMES = 3
"""Tags that occur this many times as often as line ends do not just break words in cells."""


def without_tag_breaks(text: str) -> str:
    r"""Replace each ``<br>`` of a text by a line end, if these tags stand for the ends of lines.

    In lines with pipes, the tags may only break the words of a cell.

    >>> without_tag_breaks("规章<br/>3<br>" * 4) == "规章\n3\n" * 4
    True
    >>> without_tag_breaks("| 行政<br>规范性<br>文件 | 3 |\n" * 4)[:9]
    '| 行政<br>规'
    """
    breaks = _count_breaks(text)
    beside_no_pipes = sum(map(_count_breaks, _LINE_WITHOUT_PIPES.findall(text)))
    are_ends = breaks > _MANY_TIMES * text.count("\n") or 2 * beside_no_pipes > breaks
    return _BREAK.sub("\n", text) if breaks >= _FEWEST_BREAKS and are_ends else text


def _count_breaks(text: str) -> int:
    return len(_BREAK.findall(text))
