"""Headings that stand in the midst of a line, as where a tool joined all lines, on their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from more_itertools import map_reduce

from .fold import FOLD, fold
from .source import Place, Source
from .tables import SECTIONS

_SHORTEST = 60
"""A heading and no more fits on a shorter line, unless a sentence ends there."""

_SPEAKS_OF = tuple('《“‘「『"，、；,;(（见')
_SPOKEN_OF = tuple('》”’」』"，、；,;)）的中部')
"""What stands before and behind a heading that is just spoken of: quotes, and what parts a list."""
_SPELLED: Mapping[str, str] = map_reduce(FOLD, lambda code: chr(FOLD[code]), chr, "".join)


def _in_any_spelling(words: str) -> str:
    """A pattern for words in simplified or other characters, and with a blank between any two."""
    return r"\s?".join(f"[{re.escape(char + _SPELLED.get(char, ''))}]" for char in words)


_WORDS = [fold(s.heading).partition("、")[2] for s in SECTIONS if "、" in s.heading]
_NUMBER = r"[一二三四五六七八九十]{1,2}\s?[、.．]\s?"
_HEADING = re.compile(f"{_NUMBER}(?:{'|'.join(map(_in_any_spelling, _WORDS))})[:：]?")


def unglued(source: Source) -> Source:
    """The source with the headings that the notices prescribe on lines of their own.

    A heading that another one follows with nothing between is one of a list of headings, and stays
    where it is; so does one that is quoted, or a cell of a table.

    >>> from .source import read_source
    >>> joined = read_source("本报告共六部分。" * 9 + "一、总体情况2023年，我镇未收到申请。")
    >>> unglued(joined).lines[1:]
    ['一、总体情况', '2023年，我镇未收到申请。']
    """
    cuts = {
        number: found
        for number, line in enumerate(source.lines)
        if (len(line) > _SHORTEST or "。" in line) and (found := list(_headings(line)))
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


def _headings(line: str) -> Iterator[Place]:
    """Where prescribed headings stand in a line."""
    found = [heading.span() for heading in _HEADING.finditer(line)]
    if found and ("|" in line or "\t" in line):
        return
    for (start, end), (following, _) in pairwise([*found, (len(line) + 1, 0)]):
        listed = following < len(line) and not line[end:following].strip()
        spoken_of = line.startswith(_SPOKEN_OF, end) or line.endswith(_SPEAKS_OF, 0, start)
        if not (listed or spoken_of):
            yield start, end
