"""The words that say what a figure counts: a stretch of its clause."""

from __future__ import annotations

import re

from ..text.source import Place

_LONGEST_CUT = 12

_OPENING = re.compile(
    r"[\s、]|其中|另有|另外|此外|同时|并且|以及|分别|包括|年内|一共|总共|共计|累计|合计|"
    r"(?:\d{4}|[本今全当])年度?(?:[以中内]来?|期间)?|"
    "并(?![网购联行])|和(?![谐平解])|及(?![时格])|与(?!会)|含(?!金)|共(?![青享产建同有和])"
)
_CLOSING = re.compile(
    r"(?:一共|总共|共计|累计|合计|总计|共有|共|(?<![统设会审估预])计|分别|各|达到|达|"
    r"(?<![认作成行])为|是|占|\s|:)$"
)
_NEXT_THOUGHT = re.compile(r"[均已都并占较比]|全部|同比|其中")
_LEADING = re.compile(r"[\s的]*")


def words_of(prose: str, before: Place, after: Place) -> Place:
    """The place of the words that say what a figure counts.

    ``before`` is the clause up to the figure, ``after`` the clause behind it.  A figure counts
    the words behind it, else the words before it.

    >>> said = "全年共收到3件政府信息公开申请"
    >>> said[slice(*words_of(said, (0, 5), (7, 15)))]
    '政府信息公开申请'
    >>> said = "其中高新要闻1395条"
    >>> said[slice(*words_of(said, (0, 6), (11, 11)))]
    '高新要闻'
    """
    start, end = _behind(prose, *after)
    return (start, end) if start < end else _ahead(prose, *before)


def _behind(prose: str, start: int, end: int) -> Place:
    leading = _LEADING.match(prose, start, end)
    start = leading.end() if leading else start
    thought = _NEXT_THOUGHT.search(prose, start, end)
    end = thought.start() if thought else end
    return start, start + len(prose[start:end].rstrip())


def _ahead(prose: str, start: int, end: int) -> Place:
    while opening := _OPENING.match(prose, start, end):
        start = opening.end()
    while closing := _CLOSING.search(prose, max(start, end - _LONGEST_CUT), end):
        end = closing.start()
    return start, end
