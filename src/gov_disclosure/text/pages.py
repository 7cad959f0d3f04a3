"""Which lines are nothing but the number of a page: no cells, where cells are told by lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from .counting import are_consecutive
from .furniture import is_furniture, is_unfilled
from .source import PAGE_BREAK

_MARKED = re.compile(
    r"[-—–―·~]+\s*\d{1,4}\s*[-—–―·~]+"
    r"|(?:<!--|[=#*(\[-]{0,6})\s*(?:第\s*\d{1,4}\s*页.{,12}"
    r"|page\s?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?)\s*(?:-->|[=#*)\]-]{0,6})"
    r"|(?P<page>\d{1,4})\s*/\s*(?P<pages>\d{1,4})",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:https?://\S+|www\.\S+|!\[[^\]]*\]\([^)]*\)"
    r"|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+[上下]午)?(?:\s+\d{1,2}(?::\d\d){1,2})?)"
    r"(?:\s.{,60})?"
)
"""What a browser prints at the edge of pages: the address, or the day; or a picture."""
_BEGINS_STAMPS = frozenset("hw!12")
_REPORT = "年度报告"
_TITLE = re.compile(rf"[^\s\d|,，。；;:：][^|,，。；;:：]{{5,60}}{_REPORT}\s*\d{{,4}}")
"""What runs at the head of pages."""
_RULE = re.compile(r"-{3,}|\*{3,}|_{3,}")
_RULED = frozenset("-*_")
_FEW_ALONE = 3
"""Of so many lines at most one stands between blank ones."""
_MOST_PAGES = 300
_SHORTEST = 3
_FEWEST_PAGES = 4
_SEVERAL = 2
_FROM_THE_COUNT = (0, -1)
_BARE = re.compile(r"\d{1,4}", re.ASCII)
_LONGEST = 30


def marked(lines: Sequence[str]) -> frozenset[int]:
    r"""The lines, by their numbers, that are a page's: marked as its number, or printed around it.

    >>> marked(["0\n", "- 3 -\n", "1\n", "2021-03-05 10:22\n"])
    frozenset({1, 3})
    """
    long = (at for at, line in enumerate(lines) if len(line) >= _SHORTEST)
    edges = (at for at in long if is_page_number(lines[at]) or _is_of_page(lines[at]))
    return frozenset(edges).union(_rules(lines))


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


@lru_cache(maxsize=4)
def numbering(text: str) -> Numbering:
    r"""What counts the pages of a text: the numbers below all of them, or those above some.

    >>> sorted(numbering("规章\n1\n\f4\n2\n\f").sure)
    [3, 8]
    >>> sorted(numbering("规章\n\f5\n0\n\f6\n3\n\f0\n").sure)
    [4, 9]

    A number above the second of two pages may be its own whatever it is, one below the first if it
    is 1, and numbers below all pages if they count on from another.

    >>> numbering("规章\n\f7\n").unsure, numbering("规章\n\f7\n\f2\n").unsure
    (frozenset({4}), frozenset())
    """
    breaks = text.count(PAGE_BREAK)
    pages = list(_pages(text))
    above = [page.head for page in pages if page.number > 1]
    below = [page.foot for page in pages if page.number <= breaks]
    if _count_pages(below, 1) and not _count_pages(above, 2):
        return Numbering(_starts(below), frozenset())
    sure = _starts(_that_count(list(filter(None, above))))
    doubtful = below if _go_on(below) else []
    if breaks == 1:
        doubtful = [*above, *(bare for bare in below if bare and bare.number == 1)]
    return Numbering(sure, _starts(doubtful) - sure)


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


def _that_count(numbers: Sequence[_Bare]) -> Sequence[_Bare]:
    """Those that are as far from the count of pages as several others.

    A single one is the count, or one less, as titles have pages of their own.
    """
    ahead = Counter(bare.number - bare.page for bare in numbers)
    usual, times = max(ahead.items(), key=itemgetter(1), default=(0, 0))
    counting = times >= _SEVERAL if len(numbers) > 1 else usual in _FROM_THE_COUNT
    return [bare for bare in numbers if counting and bare.number - bare.page == usual]


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


def _rules(lines: Sequence[str]) -> Iterator[int]:
    """The lines that are rules between blank ones, where few stand so: no dashes in cells."""
    if not any(line[:1] in _RULED and _RULE.fullmatch(line.strip()) for line in lines):
        return
    blank = list(map(str.isspace, lines))
    around = zip([True, *blank], blank, [*blank[1:], True], strict=False)
    alone = [at for at, sides in enumerate(around) if sides == (True, False, True)]
    if _FEW_ALONE * len(alone) <= blank.count(False):
        yield from (at for at in alone if _RULE.fullmatch(lines[at].strip()))


def _is_of_page(line: str) -> bool:
    """Whether a line is what runs at the head or the foot of pages, or what a site prints."""
    said = line.strip()
    if said[:1] in _BEGINS_STAMPS and _STAMP.fullmatch(said):
        return True
    return (_REPORT in said and _TITLE.fullmatch(said) is not None) or _is_of_site(said)


def _is_of_site(said: str) -> bool:
    """Whether a site prints words around all texts; an unfilled template may be a cell."""
    return is_furniture(said) and any(map(str.isalpha, said)) and not is_unfilled(said)


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
