"""Stretches in pieces, for layouts with each cell on a line of its own.

Mostly each line is a piece.  Pipes or tabs may separate pieces instead, each of which may span
several lines.  Page numbers are none, unless a line like ``12/30`` stands in the place of a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, starmap

from more_itertools import split_when, triplewise

from ...labels.marks import WORDS, Sort
from ...text.edges import edges_of_pages
from ...text.fold import fold
from ...text.source import LINE_ENDS, PAGE_BREAK
from ..grid import Stretch, Words
from .parts import PIPE

StackPiece = tuple[int, int, str]
"""A piece of text: its start and end, and what it says."""

_MOSTLY = 0.5
_SELDOM = 0.2
_MOST_PIECES_OF_A_FIGURE = 4
_HARD_SPACES = re.compile(r"^ *[\u3000\xa0][ \u3000\xa0]*$", re.MULTILINE)
_PLAIN = " " + LINE_ENDS
_AROUND = " \t" + PIPE


def are_piped(stretch: Stretch) -> bool:
    """Whether pipes separate the pieces."""
    return stretch.is_piped or _are_separated_by_pipes(stretch)


def pieces_of(stretch: Stretch) -> Iterable[StackPiece]:
    """The pieces between pipes or tabs, if these separate them, else the lines."""
    if are_piped(stretch):
        return _pieces_between_pipes(stretch)
    if _are_separated_by_tabs(stretch):
        return _pieces_between_tabs(stretch)
    return _without_broken_figures(stretch)


def _without_broken_figures(stretch: Stretch) -> list[StackPiece]:
    """Join numbers right below each other, if empty lines separate the cells.

    More than a few such numbers are cells: then empty lines only separate labels.
    """
    numbered = _lines_without_edges(stretch)
    numbers = [number for number, _ in numbered]
    gaps = sum([other - one > 1 for one, other in pairwise(numbers)])
    if gaps <= _MOSTLY * len(numbered) or all(starmap(_are_separate, pairwise(numbered))):
        return [piece for _, piece in numbered]
    groups = ([piece for _, piece in group] for group in split_when(numbered, _are_separate))
    return [piece for group in groups for piece in _joined_figure(group, stretch.text)]


def _joined_figure(pieces: list[StackPiece], text: str) -> list[StackPiece]:
    """Join lines right below each other to one figure, unless it would have too many pieces."""
    if len(pieces) > _MOST_PIECES_OF_A_FIGURE:
        return pieces
    start, end = pieces[0][0], pieces[-1][1]
    return [(start, end, text[start:end])]


def _are_separate(one: tuple[int, StackPiece], other: tuple[int, StackPiece]) -> bool:
    """Whether two lines are not figures right below each other."""
    right_below = other[0] - one[0] == 1
    return not (right_below and one[1][2].isdecimal() and other[1][2].isdecimal())


def _lines_without_edges(stretch: Stretch) -> Sequence[tuple[int, StackPiece]]:
    """The lines that are not empty, without page numbers and borders, with their numbers."""
    numbers = stretch.page_numbers.difference(_in_place_of_figures(stretch))
    empty = "" if _blank_lines_are_cells(stretch) else " "
    lines = enumerate(zip(stretch.lines, stretch.places, strict=True))
    return [
        (number, _without_borders(said, start))
        for number, (line, (start, _)) in lines
        if (said := line.rstrip(LINE_ENDS)).strip(PIPE + " " if PIPE in said else empty)
        if number not in numbers
    ]


def _without_borders(said: str, start: int) -> StackPiece:
    """The text of a line without pipes and tabs around it, or all of it if it is only tabs."""
    kept = said.strip(_AROUND if PIPE in said else "\t") or said.strip(PIPE)
    at = start + said.index(kept)
    return at, at + len(kept), kept


def _blank_lines_are_cells(stretch: Stretch) -> bool:
    """Whether lines of plain spaces are empty cells.

    They only separate cells if they stand around all lines of hard spaces, which are the empty
    cells, and between most other lines.
    """
    if not _HARD_SPACES.search(stretch.text):
        return True
    lines = stretch.text.splitlines()
    said = [line.strip(_PLAIN) for line in lines if line]
    beside = [(one, other) for one, other in pairwise(said) if one and other]
    return len(beside) > _SELDOM * len(said) or any(
        not (one.strip() and other.strip()) for one, other in beside
    )


_FRACTION = re.compile(r"^[^\S\n]*(\d{1,9})\s*/\s*(\d{1,9})\s*$", re.MULTILINE)


def _in_place_of_figures(stretch: Stretch) -> Iterator[int]:
    """The numbers of lines like ``12/30`` that are all that stands between two labels.

    If a page ends beside one, or the text has the number before or after it, they number pages.
    """
    if not stretch.page_numbers:
        return
    marks = stretch.words.marks
    said = [(at, line.strip()) for at, line in enumerate(stretch.lines) if not line.isspace()]
    for (first, above), (at, line), (last, below) in triplewise([*said, (len(stretch.lines), "")]):
        if (
            at in stretch.page_numbers
            and marks[above].names_row
            and (not below or marks[below].sort is Sort.LABEL)
            and PAGE_BREAK not in "".join(stretch.lines[first : last + 1])
            and not _counts_pages(fold(line), stretch.text)
        ):
            yield at


def _counts_pages(said: str, text: str) -> bool:
    """Whether a line is no fraction, or one of pages: its predecessor or successor is there too."""
    found = _FRACTION.fullmatch(said)
    if found is None:
        return True
    page, pages = map(int, found.groups())
    return not _fractions_in(text).isdisjoint({(page - 1, pages), (page + 1, pages)})


@lru_cache(maxsize=4)
def _fractions_in(text: str) -> frozenset[tuple[int, int]]:
    """The fractions on lines of their own in a text; cached, as all of its parts need them."""
    return frozenset((int(page), int(pages)) for page, pages in _FRACTION.findall(fold(text)))


_LINES_OF_AN_EDGE = 2
_LINE = re.compile(rf"\S(?:[^{LINE_ENDS}]*\S)?")
_FIGURES_WITHOUT_PIPE = re.compile(r"^[^\w|\n]*\d[^|\n]*\n[^\w|]*\d[^|\n]*$", re.MULTILINE)
_RULE = re.compile(":?-{3,}:?")


def _are_separated_by_pipes(stretch: Stretch) -> bool:
    """Whether a pipe stands between any two figures, not just around rows or lines."""
    piped = PIPE in stretch.content
    return piped and _FIGURES_WITHOUT_PIPE.search(stretch.content) is None


def _pieces_between_pipes(stretch: Stretch) -> Iterator[StackPiece]:
    """The pieces between pipes; several lines there are several cells.

    An empty piece begins behind the pipes that were left out before it.
    """
    start = stretch.start
    *between, rest = stretch.content.split(PIPE)
    segments = [
        segment
        if segment.count("\n") < _LINES_OF_AN_EDGE
        else _without_edges_of_pages(segment, stretch.text)
        for segment in between
    ]
    for segment in [*segments, rest] if rest.strip() else segments:
        said = segment.strip()
        if not said:
            behind = segment.rfind("\n") if stretch.has_fillers else 0
            yield start + max(0, behind), start + len(segment), segment
        elif not _RULE.fullmatch(said):
            yield from _pieces_of_segment(segment, said, start)
        start += len(segment) + 1


def _without_edges_of_pages(segment: str, text: str) -> str:
    """Replace lines that belong to the edges of pages by blanks, within a text between pipes.

    If nothing else stands there, only a rule is no cell.
    """
    first, *between, last = segment.split("\n")
    rules = {at for at, said in enumerate(between) if _RULE.fullmatch(said.strip())}
    edges = rules | edges_of_pages(between, text)
    kept = [" " * len(said) if at in edges else said for at, said in enumerate(between)]
    without = "\n".join((first, *kept, last))
    return segment if without.isspace() and edges != rules else without


def _pieces_of_segment(segment: str, said: str, at: int) -> Iterator[StackPiece]:
    """The lines of a segment that are not blank; numbers below each other are one piece."""
    if len(said.splitlines()) == 1:
        begin = at + segment.index(said)
        yield begin, begin + len(said), said
        return
    for group in split_when(_LINE.finditer(segment), _are_not_one_number):
        begin, end = group[0].start(), group[-1].end()
        yield at + begin, at + end, segment[begin:end]


def _are_not_one_number(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two lines are not pieces of one number."""
    return not (one[0].isdecimal() and other[0].isdecimal())


