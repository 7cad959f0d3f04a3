"""Leave out characters without a width at the edges of lines and cells, as web pages have them."""

from __future__ import annotations

import re

_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_AT_EDGES = re.compile(rf"(?<![^\s|])[{_UNSEEN}]+|[{_UNSEEN}]+(?![^\s|])")
"""Between other characters they stay, as they may be all that separates two figures there."""


def without_unseen(text: str) -> str:
    r"""Leave out the characters without a width at the edges of lines and cells.

    A line that holds nothing else is then empty.

    >>> without_unseen("规章\u200b\n\u200b\n3\u200b5")
    '规章\n\n3\u200b5'
    """
    return _AT_EDGES.sub("", text) if any(char in text for char in _UNSEEN) else text
