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
from functools import cached_property
from itertools import chain, groupby
from operator import itemgetter

import attrs
from more_itertools import last

from ..text.days import DAY
from ..text.furniture import is_furniture
from ..text.source import BORDERS, Place, Source, without_markup
from ..values import Belonging, Part, Span
from .front import Front
from .prose import goes_on_below, is_prose

_CLAIMED = (Belonging.HEADING, Belonging.TABLE, Belonging.METADATA, None)
"""What places are claimed for, the most strictly told first; the end of the text for nothing."""

_RULES = re.compile(r"[\s|+:=_*\-─-╿]*")
"""What parts the cells and the rows of a table, drawn lines included."""

_FIGURE = re.compile(
    rf"""(?: (?<![^\s{BORDERS}]) [-+]?\d+(?:[,.]\d+)*  # in a cell of its own,
        |   \d (?=\s?\w{{0,2}}[\s{BORDERS}]*$)     # or glued to the words before it
        ) (?:\s?[^\W\d]{{1,2}})? (?![^\s{BORDERS}])""",
    re.VERBOSE,
)
_DIGIT = re.compile(r"\d")
_NUMBER_OF_ROW = re.compile(rf"[\s{BORDERS}]*\d{{1,3}}[\s{BORDERS}]*")
_LETTER = re.compile(r"[^\W_]")
_BETWEEN_CELLS = f"{BORDERS}\t"
_DAY = re.compile(f"[(（]?{DAY}[)）]?")
_SENTENCE_ENDS = frozenset("。；！？")

_Piece = tuple[int, int, Belonging]


@attrs.frozen(kw_only=True)
class Known:
    """What the stages before have found in a text, and where it stands.

    ``body`` is where the first section begins; ``tables`` are rows of tables.
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
        """Where the title ends, behind which the preamble may begin."""
        return self.front.title.place[1] if self.front.title else 0

    @property
    def title(self) -> str | None:
        """The title, which lines may repeat."""
        return self.front.title.text if self.front.title else None

    @cached_property
    def preamble(self) -> Place:
        """The prose, first line to last, between the title and the first section or row.

        Lines of its width right above the first that has marks of sentences are wrapped as it is.
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


def account_of(known: Known) -> tuple[Part, ...]:
    """The parts of a text, in their order; no two neighbours belong to the same."""
    runs = groupby(_pieces(known), itemgetter(2))
    return tuple([Part(_whole(run), told) for told, run in runs])


def _whole(run: Iterator[_Piece]) -> Span:
    """Where a run of pieces begins and ends; none of them is kept, as there may be many."""
    first = next(run)
    return Span(first[0], last(run, first)[1])


def _pieces(known: Known) -> Iterator[_Piece]:
    """The claims, cut where they overlap, and what is between them; blanks are left out."""
    text = known.text
    reached, before = 0, None
    for start, rank, end in _claims(text, known):
        if end <= reached:
            continue
        claimed = _CLAIMED[rank]
        if start > reached and not text[reached:start].isspace():
            yield from _between(known, _gap(reached, start, before, claimed))
        said = text[max(start, reached) : end].strip()
        if claimed is not None and said:
            begin = text.index(said[0], max(start, reached))
            yield begin, begin + len(said), claimed
        reached, before = end, claimed


def _claims(text: str, known: Known) -> list[tuple[int, int, int]]:
    """Where each claim begins, its rank and where it ends; the last one stands behind the text."""
    pairs = chain(known.front.labelled.known, _likely_pairs(text, known))
    places = (known.headings, _joined(text, sorted(known.tables)), pairs)
    claims = [(start, rank, end) for rank, some in enumerate(places) for start, end in some]
    claims.sort()
    claims.append((len(text), len(places), len(text) + 1))
    return claims


def _likely_pairs(text: str, known: Known) -> list[Place]:
    """The labelled data under unknown labels, where pairs of known ones or furniture are too.

    It stands above the preamble and the tables, and is neither prose nor furniture itself.
    """
    labelled = known.front.labelled
    above = [place for place in labelled.others if place[1] <= known.preamble[0]]
    furniture = {place for place in above if is_furniture(text[slice(*place)].strip())}
    if not (labelled.known or furniture):
        return []
    return [
        place for place in above if place not in furniture and not is_prose(text[slice(*place)])
    ]


def _joined(text: str, rows: Sequence[Place]) -> Iterator[Place]:
    """Rows with nothing but rules and blanks between them as one place."""
    if not rows:
        return
    start, end = rows[0]
    for begin, until in rows:
        if begin > end and not _RULES.fullmatch(text, end, begin):
            yield start, end
            start = begin
        if until > end:
            end = until
    yield start, end


