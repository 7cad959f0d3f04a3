"""The first half of the way that a text takes: from the text to its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, starmap

import attrs
from more_itertools import all_unique, partition

from .document.dividing import beginnings
from .document.outline import Heading, headings, parts
from .document.unglued import unglued
from .grids.apart import read_apart
from .grids.choosing import Candidate, choose
from .grids.lost import lost_runs
from .grids.whole.tables import Whole, whole_tables
from .layouts import LAYOUTS
from .layouts.grid import Stretch, stretch_of
from .text.source import Place, Source, read_source


@attrs.frozen
class Draft:
    """A text with its headings and its tables, and where further reports begin in it.

    ``grids`` are what layouts make of the tables that are not printed ``whole``.  ``rowless`` are
    grids in which no row was found, ``slipped`` the lines of each part that look like rows and were
    not read, ``lost`` the figures of each that no reading knows of.
    """

    source: Source
    headings: tuple[Heading, ...]
    whole: Sequence[Whole]
    grids: tuple[Candidate, ...]
    rowless: tuple[Candidate, ...]
    slipped: tuple[Sequence[Place], ...]
    lost: tuple[Sequence[Sequence[Place]], ...]
    begins: tuple[int, ...]

    @property
    def first_line(self) -> int | None:
        """The line that the first section begins with; None if the text has no section."""
        return self.headings[0].line if self.headings else None

    @property
    def body(self) -> int:
        """Where the first section begins."""
        return self.headings[0].place[0] if self.headings else len(self.source.text)

    @property
    def tables(self) -> Sequence[Place]:
        """Where its tables stand: rows, and the labels above them."""
        whole = (place for table in self.whole for place in table.places)
        rows = (place for candidate in self.grids for place in candidate.shown.used)
        return sorted((*whole, *rows))

    @property
    def is_settled(self) -> bool:
        """Whether nothing has to be weighed: what is not printed whole is beyond doubt as well.

        Where it is not, all tables of a report bear witness to what it does with its cells.
        """
        entries = chain.from_iterable(candidate.shown.entries for candidate in self.grids)
        elsewhere = {entry.table for entry in entries}
        certain = all(candidate.beyond_doubt for candidate in self.grids)
        twice = not elsewhere.isdisjoint(table.key for table in self.whole)
        unread = any(candidate.unread_table for candidate in self.rowless)
        left = unread or self.begins or self.slipped or self.lost
        return certain and not twice and not left


def drafts_of(text: str) -> Iterator[Draft]:
    """The text with its parts, and the table in each of them: the quick way, then the safe one.

    What is printed whole needs no layout, if nothing else in the text is in doubt.  If anything is,
    or what comes of the first draft is, the last one has a grid for each of the tables.
    """
    source = unglued(read_source(text))
    found = headings(source)
    stretches = list(_stretches(source, found))
    keys = (heading.key for heading in found if heading.key)
    if all_unique(keys) and (whole := whole_tables(stretches)):
        quick = _draft(source, found, stretches, whole)
        if quick.is_settled:
            yield quick
    yield _draft(source, found, stretches, ())


def grid_of(stretch: Stretch) -> Candidate | None:
    """What the layout that fits best makes of a part."""
    return choose(stretch, LAYOUTS)


def _draft(
    source: Source,
    found: tuple[Heading, ...],
    stretches: Sequence[Stretch],
    whole: Sequence[Whole],
) -> Draft:
    """The draft of a text in which these tables are printed whole, with the grids of all others."""
    told = {table.stretch.start for table in whole}
    left = (one for one in stretches if one.start not in told)
    reads = list(chain.from_iterable(one.once(read_apart, grid_of) for one in left))
    some = (read.candidate for read in reads if read.candidate is not None)
    rowless, grids = map(tuple, partition(lambda candidate: candidate.shown.entries, some))
    return Draft(
        source=source,
        headings=found,
        whole=whole,
        grids=grids,
        rowless=rowless,
        slipped=tuple(read.slipped for read in reads if read.slipped),
        lost=tuple(filter(None, starmap(lost_runs, reads))),
        begins=beginnings(source, found, grids),
    )


def _stretches(source: Source, found: tuple[Heading, ...]) -> Iterator[Stretch]:
    """Every part of the report."""
    for heading, lines in parts(source, found):
        key, money = (heading.key, heading.money) if heading else (None, None)
        stretch = stretch_of(source, lines, key, money)
        if stretch is not None:
            yield stretch
