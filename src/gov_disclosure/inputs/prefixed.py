"""Lines that begin with their numbers, or all with one mark, as editors and mails print them."""

from __future__ import annotations

import re

_NUMBERED = re.compile(r"[ \t]*(?P<number>\d{1,7})(?:[:：→|] ?|\t|  |(?=\s*$))")
"""The number of a line, and what parts it from the line."""

_MARKED = re.compile(r"[ \t]*(?P<mark>[>#%;]{1,3}|//)[ \t]?")
_FEWEST = 8


def without_prefixes(text: str) -> str:
    r"""The text without what stands before each of its lines: numbers that count on, or one mark.

    Blank lines may have none.

    >>> text = "\n".join(["青柳镇", "规章", "3", "", "行政许可", "7", "行政处罚", "0", "行政强制"])
    >>> numbered = "\n".join(f"{at}\t{line}" for at, line in enumerate(text.split("\n"), 1))
    >>> quoted = "\n".join(f"> {line}" for line in text.split("\n"))
    >>> without_prefixes(numbered) == without_prefixes(quoted) == text
    True
    >>> without_prefixes(text) == text
    True
    """
    first = text.lstrip("\ufeff\r\n \t")[:1]
    if first.isdigit():
        return _without(_NUMBERED, text) if _is_numbered(text) else text
    return _without(_MARKED, text) if first and first in ">#%;/" and _is_marked(text) else text


def _without(prefix: re.Pattern[str], text: str) -> str:
    lines = text.lstrip("\ufeff").splitlines(keepends=True)
    return "".join(prefix.sub("", line, count=1) for line in lines)


def _is_numbered(text: str) -> bool:
    """Whether each line has the number that follows that of the line before."""
    numbers: list[int] = []
    for line in filter(str.strip, text.lstrip("\ufeff").splitlines()):
        found = _NUMBERED.match(line)
        if found is None or (numbers and int(found["number"]) != numbers[-1] + 1):
            return False
        numbers.append(int(found["number"]))
    return len(numbers) >= _FEWEST


def _is_marked(text: str) -> bool:
    """Whether each line begins with the same mark."""
    marks = set()
    lines = list(filter(str.strip, text.lstrip("\ufeff").splitlines()))
    for line in lines:
        found = _MARKED.match(line)
        marks.add(found["mark"] if found else "")
        if len(marks) > 1 or "" in marks:
            return False
    return len(lines) >= _FEWEST
