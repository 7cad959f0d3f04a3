"""What to say where a library that reads a kind of document is not installed."""

from __future__ import annotations


def missing(library: str, extra: str) -> ImportError:
    """The error to raise; it names the command that helps.

    >>> raise missing("lxml", "html")
    Traceback (most recent call last):
    ImportError: this needs lxml, which is not installed; run: pip install "gov-disclosure[html]"
    """
    return ImportError(
        f"this needs {library}, which is not installed; run: "
        f'pip install "gov-disclosure[{extra}]"',
        name=library,
    )
