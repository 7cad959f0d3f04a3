"""What a layout reader is given, and what it makes of that: rows of located cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Protocol, TypeVar

import attrs

from ..labels.marks import BLANK, DIGITS, LONGEST_LABEL, Mark, Sort
from ..text.edges import closing_rule, edges_of_pages
from ..text.fillers import without_fillers
from ..text.fold import fold
from ..text.pages import feet, heads, numbering
from ..text.source import OTHER_LINE_ENDS, PAGE_BREAK, Place, Source

_T = TypeVar("_T")

Located = tuple[int, int, Mark]
"""A cell: its start and end in the text, perhaps with blanks around, and what it says."""

Row = list[Located]
"""Cells side by side, in the order of the text."""

Grid = list[Row]
"""The rows that a layout makes of a stretch."""

_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"(?<!\S)\d+(?!\S)")
_MOST_IN_A_ROW = 15
"""No row of a form has more figures."""
_OTHER_LINE_END = re.compile(rf"\r(?!\n)|[{OTHER_LINE_ENDS}]")


def is_blank(cell: Located) -> bool:
    """Whether a cell is empty."""
    return cell[2] is BLANK


def is_label(cell: Located) -> bool:
    """Whether a cell is a label."""
    return cell[2].sort is Sort.LABEL


def is_figure(cell: Located) -> bool:
    """Whether a cell is a number."""
    return cell[2].sort is Sort.NUMBER


def is_words(cell: Located) -> bool:
    """Whether a cell is words without a known meaning."""
    return cell[2].is_words


def laid_out(cells: Mapping[Any, Located], places: Iterable[Hashable], end: int) -> Row:
    """Lay cells out at these places as a row, with an empty cell at each of the other places.

    ``end`` is where the text before the first place ends.
    """
    row: Row = []
    for place in places:
        cell = cells.get(place, (end, end, BLANK))
        row.append(cell)
        end = cell[1]
    return row


@attrs.frozen(eq=False)
class Words:
    """What a reader knows of the forms: what cells say, and what spells a label.

    ``end_of_label`` returns the end of the longest label that starts at a place in a folded text,
    or None; ``begins_label`` whether words are only the beginning of a label; and
    ``is_part_of_heading`` whether words are a part of the label of the group that a row stands in.
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


@attrs.frozen
class Stretch:
    """A part of a text that is read in one layout: whole lines, beneath one heading.

    ``words`` is what its readers know of the forms.  ``beneath`` is the key of the section that the
    heading names, None if it names none; ``announced`` is the unit of money that it names.
    """

    text: str
    lines: Sequence[str]
    places: list[Place]
    words: Words = attrs.field(repr=False)
    beneath: str | None = None
    announced: str | None = None
    _results: dict[tuple[Hashable, ...], Any] = attrs.field(
        factory=dict, init=False, repr=False, eq=False
    )

    def once(self, function: Callable[..., _T], *given: Hashable) -> _T:
        """Apply a function to the stretch only once, whichever readers ask for its result."""
        call = (function, *given)
        if call not in self._results:
            self._results[call] = function(self, *given)
        result: _T = self._results[call]
        return result

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
        """The text of the lines, one behind the other, all with plain line ends."""
        return _OTHER_LINE_END.sub("\n", "".join(self.lines))

    @cached_property
    def has_fillers(self) -> bool:
        """Whether pipes that only filled rows up were left out."""
        return "".join(self.lines) != self.text[self.start : self.end]

    @property
    def given_lines(self) -> Sequence[str]:
        """The lines with all that was left out."""
        return [self.text[slice(*place)] for place in self.places]

    @cached_property
    def folded(self) -> Sequence[str]:
        """The folded lines; no character is folded otherwise for the line before it."""
        first = self.start
        folded = fold("".join(self.lines))
        return [folded[start - first : end - first] for start, end in self.places]

    @cached_property
    def page_numbers(self) -> frozenset[int]:
        """The numbers of the lines that consist of a page number, or of a rule at the end."""
        numbers = edges_of_pages(self.lines, self.text) | closing_rule(self.lines)
        if PAGE_BREAK not in self.content:
            return numbers
        sure = numbering(self.text).sure
        at_breaks = heads(self.lines) | feet(self.lines)
        return numbers | {at for at in at_breaks if self._first_letter_of(at) in sure}

    def _first_letter_of(self, at: int) -> int:
        """Where the first character of a line stands in the text, after blanks."""
        line = self.lines[at]
        return self.places[at][0] + len(line) - len(line.lstrip())

    @cached_property
    def is_piped(self) -> bool:
        """Whether pipes stand on its lines with figures, and not just among a page's links.

        Most of these lines have pipes, or most of the characters stand on lines with pipes.  Pipes
        around the many figures of a line, as of a text whose lines a tool joined, part no cells.
        """
        if "|" not in self.content:
            return False
        lines = list(filter(_DIGIT.search, self.lines)) or self.lines
        piped = [line for line in lines if "|" in line and not _is_joined_without_pipes(line)]
        return 2 * len(piped) > len(lines) or 2 * sum(map(len, piped)) > sum(map(len, lines))


