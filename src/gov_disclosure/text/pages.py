"""Which lines are nothing but the number of a page: no cells, where cells are told by lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from .source import PAGE_BREAK

_MARKED = re.compile(
    r"(?:[-—–―·~]+\s*\d{1,4}\s*[-—–―·~]+|第\s*\d{1,4}\s*页.{,12}"
    r"|(?P<page>\d{1,4})\s*/\s*(?P<pages>\d{1,4}))"
)
_MOST_PAGES = 300
_SHORTEST = 3
_FEWEST_PAGES = 4
_SEVERAL = 2
_FROM_THE_COUNT = (0, -1)
_BARE = re.compile(r"\d{1,4}", re.ASCII)
_LONGEST = 30


def marked(lines: Sequence[str]) -> frozenset[int]:
    r"""The lines, by their numbers, that are marked as the number of a page.

    >>> marked(["0\n", "- 3 -\n", "1\n"])
    frozenset({1})
    """
    long = (at for at, line in enumerate(lines) if len(line) >= _SHORTEST)
    return frozenset(at for at in long if is_page_number(lines[at]))


def heads(lines: Sequence[str]) -> frozenset[int]:
    r"""The lines that are bare numbers above a page.

    >>> heads(["0\n", "- 3 -\n", "1\n", "2\n", "\f", "\n", "3\n"])
    frozenset({6})
    """
    return frozenset(_at_breaks(lines, 1))


@lru_cache(maxsize=4)
def numbers_above(text: str) -> frozenset[int]:
    r"""Where numbers of pages stand that are all of the first line of a page, if they count these.

    Where several pages begin with a number, several are as far from the count; a single one is the
    count, or one less.  All others may be figures.

    >>> sorted(numbers_above("规章\n\f5\n0\n\f6\n3\n\f0\n"))
    [4, 9]
    >>> sorted(numbers_above("规章\n\f2\n")), sorted(numbers_above("规章\n\f7\n"))
    ([4], [])
    """
    bare = list(_numbers_above(text))
    ahead = Counter(number - page for _, page, number in bare)
    usual, times = max(ahead.items(), key=itemgetter(1), default=(0, 0))
    counting = times >= _SEVERAL if len(bare) > 1 else usual in _FROM_THE_COUNT
    return frozenset(at for at, page, number in bare if counting and number - page == usual)


def _numbers_above(text: str) -> Iterator[tuple[int, int, int]]:
    """Each bare number that a page begins with: where it stands, the page, and what it is."""
    end = 0
    for page, content in enumerate(text.split(PAGE_BREAK), 1):
        start, end = end, end + len(content) + 1
        said = content.lstrip()
        first = said[:_LONGEST].splitlines()[:1]
        if page > 1 and first and _BARE.fullmatch(first[0].strip()):
            yield start + len(content) - len(said), page, int(first[0])


def numbers_stand_below(text: str) -> bool:
    r"""Whether the last line before each page break is a page's number, not the first behind it.

    A single one may as well be a figure.

    >>> numbers_stand_below("规章\n1\n\f4\n2\n\f"), numbers_stand_below("规章\n1\n\f2\n")
    (True, False)
    """
    pages = [page.strip().splitlines() for page in text.split(PAGE_BREAK)]
    last = [lines[-1].strip() for lines in pages[:-1] if lines]
    first = [lines[0].strip() for lines in pages[1:] if lines]
    return _count_pages(last, 1) and not _count_pages(first, 2)


def _count_pages(said: Sequence[str], first: int) -> bool:
    """Whether lines are numbers that count on, from that of the first page if they are few."""
    if len(said) < _SEVERAL or not all(map(_BARE.fullmatch, said)):
        return False
    counts = list(map(int, said))
    is_sure = counts[0] == first or len(counts) >= _FEWEST_PAGES
    return is_sure and counts == list(range(counts[0], counts[0] + len(counts)))


def feet(lines: Sequence[str]) -> frozenset[int]:
    r"""The lines that are bare numbers below a page; where cells are lines, they may be cells.

    >>> feet(["0\n", "- 3 -\n", "1\n", "2\n", "\f", "\n", "3\n"])
    frozenset({3})
    """
    return frozenset(_at_breaks(lines, -1))


def is_page_number(line: str) -> bool:
    """Whether a line says that it is the number of a page.

    >>> [is_page_number(line) for line in ("— 2 —", "3 / 5", "第 4 页 共 9 页", "5", "- 6")]
    [True, True, True, False, False]

    No report has a page that is not among its pages, or so many:

    >>> [is_page_number(line) for line in ("0/0", "7/5", "2/2021")]
    [False, False, False]
    """
    said = line.strip()
    found = _MARKED.fullmatch(said) if _SHORTEST <= len(said) <= _LONGEST else None
    if found is None or found["pages"] is None:
        return found is not None
    return 1 <= int(found["page"]) <= int(found["pages"]) <= _MOST_PAGES


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
