"""Tables drawn with lines: ``+---+`` and ``|``, or the box characters of Unicode."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

import attrs
from more_itertools import split_at

from ..grid import Grid, Located, Row, Stretch, Words, without_index
from ..marks import BLANK
from ..source import Place

_DRAWN = "─-╿"
_RULE = re.compile(rf"[\s+|=:{_DRAWN}-]*(?:[+=]-|--|==|[─━═])[\s+|=:{_DRAWN}-]*")
_LEVEL = re.compile("--|==|[─━═]")
_BORDER = re.compile(r"[|│┃║╎╏┆┇┊┋]")
_FEW_RULES = 3
"""A table with so many has one above, one below and one under its header; its lines are rows."""


@attrs.frozen
class Boxed:
    """Cells between upright lines, rows between level ones; a cell may go over several lines."""

    name: str = "boxes"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """A table is drawn if it has a corner or an upright line of a box, or level rules."""
        if _LEVEL.search(stretch.content) is None:
            return 0.0
        return 0.9 if any(_RULE.fullmatch(line.strip()) for line in stretch.lines) else 0.0

    def read(self, stretch: Stretch, words: Words) -> Grid:
        """A row for what stands between two rules, or for each line where rules are few."""
        lines = [
            (line, start)
            for line, (start, _) in zip(stretch.lines, stretch.places, strict=True)
            if not line.isspace()
        ]
        rules = sum(_is_rule(line) for line in lines)
        rows: Grid = []
        for between in split_at(lines, _is_rule):
            cut = [list(_pieces(line, start)) for line, start in between]
            merged = rules > _FEW_RULES and len({len(pieces) for pieces in cut}) == 1
            rows += [_merged(cut, words)] if merged else [_row(pieces, words) for pieces in cut]
        return without_index([row for row in rows if row])


def _is_rule(line: tuple[str, int]) -> bool:
    return _RULE.fullmatch(line[0].strip()) is not None


_Piece = tuple[Place, str]


def _pieces(line: str, start: int) -> Iterator[_Piece]:
    """What stands between the upright lines of a line of text."""
    borders = list(_BORDER.finditer(line))
    if not borders:
        yield _tight(line, start)
        return
    begins = [border.end() for border in borders]
    ends = [border.start() for border in borders[1:]] + [len(line)]
    if line[: borders[0].start()].strip():
        yield _tight(line[: borders[0].start()], start)
    for begin, end in zip(begins, ends, strict=True):
        if end < len(line) or line[begin:end].strip():
            yield _tight(line[begin:end], start + begin)


def _tight(said: str, start: int) -> _Piece:
    kept = said.strip()
    at = start + (said.index(kept) if kept else 0)
    return (at, at + len(kept)), kept


def _row(pieces: list[_Piece], words: Words) -> Row:
    return [(*place, words.marks[said] if said else BLANK) for place, said in pieces]


def _merged(lines: list[list[_Piece]], words: Words) -> Row:
    """The cells of a row that goes over several lines, each put together from its pieces."""
    return [_cell(list(pieces), words) for pieces in zip_longest(*lines)]


def _cell(pieces: list[_Piece], words: Words) -> Located:
    """A cell from its pieces; its place is that of the first, which holds all of a number."""
    said = [piece for piece in pieces if piece[1]]
    if not said:
        return (*pieces[0][0], BLANK)
    return (*said[0][0], words.marks["\n".join(text for _, text in said)])
