"""Decide whether a text is the source of a page, and whether its line ends are mere blanks."""

from __future__ import annotations

import re

_TAG = re.compile(
    r"<(?:!doctype\s+html|/?(?:html|body|table|tbody|tr|td|th|p|div|h[1-6]|ul|li|section))"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_WITHIN_BLOCKS = re.compile(r"<(?:table|tr|row|td|p|br|li|h[1-6])\b", re.IGNORECASE)
"""Elements within the blocks of a page; without them, tags are set around plain text."""

_END_OF_ROW = re.compile(r"</t(?!d\b)", re.IGNORECASE)


def looks_like_html(text: str) -> bool:
    """Whether a text is the source of a page, or holds such source.

    >>> looks_like_html("<p>规章</p>"), looks_like_html("《规章》 3 < 5, a | b<br>c")
    (True, False)
    """
    return "<" in text and _TAG.search(text) is not None


def is_markup(source: str) -> bool:
    """Whether line ends in a source are mere blanks, as in the source of a whole page."""
    kept = source.strip("\ufeff \t\r\n")
    return kept.startswith("<") and ("\n" not in kept or _WITHIN_BLOCKS.search(kept) is not None)


def ends_in_row(source: str) -> bool:
    """Whether a source ends inside a row of a table, so that its missing cells are not empty."""
    behind = source[source.rfind("<tr") :]
    return "</tr>" in source and behind.startswith("<tr") and not _END_OF_ROW.search(behind)
