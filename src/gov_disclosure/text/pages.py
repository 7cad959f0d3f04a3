"""Bare numbers at page breaks: decide which are page numbers and which may be figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from .counting import are_consecutive
from .edges import is_page_number
from .source import PAGE_BREAK

_FEWEST_PAGES = 4
_SEVERAL = 2
_FROM_THE_COUNT = (0, -1)
_BARE = re.compile(r"\d{1,4}")


def heads(lines: Sequence[str]) -> frozenset[int]:
    r"""The lines that are bare numbers at the head of a page.

    >>> heads(["0\n", "- 3 -\n", "1\n", "2\n", "\f", "\n", "3\n"])
    frozenset({6})
    """
    return frozenset(_at_breaks(lines, 1))


class Numbering(NamedTuple):
    """The places of bare numbers that fill the first or the last line of a page.

    ``sure`` are page numbers, ``unsure`` may be page numbers or figures.
    """

    sure: frozenset[int]
    unsure: frozenset[int]

    def may_count(self, start: int) -> bool:
        """Whether a number that counts, or may count, pages begins at a place."""
        return start in self.sure or start in self.unsure


@lru_cache(maxsize=4)
def numbering(text: str) -> Numbering:
    r"""Find the page numbers among the bare numbers at page breaks; all others are figures.

    Numbers at the foot of all pages are page numbers if they count on.  Otherwise numbers at the
    head of pages are, if several have the same distance from the count of pages, or if the only
    number of two pages is that of its page, or one less, as behind a title page.

    >>> sorted(numbering("规章\n1\n\f4\n2\n\f").sure)
    [3, 8]
    >>> sorted(numbering("规章\n\f5\n0\n\f6\n3\n\f0\n").sure)
    [4, 9]

    Any other number at the head of a page, except 0, may be a page number.  So may numbers at the
    foot of pages with the same distance from the count, and a single 1 at the foot of the first of
    two pages.

    >>> numbering("规章\n\f7\n").unsure, numbering("规章\n1\n\f").unsure
    (frozenset({4}), frozenset({3}))
    >>> numbering("规章\n3\n\f2\n").unsure
    frozenset({6})
    """
    breaks = text.count(PAGE_BREAK)
    pages = list(_pages(text))
    above = [page.head for page in pages if page.number > 1]
    below = [page.foot for page in pages if page.number <= breaks]
    if _count_pages(below, 1) and not _count_pages(above, 2):
        return Numbering(_starts(below), frozenset())
    numbers = [bare for bare in above if bare and bare.number]
    is_alone = breaks == 1 and all(map(_is_the_count, numbers)) and not any(below)
    alone = numbers if is_alone else []
    sure = _starts(_alike(numbers) or alone)
    first = [bare for bare in below if bare and breaks == 1 == bare.number]
    return Numbering(sure, _starts([*numbers, *first, *_alike(filter(None, below))]) - sure)


class _Bare(NamedTuple):
    """A line that is only a number: its place, its page and its value."""

    start: int
    page: int
    number: int


class _Page(NamedTuple):
    """The bare numbers that fill the first and the last line of a page."""

    number: int
    head: _Bare | None
    foot: _Bare | None


def _pages(text: str) -> Iterator[_Page]:
    """The pages of a text that are not empty."""
    start = 0
    for number, content in enumerate(text.split(PAGE_BREAK), 1):
        if said := content.strip():
            first, last = said.partition("\n")[0], said.rpartition("\n")[2]
            begin = start + content.index(said)
            head = _bare(first, begin, number)
            yield _Page(number, head, _bare(last, begin + len(said) - len(last), number))
        start += len(content) + 1


def _bare(line: str, start: int, page: int) -> _Bare | None:
    said = line.strip()
    return _Bare(start + line.index(said), page, int(said)) if _BARE.fullmatch(said) else None


def _starts(numbers: Iterable[_Bare | None]) -> frozenset[int]:
    return frozenset(bare.start for bare in numbers if bare)


def _count_pages(numbers: Sequence[_Bare | None], first: int) -> bool:
    """Whether numbers count the pages; few numbers have to begin with that of the first page."""
    if not _count_on(numbers):
        return False
    return numbers[0] is not None and (numbers[0].number == first or len(numbers) >= _FEWEST_PAGES)


def _count_on(numbers: Sequence[_Bare | None]) -> bool:
    """Whether all of several pages have a number, each one more than the one before."""
    counts = [bare.number if bare else None for bare in numbers]
    return len(counts) >= _SEVERAL and are_consecutive(counts)


def _alike(numbers: Iterable[_Bare]) -> Sequence[_Bare]:
    """The numbers that share their distance from the count of pages with another one."""
    given = list(numbers)
    ahead = Counter(bare.number - bare.page for bare in given)
    return [bare for bare in given if ahead[bare.number - bare.page] >= _SEVERAL]


def _is_the_count(bare: _Bare) -> bool:
    """Whether a number is that of its page, or one less, as behind a title page."""
    return bare.number - bare.page in _FROM_THE_COUNT


def feet(lines: Sequence[str]) -> frozenset[int]:
    r"""The lines that are bare numbers at the foot of a page; they may also be cells.

    >>> feet(["0\n", "- 3 -\n", "1\n", "2\n", "\f", "\n", "3\n"])
    frozenset({3})
    """
    return frozenset(_at_breaks(lines, -1))


def _at_breaks(lines: Sequence[str], step: int) -> Iterator[int]:
    """The lines right behind (``step`` 1) or before (-1) page breaks that are bare numbers.

    Blank lines are ignored, and a line may itself end in the page break.  If the line on the other
    side of the break is marked as a page number, a bare number is not one.
    """
    breaks = [at for at, line in enumerate(lines) if PAGE_BREAK in line]
    said = [at for at, line in enumerate(lines) if not line.isspace()] if breaks else []
    for around in (_around(said, at) for at in breaks):
        here, other = around if step < 0 else around[::-1]
        marked = other is not None and is_page_number(lines[other])
        if here is not None and lines[here].strip().isdecimal() and not marked:
            yield here


def _around(said: Sequence[int], at: int) -> tuple[int | None, int | None]:
    """The last line with text up to a line, and the first one behind it."""
    behind = bisect_right(said, at)
    before = said[behind - 1] if behind else None
    return before, (said[behind] if behind < len(said) else None)
