"""What a stretch belongs to that nothing is claimed of: line by line, by words and by place."""

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
"""What parts the cells and the rows of a table, drawn lines included."""

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
_SENTENCE_ENDS = frozenset("。；！？")

Piece = tuple[int, int, Belonging]
"""Where a piece of a text begins and ends, and what it belongs to."""


@attrs.frozen
class Gap:
    """A stretch without claims, and what is claimed before and behind it."""

    known: Known
    start: int
    end: int
    before: Belonging | None
    behind: Belonging | None

    @cached_property
    def cells(self) -> Belonging | None:
        """What is printed in cells there, whose rules are its own: rows before labelled data."""
        beside = (self.before, self.behind)
        return next((one for one in (Belonging.TABLE, Belonging.METADATA) if one in beside), None)

    @property
    def pieces(self) -> Iterator[Piece]:
        """What it holds, line by line; lines of nothing but marks go with the line above."""
        begin = self.start
        told = None
        for line in self.known.text[begin : self.end].splitlines(keepends=True):
            said = line.strip()
            if said:
                at = begin + line.index(said)
                if told is None or self._is_by_itself(said):
                    told = self._belonging(at, said, shares_row=self._shares_row(begin, line))
                yield at, at + len(said), told
            begin += len(line)

    def _is_by_itself(self, said: str) -> bool:
        """Whether a line is more than mere marks that go with the line above."""
        among_cells = self.cells is not None
        return among_cells or _LETTER.search(said) is not None or self._is_beside_heading(said)

    def _shares_row(self, begin: int, line: str) -> bool:
        """Whether the row before or behind it stands on this line of it too."""
        if self.cells is not Belonging.TABLE:
            return False
        behind_row = begin == self.start and self.before is Belonging.TABLE
        before_row = begin + len(line) == self.end and self.behind is Belonging.TABLE
        return behind_row or (before_row and line.splitlines()[0] == line)

    def _belonging(self, at: int, said: str, *, shares_row: bool) -> Belonging:
        """What a line belongs to, by its words and by where it stands."""
        if self.cells is not None and RULES.fullmatch(said):
            return self.cells
        if shares_row:
            return _in_row(said)
        if said == self.known.title or self._is_beside_heading(said):
            return Belonging.HEADING
        if is_furniture(said):
            return Belonging.FURNITURE
        if self.before is self.behind is Belonging.TABLE:
            return _between_rows(said)
        if at >= self.known.body:
            return self._in_section(said)
        return _above_sections(self.known, at, said)

    def _is_beside_heading(self, said: str) -> bool:
        """Whether what stands before or behind a heading is just what sets it off."""
        return Belonging.HEADING in (self.before, self.behind) and not without_markup(said)

    def _in_section(self, said: str) -> Belonging:
        """What stands in a section above or below its table: prose, if it is no row."""
        bordered = self.cells is Belonging.TABLE and any(mark in said for mark in _BETWEEN_CELLS)
        return Belonging.UNREAD if bordered and _has_figure(said) else Belonging.NARRATIVE


def _has_figure(said: str) -> bool:
    """Whether a figure of a table stands in a line; most lines have no digit to look at."""
    return _DIGIT.search(said) is not None and _FIGURE.search(said) is not None


def _in_row(said: str) -> Belonging:
    """What shares its line with a row: a word or the row's number is the row's."""
    strange = _has_figure(said) and not _NUMBER_OF_ROW.fullmatch(said)
    return Belonging.UNREAD if strange else Belonging.TABLE


def _between_rows(said: str) -> Belonging:
    """What stands between two rows: prose, a row that the form lacks, or else words of the table.

    Such words are units, pieces of labels, and columns that the form lacks.
    """
    if said[-1] in _SENTENCE_ENDS and is_prose(said):
        return Belonging.NARRATIVE
    return Belonging.UNREAD if _has_figure(said) else Belonging.TABLE


def _above_sections(known: Known, at: int, said: str) -> Belonging:
    """What stands before the first heading, or anywhere in a text that has none."""
    start, end = known.preamble
    if start <= at < end or (at >= known.title_end and is_prose(said)):
        return Belonging.NARRATIVE
    if "".join(said.split()) == known.front.agency or _DAY.fullmatch(said):
        return Belonging.METADATA
    return Belonging.UNREAD
