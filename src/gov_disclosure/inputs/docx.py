"""Word files as text."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812

import attrs

from .drawing import EMPTY, Shown, draw, one_line, raised
from .extras import missing

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_XML = 64 << 20
_MOST_BYTES = 512 << 20
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BadZipFile,
    EOFError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    ZlibError,
)


def text_of_docx(data: bytes) -> str:
    """The text of a Word file: its paragraphs, and its tables as rows between pipes, in order.

    A merged cell stands in its first position, the others that it covers are empty.

    Raises:
        ImportError: if python-docx is not installed.
        ValueError: if it is no Word file, an encrypted or a broken one, or far too large.
    """
    try:
        import docx
        from docx.opc.exceptions import OpcError
    except ImportError as error:
        raise missing("python-docx", "docx") from error
    _refuse_what_is_no_docx(data)
