"""Bare numbers at page breaks: those of pages, figures, or either of them."""

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
    r"""The lines that are bare numbers above a page.

    >>> heads(["0\n", "- 3 -\n", "1\n", "2\n", "\f", "\n", "3\n"])
    frozenset({6})
    """
    return frozenset(_at_breaks(lines, 1))


class Numbering(NamedTuple):
    """Where the bare numbers begin that are all of the first or the last line of a page.

    ``sure`` are those of pages, ``unsure`` those that may as well be figures.
    """

    sure: frozenset[int]
    unsure: frozenset[int]

    def may_count(self, start: int) -> bool:
        """Whether one of either begins at a place."""
        return start in self.sure or start in self.unsure


@lru_cache(maxsize=4)
def numbering(text: str) -> Numbering:
    r"""Which bare numbers at the breaks of a text are those of pages; all others are figures.

    Numbers below all pages are, if they count these.  Else numbers above pages are, where several
    are as far from the count, or a single one of two pages is no farther than a title would put it.

    >>> sorted(numbering("规章\n1\n\f4\n2\n\f").sure)
    [3, 8]
    >>> sorted(numbering("规章\n\f5\n0\n\f6\n3\n\f0\n").sure)
    [4, 9]

    Any other number above a page may be its own, unless it is 0; so may numbers below pages that
    are as far from the count, and a single 1 below the first.  So may one of two pages that stands
    below a number on the other.

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
    """A line that is nothing but a number: where it begins, on which page, and what it is."""

    start: int
    page: int
    number: int


class _Page(NamedTuple):
    """The bare numbers that are all of the first and of the last line of a page."""

    number: int
    head: _Bare | None
    foot: _Bare | None


def _pages(text: str) -> Iterator[_Page]:
    """The pages of a text on which something stands."""
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
    """Whether they count on, from that of the first page if they are few."""
    if not _go_on(numbers):
        return False
    return numbers[0] is not None and (numbers[0].number == first or len(numbers) >= _FEWEST_PAGES)


def _go_on(numbers: Sequence[_Bare | None]) -> bool:
    """Whether several pages in a row have a number, each one more than the one before."""
    counts = [bare.number if bare else None for bare in numbers]
    return len(counts) >= _SEVERAL and are_consecutive(counts)


def _alike(numbers: Iterable[_Bare]) -> Sequence[_Bare]:
    """Those that are as far from the count of pages as another one is."""
    given = list(numbers)
    ahead = Counter(bare.number - bare.page for bare in given)
    return [bare for bare in given if ahead[bare.number - bare.page] >= _SEVERAL]


def _is_the_count(bare: _Bare) -> bool:
    """Whether a number is that of its page, or one less: titles have pages of their own."""
    return bare.number - bare.page in _FROM_THE_COUNT


def feet(lines: Sequence[str]) -> frozenset[int]:
    r"""The lines that are bare numbers below a page; where cells are lines, they may be cells.

    >>> feet(["0\n", "- 3 -\n", "1\n", "2\n", "\f", "\n", "3\n"])
    frozenset({3})
    """
    return frozenset(_at_breaks(lines, -1))


def _at_breaks(lines: Sequence[str], step: int) -> Iterator[int]:
    """The first lines behind page breaks, blank ones passed over, or before them, if bare numbers.

    The line itself may end in the page break behind it.  If the line on its other side is marked
    as the number of a page, a bare one is none.
    """
    breaks = [at for at, line in enumerate(lines) if PAGE_BREAK in line]
    said = [at for at, line in enumerate(lines) if not line.isspace()] if breaks else []
    for around in (_around(said, at) for at in breaks):
        here, other = around if step < 0 else around[::-1]
        marked = other is not None and is_page_number(lines[other])
        if here is not None and lines[here].strip().isdecimal() and not marked:
            yield here


def _around(said: Sequence[int], at: int) -> tuple[int | None, int | None]:
    """The last of some places up to another, and the first behind it."""
    behind = bisect_right(said, at)
    before = said[behind - 1] if behind else None
    return before, (said[behind] if behind < len(said) else None)
