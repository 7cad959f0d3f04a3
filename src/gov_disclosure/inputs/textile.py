"""Tables of Textile as lines between pipes."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"\|(?:[_<>=^~]|\\\d{1,2}|/\d{1,2}){1,4}\.(?=[ |])")
"""What stands at the beginning of a cell: how it is set, and over how many others it is merged."""
_FEWEST = 3


def without_textile(text: str) -> str:
    r"""The text without what Textile sets at the beginning of cells, if it is in Textile.

    >>> without_textile("|_. 信息内容 |_. 本年处理决定数量 |\n|<. 行政许可 |>. 29 |")
    '| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 29 |'
    """
    may_be = ". " in text or ".|" in text
    return _SIGNS.sub("|", text) if may_be and len(_SIGNS.findall(text)) >= _FEWEST else text
