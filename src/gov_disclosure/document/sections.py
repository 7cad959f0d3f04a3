"""The sections of a report, with their narrative."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..later import Later
from ..values import Belonging, Part, Section, Span
from .outline import Heading

PREAMBLE = "preamble"
"""The key of the narrative above the first heading."""


def sections_of(
    text: str, headings: Sequence[Heading], account: Later[tuple[Part, ...]]
) -> tuple[Section, ...]:
    """Make the sections; the narrative of each is the account's prose between two headings."""
    return tuple(_sections(text, headings, account.value))


def _sections(text: str, headings: Sequence[Heading], account: Sequence[Part]) -> Iterator[Section]:
    spans = [part.span for part in account if part.belonging is Belonging.NARRATIVE]
    starts = [span.start for span in spans]
    begins = [heading.place[0] for heading in headings] + [len(text)]
    above = tuple(spans[: bisect_left(starts, begins[0])])
    if above:
        yield Section(PREAMBLE, "", _said(text, above), Span(above[0].start, above[-1].end), above)
    for heading, end in zip(headings, begins[1:], strict=True):
        start = heading.place[1]
        inside = tuple(spans[bisect_left(starts, start) : bisect_left(starts, end)])
        yield Section(
            key=heading.key,
            heading=text[slice(*heading.place)],
            text=_said(text, inside),
            span=Span(heading.place[0], start + len(text[start:end].rstrip())),
            spans=inside,
        )


def _said(text: str, spans: Sequence[Span]) -> str:
    return "\n".join(text[span.start : span.end] for span in spans)
