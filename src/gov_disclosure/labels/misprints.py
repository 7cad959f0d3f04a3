"""Misprints: how far words may differ from a label and still be that label."""

from __future__ import annotations

from itertools import compress
from operator import ne

_TO_THE_EYE = (
    "已己 已巳 未末 未朱 人入 大太 日曰 日目 申甲 申由 本木 干千 治冶 科料 社杜 贫贪 项顷 项顶 "
    "延廷 析折 免兔 罚罸 理埋 密蜜 间问 县具 真直 网冈 息恳 营菅 案宰 征往 微徽 传侍 信倌 "
    "效郊 处外 数教"
)
"""Pairs that look alike, as text recognition confuses them."""
_TO_THE_EAR = (
    "他它 形型 形刑 型刑 征证 按案 径经 径境 函涵 函含 收受 缴交 记计 象像 份分 定订 讯询 在再 "
    "复覆 制治 制致 述诉 讼颂 织职 织识 启起 施实 件建 现限 结节 结截 事是 公工 类累 决绝 权全 "
    "篇编 理里 途图 及级 及机 政正 正证 部步 培陪 务物 务误 属署 结接"
)
"""Pairs that sound alike, as people mistype them."""
_ALIKE = f"{_TO_THE_EYE} {_TO_THE_EAR}".split()
_AS_ONE = frozenset((*_ALIKE, *(pair[::-1] for pair in _ALIKE)))
MOST_FAULTS = 2
"""The most faults of a label of any length."""
_MOST_LOST = 0.4
"""The greatest share of characters lost from a label, if no other label can be meant."""
_DISTINCTIVE = frozenset("不未非无没已仍上下本今去前后新旧增减内外主被逾延出入多少专兼其他")
"""Characters that distinguish otherwise equal words: 上年 from 本年, 不公开 from 公开."""
_NEGATIONS = frozenset("不未非无没")
_EDGE = 3
_LONG = 10
"""In so many characters one that is misread makes no other word, where the number is the same."""
_PHRASE = 3
"""The least length of a phrase of more than one word."""


def faults(words: str, label: str) -> int | None:
    """Count the characters of a label that words have lost or misprinted; None for another label.

    A character is misprinted if the one in its place looks or sounds like it; any other character
    makes another word: 逾期 is not 延期.  Words with *more* characters than the label are another
    label too.  So are words without a character that distinguishes words, unless the label is
    simply cut short.

    >>> faults("现行有效件", "现行有效件数"), faults("末经复议直接起诉", "未经复议直接起诉")
    (1, 1)
    >>> faults("上年制发件数", "本年制发件数"), faults("非规范性文件", "规范性文件")
    (None, None)
    >>> faults("经复议直接起诉", "未经复议直接起诉"), faults("行政处", "行政处罚")
    (None, None)
    """
    allowed = _allowed(label)
    lacking = len(label) - len(words)
    if not 0 <= lacking <= allowed:
        return None
    if lacking:
        return lacking if label.startswith(words) or _has_lost_little(words, label) else None
    replaced = _replaced(words, label, allowed)
    return len(replaced) if replaced is not None and _AS_ONE.issuperset(replaced) else None


def is_misread(words: str, label: str) -> bool:
    """Whether one character of a long label is another, whatever that looks like.

    It may be none that distinguishes words, nor stand at an edge, where 本月 is not 本年.

    >>> is_misread("其他法律巳政法规禁止公开", "其他法律行政法规禁止公开")
    True
    >>> is_misread("本月新收政府信息公开申请数量", "本年新收政府信息公开申请数量")
    False
    """
    if len(label) < _LONG:
        return False
    if len(words) != len(label) or words[:_EDGE] != label[:_EDGE] or words[-1] != label[-1]:
        return False
    replaced = _replaced(words, label, 1)
    return bool(replaced) and not any(map(_changes_meaning, replaced or ()))


def are_alike(one: str, other: str) -> bool:
    """Whether two characters look or sound so much alike that one is printed for the other.

    >>> are_alike("己", "已"), are_alike("访", "函")
    (True, False)
    """
    return one + other in _AS_ONE


def tells_words_apart(character: str) -> bool:
    """Whether a character distinguishes otherwise equal words.

    >>> tells_words_apart("不"), tells_words_apart("的")
    (True, False)
    """
    return character in _DISTINCTIVE


def rewordings(words: str, label: str) -> int | None:
    """Count as :func:`faults` does, for labels without figures, where other words are harmless.

    >>> rewordings("主动公开政务信息情况", "主动公开政府信息情况")
    1
    >>> rewordings("被动公开政府信息情况", "主动公开政府信息情况") is None
    True
    """
    if len(words) != len(label):
        return faults(words, label)
    replaced = _replaced(words, label, _allowed(label))
    return (
        len(replaced) if replaced is not None and not any(map(_changes_meaning, replaced)) else None
    )


def is_most_of(words: str, label: str) -> bool:
    """Whether words are a label without a few unimportant characters.

    Only for places where no other label can be meant; other characters make another label.

    >>> [is_most_of(words, "本年处理决定数量") for words in ("本年处理数量", "本年受理数量")]
    [True, False]
    """
    lost = len(label) - len(words)
    return 0 <= lost <= _MOST_LOST * len(label) and _has_lost_little(words, label)


def _allowed(label: str) -> int:
    """The most faults of a label: one from five characters, two from nine."""
    return 0 if len(label) < 5 else 1 if len(label) < 9 else MOST_FAULTS


def _replaced(words: str, label: str, most: int) -> list[str] | None:
    """The pairs of characters in which two words of equal length differ; None if too many."""
    differing = list(compress(map(str.__add__, words, label), map(ne, words, label)))
    return differing if len(differing) <= most else None


def _changes_meaning(pair: str) -> bool:
    """Whether a pair of replaced characters makes another word."""
    return pair not in _AS_ONE and not _DISTINCTIVE.isdisjoint(pair)


def _has_lost_little(words: str, label: str) -> bool:
    """Whether words are a label without characters that do not distinguish words."""
    lost = _lost(words, label)
    return lost is not None and all(map(_DISTINCTIVE.isdisjoint, lost))


def is_short_for(words: str, label: str) -> bool:
    """Whether words are a label without whole phrases, or without unimportant characters.

    A missing phrase may not contain a negation.

    >>> is_short_for("补正后仍不明确", "补正后申请内容仍不明确")
    True
    >>> is_short_for("补正申请仍不明确", "补正后申请内容仍不明确")
    False
    >>> is_short_for("大量反复申请", "无正当理由大量反复申请")
    False
    """
    lost = _lost(words, label)
    return lost is not None and all(
        _NEGATIONS.isdisjoint(run) if len(run) >= _PHRASE else _DISTINCTIVE.isdisjoint(run)
        for run in lost
    )


def _lost(words: str, label: str) -> list[str] | None:
    """The stretches of a label missing from words; None if the words have other characters."""
    runs, begin = [], 0
    for letter in words:
        at = label.find(letter, begin)
        if at < 0:
            return None
        runs.append(label[begin:at])
        begin = at + 1
    return list(filter(None, [*runs, label[begin:]]))
