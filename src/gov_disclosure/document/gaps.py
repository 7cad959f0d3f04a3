"""Classify unclaimed text line by line, by its words and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

import attrs

from ..text.days import DAY
from ..text.furniture import is_furniture
from ..text.source import BORDERS, without_markup
from ..values import Belonging
from .known import Known
from .prose import is_prose

RULES = re.compile(r"[\s|+:=_*\-─-╿]*")
"""Signs between the cells and rows of a table, including drawn lines."""

_FIGURE = re.compile(
    rf"""(?: (?<![^\s{BORDERS}]) [-+]?\d+(?:[,.]\d+)*  # in a cell of its own,
        |   \d (?=\s?\w{{0,2}}[\s{BORDERS}]*$)     # or glued to the words before it
        ) (?:\s?[^\W\d]{{1,2}})? (?![^\s{BORDERS}])""",
    re.VERBOSE,
)
_DIGIT = re.compile(r"\d")
_NUMBER_OF_ROW = re.compile(rf"[\s{BORDERS}]*\d{{1,3}}[\s{BORDERS}]*")
_LETTER = re.compile(r"[^\W_]")
_BETWEEN_CELLS = f"{BORDERS}\t"
_DAY = re.compile(f"[(（]?{DAY}[)）]?")
_INTRODUCTIONS = frozenset(("引言", "前言", "导言", "序言"))
"""Headings of the preamble, without a number."""
_SENTENCE_ENDS = frozenset("。；！？")

Piece = tuple[int, int, Belonging]
"""The start and the end of a piece of text, and what it belongs to."""


@attrs.frozen
class Gap:
    """A stretch without claims, and the claims before and behind it."""

    known: Known
    start: int
    end: int
    before: Belonging | None
    behind: Belonging | None

    @cached_property
    def cells(self) -> Belonging | None:
        """The neighbour printed in cells, whose rules and borders may reach into the gap."""
        beside = (self.before, self.behind)
        return next((one for one in (Belonging.TABLE, Belonging.METADATA) if one in beside), None)

    @property
    def pieces(self) -> Iterator[Piece]:
        """The classified lines; a line of mere marks belongs to what the line above belongs to."""
        begin = self.start
        belonging = None
        for line in self.known.text[begin : self.end].splitlines(keepends=True):
            said = line.strip()
            if said:
                at = begin + line.index(said)
                if belonging is None or self._is_by_itself(said):
                    shares_row = self._shares_row(begin, line)
                    belonging = self._belonging(at, said, shares_row=shares_row)
                yield at, at + len(said), belonging
            begin += len(line)

    def _is_by_itself(self, said: str) -> bool:
        """Whether a line is classified by itself, and not with the line above."""
        among_cells = self.cells is not None
        return among_cells or _LETTER.search(said) is not None or self._is_beside_heading(said)

    def _shares_row(self, begin: int, line: str) -> bool:
        """Whether the row before or behind the gap stands on this line too."""
        if self.cells is not Belonging.TABLE:
            return False
        behind_row = begin == self.start and self.before is Belonging.TABLE
        before_row = begin + len(line) == self.end and self.behind is Belonging.TABLE
        return behind_row or (before_row and line.splitlines()[0] == line)

    def _belonging(self, at: int, said: str, *, shares_row: bool) -> Belonging:
        """What a line belongs to."""
        if self.cells is not None and RULES.fullmatch(said):
            return self.cells
        if shares_row:
            return _in_row(said)
        if self._is_beside_heading(said) or self.known.is_of_title(said):
            return Belonging.HEADING
        if is_furniture(said):
            return Belonging.FURNITURE
        if self.before is self.behind is Belonging.TABLE:
            return _between_rows(said)
        if at >= self.known.body:
            return self._in_section(at, said)
        return _above_sections(self.known, at, said)

    def _is_beside_heading(self, said: str) -> bool:
        """Whether a line next to a heading is only markup around it."""
        return Belonging.HEADING in (self.before, self.behind) and not without_markup(said)

    def _in_section(self, at: int, said: str) -> Belonging:
        """What a line of a section outside its table belongs to: prose, unless it is a row.

        Behind the report stand its signature, and links of its page.
        """
        start, end = self.known.signature
        if start <= at < end:
            return Belonging.METADATA
        if at >= self.known.page_behind and not (said[-1] in _SENTENCE_ENDS or _has_figure(said)):
            return Belonging.UNREAD
        bordered = self.cells is Belonging.TABLE and any(mark in said for mark in _BETWEEN_CELLS)
        return Belonging.UNREAD if bordered and _has_figure(said) else Belonging.NARRATIVE


def _has_figure(said: str) -> bool:
    """Whether a line holds a figure as tables print them."""
    return _DIGIT.search(said) is not None and _FIGURE.search(said) is not None


def _in_row(said: str) -> Belonging:
    """What text on the line of a row belongs to: the table, unless it has a figure of its own."""
    strange = _has_figure(said) and not _NUMBER_OF_ROW.fullmatch(said)
    return Belonging.UNREAD if strange else Belonging.TABLE


def _between_rows(said: str) -> Belonging:
    """What a line between two rows belongs to: prose, an unread row, or else the table.

    Words of the table are units, pieces of labels, and columns that the form does not have.
    """
    if said[-1] in _SENTENCE_ENDS and is_prose(said):
        return Belonging.NARRATIVE
    return Belonging.UNREAD if _has_figure(said) else Belonging.TABLE


def _above_sections(known: Known, at: int, said: str) -> Belonging:
    """What a line before the first heading belongs to, or any line of a text without headings."""
    start, end = known.preamble
    if "".join(said.split()) in _INTRODUCTIONS:
        return Belonging.HEADING
    if start <= at < end or (at >= known.title_end and is_prose(said)):
        return Belonging.NARRATIVE
    if "".join(said.split()) == known.front.agency or _DAY.fullmatch(without_markup(said)):
        return Belonging.METADATA
    return Belonging.UNREAD
