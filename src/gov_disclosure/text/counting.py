"""Numbers that count lines, rows, columns or pages."""

from __future__ import annotations

from collections.abc import Sequence


def are_consecutive(numbers: Sequence[int | None]) -> bool:
    """Whether each number is one more than the one before.

    >>> are_consecutive([3, 4, 5]), are_consecutive([3, 5]), are_consecutive([3, None])
    (True, False, False)
    """
    first = numbers[0] or 0
    return list(numbers) == list(range(first, first + len(numbers)))


def follows_or_restarts(before: int | None, count: int | None) -> bool:
    """Whether a number follows the one before it, or begins to count anew.

    >>> follows_or_restarts(3, 4), follows_or_restarts(7, 1), follows_or_restarts(3, 5)
    (True, True, False)
    """
    return count is not None and (count <= 1 or count - 1 == before)
