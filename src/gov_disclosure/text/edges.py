"""What a page has at its edges, and no text means: its number, the address, the day, the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .days import CLOCK, DAY

_DASHES = r"[\\*_]*[-—–―－﹣─━‒−·~]+[\\*_]*"
"""Those around a number, perhaps as Markdown spells them: ``\\- 3 -``, ``**- 3 -**``."""
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
"""What a browser prints at the edge of pages: the address, or the day, and which page it is of."""
_BEGINS_STAMPS = frozenset("hw12")
_REPORT = "年度报告"
_TITLE = re.compile(rf"[^\s\d|,，。；;:：][^|,，。；;:：]{{5,60}}{_REPORT}\s*\d{{,4}}")
"""What runs at the head of pages."""
_RULE = re.compile(r"-{3,}|\*{3,}|_{3,}")
_RULED = frozenset("-*_")
_FEW_ALONE = 3
"""Of so many lines at most one stands between blank ones."""
_TELLING = 12
"""So many characters of a line tell that it stands elsewhere too, if it counts pages behind."""
_MOST_PAGES = 300
_SHORTEST = 3
_LONGEST = 30


def edges_of_pages(lines: Sequence[str], text: str) -> frozenset[int]:
    r"""The lines, by their numbers, that are of a page rather than of the text that they stand in.

    So are lines that are marked as the number of a page; and titles, addresses, days, and rules
    between blank lines, if they stand in the text again.

    >>> page = "0\n- 3 -\n1\n2021-03-05 10:22\n"
    >>> sorted(edges_of_pages(page.splitlines(), page))
    [1]
    >>> sorted(edges_of_pages(page.splitlines(), page + page))
    [1, 3]
    """
    said = [line.strip() for line in lines]
    told = (at for at, words in enumerate(said) if len(words) >= _SHORTEST)
    edges = {at for at in told if is_page_number(said[at]) or _runs(said[at], text)}
    return frozenset(edges.union(_rules(said, text)))


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


def may_be_page_number(line: str) -> bool:
    """Whether a line holds a number in brackets, or behind a ``P``, as only some pages have theirs.

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


def _runs(said: str, text: str) -> bool:
    """Whether words run at the edge of several pages."""
    is_title = _REPORT in said and _TITLE.fullmatch(said) is not None
    return (is_title or is_stamp(said)) and _recurs(said, text)


def _recurs(said: str, text: str) -> bool:
    return text.count(said[:_TELLING]) > 1


def _rules(said: Sequence[str], text: str) -> Iterator[int]:
    """The lines that are rules between blank ones, where few stand so: no dashes in cells."""
    rules = [at for at, words in enumerate(said) if words[:1] in _RULED and _RULE.fullmatch(words)]
    if not rules:
        return
    blank = [True, *(not words for words in said), True]
    sides = zip(blank, blank[1:], blank[2:], strict=False)
    alone = {at for at, around in enumerate(sides) if around == (True, False, True)}
    if _FEW_ALONE * len(alone) <= len(said) - sum(not words for words in said):
        yield from (at for at in rules if at in alone and _recurs(said[at], text))
