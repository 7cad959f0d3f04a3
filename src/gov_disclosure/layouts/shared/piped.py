"""Cells between pipes, each of which may span several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from more_itertools import split_when

from ...text.edges import edges_of_pages
from ...text.source import LINE_ENDS
from ..grid import Stretch

PIPE = "|"
_LINES_OF_AN_EDGE = 2
LINE = re.compile(rf"\S(?:[^{LINE_ENDS}]*\S)?")
_FIGURES_WITHOUT_PIPE = re.compile(r"^[^\w|\n]*\d[^|\n]*\n[^\w|]*\d[^|\n]*$", re.MULTILINE)
_RULE = re.compile(":?-{3,}:?")

Segment = tuple[int, int, str]
"""A piece of text: its start and end, and what it says."""


def are_separated_by_pipes(stretch: Stretch) -> bool:
    """Whether a pipe stands between any two figures, not just around rows or lines."""
    piped = PIPE in stretch.content
    return piped and _FIGURES_WITHOUT_PIPE.search(stretch.content) is None


def pieces_between_pipes(stretch: Stretch) -> Iterator[Segment]:
    """The pieces between pipes; several lines there are several cells.

    An empty piece begins behind the pipes that were left out before it.
    """
    start = stretch.start
    *between, rest = stretch.content.split("|")
    segments = [_without_edges_of_pages(segment, stretch.text) for segment in between]
    for segment in [*segments, rest] if rest.strip() else segments:
        said = segment.strip()
        if not said:
            behind = segment.rfind("\n") if stretch.has_fillers else 0
            yield start + max(0, behind), start + len(segment), segment
        elif not _RULE.fullmatch(said):
            yield from _pieces(segment, said, start)
        start += len(segment) + 1


def _without_edges_of_pages(segment: str, text: str) -> str:
    """Replace lines that belong to the edges of pages by blanks, within a text between pipes.

    If nothing else stands there, only a rule is no cell.
    """
    first, *inner = segment.split("\n")
    if len(inner) < _LINES_OF_AN_EDGE:
        return segment
    *between, last = inner
    rules = {at for at, said in enumerate(between) if _RULE.fullmatch(said.strip())}
    edges = rules | edges_of_pages(between, text)
    kept = [" " * len(said) if at in edges else said for at, said in enumerate(between)]
    without = "\n".join((first, *kept, last))
    return segment if without.isspace() and edges != rules else without


def _pieces(segment: str, said: str, at: int) -> Iterator[Segment]:
    """The lines of a segment that are not blank; numbers below each other are one piece."""
    if len(said.splitlines()) == 1:
        begin = at + segment.index(said)
        yield begin, begin + len(said), said
        return
    for group in split_when(LINE.finditer(segment), _are_separate_cells):
        begin, end = group[0].start(), group[-1].end()
        yield at + begin, at + end, segment[begin:end]


def _are_separate_cells(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two lines are not pieces of one number."""
    return not (one[0].isdecimal() and other[0].isdecimal())
