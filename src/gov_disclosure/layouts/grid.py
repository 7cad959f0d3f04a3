"""What a layout reader is given, and what it makes of it: rows of located cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Protocol, TypeVar

import attrs

from ..labels.marks import BLANK, DIGITS, LONGEST_LABEL, Mark
from ..text.edges import edges_of_pages
from ..text.fillers import without_fillers
from ..text.fold import fold
from ..text.pages import feet, heads, numbering
from ..text.source import PAGE_BREAK, Place, Source

_T = TypeVar("_T")

Located = tuple[int, int, Mark]
"""A cell: where it starts and ends in the text, perhaps with blanks around, and what it says."""

Row = list[Located]
"""Cells side by side, in the order of the text."""

Grid = list[Row]
"""The rows that a layout makes of a stretch."""

_DIGIT = re.compile(r"\d")


def is_blank(cell: Located) -> bool:
    """Whether a cell is empty."""
    return cell[2] is BLANK


def laid_out(cells: Mapping[Any, Located], places: Iterable[Hashable], end: int) -> Row:
    """The cells at some of these places as a row, with an empty cell at each of the others.

    ``end`` is where what stands before the first place ends.
    """
    row: Row = []
    for place in places:
        cell = cells.get(place, (end, end, BLANK))
        row.append(cell)
        end = cell[1]
    return row


@attrs.frozen
class Stretch:
    """A part of a text that is read in one layout: whole lines, beneath one heading.

    ``beneath`` is the key of the section that the heading names, if it names one, and
    ``announced`` the unit of money.
    """

    text: str
    lines: Sequence[str]
    places: list[Place]
    beneath: str | None = None
    announced: str | None = None
    _told: dict[tuple[Hashable, ...], Any] = attrs.field(
        factory=dict, init=False, repr=False, eq=False
    )

    def once(self, tell: Callable[..., _T], *given: Hashable) -> _T:
        """What a function tells of the stretch, for all readers that ask the same."""
        asked = (tell, *given)
        if asked not in self._told:
            self._told[asked] = tell(self, *given)
        told: _T = self._told[asked]
        return told

    @property
    def start(self) -> int:
        """Where the stretch starts in the text."""
        return self.places[0][0]

    @property
    def end(self) -> int:
        """Where the stretch ends in the text."""
        return self.places[-1][1]

    @cached_property
    def content(self) -> str:
        """What the lines say, one behind the other."""
        return "".join(self.lines)

    @cached_property
    def has_fillers(self) -> bool:
        """Whether pipes that only filled rows up were left out."""
        return self.content != self.text[self.start : self.end]

    @property
    def given_lines(self) -> Sequence[str]:
        """Its lines with all that was left out."""
        return [self.text[slice(*place)] for place in self.places]

    @cached_property
    def folded(self) -> Sequence[str]:
        """Its lines in plain form."""
        return list(map(fold, self.lines))

    @cached_property
    def page_numbers(self) -> frozenset[int]:
        """The numbers of those lines that are nothing but the number of a page."""
        told = edges_of_pages(self.lines, self.text)
        if PAGE_BREAK not in self.content:
            return told
        sure = numbering(self.text).sure
        at_breaks = heads(self.lines) | feet(self.lines)
        return told | {at for at in at_breaks if self._first_letter_of(at) in sure}

    def _first_letter_of(self, at: int) -> int:
        """Where what a line says begins in the text."""
        line = self.lines[at]
        return self.places[at][0] + len(line) - len(line.lstrip())

    @cached_property
    def is_piped(self) -> bool:
        """Whether pipes stand on its lines with figures, and not just among a page's links.

        Most of these lines have pipes, or most of the characters stand on such.
        """
        if "|" not in self.content:
            return False
        told = list(filter(_DIGIT.search, self.lines)) or self.lines
        piped = [line for line in told if "|" in line]
        return 2 * len(piped) > len(told) or 2 * sum(map(len, piped)) > sum(map(len, told))


def stretch_of(
    source: Source, lines: slice, beneath: str | None = None, announced: str | None = None
) -> Stretch | None:
    """The lines of a source as a stretch; None if there are none."""
    said = without_fillers(source.lines[lines])
    return Stretch(source.text, said, source.places[lines], beneath, announced) if said else None


def count_digits(text: str, cell: Located) -> int:
    """How many digits a cell has; 0 if it is anything else."""
    start, end, mark = cell
    said = fold(text[start:end]).strip() if mark.sort in DIGITS else ""
    return len(said) if said.isascii() and said.isdigit() else 0


@attrs.frozen(eq=False)
class Words:
    """What a reader is told of the forms: what cells say, and what spells a label.

    ``end_of_label`` gives the end of the longest label that starts at a place in a folded text,
    or None; ``begins_label`` tells of words that they are only the beginning of a label,
    ``is_part_of_heading`` that they are a part of the label of the group that a row stands in.
    """

    marks: Mapping[str, Mark]
    spells_label: Callable[[str], bool]
    begins_label: Callable[[str], bool]
    end_of_label: Callable[[str, int], int | None]
    is_part_of_heading: Callable[[str, Mark], bool]

    def stand_side_by_side(self, line: str) -> bool:
        """Whether a line begins with two labels side by side, as no prose does."""
        folded = fold(line[:LONGEST_LABEL])
        first = self.end_of_label(folded, _behind_blanks(folded, 0))
        return (
            first is not None
            and self.end_of_label(folded, _behind_blanks(folded, first)) is not None
        )


def _behind_blanks(folded: str, at: int) -> int:
    return len(folded) - len(folded[at:].lstrip())


class Layout(Protocol):
    """A manner in which extracted text shows a table."""

    @property
    def name(self) -> str:
        """The name under which the layout stands on a report."""

    @property
    def by_eye(self) -> bool:
        """Whether cells are told only by how they stand below each other, which can deceive."""

    def likelihood(self, stretch: Stretch) -> float:
        """How likely a glance at the text makes this layout, from 0 (impossible) to 1.

        It only sets the order in which layouts are tried; what decides is the reading.
        """

    def read(self, stretch: Stretch, words: Words) -> Grid:
        """The stretch as rows of cells, empty cells included where the layout shows them."""
