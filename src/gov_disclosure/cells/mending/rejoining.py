"""Figures that line ends broke within their cells, put together where sums leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from more_itertools import one

from ...labels.marks import DASH, MARKS
from ...layouts.grid import Located, Row, is_blank
from ..rows.due_row import DueRow

_TWO_LINES = re.compile(r"\s*([0-9]+)[ \t]*(?:[\r\n]+|\\n)[ \t]*([0-9]+)\s*")
"""Digits on two lines; programs print a line end in quotes as a backslash and an n."""

_SHORTEST = 3
"""Upper lines with fewer digits are of one length by chance."""


def with_whole_figures(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """The rows with their broken figures whole, if their sums hold so, and could not otherwise.

    Two figures below each other in a cell may as well be those of two rows.  Then all that stands
    in the upper lines would add up by itself.  It may do so by chance; but where other rows show
    how many digits fill a column, figures that fill it on the upper line go on below.
    """
    broken = [at for at, line in enumerate(lines) if line.holds_several]
    whole = {at for at in broken if _adds_up(lines[at], _whole)}
    sure = {at for at in whole if not _adds_up(lines[at], _upper)}
    shown = {_length(lines[at]) for at in sure}
    told = shown if len(shown) == 1 and None not in shown else set()
    mended = {at for at in whole if at in sure or _length(lines[at]) in told}
    return [_mended(line) if at in mended else line for at, line in enumerate(lines)]


def _mended(line: DueRow) -> DueRow:
    text, entry = line.text, line.entry
    values, filled = ([_whole(text, cell) for cell in row] for row in (entry.values, entry.filled))
    return line._replace(entry=entry._replace(values=values, filled=filled))


def _lines_of(text: str, cell: Located) -> Sequence[str]:
    """The two lines of digits in a cell; none if it holds anything else."""
    start, end, mark = cell
    lines = _TWO_LINES.fullmatch(text, start, end) if mark.several else None
    return lines.groups() if lines else ()


def _whole(text: str, cell: Located) -> Located:
    """A cell of two lines of digits as one figure; any other as it is."""
    said = "".join(_lines_of(text, cell))
    return (cell[0], cell[1], MARKS[said]) if said else cell


def _upper(text: str, cell: Located) -> Located:
    """What stands in the upper line of such a cell; as if nothing stood in any other."""
    lines = _lines_of(text, cell)
    return cell[0], cell[1], MARKS[lines[0]] if lines else DASH


def _length(line: DueRow) -> int | None:
    """How many digits each upper line has of a row's broken figures; None if they differ."""
    upper = {len(lines[0]) for cell in line.filled if (lines := _lines_of(line.text, cell))}
    length = one(upper) if len(upper) == 1 else None
    return length if length is not None and length >= _SHORTEST else None


def _adds_up(line: DueRow, change: Callable[[str, Located], Located]) -> bool:
    """Whether sums of the form hold along the row if its cells are changed like this."""
    cells = [change(line.text, cell) for cell in _last_cells(line)]
    return bool(cells) and line.as_it_stands._replace(settled=cells).keeps_rules


def _last_cells(line: DueRow) -> Row:
    """A cell for each place of the row, if there are enough; before them may be empty ones."""
    settled = line.as_it_stands.settled
    before = len(line.entry.values) - len(line.slots)
    if settled is not None or before < 0:
        return settled or []
    return line.entry.values[before:] if all(map(is_blank, line.entry.values[:before])) else []
