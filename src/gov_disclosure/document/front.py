"""What a report says of itself: its year and period, its metadata block, and its people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import TypeVar

import attrs

from ..text.fold import fold
from ..text.source import Place
from ..values import Contacts, Metadata, Period
from .pairs import OTHER_LABELS, as_date, filled, labels_of, pairs
from .titles import Title

_T = TypeVar("_T", bound=attrs.AttrsInstance)

PROSE_YEAR = re.compile(r"(20\d\d)\s*年(?!\s*\d)", re.ASCII)
_STATISTICS_YEAR = re.compile(r"\(\s*(20\d\d)\s*年度?\s*\)", re.ASCII)
_YEAR = r"(20\d\d)\s*[-年./]\s*"
_DAY_OF_YEAR = r"(\d{1,2})\s*[-月./]\s*(\d{1,2})(?!\d)\s*日?"
_TO = r"(?:[起零时,\s]*(?:截?至|截?止|到)[到于]?|\s*[-—–―~]+)\s*"
_RANGE = re.compile(rf"{_YEAR}{_DAY_OF_YEAR}{_TO}(?:{_YEAR})?{_DAY_OF_YEAR}", re.ASCII)
_UNTIL = re.compile(rf"(?:截至|截止|止于|至)[到于]?\s*{_YEAR}{_DAY_OF_YEAR}", re.ASCII)
_PERIOD_WORDS = tuple(
    map(
        re.compile,
        (
            "统计(?:期限|期间|周期|时限|时间|数据|.{0,2}自)",
            "数据(?:统计|时间|自|.{0,6}期限)",
            "报告.{0,6}(?:期限|涵盖)",
        ),
    )
)
"""Each begins with letters that are looked for at once, not one after the other."""

_IN_TRADITIONAL = ("統計", "數據", "報告")
_PERIOD_REACH = 60
_PERIOD_BEHIND = re.compile(
    r"[\s(（,，]*(?:(?:19|20)\d\d\s*年|(?<=[\s(（,，])(?:年|第?[一二三四1-4]\s*季|[上下]半年))"
    r"[\s\d年度第一二三四季上下半月)）]*\Z"
)
"""The time that the table is of, behind the name of the body that filled it in."""


def is_catalogue(line: str) -> bool:
    """Whether a line holds data of a catalogue, under labels that are known."""
    labels = labels_of(Metadata)
    return any(pair.label in labels for pair in pairs(line, (0, len(line)), labels))


def find_period(text: str) -> Period | None:
    """The days that the report says its statistics cover.

    >>> find_period("统计期限为2022年1月1日至12月31日。")
    Period(first=datetime.date(2022, 1, 1), last=datetime.date(2022, 12, 31))
    """
    said = fold(text) if any(word in text for word in _IN_TRADITIONAL) else text
    ends = sorted(found.end() for words in _PERIOD_WORDS for found in words.finditer(said))
    for end in ends:
        behind = fold(said[end : end + _PERIOD_REACH])
        both = _RANGE.search(behind)
        last = both or _UNTIL.search(behind)
        if both is not None:
            year, month, day, last_year, *last_day = both.groups()
            return Period(as_date(year, month, day), as_date(last_year or year, *last_day))
        if last is not None:
            return Period(None, as_date(*last.groups()))
    return None


def find_year(text: str, title: Title | None, period: Period | None) -> int | None:
    """The year reported on, from the title, the table, the period, or else from the prose.

    In prose it is the year named most often, if it is named as often as all others together.
    """
    if title is not None and title.year is not None:
        return title.year
    table = _STATISTICS_YEAR.search(text)
    if table is not None:
        return int(table[1])
    if period is not None and period.last is not None:
        return period.last.year
    named = Counter(PROSE_YEAR.findall(text)).most_common()
    if named and 2 * named[0][1] > sum(count for _, count in named):
        return int(named[0][0])
    return None


@attrs.frozen
class Labelled:
    """Where data stands under labels that are known, and under others (来源, 组配分类)."""

    known: tuple[Place, ...]
    others: tuple[Place, ...]


def find_metadata(text: str, body: int, title: Title | None) -> tuple[Metadata, Labelled]:
    """The block of catalogue data above the report's body, and where labelled data is in it.

    A label may stand close behind the title, with nothing between them.
    """
    title_end = min(title.place[1], body) if title else 0
    return _data(Metadata, text, [(0, title_end), (title_end, body)])


def find_contacts(text: str, places: Sequence[Place]) -> tuple[Contacts | None, Labelled]:
    """The people named around the table of 2014, and where labelled data is around it."""
    contacts, labelled = _data(Contacts, text, places)
    if contacts.reporting_unit is not None:
        unit = _PERIOD_BEHIND.sub("", contacts.reporting_unit)
        contacts = attrs.evolve(contacts, reporting_unit=unit or None)
    return (contacts if contacts != Contacts() else None), labelled


def _data(model: type[_T], text: str, places: Sequence[Place]) -> tuple[_T, Labelled]:
    """What is said first under each label counts; of the rest only the places are kept."""
    labels = labels_of(model)
    known: list[Place] = []
    others: list[Place] = []
    said: dict[str, str] = {}
    printed = labels | OTHER_LABELS
    for pair in chain.from_iterable(pairs(text, place, printed) for place in places):
        if pair.label not in labels:
            others.append(pair.place)
            continue
        known.append(pair.place)
        if pair.value:
            said.setdefault(pair.label, pair.value)
    return filled(model, said), Labelled(tuple(known), tuple(others))
