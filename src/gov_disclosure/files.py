"""Read reports from bytes and files, whatever their kind and encoding."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from .inputs.extras import drawn_with
from .parser import parse
from .report import AnnualReport
from .text.decoding import decode_page


def parse_bytes(data: bytes) -> AnnualReport:
    """Read an annual report from the bytes of a text or of a page's source.

    :func:`text_of_bytes` says how they are decoded.

    >>> parse_bytes("示例镇2022年政府信息公开工作年度报告".encode("gbk")).year
    2022

    Raises:
        TypeError: if ``data`` is not ``bytes``.
        ValueError: if the bytes are not text, or in another encoding.
        ImportError: if it is the source of a page and ``gov-disclosure[html]`` is not installed.
    """
    return parse(text_of_bytes(data))


def parse_file(path: str | os.PathLike[str]) -> AnnualReport:
    """Read an annual report from a file, whose suffix decides how it is read.

    ``report.text`` is the text of the document, with its tables as rows between pipes.  A file is
    read as one report; ``parse_all(text_of_file(path))`` reads each of several.

    >>> parse_file("report.xls")
    Traceback (most recent call last):
    ValueError: a report is read from .docx, .htm, .html, .json, .md, .pdf, .txt, not from .xls

    Raises:
        OSError: if the file cannot be read, such as :class:`FileNotFoundError`.
        ValueError: if it is none of these kinds, or broken, or encrypted.
        ImportError: if what reads this kind is not installed; it names the command that helps.
    """
    return parse(text_of_file(path))


def text_of_bytes(data: bytes) -> str:
    """Decode the bytes of a text or of a page's source.

    A byte order mark decides the encoding; without one it is UTF-8 if possible, else the encoding
    in a ``<meta>`` tag at the start of the page, else GB18030.  If a few bytes are broken, U+FFFD
    stands for them in the text.

    Raises:
        TypeError: if ``data`` is not ``bytes``.
        ValueError: if the bytes are not text, or in another encoding.
    """
    return decode_page(data)


def text_of_file(path: str | os.PathLike[str]) -> str:
    """Draw the text of a file, whose suffix decides how that is done.

    Tables of web pages, Word files and PDFs become rows between pipes.  No other file is read.

    Raises:
        OSError: if the file cannot be read, such as :class:`FileNotFoundError`.
        ValueError: if it is of another kind, or broken, or encrypted.
        ImportError: if what reads this kind is not installed; it names the command that helps.
    """
    file = Path(path)
    suffix = file.suffix.lower()
    if suffix not in _TEXT_OF:
        kinds = ", ".join(sorted(_TEXT_OF))
        raise ValueError(f"a report is read from {kinds}, not from {suffix or 'other files'}")
    return _TEXT_OF[suffix](file.read_bytes())


def _text_of_page(data: bytes) -> str:
    from .inputs.html import text_of_html

    return text_of_html(text_of_bytes(data))


_TEXT_OF: Mapping[str, Callable[[bytes], str]] = {
    ".docx": partial(drawn_with, "docx", "inputs.docx:text_of_docx"),
    ".htm": _text_of_page,
    ".html": _text_of_page,
    ".json": text_of_bytes,
    ".md": text_of_bytes,
    ".pdf": partial(drawn_with, "pdf", "inputs.pdf:text_of_pdf"),
    ".txt": text_of_bytes,
}
