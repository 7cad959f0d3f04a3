"""Where one report ends and the next begins, in a text that holds several.

A title alone begins nothing: it stands in tables of contents, in breadcrumbs, and on top of
every page.  What tells is that behind it a report begins anew: with its first section, or with
rows that have been there; if the title names another year, any section or row tells.  Without a
title the first section must come again and bring the same rows with it, or the same sections and
other rows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from operator import itemgetter

import attrs

from ..grids.choosing import Candidate
from ..text.source import Source
from .catalogue import is_catalogue
from .outline import Heading
from .prose import is_prose
from .titles import Title, find_titles

_FEWEST_ROWS = 3
"""A table that is parted by pages repeats a row or two."""

_FEWEST_SECTIONS = 3
"""A section may be headed twice, and a summary be made of two."""

RowKey = tuple[str, str]
_Told = str | RowKey | Title
"""The key of a section, that of a row, or a title."""


@attrs.frozen
class Chunk:
    """What stands from one place where a report may begin to the next.

    ``titles`` stand at its top, one behind the other; ``sections`` and ``rows`` are the keys of
    what is shown beneath them.  ``above`` is where the last row or section above it stands.
    """

    above: int
    start: int
    titles: tuple[Title, ...]
    sections: tuple[str, ...]
    rows: frozenset[RowKey]

    def begins_anew(self, before: Chunk) -> bool:
        """Whether a report begins here, behind what the report before has shown so far."""
        rows = len(self.rows & before.rows)
        sections = len({*self.sections}.intersection(before.sections))
        if rows >= _FEWEST_ROWS and 2 * rows >= min(len(self.rows), len(before.rows)):
            return True
        if self.is_of_another_year(before):
            return rows + sections > 0
        if not sections or self.sections[0] != before.sections[0]:
            return False
        if self.titles:
            return len(before.sections) > 1
        return sections >= _FEWEST_SECTIONS and bool(self.rows and before.rows)

    def is_of_another_year(self, before: Chunk) -> bool:
        """Whether its title names a year that no title of the report before names."""
        years = {title.year for title in before.titles if title.year}
        named = self.titles[-1].year if self.titles else None
        return bool(years and named) and named not in years

    def and_then(self, other: Chunk) -> Chunk:
        """The chunk with one behind it that belongs to the same report."""
        sections = dict.fromkeys(self.sections + other.sections)
        return attrs.evolve(self, sections=tuple(sections), rows=self.rows | other.rows)

    @property
    def begins_at(self) -> int:
        """Where the first title stands that names the same report as the last one."""
        if not self.titles:
            return self.start
        named = (self.titles[-1].agency, self.titles[-1].year)
        return next(t.place[0] for t in self.titles if (t.agency, t.year) == named)


def beginnings(
    source: Source, found: Sequence[Heading], read: Sequence[Candidate]
) -> tuple[int, ...]:
    """Where reports begin in a text, the first of them left out."""
    rows = sorted(_rows(read))
    if not (_has_doubles(row for _, row in rows) or _has_doubles(one.key for one in found)):
        return ()
    sections = list(_sections(source, found, [place for place, _ in rows]))
    titles = ((title.place[0], title) for title in find_titles(source))
    told: list[tuple[int, _Told]] = [*sections, *rows, *titles]
    first = sections[0][1] if sections else None
    chunks = _chunks(sorted(told, key=itemgetter(0)), first)
    return tuple(_first_line(source, chunk) for chunk in _beginning(chunks))


def _rows(read: Sequence[Candidate]) -> Iterator[tuple[int, RowKey]]:
    """The rows that are shown, each with its place; not such as could be several."""
    for candidate in read:
        for entry in candidate.shown.entries:
            if len(entry.terms) < 2:
                yield entry.place[0], (entry.table, entry.terms[0].key if entry.terms else "")


def _sections(
    source: Source, found: Sequence[Heading], rows: Sequence[int]
) -> Iterator[tuple[int, str]]:
    """The sections that a form knows and that hold rows or prose, as no table of contents does."""
    ends = [*(heading.line for heading in found), len(source.lines)][1:]
    for heading, end in zip(found, ends, strict=True):
        start, until = heading.place[1], source.places[end - 1][1]
        if heading.key is not None and (
            bisect_left(rows, start) < bisect_right(rows, until)
            or any(_is_said(line.strip()) for line in source.lines[heading.line + 1 : end])
        ):
            yield heading.place[0], heading.key


def _is_said(line: str) -> bool:
    return line.endswith("。") or is_prose(line)


def _has_doubles(keys: Iterable[RowKey | str | None]) -> bool:
    known = [key for key in keys if key is not None]
    return len(set(known)) < len(known)


def _chunks(told: Sequence[tuple[int, _Told]], first: str | None) -> Iterator[Chunk]:
    """What is told in the order of the text, parted at titles and where the first section is."""
    above = last = start = 0
    titles: list[Title] = []
    sections: dict[str, None] = {}
    rows: set[RowKey] = set()
    for place, what in told:
        if (sections or rows) and (isinstance(what, Title) or what == first):
            yield Chunk(above, start, tuple(titles), tuple(sections), frozenset(rows))
            above, start, titles, sections, rows = last, place, [], {}, set()
        last = place
        match what:
            case Title():
                titles.append(what)
            case str():
                sections[what] = None
            case _:
                rows.add(what)
    yield Chunk(above, start, tuple(titles), tuple(sections), frozenset(rows))


def _beginning(chunks: Iterator[Chunk]) -> Iterator[Chunk]:
    """The chunks that begin a report, the first left out."""
    before = next(chunks)
    for chunk in chunks:
        if chunk.begins_anew(before):
            yield chunk
            before = chunk
        else:
            before = before.and_then(chunk)


def _first_line(source: Source, chunk: Chunk) -> int:
    """Where the line begins that a report begins on, or the catalogue data just above it."""
    line = bisect_right(source.places, (chunk.begins_at, len(source.text))) - 1
    highest = bisect_right(source.places, (chunk.above, len(source.text)))
    above = takewhile(
        lambda number: _may_be_above(source.lines[number]), range(line - 1, highest - 1, -1)
    )
    first = min((number for number in above if source.lines[number].strip()), default=line)
    return source.places[first][0]


def _may_be_above(line: str) -> bool:
    return not line.strip() or is_catalogue(line)