_TAB = "\t"
_FEWEST_TABS = 3
_BLANK_LINES = r"\n(?:[^\S\t\n]*+\n)*+[^\S\t\n]*+"
_TAB_BETWEEN_LINES = re.compile(
    rf"^[^\S\t\n]*+[^\s][^\t\n]*+{_BLANK_LINES}\t[^\S\t\n]*+(?={_BLANK_LINES}[^\s][^\t\n]*+$)",
    re.MULTILINE,
)
"""A line with nothing but a tab, between two lines with words and no tab."""
_A_FIGURE = r"\d[\d.,]*"
_WITHOUT_TAB = re.compile(
    rf"^[^\S\n]*{_A_FIGURE}[^\S\t\n]*{_BLANK_LINES}{_A_FIGURE}[^\S\n]*$",
    re.MULTILINE,
)


def _are_separated_by_tabs(stretch: Stretch) -> bool:
    """Whether a tab stands between any two figures, and not just on the line of each cell.

    Lines hold nothing but the tab between two cells, or some lines hold several cells.  Where each
    cell has a tab on its line, other lines are empty cells.
    """
    content = stretch.content
    if _TAB not in content or _WITHOUT_TAB.search(content) is not None:
        return False
    return len(_TAB_BETWEEN_LINES.findall(content)) >= _FEWEST_TABS or _share_lines(stretch)


