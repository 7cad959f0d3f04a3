"""Tables that print their form whole: all its labels in their order, and every figure.

Then the order of what is printed tells where each figure stands, whatever parts the cells, and no
layout has to be found.  What stands between figures must be labels of the form and nothing else;
the figures must be as many as the form has places for, and keep its sums.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain, islice, takewhile
from typing import NamedTuple

import attrs

from ..labels.marks import FIGURES, LONGEST_LABEL, MARKS, Mark, Sort
from ..labels.spelling import begins_label, end_of_label
from ..labels.vocabulary import A_MULTIPLE, Role
from ..layouts.grid import Row, Stretch
from ..text.fold import INVISIBLE, NOT_IN_LABELS, fold
from ..text.numerals import MONEY
from ..text.source import BORDERS, LINE_ENDS, Place
from .glance import first_word, may_be_row
from .templates import Printing, Template, heads_rows, is_line, template_of

_PART = rf"\s{BORDERS}─-╿"
_PARTS = f" \t\r\n{BORDERS}"
_FIRST = "[-+增减—–/无0-9]"
_REST = rf"(?:[0-9]*(?:[,.][0-9]+)*[^\W\d_]{{0,3}}|[-—–/])(?![^{_PART}])"
_RUN = re.compile(rf"{_FIRST}(?<![^{_PART}]{_FIRST}){_REST}(?:[{_PART}]++{_FIRST}{_REST})*+")
"""Cells side by side, each of which may be a figure or a dash."""
_BETWEEN = re.compile(rf"[{_PART}]+")
_CELL = re.compile(rf"[^{_PART}]+")
_RULE = re.compile(rf"^[ \t:+{BORDERS}]*[-=]{{3}}[-=:+ \t{BORDERS}]*$", re.MULTILINE)
_NO_LETTERS = re.compile(rf"[{re.escape(''.join(sorted(NOT_IN_LABELS)))}{_PART}+]+")
"""What else may stand between labels, and in them."""
_BEHIND_LABEL = re.compile(rf"[{_PART}]*\Z")
_BLANKS = re.compile(rf"[^\S\t{LINE_ENDS}]+")
_SIGN_BEFORE_FIGURE = re.compile(r"(?<!\S)[-—–/] [0-9]")
_SIGNS = r"*\\_~×―"
_DRAWN = "─━┄┅┈┉…"
_UNSEEN = f"{INVISIBLE}\x07"
_MAY_HIDE = re.compile(f"[{_SIGNS}{_DRAWN}{_UNSEEN}]")
_HIDDEN = re.compile(
    rf"[{_UNSEEN}]|(?<![^\s{BORDERS}])(?:[{_SIGNS}]+|[{_DRAWN}]{{1,2}})(?![^\s{BORDERS}])"
)
"""What may be a mark in a cell, or part a figure, and is passed over between labels."""
_PARTED = re.compile(rf"[{BORDERS}\t]|\s{{2,}}")
_FIGURE = re.compile(r"[-+]?[0-9][0-9,.]*")
_SEVERAL_FIGURES = re.compile(r"(?<!\S)[0-9][0-9,.]*\s+[0-9][0-9,.]*(?!\S)")
_LONGEST_LABELS = 1000
"""Those of a header, each of them repeated for all columns that it is merged over."""
_MOST_LINES = 100
"""No form has so many."""
_LONGEST_PIECE = 6
_IN_FIGURES = ".,·%*("
_UNIT = re.compile(rf"{'|'.join(MONEY)}|{A_MULTIPLE}|(?<!填报)(?<!报送)单位(?!负责)")
"""What a line beside a table, unless it is prose, says of the unit of its figures."""


class _Line(NamedTuple):
    """What stands before figures, as labels are compared, and the run of these, and its start.

    ``before`` is all that stands before them in the text.
    """

    words: str
    before: str
    start: int
    run: str
    marks: Sequence[Mark]


@attrs.frozen
class Whole:
    """A table that is printed whole.

    ``marks`` are its figures in printed order, ``runs`` those that stand side by side, in plain
    form, with their starts.  ``places`` are where the table stands, perhaps its name before it.
    """

    template: Template
    marks: Sequence[Mark]
    runs: Sequence[tuple[int, str]]
    stretch: Stretch
    places: Sequence[Place]

    @property
    def key(self) -> str:
        """The key of the table."""
        return self.template.key

    @property
    def cells(self) -> Row:
        """Its figures, with their places."""
        found = ((at, cell.span()) for at, run in self.runs for cell in _CELL.finditer(run))
        return [
            (at + start, at + end, mark)
            for (at, (start, end)), mark in zip(found, self.marks, strict=True)
        ]


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
    lines = islice(_joined(_lines(stretch.text[start : stretch.end], start)), _MOST_LINES)
    own = list(takewhile(lambda line: is_line(line.words, len(line.marks)), lines))
    template = template_of(tuple([(line.words, len(line.marks)) for line in own]))
    if template is None:
        return None
    marks = list(chain.from_iterable(line.marks for line in own))
    end = own[-1].start + len(own[-1].run)
    table = template.printings[0].table
    if (
        all(_keeps_rules(one, marks) for one in template.printings)
        and _are_parted_alike(own)
        and (table.row_equations or _begin_alike(own))
        and not _hides_marks(stretch.text[start:end])
        and _stands_alone(stretch, first, end)
    ):
        runs = [(line.start, line.run) for line in own]
        return Whole(template, marks, runs, stretch, [*_names(stretch, first), (start, end)])
    return None


def _first_line(stretch: Stretch) -> int | None:
    """The first line that begins with a label of a table, or with the beginning of one."""
    for number, line in enumerate(map(fold, stretch.lines)):
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
    for (at, _), line in zip(stretch.places, map(fold, stretch.lines[:first]), strict=False):
        start, end = _first_label(line)
        if start < end and _names_section(line[start:end]):
            yield at + start, at + end


def _lines(text: str, start: int) -> Iterator[_Line]:
    """The runs of figures in a text, as far as these stand behind words that may be labels.

    ``start`` is where the text begins.
    """
    folded = _RULE.sub(_blanks, fold(text))
    last = 0
    for found in _RUN.finditer(folded):
        at, end = found.span()
        between, run = folded[last:at], found[0]
        words = _NO_LETTERS.sub("", between)
        marks = list(map(MARKS.__getitem__, _BETWEEN.split(run)))
        are_labels = 0 < len(words) <= _LONGEST_LABELS
        if not (are_labels and FIGURES.issuperset([mark.sort for mark in marks])):
            return
        yield _Line(words, between, start + at, run, marks)
        last = end


def _joined(lines: Iterable[_Line]) -> Iterator[_Line]:
    """The lines, those with but dashes behind the label of a group joined to what is below it."""
    above = ""
    for line in lines:
        is_empty = all(mark.sort is Sort.DASH for mark in line.marks)
        if is_empty and heads_rows(line.words):
            above += line.words
        else:
            yield line._replace(words=above + line.words) if above else line
            above = ""


def _blanks(rule: re.Match[str]) -> str:
    return " " * len(rule[0])


def _keeps_rules(printing: Printing, marks: Sequence[Mark]) -> bool:
    """Whether figures are counts where such are due, and add up as the form prescribes it."""
    if any(mark.several for mark in marks):
        return False
    odd = {at for at, mark in enumerate(marks) if mark.count is None and mark.sort is Sort.NUMBER}
    if not odd <= printing.amounts:
        return False
    counts = [mark.count or 0 for mark in marks]
    return all(
        sum([counts[at] for at in left]) == sum([counts[at] for at in right])
        for left, right in printing.balances
    )


def _are_parted_alike(lines: Sequence[_Line]) -> bool:
    """Whether the same stands between any two figures of a row, but for blanks.

    Otherwise a cell may be empty, and a page's number or a piece of a figure make up for it.
    """
    gaps = _kinds(gap for line in lines for gap in _BETWEEN.findall(line.run))
    return len(gaps) <= 1 and (gaps != {""} or not any(map(_may_be_negative, lines)))


def _begin_alike(lines: Sequence[_Line]) -> bool:
    """Whether the same stands between each label and its figures, but for blanks.

    If a cell between them may be empty, only a sum would hold the figures in their places.
    """
    ahead = (_BEHIND_LABEL.search(line.before) for line in lines)
    return len(_kinds(gap[0] for gap in ahead if gap)) <= 1


def _kinds(gaps: Iterable[str]) -> Set[str]:
    """What parts cells, but for blanks."""
    return {_BLANKS.sub("", gap) for gap in set(gaps)}


def _may_be_negative(line: _Line) -> bool:
    """Whether a sign stands nearer to the figure behind it than other cells to each other."""
    return "  " in line.run and _SIGN_BEFORE_FIGURE.search(line.run) is not None


def _hides_marks(text: str) -> bool:
    return _MAY_HIDE.search(text) is not None and _HIDDEN.search(text) is not None


def _stands_alone(stretch: Stretch, first: int, end: int) -> bool:
    """Whether nothing before the first line of a table or behind its end may belong to it."""
    rest, *behind = fold(stretch.text[end : stretch.end]).splitlines() or [""]
    below = next(filter(None, (line.strip(_PARTS) for line in behind)), "")
    if _NO_LETTERS.sub("", rest) or (below and _may_go_on(below)):
        return False
    return not any(map(_may_belong, chain(stretch.lines[:first], behind)))


def _may_go_on(below: str) -> bool:
    """Whether what stands below the last figure may be a piece of it, or its unit."""
    return len(below) <= _LONGEST_PIECE or below[0] in _IN_FIGURES


def _may_belong(line: str) -> bool:
    """Whether a line beside a table may be a row of it, or figures, or tell their unit."""
    said = line.strip(_PARTS)
    if any(_FIGURE.fullmatch(cell.strip()) for cell in _PARTED.split(said)):
        return True
    if _SEVERAL_FIGURES.search(said) or (may_be_row(line) and not _goes_on_in_words(fold(line))):
        return True
    return len(said) <= LONGEST_LABEL and _UNIT.search(said) is not None


def _goes_on_in_words(folded: str) -> bool:
    """Whether what a line begins with is only spelled like a label: 单位负责人."""
    start, end = _first_label(folded)
    return start < end and folded[end : end + 1].isalpha()
