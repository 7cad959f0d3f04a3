"""Tables drawn with lines: ``+---+`` and ``|``, or the box characters of Unicode."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

import attrs
from more_itertools import split_at, split_when

from ..text.source import DRAWN, Place
from ..text.width import MEASURES, Measure
from .grid import CERTAIN, HARDLY, IMPOSSIBLE, VERY_LIKELY, Grid, Stretch
from .shared.parts import CellPart, cell_of
from .shared.row_numbers import without_index

_LEVEL_LINES = "─━═┄┅┈┉╌╍╴╶╸╺╼╾"
_UPRIGHT_LINES = "".join({*map(chr, range(ord("─"), ord("╿") + 1))} - {*_LEVEL_LINES})
"""The other characters to draw boxes with: upright lines, corners and crossings."""
_RULE = re.compile(rf"(?=.*(?:[+=]-|--|==|[─━═]))[^\S\t]*+[ \u3000\xa0+|=:{DRAWN}-]++", re.DOTALL)
_LEVEL = ("--", "==", "─", "━", "═")
_BORDER = re.compile(rf"\||\+(?=[-=+]|\s*$)|(?<=[-=])\+|[{_UPRIGHT_LINES}]")
_UPRIGHT = re.compile(rf"[|+{_UPRIGHT_LINES}]")
_PART_OF_RULE = re.compile(rf":?(?:-{{3,}}|={{3,}}|[{_LEVEL_LINES}]+):?")
_CROSSED_RULE = re.compile(r"(?<![-=])[-=]+(?:\+[-=]+)+(?![-=])")
_LONG = re.compile("[-=]{3}")
_CORNER = re.compile(r"[+┌┏╔╭┐┓╗╮](?:(?<=[+┌┏╔╭])[-=─━═]{2}|(?<=[-=─━═]{2}[+┐┓╗╮]))")
_FEW_RULES = 3
"""A table with so few has one above, one below and one under its header; its lines are rows."""


@attrs.frozen(eq=False)
class Boxed:
    """Cells between upright lines, rows between level ones; a cell may span several lines.

    A cell merged over several rows continues beside the level lines that separate the others.
    """

    name: str = "boxes"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Certain if the table has corners, likely if it only has level lines.

        If no sign separates cells on a line, no row can be whole.
        """
        content = stretch.content
        if not any(level in content for level in _LEVEL):
            return IMPOSSIBLE
        if _CORNER.search(content) is not None:
            return CERTAIN
        if not any(_RULE.fullmatch(line.strip()) for line in stretch.lines):
            return IMPOSSIBLE
        return HARDLY if _UPRIGHT.search(content) is None else VERY_LIKELY

    def read(self, stretch: Stretch) -> Grid:
        """A row from each rule to the next, or one for each line if a table has few rules.

        Where two rules stand right below each other, one table ends and the next begins.
        """
        drawn = [(number, _cuts(line)) for number, line in enumerate(stretch.lines)]
        lines = _without_dashes(_drawn(stretch, [(number, cuts) for number, cuts in drawn if cuts]))
        tables = split_when(lines, lambda one, other: _is_rule(one) and _is_rule(other))
        boxes = [box for table in tables for lines in _lines_by_row(table) for box in _boxes(lines)]
        rows = groupby(boxes, key=lambda box: box[0].line)
        return without_index(
            [
                [cell_of([part.part for part in box], stretch.words) for box in row]
                for _, row in rows
            ]
        )


class _BoxPart(NamedTuple):
    """The text between two upright lines on one line, and the places of these.

    ``is_crossed``: it is a piece of a level line that others cross, however short it is.

    It is a tuple for speed, as there is one for every cell and every piece of a level line.
    """

    line: int
    left: int
    right: int
    part: CellPart
    is_crossed: bool

    @property
    def is_rule(self) -> bool:
        """Whether there is nothing but a level line."""
        return self.is_crossed or _PART_OF_RULE.fullmatch(self.part.said) is not None

    @property
    def is_level(self) -> bool:
        """Whether it is part of a level line that ends the cell above it, from side to side."""
        return len(self.part.said) == self.right - self.left and self.is_rule


_LineOfParts = list[_BoxPart]
_Box = list[_BoxPart]
_Sides = tuple[int, int]
_Cut = tuple[int, int]
"""The range between two upright lines, on their line."""


