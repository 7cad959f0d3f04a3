"""Titles of reports: how they are spelled, and where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import attrs

from ..text.fold import fold, squeeze, without_asides, without_glosses
from ..text.furniture import is_furniture
from ..text.source import Place, Source, bare, without_markup
from ..values import Metadata
from .names import CHINESE_YEAR, in_digits, names_a_body
from .pairs import OTHER_LABELS, labels_of

_PRINTED = re.compile(r"\S")
_SHORTEST_LABEL = 3
_YEAR = r"(?:19|20)\d\d(?:[-—–~至](?:19|20)\d\d(?:学?年)?)?年?度?"
_BESIDE = (
    r"(?:\([^()]{2,8}\)|大中小(?![学企])|(?:[^:>›»]{1,8}:)?(?:[^:>›»]{1,20}[>›»])++"
    r"|(?:[Pp](?:age|\.)\d{1,4}|第\d{1,4}页)[-—–|:])"
)
"""A kind of document in brackets, the choice of print, the path of the page, or its number."""

_OPENING = '*#《“"<'
_AGENCY = rf"(?P<agency>(?![{_OPENING}])[^:,。;!?>›»|_《》\[\]]{{0,40}}?)"
_REPORT = (
    r"(?:政府信息公开|政务信息公开|信息公开|政府信息与政务公开|政务公开)(?:工作)?(?:情况)?的?"
    rf"(?:{_YEAR})?(?:年度)?(?:工作)?(?:情况)?的?(?:年度)?(?:报告|年报)(?:\(20\d\d年?度?\))?"
)
_IN_EVERY_TITLE = "公开"
_TITLE = re.compile(
    rf"[{_OPENING}|]{{0,6}}(?:(?:(?:信息|文件)名称|[文附]件下载|(?:标题|名称)(?![省市县区镇乡村]))[:|]{{0,2}}|(?P<beside>{_BESIDE}))?"
    rf"(?P<title>(?:关于)?(?:{_YEAR}|\[20\d\d\])?{_AGENCY}(?:关于)?(?:{_YEAR})?的?{_REPORT})",
    re.ASCII,
)
"""A title as it is spelled without any blanks."""

_LAST_LINE = re.compile(
    r"[关于\d〇○零一二三四五六七八九年度的政府务与信息公开工作情况]*+(?:报告?|\(\d)"
)
"""How the last line of a title begins that has its agency on a line above."""

_MARKUP_AS_BLANKS = str.maketrans("#*", "  ")
"""Marks of Markdown between the lines of a title are none of its letters."""

_FOUR_DIGITS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)
_NAMED_ON = re.compile(
    r"""(?: \s* \([^()]{1,20}\) )?                      # a remark
        (?: \. (?:docx?|pdf|wps|ofd|html?|txt) )?       # the name of a file
        (?: \s* [-_—–|]+ \s* [^\W\d][^,。;:|]{1,40} )?  # the names of a site and its pages
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?:一、|本报告|根据|按照|依据)")
"""What a report begins with, where it stands on the line of its title."""

_LABELS = "|".join(sorted(labels_of(Metadata) | OTHER_LABELS, reverse=True))
_LONG_LABELS = "|".join(label for label in _LABELS.split("|") if len(label) >= _SHORTEST_LABEL)
"""Labels that no body's name begins with, as one may with 主题 or 来源."""

_DATA = re.compile(rf"\s*(?:{_LABELS})\s*:")
_NEVER_BEHIND = frozenset(":,>›»、")

NO_AGENCY = re.compile(
    f"(?:{_LONG_LABELS})|"
    "(?:做好|报送|印发|编制|编写|发布|公布|公开|开展|根据|按照|依据|详见|参见|查看|以下|附件|本(?!溪))"
    "|.*(?:首页|报告|年报|通知|现将)"
)
"""What is no agency, but words about reports, or the data of a catalogue."""

_NOTICE = re.compile("[^。;:《]{0,20}通知")
"""What follows the words of a title where they are those of a notice about reports."""

AGENCY_ENDS = frozenset("局委办厅府镇乡处会院馆所队站社部署关校区县市省州盟旗司室心道政协团行场")
"""The last letters of the names of bodies."""
_BRACKETS = "(（〔【"
_MARKS = '*#《》“”"<> |'
"""What marks a heading in plain text or wraps it, and is no part of it; or what parts cells."""

_LONGEST = 60
_FARTHEST = 160
"""A title and what stands before it on its line are no longer."""

_Names = tuple[str | None, int | None]
"""The agency and the year that a title names."""

_SEVERAL = 2
_MOST_LINES = 4
_LINES_ABOVE = 300


@attrs.frozen
class Title:
    """A title as printed, with what it names, and where it stands.

    ``alone`` tells that nothing else stands on its lines.
    """

    text: str
    agency: str | None
    year: int | None
    place: Place
    alone: bool = True


def find_title(source: Source, until: int) -> Title | None:
    """The title among the lines before ``until``; one that names agency and year is preferred.

    A title may be broken over lines, with the agency on the first of them.  Where others' stand
    there too, as in a list of links, it is the one named most often, then the nearest to what
    follows.
    """
    lines = list(islice(_printed(source, until), _LINES_ABOVE))
    best = [title for title in map(_best, _titles(source, lines)) if title is not None]
    if len(best) < _SEVERAL or until == len(source.lines):
        return min(best, key=_faults, default=None)
    named = Counter(map(_names, best))
    meant = max(reversed(best), key=lambda title: _rank(title, named))
    return min((title for title in best if _names(title) == _names(meant)), key=_faults)


