"""Draw tables as text: a row on each line, with every position of the grid between pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from operator import itemgetter
from statistics import mode

import attrs
from more_itertools import map_reduce

from ..text.source import LINE_ENDS
from .figures import says_figure

_LONGEST_CELL = 120
"""A longer text of several lines is prose, and no cell of a form."""

MOST_POSITIONS = 500_000
"""A table with more positions is no form, and drawing it could take too much memory."""

UNREADABLE = "〔图〕"
"""The mark drawn in a cell that shows something other than text, and so is not empty."""

_BETWEEN_CELLS = "|"
_INSIDE_CELLS = "¦"
_IDEOGRAPHIC = "\u2e80-\u2fff\u3001-\u9fff\uf900-\ufaff\uff01-\uff65"
_BREAK_IN_WORD = re.compile(
    rf"(?<=[{_IDEOGRAPHIC}])[ \t]*[{LINE_ENDS}][ \t{LINE_ENDS}]*(?=[{_IDEOGRAPHIC}])"
)
_BLANKS = re.compile(rf"[ \t{LINE_ENDS}]+")
_RAISED = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")
_LOWERED = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")


@attrs.frozen
class Shown:
    """The lines that a cell or a table shows, and the number of cells of grids in them.

    A position is covered where it continues the cell before it, and beneath where it continues
    the cell above it; ``instead`` stands for pictures and the like in a cell without text.
    """

    lines: tuple[str, ...] = ()
    cells: int = 0
    is_covered: bool = False
    is_beneath: bool = False
    instead: str = ""

    @property
    def text(self) -> str:
        """All lines as one."""
        return one_line(" ".join(self.lines))


EMPTY = Shown()
"""A cell without text."""

BENEATH = Shown(is_beneath=True)
"""A position that continues the cell above it."""

COVERED = Shown(is_covered=True)
"""A position that continues the cell before it."""


def one_line(said: str) -> str:
    r"""Put text on one line, with blanks as a browser shows them; a hard blank becomes a blank.

    >>> one_line(" 政府信息\n  公开 3\xa0件\n")
    '政府信息公开 3 件'
    """
    if said.isalnum():
        return said
    return with_plain_blanks(_BLANKS.sub(" ", _BREAK_IN_WORD.sub("", said))).strip()


def with_plain_blanks(said: str) -> str:
    """Replace hard blanks, at which no line may end, by blanks."""
    return said.replace("\xa0", " ")


def raised(said: str) -> str:
    """Raise text above the line, so that the mark of a footnote is no digit of its figure.

    >>> "5" + raised("1")
    '5¹'
    """
    return said.translate(_RAISED)


def lowered(said: str) -> str:
    """Lower text below the line, the opposite of :func:`raised`."""
    return said.translate(_LOWERED)


def struck(said: str) -> str:
    """Mark text as struck out in the way of Markdown, so that it is no figure.

    >>> struck("3"), struck(" ")
    ('~~3~~', ' ')
    """
    return f"~~{said}~~" if said.strip() else said


def draw(rows: Sequence[Sequence[Shown]]) -> Shown:
    """Draw a table as lines; short rows are filled up with empty cells.

    >>> for line in draw([[Shown(("规章",)), Shown(("3",)), EMPTY], [Shown(("a|b",))]]).lines:
    ...     print(line)
    | 规章 | 3 |  |
    | a¦b |  |  |

    The mark of a picture is drawn only where figures are due: behind the label of a row, or, in a
    row without a label, beneath the labels of the columns.

    A table that only lays out a page is drawn as the lines of its cells, and so is a row with
    prose in it.
    """
    cells = [cell for row in rows for cell in row if cell.lines]
    width = max(map(len, rows), default=0)
    if width < 2 or len(rows) * width > MOST_POSITIONS or _only_lays_out(cells):
        return draw_one_below_another([cell for row in rows for cell in row])
    return Shown(tuple(_drawn_lines(rows, width)), len(cells))


def cells_of(line: str) -> list[str]:
    """Return the texts of the cells of a row that was drawn on a line.

    >>> cells_of("|  | 规章 | 3 |"), cells_of("规章")
    (['', '规章', '3'], ['规章'])
    """
    return line.removeprefix("| ").removesuffix(" |").split(f" {_BETWEEN_CELLS} ")


def evened(rows: Sequence[Sequence[Shown]]) -> list[Sequence[Shown]]:
    """Align the cells of rows in common columns, however finely a page or a file divides these.

    Among rows of the same width and number of cells, cells begin where they do in most of these
    rows: a column drawn a little wider in one row is the same column.  No cell moves to the place
    of another, or to a different column of the row with the most cells.  Columns in which no cell
    begins are left out.

    >>> cell = Shown(("3",))
    >>> odd, even = [cell, COVERED, cell, cell, COVERED], [cell, cell, COVERED, COVERED, cell]
    >>> [len(row) for row in evened([even, odd, [cell, COVERED], even])]
    [3, 3, 2, 3]
    """
    sized = [((len(row), len(_cell_starts(row))), row) for row in rows]
    usual = map_reduce(sized, itemgetter(0), lambda one: _cell_starts(one[1]), mode)
    most = max((len(_cell_starts(row)) for row in rows), default=0)
    finest = next((set(begins) for begins in map(_cell_starts, rows) if len(begins) == most), set())
    laid = [_with_cells_at(usual[size], row, finest) for size, row in sized]
    starts = sorted({at for row in laid for at in _cell_starts(row)})
    return [[row[at] for at in starts if at < len(row)] for row in laid]


def _cell_starts(row: Sequence[Shown]) -> tuple[int, ...]:
    """Return the positions at which a cell of a row begins."""
    return tuple([at for at, cell in enumerate(row) if not cell.is_covered])


def _with_cells_at(
    positions: Sequence[int], row: Sequence[Shown], finest: Set[int]
) -> Sequence[Shown]:
    """Move the cells of a row to other positions, if these may be the same columns."""
    begins = _cell_starts(row)
    is_other = any(
        old != new and {old, new} <= finest for old, new in zip(begins, positions, strict=True)
    )
    if is_other or not _stay_between_neighbours(positions, begins):
        return row
    cells = dict(zip(positions, (cell for cell in row if not cell.is_covered), strict=True))
    return [cells.get(at, COVERED) for at in range(len(row))]


def _stay_between_neighbours(positions: Sequence[int], begins: Sequence[int]) -> bool:
    """Whether no cell would move to the place of a neighbour or beyond it."""
    behind = all(old < new for old, new in zip(begins, positions[1:], strict=False))
    return behind and all(new < old for new, old in zip(positions, begins[1:], strict=False))


def draw_one_below_another(cells: Sequence[Shown]) -> Shown:
    """Draw cells that are in no grid as their lines."""
    lines = tuple(line for cell in cells for line in cell.lines)
    instead = " ".join(cell.instead for cell in cells if cell.instead)
    return Shown(lines, sum(cell.cells for cell in cells), instead=instead)


def _only_lays_out(cells: Sequence[Shown]) -> bool:
    """Whether a table only lays out a page: its cells are empty, or mainly hold other tables.

    A small table within a cell of a larger one is a part of the text of this cell.
    """
    around = [cell for cell in cells if cell.cells]
    within = sum(cell.cells for cell in around)
    beside = len(cells) - len(around)
    return within >= beside or any(len(cell.text) > _LONGEST_CELL for cell in around)


def _drawn_lines(rows: Sequence[Sequence[Shown]], width: int) -> Iterator[str]:
    headed: set[int] = set()
    for row in rows:
        yield from _lines_of_row(row, width, headed)
        headed |= {at for at, cell in enumerate(row) if has_label(cell)}


def _lines_of_row(row: Sequence[Shown], width: int, headed: Set[int]) -> Iterator[str]:
    if any(map(_is_prose, row)):
        yield from (line for cell in row for line in cell.lines)
        return
    first = _first_due_position(row, width, headed)
    said = [cell.text or (cell.instead if at >= first else "") for at, cell in enumerate(row)]
    texts = [one.replace(_BETWEEN_CELLS, _INSIDE_CELLS) for one in said]
    yield f"| {' | '.join([*texts, *[''] * (width - len(row))])} |"


def _first_due_position(row: Sequence[Shown], width: int, headed: Set[int]) -> int:
    """Return the first position where a picture may show a figure, ``width`` if there is none."""
    first = next((at for at, cell in enumerate(row) if cell.lines), None)
    if first is not None and any(map(has_label, row)):
        return first
    pictures = {at for at, cell in enumerate(row) if cell.instead}
    return 0 if first is not None or pictures <= headed else width


def has_label(cell: Shown) -> bool:
    """Whether a cell has text that is no figure."""
    return bool(cell.lines) and not says_figure(cell.text)


def _is_prose(cell: Shown) -> bool:
    return len(cell.lines) > 1 and len(cell.text) > _LONGEST_CELL
