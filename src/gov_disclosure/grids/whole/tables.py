"""Tables that print their form whole: all its labels in their order, and every cell.

Then no layout has to be found: the places of the cells tell where each figure stands, or their
order, where none of them is empty.  What stands between them must be labels of the form and nothing
else; there must be as many cells as the form has, and its sums must hold.  Around the table stands
nothing that may be one of its rows, a figure or a unit; the text has it once.  Where rows end in
empty cells, a table told in the same way shows one before a figure: a tool may have lost some, and
filled up.  Where the text ends with an empty cell, this may be what is left of a longer one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import Protocol

import attrs

from ...labels.marks import BLANK, CLIPPED, MARKS, Mark, Sort
from ...labels.spelling import begins_label
from ...labels.vocabulary import Role
from ...layouts.grid import Row, Stretch
from ...text.fold import fold
from ...text.pages import feet, heads
from ...text.source import PAGE_BREAK, PARTS, Place, is_cut_at
from ..glance import first_label
from .beside import stands_alone
from .kinds import kinds_of, may_lack_cells, show_empty_cells
from .ordered import lines_in_order
from .placed import lines_in_place
from .stacked import lines_in_stack
from .templates import Template, template_of


class Line(Protocol):
    """A line of figures with the labels before it."""

    @property
    def words(self) -> str:
        """The words before its cells, as labels are compared."""

    @property
    def gap(self) -> str:
        """What stands between the last label and the first cell, but for blanks."""

    @property
    def marks(self) -> Sequence[Mark]:
        """What its cells say."""

    @property
    def cells(self) -> Row:
        """Its cells, with their places."""

    @property
    def end(self) -> int:
        """Where its last cell ends."""


Way = Callable[[Stretch, int], Iterable[Line]]
"""How the lines of figures of a table are told, of which the first line is given."""

_WAYS: Sequence[Way] = (lines_in_place, lines_in_stack, lines_in_order)


@attrs.frozen
class Whole:
    """A table that is printed whole, with its lines of figures, and how these were told.

    ``places`` are where the table stands, perhaps its name before it.
    """

    template: Template
    lines: Sequence[Line]
    way: Way
    stretch: Stretch
    places: Sequence[Place]

    @property
    def key(self) -> str:
        """The key of the table."""
        return self.template.key

    @cached_property
    def rows(self) -> Sequence[str]:
        """The kinds of the cells in its lines of figures, if some of these are empty."""
        if not any(BLANK in line.marks for line in self.lines):
            return ()
        return [kinds_of(line.marks) for line in self.lines]


def whole_tables(stretches: Iterable[Stretch]) -> Sequence[Whole]:
    """The tables that are printed whole; of those that stand in the text twice, none.

    Nor those in which a cell may be lost, unless one told in the same way shows its empty cells.
    """
    found = list(filter(None, map(_whole, stretches)))
    keys = [whole.key for whole in found]
    shown = {whole.way for whole in found if show_empty_cells(whole.rows)}
    return [
        whole
        for whole in found
        if keys.count(whole.key) == 1 and (whole.way in shown or not may_lack_cells(whole.rows))
    ]


def _whole(stretch: Stretch) -> Whole | None:
    """The table that a stretch prints whole, with nothing around it that may belong to it."""
    first = _first_line(stretch)
    if first is None or stretch.announced or _may_hold_page_numbers(stretch):
        return None
    if "…" in stretch.content and CLIPPED.search(stretch.content):
        return None
    return next(filter(None, (_table(stretch, first, way) for way in _WAYS)), None)


def _may_hold_page_numbers(stretch: Stretch) -> bool:
    """Whether a number stands by itself at a page break: it may stand for an empty cell there."""
    return PAGE_BREAK in stretch.content and bool(feet(stretch.lines) or heads(stretch.lines))


def _table(stretch: Stretch, first: int, way: Way) -> Whole | None:
    """The table that the lines are which are told in a way, if they are all of it."""
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
        places = [*_names(stretch, first), (stretch.places[first][0], end)]
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


def _names(stretch: Stretch, first: int) -> Iterator[Place]:
    """Where the name of a section stands in lines above the first one."""
    for (at, _), line in zip(stretch.places, map(fold, stretch.lines[:first]), strict=False):
        start, end = first_label(line)
        if start < end and _names_section(line[start:end]):
            yield at + start, at + end


def _keeps_rules(template: Template, marks: Sequence[Mark]) -> bool:
    """Whether figures are counts where such are due, and add up as the form prescribes it."""
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
