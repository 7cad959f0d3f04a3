"""Read reports from bytes and files of several kinds."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from .inputs.docx import text_of_docx
from .inputs.html import text_of_html
from .inputs.pdf import text_of_pdf
from .parser import parse
from .report import AnnualReport
from .text.decoding import decode_page


def parse_bytes(data: bytes) -> AnnualReport:
    """Read an annual report from the bytes of a text or of a page's source.

    A byte order mark decides on the encoding; without one it is UTF-8 if it can be, else what a
    ``<meta>`` tag at the start of the page says, else GB18030.  Where a few bytes are broken,
    U+FFFD stands for them in the text.

    >>> parse_bytes("示例镇2022年政府信息公开工作年度报告".encode("gbk")).year
    2022

    Raises:
        TypeError: if ``data`` is not ``bytes``.
        ValueError: if it is no text, or in another encoding.
        ImportError: if it is a page's source, and ``gov-disclosure[html]`` is not installed.
    """
    return parse(decode_page(data))


def parse_file(path: str | os.PathLike[str]) -> AnnualReport:
    """Read an annual report from a file; its suffix decides what kind of document it is.

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


def _page(data: bytes) -> str:
    return text_of_html(decode_page(data))


_TEXT_OF: Mapping[str, Callable[[bytes], str]] = {
    ".docx": text_of_docx,
    ".htm": _page,
    ".html": _page,
    ".json": decode_page,
    ".md": decode_page,
    ".pdf": text_of_pdf,
    ".txt": decode_page,
}
