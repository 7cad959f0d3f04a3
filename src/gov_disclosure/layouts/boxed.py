"""Tables drawn with lines: ``+---+`` and ``|``, or the box characters of Unicode."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import attrs
from more_itertools import split_at

from ..grid import Grid, Stretch, Words, without_index
from .parts import Part, cell_of
from .screen import MEASURES, Measure

_DRAWN = "─-╿"
_LEVEL_LINES = "─━═┄┅┈┉╌╍╴╶╸╺╼╾"
_RULE = re.compile(rf"[\s+|=:{_DRAWN}-]*(?:[+=]-|--|==|[─━═])[\s+|=:{_DRAWN}-]*")
_LEVEL = ("--", "==", "─", "━", "═")
_BORDER = re.compile(rf"\||\+(?=[-=+]|\s*$)|(?<=[-=])\+|(?![{_LEVEL_LINES}])[{_DRAWN}]")
_PART_OF_RULE = re.compile(rf":?(?:-{{3,}}|={{3,}}|[{_LEVEL_LINES}]+):?")
_CORNER = re.compile(r"[+┌┏╔╭][-=─━═]{2}|[-=─━═]{2}[+┐┓╗╮]")
_FEW_RULES = 3
"""A table with so many has one above, one below and one under its header; its lines are rows."""


@attrs.frozen
class Boxed:
    """Cells between upright lines, rows between level ones; a cell may go over several lines.

    A cell merged of several rows goes on beside the level lines that part the others.
    """

    name: str = "boxes"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """A table is drawn if it has corners or level lines; without corners, less surely so."""
        content = stretch.content
        if not any(level in content for level in _LEVEL):
            return 0.0
        if _CORNER.search(content) is not None:
            return 1.0
        return 0.9 if any(_RULE.fullmatch(line.strip()) for line in stretch.lines) else 0.0

    def read(self, stretch: Stretch, words: Words) -> Grid:
        """A row for what stands between two rules, or for each line where rules are few."""
        lines = min((_drawn(stretch, measure) for measure in MEASURES), key=_count_borders)
        if sum(_is_rule(line) for line in lines) > _FEW_RULES:
            tables = split_at(lines, _is_rule)
        else:
            tables = ([line] for line in lines if not _is_rule(line))
        boxes = [box for table in tables for box in _boxes(table)]
        rows = groupby(boxes, key=lambda box: box[0].line)
        return without_index(
            [[cell_of([part.part for part in box], words) for box in row] for _, row in rows]
        )


@attrs.frozen
class _Part:
    """What stands between two upright lines on one line of text, and where those are."""

    line: int
    left: int
    right: int
    part: Part

    @property
    def is_level(self) -> bool:
        """Whether it is part of a level line that ends the cell above it, from side to side."""
        fills = len(self.part.said) == self.right - self.left
        return fills and _PART_OF_RULE.fullmatch(self.part.said) is not None


_Line = list[_Part]
_Box = list[_Part]
_Sides = tuple[int, int]


def _drawn(stretch: Stretch, measure: Measure) -> list[_Line]:
    """The parts of each line that is not empty."""
    lines = [
        list(_parts(line, number, start, measure))
        for number, (line, (start, _)) in enumerate(zip(stretch.lines, stretch.places, strict=True))
        if not line.isspace()
    ]
    opened = {line[0].right for line in lines if line[0].part.said}
    unclosed = {line[-1].left for line in lines if line[-1].part.said}
    return [
        line[line[0].right not in opened :][: None if line[-1].left in unclosed else -1]
        for line in lines
    ]


def _parts(line: str, number: int, start: int, measure: Measure) -> Iterator[_Part]:
    """What stands between the upright lines, and before and behind them."""
    left = begin = column = 0
    for border in _BORDER.finditer(line):
        said = line[begin : border.start()]
        column += measure(said)
        yield _Part(number, left, column, Part.of(said, start + begin))
        begin = border.end()
        left = column = column + 1
    said = line[begin:]
    yield _Part(number, left, column + measure(said), Part.of(said, start + begin))


def _count_borders(lines: Iterable[_Line]) -> int:
    """In how many places borders stand: in the fewest where the text is measured rightly."""
    return len({part.left for line in lines for part in line})


def _is_rule(line: _Line) -> bool:
    """Whether a line is level from end to end."""
    return bool(line) and all(_PART_OF_RULE.fullmatch(part.part.said) for part in line)


def _boxes(lines: Iterable[_Line]) -> Iterator[_Box]:
    """The cells between two rules, each with its parts from top to bottom.

    A part goes on with what stands between the same upright lines above it.
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
