"""Titles of reports: where they stand, and which one is the report's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import attrs

from ..text.fold import fold, squeeze, without_glosses
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
"""How the last line of a title begins that has its agency on a line above."""

_NOTICE = re.compile("[^。;:《]{0,20}通知")
"""What follows the words of a title where they are those of a notice about reports."""

_ABOUT = "关于"
_ANNOUNCED = re.compile(r"的?(?:公示|公告)(?!\w)")
"""What pages say of a report that they show: 关于…的公示."""

_BRACKETS = "(（〔【"
_MARKS = '*#《》“”"<> |'
"""What marks a heading in plain text or wraps it, and is no part of it; or what parts cells."""

_AROUND_LINES = "=|~\\ \t"
"""What stands around each line of a title in markup or a table."""

_LONGEST = 60
_FARTHEST = 160
"""A title and what stands before it on its line are no longer."""

_Names = tuple[str | None, int | None]
"""The agency and the year that a title names."""

_SEVERAL = 2
_MOST_LINES = 6
_LINES_ABOVE = 300


@attrs.frozen
class Title:
    """A title as printed, with what it names, and where it stands.

    ``alone`` tells that nothing else stands on its lines, ``listed`` that a number or a day does,
    as in lists.
    """

    text: str
    agency: str | None
    year: int | None
    place: Place
    alone: bool = True
    listed: bool = False


def find_title(source: Source, until: int) -> Title | None:
    """The title among the lines before ``until``; one that names agency and year is preferred.

    A title may be broken over lines, with the agency on the first of them.  Where others' stand
    there too, as in a list of links, it is the one named most often, then the nearest to what
    follows.
    """
    above = source.places[:until]
    text = unmarked(source.text[: above[-1][1]] if above else "")
    lines = list(islice(_printed(text, above), _LINES_ABOVE))
    best = [title for title in map(_best, _titles(text, lines)) if title is not None]
    if len(best) < _SEVERAL or until == len(source.lines):
        return min(best, key=_faults, default=None)
    best = [title for title in best if not title.listed] or best
    named = Counter(map(_names, best))
    meant = max(reversed(best), key=lambda title: _rank(title, named))
    if _are_others(best[-1], meant, best):
        return best[-1]
    return min((title for title in best if _names(title) == _names(meant)), key=_faults)


def _are_others(own: Title, meant: Title, best: Iterable[Title]) -> bool:
    """Whether titles above the nearest one, which names no agency, are those of other reports."""
    agencies = {_names(title)[0] for title in best if title.agency and title.year == own.year}
    is_sure = own.alone and own.year and not own.agency
    return bool(is_sure and (meant.year != own.year or len(agencies) > 1))


def _rank(title: Title, named: Counter[_Names]) -> tuple[tuple[bool, ...], int]:
    """How well a title names its report, not counting what stands beside it, and how often."""
    *lacks, _ = _faults(title)
    return tuple(not fault for fault in lacks), named[_names(title)]


def _names(title: Title) -> _Names:
    return title.agency and squeeze(title.agency), title.year


def find_titles(source: Source) -> Iterator[Title]:
    """Every title of a report that fills a line of the text, or some lines."""
    text = unmarked(source.text)
    return filter(None, map(_best, _titles(text, list(_printed(text, source.places)))))


def _printed(text: str, lines: Iterable[Place]) -> Iterator[Place]:
    """The lines that are not blank."""
    return (line for line in lines if not text[slice(*line)].isspace())


def _best(titles: Iterable[Title]) -> Title | None:
    """The first that lacks nothing, else the one that lacks least."""
    found = []
    for title in titles:
        if not any(_faults(title)):
            return title
        found.append(title)
    return min(found, key=_faults, default=None)


def _faults(title: Title) -> tuple[bool, ...]:
    """What a title lacks, the worst first: a name and a year, a year, a name, lines of its own."""
    has_both = title.agency and title.year
    return not has_both, not title.year, not title.agency, not title.alone


def _titles(text: str, printed: Sequence[Place]) -> Iterator[Iterator[Title]]:
    """For each line on which a title may end, the titles that do so."""
    lines = unbroken(text, printed)
    for at, place in enumerate(lines):
        line = text[slice(*place)]
        if "报" in line or "報" in line or line.lstrip()[0] in _BRACKETS:
            first = max(0, at - _MOST_LINES + 1) if _may_have_more_above(line) else at
            places = [bare(text, *around) for around in lines[first : at + 2]]
            yield _ending_on(text, places[: at + 1 - first], places[-1][1])


def _may_have_more_above(line: str) -> bool:
    """Whether a line may be the last one of a title that begins with an agency above."""
    said = "".join(letters_of(without_markup(line)[:_LONGEST]).split())
    return _LAST_LINE.match(said.lstrip(_AROUND_LINES)) is not None


def _ending_on(text: str, lines: Sequence[Place], until: int) -> Iterator[Title]:
    """The titles that end on the last of some lines; none is longer than one with an agency."""
    for first in reversed(range(len(lines))):
        title = _title(text, lines[first:], until)
        if title is not None:
            yield title
        if (title and title.agency) or _length(lines[first - 1]) > _LONGEST:
            return


def _length(place: Place) -> int:
    return place[1] - place[0]


def _title(text: str, lines: Sequence[Place], until: int) -> Title | None:
    """What begins on the first of some lines and ends on the last, if it is a title."""
    start, (last_start, end) = lines[0][0], lines[-1]
    words = words_of(text, start, min(end, last_start + _FARTHEST))
    if words is None or not _are_broken_rightly(text, words, lines):
        return None
    begin, stop = words.place
    stop = _end_of_announcement(text, words, stop)
    behind = text[stop : min(end, stop + _FARTHEST)]
    belongs = belonging(behind) if behind.strip(_MARKS) else len(behind)
    alone = not text[stop:end].strip(_MARKS) and not (words.are_behind_others or words.are_counted)
    if belongs is None or not (alone or words.year):
        return None
    if _NOTICE.fullmatch("".join(text[stop : min(until, stop + _LONGEST)].split())):
        return None
    pieces = text[begin : words.place[1]].replace(JOINER, "").splitlines()
    printed = "".join(without_markup(piece.strip(_AROUND_LINES)) for piece in pieces)
    named = _name_of_a_body(text[slice(*words.agency)]) if words.agency else None
    if len(lines) > 1 and words.agency and not named:
        return None
    listed = words.are_counted or is_day(behind)
    return Title(printed, named, words.year, (start, stop + belongs), alone, listed)


def _end_of_announcement(text: str, words: Words, stop: int) -> int:
    """Where a title ends that a page announces: its words, or 的公示 behind them.

    It has to name its agency: of others, words about reports are no title.
    """
    begin = words.place[0]
    if words.agency is None or not text.startswith(_ABOUT, begin):
        return stop
    announced = _ANNOUNCED.match(text, stop)
    return announced.end() if announced else stop


def _is_broken_name(name: str, first: str) -> bool:
    """Whether a name that begins on a line ends with the first letters of the next line."""
    rest = name[len(first) :]
    is_next = len(rest.splitlines()) <= _SEVERAL and names_a_place(fold(first))
    return is_next and len(rest.split()) == 1 and not names_a_body(rest.strip())


def _name_of_a_body(words: str) -> str | None:
    """The name that stands for the agency in a title, if it is a certain body's."""
    name = as_one_name(without_glosses(words.replace(JOINER, "")))
    if name is None or not names_a_body(name):
        return None
    folded = fold(name)
    return name if ends_like_a_body(folded) and not is_of_a_site(folded) else None


def _are_broken_rightly(text: str, words: Words, lines: Sequence[Place]) -> bool:
    """Whether words that fill some lines are one title: its agency stands on the first of them."""
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
