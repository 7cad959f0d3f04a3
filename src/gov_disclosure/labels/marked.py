"""The mark behind the number of a label, which varies between agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.chinese import ORDINAL

_MARKS = "、."
"""Not a comma or a colon, as these may stand between a figure and the next label."""
_NUMBERED = re.compile(rf"({ORDINAL}{{1,3}}|\d{{1,2}})([{_MARKS}])(?!\d)")


def marked_otherwise(squeezed: str) -> Iterator[str]:
    """A squeezed label with the other mark behind its number.

    >>> list(marked_otherwise("一、本年新收")), list(marked_otherwise("(一)予以公开"))
    (['一.本年新收'], [])
    """
    numbered = _NUMBERED.match(squeezed)
    if numbered is not None:
        number, mark = numbered.groups()
        words = squeezed[numbered.end() :]
        yield from (number + other + words for other in _MARKS if other != mark)
