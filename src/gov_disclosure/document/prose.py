"""Running text, which is neither a label nor a cell."""

from __future__ import annotations

_MARKS = frozenset("，。；,;")
_SHORTEST = 20


def is_prose(said: str) -> bool:
    """Whether a line is running text."""
    long = len(said) >= _SHORTEST and "|" not in said
    return long and not _MARKS.isdisjoint(said)
