"""Errors for documents that cannot be read, and for libraries that are not installed."""

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


def missing(library: str, extra: str) -> ImportError:
    """Return the error for a library that is not installed, with the command that installs it.

    >>> raise missing("lxml", "html")
    Traceback (most recent call last):
    ImportError: this needs lxml, which is not installed; run: pip install "gov-disclosure[html]"
    """
    return ImportError(
        f'this needs {library}, which is not installed; run: pip install "gov-disclosure[{extra}]"',
        name=library,
    )
