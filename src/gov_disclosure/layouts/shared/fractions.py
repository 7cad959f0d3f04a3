"""Lines like ``12/30`` that look like page numbers but stand in the place of a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from more_itertools import triplewise

from ...labels.marks import Sort
from ...text.fold import fold
from ...text.source import PAGE_BREAK
from ..grid import Stretch, Words

_FRACTION = re.compile(r"^[^\S\n]*(\d{1,9})\s*/\s*(\d{1,9})\s*$", re.MULTILINE)


def in_place_of_figures(stretch: Stretch, words: Words) -> Iterator[int]:
    """The numbers of lines like ``12/30`` that are all that stands between two labels.

    If a page ends beside one, or the text has the number before or after it, they number pages.
    """
    if not stretch.page_numbers:
        return
    marks = words.marks
    said = [(at, line.strip()) for at, line in enumerate(stretch.lines) if not line.isspace()]
    for (first, above), (at, line), (last, below) in triplewise([*said, (len(stretch.lines), "")]):
        if (
            at in stretch.page_numbers
            and marks[above].names_row
            and (not below or marks[below].sort is Sort.LABEL)
            and PAGE_BREAK not in "".join(stretch.lines[first : last + 1])
            and not _counts_pages(fold(line), stretch.text)
        ):
            yield at


def _counts_pages(said: str, text: str) -> bool:
    """Whether a line is no fraction, or one of pages: its predecessor or successor is there too."""
    found = _FRACTION.fullmatch(said)
    if found is None:
        return True
    page, pages = map(int, found.groups())
    return not _fractions_in(text).isdisjoint({(page - 1, pages), (page + 1, pages)})


@lru_cache(maxsize=4)
def _fractions_in(text: str) -> frozenset[tuple[int, int]]:
    """The fractions on lines of their own in a text; cached, as all of its parts need them."""
    return frozenset((int(page), int(pages)) for page, pages in _FRACTION.findall(fold(text)))
