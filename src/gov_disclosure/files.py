"""Read reports from bytes and files, whatever their kind and encoding."""

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
"""The larger encodings that browsers use in place of the declared ones."""


def parse_bytes(data: bytes) -> AnnualReport:
    """Read an annual report from the bytes of a text or of a page's source.

    A byte order mark decides the encoding; without one it is UTF-8 if possible, else the encoding
    in a ``<meta>`` tag at the start of the page, else GB18030.

    >>> parse_bytes("示例镇2022年政府信息公开工作年度报告".encode("gbk")).year
    2022

    Raises:
        TypeError: if ``data`` is not ``bytes``.
        ValueError: if the bytes are not text, or in another encoding.
        ImportError: if it is the source of a page and ``gov-disclosure[html]`` is not installed.
    """
    return parse(_decoded(data))


def parse_file(path: str | os.PathLike[str]) -> AnnualReport:
    """Read an annual report from a file, whose suffix decides how it is read.

    ``report.text`` is the text of the document, with its tables as rows between pipes.  A file is
    read as one report; for a text with several, use :func:`gov_disclosure.parse_all`.

    >>> parse_file("report.xls")
    Traceback (most recent call last):
    ValueError: a report is read from .docx, .htm, .html, .json, .md, .pdf, .txt, not from .xls

    Raises:
        OSError: if the file cannot be read, such as :class:`FileNotFoundError`.
        ValueError: if the file is of another kind, or broken, or encrypted.
        ImportError: if an extra is missing; the message names the command that installs it.
    """
    file = Path(path)
    suffix = file.suffix.lower()
    if suffix not in _TEXT_OF:
        kinds = ", ".join(sorted(_TEXT_OF))
        raise ValueError(f"a report is read from {kinds}, not from {suffix or 'other files'}")
    return parse(_TEXT_OF[suffix](file.read_bytes()))


def _decoded(data: bytes) -> str:
    """Decode the bytes of a page or another text."""
    declared = _declared(data)
    if declared is not None and not _is_utf8(data):
        try:
            return data.decode(declared)
        except (LookupError, UnicodeError):
            pass  # not in that encoding, or not an encoding of text, such as "hex"
    return decode(data)


def _declared(data: bytes) -> str | None:
    """The encoding declared in the source of a page, if Python knows it."""
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
    """Whether bytes are valid UTF-8; a converted page may still declare another encoding."""
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