def _rank(title: Title, named: Counter[_Names]) -> tuple[tuple[bool, ...], int]:
    """How well a title names its report, not counting what stands beside it, and how often."""
    *lacks, _ = _faults(title)
    return tuple(not fault for fault in lacks), named[_names(title)]


def _names(title: Title) -> _Names:
    return title.agency and squeeze(title.agency), title.year


def find_titles(source: Source) -> Iterator[Title]:
    """Every title of a report that fills a line of the text, or some lines."""
    best = map(_best, _titles(source, list(_printed(source, len(source.lines)))))
    return filter(None, best)


def _printed(source: Source, until: int) -> Iterator[int]:
    """The numbers of the lines that are not blank."""
    return (number for number, line in enumerate(source.lines[:until]) if not line.isspace())


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


def _titles(source: Source, numbers: Sequence[int]) -> Iterator[Iterator[Title]]:
    """For each line on which a title may end, the titles that do so."""
    for at, number in enumerate(numbers):
        line = source.lines[number]
        if "报" in line or "報" in line or line.lstrip()[0] in _BRACKETS:
            first = max(0, at - _MOST_LINES + 1) if _may_have_more_above(line) else at
            places = [bare(source.text, *source.places[n]) for n in numbers[first : at + 2]]
            yield _ending_on(source.text, places[: at + 1 - first], places[-1][1])


def _may_have_more_above(line: str) -> bool:
    """Whether a line may be the last one of a title that begins with an agency above."""
    said = without_asides(without_markup(line)[:_LONGEST])
    return _LAST_LINE.match("".join(said.split())) is not None


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
    words = _words(text, start, min(end, last_start + _FARTHEST))
    if words is None or not _are_broken_rightly(text, words, lines):
        return None
    begin, stop = words.place
    behind = text[stop : min(end, stop + _FARTHEST)]
    named_on = _named_on(behind) if behind.strip(_MARKS) else len(behind)
    alone = not text[stop:end].strip(_MARKS) and not words.are_behind_others
    if named_on is None or not (alone or words.year):
        return None
    if _NOTICE.fullmatch("".join(text[stop : min(until, stop + _LONGEST)].split())):
        return None
    printed = "".join(map(without_markup, text[begin:stop].splitlines()))
    agency = without_glosses(text[slice(*words.agency)]) if words.agency else None
    named = agency if names_a_body(agency) else None
    return Title(printed, named, words.year, (start, stop + named_on), alone)


@attrs.frozen
class _Words:
    """Where the words of a title stand, and what they name."""

    place: Place
    agency: Place | None
    year: int | None
    are_behind_others: bool


def _words(text: str, start: int, end: int) -> _Words | None:
    """The words of a title at the beginning of a stretch, whatever blanks stand between them."""
    said = without_asides(text[start:end]).translate(_MARKUP_AS_BLANKS)
    squeezed = "".join(said.split())
    if _IN_EVERY_TITLE not in squeezed:
        return None
    found = _TITLE.match(CHINESE_YEAR.sub(_in_digits, squeezed))
    if found is None or NO_AGENCY.match(found["agency"]) or _is_cut(found["agency"]):
        return None
    chars = _places_of_letters(said, start)
    title, agency = (
        (chars[first], chars[last - 1] + 1) for first, last in map(found.span, ("title", "agency"))
    )
    years = set(_FOUR_DIGITS.findall(found["title"]))
    return _Words(
        place=title,
        agency=agency if found["agency"] else None,
        year=int(years.pop()) if len(years) == 1 else None,
        are_behind_others=found["beside"] is not None,
    )


def _is_cut(agency: str) -> bool:
    """Whether a bracket is open in a name, or closes what was open before."""
    return agency.count("(") != agency.count(")")


def _places_of_letters(said: str, start: int) -> Sequence[int]:
    """Where the characters stand that are no blanks, in what stands at a place."""
    if len(said.split()) == 1:
        return range(start, start + len(said))
    return [start + char.start() for char in _PRINTED.finditer(said)]


def _in_digits(year: re.Match[str]) -> str:
    return in_digits(year[0])


def _are_broken_rightly(text: str, words: _Words, lines: Sequence[Place]) -> bool:
    """Whether words that fill some lines are one title: its agency stands on the first of them."""
    if len(lines) == 1:
        return True
    if words.place[1] <= lines[-1][0] or (len(lines) > 2 and not words.year):
        return False
    first_end = lines[0][1]
    if words.agency is None or words.agency[1] < first_end:
        return True
    return words.agency[1] == first_end and fold(text[first_end - 1]) in AGENCY_ENDS


def _named_on(behind: str) -> int | None:
    """How much of what stands behind a title on its line belongs to it; None if it is no title."""
    said = fold(behind)
    named = _NAMED_ON.match(said)
    end = named.end() if named else 0
    rest = said[end:]
    if not rest or _GOES_ON.match(rest) or _DATA.match(rest):
        return end
    return end if rest[0] not in _NEVER_BEHIND and is_furniture(rest.strip()) else None
