"""The rest of the line behind a title: remarks, names of sites, data of a page."""

from __future__ import annotations

import re

from ..text.days import CLOCK, DAY
from ..text.fold import fold
from ..text.furniture import is_furniture
from ..text.source import HAN
from .title_words import LABELS

_NAMED_ON = re.compile(
    r"""(?: \s* [(\[][^()\[\]]{1,26}[)\]] )?         # a remark
        (?: \. (?:docx?|pdf|wps|ofd|html?|txt) )?       # the name of a file
        (?: \s* [-_—–|/·]+ \s* [^\W\d][^,。;:|]{1,40} )?  # the names of a site and its pages
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DAY = rf"(?-x:{DAY}) (?: \s* (?-x:{CLOCK}) )?"
_OF_ITS_PAGE = re.compile(
    rf"""(?: [\s|]* [\[(]? \s*
             (?: {_DAY} (?: \s* [-—至]+ \s* (?:{_DAY}|\d+月\d+日) )?      # a day, or two
               | (?<=[\s\[(]) (?: 20\d{{6}} | (?:\d\d-)?\d\d-\d\d ) (?!\w)
             ) \s* [\])]?
           | \s* \(? [{HAN}]{{0,8}} [(\[] 20\d\d [)\]] 第?\d{{1,4}}号 \)?  # its number
         )*+
    """,
    re.VERBOSE | re.ASCII,
)
"""Days and the number of a document, as pages print them beside a title."""

_GOES_ON = re.compile(
    r"\s+(?:一、|本(?:年度|年)?报告|根据|按照|依据|现将|为(?:了|深入|贯彻|进一步)|20\d\d年[度以来]*,)"
)
"""The first words of a report that begins on the line of its title."""

_DATA = re.compile(rf"\s*(?:{LABELS})\s*:|\s+(?:{LABELS})[\s\d]|\s+[{HAN}]{{2,4}}\s*:\s*\S")
"""A label with its value; an unknown label needs a colon."""

_NEVER_BEHIND = frozenset(":,>›»、。;!?|\t")
_NO_WORDS = re.compile(rf"[^{HAN}|\t]*")
_EMPTY_CELLS = re.compile(r"[,;]{2,}")


def belonging(behind: str) -> int | None:
    """The length of the text behind a title that belongs to it; None if it is not a title.

    >>> belonging("（草案） 2018-01-20 浏览：345"), belonging("已经发布")
    (4, None)
    """
    said = fold(behind)
    named = _NAMED_ON.match(said)
    end = named.end() if named else 0
    of_page = _OF_ITS_PAGE.match(said, end)
    rest = said[of_page.end() if of_page else end :]
    if (
        not rest.strip()
        or _EMPTY_CELLS.fullmatch(rest)
        or _GOES_ON.match(rest)
        or _DATA.match(rest)
    ):
        return end
    return end if rest[0] not in _NEVER_BEHIND and _is_no_sentence(rest.strip()) else None


def _is_no_sentence(rest: str) -> bool:
    """Whether a rest is furniture of the page, or has only signs, figures and Latin letters."""
    return is_furniture(rest) or _NO_WORDS.fullmatch(rest) is not None


def is_day(behind: str) -> bool:
    """Whether only a day stands behind a title, as in lists of documents.

    >>> is_day(" [2018-01-20]"), is_day(" 2018-01-20 来源：县政府")
    (True, False)
    """
    said = fold(behind)
    return said != "" and _OF_ITS_PAGE.fullmatch(said) is not None
