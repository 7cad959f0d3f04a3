"""PDFs as text."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import attrs

from .drawing import EMPTY, Shown, draw, one_line, raised
from .faults import BROKEN, missing

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.table import CellGroup, Table

_Object = dict[str, Any]
_Box = tuple[float, float, float, float]

_SAME_LINE = 3
"""How far apart, in points, what belongs to one line may stand."""

_SAME_PLACE = 0.4
"""How far apart, in parts of its size, a character may be printed again to look bold."""

_SLANTED = 0.1
_RAISED = 0.1
_SMALL = 0.8
_PADDING = 16
"""What a full line of a cell leaves free at its sides, in points, at most."""

_MIDDLE = 0.5
_START = 0.2
"""Where in its square the ink of a character is; that of a closing mark is at its start."""

_HANGING = frozenset("、，。；：,.;:)）】〕》”’」』")

_PAGE_NUMBERS = {
    0.07: re.compile(r"\s*\d{1,4}(?:\s*/\s*\d{1,4})?\s*", re.ASCII),
    0.12: re.compile(r"\s*[-—–―·~]+\s*\d{1,4}\s*[-—–―·~]+\s*|\s*第?\s*\d{1,4}\s*页.{0,12}"),
}
"""How page numbers are printed, by the part of the page, above and below, where they stand."""


def text_of_pdf(data: bytes) -> str:
    """The text of a PDF from page to page, its ruled tables as rows between pipes.

    A merged cell stands in its first position, the others that it covers are empty.  Page
    numbers and what is stamped across a page are left out.

    Raises:
        ImportError: if pdfplumber is not installed.
        ValueError: if it is no PDF, an encrypted or a broken one.
    """
    try:
        import pdfplumber
        from pdfminer.pdfdocument import PDFEncryptionError
        from pdfminer.psparser import PSException
        from pdfplumber.utils.exceptions import PdfminerException
    except ImportError as error:
        raise missing("pdfplumber", "pdf") from error
    try:
        with pdfplumber.open(io.BytesIO(data)) as pages:
            return "\n".join(line for page in pages.pages for line in _page(page))
    except (*BROKEN, PSException, PdfminerException) as error:
        if any(isinstance(fault, PDFEncryptionError) for fault in (error, *error.args)):
            raise ValueError("this PDF is encrypted; save it without a password") from error
        raise ValueError("this PDF is broken, or is none") from error


@attrs.frozen
class _Line:
    """A line of text on a page, or in a cell of a table there."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is, in points."""
        return self.right - self.left


@attrs.frozen
class _Cell:
    """A position of a grid, and the characters in the cell that begins there, if one does."""

    box: _Box | None
    chars: list[_Object]


_Grid = list[list[_Cell]]


@attrs.frozen
class _Part:
    """What stands on a page, and how far from its upper edge."""

    top: float
    lines: tuple[str, ...]


def _page(page: Page) -> list[str]:
    """The lines of a page, those of its tables in their place among the others."""
    chars = list(_printed(page.chars))
    grids = [_grid(table, chars) for table in _tables(page)]
    taken = {id(char) for grid in grids for row in grid for cell in row for char in cell.chars}
    beside = _lines([char for char in chars if id(char) not in taken])
    parts = [_Part(_top(grid), _drawn(grid)) for grid in grids]
    parts += [
        _Part(line.top, (one_line(line.text),))
        for line in beside
        if not _is_page_number(line, page.height)
    ]
    page.close()
    return [line for part in sorted(parts, key=_from_top) for line in part.lines]


def _from_top(part: _Part) -> float:
    return part.top


def _printed(chars: Iterable[_Object]) -> Iterator[_Object]:
    """The characters without those stamped across the page, or printed twice to look bold."""
    printed: dict[str, list[_Object]] = defaultdict(list)
    for char in chars:
        across, up = char["matrix"][:2]
        slanted = min(abs(across), abs(up)) > _SLANTED * max(abs(across), abs(up))
        same = printed[char["text"]]
        if not slanted and not any(_in_one_place(char, other) for other in same):
            same.append(char)
            yield char


def _in_one_place(char: _Object, other: _Object) -> bool:
    across, down = abs(char["x0"] - other["x0"]), abs(char["top"] - other["top"])
    return bool(across < _SAME_PLACE * char["width"] and down < _SAME_PLACE * char["height"])


def _is_page_number(line: _Line, height: float) -> bool:
    """Whether a line is nothing but the number of the page, at its edge."""
    from_edge = min(line.bottom, height - line.top) / height
    return any(
        from_edge < margin and printed.fullmatch(line.text)
        for margin, printed in _PAGE_NUMBERS.items()
    )