@attrs.frozen
class _Gap:
    """A stretch without claims, and what is claimed before and behind it.

    ``cells`` is what is printed in cells there, so that rules in the gap are its own.
    """

    start: int
    end: int
    before: Belonging | None
    behind: Belonging | None
    cells: Belonging | None


def _gap(start: int, end: int, before: Belonging | None, behind: Belonging | None) -> _Gap:
    """The gap between two claims; rules beside rows and labelled data are the rows'."""
    beside = (before, behind)
    cells = Belonging.TABLE if Belonging.TABLE in beside else None
    if cells is None and Belonging.METADATA in beside:
        cells = Belonging.METADATA
    return _Gap(start, end, before, behind, cells)


def _between(known: Known, gap: _Gap) -> Iterator[_Piece]:
    """What a gap holds, line by line; lines of nothing but marks go with the line above."""
    begin = gap.start
    told = None
    for line in known.text[begin : gap.end].splitlines(keepends=True):
        said = line.strip()
        if said:
            at = begin + line.index(said)
            if told is None or _is_by_itself(gap, said):
                told = _belonging(known, gap, at, said, _shares_row(gap, begin, line))
            yield at, at + len(said), told
        begin += len(line)


def _is_by_itself(gap: _Gap, said: str) -> bool:
    """Whether a line is more than mere marks that go with the line above."""
    among_cells = gap.cells is not None
    return among_cells or _LETTER.search(said) is not None or _is_beside_heading(gap, said)


def _shares_row(gap: _Gap, begin: int, line: str) -> bool:
    """Whether the row before or behind a gap stands on this line of it too."""
    if gap.cells is not Belonging.TABLE:
        return False
    behind_row = begin == gap.start and gap.before is Belonging.TABLE
    before_row = begin + len(line) == gap.end and gap.behind is Belonging.TABLE
    return behind_row or (before_row and line.splitlines()[0] == line)


def _belonging(known: Known, gap: _Gap, at: int, said: str, shares_row: bool) -> Belonging:
    """What a line belongs to, by its words and by where it stands."""
    if gap.cells is not None and _RULES.fullmatch(said):
        return gap.cells
    if shares_row:
        return _in_row(said)
    if said == known.title or _is_beside_heading(gap, said):
        return Belonging.HEADING
    if is_furniture(said):
        return Belonging.FURNITURE
    if gap.before is gap.behind is Belonging.TABLE:
        return _between_rows(said)
    if at >= known.body:
        return _in_section(gap, said)
    return _above_sections(known, at, said)


def _is_beside_heading(gap: _Gap, said: str) -> bool:
    """Whether what stands before or behind a heading is just what sets it off."""
    return Belonging.HEADING in (gap.before, gap.behind) and not without_markup(said)


def _has_figure(said: str) -> bool:
    """Whether a figure of a table stands in a line; most lines have no digit to look at."""
    return _DIGIT.search(said) is not None and _FIGURE.search(said) is not None


def _in_row(said: str) -> Belonging:
    """What shares its line with a row: a word or the row's number is the row's."""
    strange = _has_figure(said) and not _NUMBER_OF_ROW.fullmatch(said)
    return Belonging.UNREAD if strange else Belonging.TABLE


def _between_rows(said: str) -> Belonging:
    """What stands between two rows: prose, a row that the form lacks, or else words of the table.

    Such words are units, pieces of labels, and columns that the form lacks.
    """
    if said[-1] in _SENTENCE_ENDS and is_prose(said):
        return Belonging.NARRATIVE
    return Belonging.UNREAD if _has_figure(said) else Belonging.TABLE


def _in_section(gap: _Gap, said: str) -> Belonging:
    """What stands in a section above or below its table: prose, if it is no row."""
    bordered = gap.cells is Belonging.TABLE and any(border in said for border in _BETWEEN_CELLS)
    return Belonging.UNREAD if bordered and _has_figure(said) else Belonging.NARRATIVE


def _above_sections(known: Known, at: int, said: str) -> Belonging:
    """What stands before the first heading, or anywhere in a text that has none."""
    start, end = known.preamble
    if start <= at < end or (at >= known.title_end and is_prose(said)):
        return Belonging.NARRATIVE
    if "".join(said.split()) == known.front.agency or _DAY.fullmatch(said):
        return Belonging.METADATA
    return Belonging.UNREAD
