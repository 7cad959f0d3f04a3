"""Remove line numbers, or one mark before every line, as editors and mails print them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from more_itertools import all_equal, is_sorted

from ..text.counting import are_consecutive, follows_or_restarts

_NUMBERED = re.compile(r"[ \t]*(?P<prefix>\d{1,7})(?:[:：→|] ?|\t|  |(?=\s*$))")
"""The number of a line, and a separator that hardly stands behind the ordinal of a label."""

_NUMBERED_LIKE_LABELS = re.compile(r"[ \t]*(?P<prefix>\d{1,7})(?:[.、)] ?| |(?=\s*$))")
_ROW_NUMBER = re.compile(
    r"[ \t]*(?:\[(?=\d{1,4}\])|第[ ]?(?=\d{1,4}[ ]?行(?!\w))"
    r"|(?:row|line|行)[ ]?(?=\d{1,4}[ ]?(?:[:：、]|\.(?!\d))))"
    r"(?P<prefix>\d+)[ ]?[\]行]?[ ]?[:：.、]?[ \t]?",
    re.IGNORECASE,
)
"""The number of a row, as programs print it before each row of a table."""
_NEXT_ROW_NUMBER = re.compile(r"\n[ \t]*(?:\[|第[ ]?|row[ ]?|line[ ]?|行[ ]?)\d", re.IGNORECASE)
"""The beginning of such a number behind a line end, for a quick look."""
_CELLS = re.compile(r"[|\t]| {2}|(?<!\S)\d[\d,.]*\s*$")
"""A sign that a line has cells: a separator between them, or a figure at its end."""
_MARK = re.compile(r"[ \t]*(?P<prefix>[>#%;]{1,3}|//)[ \t]?")
_FEWEST = 8
_FEWEST_LIKE_LABELS = 20
"""Fewer lines that begin with such numbers may be rows with the ordinals of their labels."""
_LINES_PER_UNNUMBERED = 10
"""One in this many lines may have no number: a tool has broken it, or it was inserted later."""


def without_prefixes(text: str) -> str:
    r"""Remove what stands before all lines of a text: growing numbers, or one mark.

    Blank lines may have none.

    >>> text = "\n".join(["青柳镇", "规章", "3", "", "行政许可", "7", "行政处罚", "0", "行政强制"])
    >>> numbered = "\n".join(f"{at}\t{line}" for at, line in enumerate(text.split("\n"), 1))
    >>> quoted = "\n".join(f"> {line}" for line in text.split("\n"))
    >>> without_prefixes(numbered) == without_prefixes(quoted) == text
    True
    >>> without_prefixes(text) == text
    True
    """
    given = text.removeprefix("\ufeff")
    first = given.lstrip().partition("\n")[0]
    tests = [test for test in _TESTS if test[0].match(first)]
    lines = given.split("\n") if tests else []
    said = list(filter(str.strip, lines))
    if len(said) < _FEWEST:
        return text
    for prefix, belong_together in tests:
        found = filter(None, map(prefix.match, said))
        if belong_together([one["prefix"] for one in found], len(said)):
            return "\n".join(_without_prefix(prefix, line) for line in lines)
    return text


def without_row_numbers(text: str) -> str:
    r"""Remove the numbers that a program printed before the rows of tables.

    The numbers are consecutive, perhaps anew in each table, and most of the lines have cells.

    >>> rows = [f"规章 | {figure}" for figure in range(9)]
    >>> numbered = "\n".join(f"Row {at}: {row}" for at, row in enumerate(rows))
    >>> without_row_numbers(numbered) == "\n".join(rows)
    True
    """
    if len(_NEXT_ROW_NUMBER.findall(text)) < _FEWEST - 1:
        return text
    lines = text.split("\n")
    found = [row for row in map(_ROW_NUMBER.match, lines) if row]
    numbers = [int(row["prefix"]) for row in found]
    counting = all(map(follows_or_restarts, [None, *numbers], numbers))
    with_cells = sum(_CELLS.search(row.string, row.end()) is not None for row in found)
    if not (counting and max(numbers, default=0) > 1 and _FEWEST <= len(found) <= 2 * with_cells):
        return text
    return "\n".join(_without_prefix(_ROW_NUMBER, line) for line in lines)


def _without_prefix(prefix: re.Pattern[str], line: str) -> str:
    found = prefix.match(line)
    return line[found.end() :] if found else line


def _grow(numbers: Sequence[str], lines: int) -> bool:
    """Whether nearly all lines have a number, each greater than the one before."""
    grow = is_sorted(map(int, numbers), strict=True)
    return grow and lines - len(numbers) <= lines // _LINES_PER_UNNUMBERED


def _number_every_line(numbers: Sequence[str], lines: int) -> bool:
    """Whether all lines are numbered consecutively, and are many."""
    return _FEWEST_LIKE_LABELS <= lines == len(numbers) and are_consecutive(list(map(int, numbers)))


def _are_alike(marks: Sequence[str], lines: int) -> bool:
    """Whether each line begins with the same mark."""
    return lines == len(marks) and all_equal(marks)


_TESTS = ((_NUMBERED, _grow), (_NUMBERED_LIKE_LABELS, _number_every_line), (_MARK, _are_alike))
"""What may stand before all lines, and the test whether it belongs together."""
