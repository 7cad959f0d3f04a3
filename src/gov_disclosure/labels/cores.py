"""The cores of labels: their words without number, remark and punctuation, which vary."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from ..forms import units
from ..text.chinese import ORDINAL, read_ordinal
from ..text.numerals import MONEY

_ORDINAL = re.compile(
    rf"""
      (?P<bracketed> \( {ORDINAL}{{1,3}} \)? | {ORDINAL}{{1,3}}\) | [㈠-㈩] )
    | (?P<chinese>   {ORDINAL}{{1,3}} [、.,:]
                   | (?: [壹贰叁肆伍陆柒捌玖拾]{{1,2}} | [Ⅰ-Ⅻ] | (?i:part)[.]?\d{{1,2}} ) [、.,:]? )
    | (?P<arabic>    \( \d{{1,2}} \)? | \d{{1,2}}(?:\.\d{{1,2}}){{0,2}}(?!\d) [、.,:)]? | [①-⒛] )
    """,
    re.VERBOSE,
)
REMARK = re.compile(r"(.{2,}?)\((?:[^()]*(?:\([^()]*\)[^()]*)*\)|[^()]*)")
"""A label with a remark in brackets behind it."""

A_MULTIPLE = rf"[十百千万亿]+(?:{'|'.join(sorted(units() - MONEY.keys()))})"
"""A unit of counts that stands for many: ``千件``."""

_OF_OTHERS = re.compile(
    rf"上一?年|去年|前年|往年|历年|累计|同期|同比|环比|增[长幅]|占比|比[例率重]|平均|计划"
    r"|减免|[减免缓][征收缴]|退还|\((?:各|所辖)?(?:乡|镇|街道|[下所直]属|下级|基层)"
    rf"|{A_MULTIPLE}|[%‰]"
)
"""Words of remarks that change which figures a label means."""

_LEADING_WORDS = re.compile(r"[#*※]?其中[:,]?")
_IN_CORES = str.maketrans("", "", "、,.;:。")


@attrs.frozen
class Core:
    """The words of a label without ordinal, remark and punctuation, and its ordinal and style."""

    words: str
    style: str | None
    ordinal: str = attrs.field(default="", repr=False)

    def may_be(self, other: Core) -> bool:
        """Whether the ordinals of both can be those of one label.

        They can if one is missing, both have the same style, or both are the same number:
        ``七、`` is ``(七)``.
        """
        alike = self.style is None or other.style is None or self.style == other.style
        return alike or self.is_numbered_as(other)

    def is_numbered_as(self, other: Core) -> bool:
        """Whether both have the same number, in any style."""
        number = read_ordinal(self.ordinal)
        return number is not None and number == read_ordinal(other.ordinal)


def core_of(squeezed: str) -> Core:
    """The core of a squeezed label.

    >>> core_of("(二)部分公开(区分处理的,只计这一情形,不计其他情形)")
    Core(words='部分公开', style='bracketed')
    >>> core_of("第二十条第(一)项").words, core_of("行政处罚(上年)").words
    ('第二十条第(一)项', '行政处罚(上年)')
    """
    leading = _LEADING_WORDS.match(squeezed)
    words = squeezed[leading.end() :] if leading else squeezed
    ordinal = _ORDINAL.match(words)
    words = words[ordinal.end() :] if ordinal else words
    leading = _LEADING_WORDS.match(words)
    words = words[leading.end() :] if leading else words
    while "(" in words and (remark := REMARK.fullmatch(words)):
        if _OF_OTHERS.search(words, remark.end(1)):
            break
        words = remark[1]
    style, said = (ordinal.lastgroup, ordinal[0]) if ordinal else (None, "")
    return Core(words.translate(_IN_CORES), style, said)


def is_of_others(squeezed: str) -> bool:
    """Whether words refer to figures other than those of the year and of the agency.

    >>> is_of_others("本年增/减比例"), is_of_others("本年增/减")
    (True, False)
    """
    return _OF_OTHERS.search(squeezed) is not None


_MARKS = "、."
"""Not a comma or a colon, as these may stand between a figure and the next label."""
_NUMBERED = re.compile(rf"({ORDINAL}{{1,3}}|\d{{1,2}})([{_MARKS}])(?!\d)")


def marked_otherwise(squeezed: str) -> Iterator[str]:
    """A squeezed label with the other mark behind its number.

    >>> list(marked_otherwise("一、本年新收")), list(marked_otherwise("(一)予以公开"))
    (['一.本年新收'], [])
    """
    numbered = _NUMBERED.match(squeezed)
    if numbered is not None:
        number, mark = numbered.groups()
        words = squeezed[numbered.end() :]
        yield from (number + other + words for other in _MARKS if other != mark)
