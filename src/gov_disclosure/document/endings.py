"""Where a report ends on its page: its signature, and the links and buttons behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..text.chinese import CHINESE_YEAR, ORDINAL
from ..text.days import DAY
from ..text.fold import fold
from ..text.furniture import is_behind_a_text
from ..text.source import HAN, Place, merged
from .names import LAST_OF_A_NAME

_HAN = f"[{HAN}]"
_LETTERS = rf"(?:{_HAN}|\({_HAN}{{1,8}}\)){{2,28}}+|(?: {{1,3}}{_HAN}){{2,28}}+"
NAME = rf"(?P<name>{_HAN}(?:{_LETTERS}){LAST_OF_A_NAME})"
"""A name, perhaps with blanks between its letters, or with a remark in brackets."""
_CHINESE_DAY = rf"{CHINESE_YEAR.pattern}年{ORDINAL}{{1,2}}月{ORDINAL}{{1,3}}日"
A_DAY = rf"\(?(?:{DAY}|{_CHINESE_DAY})\)?"
BLANKS = r"[^\S\n]*+"
LINES = rf"{BLANKS}(?:\n{BLANKS})*+"
"""The rest of a blank line, and blank lines below it."""
_SIGNED = re.compile(rf"^{BLANKS}{NAME}{LINES}{A_DAY}{BLANKS}$", re.MULTILINE)
"""A name and the day, on one line or on two."""

_LINKS = re.compile(
    r"(?:相关|友情|热门|推荐)(?:链接|新闻|信息|阅读|文章|稿件|文档|附件|报道|解读|内容|专题|词条|推荐)"
    r"(?!\w)|[上下]一?篇"
)
"""The first words of links, on their line or above them."""
_ATTACHED = re.compile("附件?[0-9]?:")
_SENTENCE_END = re.compile(r"[。；！？]")
_NEAR = 4
"""The most line ends and blanks between the signatures of several bodies."""
_LINE = re.compile(r"[^\n]*\n?")


def signature(text: str, start: int) -> Place | None:
    r"""The last place behind ``start`` where names and days stand on lines of their own.

    >>> signature("无。\n石桥县教育局\n2022年1月15日\n打印", 0)
    (3, 20)
    """
    signed = [(start + at.start(), start + at.end()) for at in _SIGNED.finditer(fold(text[start:]))]
    together = merged(signed, near=_NEAR)
    return together[-1] if together else None


def names_signed(folded: str, start: int) -> Sequence[Place]:
    """The places of the names in signatures behind ``start``, up to where the page goes on.

    An attachment ends the report too, as it may be a document with a signature of its own.
    """
    signed = [found.span("name") for found in _SIGNED.finditer(folded, start)]
    end = _first_line(folded, start, _ends_report) if signed else start
    return [name for name in signed if name[1] <= end]


def page_behind(text: str, start: int) -> int:
    r"""Where the page goes on behind a report whose last heading or row ends at ``start``.

    This is the first line of buttons, links or files of which no sentence follows; the end of the
    text if there is none.

    >>> page_behind("无。\n打印 关闭\n石桥县2021年年报", 0)
    3
    """
    for sentence in _SENTENCE_END.finditer(text, start):
        start = sentence.end()
    return _first_line(text, start, _is_of_page)


def _first_line(text: str, start: int, is_meant: Callable[[str], bool]) -> int:
    """Where the first line that is meant begins behind ``start``, else the end of the text."""
    lines = _LINE.finditer(text, start)
    return next((at.start() for at in lines if is_meant(at[0].strip())), len(text))


def _is_of_page(line: str) -> bool:
    return is_behind_a_text(line) or _LINKS.match(fold(line)) is not None


def _ends_report(line: str) -> bool:
    return _is_of_page(line) or _ATTACHED.match(line) is not None
