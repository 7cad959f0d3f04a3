"""Reports from bytes and files: what kind of document they are, and in which encoding."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from .inputs.docx import text_of_docx
from .inputs.html import text_of_html
from .inputs.pdf import text_of_pdf
from .parser import parse
from .report import AnnualReport
from .text.decoding import decode

_HEAD = 2048
_CHARSET = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
"""What browsers read where a page tells the name of a part of it."""


def parse_bytes(data: bytes) -> AnnualReport:
    """Read an annual report from the bytes of a text or of a page's source.

    A byte order mark tells the encoding; without one it is UTF-8 if it can be, else what a
    ``<meta>`` tag at the start of the page says, else GB18030.

    >>> parse_bytes("示例镇2022年政府信息公开工作年度报告".encode("gbk")).year
    2022

    Raises:
        TypeError: if ``data`` is not ``bytes``.
        ValueError: if it is no text, or in an encoding that nothing tells.
        ImportError: if it is a page's source, and ``gov-disclosure[html]`` is not installed.
    """
    return parse(_decoded(data))


def parse_file(path: str | os.PathLike[str]) -> AnnualReport:
    """Read an annual report from a file; its suffix tells what kind of document it is.

    ``report.text`` is the text that was drawn from the document, each of its tables as rows
    between pipes.  Nothing but this file is read.

    >>> parse_file("report.xls")
    Traceback (most recent call last):
    ValueError: a report is read from .docx, .htm, .html, .json, .md, .pdf, .txt, not from .xls

    Raises:
        OSError: if the file cannot be read, such as :class:`FileNotFoundError`.
        ValueError: if it is none of these kinds, or broken, or encrypted.
        ImportError: if what reads this kind is not installed; it names the command that helps.
    """
    file = Path(path)
    suffix = file.suffix.lower()
    if suffix not in _TEXT_OF:
        kinds = ", ".join(sorted(_TEXT_OF))
        raise ValueError(f"a report is read from {kinds}, not from {suffix or 'other files'}")
    return parse(_TEXT_OF[suffix](file.read_bytes()))


def _decoded(data: bytes) -> str:
    """The text of a page or of anything else that is text."""
    declared = _declared(data)
    if declared is not None and not _is_utf8(data):
        try:
            return data.decode(declared)
        except (LookupError, UnicodeError):
            pass  # not in that encoding, or it is none of texts, such as "hex"
    return decode(data)


def _declared(data: bytes) -> str | None:
    """The encoding that the source of a page says it is in, if Python knows it."""
    found = _CHARSET.search(data[:_HEAD]) if isinstance(data, bytes) else None
    if found is None:
        return None
    name = found[1].decode("ascii", "replace").lower()
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    return _WIDER.get(known, known)


def _is_utf8(data: bytes) -> bool:
    """Whether a page can be UTF-8: then it is, even if it was converted and says otherwise."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _page(data: bytes) -> str:
    return text_of_html(_decoded(data))


_TEXT_OF: Mapping[str, Callable[[bytes], str]] = {
    ".docx": text_of_docx,
    ".htm": _page,
    ".html": _page,
    ".json": _decoded,
    ".md": _decoded,
    ".pdf": text_of_pdf,
    ".txt": _decoded,
}