def _cuts(line: str) -> list[_Cut]:
    """The ranges between the upright lines of a line, and before and behind them; none if blank.

    >>> _cuts("| 规章 | 0 |")
    [(0, 0), (1, 5), (6, 9), (10, 10)]
    """
    if line.isspace():
        return []
    borders = [border.span() for border in _BORDER.finditer(line)]
    begins = [0, *(end for _, end in borders)]
    ends = [*(start for start, _ in borders), len(line)]
    return list(zip(begins, ends, strict=True))


def _drawn(stretch: Stretch, cut: Sequence[tuple[int, Sequence[_Cut]]]) -> list[_LineOfParts]:
    """The parts of each line that is not blank, by the measure that aligns the borders best."""
    measured = [
        [_lefts(stretch.lines[number], cuts, measure) for number, cuts in cut]
        for measure in MEASURES
    ]
    lefts = min(measured, key=_count_borders)
    lines = [
        list(_parts_of_line(number, stretch, cuts, columns))
        for (number, cuts), columns in zip(cut, lefts, strict=True)
    ]
    opened = {line[0].right for line in lines if line[0].part.said}
    unclosed = {line[-1].left for line in lines if line[-1].part.said}
    return [
        line[line[0].right not in opened :][: None if line[-1].left in unclosed else -1]
        for line in lines
    ]


def _lefts(line: str, cuts: Sequence[_Cut], measure: Measure) -> list[int]:
    """The columns where the parts of a line begin, and where the last one ends."""
    widths = (measure(line[begin:end]) + 1 for begin, end in cuts)
    return list(accumulate(widths, initial=0))


def _parts_of_line(
    number: int, stretch: Stretch, cuts: Sequence[_Cut], lefts: Sequence[int]
) -> Iterator[_BoxPart]:
    """The parts of a line, as its borders cut it."""
    line, start = stretch.lines[number], stretch.places[number][0]
    crossed = _crossed_rules(line)
    for (begin, end), (left, following) in zip(cuts, pairwise(lefts), strict=True):
        is_crossed = begin < end and any(one <= begin and end <= other for one, other in crossed)
        part = CellPart.of(line[begin:end], start + begin)
        yield _BoxPart(number, left, following - 1, part, is_crossed)


def _crossed_rules(line: str) -> Sequence[Place]:
    """The places of level lines that others cross, with a piece that is longer than any mark.

    >>> _crossed_rules("|(三)不予公开|-----+--+--|"), _crossed_rules("| -+- |")
    ([(9, 20)], [])
    """
    if "-+" not in line and "=+" not in line:
        return ()
    return [found.span() for found in _CROSSED_RULE.finditer(line) if _LONG.search(found[0])]


def _count_borders(lines: Iterable[Sequence[int]]) -> int:
    """Count the places of borders: the right measure of width has the fewest."""
    return len({left for lefts in lines for left in lefts[:-1]})


def _is_rule(line: _LineOfParts) -> bool:
    """Whether a line is level from end to end."""
    return bool(line) and all(part.is_rule for part in line)


def _lines_by_row(table: Sequence[_LineOfParts]) -> Iterable[Sequence[_LineOfParts]]:
    """The lines of a table row by row: those between two rules, or each one if rules are few."""
    if sum(map(_is_rule, table)) > _FEW_RULES:
        return split_at(table, _is_rule)
    return ([line] for line in table if not _is_rule(line))


def _without_dashes(lines: list[_LineOfParts]) -> list[_LineOfParts]:
    """Drop lines of hyphens below names of columns, if the boxes are drawn with box characters.

    Such hyphens are neither rules nor cells.
    """
    rules = [line for line in lines if _is_rule(line)]
    if not any(part.part.said[0] in _LEVEL_LINES for line in rules for part in line):
        return lines
    dashed = {id(line) for line in rules if all(part.part.said[0] in ":-" for part in line)}
    return [line for line in lines if id(line) not in dashed]


def _boxes(lines: Iterable[_LineOfParts]) -> Iterator[_Box]:
    """The cells between two rules, each with its parts from top to bottom.

    A part continues the part between the same upright lines above it.
    """
    above: dict[_Sides, _Box] = {}
    for line in lines:
        parts = [part for part in line if not part.is_level]
        sides: Sequence[_Sides] = [(part.left, part.right) for part in parts]
        if len(parts) == len(line) == len(above):
            sides = list(above)
        boxes = [above.get(between, []) for between in sides]
        for box, part in zip(boxes, parts, strict=True):
            box.append(part)
            if len(box) == 1:
                yield box
        above = dict(zip(sides, boxes, strict=True))
