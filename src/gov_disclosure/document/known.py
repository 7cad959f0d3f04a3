"""The findings of earlier stages that the account of a text uses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

import attrs

from ..text.source import Place, Source
from .endings import page_behind, signature
from .front import Front
from .prose import announces_what_follows, goes_on_below, is_prose


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

    def is_of_title(self, said: str) -> bool:
        """Whether a line is the title once more, or a piece of it."""
        return self.front.title is not None and self.front.title.is_repeated_by(said)

    @property
    def _behind_all_rows(self) -> int:
        """Where the last heading or row ends; only prose of the last section follows."""
        return max((end for _, end in (*self.headings, *self.tables)), default=0)

    @cached_property
    def signature(self) -> Place:
        """The place of the signature behind the last section; an empty place if there is none."""
        return signature(self.text, self._behind_all_rows) or (len(self.text), len(self.text))

    @cached_property
    def page_behind(self) -> int:
        """Where the page goes on behind the report."""
        return page_behind(self.text, self._behind_all_rows)

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
        said = [(number, lines[number].strip()) for number in above]
        prose = [at for at, line in said if is_prose(line) or announces_what_follows(line)]
        if not prose:
            return stop, stop
        first = prose[0]
        while first > above.start and goes_on_below(lines[first - 1].strip(), lines[first].strip()):
            first -= 1
        return places[first][0], places[prose[-1]][1]
