"""The words in which a preamble announces its report, for texts whose page lost the title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import TypeVar

import attrs

from ..text.fold import fold
from ..text.source import Place
from .names import ANNOUNCING, is_named_in_a_sentence
from .title_words import words_of
from .titles import agency_in

_VERBS = f"{ANNOUNCING}|撰写|形成|(?:现|特|社会|予以)公开"
_ANNOUNCING = re.compile(
    rf"(?:(?:{_VERBS})(?:完成|完毕|[了的好出])?(?:并[且向]?(?:社会)?|[和、])?(?:及时|按时|依法)?)+(?!\s)"
)
"""The words right before a report in the sentence that announces it: 现公布, 编制并发布."""
_ANNOUNCED = re.compile(
    r"[\s》”\"]*(?:[,。;:(\n]|如下|予以|公[布开告]|发布|向社会|的?公[示告]\W|\Z)"
)
"""The text behind its name; other words there speak of something else (…年度报告的通知)."""

_LONGEST = 80
"""The greatest length of the words that name a report in a sentence."""

_IN_EVERY_REPORT = "报"
"""A character of all names of reports: 年度报告, 年报."""

_T = TypeVar("_T")


@attrs.frozen
class Announced:
    """The agency and the year of a report, as its preamble names them."""

    agency: str | None
    year: int | None


def announcements(text: str, place: Place) -> Sequence[Announced]:
    """Find the reports that are announced in a stretch of text.

    >>> announcements("根据条例，现公布石桥县教育局2022年政府信息公开工作年度报告。", (0, 31))
    [Announced(agency='石桥县教育局', year=2022)]
    """
    return list(_announced(text, *place))


def year_announced(found: Iterable[Announced]) -> int | None:
    """The year of the reports, if there is only one."""
    return _only({one.year for one in found if one.year})


def agency_announced(found: Iterable[Announced], year: int | None) -> str | None:
    """The agency of the reports of a year, if there is only one."""
    return _only({one.agency for one in found if one.agency and one.year in (year, None)})


def _only(named: Set[_T]) -> _T | None:
    """What is named, if nothing else is."""
    return next(iter(named)) if len(named) == 1 else None


def _announced(text: str, start: int, end: int) -> Iterator[Announced]:
    """The reports that are announced between two places, if their agency or year is named."""
    folded = fold(text[start:end])
    for announcing in _ANNOUNCING.finditer(folded):
        if _IN_EVERY_REPORT not in folded[announcing.end() : announcing.end() + _LONGEST]:
            continue
        begin = start + announcing.end()
        words = words_of(text, begin, min(end, begin + _LONGEST))
        if words is None or words.are_behind_others or words.are_counted:
            continue
        if not _ANNOUNCED.match(folded, words.place[1] - start):
            continue
        name = agency_in(text, words)
        agency = name if name and is_named_in_a_sentence(fold(name)) else None
        if agency or words.year:
            yield Announced(agency, words.year)
