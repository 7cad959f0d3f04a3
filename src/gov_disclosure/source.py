"""The text as it was given, and the places of its lines."""

from __future__ import annotations

from itertools import accumulate, pairwise

import attrs

Place = tuple[int, int]
"""Start and end of a stretch of the text."""


@attrs.frozen
class Source:
    """A text and its lines; a line's place includes its line end."""

    text: str
    lines: tuple[Place, ...]

    def line(self, number: int) -> str:
        """The line of that number, counted from 0, with its line end."""
        start, end = self.lines[number]
        return self.text[start:end]


def read_source(text: str) -> Source:
    r"""The text with its lines found; every line end that Unicode knows ends a line.

    >>> read_source("规章\n0").lines
    ((0, 3), (3, 4))
    """
    ends = accumulate(map(len, text.splitlines(keepends=True)), initial=0)
    return Source(text, tuple(pairwise(ends)))
