"""The account of a text: what every character of it belongs to.

What was told by the strictest means comes first: a heading is a whole line, a row has a label of
the form, labelled data a label of its own.  These are claims.  Where two of them overlap, the
one that begins first has the place, as it was read on from there; of two that begin together
the one that was told more strictly.  What no claim covers is told line by line, by its words
and by where it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter

import attrs

from .furniture import is_furniture
from .source import Place, Source
from .values import Belonging, Part, Span

_CLAIMED = (Belonging.HEADING, Belonging.TABLE, Belonging.METADATA)
"""What places are claimed for, the most strictly told first."""

_RULES = re.compile(r"[\s|+:=_*\-─-╿]*")
"""What parts the cells and the rows of a table, drawn lines included."""

_FIGURE = re.compile(r"(?<![^\s|│┃║])[-+]?\d[\d,.]*(?:\s?[^\W\d]{1,2})?(?![^\s|│┃║])")
_NUMBER_OF_ROW = re.compile(r"[\s|│┃║]*\d{1,3}[\s|│┃║]*")
_BORDER = re.compile(r"[|│┃║\t]")
_DAY = re.compile(r"[(（]?20\d\d ?[-年./] ?\d{1,2} ?[-月./] ?\d{1,2} ?日?(?: \d\d:\d\d(?::\d\d)?)?[)）]?")
_PROSE_MARKS = frozenset("，。；,;")
_SENTENCE_ENDS = frozenset("。；！？")
_SHORTEST_PROSE = 20

_Piece = tuple[int, int, Belonging]


@attrs.frozen(kw_only=True)
class Known:
    """What the stages before have found, and where it stands.

    ``title`` and ``agency`` are words that lines may repeat; ``title_end`` is where the title
    ends, and ``body`` where the first section begins.
    """

    title: str | None
    agency: str | None
    title_end: int
    body: int
    headings: Sequence[Place]
    tables: Sequence[Place]
    pairs: Sequence[Place]


def account_of(source: Source, known: Known) -> tuple[Part, ...]:
    """The parts of a text, in their order; no two neighbours belong to the same."""
    groups = groupby(_pieces(source, known), key=itemgetter(2))
    return tuple(_part(source.text, belonging, list(pieces)) for belonging, pieces in groups)


def _part(text: str, belonging: Belonging, pieces: Sequence[_Piece]) -> Part:
    """Pieces with nothing between them as one part, without the blanks around it."""
    start, end = pieces[0][0], pieces[-1][1]
    said = text[start:end].rstrip()
    return Part(Span(start + len(said) - len(said.lstrip()), start + len(said)), belonging)


def _pieces(source: Source, known: Known) -> Iterator[_Piece]:
    """The claims, cut where they overlap, and what is between them.

    Blanks are left out, and so are rules between two rows: both belong to what is around them.
    """
    text = source.text
    preamble = _preamble(source, known)
    reached, before = 0, None
    for start, rank, end in _claims(text, known):
        if end <= reached:
            continue
        claimed = _CLAIMED[rank] if rank < len(_CLAIMED) else None
        if start > reached:
            gap = _Gap(reached, start, before, claimed)
            yield from _between(text, gap, known, preamble)
        start = max(start, reached)
        if claimed is not None and not text[start:end].isspace():
            yield start, end, claimed
        reached, before = end, claimed


def _claims(text: str, known: Known) -> list[tuple[int, int, int]]:
    """Where each claim begins, its rank and where it ends; the last one stands behind the text."""
    claims = [
        (start, rank, end)
        for rank, places in enumerate((known.headings, known.tables, known.pairs))
        for start, end in places
    ]
    claims.sort()
    claims.append((len(text), len(_CLAIMED), len(text) + 1))
    return claims


@attrs.frozen
class _Gap:
    """A stretch without claims, and what is claimed before and behind it."""

    start: int
    end: int
    before: Belonging | None
    behind: Belonging | None

    @property
    def is_inside_table(self) -> bool:
        """Whether it stands between two rows."""
        return self.before is self.behind is Belonging.TABLE

    @property
    def is_beside_table(self) -> bool:
        """Whether a row stands before or behind it."""
        return Belonging.TABLE in (self.before, self.behind)


def _between(text: str, gap: _Gap, known: Known, preamble: Place) -> Iterator[_Piece]:
    """What a gap holds, line by line."""
    if _RULES.fullmatch(text, gap.start, gap.end):
        if gap.is_inside_table or text[gap.start : gap.end].isspace():
            return
    lines = text[gap.start : gap.end].splitlines(keepends=True)
    begin = gap.start
    for number, line in enumerate(lines):
        said = line.strip()
        if said:
            at = begin + line.index(said)
            in_row = (number == 0 and gap.before is Belonging.TABLE) or (
                begin + len(line) == gap.end
                and gap.behind is Belonging.TABLE
                and line == line.splitlines()[0]
            )
            yield at, at + len(said), _belonging(said, at, gap, in_row, known, preamble)
        begin += len(line)


def _belonging(
    said: str, at: int, gap: _Gap, in_row: bool, known: Known, preamble: Place
) -> Belonging:
    """What a line belongs to, by its words and by where it stands."""
    if gap.is_beside_table and _RULES.fullmatch(said):
        return Belonging.TABLE
    if in_row:
        return _beside_row(said)
    if said == known.title:
        return Belonging.HEADING
    if is_furniture(said):
        return Belonging.FURNITURE
    if gap.is_inside_table:
        return _between_rows(said)
    if at >= known.body:
        return _in_section(said, gap)
    return _above_sections(said, at, known, preamble)


def _beside_row(said: str) -> Belonging:
    """What shares its line with a row: a word or the row's number is the row's."""
    strange = _FIGURE.search(said) and not _NUMBER_OF_ROW.fullmatch(said)
    return Belonging.UNREAD if strange else Belonging.TABLE


def _between_rows(said: str) -> Belonging:
    """What stands between two rows: prose, a row that the form lacks, or else words of the table.

    Such words are units, pieces of labels, and columns that the form lacks.
    """
    if said[-1] in _SENTENCE_ENDS and is_prose(said):
        return Belonging.NARRATIVE
    return Belonging.UNREAD if _FIGURE.search(said) else Belonging.TABLE


def _in_section(said: str, gap: _Gap) -> Belonging:
    """What stands in a section above or below its table: prose, if it is no row."""
    is_row = gap.is_beside_table and _BORDER.search(said) and _FIGURE.search(said)
    return Belonging.UNREAD if is_row else Belonging.NARRATIVE


def _above_sections(said: str, at: int, known: Known, preamble: Place) -> Belonging:
    """What stands before the first heading, or anywhere in a text that has none."""
    if preamble[0] <= at < preamble[1] or (at >= known.title_end and is_prose(said)):
        return Belonging.NARRATIVE
    if said == known.agency or _DAY.fullmatch(said):
        return Belonging.METADATA
    return Belonging.UNREAD


def is_prose(said: str) -> bool:
    """Whether a line is running text."""
    long = len(said) >= _SHORTEST_PROSE and "|" not in said
    return long and not _PROSE_MARKS.isdisjoint(said)


def _preamble(source: Source, known: Known) -> Place:
    """From the first to the last line of prose between the title and the first section or row."""
    rows = (start for start, _ in known.tables if start >= known.title_end)
    stop = min(next(rows, known.body), known.body)
    first = bisect_left(source.places, (known.title_end, 0))
    last = bisect_left(source.places, (stop, 0))
    prose = [
        source.places[number]
        for number in range(first, last)
        if is_prose(source.lines[number].strip())
    ]
    return (prose[0][0], prose[-1][1]) if prose else (stop, stop)
