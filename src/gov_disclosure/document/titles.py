"""Titles of reports: find all of them in a text, each on one line or on several."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import attrs

from ..text.fold import fold, without_glosses
from ..text.source import Place, Source, bare, without_markup
from .behind import belonging, is_day
from .names import (
    ANY_LAST_LETTER,
    as_one_name,
    ends_like_a_body,
    is_of_a_site,
    may_stand_alone,
    names_a_body,
    names_a_place,
)
from .title_words import Words, letters_of, words_of
from .unbroken import unbroken
from .unmarked import JOINER, unmarked

_LAST_LINE = re.compile(
    rf"(?:[^\W\d_]?{ANY_LAST_LETTER})?"
    r"[关于\d〇○零一二三四五六七八九年度的政府务与信息公开工作情况]*+(?:报告?|\(\d)"
)
"""The beginning of the last line of a title whose agency stands on a line above."""

_NOTICE = re.compile("[^。;:《]{0,20}通知")
"""The words behind a title if they belong to a notice about reports."""

_ABOUT = "关于"
_ANNOUNCED = re.compile(r"的?(?:公示|公告)(?!\w)")
"""The end of the title of a page that shows a report: …年度报告公示, 关于…的公示."""

_BRACKETS = "(（〔【"
_MARKS = '*#《》“”"<> |'
"""Markup, quotes and borders around a title, which are not part of it."""

_AROUND_LINES = "=|~\\ \t"
"""Markup and borders around each line of a title."""

_SIGNS = re.compile(r"[\W_]+")
_ANY_YEAR = re.compile(r"\d{4}")
_WHOLE_YEAR = re.compile(r"\d{4}年度?")
_LAST_WORDS = ("报告", "報告", "年报", "年報")
_SHORTEST_PIECE = 6
_LONGEST = 60
_FARTHEST = 160
"""The greatest length of a title together with the text before it on its line."""

_SEVERAL = 2
_MOST_LINES = 6


@attrs.frozen
class Title:
    """A title as printed, with the agency and the year that it names, and its place.

    ``alone``: nothing else stands on its lines; ``listed``: a number or a day does, as in lists.
    """

    text: str
    agency: str | None
    year: int | None
    place: Place
    alone: bool = True
    listed: bool = False

    @property
    def faults(self) -> tuple[bool, ...]:
        """What a title lacks, the worst first: agency or year, and lines of its own."""
        has_both = self.agency and self.year
        return not has_both, not self.year, not self.agency, not self.alone

    @cached_property
    def _without_signs(self) -> str:
        return _SIGNS.sub("", self.text)

    def is_repeated_by(self, line: str) -> bool:
        """Whether a line is the title once more, perhaps without its year, or a piece of it.

        The first piece has the year, and the last one ends as the title does.

        >>> title = Title("石桥镇2022年政府信息公开年度报告", "石桥镇", 2022, (0, 18))
        >>> title.is_repeated_by("石桥镇 2022年"), title.is_repeated_by("石桥镇政府信息")
        (True, False)
        """
        said, title = _SIGNS.sub("", line), self._without_signs
        if len(said) < _SHORTEST_PIECE:
            return False
        if said in (title, _WHOLE_YEAR.sub("", title)):
            return True
        begins = title.startswith(said) and _ANY_YEAR.search(said) is not None
        return begins or (title.endswith(said) and said.endswith(_LAST_WORDS))


def find_titles(source: Source) -> Iterator[Title]:
    """Find every title in a text that fills one or several lines."""
    text = unmarked(source.text)
    return titles_on(text, printed(text, source.places))


def printed(text: str, lines: Iterable[Place]) -> Iterator[Place]:
    """The lines that are not blank."""
    return (line for line in lines if not text[slice(*line)].isspace())


def titles_on(text: str, lines: Iterable[Place]) -> Iterator[Title]:
    """The titles that end on the lines of a text without markup, at most one on each line."""
    return filter(None, map(_best_on_line, _titles(text, list(lines))))


def best_of(titles: Iterable[Title]) -> Title | None:
    """The first of the titles with the least faults."""
    return min(titles, key=operator.attrgetter("faults"), default=None)


def _best_on_line(titles: Iterable[Title]) -> Title | None:
    """The first title without faults, else the one with the least faults."""
    found = []
    for title in titles:
        if not any(title.faults):
            return title
        found.append(title)
    return best_of(found)


def _titles(text: str, printed: Sequence[Place]) -> Iterator[Iterator[Title]]:
    """The titles that end on each line, for all lines on which a title may end."""
    lines = unbroken(text, printed)
    for at, place in enumerate(lines):
        line = text[slice(*place)]
        if "报" in line or "報" in line or line.lstrip()[0] in _BRACKETS:
            first = max(0, at - _MOST_LINES + 1) if _may_have_more_above(line) else at
            places = [bare(text, *around) for around in lines[first : at + 2]]
            yield _ending_on(text, places[: at + 1 - first], places[-1][1])


def _may_have_more_above(line: str) -> bool:
    """Whether a line may be the last line of a title whose agency stands above."""
    said = "".join(letters_of(without_markup(line)[:_LONGEST]).split())
    return _LAST_LINE.match(said.lstrip(_AROUND_LINES)) is not None


def _ending_on(text: str, lines: Sequence[Place], until: int) -> Iterator[Title]:
    """The titles that end on the last line, the shortest first, up to one with an agency."""
    for first in reversed(range(len(lines))):
        title = _title(text, lines[first:], until)
        if title is not None:
            yield title
        if (title and title.agency) or _length(lines[first - 1]) > _LONGEST:
            return


def _length(place: Place) -> int:
    return place[1] - place[0]


def _title(text: str, lines: Sequence[Place], until: int) -> Title | None:
    """The title that begins on the first line and ends on the last, if there is one."""
    start, (last_start, end) = lines[0][0], lines[-1]
    words = words_of(text, start, min(end, last_start + _FARTHEST))
    if words is None or not _may_be_broken_so(text, words, lines):
        return None
    begin, stop = words.place
    stop = _end_of_announcement(text, words, stop)
    stop = _end_of_repeat(text, begin, stop)
    behind = text[stop : min(end, stop + _FARTHEST)]
    belongs = belonging(behind) if behind.strip(_MARKS) else len(behind)
    alone = not text[stop:end].strip(_MARKS) and not (words.are_behind_others or words.are_counted)
    if belongs is None or not (alone or words.is_dated):
        return None
    if _NOTICE.fullmatch("".join(text[stop : min(until, stop + _LONGEST)].split())):
        return None
    pieces = text[begin : words.place[1]].replace(JOINER, "").splitlines()
    printed = "".join(without_markup(piece.strip(_AROUND_LINES)) for piece in pieces)
    named = agency_in(text, words)
    if len(lines) > 1 and words.agency and not named:
        return None
    listed = words.are_counted or is_day(behind)
    return Title(printed, named, words.year, (start, stop + belongs), alone, listed)


def _end_of_announcement(text: str, words: Words, stop: int) -> int:
    """The end of a title, including 的公示 behind it.

    Only if it names an agency, and a year or 关于; otherwise these are just words about reports.
    """
    begin = words.place[0]
    if words.agency is None or not (words.year or text.startswith(_ABOUT, begin)):
        return stop
    announced = _ANNOUNCED.match(text, stop)
    return announced.end() if announced else stop


def _end_of_repeat(text: str, begin: int, stop: int) -> int:
    """Where a title ends that is printed once more right behind itself, as crawlers join it."""
    said = text[begin:stop]
    return stop + len(said) if text.startswith(said, stop) else stop


def _is_broken_name(name: str, first: str) -> bool:
    """Whether a name was broken, so that its last characters begin the next line."""
    rest = name[len(first) :]
    is_next = len(rest.splitlines()) <= _SEVERAL and names_a_place(fold(first))
    return is_next and len(rest.split()) == 1 and not names_a_body(rest.strip())


def agency_in(text: str, words: Words) -> str | None:
    """The agency in the words of a title, if its name is that of a certain body."""
    said = text[slice(*words.agency)] if words.agency else ""
    name = as_one_name(without_glosses(said.replace(JOINER, "")))
    if name is None or not names_a_body(name):
        return None
    folded = fold(name)
    return name if ends_like_a_body(folded) and not is_of_a_site(folded) else None


def _may_be_broken_so(text: str, words: Words, lines: Sequence[Place]) -> bool:
    """Whether the lines can be those of a single title, with its agency on the first line."""
    if len(lines) == 1:
        return True
    if words.place[1] <= lines[-1][0] or (len(lines) > 2 and not words.year):
        return False
    first_end = lines[0][1]
    if words.agency is None or words.agency[1] < first_end:
        return True
    name = fold(text[slice(*words.agency)])
    if not letters_of(text[words.agency[1] : first_end + 1]).strip():
        return may_stand_alone("".join(name.split()))
    return _is_broken_name(text[slice(*words.agency)], text[words.agency[0] : first_end])
