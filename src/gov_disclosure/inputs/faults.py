"""Errors for documents that cannot be read."""

from __future__ import annotations

from zipfile import BadZipFile
from zlib import error as DeflateError  # noqa: N812

BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BadZipFile,
    DeflateError,
    EOFError,
    LookupError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""Built-in errors that the reading libraries raise where a file is broken."""
