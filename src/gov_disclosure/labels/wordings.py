"""What words in a cell may be that are no label: names, notes, or what stands for a figure."""

from __future__ import annotations

import re

LONGEST_NAME = 60
"""The greatest length of a name; longer words are prose."""
_LONGEST_GLOSS = 300
_GLOSSED = re.compile(
    rf"[^\s\d(（，。；：,;:][^(（，。；：,;:]{{1,{LONGEST_NAME}}}[(（].*[)）]", re.DOTALL
)
_NUMBERING = re.compile(r"\(?[甲乙丙丁戊己庚辛A-H]\)?|\([0-9]{1,2}\)|[①-⑳]|[栏列行]次")
_FIGURE_FIRST = re.compile(r"[\W_]*[0-9]")
_NAME = re.compile(r"(?:[^\W\d_].*?){2}")
_SAID = re.compile(
    r"(?:[与同比较]{0,2}(?:去年|上年|上一年)(?:同期)?)?(?:相比|保持)?"
    r"(?:持平|不变|[未不无没][有发]?(?:生|变|变化|变动|增减|增加|减少|增未减|增不减|涉及|适用|统计)"
    r"|无法(?:统计|提供|计算)|暂无(?:数据|统计)|详?见(?:说明|备注)"
    r"|未(?:收到|受理|办理|开展|制定|公开|产生|发布)(?:过?申请)?"
    r"|增加?|减少?|暂无|没有|不详|[无没]有?此[项类](?:内容|数据|业务)?)"
    r"|[零〇空略]|[详参]?见附?[件表]?[0-9一二三四五]{0,2}|[约近][0-9]+[^\W\d]{0,2}"
    r"|\(合并\)"
)
"""Words for no change, nothing to report, a number, or a reference; letters that look like 0."""
_CHANGED = "新?[增加减少撤销取消下放承接调整划转合并入出]{1,4}"
_OF_A_FIGURE = re.compile(
    rf"{_CHANGED}[了至到]?\d{{1,4}}(?!\d)|\d{{1,4}}[余多]"
    r"|[同与较比][去上前]一?年|[没未无不]有?(?:此[项类]|[增减变涉适]|开展|发生|具备)"
    r"|^按[^,。;:]{2,12}(?:执行|填[报写]|统计)$|^(?:[详参]见|见附)[^,。;:]{1,8}$"
)
"""Words for a change, for none, for an approximate number, or for where to find a figure."""
_NOTE = re.compile(r"(?:备\s?)?注\s?[:\d]|说\s?明\s?:")


def is_name(said: str) -> bool:
    """Whether words can be a name, with at least two letters: ``2.检查``, not ``_`` or ``↑3``."""
    return _NAME.search(said) is not None


def is_glossed(said: str) -> bool:
    """Whether words are a name with a long remark in brackets behind it."""
    return len(said) <= _LONGEST_GLOSS and _GLOSSED.fullmatch(said.strip()) is not None


def begins_note(said: str) -> bool:
    """Whether words begin a note below a table."""
    return _NOTE.match(said) is not None


def numbers_columns(said: str) -> bool:
    """Whether a cell is one of those that number the columns of a statistical table."""
    return _NUMBERING.fullmatch(said) is not None


def stands_for_figure(said: str) -> bool:
    """Whether words are used instead of a figure."""
    return _SAID.fullmatch(said) is not None


def speaks_of_figure(said: str) -> bool:
    """Whether words without blanks tell of a figure: ``较上年新增2``, ``见附表``."""
    return _OF_A_FIGURE.search(said) is not None


def begins_with_figure(said: str) -> bool:
    """Whether digits stand before all letters."""
    return _FIGURE_FIRST.match(said) is not None
