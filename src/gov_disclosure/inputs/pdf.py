"""Draw PDFs as text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise, takewhile
from operator import attrgetter

import attrs
import pdfplumber
from more_itertools import ilen
from pdfminer.pdfdocument import PDFEncryptionError
from pdfminer.psparser import PSException
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException
from pdfplumber.utils.geometry import calculate_area, get_bbox_overlap

from .drawing import EMPTY, UNREADABLE, Shown, draw, one_line
from .faults import BROKEN
from .figures import says_figure
from .merged import with_merged
from .pdf_pictures import notes_on, pictures_on
from .printed import Drawn, Line, as_printed, lines_of, printed_on
from .ruled import Box, Grid, Position, grid_of, tables_on

_WIDEST_PADDING = 16
"""The most that a full line of a cell leaves free at its sides, in points."""

_LARGEST_PICTURE = 1.2
"""How much larger than a cell, at most, a picture in it may be, with its frame."""

_INSET = 1
"""How far from the sides of a cell, in points, the middle of a picture in it is at least."""

_SMALLEST_BACKGROUND = 0.9
"""How much of the width and of the height of a cell its background takes up at least."""

_PAGE_NUMBERS = {
    0.07: re.compile(r"\s*\d{1,4}(?:\s*/\s*\d{1,4})?\s*", re.ASCII),
    0.12: re.compile(r"\s*[-—–―·~]+\s*\d{1,4}\s*[-—–―·~]+\s*|\s*第?\s*\d{1,4}\s*页.{0,12}"),
}
"""How page numbers are printed, by the share of the page at its edges where they stand."""


def text_of_pdf(data: bytes) -> str:
    """Return the text of a PDF page by page, its ruled tables as rows between pipes.

    A merged cell stands in its first position; the other positions that it covers are empty.  Page
    numbers, the header that a table repeats on its next page, and stamps across a page are left
    out.  A cell that shows a picture, or an annotation that may be a figure, has a mark.

    Raises:
        ValueError: if it is no PDF, an encrypted or a broken one.
    """
    try:
        with pdfplumber.open(io.BytesIO(data)) as pages:
            return "\n".join(
                line for page in _lines_of_pages(map(_parts_of_page, pages.pages)) for line in page
            )
    except (*BROKEN, PSException, PdfminerException) as error:
        if any(isinstance(fault, PDFEncryptionError) for fault in (error, *error.args)):
            raise ValueError("this PDF is encrypted; save it without a password") from error
        raise ValueError("this PDF is broken, or is none") from error


@attrs.frozen
class _Part:
    """A line of text or a table on a page, and its distance from the upper edge."""

    top: float
    line: str = ""
    rows: Sequence[Sequence[Shown]] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The line of text, or the lines of the table."""
        return draw(self.rows).lines if self.rows else (self.line,)


def _parts_of_page(whole: Page) -> list[_Part]:
    """Return the lines and tables of a page, from top to bottom."""
    page = _as_cut(whole)
    chars = printed_on(page)
    grids = [grid_of(table, chars) for table in tables_on(page)]
    taken = {id(char) for grid in grids for row in grid for cell in row for char in cell.chars}
    beside = lines_of([char for char in chars if id(char) not in taken])
    unread = _NonText(pictures_on(page), list(notes_on(page)))
    parts = [_Part(_top_of(grid), rows=_drawn_rows(grid, unread)) for grid in grids]
    parts += [
        _Part(line.top, one_line(line.text)) for line in beside if not _is_page_number(line, page)
    ]
    whole.close()
    return sorted(parts, key=attrgetter("top"))


def _as_cut(page: Page) -> Page:
    """Return the part of a page that viewers show.

    A turned page is kept whole, as pdfplumber places the cut of some elsewhere; so is a page whose
    cut would leave nothing of it.
    """
    cut = get_bbox_overlap(page.bbox, page.cropbox)
    is_turned = page.rotation != 0
    return page if is_turned or cut is None or not calculate_area(cut) else page.crop(cut)


