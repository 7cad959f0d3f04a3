"""Word files as text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zipfile import ZipFile

from .drawing import (
    BENEATH,
    COVERED,
    EMPTY,
    UNREADABLE,
    Shown,
    draw,
    evened,
    lowered,
    raised,
    struck,
    with_plain_blanks,
)
from .faults import BROKEN, missing
from .heaped import unheaped
from .merged import with_merged

if TYPE_CHECKING:
    from lxml.etree import _Element

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_XML = 64 << 20
_MOST_BYTES = 512 << 20
_MOST_COLUMNS = 63
"""As many as Word itself allows."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = f"{_W}txbxContent"
_TABLE = f"{_W}tbl"


def _w(*names: str) -> frozenset[str]:
    return frozenset(_W + name for name in names)


_BLOCKS = _w("p", "tbl")
_ROWS = _w("tr")
_CELLS = _w("tc")
_RUNS = _w("r")
_PICTURES = (*_w("drawing", "object", "pict"), "{*}oMath")
"""What shows something that is no text: pictures, files and formulas."""
_WRAPPERS = _w("bdo", "customXml", "dir", "fldSimple", "hyperlink") | _w(
    "ins", "moveTo", "sdt", "sdtContent", "smartTag"
)
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}ptab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}


def text_of_docx(data: bytes) -> str:
    """The text of a Word file: its paragraphs, and its tables as rows between pipes, in order.

    A merged cell stands in its first position, the others that it covers are empty.

    Raises:
        ImportError: if python-docx is not installed.
        ValueError: if it is no Word file, an encrypted or a broken one, or far too large.
    """
    try:
        from docx import Document
        from docx.opc.exceptions import OpcError
    except ImportError as error:
        raise missing("python-docx", "docx") from error
    _refuse_bombs(data)
    try:
        return "\n".join(_shown(_body(Document(io.BytesIO(data)).element)).lines)
    except (*BROKEN, OpcError) as error:
        raise ValueError("this Word file is broken, or is none: Word may repair it") from error


def _body(document: _Element) -> _Element:
    """What a document holds; entities, which Word never writes, would leave holes in it."""
    if document.getroottree().docinfo.doctype:
        raise ValueError("a document type is declared")
    return document.find(f"{_W}body")


def _refuse_bombs(data: bytes) -> None:
    """Raise an error for what is no archive, and for one that is too large once unpacked."""
    if data.startswith(_OLE):
        raise ValueError(
            "this Word file is encrypted, or of the old kind (.doc); "
            "save it as .docx without a password"
        )
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
    except BROKEN as error:
        raise ValueError("this is no Word file (.docx), or a broken one") from error
    xml = (size for name, size in sizes.items() if name.endswith((".xml", ".rels")))
    if sum(xml) > _MOST_XML or sum(sizes.values()) > _MOST_BYTES:
        raise ValueError("this Word file is far larger, once unpacked, than any report")


def _within(parent: _Element, tags: frozenset[str]) -> Iterator[_Element]:
    """The elements of some kinds within another, those that are wrapped in something included."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _within(child, tags)


def _shown(parent: _Element) -> Shown:
    """The paragraphs and tables of a document, a cell or a text box."""
    blocks = [
        _table(block) if block.tag == _TABLE else Shown(tuple(_lines(block)))
        for block in _within(parent, _BLOCKS)
    ]
    lines = tuple(line for block in blocks for line in block.lines)
    pictures = not lines and next(parent.iter(*_PICTURES), None) is not None
    return Shown(lines, sum(b.cells for b in blocks), instead=UNREADABLE if pictures else "")


def _lines(paragraph: _Element) -> Iterator[str]:
    """The lines of a paragraph that are not empty; behind them, the boxes anchored in it."""
    said = with_plain_blanks("".join(map(_said, _within(paragraph, _RUNS))))
    yield from (line.strip() for line in said.split("\n") if line.strip())
    for box in _boxes(paragraph):
        yield from _shown(box).lines


def _boxes(element: _Element) -> Iterator[_Element]:
    """The text boxes in an element, each once, though a file keeps two versions of each."""
    for child in element:
        if child.tag == _BOX:
            yield child
        elif child.tag != _FALLBACK:
            yield from _boxes(child)


def _said(run: _Element) -> str:
    """What a run says, marked so that raised and struck-out text joins no figure beside it."""
    said = "".join(_letters(child) for child in run)
    match _setting(run, "rPr", "vertAlign"):
        case "superscript":
            return raised(said)
        case "subscript":
            return lowered(said)
    is_struck = any(_is_on(run, "rPr", name) for name in ("strike", "dstrike"))
    if not is_struck:
        return said
    lines = "\n".join(map(struck, said.split("\n")))
    return f" {lines} "


def _letters(child: _Element) -> str:
    if child.tag == f"{_W}t":
        return child.text or ""
    if child.tag == f"{_W}sym":
        return chr(int(child.get(f"{_W}char", "fffd"), 16))
    return _SIGNS.get(str(child.tag), "")


def _table(table: _Element) -> Shown:
    rows = _within(table, _ROWS)
    kept = [list(_cells(row)) for row in rows if not _is_on(row, "trPr", "del")]
    return draw(with_merged(unheaped(evened(kept))))


def _cells(row: _Element) -> Iterator[Shown]:
    """A cell for every position of a row."""
    yield from [EMPTY] * _count(row, "trPr", "gridBefore")
    for cell in _within(row, _CELLS):
        yield _rest(cell) or _shown(cell)
        yield from [COVERED] * (_count(cell, "tcPr", "gridSpan") - 1)


def _rest(cell: _Element) -> Shown | None:
    """What a cell is, if it is the rest of one above, or beside, that it was merged with."""
    if _setting(cell, "tcPr", "vMerge") == "continue":
        return BENEATH
    return COVERED if _setting(cell, "tcPr", "hMerge") == "continue" else None


def _count(element: _Element, properties: str, name: str) -> int:
    return min(int(_setting(element, properties, name) or 0), _MOST_COLUMNS)


def _is_on(element: _Element, properties: str, name: str) -> bool:
    return _setting(element, properties, name) not in (None, "0", "false", "off")


def _setting(element: _Element, properties: str, name: str) -> str | None:
    """What a property of an element is set to, "continue" where it is set to nothing."""
    found = element.find(f"{_W}{properties}/{_W}{name}")
    return None if found is None else found.get(f"{_W}val", "continue")
