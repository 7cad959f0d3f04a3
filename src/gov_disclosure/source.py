"""The text as it was given, and its lines with their places."""

from __future__ import annotations

from itertools import accumulate, pairwise

import attrs

PAGE_BREAK = "\f"
"""What parts pages in the text of a PDF; a line ends there."""

Place = tuple[int, int]
"""Start and end of a stretch of the text."""


@attrs.frozen
class Source:
    """A text and its lines, each with its line end; ``places`` are where they stand."""

    text: str
    lines: list[str]
    places: list[Place]


def read_source(text: str) -> Source:
    r"""The text with its lines found; every line end that Unicode knows ends a line.

    >>> read_source("规章\n0").places
    [(0, 3), (3, 4)]
    """
    lines = text.splitlines(keepends=True)
    return Source(text, lines, list(pairwise(accumulate(map(len, lines), initial=0))))
