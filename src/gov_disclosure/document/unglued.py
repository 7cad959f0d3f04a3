"""Headings that stand in the midst of a line, as where a tool joined all lines, on their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from more_itertools import map_reduce

from ..labels.marks import LONGEST_LABEL
from ..labels.spelling import end_of_label
from ..tables import NOUNS, SECTIONS
from ..text.fold import FOLD, fold
from ..text.source import Place, Source

_SHORTEST = 60
"""A heading and no more fits on a shorter line, unless a sentence ends there."""

_SPEAKS_OF = tuple('《“‘「『"，、；,;(（见')
_SPOKEN_OF = tuple('》”’」』"，、；,;)）的中部')
"""What stands before and behind a heading that is just spoken of: quotes, and what parts a list."""
_ENDS = ("。", "年度报告", "年报")
"""What ends a sentence, or a title, right before a heading."""
_SEVERAL = 2
_BORDERS = ("|", "\t")
_NO_WORDS = re.compile(r"[\W\d_]+")
_FEW = 6
"""Cells of a table of contents, or of a list of what is done, say no more behind a heading."""
_SPACES = " \u3000\xa0"
_NEAR = 60
"""So many blanks at most stand between a border and what is in its cell."""
_SPELLED: Mapping[str, str] = map_reduce(FOLD, lambda code: chr(FOLD[code]), chr, "".join)


def _in_any_spelling(words: str) -> str:
    """A pattern for words in simplified or other characters, and with a blank between any two."""
    return r"\s?".join(f"[{re.escape(char + _SPELLED.get(char, ''))}]" for char in words)


_WORDS = [fold(s.heading).partition("、")[2] for s in SECTIONS if "、" in s.heading]
_NUMBER = r"[一二三四五六七八九十]{1,2}\s?[、.．]\s?"
_PRESCRIBED = f"(?:{'|'.join(map(_in_any_spelling, _WORDS))})[:：。]?"
_KEYS = "|".join(_in_any_spelling(word) for section in SECTIONS for word in section.words)
_FREE = (
    rf"(?=[^\s\d，。；：,;:(（]{{0,20}}(?:{_KEYS}))"
    rf"[^\s\d，。；：,;:(（]{{0,24}}(?:(?P<matter>{'|'.join(NOUNS)}|措施|问题)|统计表)"
)
"""The words of a heading that no notice prescribes."""
_ORDINAL = re.compile(_NUMBER)
_HEADING = re.compile(
    rf"{_NUMBER}{_PRESCRIBED}"
    rf"|(?:(?<=[。；;])(?P<ends>)|(?<!\S)){_NUMBER}{_FREE}(?(ends)|(?=\s|\Z|20\d\d|[（(][一二]))"
)
"""One that is not prescribed stands right behind a sentence, or apart from other words."""
_MARK = re.compile(r"(?![（(《“])[\W_]")
_MAY_BEGIN = re.compile(f"。{_NUMBER}")
"""Where a heading may begin in whatever words."""


def unglued(source: Source) -> Source:
    """The source with its headings on lines of their own, where prose stands beside them.

    A heading that another one follows with nothing between is one of a list of headings, and stays
    where it is; so does one that is quoted, or a cell of a table, or alone in the midst of a line.

    >>> from gov_disclosure.text.source import read_source
    >>> joined = read_source("一、总体情况2023年，我镇未收到申请。六、其他需要报告的事项无。")
    >>> unglued(joined).lines
    ['一、总体情况', '2023年，我镇未收到申请。', '六、其他需要报告的事项', '无。']
    """
    cuts = {
        number: found
        for number, line in enumerate(source.lines)
        if (len(line) > _SHORTEST or "。" in line) and (found := _headings(line))
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
    """The places of a line's headings, and of what stands between these."""
    ends = (start + at for heading in headings for at in heading)
    yield from (place for place in pairwise((start, *ends, end)) if place[0] < place[1])


def _headings(line: str) -> Sequence[Place]:
    """Where headings stand in a line: at its beginning, behind a sentence, or several of them.

    A single one in the midst of it may be just spoken of, or be a cell.  One of several has borders
    beside it where tables stand around it.
    """
    found = list(_spelled(line))
    if not found or (len(found) < _SEVERAL and _is_cell(line, found[0])):
        return ()
    ahead = [*(start for start, _ in found[1:]), len(line) + 1]
    own = [
        one for one, following in zip(found, ahead, strict=True) if _is_own(line, one, following)
    ]
    return own if len(own) >= _SEVERAL or (own and _is_sure(line, own[0])) else ()


def _spelled(line: str) -> Iterator[Place]:
    """Where the words of headings stand in a line, those left out that rows stand behind."""
    end = 0
    for number in _ORDINAL.finditer(line):
        heading = _HEADING.match(line, number.start()) if number.start() >= end else None
        if heading is None or (heading["matter"] and _heads_rows(line, heading.end())):
            continue
        end = heading.end()
        yield heading.start(), end


def _heads_rows(line: str, end: int) -> bool:
    """Whether a mark or the label of a row stands behind words: the table of 2014 has such too."""
    behind = fold(line[end : end + LONGEST_LABEL]).lstrip()
    return bool(behind) and (_MARK.match(behind) is not None or end_of_label(behind, 0) is not None)


def _is_sure(line: str, heading: Place) -> bool:
    """Whether a single heading begins its line, or ends a sentence and has none like it behind."""
    before = line[: heading[0]].rstrip()
    return not before or (before.endswith(_ENDS) and not _MAY_BEGIN.search(line, heading[1]))


def _is_cell(line: str, heading: Place) -> bool:
    """Whether a heading has the border of a cell right beside it."""
    start, end = heading
    before = line[max(0, start - _NEAR) : start].rstrip(_SPACES)
    behind = line[end : end + _NEAR].lstrip(_SPACES)
    return before.endswith(_BORDERS) or behind.startswith(_BORDERS)


def _is_own(line: str, heading: Place, following: int) -> bool:
    """Whether a heading is more than one of a list of headings, or spoken of."""
    start, end = heading
    said = _NO_WORDS.sub("", line[end:following])
    listed = following < len(line) and (not said or (_is_cell(line, heading) and len(said) <= _FEW))
    spoken_of = line.startswith(_SPOKEN_OF, end) or line.endswith(_SPEAKS_OF, 0, start)
    return not (listed or spoken_of)
