"""Line ends that are spelled as tags, in texts without other tags: fragments out of databases."""

from __future__ import annotations

import re

_TAG = r"(?:<|&lt;)br(?:\s[^<>\n]{0,40})?/?(?:>|&gt;)"
_BREAK = re.compile(rf"[ ]*{_TAG}[ ]*\n?", re.IGNORECASE)
_BREAK_IN_LINE = re.compile(rf"^[^\n|]*{_TAG}[^\n|]*$", re.IGNORECASE | re.MULTILINE)
_FEWEST = 8
_MANY = 3
"""So many times as often as lines end, tags do not just break words in the cells of rows."""


def without_tag_breaks(text: str) -> str:
    r"""The text with a line end for each ``<br>``, where these stand for the ends of lines.

    Where pipes part cells, some may only break the words in a cell.

    >>> without_tag_breaks("规章<br/>3<br>" * 4) == "规章\n3\n" * 4
    True
    >>> without_tag_breaks("| 行政<br>规范性<br>文件 | 3 |\n" * 4)[:9]
    '| 行政<br>规'
    """
    if "<" not in text and "&lt;" not in text:
        return text
    breaks = _count_breaks(text)
    beside_no_pipes = sum(map(_count_breaks, _BREAK_IN_LINE.findall(text)))
    are_ends = breaks > _MANY * text.count("\n") or 2 * beside_no_pipes > breaks
    return _BREAK.sub("\n", text) if breaks >= _FEWEST and are_ends else text


def _count_breaks(text: str) -> int:
    return len(_BREAK.findall(text))