def _tables(page: Page) -> list[Table]:
    """The ruled tables that are more than a frame, or frames below each other."""
    found = page.debug_tablefinder()
    sides = [side for table in found.tables for side in _open_sides(table, found.edges)]
    if sides:
        found = page.debug_tablefinder({"explicit_vertical_lines": sides})
    return [table for table in found.tables if any(map(_has_columns, table.rows))]


def _has_columns(row: CellGroup) -> bool:
    return len([box for box in row.cells if box]) > 1


def _open_sides(table: Table, edges: Sequence[_Object]) -> Iterator[_Object]:
    """The lines that a table lacks at its sides: its horizontal ones reach beyond the last."""
    left, top, right, bottom = table.bbox
    reaching = [
        edge
        for edge in edges
        if edge["orientation"] == "h" and top - _SAME_LINE <= edge["top"] <= bottom + _SAME_LINE
        if edge["x0"] <= right and edge["x1"] >= left
    ]
    ends = (min(edge["x0"] for edge in reaching), max(edge["x1"] for edge in reaching))
    for end, side in zip(ends, (left, right), strict=True):
        if abs(end - side) > _SAME_LINE:
            yield _vertical_line(end, top, bottom)


def _vertical_line(across: float, top: float, bottom: float) -> _Object:
    sides = {"x0": across, "x1": across, "top": top, "bottom": bottom}
    return {"object_type": "line", "width": 0, "height": bottom - top, **sides}


def _grid(table: Table, chars: Sequence[_Object]) -> _Grid:
    """The characters in each cell; a position without a cell belongs to one above or beside."""
    inside = [char for char in chars if _is_inside(char, table.bbox)]
    return [
        [_Cell(box, [char for char in inside if _is_inside(char, box)]) for box in row.cells]
        for row in table.rows
    ]


def _top(grid: _Grid) -> float:
    return min(cell.box[1] for row in grid for cell in row if cell.box)


def _is_inside(char: _Object, box: _Box | None) -> bool:
    if box is None:
        return False
    left, top, right, bottom = box
    across = char["x0"] + char["width"] * (_START if char["text"] in _HANGING else _MIDDLE)
    down = char["top"] + char["height"] * _MIDDLE
    return bool(left <= across < right and top <= down < bottom)


def _drawn(grid: _Grid) -> tuple[str, ...]:
    return draw([[_shown(cell) for cell in row] for row in grid]).lines


def _shown(cell: _Cell) -> Shown:
    """What a cell says, its lines put together again."""
    lines = _lines([_as_printed(char, cell.chars) for char in cell.chars])
    if cell.box is None or not lines:
        return EMPTY
    width = cell.box[2] - cell.box[0]
    rest = (_between(*two, width) + two[1].text for two in pairwise(lines))
    return Shown((lines[0].text + "".join(rest),))


def _as_printed(char: _Object, others: Iterable[_Object]) -> _Object:
    """A character of a cell, its text raised if it is the mark of a footnote."""
    is_mark = char["text"].isdigit() and any(_is_raised_behind(char, other) for other in others)
    return {**char, "text": raised(char["text"])} if is_mark else char


def _is_raised_behind(char: _Object, other: _Object) -> bool:
    """Whether a character is smaller than the one before it, and stands higher."""
    follows = abs(char["x0"] - other["x1"]) < other["width"]
    on_line = other["top"] < char["bottom"] < other["bottom"] - _RAISED * other["height"]
    return bool(follows and on_line and char["size"] < _SMALL * other["size"])


def _between(line: _Line, following: _Line, width: float) -> str:
    """A blank where there was one before the text was broken into lines, or a line break meant.

    Digits go on in the next line only where there is no room for another in their own.
    """
    last, first = line.text[-1], following.text[0]
    if last.isascii() and last.isalpha() and first.isascii() and first.isalpha():
        return " "
    room = width - line.width - line.width / len(line.text)
    return " " if last.isdigit() and first.isdigit() and room > _PADDING else ""


def _lines(chars: list[_Object]) -> list[_Line]:
    """Characters as lines, from top to bottom."""
    from pdfplumber.utils.clustering import cluster_objects
    from pdfplumber.utils.text import extract_words

    words = extract_words(chars)
    return [_line(line) for line in cluster_objects(words, _middle, _SAME_LINE)]


def _middle(word: dict[str, Any]) -> float:
    return float(word["top"] + word["bottom"]) / 2


def _line(words: Sequence[dict[str, Any]]) -> _Line:
    ordered = sorted(words, key=itemgetter("x0"))
    return _Line(
        text=" ".join(word["text"] for word in ordered),
        left=ordered[0]["x0"],
        right=max(word["x1"] for word in ordered),
        top=min(word["top"] for word in ordered),
        bottom=max(word["bottom"] for word in ordered),
    )
