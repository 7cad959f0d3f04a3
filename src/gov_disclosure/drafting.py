"""Draft a report: from a text to its parts and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, starmap

import attrs
from more_itertools import all_unique, partition

from .document.dividing import beginnings
from .document.outline import Heading, headings, parts
from .document.unglued import unglued
from .grids.apart import read_apart
from .grids.choosing import Candidate, choose
from .grids.glance import WORDS
from .grids.unclaimed import lost_runs
from .grids.whole.tables import Whole, whole_tables
from .layouts import LAYOUTS
from .layouts.grid import Stretch, stretch_of
from .text.source import Place, Source, read_source


@attrs.frozen
class Draft:
    """A text with its headings and tables, and the places where further reports begin.

    ``whole`` are the tables printed whole, ``grids`` the others as layouts read them.  ``rowless``
    are grids in which no row was found; ``slipped`` are the lines of each part that look like rows
    but were not read, and ``lost`` the figures of each part that are in no entry.
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
        """The first line of the first section; None if the text has no section."""
        return self.headings[0].line if self.headings else None

    @property
    def body(self) -> int:
        """The place where the first section begins."""
        return self.headings[0].place[0] if self.headings else len(self.source.text)

    @cached_property
    def tables(self) -> Sequence[Place]:
        """The places of the tables: their rows, and the labels above them."""
        whole = (place for table in self.whole for place in table.places)
        rows = (place for candidate in self.grids for place in candidate.shown.used)
        return sorted((*whole, *rows))

    @property
    def is_settled(self) -> bool:
        """Whether the tables that are not printed whole are beyond doubt as well.

        If not, all tables have to be read by layout, as each of them shows what the report does
        with its cells.
        """
        entries = chain.from_iterable(candidate.shown.entries for candidate in self.grids)
        elsewhere = {entry.table for entry in entries}
        certain = all(candidate.beyond_doubt for candidate in self.grids)
        twice = not elsewhere.isdisjoint(table.key for table in self.whole)
        unread = any(candidate.unread_table for candidate in self.rowless)
        left = unread or self.begins or self.slipped or self.lost
        return certain and not twice and not left


def drafts_of(text: str) -> Iterator[Draft]:
    """Draft a text: quickly, if that is certain to be right, and then with all tables by layout.

    A table that is printed whole needs no layout if nothing else in the text is in doubt.  If
    anything is, or the report on the first draft is, the last draft is used, which has a grid for
    every table.
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
    """Read a part in the layout that fits best."""
    return choose(stretch, LAYOUTS)


def _draft(
    source: Source,
    found: tuple[Heading, ...],
    stretches: Sequence[Stretch],
    whole: Sequence[Whole],
) -> Draft:
    """A draft with these tables printed whole, and a grid for each other part."""
    read_whole = {table.stretch.start for table in whole}
    left = (one for one in stretches if one.start not in read_whole)
    reads = list(chain.from_iterable(one.once(read_apart, grid_of) for one in left))
    candidates = (read.candidate for read in reads if read.candidate is not None)
    rowless, grids = map(tuple, partition(lambda candidate: candidate.shown.entries, candidates))
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
    """The parts of the text."""
    for heading, lines in parts(source, found):
        key, money = (heading.key, heading.money) if heading else (None, None)
        stretch = stretch_of(source, lines, WORDS, key, money)
        if stretch is not None:
            yield stretch
