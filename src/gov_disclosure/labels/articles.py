"""Items of an article of law, as which the blocks of a table are captioned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.chinese import ORDINAL, read_chinese

_ITEM = re.compile(rf"第({ORDINAL}+)条第\(({ORDINAL}+)\)项")
_SPELLINGS = (
    *("第{2}条第({3})项", "第{2}条第{3}项", "第{2}条({3})项"),
    *("第{2}条第({1})项", "第{0}条第({3})项", "第{0}条第{3}项"),
)
"""An article and its item, with the numbers of both in Chinese, then in Arabic digits."""


def with_item_numbered_otherwise(label: str) -> Iterator[str]:
    """A label with its article, or the item of that, in Arabic digits; none if it names no item.

    >>> list(with_item_numbered_otherwise("第二十条第(五)项"))[:2]
    ['第20条第(5)项', '第20条第5项']
    """
    item = _ITEM.search(label)
    if item is not None:
        numbers = (*item.groups(), *map(read_chinese, item.groups()))
        yield from (_ITEM.sub(spelled.format(*numbers), label) for spelled in _SPELLINGS)
