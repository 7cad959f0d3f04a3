"""Running text, in contrast to labels and cells."""

from __future__ import annotations

import re

from ..text.width import width

_MARKS = frozenset("，。；,;")
_SHORTEST = 20
_WRAPPED = 0.8
"""Wrapped lines are nearly equal in width."""
_NO_WORDS = frozenset(":：|>=….")
"""Signs between labels, values, cells and links, or drawn along a line."""
_FOLLOWS = re.compile(r"如下(?:[(（][^()（）]*[)）])?[:：]\Z")


def is_prose(said: str) -> bool:
    """Whether a line is running text."""
    long = len(said) >= _SHORTEST and "|" not in said
    return long and not _MARKS.isdisjoint(said)


def announces_what_follows(said: str) -> bool:
    """Whether a line ends by announcing the lines below it.

    >>> announces_what_follows("现将有关情况报告如下："), announces_what_follows("如下。")
    (True, False)
    """
    return _FOLLOWS.search(said) is not None


def goes_on_below(said: str, below: str) -> bool:
    """Whether a line may be the beginning of a sentence that was wrapped into the line below.

    >>> goes_on_below("本报告由示例市人民政府办公室根据条例的规定编", "制。统计期限是上一年度，")
    True
    >>> goes_on_below("示例市人民政府信息公开工作年度报告格式文本", "一、报告应当包括内容：" * 9)
    False
    """
    is_full = len(said) >= _SHORTEST and width(said) >= _WRAPPED * width(below)
    return is_full and _NO_WORDS.isdisjoint(said)
