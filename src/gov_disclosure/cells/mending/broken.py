"""Figures broken in two within their cells, rejoined if sums leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from more_itertools import one

from ...labels.marks import DASH, MARKS
from ...layouts.grid import Located, Row, is_blank
from ..rows.due_row import DueRow
from ..rows.pieces import SHORTEST_PIECE

_TWO_LINES = re.compile(r"\s*([0-9]+)[ \t]*(?:[\r\n]+|\\n)[ \t]*([0-9]+)\s*")
"""Digits on two lines; programs print a line end in quotes as a backslash and an n."""


def with_whole_figures(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """Rejoin broken figures if the sums of their row hold then, and could not hold otherwise.

    Two figures below each other in a cell may belong to two rows.  The upper lines would then add
    up by themselves.  They may also do so by chance; but if other rows show how many digits fill a
    column, figures that fill it on the upper line continue below.
    """
    broken = [at for at, line in enumerate(lines) if _holds_several(line)]
    whole = {at for at in broken if _adds_up(lines[at], _joined)}
    sure = {at for at in whole if not _adds_up(lines[at], _upper_line)}
    shown = {_length_of_upper_lines(lines[at]) for at in sure}
    lengths = shown if len(shown) == 1 and None not in shown else set()
    mended = {at for at in whole if at in sure or _length_of_upper_lines(lines[at]) in lengths}
    return [_with_joined_figures(line) if at in mended else line for at, line in enumerate(lines)]


def _holds_several(line: DueRow) -> bool:
    """Whether one of its cells has several figures, or one that was joined from pieces."""
    return sum([mark.several for _, _, mark in line.filled]) > 0


def _with_joined_figures(line: DueRow) -> DueRow:
    return line.with_values([_joined(line.text, cell) for cell in line.values])


def _lines_of(text: str, cell: Located) -> Sequence[str]:
    """The two lines of digits in a cell; empty if it holds anything else."""
    start, end, mark = cell
    lines = _TWO_LINES.fullmatch(text, start, end) if mark.several else None
    return lines.groups() if lines else ()


def _joined(text: str, cell: Located) -> Located:
    """A cell of two lines of digits as one figure; any other cell as it is."""
    said = "".join(_lines_of(text, cell))
    return (cell[0], cell[1], MARKS[said]) if said else cell


def _upper_line(text: str, cell: Located) -> Located:
    """The upper line of a cell of two lines of digits; a dash for any other cell."""
    lines = _lines_of(text, cell)
    return cell[0], cell[1], MARKS[lines[0]] if lines else DASH


def _length_of_upper_lines(line: DueRow) -> int | None:
    """The number of digits of the upper lines of broken figures; None if they differ."""
    upper = {len(lines[0]) for cell in line.filled if (lines := _lines_of(line.text, cell))}
    length = one(upper) if len(upper) == 1 else None
    return length if length is not None and length >= SHORTEST_PIECE else None


def _adds_up(line: DueRow, change: Callable[[str, Located], Located]) -> bool:
    """Whether the sums of a row hold with its cells changed."""
    cells = [change(line.text, cell) for cell in _last_cells(line)]
    return bool(cells) and line.as_it_stands._replace(settled=cells).keeps_rules


def _last_cells(line: DueRow) -> Row:
    """A cell for each place of the row, without empty ones before them; empty if too few."""
    settled = line.as_it_stands.settled
    before = len(line.values) - line.due
    if settled is not None or before < 0:
        return settled or []
    return line.values[before:] if all(map(is_blank, line.values[:before])) else []
