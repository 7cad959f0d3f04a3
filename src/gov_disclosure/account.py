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
from itertools import chain

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
_BORDERS = "|│┃║\t"
_DAY = re.compile(r"[(（]?20\d\d ?[-年./] ?\d{1,2} ?[-月./] ?\d{1,2} ?日?(?: \d\d:\d\d(?::\d\d)?)?[)）]?")
_PROSE_MARKS = frozenset("，。；,;")
_SENTENCE_ENDS = frozenset("。；！？")
_SHORTEST_PROSE = 20

_Piece = tuple[int, int, Belonging]


@attrs.frozen(kw_only=True)
class Known:
    """What the stages before have found, and where it stands.

    ``title`` and ``agency`` are words that lines may repeat; ``title_end`` is where the title
    ends, and ``body`` where the first section begins.  ``likely_pairs`` are labelled data of a
    catalogue under labels that nobody declared; prose has colons too.
    """

    title: str | None
    agency: str | None
    title_end: int
    body: int
    headings: Sequence[Place]
    tables: Sequence[Place]
    pairs: Sequence[Place]
    likely_pairs: Sequence[Place]


def account_of(source: Source, known: Known) -> tuple[Part, ...]:
    """The parts of a text, in their order; no two neighbours belong to the same."""
    parts: list[_Piece] = []
    for piece in _pieces(source, known):
        if parts and parts[-1][2] is piece[2]:
            piece = (parts.pop()[0], *piece[1:])
        parts.append(piece)
    return tuple([Part(Span(start, end), belonging) for start, end, belonging in parts])


def _pieces(source: Source, known: Known) -> Iterator[_Piece]:
    """The claims, cut where they overlap, and what is between them; blanks are left out."""
    text = source.text
    preamble = _preamble(source, known)
    reached, before = 0, None
    for start, rank, end in _claims(text, known, preamble):
        if end <= reached:
            continue
        claimed = _CLAIMED[rank] if rank < len(_CLAIMED) else None
        if start > reached and not text[reached:start].isspace():
            gap = _Gap(reached, start, before, claimed)
            yield from _between(text, gap, known, preamble)
        if claimed is not None:
            yield from _trimmed(text, max(start, reached), end, claimed)
        reached, before = end, claimed


def _trimmed(text: str, start: int, end: int, belonging: Belonging) -> Iterator[_Piece]:
    """The piece without the blanks around it; nothing if it is all blank."""
    said = text[start:end]
    stripped = said.strip()
    if stripped:
        begin = start + len(said) - len(said.lstrip())
        yield begin, begin + len(stripped), belonging


def _claims(text: str, known: Known, preamble: Place) -> list[tuple[int, int, int]]:
    """Where each claim begins, its rank and where it ends; the last one stands behind the text."""
    likely = (place for place in known.likely_pairs if _is_pair(text, place, preamble))
    places = (known.headings, _joined(text, sorted(known.tables)), chain(known.pairs, likely))
    claims = [(start, rank, end) for rank, some in enumerate(places) for start, end in some]
    claims.sort()
    claims.append((len(text), len(_CLAIMED), len(text) + 1))
    return claims


def _is_pair(text: str, place: Place, preamble: Place) -> bool:
    """Whether likely labelled data is such: no prose, no furniture, and above the tables."""
    said = text[slice(*place)].strip()
    return place[1] <= preamble[0] and not is_prose(said) and not is_furniture(said)


def _joined(text: str, rows: Sequence[Place]) -> Iterator[Place]:
    """Rows with nothing but rules and blanks between them as one place."""
    if not rows:
        return
    start, end = rows[0]
    for begin, until in rows:
        if begin > end and not _RULES.fullmatch(text, end, begin):
            yield start, end
            start = begin
        end = max(end, until)
    yield start, end


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

    @property
    def is_beside_cells(self) -> bool:
        """Whether something stands before or behind it that is printed in cells."""
        return self.is_beside_table or Belonging.METADATA in (self.before, self.behind)


def _between(text: str, gap: _Gap, known: Known, preamble: Place) -> Iterator[_Piece]:
    """What a gap holds, line by line."""
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
    if gap.is_beside_cells and _RULES.fullmatch(said):
        return Belonging.TABLE if gap.is_beside_table else Belonging.METADATA
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
    bordered = gap.is_beside_table and any(border in said for border in _BORDERS)
    is_row = bordered and _FIGURE.search(said)
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
