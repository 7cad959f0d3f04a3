"""Tell which colours are seen on paper; those of pages in any notation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tinycss2 import parse_component_value_list
from tinycss2.color4 import Color, parse_color

_NEARLY_WHITE = 0.98
"""How much of each light white has at least."""

_FAINT = 0.05
"""How opaque a colour that is not seen is at most."""

_SPACES = frozenset({"srgb", "hsl", "hwb"})
_HEX = re.compile(r"#?([0-9a-f]{6})", re.IGNORECASE)
"""A colour as Word notes it, and as pages mostly do; old ones leave out the sign."""

_LONGEST = 200
"""How long the name of a colour is at most, also that of a background without a picture."""

_PICTURES = ("url(", "gradient(", "var(", "image(")


def is_transparent(color: str) -> bool:
    """Whether text in a colour is not seen on any ground.

    >>> is_transparent("rgba(0, 0, 0, 0)"), is_transparent("#fff"), is_transparent("red")
    (True, False, False)
    """
    found = _parsed(color)
    return found is not None and bool(found.alpha <= _FAINT)


def is_white(color: str) -> bool:
    """Whether text in a colour is not seen on paper.

    >>> is_white("snow"), is_white("hsl(0, 0%, 100%)"), is_white("FFFFFF"), is_white("#eee")
    (True, True, True, False)
    """
    if found := _HEX.fullmatch(color):
        return min(bytes.fromhex(found[1])) / 255 >= _NEARLY_WHITE
    known = _parsed(color)
    return known is not None and bool(min(known.to("srgb").coordinates) >= _NEARLY_WHITE)


def is_paper(background: str) -> bool:
    """Whether a background is white, so that no ground beneath it is seen.

    >>> is_paper("#fff repeat"), is_paper("none"), is_paper("#036")
    (True, False, False)
    """
    return any(is_white(part) and not is_transparent(part) for part in _parts(background))


def is_ground(background: str) -> bool:
    """Whether white text may be seen on a background.

    >>> is_ground("#036 no-repeat"), is_ground("url(a.png)"), is_ground("white"), is_ground("none")
    (True, True, False, False)
    """
    if any(sign in background.lower() for sign in _PICTURES):
        return True
    colors = filter(_parsed, _parts(background))
    return not all(is_white(color) or is_transparent(color) for color in colors)


def _parts(background: str) -> Iterator[str]:
    """Yield the words and functions in what is said of a background."""
    return (part.serialize() for part in parse_component_value_list(background[:_LONGEST]))


@lru_cache(maxsize=1024)
def _parsed(color: str) -> Color | None:
    """Return a colour that is known, else None."""
    said = color.strip()[:_LONGEST]
    number = _HEX.fullmatch(said)
    found = parse_color(f"#{number[1]}" if number else said)
    return found if getattr(found, "space", None) in _SPACES else None
