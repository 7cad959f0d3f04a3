"""Tables that print their form whole: all its labels in order, and every cell.

They need no layout: the places of the cells show where each figure stands, or their order if none
is empty.  This is a second way to read, kept because it takes an eighth to a half of the time.  It
accepts a table only if all of these conditions hold, and leaves any other to the layouts:

- Line by line, one of three ways finds labels and the cells behind them: by place (``placed``), by
  number (``stacked``) or by order (``ordered``).
- These are the lines of a table of some form, from the first to the last (``templates``).
- Figures are counts, amounts or changes where the form has them, and its sums hold.
- If no sum holds figures in their places along the rows, the same stands behind all labels.
- No cell can be lost: if one stands at an end of a row instead, others of its way are shown empty.
- Nothing above or below may belong to the table, no page number, no figure, no note on its unit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import Protocol

import attrs

from ...labels.cores import A_MULTIPLE
from ...labels.marks import BLANK, CLIPPED, LONGEST_LABEL, MARKS, Mark, Sort
from ...labels.spelling import begins_label
from ...labels.vocabulary import Role
from ...layouts.grid import Row, Stretch
from ...text.fold import fold
from ...text.numerals import MONEY
from ...text.pages import feet, heads
from ...text.source import BORDERS, LIKE_BORDERS, PAGE_BREAK, PARTS, Place, is_cut_at
from ..glance import first_label, goes_on_in_words, may_be_row
from .figure_lines import kinds_of, may_have_lost_cells, show_empty_cells
from .ordered import lines_in_order
from .placed import lines_in_place
from .stacked import lines_in_stack
from .templates import Template, template_of, words_of


class FigureLine(Protocol):
    """A line of figures with the labels before it."""

    @property
    def words(self) -> str:
        """The words before its cells, as labels are compared."""

    @property
    def gap(self) -> str:
        """The text between the last label and the first cell, without blanks."""

    @property
    def marks(self) -> Sequence[Mark]:
        """The marks of its cells."""

    @property
    def cells(self) -> Row:
        """Its cells, with their places."""

    @property
    def end(self) -> int:
        """Where its last cell ends."""


Way = Callable[[Stretch, int], Iterable[FigureLine]]
"""A way to find the lines of figures of a table, given its first line."""

_WAYS: Sequence[Way] = (lines_in_place, lines_in_stack, lines_in_order)


@attrs.frozen
class Whole:
    """A table that is printed whole, with its lines of figures and the way they were found.

    ``places`` are where the table stands, with the name of its section above it.
    """

    template: Template
    lines: Sequence[FigureLine]
    way: Way
    stretch: Stretch
    places: Sequence[Place]

    @property
    def key(self) -> str:
        """The key of the table."""
        return self.template.key

    @cached_property
    def rows(self) -> Sequence[str]:
        """The kinds of the cells in its lines of figures; empty if no cell is."""
        if not any(BLANK in line.marks for line in self.lines):
            return ()
        return [kinds_of(line.marks) for line in self.lines]


def whole_tables(stretches: Iterable[Stretch]) -> Sequence[Whole]:
    """The tables that are printed whole, if the text has each of them only once.

    A table that may have lost a cell counts only if one read in the same way shows empty cells.
    """
    found = list(filter(None, map(_whole_table, stretches)))
    keys = [whole.key for whole in found]
    shown = {whole.way for whole in found if show_empty_cells(whole.rows)}
    return [
        whole
        for whole in found
        if keys.count(whole.key) == 1
        and (whole.way in shown or not may_have_lost_cells(whole.rows))
    ]


def _whole_table(stretch: Stretch) -> Whole | None:
    """The table that a stretch prints whole, with nothing around it that may belong to it."""
    first = _first_line(stretch)
    if first is None or stretch.announced or _may_hold_page_numbers(stretch):
        return None
    if _holds(stretch, "…") and CLIPPED.search(stretch.content):
        return None
    return next(filter(None, (_table_found_by(stretch, first, way) for way in _WAYS)), None)


def _may_hold_page_numbers(stretch: Stretch) -> bool:
    """Whether a page number stands at a page break, where it may be taken for a cell."""
    return _holds(stretch, PAGE_BREAK) and bool(feet(stretch.lines) or heads(stretch.lines))


def _holds(stretch: Stretch, sign: str) -> bool:
    return stretch.text.find(sign, stretch.start, stretch.end) >= 0


def _table_found_by(stretch: Stretch, first: int, way: Way) -> Whole | None:
    """The table whose lines are found in one way, if they are all of it."""
    lines = list(way(stretch, first))
    template = template_of(tuple([(line.words, len(line.marks)) for line in lines]))
    if template is None:
        return None
    marks = list(chain.from_iterable(line.marks for line in lines))
    end = lines[-1].end
    if (
        not (marks[-1] is BLANK and is_cut_at(stretch.text, end))
        and _keeps_rules(template, marks)
        and (template.adds_up_along_rows or len({line.gap for line in lines}) == 1)
        and stands_alone(stretch, first, end)
    ):
        places = [*_section_names(stretch, first), (stretch.places[first][0], end)]
        return Whole(template, lines, way, stretch, places)
    return None


def _first_line(stretch: Stretch) -> int | None:
    """The first line that begins with a label of a table, or with the beginning of one."""
    for number, line in enumerate(map(fold, stretch.lines)):
        if not line.isspace() and _begins_table(line):
            return number
    return None


def _begins_table(line: str) -> bool:
    start, end = first_label(line)
    if start == end:
        return begins_label(line.strip(PARTS))
    return not _names_section(line[start:end])


def _names_section(label: str) -> bool:
    return any(term.role is Role.SECTION for term in MARKS[label].terms[:1])


def _section_names(stretch: Stretch, first: int) -> Iterator[Place]:
    """The places of section names in the lines above the first one."""
    for (at, _), line in zip(stretch.places, map(fold, stretch.lines[:first]), strict=False):
        start, end = first_label(line)
        if start < end and _names_section(line[start:end]):
            yield at + start, at + end


def _keeps_rules(template: Template, marks: Sequence[Mark]) -> bool:
    """Whether figures are counts where the form has counts, and add up as the form prescribes."""
    different = set(marks)
    if any(mark.several for mark in different):
        return False
    counts = [mark.count or 0 for mark in marks]
    if min(counts) < 0 and not {at for at, n in enumerate(counts) if n < 0} <= template.changes:
        return False
    odd = {mark for mark in different if mark.count is None and mark.sort is Sort.NUMBER}
    if odd and not {at for at, mark in enumerate(marks) if mark in odd} <= template.amounts:
        return False
    return template.adds_up(counts)


_BETWEEN_CELLS = re.compile(rf"[{BORDERS}\t]|\s{{2,}}")
_A_FIGURE = re.compile(r"[-+]?[0-9][0-9,.]*")
_SEVERAL_FIGURES = re.compile(r"(?<!\S)[0-9][0-9,.]*\s+[0-9][0-9,.]*(?!\S)")
_WORDS = re.compile(r"[^\W\d_]{3}")
_DIGIT = re.compile("[0-9]")
_SIGN = re.compile(rf"[^\w\s()（）.,，。:：、—–-]|[_{LIKE_BORDERS}]")
"""Any sign that may separate figures."""
_LONGEST_PIECE = 6
_IN_FIGURES = ".,·%*("
_UNIT = re.compile(rf"{'|'.join(MONEY)}|{A_MULTIPLE}|(?<!填报)(?<!报送)单位(?!负责)")
"""Words by which a line beside a table may name the unit of its figures."""


def stands_alone(stretch: Stretch, first: int, end: int) -> bool:
    """Whether nothing above the first line of a table or behind its end may belong to it."""
    rest, *behind = fold(stretch.text[end : stretch.end]).splitlines() or [""]
    below = next(filter(None, (line.strip(PARTS) for line in behind)), "")
    if words_of(rest) or (below and _may_continue_figure(below)):
        return False
    return not any(map(_may_belong_to_table, chain(stretch.lines[:first], behind)))


def _may_continue_figure(below: str) -> bool:
    """Whether the text below the last figure may be a piece of it, or its unit."""
    return len(below) <= _LONGEST_PIECE or below[0] in _IN_FIGURES


def _may_belong_to_table(line: str) -> bool:
    """Whether a line beside a table may be one of its rows, figures, or a note of their unit."""
    said = line.strip(PARTS)
    if any(_A_FIGURE.fullmatch(cell.strip()) for cell in _BETWEEN_CELLS.split(said)):
        return True
    if _DIGIT.search(said) and _SIGN.search(said) and not _WORDS.search(said):
        return True
    if _SEVERAL_FIGURES.search(said) or (
        may_be_row(line) and not _begins_with_longer_word(fold(line))
    ):
        return True
    return len(said) <= LONGEST_LABEL and _UNIT.search(said) is not None


def _begins_with_longer_word(folded: str) -> bool:
    """Whether a line begins with words that are only spelled like a label."""
    start, end = first_label(folded)
    return start < end and goes_on_in_words(folded, end)
