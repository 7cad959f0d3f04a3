"""The outline of a report: its headings, and the lines below each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

import attrs
from more_itertools import all_unique, partition

from ..forms import units
from ..labels.marks import MARKS, Sort
from ..text.chinese import ORDINAL
from ..text.fold import fold
from ..text.source import Place, Source
from .heading_lines import LineRead, lines_read

_IN_CHINESE = re.compile(rf"{ORDINAL}{{1,3}} ?[、.．,，:：]")
_IN_DIGITS = re.compile(r"[0-9０-９]{1,2} ?[、.．]")
"""The number of a section, and that of a point of the sections above if they name the same."""

_AROUND_A_CELL = "| \t\r\n\u3000\xa0"
_SEVERAL = 2
_ENOUGH_BRACKETED = 3
_FIGURES_BEHIND = re.compile(
    rf"(?:(?:\s[-+]?\d++(?:\.\d+)?){{2,}}|\s(?:{'|'.join(sorted(units()))})\s\d++)$"
)
_SENTENCE_SIGNS = frozenset("。，")
_ENDS_ABOVE = frozenset("。；：:")
"""The last sign of a paragraph above a heading."""
_FIRST_POINTS = ("（一）", "(一)")


@attrs.frozen
class Heading:
    """A heading: the key of its section, None if no form has it, its line and its place.

    ``money`` is the unit of money that the heading names; ``in_brackets``: its number is (一).
    """

    key: str | None
    line: int
    place: Place
    money: str | None
    in_brackets: bool


def headings(source: Source) -> tuple[Heading, ...]:
    """Find the headings of a report, in the order of the text.

    Those with their number in brackets head the parts of a section; where no others are, and there
    are several, they head the sections.

    A sentence that begins like a heading (三、主动公开情况。全年…) is an item of a list if the
    heading itself stands below on a line of its own.
    """
    bracketed, others = map(tuple, partition(_has_no_bracket, _headings(source)))
    found = (
        others if any(one.key for one in others) or not _number_sections(bracketed) else bracketed
    )
    items = {one.line for one in found if one.key and _begins_sentence(source.text, one)}
    if not items:
        return found
    alone = {one.key: one.line for one in found if one.line not in items}
    return tuple(one for one in found if one.line not in items or alone.get(one.key, 0) <= one.line)


def _number_sections(bracketed: Sequence[Heading]) -> bool:
    """Whether headings with numbers in brackets are those of several sections, each once."""
    return len(bracketed) >= _ENOUGH_BRACKETED and all_unique(one.key for one in bracketed)


def _has_no_bracket(heading: Heading) -> bool:
    return not heading.in_brackets


def _begins_sentence(text: str, heading: Heading) -> bool:
    """Whether a heading ends in a full stop, and a sentence follows it on its line."""
    _, end = heading.place
    stop = text.find("。", end - 1, end + 1)
    return stop >= 0 and text[stop + 1 : stop + 2].strip() != ""


def _headings(source: Source) -> Iterator[Heading]:
    in_statistics = False
    readings = lines_read(source.lines)
    named = {read.key for read in readings if read is not None and read.heads_surely}
    for number, read in _without_points(readings):
        in_statistics = in_statistics or read.is_header
        if read.key is None or not _is_told(read, source.lines, number):
            continue
        may_be_row = read.may_be_row or read.in_brackets
        if not (in_statistics and may_be_row) and (read.is_sure or read.key not in named):
            named.add(read.key)
            in_statistics = False
            at = source.places[number][0] + source.lines[number].index(read.said)
            place = (at, at + len(read.said))
            yield Heading(read.key or None, number, place, read.money, read.in_brackets)


def _without_points(readings: Sequence[LineRead | None]) -> Iterator[tuple[int, LineRead]]:
    """The lines with their numbers, without points that are named like a section around or below.

    Sections have Chinese numbers, and their points have digits (1.主动公开政府信息情况).
    """
    lines = [(number, read) for number, read in enumerate(readings) if read is not None]
    sections = {read.key: number for number, read in lines if _IN_CHINESE.match(read.said)}
    around = None
    for number, read in lines:
        if _IN_CHINESE.match(read.said):
            around = read.key
        is_point = read.key is not None and _IN_DIGITS.match(read.said)
        if not (is_point and (read.key == around or number < sections.get(read.key, 0))):
            yield number, read


def _is_told(read: LineRead, lines: Sequence[str], number: int) -> bool:
    """Whether a line that may be a heading is told as one by the lines around it, where needed."""
    if not (read.is_sure or _is_apart(lines, number)):
        return False
    if read.heads_rows and not _is_above_prose(lines, number):
        return False
    return not (read.may_be_label and _has_figures(read.said, lines, number))


def _is_apart(lines: Sequence[str], number: int) -> bool:
    """Whether a line is between a sentence or a blank line above, and prose or a point below."""
    above = lines[number - 1].strip() if number else ""
    if above and above[-1] not in _ENDS_ABOVE:
        return False
    below = next(_printed_below(lines, number), "").lstrip()
    return _is_above_prose(lines, number) or below.startswith(_FIRST_POINTS)


def _is_above_prose(lines: Sequence[str], number: int) -> bool:
    """Whether the next line that is not blank has punctuation of sentences."""
    below = next(_printed_below(lines, number), "")
    return not _SENTENCE_SIGNS.isdisjoint(below)


def _has_figures(said: str, lines: Sequence[str], number: int) -> bool:
    """Whether figures stand behind words: several, also on the next lines, or one with its unit."""
    if _FIGURES_BEHIND.search(fold(said)):
        return True
    figures = [
        MARKS[line.strip(_AROUND_A_CELL)].sort is Sort.NUMBER
        for line in islice(_printed_below(lines, number), _SEVERAL)
    ]
    return len(figures) == _SEVERAL and all(figures)


def _printed_below(lines: Sequence[str], number: int) -> Iterator[str]:
    """The lines below another that are not blank."""
    return filter(str.strip, map(lines.__getitem__, range(number + 1, len(lines))))


def parts(source: Source, found: tuple[Heading, ...]) -> Iterator[tuple[Heading | None, slice]]:
    """Cut the lines at the headings: first the lines above all headings, then those below each."""
    ends = [heading.line for heading in found] + [len(source.lines)]
    yield None, slice(0, ends[0])
    for heading, end in zip(found, ends[1:], strict=True):
        yield heading, slice(heading.line + 1, end)
