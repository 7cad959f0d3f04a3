"""Which lines look like the number of a page and stand where a figure is due: ``12/30``."""

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

    Where a page ends beside one, or a number next to it stands anywhere in the text, they count
    pages.
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
    """Whether it is no fraction, or one of pages: the one before it or behind it is there too."""
    found = _FRACTION.fullmatch(said)
    if found is None:
        return True
    page, pages = map(int, found.groups())
    return not _fractions_in(text).isdisjoint({(page - 1, pages), (page + 1, pages)})


@lru_cache(maxsize=4)
def _fractions_in(text: str) -> frozenset[tuple[int, int]]:
    """What stands on lines of their own in a text; all of its parts ask for it."""
    return frozenset((int(page), int(pages)) for page, pages in _FRACTION.findall(fold(text)))
