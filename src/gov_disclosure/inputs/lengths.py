"""Tell how long lengths of style sheets are, and which text is too small to be read."""

from __future__ import annotations

import re
from collections.abc import Mapping

_UNREADABLE_BELOW = 3
"""The size, in points, below which nobody can read a text."""

_MUCH_SMALLER = 0.7
"""How large digits that are no part of the figure before them are at most, compared with it."""

_MEASURE = re.compile(r"([-+]?(?:\d++(?:\.\d*+)?|\.\d++)(?:e[-+]?\d++)?)(%|[a-z]*)")
_POINTS: Mapping[str, float] = {
    "": 0.75,
    "px": 0.75,
    "pt": 1,
    "pc": 12,
    "in": 72,
    "cm": 28.35,
    "mm": 2.835,
    "rem": 12,
    "vw": 10,
    "vh": 6,
}
"""The length in points of a unit, as a usual screen shows it."""

_RELATIVE: Mapping[str, float] = {"%": 0.01, "em": 1, "ex": 0.5, "ch": 0.5}
"""The units that say how large text is compared with that around it."""

_SIZES: Mapping[str, float] = {
    "xx-small": 7,
    "x-small": 7.5,
    "small": 10,
    "medium": 12,
    "large": 13.5,
    "x-large": 18,
    "xx-large": 24,
    "xxx-large": 36,
}
_IN_WORDS: Mapping[str, float] = {"smaller": 0.83, "larger": 1.2}
_SMALL = frozenset({"xx-small", "x-small"})
_SMALLER = 0.83
"""How large text that is declared as smaller is at most, compared with that around it."""


def points(said: str, *, whole: float = 12) -> float | None:
    """Return a length in points, None if it is none; ``whole`` is what it may be a share of.

    >>> points("8px"), points("-2em"), points("auto")
    (6.0, -24.0, None)
    """
    found = _MEASURE.fullmatch(said)
    if found is None or not (found[2] in _POINTS or found[2] in _RELATIVE):
        return None
    return float(found[1]) * _POINTS.get(found[2], _RELATIVE.get(found[2], 0) * whole)


def share(said: str) -> float | None:
    """Return a share, None if it is none.

    >>> share("0.5"), share("5%"), share("5px")
    (0.5, 0.05, None)
    """
    found = _MEASURE.fullmatch(said)
    if found is None or found[2] not in {"", "%"}:
        return None
    return float(found[1]) / (100 if found[2] else 1)


def size_of(said: str, around: float | None) -> float | None:
    """Return a size of text in points, None if it depends on an unknown size around it.

    >>> size_of("10pt", None), size_of("2em", 0), size_of("2em", None), size_of("x-large", 9)
    (10.0, 0.0, None, 18)
    """
    compared = _compared(said)
    if compared is None:
        return _SIZES.get(said, points(said))
    return 0 if compared == 0 else None if around is None else around * compared


def is_declared_smaller(said: str) -> bool:
    """Whether a size of text is declared as smaller than that of the text around it.

    >>> is_declared_smaller("60%"), is_declared_smaller("smaller"), is_declared_smaller("8px")
    (True, True, False)
    """
    compared = _compared(said)
    return said in _SMALL or (compared is not None and 0 < compared <= _SMALLER)


def _compared(said: str) -> float | None:
    """Return how large text is compared with that around it, None if its size says that itself."""
    found = _MEASURE.fullmatch(said)
    if found is None or found[2] not in _RELATIVE:
        return _IN_WORDS.get(said)
    return float(found[1]) * _RELATIVE[found[2]]


def is_unreadable(size: float | None) -> bool:
    """Whether text of a size is there, but too small to be read."""
    return size is not None and 0 < size < _UNREADABLE_BELOW


def is_much_smaller(size: float | None, around: float | None) -> bool:
    """Whether digits of a size do not continue a figure in the size of the text around them."""
    return size is not None and around is not None and 0 < size < _MUCH_SMALLER * around
