"""Tables that print their form whole: all its labels in their order, and every figure.

Then the order of what is printed tells where each figure stands, whatever parts the cells, and no
layout has to be found.  What stands between figures must be labels of the form and nothing else;
the figures must be as many as the form has places for, and keep its sums.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, pairwise, product, takewhile

import attrs
from more_itertools import unique_everseen

from ..declare import Form
from ..forms import FormTable, tables_of, units_of
from ..labels.marks import FIGURES, LONGEST_LABEL, MARKS, Sort
from ..labels.spelling import begins_label, end_of_label
from ..labels.vocabulary import Role
from ..layouts.grid import Row, Stretch
from ..text.fold import NOT_IN_LABELS, fold
from ..text.numerals import MONEY
from ..text.source import BORDERS, Place
from .choosing import first_word, may_be_row
from .templates import Template, heads_rows, is_line, template_of

_PART = rf"\s{BORDERS}─-╿"
_PARTS = f" \t\r\n{BORDERS}"
"""What stands between most figures."""
_BLANKS = " \u3000\xa0"
_BOTH = 2
_FIRST = "[-+增减—–/无0-9]"
_CELL = re.compile(rf"{_FIRST}(?<![^{_PART}]{_FIRST})[^{_PART}]{{0,15}}+(?![^{_PART}])")
"""A cell that may be a figure, or a dash."""
_RULE = re.compile(rf"^[ \t:+{BORDERS}]*[-=]{{3}}[-=:+ \t{BORDERS}]*$", re.MULTILINE)
_NO_LETTERS = re.compile(rf"[{re.escape(''.join(sorted(NOT_IN_LABELS)))}{_PART}+]+")
"""What else may stand between labels, and in them."""
_FIGURE_ALONE = re.compile(rf"(?:^|[{BORDERS}\t]|  )\s*[-+]?[0-9][0-9,.]*\s*(?:$|[{BORDERS}\t]|  )")
_UNIT = re.compile(r"元|单位\s?[:：]\s?\w{1,3}(?:\W|\Z)")
"""What a line beside a table, unless it is prose, says of the unit of its figures."""


@attrs.frozen
class Whole:
    """A table that is printed whole; ``cells`` are its figures in printed order.

    ``places`` are where it stands, perhaps with its name before it.
    """

    template: Template
    cells: Row
    stretch: Stretch
    places: Sequence[Place]

    @property
    def key(self) -> str:
        """The key of the table."""
        return self.template.key


def whole_tables(stretches: Iterable[Stretch]) -> Sequence[Whole]:
    """The tables that are printed whole; of those that stand in the text twice, none."""
    found = list(filter(None, map(_whole, stretches)))
    keys = [whole.key for whole in found]
    return [whole for whole in found if keys.count(whole.key) == 1]


def _whole(stretch: Stretch) -> Whole | None:
    """The table that a stretch prints whole, with nothing around it that may belong to it."""
    first = _first_line(stretch)
    if first is None or stretch.announced:
        return None
    start = stretch.places[first][0]
    lines = _joined(_figures_behind_labels(stretch.text[start : stretch.end], start))
    own = list(takewhile(lambda line: is_line(line[0], len(line[1])), lines))
    template = template_of(tuple([(words, len(figures)) for words, figures in own]))
    if template is None:
        return None
    rows = [figures for _, figures in own]
    cells = list(chain.from_iterable(rows))
    end = cells[-1][1]
    if (
        _keeps_rules(template.tables[0], cells)
        and _are_parted_alike(stretch.text, rows)
        and _stands_alone(stretch, first, end)
    ):
        return Whole(template, cells, stretch, [*_names(stretch, first), (start, end)])
    return None


def _first_line(stretch: Stretch) -> int | None:
    """The first line that begins with a label of a table, or with the beginning of one."""
    for number, line in enumerate(stretch.folded):
        if not line.isspace() and _begins_table(line):
            return number
    return None


def _begins_table(line: str) -> bool:
    start, end = _first_label(line)
    if start == end:
        return begins_label(line.strip(_PARTS))
    return not _names_section(line[start:end])


def _first_label(line: str) -> Place:
    """Where the label stands that a folded line begins with."""
    start = first_word(line)
    return start, end_of_label(line, start) or start


def _names_section(label: str) -> bool:
    return any(term.role is Role.SECTION for term in MARKS[label].terms[:1])


def _names(stretch: Stretch, first: int) -> Iterator[Place]:
    """Where the name of a section stands in lines above the first one."""
    for (at, _), line in zip(stretch.places, stretch.folded[:first], strict=False):
        start, end = _first_label(line)
        if start < end and _names_section(line[start:end]):
            yield at + start, at + end


def _figures_behind_labels(text: str, start: int) -> Iterator[tuple[str, Row]]:
    """What stands before figures, without what parts cells, and the figures side by side.

    ``start`` is where the text begins.
    """
    folded = _RULE.sub(_blanks, fold(text))
    words, last = "", 0
    cells: Row = []
    for found in _CELL.finditer(folded):
        mark = MARKS[found[0]]
        if mark.sort not in FIGURES:
            continue
        at, end = found.span()
        between = folded[last:at]
        if between.strip(_PARTS) and (labels := _without_parts(between)):
            if cells:
                yield words, cells
            words, cells = labels, []
        cells.append((start + at, start + end, mark))
        last = end
    if cells:
        yield words, cells


def _joined(lines: Iterable[tuple[str, Row]]) -> Iterator[tuple[str, Row]]:
    """The lines, those with but dashes behind the label of a group joined to what is below it."""
    above = ""
    for words, cells in lines:
        if all(mark.sort is Sort.DASH for _, _, mark in cells) and heads_rows(words):
            above += words
        else:
            yield above + words, cells
            above = ""


def _blanks(rule: re.Match[str]) -> str:
    return " " * len(rule[0])


def _without_parts(said: str) -> str:
    return _NO_LETTERS.sub("", said)


def _keeps_rules(table: FormTable, cells: Row) -> bool:
    """Whether figures are counts where such are due, and add up as the form prescribes it."""
    units = units_of(table.form)
    for where, (_, _, mark) in zip(table.addresses(), cells, strict=True):
        if mark.several or (mark.count is None and mark.number and units[where] not in MONEY):
            return False
    counts = [mark.count or 0 for _, _, mark in cells]
    return all(
        sum([counts[at] for at in left]) == sum([counts[at] for at in right])
        for left, right in _balances(table.key, table.form)
    )


@cache
def _balances(table: str, form: Form) -> Sequence[tuple[Sequence[int], Sequence[int]]]:
    """What adds up to the same on both sides, by the places of cells in printed order."""
    (printed,) = (one for one in tables_of(form) if one.key == table)
    at = {where[1:]: number for number, where in enumerate(printed.addresses())}
    rows, columns = (list(unique_everseen(where[axis] for where in at)) for axis in (0, 1))
    along = (
        ([at[row, column] for column in one.left], [at[row, column] for column in one.right])
        for one, row in product(printed.row_equations, rows)
    )
    down = (
        ([at[row, column] for row in one.left], [at[row, column] for row in one.right])
        for one, column in product(printed.column_equations, columns)
    )
    return [*along, *down]


def _are_parted_alike(text: str, rows: Iterable[Row]) -> bool:
    """Whether nothing but blanks stands between any two figures of a row, or more than blanks.

    Where cells have borders or lines of their own, blanks are a gap within one.
    """
    gaps = {text[one[1] : other[0]] for row in rows for one, other in pairwise(row)}
    return len({gap.strip(_BLANKS) == "" for gap in gaps}) < _BOTH


def _stands_alone(stretch: Stretch, first: int, end: int) -> bool:
    """Whether nothing before the first line of a table or behind its end may belong to it."""
    behind = fold(stretch.text[end : stretch.end]).splitlines() or [""]
    if _without_parts(behind[0]):
        return False
    return all(map(_is_no_row, chain(stretch.lines[:first], behind[1:])))


def _is_no_row(line: str) -> bool:
    """Whether a line is neither a row nor figures, and says nothing of their unit."""
    if not line.strip(_PARTS):
        return True
    if _FIGURE_ALONE.search(line) or (may_be_row(line) and not _goes_on_in_words(fold(line))):
        return False
    return len(line) > LONGEST_LABEL or not _UNIT.search(line)


def _goes_on_in_words(folded: str) -> bool:
    """Whether what a line begins with is only spelled like a label: 单位负责人."""
    start, end = _first_label(folded)
    return start < end and folded[end : end + 1].isalpha()
