"""The account of a text: what every character of it belongs to.

What was told by the strictest means comes first: a heading is a whole line, a row has a label of
the form, labelled data a label of its own.  These are claims.  Where two of them overlap, the
one that begins first has the place, as it was read on from there; of two that begin together
the one that was told more strictly.  What no claim covers is told line by line, by its words
and by where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter

from more_itertools import last

from ..text.furniture import is_furniture
from ..text.source import Place
from ..values import Belonging, Part, Span
from .gaps import RULES, Gap, Piece
from .known import Known
from .prose import is_prose

_CLAIMED = (Belonging.HEADING, Belonging.TABLE, Belonging.METADATA, None)
"""What places are claimed for, the most strictly told first; the end of the text for nothing."""


def account_of(known: Known) -> tuple[Part, ...]:
    """The parts of a text, in their order; no two neighbours belong to the same."""
    runs = groupby(_pieces(known), itemgetter(2))
    return tuple([Part(_whole(run), told) for told, run in runs])


def _whole(run: Iterator[Piece]) -> Span:
    """Where a run of pieces begins and ends; none of them is kept, as there may be many."""
    first = next(run)
    return Span(first[0], last(run, first)[1])


def _pieces(known: Known) -> Iterator[Piece]:
    """The claims, cut where they overlap, and what is between them; blanks are left out."""
    text = known.text
    reached, before = 0, None
    for start, rank, end in _claims(known):
        if end <= reached:
            continue
        claimed = _CLAIMED[rank]
        if start > reached and not text[reached:start].isspace():
            yield from Gap(known, reached, start, before, claimed).pieces
        said = text[max(start, reached) : end].strip()
        if claimed is not None and said:
            begin = text.index(said[0], max(start, reached))
            yield begin, begin + len(said), claimed
        reached, before = end, claimed


def _claims(known: Known) -> list[tuple[int, int, int]]:
    """Where each claim begins, its rank and where it ends; the last one stands behind the text."""
    text = known.text
    pairs = chain(known.front.labelled.known, _likely_pairs(known))
    places = (known.headings, _joined(text, sorted(known.tables)), pairs)
    claims = [(start, rank, end) for rank, some in enumerate(places) for start, end in some]
    claims.sort()
    claims.append((len(text), len(places), len(text) + 1))
    return claims


def _likely_pairs(known: Known) -> list[Place]:
    """The labelled data under unknown labels, where pairs of known ones or furniture are too.

    It stands above the preamble and the tables, and is neither prose nor furniture itself.
    """
    text, labelled = known.text, known.front.labelled
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
        if begin > end and not RULES.fullmatch(text, end, begin):
            yield start, end
            start = begin
        if until > end:
            end = until
    yield start, end
