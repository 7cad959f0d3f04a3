"""What to say where a document cannot be read, or the library that reads it is not installed."""

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
"""What the libraries raise, beside errors of their own, where a file is not as it should be."""


def missing(library: str, extra: str) -> ImportError:
    """The error to raise where a library is not installed; it names the command that helps.

    >>> raise missing("lxml", "html")
    Traceback (most recent call last):
    ImportError: this needs lxml, which is not installed; run: pip install "gov-disclosure[html]"
    """
    return ImportError(
        f'this needs {library}, which is not installed; run: pip install "gov-disclosure[{extra}]"',
        name=library,
    )
