"""The borders between reports in a text that holds several.

A title alone does not begin a report, as titles also stand in tables of contents, in breadcrumbs
and at the head of pages.  A report begins at a title that is followed by the first section again,
or by rows that occurred before; if the title names another year, any repeated section or row is
enough.  Without a title, the first section has to be repeated together with the same rows, or with
the same sections and other rows.
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
"""A table that continues on the next page may repeat a row or two."""

_FEWEST_SECTIONS = 3
"""Fewer repeated sections may be a heading printed twice, or a summary."""

RowKey = tuple[str, str]
_Sign = str | RowKey | Title
"""The key of a section, that of a row, or a title."""


@attrs.frozen
class Chunk:
    """The stretch from one place where a report may begin to the next.

    ``titles`` are the titles at its top; ``sections`` and ``rows`` are the keys of the sections and
    rows below them.  ``above`` is the place of the last row or section before the chunk.
    """

    above: int
    start: int
    titles: tuple[Title, ...]
    sections: tuple[str, ...]
    rows: frozenset[RowKey]

    def begins_anew(self, before: Chunk) -> bool:
        """Whether a new report begins here, given all chunks of the report before."""
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
        """Whether the title names a year that no title of the report before names."""
        years = {title.year for title in before.titles if title.year}
        named = self.titles[-1].year if self.titles else None
        return bool(years and named) and named not in years

    def and_then(self, other: Chunk) -> Chunk:
        """This chunk joined with a following one of the same report."""
        sections = dict.fromkeys(self.sections + other.sections)
        return attrs.evolve(self, sections=tuple(sections), rows=self.rows | other.rows)

    @property
    def begins_at(self) -> int:
        """The place of the first title that names the same report as the last one."""
        if not self.titles:
            return self.start
        named = (self.titles[-1].agency, self.titles[-1].year)
        return next(t.place[0] for t in self.titles if (t.agency, t.year) == named)


def beginnings(
    source: Source, found: Sequence[Heading], read: Sequence[Candidate]
) -> tuple[int, ...]:
    """The places where reports begin in a text, without the first report."""
    rows = sorted(_rows(read))
    if not (_has_doubles(row for _, row in rows) or _has_doubles(one.key for one in found)):
        return ()
    sections = list(_sections(source, found, [place for place, _ in rows]))
    titles = ((title.place[0], title) for title in find_titles(source))
    signs: list[tuple[int, _Sign]] = [*sections, *rows, *titles]
    first = sections[0][1] if sections else None
    chunks = _chunks(sorted(signs, key=itemgetter(0)), first)
    return tuple(_first_line(source, chunk) for chunk in _beginning(chunks))


def _rows(read: Sequence[Candidate]) -> Iterator[tuple[int, RowKey]]:
    """The rows that are shown, each with its place, without ambiguous ones."""
    for candidate in read:
        for entry in candidate.shown.entries:
            if len(entry.terms) < 2:
                yield entry.place[0], (entry.table, entry.terms[0].key if entry.terms else "")


def _sections(
    source: Source, found: Sequence[Heading], rows: Sequence[int]
) -> Iterator[tuple[int, str]]:
    """The sections of a form that hold rows or prose, unlike the lines of a table of contents."""
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


def _chunks(signs: Sequence[tuple[int, _Sign]], first: str | None) -> Iterator[Chunk]:
    """The chunks of a text: its signs in order, cut at titles and at the first section."""
    above = last = start = 0
    titles: list[Title] = []
    sections: dict[str, None] = {}
    rows: set[RowKey] = set()
    for place, what in signs:
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
    """The chunks that begin a report, without the first one."""
    before = next(chunks)
    for chunk in chunks:
        if chunk.begins_anew(before):
            yield chunk
            before = chunk
        else:
            before = before.and_then(chunk)


def _first_line(source: Source, chunk: Chunk) -> int:
    """The start of a report's first line, or of the catalogue data just above it."""
    line = bisect_right(source.places, (chunk.begins_at, len(source.text))) - 1
    highest = bisect_right(source.places, (chunk.above, len(source.text)))
    above = takewhile(
        lambda number: _may_be_above(source.lines[number]), range(line - 1, highest - 1, -1)
    )
    first = min((number for number in above if source.lines[number].strip()), default=line)
    return source.places[first][0]


def _may_be_above(line: str) -> bool:
    return not line.strip() or is_catalogue(line)
