"""Put headings inside a line on lines of their own, for text whose lines a tool joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from more_itertools import map_reduce

from ..labels.marks import LONGEST_LABEL
from ..labels.spelling import end_of_label
from ..tables import MATTERS, SECTIONS
from ..text.chinese import ORDINAL
from ..text.fold import FOLD, blank_glosses, fold
from ..text.source import Place, Source

_SHORTEST = 60
"""Shorter lines hold only a heading, unless a sentence ends on them."""

_SPEAKS_OF = tuple('《“‘「『"，、；,;(（见')
_SPOKEN_OF = tuple('》”’」』"，、；,;)）的中部')
"""Signs before and behind a heading that is only mentioned: quotes and list separators."""
_ENDS = ("。", "年度报告", "年报")
"""The end of a sentence or title right before a heading."""
_SEVERAL = 2
_BORDERS = ("|", "\t")
_NO_WORDS = re.compile(r"[\W\d_]+")
_FEW = 6
"""Cells of a table of contents hold at most so many characters behind a heading."""
_SPACES = " \u3000\xa0"
_NEAR = 60
"""The most blanks between a border and the text of its cell."""
_SPELLED: Mapping[str, str] = map_reduce(FOLD, lambda code: chr(FOLD[code]), chr, "".join)
_GAP = r"(?:\s|\s{3,9})?"
"""A blank between characters, or blanks in place of the pinyin in brackets behind one."""


def _in_any_spelling(words: str) -> str:
    """A pattern for words in any variant of their characters, with gaps between them."""
    return _GAP.join(f"[{re.escape(char + _SPELLED.get(char, ''))}]" for char in words)


_WORDS = [fold(s.heading).partition("、")[2] for s in SECTIONS if "、" in s.heading]
_NUMBER = rf"{ORDINAL}{{1,2}}{_GAP}[、.．]\s?"
_PRESCRIBED = f"(?:{'|'.join(map(_in_any_spelling, _WORDS))})[:：。]?"
_KEYS = "|".join(_in_any_spelling(word) for section in SECTIONS for word in section.words)
_MATTERS = "|".join(map(_in_any_spelling, MATTERS))
_FREE = (
    rf"(?=[^\s\d，。；：,;:(（]{{0,20}}(?:{_KEYS}))"
    rf"[^\s\d，。；：,;:(（]{{0,24}}(?:(?P<matter>{_MATTERS})|{_in_any_spelling('统计表')})"
)
"""A heading in words of the agency's own."""
_ORDINAL = re.compile(_NUMBER)
_HEADING = re.compile(
    rf"{_NUMBER}{_PRESCRIBED}"
    rf"|(?:(?<=[。；;])(?P<ends>)|(?<!\S)){_NUMBER}{_FREE}(?(ends)|(?=\s|\Z|20\d\d|[（(][一二]))"
)
"""A heading; one in own words has to follow a sentence, or be set off by blanks."""
_MARK = re.compile(r"(?![（(《“])[\W_]")
_MAY_BEGIN = re.compile(f"。{_NUMBER}")
"""The beginning of a heading in any words, behind a sentence."""


def unglued(source: Source) -> Source:
    """Put headings on lines of their own if prose stands beside them.

    A heading that is directly followed by another belongs to a list of headings, and stays where
    it is.  So does a heading that is quoted, is a cell of a table, or is the only one in a line
    and inside a sentence.

    >>> from gov_disclosure.text.source import read_source
    >>> joined = read_source("一、总体情况2023年，我镇未收到申请。六、其他需要报告的事项无。")
    >>> unglued(joined).lines
    ['一、总体情况', '2023年，我镇未收到申请。', '六、其他需要报告的事项', '无。']
    """
    cuts = {
        number: found
        for number, line in enumerate(source.lines)
        if (len(line) > _SHORTEST or "。" in line) and (found := _headings(blank_glosses(line)))
    }
    if not cuts:
        return source
    places = [
        place
        for number, (start, end) in enumerate(source.places)
        for place in _between(start, end, cuts.get(number, ()))
    ]
    return Source(source.text, [source.text[slice(*place)] for place in places], places)


def _between(start: int, end: int, headings: Sequence[Place]) -> Iterator[Place]:
    """The places of a line's headings, and of the text between them."""
    ends = (start + at for heading in headings for at in heading)
    yield from (place for place in pairwise((start, *ends, end)) if place[0] < place[1])


def _headings(line: str) -> Sequence[Place]:
    """The places of headings in a line.

    A single heading inside a line may only be mentioned there, or be a cell; if there are several,
    borders beside them are those of tables around.
    """
    found = list(_spelled(line))
    if not found or (len(found) < _SEVERAL and _is_cell(line, found[0])):
        return ()
    ahead = [*(start for start, _ in found[1:]), len(line) + 1]
    own = [
        one
        for one, following in zip(found, ahead, strict=True)
        if _heads_prose(line, one, following)
    ]
    return own if len(own) >= _SEVERAL or (own and _stands_apart(line, own[0])) else ()


def _spelled(line: str) -> Iterator[Place]:
    """The places of the words of headings in a line, except headings of rows."""
    end = 0
    for number in _ORDINAL.finditer(line):
        heading = _HEADING.match(line, number.start()) if number.start() >= end else None
        if heading is None or (heading["matter"] and _heads_rows(line, heading.end())):
            continue
        end = heading.end()
        yield heading.start(), end


def _heads_rows(line: str, end: int) -> bool:
    """Whether words head rows, as some words in the table of 2014 do: a label or mark follows."""
    behind = fold(line[end : end + LONGEST_LABEL]).lstrip()
    return bool(behind) and (_MARK.match(behind) is not None or end_of_label(behind, 0) is not None)


def _stands_apart(line: str, heading: Place) -> bool:
    """Whether a single heading begins its line, or is the only one that follows a sentence."""
    before = line[: heading[0]].rstrip()
    return not before or (before.endswith(_ENDS) and not _MAY_BEGIN.search(line, heading[1]))


def _is_cell(line: str, heading: Place) -> bool:
    """Whether the border of a cell stands right beside a heading."""
    start, end = heading
    before = line[max(0, start - _NEAR) : start].rstrip(_SPACES)
    behind = line[end : end + _NEAR].lstrip(_SPACES)
    return before.endswith(_BORDERS) or behind.startswith(_BORDERS)


def _heads_prose(line: str, heading: Place, following: int) -> bool:
    """Whether a heading has a section, rather than being listed or mentioned."""
    start, end = heading
    said = _NO_WORDS.sub("", line[end:following])
    listed = following < len(line) and (not said or (_is_cell(line, heading) and len(said) <= _FEW))
    spoken_of = line.startswith(_SPOKEN_OF, end) or line.endswith(_SPEAKS_OF, 0, start)
    return not (listed or spoken_of)
