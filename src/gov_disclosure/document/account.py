"""The account of a text: what every character of it belongs to.

Headings, rows of tables and labelled data claim their places first.  If two claims overlap, the
one that begins first gets the place; of two that begin together, the one recognised by the
stricter rule.  The text that no claim covers is classified line by line, by its words and by
where it stands.
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
"""What places are claimed for, by rank; the last rank marks the end of the text."""


def account_of(known: Known) -> tuple[Part, ...]:
    """The parts of a text, in order; no two neighbours belong to the same kind."""
    runs = groupby(_pieces(known), itemgetter(2))
    return tuple([Part(_span_of(run), belonging) for belonging, run in runs])


def _span_of(run: Iterator[Piece]) -> Span:
    """The span of a run of pieces, which is not kept in memory, as it may be long."""
    first = next(run)
    return Span(first[0], last(run, first)[1])


def _pieces(known: Known) -> Iterator[Piece]:
    """The claims, cut where they overlap, and the text between them; blanks are left out."""
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
    """The start, rank and end of each claim, with a last claim behind the end of the text."""
    text = known.text
    pairs = chain(known.front.labelled.known, _likely_pairs(known))
    places = (known.headings, _joined(text, sorted(known.tables)), pairs)
    claims = [(start, rank, end) for rank, some in enumerate(places) for start, end in some]
    claims.sort()
    claims.append((len(text), len(places), len(text) + 1))
    return claims


def _likely_pairs(known: Known) -> list[Place]:
    """The places of labelled data under unknown labels, if there is any known label or furniture.

    Such data stands above the preamble and the tables, and is neither prose nor furniture.
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
    """The places of rows, joined if only rules and blanks stand between them."""
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
