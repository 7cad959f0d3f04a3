"""Draw Word files as text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs
from lxml.etree import _Element

from .drawing import BENEATH, COVERED, EMPTY, UNREADABLE, Shown, draw, evened, with_plain_blanks
from .faults import BROKEN
from .heaped import unheaped
from .inserted import text_of_inserted
from .merged import with_merged
from .word_package import Package, W
from .word_runs import FALLBACK, Paragraph, w, within
from .word_styles import Styles, is_set, setting

_MOST_COLUMNS = 63
"""Word allows no more columns in a table."""

_LOWEST = re.compile(r"[0-3]?\d")
"""The height of rows that are not seen, in twentieths of a point."""

_TEXT_BOX = f"{W}txbxContent"
_TABLE = f"{W}tbl"
_INSERTED = f"{W}altChunk"

_BLOCKS = w("p", "tbl", "altChunk")
_ROWS = w("tr")
_CELLS = w("tc")
_NON_TEXT = (*w("drawing", "object", "pict", "contentPart", "altChunk", "subDoc"), "{*}oMath")
"""Elements that show no text: pictures, files, ink, formulas, other documents."""


def text_of_docx(data: bytes) -> str:
    """Return the text of a Word file in order, its tables as rows between pipes.

    A merged cell stands in its first position; the other positions that it covers are empty.
    Hidden text is left out.

    Raises:
        ValueError: if it is no Word file, an encrypted or a broken one, or far too large.
    """
    package = Package.of(data)
    try:
        reader = _Reader(package, Styles.of(package.styles()))
        return "\n".join(reader.shown(package.document().find(f"{W}body")).lines)
    except BROKEN as error:
        raise ValueError("this Word file is broken, or is none: Word may repair it") from error


@attrs.frozen
class _Reader:
    """Reads the elements of a document, which name styles and other parts of its file."""

    package: Package
    styles: Styles

    def shown(self, parent: _Element) -> Shown:
        """Draw the paragraphs and tables of a document, a cell or a text box."""
        blocks = [self._block(block) for block in within(parent, _BLOCKS)]
        lines = tuple(line for block in blocks for line in block.lines)
        is_unread = any(block.instead for block in blocks) or _has_non_text(parent)
        instead = UNREADABLE if is_unread and not lines else ""
        return Shown(lines, sum(block.cells for block in blocks), instead=instead)

    def _block(self, block: _Element) -> Shown:
        if block.tag == _TABLE:
            return self._table(block)
        if block.tag == _INSERTED:
            inserted = self.package.inserted(_relation_id(block))
            return Shown(tuple(text_of_inserted(inserted).splitlines()) if inserted else ())
        return self._paragraph(block)

    def _paragraph(self, block: _Element) -> Shown:
        """Draw the lines of a paragraph that are not empty, then the text boxes anchored in it."""
        paragraph = Paragraph.of(block, self.styles)
        said = with_plain_blanks(paragraph.text).split("\n")
        boxes = (line for box in _text_boxes(block) for line in self.shown(box).lines)
        lines = (*(line.strip() for line in said if line.strip()), *boxes)
        is_unknown = paragraph.has_unknown or _is_numbered(block)
        return Shown(lines, instead=UNREADABLE if is_unknown else "")

    def _table(self, table: _Element) -> Shown:
        rows = (row for row in within(table, _ROWS) if not _is_hidden_row(row))
        return draw(with_merged(unheaped(evened([list(self._cells(row)) for row in rows]))))

    def _cells(self, row: _Element) -> Iterator[Shown]:
        """Yield a cell for every position of a row."""
        yield from [EMPTY] * _count_setting(row, "trPr", "gridBefore")
        for cell in within(row, _CELLS):
            yield _as_continuation(cell) or self.shown(cell)
            yield from [COVERED] * (_count_setting(cell, "tcPr", "gridSpan") - 1)


def _relation_id(element: _Element) -> str | None:
    return next((value for name, value in element.items() if name.endswith("}id")), None)


def _has_non_text(parent: _Element) -> bool:
    return next(parent.iter(*_NON_TEXT), None) is not None


def _text_boxes(element: _Element) -> Iterator[_Element]:
    """Yield the text boxes in an element, each once, though a file keeps two versions of each."""
    for child in element:
        if child.tag == _TEXT_BOX:
            yield child
        elif child.tag != FALLBACK:
            yield from _text_boxes(child)


def _is_numbered(paragraph: _Element) -> bool:
    """Whether a paragraph is an item of a list, before whose text Word shows a number."""
    number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    return number is not None and number.get(f"{W}val") != "0"


def _is_hidden_row(row: _Element) -> bool:
    return is_set(row, "trPr", "del") or is_set(row, "trPr", "hidden") or _has_no_height(row)


def _has_no_height(row: _Element) -> bool:
    """Whether a row is exactly so low that nothing in it is seen."""
    height = row.find(f"{W}trPr/{W}trHeight")
    is_exact = height is not None and height.get(f"{W}hRule") == "exact"
    return is_exact and _LOWEST.fullmatch(height.get(f"{W}val", "")) is not None


def _as_continuation(cell: _Element) -> Shown | None:
    """Return the mark of a cell that continues the one above or before it, else None."""
    if setting(cell, "tcPr", "vMerge") == "continue":
        return BENEATH
    return COVERED if setting(cell, "tcPr", "hMerge") == "continue" else None


def _count_setting(element: _Element, properties: str, name: str) -> int:
    value = setting(element, properties, name) or ""
    return min(int(value), _MOST_COLUMNS) if value.isdecimal() else 0
