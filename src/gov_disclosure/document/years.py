"""Tables of other years: captions that name the year of the table or rows below them.

The report's own years are those of its title and period.  A title may name the year of
publication instead: if all captions name a single year, and the prose mentions it more than any
other, that year is the report's own too.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence, Set

import attrs

from ..cells.sifting.sifted import Captioned
from ..labels.spelling import begins_label
from ..text.chinese import DIGITS, ORDINAL, ZEROS, read_year
from ..text.source import BORDERS, PARTS, Place
from .front import Front
from .outline import Heading
from .periods import PROSE_YEAR

_YEAR = re.compile(
    r"(?P<year>年度?)[ ]{0,2}"
    r"(?:[^\W\d_]{0,14}(?:报告|年报|数据|情况|统计|同期)(?:如下)?|[^\W\d_]{2,16}表)?"
    r"[:：)）\]】*_]{0,3}"
    rf"(?=[ ]*(?:[{BORDERS}\t\r\n]|\Z)|[ ]{{2}})"
)
_WHICH = re.compile(
    rf"(?:[2２][0０][0-9０-９]{{2}}[ ]{{0,2}}|[二2][{ZEROS}][{DIGITS}]{{2}}|[本今去前]|上一?)\Z"
)
_FARTHEST = 6
"""The longest spelling of a year before 年."""
_LONGEST_LINE = 120
_OF_WORK = re.compile(r"(?:工作|有关)情况(?:如下)?[\W_]*\Z")
"""The end of a caption of prose rather than a table."""
_LAST = 0
"""The year of a caption such as 上年 or 本年."""
_OWN = frozenset("本今")
_ATTACHED = r"(?:附[件表]?|表)[0-9]?"
_LEADING = rf"(?:注[:：]|其中[:：]?|以下[为是]|[(（]?(?:{ORDINAL}|[0-9]){{1,2}}[)）、.．])"
"""The number of a caption, or words before its year."""
_AHEAD = rf"(?:(?:{_ATTACHED}[:：]?|{_LEADING})[ ]?){{0,2}}"
_BEFORE = re.compile(rf"(?:[{BORDERS}\t]| {{2}}|\A)[ #*_>(（\[【]*{_AHEAD}\Z")
"""The text before a caption on its line: a border, marks, or the number of an attachment."""
_FIGURE_BEHIND = re.compile(rf"[\s{BORDERS}]*[0-9]")
_MARKS = re.compile(rf"[\W_]*(?:(?:{_ATTACHED}|{_LEADING})[\W_]*){{0,2}}")
_BLANKS = re.compile(rf"[^\w{BORDERS}]*")
_BETWEEN = re.compile(r"[\W_]*(?:单\s?位[^\n|]{0,12})?[\W_]*")
"""The text between a caption and its table: marks, and the unit of the figures."""


@attrs.frozen
class _Caption:
    """A cell that names a year, or says 上年, 本年 or the like.

    ``line`` is where its line begins; ``is_own`` means that it says 本年 or 今年.
    """

    place: Place
    line: int
    year: int
    is_own: bool


def captioned_otherwise(
    text: str,
    found: Sequence[Heading],
    tables: Sequence[Place],
    front: Front,
) -> tuple[Captioned, ...]:
    """Find the captions of other years than the report's, with the stretch below each of them.

    ``tables`` are the places of rows and of the labels above them.
    """
    year, period = front.year, front.period
    captions = list(_captions(text))
    named = {caption.year for caption in captions if not caption.is_own}
    own = {year, period.last.year if period and period.last else year}
    if year is None:
        own |= named - {_LAST}
    if named <= own or _may_be_own(text, captions):
        return ()
    return tuple(_others(text, captions, found, sorted(tables), own))


def _captions(text: str) -> Iterator[_Caption]:
    """Every cell that names a year, except pieces of labels that begin with such words."""
    for found in _YEAR.finditer(text):
        which = _WHICH.search(text, max(0, found.start() - _FARTHEST), found.start())
        if which is None:
            continue
        line = _begin_of_line(text, which.start())
        if not _BEFORE.search(text[line : which.start()]):
            continue
        year = read_year(which[0].strip()) or _LAST
        is_own = which[0] in _OWN
        is_row = is_own and _FIGURE_BEHIND.match(text, found.end())
        words = (text[at : found.end()].strip(PARTS) for at in (line, which.start()))
        if year or is_row or not any(map(begins_label, words)):
            yield _Caption((which.start(), found.end()), line, year, is_own)


def _begin_of_line(text: str, at: int) -> int:
    """The beginning of the line around a place, or the farthest place that a caption may begin."""
    farthest = max(0, at - _LONGEST_LINE)
    end = text.rfind("\n", farthest, at)
    return farthest if end < 0 else end + 1


def _may_be_own(text: str, captions: Sequence[_Caption]) -> bool:
    """Whether all captions name one year, which prose mentions more than all others together."""
    year = captions[0].year
    if any(caption.year != year for caption in captions):
        return False
    spoken = Counter(map(int, PROSE_YEAR.findall(text)))
    spoken[year] -= len(captions)
    return 2 * spoken[year] > spoken.total()


def _others(
    text: str,
    captions: Sequence[_Caption],
    found: Sequence[Heading],
    used: Sequence[Place],
    own: Set[int | None],
) -> Iterator[Captioned]:
    """The stretch below each caption of another year, up to the next caption or heading."""
    ends = sorted({*(one.line for one in captions), *(h.place[0] for h in found), len(text)})
    years = {caption.year for caption in captions}
    for at, caption in enumerate(captions):
        if caption.is_own or caption.year in own or _is_listed(text, at, captions):
            continue
        place = _with_heading(text, caption.place, found)
        if _is_above(text, place, used):
            lone = years == {caption.year} - {_LAST} and used[0] >= place
            yield Captioned(place, ends[bisect_right(ends, place[1] - 1)], lone)


def _with_heading(text: str, caption: Place, found: Sequence[Heading]) -> Place:
    """The place of a caption, extended by a heading right below it, whose section it captions.

    A caption about work (工作情况) belongs to prose, and is not extended.
    """
    if _OF_WORK.search(text, *caption):
        return caption
    at = bisect_left(found, caption[1], key=lambda heading: heading.place[0])
    heading = found[at].place if at < len(found) else None
    is_right_above = heading and _BETWEEN.fullmatch(text, caption[1], heading[0])
    return (caption[0], heading[1]) if heading and is_right_above else caption


def _is_listed(text: str, at: int, captions: Sequence[_Caption]) -> bool:
    """Whether a caption is one of a list of years, with others on its line or right beside it."""
    caption = captions[at]
    beside = [*captions[max(0, at - 1) : at], *captions[at + 1 : at + 2]]
    return _MARKS.fullmatch(text, caption.line, caption.place[0]) is None or any(
        other.line == caption.line or _touch(text, *sorted((other.place, caption.place)))
        for other in beside
    )


def _touch(text: str, one: Place, other: Place) -> bool:
    return _BLANKS.fullmatch(text, one[1], other[0]) is not None


def _is_above(text: str, place: Place, used: Sequence[Place]) -> bool:
    """Whether a row or label of a table stands right behind a place, or around it."""
    at = bisect_left(used, place)
    around = used[max(0, at - 1) : at + 1]
    return any(
        start <= place[0] < end or (start >= place[1] and _BETWEEN.fullmatch(text, place[1], start))
        for start, end in around
    )
