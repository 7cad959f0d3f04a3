"""Read tables of Textile as rows between pipes."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"\|(?:[_<>=^~]|\\\d{1,2}|/\d{1,2}){1,4}\.(?=[ |])")
"""The signs at the beginning of a cell: its alignment, and how many cells it spans."""
_FEWEST = 3


def without_textile(text: str) -> str:
    r"""Remove the signs of Textile at the beginning of cells, if a text has several of them.

    >>> without_textile("|_. 信息内容 |_. 本年处理决定数量 |\n|<. 行政许可 |>. 29 |")
    '| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 29 |'
    """
    has_dots = ". " in text or ".|" in text
    return _SIGNS.sub("|", text) if has_dots and len(_SIGNS.findall(text)) >= _FEWEST else text
