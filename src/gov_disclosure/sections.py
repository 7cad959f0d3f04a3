"""The report's sections with their narrative, and what of the text belongs to nothing known."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from more_itertools import split_when

from .outline import Heading
from .source import Place, Source
from .values import Section, Span

PREAMBLE = "preamble"
"""The key of the narrative above the first heading."""

_FILLING = " \t\r\n\v\f\u3000\xa0|"
_PROSE_MARKS = frozenset("，。；,;")
_SHORTEST_PROSE = 20


def narratives(
    source: Source, headings: Sequence[Heading], tables: Sequence[Place], front_end: int
) -> tuple[Section, ...]:
    """Each section with its narrative.

    ``tables`` are the places of all labels and values, in order; ``front_end`` is where the
    title ends, behind which a preamble may stand.
    """
    return tuple(_narratives(source, headings, tables, front_end))


def _narratives(
    source: Source, headings: Sequence[Heading], tables: Sequence[Place], front_end: int
) -> Iterator[Section]:
    text = source.text
    ends = [heading.place[0] for heading in headings] + [len(text)]
    preamble = _preamble(source, front_end, ends[0], tables)
    if preamble is not None:
        span = Span(*preamble)
        yield Section(PREAMBLE, "", text[slice(*preamble)], span, (span,))
    for heading, end in zip(headings, ends[1:], strict=True):
        start = heading.place[1]
        places = tuple(_prose_places(text, (start, end), tables))
        yield Section(
            key=heading.key,
            heading=text[slice(*heading.place)],
            text="\n".join(text[slice(*place)] for place in places),
            span=Span(heading.place[0], start + len(text[start:end].rstrip())),
            spans=tuple(Span(*place) for place in places),
        )


def _prose_places(text: str, part: Place, tables: Sequence[Place]) -> Iterator[Place]:
    """What a part of the text holds before the first and behind the last cell of its tables."""
    start, end = part
    inside = tables[bisect_left(tables, (start, 0)) : bisect_right(tables, (end, 0))]
    around = [(start, inside[0][0]), (inside[-1][1], end)] if inside else [part]
    for begin, until in around:
        prose = text[begin:until].strip().strip(_FILLING)
        if prose:
            at = text.index(prose[0], begin)
            yield at, at + len(prose)


def _preamble(source: Source, start: int, end: int, tables: Sequence[Place]) -> Place | None:
    """From the first to the last line of prose above the first heading."""
    stop = next((table[0] for table in tables if table[0] >= start), end)
    lines = [line for line in source.places if line[0] >= start and line[1] <= min(end, stop)]
    prose = [line for line in lines if _is_prose(source.text[slice(*line)].strip())]
    if not prose:
        return None
    begin, until = prose[0][0], prose[-1][1]
    said = source.text[begin:until].strip()
    at = source.text.index(said[0], begin)
    return at, at + len(said)


def _is_prose(said: str) -> bool:
    long = len(said) >= _SHORTEST_PROSE and "|" not in said
    return long and not _PROSE_MARKS.isdisjoint(said)


def unread_spans(source: Source, known: Iterable[Place]) -> tuple[Span, ...]:
    """The lines that hold something and belong to nothing known; neighbours are one span."""
    numbers = _unread_lines(source, sorted(known))
    groups = split_when(numbers, lambda one, other: other != one + 1)
    return tuple(_span(source, group[0], group[-1]) for group in groups)


def _unread_lines(source: Source, known: list[Place]) -> Iterator[int]:
    at = 0
    reached = 0
    for number, (start, end) in enumerate(source.places):
        while at < len(known) and known[at][0] < end:
            reached = max(reached, known[at][1])
            at += 1
        if reached <= start and source.lines[number].strip().strip(_FILLING):
            yield number


def _span(source: Source, first: int, last: int) -> Span:
    start, end = source.places[first][0], source.places[last][1]
    said = source.text[start:end].strip()
    at = source.text.index(said[0], start)
    return Span(at, at + len(said))
