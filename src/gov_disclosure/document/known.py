"""The findings of earlier stages that the account of a text uses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

import attrs

from ..text.source import Place, Source
from .front import Front
from .prose import goes_on_below, is_prose


@attrs.frozen(kw_only=True)
class Known:
    """The findings of earlier stages in a text, with their places.

    ``body`` is where the first section begins; ``tables`` are the places of table rows.
    """

    source: Source
    front: Front
    body: int
    headings: Sequence[Place]
    tables: Sequence[Place]

    @property
    def text(self) -> str:
        """The text itself."""
        return self.source.text

    @property
    def title_end(self) -> int:
        """The end of the title, behind which the preamble may begin."""
        return self.front.title.place[1] if self.front.title else 0

    @property
    def title(self) -> str | None:
        """The title as printed."""
        return self.front.title.text if self.front.title else None

    @cached_property
    def preamble(self) -> Place:
        """The prose between the title and the first section or row, from first to last line.

        Lines as wide as the first line with punctuation, and right above it, are included, as the
        sentence that it ends was wrapped.
        """
        rows = (start for start, _ in self.tables if start >= self.title_end)
        stop = min(next(rows, self.body), self.body)
        places, lines = self.source.places, self.source.lines
        above = range(bisect_left(places, (self.title_end, 0)), bisect_left(places, (stop, 0)))
        prose = [number for number in above if is_prose(lines[number].strip())]
        if not prose:
            return stop, stop
        first = prose[0]
        while first > above.start and goes_on_below(lines[first - 1].strip(), lines[first].strip()):
            first -= 1
        return places[first][0], places[prose[-1]][1]