def _share_lines(stretch: Stretch) -> bool:
    """Whether most lines hold one cell with a tab before it, and some hold others behind it."""
    said = [line for line in stretch.lines if line.strip()]
    opened = [line for line in said if line.startswith(_TAB)]
    single = [line for line in opened if line.rstrip().rfind(_TAB) == 0]
    return 2 * len(single) > len(said) and len(single) < len(opened)


def _pieces_between_tabs(stretch: Stretch) -> Iterator[StackPiece]:
    """The pieces between tabs, each line by itself; one piece for nothing but blank lines.

    The last cell of a row and the first of the next have no tab between them, so a blank line
    before words is a cell, and any other is a part of one.  If a tab stands behind the last label
    of a header, the first cell is empty.
    """
    *segments, rest = list(_segments(stretch))
    shown = [*segments, rest] if rest[1].strip() else segments
    for (start, segment), (_, behind) in pairwise([*shown, (stretch.end, "")]):
        yield from _pieces_between_two_tabs(segment, start, stretch.words)
        last = stretch.words.marks[segment.strip().rpartition("\n")[2]]
        if last.names_column and not _begins_with_words(behind, stretch.words):
            end = start + len(segment)
            yield end, end, ""


def _segments(stretch: Stretch) -> Iterator[tuple[int, str]]:
    """The text between tabs, each with its start."""
    start = stretch.start
    for segment in stretch.content.split(_TAB):
        yield start, segment
        start += len(segment) + 1


def _begins_with_words(segment: str, words: Words) -> bool:
    said = _LINE.search(segment)
    return said is not None and words.marks[said[0]].sort in WORDS


def _pieces_between_two_tabs(segment: str, at: int, words: Words) -> Iterator[StackPiece]:
    """The lines of a segment that are not blank, and the empty cell before them."""
    said = list(_LINE.finditer(segment))
    before = segment[: said[0].start()] if said else segment
    if not said or (_begins_with_words(segment, words) and before.strip(_PLAIN)):
        blank = before.strip(LINE_ENDS)
        begin = at + before.index(blank)
        yield begin, begin + len(blank), blank
    for line in said:
        yield at + line.start(), at + line.end(), line[0]
