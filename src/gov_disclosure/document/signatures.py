"""The body that a report names outside of its title: below it, where it is signed, in a sentence.

Many titles name none.  A document ends with the name of the body that it is from, and the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.days import DAY
from ..text.fold import fold
from ..text.furniture import is_furniture
from ..text.source import Place
from .names import CHINESE_YEAR, names_a_body
from .titles import AGENCY_ENDS, Title

_HAN = "[\u4e00-\u9fff]"
_LAST = f"(?<=[{''.join(sorted(AGENCY_ENDS))}])"
_LETTERS = rf"(?:{_HAN}|\({_HAN}{{1,8}}\)){{2,28}}+|(?: {{1,3}}{_HAN}){{2,28}}+"
_NAME = rf"(?P<name>{_HAN}(?:{_LETTERS}){_LAST})"
"""A name, perhaps with blanks between its letters, or with a remark in brackets."""
_CHINESE_DAY = (
    rf"{CHINESE_YEAR.pattern}年[一二三四五六七八九十]{{1,2}}月[一二三四五六七八九十]{{1,3}}日"
)
_A_DAY = rf"\(?(?:{DAY}|{_CHINESE_DAY})\)?"
_BLANKS = r"[^\S\n]*+"
_LINES = rf"{_BLANKS}(?:\n{_BLANKS})*+"
"""The end of a line, if it ends here, and blank lines below it."""
_SIGNED = re.compile(rf"^{_BLANKS}{_NAME}{_LINES}{_A_DAY}{_BLANKS}$", re.MULTILINE)
"""A name and the day, on lines of their own below each other, or on one."""
_BELOW_TITLE = re.compile(
    rf"{_LINES}(?:{_A_DAY}{_LINES})?(?<=\s){_NAME}{_BLANKS}(?:{_A_DAY}{_BLANKS})?$", re.MULTILINE
)
_WRITTEN = re.compile(
    rf"本报告[由系](?P<name>{_HAN}{{3,29}}?{_LAST})(?=,|根据|按照|依据|依照|编[制写])"
)
_OF_A_SITE = re.compile("网站|门户")


def body_that_signs(text: str, title: Title | None, body: int) -> str | None:
    r"""The body named right below a title, at the end of a text, or as who wrote the report.

    ``body`` is where the first section begins.

    >>> body_that_signs("一、总体情况\n略。\n石桥县教育局\n2022年1月15日", None, 0)
    '石桥县教育局'
    """
    names = ("".join(text[slice(*place)].split()) for place in _places(fold(text), title, body))
    return next(filter(_is_certain, names), None)


def _places(folded: str, title: Title | None, body: int) -> Iterator[Place]:
    """Where a folded text may have the name, the surest place first."""
    if title is not None and (below := _BELOW_TITLE.match(folded, title.place[1], body)):
        yield below.span("name")
    signed = list(_SIGNED.finditer(folded))
    yield from (found.span("name") for found in signed[-1:])
    if written := _WRITTEN.search(folded):
        yield written.span("name")


def _is_certain(name: str) -> bool:
    return names_a_body(name) and not is_furniture(name) and not _OF_A_SITE.search(name)
