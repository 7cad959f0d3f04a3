"""Decide whether a text is the source of a page, and how much of it is markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TAG = re.compile(
    r"<(?:!doctype\s+html|/?(?:html|body|table|tbody|tr|td|th|p|div|h[1-6]|ul|li|section))"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"<(?:table|tr|row|td|p|br|li|h[1-6])\b", re.IGNORECASE)
"""What a page has within its blocks; without any of it, they are set around plain text."""

_END_OF_ROW = re.compile(r"</t(?!d\b)", re.IGNORECASE)


def looks_like_html(text: str) -> bool:
    """Whether a text is the source of a page, or has tables that are.

    >>> looks_like_html("<p>规章</p>"), looks_like_html("《规章》 3 < 5, a | b<br>c")
    (True, False)
    """
    return "<" in text and _TAG.search(text) is not None


def is_markup(source: str) -> bool:
    """Whether line ends in a source are mere blanks, as in that of a whole page."""
    kept = source.strip("\ufeff \t\r\n")
    return kept.startswith("<") and ("\n" not in kept or _INSIDE.search(kept) is not None)


def ends_in_row(source: str) -> bool:
    """Whether a source ends inside a row of a table: the missing cells are not empty."""
    behind = source[source.rfind("<tr") :]
    return "</tr>" in source and behind.startswith("<tr") and not _END_OF_ROW.search(behind)


def raw_elements(source: str, name: str) -> Iterator[tuple[str, str]]:
    """The elements of a source that hold a script, or styles: their attributes, and what they hold.

    >>> list(raw_elements("<script src=a></script><p><script>b</script>", "script"))
    [(' src=a', ''), ('', 'b')]
    """
    begun: re.Match[str] | None = None
    for tag in re.finditer(rf"<(/?){name}\b([^<>]*)>", source, re.IGNORECASE):
        if begun is not None and tag[1]:
            yield begun[2], source[begun.end() : tag.start()]
        begun = None if tag[1] else begun or tag
