"""Where a report ends on its page: its signature, and the links and buttons behind it."""

from __future__ import annotations

import re

from ..text.fold import fold
from ..text.furniture import is_behind_a_text
from ..text.source import Place, merged
from .signatures import SIGNED

_SENTENCE_END = re.compile(r"[。；！？]")
_NEAR = 4
"""The most line ends and blanks between the signatures of several bodies."""
_LINE = re.compile(r"[^\n]*\n?")


def signature(text: str, start: int) -> Place | None:
    r"""The last place behind ``start`` where names and days stand on lines of their own.

    >>> signature("无。\n石桥县教育局\n2022年1月15日\n打印", 0)
    (3, 20)
    """
    signed = [(start + at.start(), start + at.end()) for at in SIGNED.finditer(fold(text[start:]))]
    together = merged(signed, near=_NEAR)
    return together[-1] if together else None


def page_behind(text: str, start: int) -> int:
    r"""Where the page goes on behind a report whose last heading or row ends at ``start``.

    This is the first line of buttons or files of which no sentence follows; the end of the text if
    there is none.

    >>> page_behind("无。\n打印 关闭\n石桥县2021年年报", 0)
    3
    """
    for sentence in _SENTENCE_END.finditer(text, start):
        start = sentence.end()
    lines = _LINE.finditer(text, start)
    return next((at.start() for at in lines if is_behind_a_text(at[0].strip())), len(text))
