"""Lines at the edges of pages: page numbers, addresses, days and repeated titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .days import CLOCK, DAY

_DASHES = r"[\\*_]*[-—–―－﹣─━‒−·~]+[\\*_]*"
"""Dashes around a number, perhaps with marks of Markdown: ``\\- 3 -``, ``**- 3 -**``."""
_MARKED = re.compile(
    rf"{_DASHES}\s*\d{{1,4}}\s*{_DASHES}"
    r"|(?:<!--|[=#*(\[-]{0,6})\s*(?:第\s*\d{1,4}\s*页.{,12}"
    r"|page\s?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?)\s*(?:-->|[=#*)\]-]{0,6})"
    r"|(?P<page>\d{1,4})\s*/\s*(?P<pages>\d{1,4})",
    re.IGNORECASE,
)
_MAY_BE_NUMBER = re.compile(
    r"[(（\[【〔<《]\s*\d{1,4}\s*[)）\]】〕>》]|p(?:age|\.)?\s?\d{1,4}"
    r"|(?:&#?\w{1,8};\s*)+\d{1,4}\s*(?:&#?\w{1,8};)+",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:https?://\S+|www\.\S+"
    rf"|{DAY}(?:\s+[上下]午)?(?:\s+{CLOCK})?)"
    r"(?:\s+(?:\d{1,4}\s?/\s?\d{1,4}|.{,50}年(?:度报告|报).{,10}))?"
)
"""A line that a browser prints at the edge of pages: address or day, and page number."""
_BEGINS_STAMPS = frozenset("hw12")
_OF_PAGES = "/"
_BEGINNINGS = _BEGINS_STAMPS.union(r"\*_-—–―－﹣─━‒−·~<=#([第pP")
"""First characters of page numbers, but for ``3 / 5``, and of stamps; most lines have others."""
_REPORT = "年度报告"
_TITLE = re.compile(rf"[^\s\d|,，。；;:：][^|,，。；;:：]{{5,60}}{_REPORT}\s*\d{{,4}}")
"""A title repeated at the head of pages."""
_RULE = re.compile(r"-{3,}|\*{3,}|_{3,}")
_RULED = frozenset("-*_")
_CLOSING_RULE = re.compile(r"([-—–―─_=*#~+%])\1{2,}|\*(?: \*){2,}")
_FEW_ALONE = 3
"""At most one of so many lines may stand between blank lines."""
_TELLING = 12
"""The length of the beginning of a line that is compared to find it again elsewhere."""
_MOST_PAGES = 300
_SHORTEST = 3
_LONGEST = 30


def edges_of_pages(lines: Sequence[str], text: str) -> frozenset[int]:
    r"""The numbers of the lines that belong to a page rather than to its text.

    These are lines marked as page numbers, and titles, addresses, days, and rules between blank
    lines that occur again in the text.

    >>> page = "0\n- 3 -\n1\n2021-03-05 10:22\n"
    >>> sorted(edges_of_pages(page.splitlines(), page))
    [1]
    >>> sorted(edges_of_pages(page.splitlines(), page + page))
    [1, 3]
    """
    said = [line.strip() for line in lines]
    may_be = [
        at
        for at, words in enumerate(said)
        if words[_SHORTEST - 1 :]
        and (words[:1] in _BEGINNINGS or _OF_PAGES in words or _REPORT in words)
    ]
    edges = {at for at in may_be if is_page_number(said[at]) or _is_repeated_edge(said[at], text)}
    return frozenset(edges.union(_rules(said, text)))


def closing_rule(lines: Sequence[str]) -> frozenset[int]:
    r"""The number of a rule that is the last of some lines, if no other line says the same.

    Such lines stand between the texts of a collection.  Other lines may be dashes in cells.

    >>> closing_rule(["0", "3", "----"]), closing_rule(["---", "3", "---"])
    (frozenset({2}), frozenset())
    """
    last = next((at for at in reversed(range(len(lines))) if lines[at].strip()), 0)
    said = lines[last].strip() if lines else ""
    closes = _CLOSING_RULE.fullmatch(said) is not None
    return frozenset({last} if closes and said not in map(str.strip, lines[:last]) else ())


def is_page_number(line: str) -> bool:
    """Whether a line is marked as a page number.

    >>> [is_page_number(line) for line in ("— 2 —", "3 / 5", "第 4 页 共 9 页", "5", "- 6")]
    [True, True, True, False, False]

    The page has to be one of the pages, and these may not be too many:

    >>> [is_page_number(line) for line in ("0/0", "7/5", "2/2021")]
    [False, False, False]
    """
    said = line.strip()
    found = _MARKED.fullmatch(said) if _SHORTEST <= len(said) <= _LONGEST else None
    if found is None or found["pages"] is None:
        return found is not None
    return 1 <= int(found["page"]) <= int(found["pages"]) <= _MOST_PAGES


def may_be_page_number(line: str) -> bool:
    """Whether a line is a number in brackets or behind a ``P``, which may be a page number.

    >>> [may_be_page_number(line) for line in ("( 3 )", "P3", "3", "—— 3", "3件", "3 3")]
    [True, True, False, False, False, False]
    """
    return len(line) <= _LONGEST and _MAY_BE_NUMBER.fullmatch(line.strip()) is not None


def is_stamp(line: str) -> bool:
    """Whether a line is an address or a day, as a browser prints it at the edge of pages.

    >>> is_stamp("2021-03-05 10:22"), is_stamp("2021")
    (True, False)
    """
    said = line.strip()
    return said[:1] in _BEGINS_STAMPS and _STAMP.fullmatch(said) is not None


def _is_repeated_edge(said: str, text: str) -> bool:
    """Whether a title, an address or a day is repeated in the text."""
    is_title = _REPORT in said and _TITLE.fullmatch(said) is not None
    return (is_title or is_stamp(said)) and _recurs(said, text)


def _recurs(said: str, text: str) -> bool:
    return text.count(said[:_TELLING]) > 1


def _rules(said: Sequence[str], text: str) -> Iterator[int]:
    """Repeated rules between blank lines; if many lines stand so, these may be dashes in cells."""
    rules = [at for at, words in enumerate(said) if words[:1] in _RULED and _RULE.fullmatch(words)]
    if not rules:
        return
    blank = [True, *(not words for words in said), True]
    sides = zip(blank, blank[1:], blank[2:], strict=False)
    alone = {at for at, around in enumerate(sides) if around == (True, False, True)}
    if _FEW_ALONE * len(alone) <= len(said) - sum(not words for words in said):
        yield from (at for at in rules if at in alone and _recurs(said[at], text))
