"""What a report says of itself: its title, agency, year and period, and its metadata block."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

import attrs

from .fold import fold
from .pairs import Pair, as_date, filled, labels_of, pairs
from .source import Place, Source
from .values import Contacts, Metadata, Period

_T = TypeVar("_T", bound=attrs.AttrsInstance)

_YEAR = r"(?:(?:19|20)\d\d)年?度?"
_REPORT = (
    r"(?:政府信息公开|政务信息公开|信息公开|政府信息与政务公开|政务公开)(?:工作)?(?:情况)?的?"
    rf"(?:{_YEAR})?(?:年度)?(?:工作)?(?:情况)?的?(?:年度)?(?:报告|年报)"
)
_TITLE = re.compile(
    rf"(?:标题:)? ?(?:{_YEAR})?(?P<agency>[^:,。;>]*?)(?:关于)?(?:{_YEAR})?的? ?{_REPORT}"
    r"(?:\(20\d\d年?度?\))?",
    re.ASCII,
)
_FOUR_DIGITS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)
_TITLE_ENDS = ("报告", "年报", "報告", "年報")
_LONGEST_TITLE = 60
_MOST_TITLE_LINES = 3
_LINES_ABOVE = 60
_AGENCY_ENDS = frozenset("局委办厅府镇乡处会院馆所队站社部署关校区县市省州盟旗司室心道政协团行场")
_CHINESE_YEAR = re.compile("二[〇○零][〇○零一二三四五六七八九]{2}(?=年)")
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_PROSE_YEAR = re.compile(r"(20\d\d)\s*年(?!\s*\d)", re.ASCII)
_STATISTICS_YEAR = re.compile(r"\(\s*(20\d\d)\s*年度?\s*\)", re.ASCII)
_DAY = r"(20\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日"
_RANGE = re.compile(rf"{_DAY}\s*(?:起|零时)?\s*(?:至|到|—|–|-|~)\s*{_DAY}", re.ASCII)
_UNTIL = re.compile(rf"(?:截至|截止|止于|至)到?\s*{_DAY}", re.ASCII)
_PERIOD_WORDS = re.compile("统计期限|统计时限|统计时间|(?:数据|报告).{0,6}期限|统计数据|数据统计")
_PERIOD_REACH = 60


@attrs.frozen
class Title:
    """A title as printed, with what it names, and where it stands."""

    text: str
    agency: str | None
    year: int | None
    place: Place


def find_title(source: Source, until: int) -> Title | None:
    """The title among the lines before ``until``; one that names agency and year is preferred.

    A title may be broken over lines, with the agency on the first of them.
    """
    lines = [place for place in map(_stripped(source.text), source.places[:until]) if place]
    return next(_best_first(_titles(source.text, lines[:_LINES_ABOVE])), None)


def _best_first(titles: Iterable[Title]) -> Iterator[Title]:
    """First those that name agency and year, then those that name a year."""
    found = list(titles)
    yield from (title for title in found if title.agency and title.year)
    yield from (title for title in found if title.year)
    yield from found


def find_titles(source: Source) -> Iterator[Title]:
    """Every title of a report that fills a line of the text, or some lines."""
    strip = _stripped(source.text)
    for number, line in enumerate(source.lines):
        if len(line) <= 2 * _LONGEST_TITLE and any(word in line for word in _TITLE_ENDS):
            above = source.places[max(0, number - _MOST_TITLE_LINES + 1) : number + 1]
            lines = [place for place in map(strip, above) if place]
            found = [_title(source.text, lines[at:]) for at in reversed(range(len(lines)))]
            yield from islice(_best_first(filter(None, found)), 1)


def is_catalogue(line: str) -> bool:
    """Whether a line holds data of a catalogue, under labels that are known."""
    labels = labels_of(Metadata)
    return any(pair.label in labels for pair in pairs(line, (0, len(line)), labels))


def _stripped(text: str) -> Callable[[Place], Place | None]:
    """Places without the blanks around them; None for blank lines."""

    def strip(place: Place) -> Place | None:
        said = text[slice(*place)].strip()
        if not said:
            return None
        start = text.index(said[0], place[0])
        return start, start + len(said)

    return strip


def _titles(text: str, lines: list[Place]) -> Iterator[Title]:
    for at in range(len(lines)):
        for count in range(1, min(_MOST_TITLE_LINES, len(lines) - at) + 1):
            title = _title(text, lines[at : at + count])
            if title is not None and not _is_notice(text, lines[at : at + count + 1]):
                yield title


def _title(text: str, lines: list[Place]) -> Title | None:
    """The lines as a title, if they are one and each of them is needed for it."""
    printed = "".join(text[slice(*line)] for line in lines)
    if len(printed) > _LONGEST_TITLE:
        return None
    said = _CHINESE_YEAR.sub(lambda year: year[0].translate(_CHINESE_DIGITS), fold(printed))
    found = _TITLE.fullmatch(said)
    if found is None or not _belong_together(text, lines):
        return None
    agency = printed[slice(*found.span("agency"))].strip() or None
    year = _FOUR_DIGITS.search(said)
    shown = printed[found.start("agency") :] if said.startswith("标题") else printed
    return Title(shown, agency, int(year[0]) if year else None, (lines[0][0], lines[-1][1]))


def _is_notice(text: str, lines: list[Place]) -> bool:
    """Whether these lines, the next one included, name a notice about reports and not a report."""
    return "通知" in text[lines[0][0] : lines[-1][1]]


def _belong_together(text: str, lines: list[Place]) -> bool:
    """Whether a title broken over lines is one: its first line is an agency, or needs the next."""
    if len(lines) == 1:
        return True
    first_line, last_line = (fold(text[slice(*line)]) for line in (lines[0], lines[-1]))
    alone = _TITLE.fullmatch(last_line)
    if alone is not None and alone["agency"].strip():
        return False
    return first_line[-1] in _AGENCY_ENDS or "公开" in first_line


def find_period(text: str) -> Period | None:
    """The days that the report says its statistics cover."""
    for words in _PERIOD_WORDS.finditer(text):
        behind = fold(text[words.end() : words.end() + _PERIOD_REACH])
        both = _RANGE.search(behind)
        last = both or _UNTIL.search(behind)
        if both is not None:
            days = both.groups()
            return Period(as_date(*days[:3]), as_date(*days[3:]))
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
    named = Counter(_PROSE_YEAR.findall(text)).most_common()
    if named and 2 * named[0][1] > sum(count for _, count in named):
        return int(named[0][0])
    return None


@attrs.frozen
class Pairs:
    """Pairs whose labels are known, and those that have others (来源, 组配分类)."""

    known: tuple[Pair, ...]
    others: tuple[Pair, ...]


def find_metadata(text: str, place: Place) -> tuple[Metadata, Pairs]:
    """The block of catalogue data above the report, and the pairs in it."""
    return _data(Metadata, text, [place])


def find_contacts(text: str, places: Sequence[Place]) -> tuple[Contacts | None, Pairs]:
    """The people named around the table of 2014, and the pairs around it."""
    contacts, found = _data(Contacts, text, places)
    return (contacts if contacts != Contacts() else None), found


def _data(model: type[_T], text: str, places: Sequence[Place]) -> tuple[_T, Pairs]:
    labels = labels_of(model)
    found = [pair for place in places for pair in pairs(text, place, labels)]
    known = tuple(pair for pair in found if pair.label in labels)
    others = tuple(pair for pair in found if pair.label not in labels)
    said = {pair.label: pair.value for pair in reversed(known) if pair.value}
    return filled(model, said), Pairs(known, others)
