"""The time that a report covers: its year, and the first and last day of its statistics."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..text.days import as_date
from ..text.fold import fold, without_glosses
from ..values import Period
from .titles import Title

PROSE_YEAR = re.compile(r"(?<![^截至止]到)(20\d\d)\s*年(?!\s*\d)", re.ASCII)
"""A year without a month; that of an aim (到2025年) says nothing of a report."""
_STATISTICS_YEAR = re.compile(r"\(\s*(20\d\d)\s*年度?\s*\)", re.ASCII)
_YEAR = r"(20\d\d)(?:\s*[-年./]\s*|(?=\d{1,2}月))"
"""A year before a month; tools lose the sign between them (``20221月1日``)."""

_DAY_OF_YEAR = r"(\d{1,2})\s*[-月./]\s*(\d{1,2})(?!\d)\s*日?"
_TO = r"(?:[起零时,\s]*(?:截?至|截?止|到)[到于]?|\s*[-—–―~]+)\s*"
_CLOCK = r"(?:\s*\d{1,2}(?::\d{2}){1,2}|\s*\d{1,2}[时点])?"
_RANGE = re.compile(rf"{_YEAR}{_DAY_OF_YEAR}{_CLOCK}{_TO}(?:{_YEAR})?{_DAY_OF_YEAR}", re.ASCII)
_IN_DIGITS = r"(?:(\d)(\d)|(\d\d)(\d\d)|([2-9])([12]\d|3[01])|(1)(3[01]))日"
_RANGE_IN_DIGITS = re.compile(rf"(?<!\d)(20\d\d){_IN_DIGITS}{_TO}(20\d\d)?{_IN_DIGITS}", re.ASCII)
"""A range whose signs between year, month and day are lost (``202211日至20221231日``).

Month and day have as many digits each, or can be told apart as there is no such month (``831日``).
"""

_UNTIL = re.compile(
    rf"(?:截至|截止|止于|至|截止(?:日期?|时间)[为是:]?)[到于]?\s*{_YEAR}{_DAY_OF_YEAR}", re.ASCII
)
_PERIOD_WORDS = tuple(
    map(
        re.compile,
        (
            "统计(?:期限|期间|周期|时限|时间|时段|区间|范围|期|数据|截[至止]|.{0,2}自|(?=20[0-9]{2}年))",
            "信息核定",
            "数据(?:统计|核定|时[间限点]|自|.{0,6}期限|(?=截止))",
            "报告.{0,6}(?:期限|涵盖)",
            "内容涵盖",
            r"年度[(（](?=20\d\d)",
        ),
    )
)
"""Separate patterns, as each begins with fixed characters, which makes the search fast."""

_IN_TRADITIONAL = ("統計", "數據", "報告")
_PERIOD_REACH = 60


def find_period(text: str) -> Period | None:
    """Find the days that the statistics cover, according to the report.

    >>> find_period("统计期限为2022年1月1日至12月31日。")
    Period(first=datetime.date(2022, 1, 1), last=datetime.date(2022, 12, 31))
    >>> find_period("统计期限为202211日至1231日。")
    Period(first=datetime.date(2022, 1, 1), last=datetime.date(2022, 12, 31))
    """
    said = without_glosses(text)
    if any(word in said for word in _IN_TRADITIONAL):
        said = fold(said)
    ends = sorted(found.end() for words in _PERIOD_WORDS for found in words.finditer(said))
    for end in ends:
        behind = fold(said[end : end + _PERIOD_REACH])
        both = _RANGE.search(behind) or _RANGE_IN_DIGITS.search(behind)
        if both is not None:
            year, month, day, last_year, *last_day = _printed(both)
            return Period(as_date(year, month, day), as_date(last_year or year, *last_day))
        last = _UNTIL.search(behind)
        if last is not None:
            return Period(None, as_date(*last.groups()))
    return None


def _printed(both: re.Match[str]) -> Sequence[str]:
    """Year, month and day of the first and of the last day; the last year may be empty."""
    year, *first = both.groups("")
    half = len(first) // 2
    last_year, *last = first[half:]
    return [year, *filter(None, first[:half]), last_year, *filter(None, last)]


def find_year(
    text: str, title: Title | None, period: Period | None, announced: int | None
) -> int | None:
    """Find the year in the title, the table, the period, the announcement, or else the prose.

    In prose it is the year that is named more often than all others together.
    """
    if title is not None and title.year is not None:
        return title.year
    table = _STATISTICS_YEAR.search(text)
    if table is not None:
        return int(table[1])
    if period is not None and period.last is not None:
        return period.last.year
    if announced is not None:
        return announced
    named = Counter(PROSE_YEAR.findall(text)).most_common()
    if named and 2 * named[0][1] > sum(count for _, count in named):
        return int(named[0][0])
    return None