def _lines_of_pages(pages: Iterable[list[_Part]]) -> Iterator[Iterator[str]]:
    """Yield the lines of each page, without a header repeated from the page before."""
    before: Sequence[Sequence[Shown]] = ()
    for parts in pages:
        first = parts[0].rows if parts else ()
        repeated = _count_repeated(before, first)
        kept = [attrs.evolve(parts[0], rows=first[repeated:]), *parts[1:]] if repeated else parts
        yield chain.from_iterable(part.lines for part in kept)
        before = parts[-1].rows if parts else ()


def _count_repeated(before: Sequence[Sequence[Shown]], rows: Sequence[Sequence[Shown]]) -> int:
    """Count the rows of the header that begins both tables, if more rows follow in the second."""
    both = takewhile(_is_same_header, zip(before, rows, strict=False))
    repeated = ilen(both)
    return repeated if repeated < len(rows) else 0


def _is_same_header(rows: tuple[Sequence[Shown], Sequence[Shown]]) -> bool:
    before, behind = map(_texts, rows)
    return before == behind and any(before) and not any(map(says_figure, before))


def _texts(row: Sequence[Shown]) -> list[str]:
    return [cell.text for cell in row]


def _is_page_number(line: Line, page: Page) -> bool:
    """Whether a line is nothing but the number of the page, at its edge."""
    _, top, _, bottom = page.bbox
    from_edge = min(line.bottom - top, bottom - line.top) / page.height
    return any(
        from_edge < margin and printed.fullmatch(line.text)
        for margin, printed in _PAGE_NUMBERS.items()
    )


def _top_of(grid: Grid) -> float:
    return min(cell.box[1] for row in grid for cell in row if cell.box)


@attrs.frozen
class _NonText:
    """Objects of a page that are no text: pictures, and annotations that may be figures."""

    pictures: Sequence[Drawn]
    notes: Sequence[Drawn]


def _drawn_rows(grid: Grid, unread: _NonText) -> Sequence[Sequence[Shown]]:
    return with_merged([[cell.rest or _drawn_cell(cell, unread) for cell in row] for row in grid])


def _drawn_cell(cell: Position, unread: _NonText) -> Shown:
    """Join the lines of a cell, with a mark for a picture or an annotation that may be a figure."""
    if cell.box is None:
        return EMPTY
    lines = lines_of([as_printed(char, cell.chars) for char in cell.chars])
    if not lines:
        is_drawn = any(_stands_in(thing, cell.box) for thing in (*unread.pictures, *unread.notes))
        return Shown(instead=UNREADABLE) if is_drawn else EMPTY
    width = cell.box[2] - cell.box[0]
    rest = (_blank_between(*two, width) + two[1].text for two in pairwise(lines))
    note = UNREADABLE if any(_stands_in(one, cell.box) for one in unread.notes) else ""
    return Shown((lines[0].text + "".join(rest) + note,))


def _stands_in(thing: Drawn, box: Box) -> bool:
    """Whether a picture or annotation is in a cell, and is neither its frame nor background."""
    left, top, right, bottom = box
    across, down = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
    wide, high = thing["width"] / (right - left), thing["height"] / (bottom - top)
    is_background = thing["object_type"] == "curve" and min(wide, high) > _SMALLEST_BACKGROUND
    fits = max(wide, high) <= _LARGEST_PICTURE and not is_background
    is_in = left + _INSET < across < right - _INSET and top + _INSET < down < bottom - _INSET
    return bool(is_in and fits)


def _blank_between(line: Line, following: Line, width: float) -> str:
    """Return the blank lost between two lines of a cell, or "" if a word was merely broken.

    A number continues on the next line only if its own line has no room for another digit.
    """
    last, first = line.text[-1], following.text[0]
    if last.isascii() and last.isalpha() and first.isascii() and first.isalpha():
        return " "
    room = width - line.width - line.width / len(line.text)
    return " " if last.isdigit() and first.isdigit() and room > _WIDEST_PADDING else ""