def _is_joined_without_pipes(line: str) -> bool:
    """Whether a line has the figures of several rows, and hardly any pipe among them."""
    figures = [found.start() for found in _FIGURE.finditer(line)]
    many = len(figures) > _MOST_IN_A_ROW
    return many and line.count("|", figures[0], figures[-1]) * _MOST_IN_A_ROW < len(figures)


def stretch_of(
    source: Source,
    lines: slice,
    words: Words,
    beneath: str | None = None,
    announced: str | None = None,
) -> Stretch | None:
    """Make a stretch of some lines of a source; None if there are no lines."""
    said = without_fillers(source.lines[lines])
    if not said:
        return None
    return Stretch(source.text, said, source.places[lines], words, beneath, announced)


def count_digits(text: str, cell: Located) -> int:
    """Count the digits of a cell; 0 if it says anything else."""
    start, end, mark = cell
    said = fold(text[start:end]).strip() if mark.sort in DIGITS else ""
    return len(said) if said.isascii() and said.isdigit() else 0


# How likely a layout is at a glance: the rungs of one ladder, tried from the top downwards.  Shares
# of lines that look like rows stand between the rungs; some are cut off at the rung that looks can
# reach.  A certain layout is tried before all others; an impossible one never.
CERTAIN = 1.0
ALL_BUT_CERTAIN = 0.95
"""Signs that hardly any other layout has: bars or tabs that open rows, and ends of rows."""
VERY_LIKELY = 0.9
"""Rules between rows, and delimiters between cells, but no corners."""
LIKELY_BENEATH_LABELS = 0.85
"""Wide gaps, and labels of columns that may show which cells are empty."""
LIKELY = 0.8
"""Figures alone on their lines; or wide gaps, and columns that may fit their cells."""
TYPICAL = 0.75
"""Signs between names and figures, or distances between lines, as other texts have too."""
POSSIBLE = 0.7
"""Wide gaps of any kind, or lines that may be columns one after another."""
LAST = 0.1
"""Nothing else separates cells."""
HARDLY = 0.05
"""No row can be whole."""
IMPOSSIBLE = 0.0


class Layout(Protocol):
    """A manner in which extracted text shows a table."""

    @property
    def name(self) -> str:
        """The name under which the layout stands on a report."""

    @property
    def by_eye(self) -> bool:
        """Whether cells are identified only by standing below each other, which can deceive."""

    def likelihood(self, stretch: Stretch) -> float:
        """The likelihood of this layout at a glance, from 0 (impossible) to 1.

        It only sets the order in which layouts are tried; what decides is the reading.
        """

    def read(self, stretch: Stretch) -> Grid:
        """Read the stretch as rows of cells, with empty cells where the layout shows them."""
