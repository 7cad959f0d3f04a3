"""All rows on one line, between pipes: ``| a | b | | c | d |``, as where line ends were lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs
from more_itertools import chunked, run_length

from .grid import CERTAIN, IMPOSSIBLE, Grid, Located, Row, Stretch, Words

_BAR = "|"
_RULE = re.compile(r"\s*:?-{3,}:?\s*")
_FEWEST_ROWS = 4
_NARROWEST = 3
_WIDEST = 60


@attrs.frozen(eq=False)
class Paced:
    """A row at each pace: where a line end was lost, two pipes stand with nothing between them.

    So rows seem to be separated by an empty cell.  The pace is known if a row without empty cells
    shows it, such as the rule below a header.  Otherwise it must be the only pace at which all
    these cells are empty (but for its multiples), and the last pipe must end a row.
    """

    name: str = "rows on one line"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Certain if each line with pipes has several rows at one pace."""
        piped = [line for line in stretch.lines if _BAR in line]
        return CERTAIN if piped and all(map(_pace, piped)) else IMPOSSIBLE

    def read(self, stretch: Stretch) -> Grid:
        """The rows of each line, without rules; the text around them is a row by itself."""
        return [
            row
            for line, (start, _) in zip(stretch.lines, stretch.places, strict=True)
            for row in _rows_at_pace(line, list(_cells_between_pipes(line, start, stretch.words)))
            if row and not all(_RULE.fullmatch(stretch.text[at:end]) for at, end, _ in row)
        ]


def _cells_between_pipes(line: str, start: int, words: Words) -> Iterator[Located]:
    for said in line.split(_BAR):
        yield start, start + len(said), words.marks[said]
        start += len(said) + len(_BAR)


def _rows_at_pace(line: str, cells: Row) -> Iterator[Row]:
    """The cell before the first pipe, the cells of each pace, and the cell behind."""
    pace = _pace(line) or len(cells)
    for first, *row in chunked(cells, pace):
        yield [first]
        yield row


def _pace(line: str) -> int | None:
    """The number of pipes in a row, if a line has several rows; None if it is not known."""
    inner = [bool(cell.strip()) for cell in line.split(_BAR)[1:-1]]
    pipes = len(inner) + 1
    runs = run_length.encode(inner)
    longest = max((count for is_full, count in runs if is_full), default=0)
    widest = min(_WIDEST, pipes // _FEWEST_ROWS)
    paces = [
        pace
        for pace in range(max(longest + 1, _NARROWEST), widest + 1)
        if pipes % pace == 0 and not any(inner[pace - 1 :: pace])
    ]
    is_shown = paces[:1] == [longest + 1]
    is_known = is_shown or (paces and all(pace % paces[0] == 0 for pace in paces))
    return paces[0] if is_known else None
