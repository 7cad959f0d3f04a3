"""Rows as programs print lists: ``['a', '3', None]``, on lines of their own or in one list."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from .grid import IMPOSSIBLE, Grid, Located, Stretch, Words
from .shared.parts import PUNCTUATION, holds_lists
from .shared.row_numbers import without_index

_QUOTED = r"'(?:[^'\\\n]|\\.)*+'|\"(?:[^\"\\\n]|\\.)*+\""
_BARE = r"[^\s\[\](){}'\",]++"
_ITEM = re.compile(rf"(?P<quoted>{_QUOTED})|{_BARE}")
_HANGING = re.compile(rf"['\"][{PUNCTUATION}]\\n")
"""Punctuation that hangs over from the cell beside, on a line of its own."""

_BY_COMMAS = rf"(?:(?:{_QUOTED}|{_BARE})(?:\s*,\s*|\s*(?=[\])])))++"
_BY_BLANKS = rf"(?:(?:{_QUOTED}|{_BARE})(?:\s+(?=[^\s\[\](){{}},])|\s*(?=[\])])))++"
_ROW = re.compile(rf"[\[(]\s*(?:{_BY_COMMAS}|{_BY_BLANKS})[\])]")
"""A list; in arrays, which are printed without commas, blanks stand between the items."""

_QUOTES = "'\""
_ESCAPED = re.compile(r"\\(?:(?P<blank>[nrtvf])|u(?P<code>[0-9a-fA-F]{4})|(?P<itself>.))")


@attrs.frozen(eq=False)
class Listed:
    """A row for each list, its cells in quotes or bare; a list of lists is read list by list."""

    name: str = "lists"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Likely if brackets open before quotes, by the share of lines with a row."""
        if not any(quote in stretch.content for quote in _QUOTES):
            return IMPOSSIBLE
        if not stretch.once(holds_lists):
            return IMPOSSIBLE
        said = [line for line in stretch.lines if not line.isspace()]
        return sum(_ROW.search(line) is not None for line in said) / len(said)

    def read(self, stretch: Stretch) -> Grid:
        """One row for each list that holds nothing but cells; none if all hold just one.

        Then the figures stand elsewhere: ``["规章"]``, and ``"件数" = 3`` below.
        """
        rows = [
            list(_list_cells(row, stretch.start, stretch.words))
            for row in _ROW.finditer(stretch.content)
        ]
        return without_index(rows) if any(len(row) > 1 for row in rows) else []


def _list_cells(row: re.Match[str], start: int, words: Words) -> Iterator[Located]:
    at = start + row.start()
    for item in _ITEM.finditer(row[0], 1, len(row[0]) - 1):
        quotes = int(item["quoted"] is not None)
        hanging = _HANGING.match(item[0])
        begin = item.start() + (hanging.end() if hanging else quotes)
        end = item.end() - quotes
        yield at + begin, at + end, words.marks[_without_escapes(row[0][begin:end])]


def _without_escapes(said: str) -> str:
    """The text of a cell with its escapes undone."""
    return _ESCAPED.sub(_unescaped, said) if "\\" in said else said


def _unescaped(found: re.Match[str]) -> str:
    if found["blank"]:
        return " "
    return chr(int(found["code"], 16)) if found["code"] else found["itself"]
