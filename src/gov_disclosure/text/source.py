"""The text as given, with its lines and their places, and helpers for places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate, pairwise

import attrs

PAGE_BREAK = "\f"
"""The separator of pages in the text of a PDF; a line ends there."""

LINE_ENDS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""The characters at which a line ends."""

OTHER_LINE_ENDS = "\x85\u2028\u2029"
"""Those that programs print for a plain one."""

BORDERS = "|｜│┃║‖"
"""Signs between the cells of a row, besides tabs and blanks."""

LIKE_BORDERS = "丨〡ㅣǀ"
"""Characters that look like borders and are printed in their place."""

PARTS = f" \t\r\n\u3000\xa0{BORDERS}"
"""Characters around the content of a cell."""

DRAWN = "─-╿"
"""Box-drawing characters, as a range in a pattern."""

BULLETS = "-*+•●○■◆◇▪▶►★➢✓"
"""Signs before the items of a list."""

_MARKUP = f" #>_{BULLETS}"
"""Marks of Markdown around headings and bold print, and before quotations and items."""

_BLANKS = " \u3000"
_SAID = re.compile(r"[^\W_]")
_PRINTED = re.compile(r"[^\s|]")
"""A printed character, other than a border."""

HAN = "\u4e00-\u9fff"
"""Chinese characters, as a range in a pattern."""

Place = tuple[int, int]
"""Start and end of a stretch of the text."""


@attrs.frozen
class Source:
    """A text and its lines, each with its line end and its place."""

    text: str
    lines: list[str]
    places: list[Place]


def read_source(text: str) -> Source:
    r"""Split a text into lines, at every line end that Unicode knows.

    >>> read_source("规章\n0").places
    [(0, 3), (3, 4)]
    """
    lines = text.splitlines(keepends=True)
    return Source(text, lines, list(pairwise(accumulate(map(len, lines), initial=0))))


def blanks(found: re.Match[str]) -> str:
    """As many blanks as a match has characters, so that the places behind it stay."""
    return " " * len(found[0])


def tight(text: str, start: int, end: int) -> Place:
    """Shrink a place to its text without surrounding blanks; keep it if there are only blanks.

    >>> tight("规章 | 0 |", 4, 7)
    (5, 6)
    """
    said = text[start:end]
    kept = said.strip()
    if not kept or kept == said:
        return start, end
    begin = start + said.index(kept[0])
    return begin, begin + len(kept)


def merged(places: Iterable[Place], near: int = 0) -> list[Place]:
    """Join places that overlap or touch, or have at most ``near`` characters between them.

    >>> merged([(8, 9), (0, 2), (3, 4)], near=1)
    [(0, 4), (8, 9)]
    >>> merged([(8, 9), (0, 2), (2, 4)])
    [(0, 4), (8, 9)]
    """
    found: list[Place] = []
    for start, end in sorted(places):
        if found and start <= found[-1][1] + near:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def ends_at(text: str, place: int) -> bool:
    """Whether only blanks and borders follow a place in a text.

    >>> ends_at("规章 | 0 |", 6), ends_at("规章 | 0 |", 2)
    (True, False)
    """
    return _PRINTED.search(text, place) is None


def says_nothing_behind(text: str, place: int) -> bool:
    """Whether no letter or digit follows a place in a text.

    >>> says_nothing_behind("规章 ^ 0 ^", 6), says_nothing_behind("规章 ^ 0 ^", 2)
    (True, False)
    """
    return _SAID.search(text, place) is None


def is_cut_at(text: str, place: int) -> bool:
    r"""Whether a text ends at a place, without a line end.

    >>> is_cut_at("规章\t", 3), is_cut_at("规章\t\n", 3)
    (True, False)
    """
    return not text[place:].strip(_BLANKS)


def bare(text: str, start: int, end: int) -> Place:
    """Shrink a line's place to its text without blanks and marks of Markdown.

    >>> text = "## **二、主动公开** "
    >>> text[slice(*bare(text, 0, len(text)))]
    '二、主动公开'
    """
    said = text[start:end]
    kept = without_markup(said)
    begin = start + said.index(kept)
    return begin, begin + len(kept)


def without_markup(line: str) -> str:
    """Cut blanks and marks of Markdown from both ends of a line.

    >>> without_markup("### 三、申请情况 ###"), without_markup("__附件__")
    ('三、申请情况', '附件')
    """
    return line.strip().strip(_MARKUP)
