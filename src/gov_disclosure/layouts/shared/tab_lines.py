"""Cells with tabs between them, on lines of their own, as browsers print cells with paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...labels.marks import WORDS
from ...text.source import LINE_ENDS
from ..grid import Stretch, Words
from .piped import LINE, Segment

_TAB = "\t"
_FEWEST = 3
_BLANK_LINES = r"\n(?:[^\S\t\n]*+\n)*+[^\S\t\n]*+"
_BETWEEN = re.compile(
    rf"^[^\S\t\n]*+[^\s][^\t\n]*+{_BLANK_LINES}\t[^\S\t\n]*+(?={_BLANK_LINES}[^\s][^\t\n]*+$)",
    re.MULTILINE,
)
"""A line with nothing but a tab, between two lines with words and no tab."""
_A_FIGURE = r"\d[\d.,]*"
_WITHOUT_TAB = re.compile(
    rf"^[^\S\n]*{_A_FIGURE}[^\S\t\n]*{_BLANK_LINES}{_A_FIGURE}[^\S\n]*$",
    re.MULTILINE,
)
_PLAIN = " " + LINE_ENDS


def are_separated_by_tabs(stretch: Stretch) -> bool:
    """Whether a tab stands between any two figures, and not just on the line of each cell.

    Lines hold nothing but the tab between two cells, or some lines hold several cells.  Where each
    cell has a tab on its line, other lines are empty cells.
    """
    content = stretch.content
    if _TAB not in content or _WITHOUT_TAB.search(content) is not None:
        return False
    return len(_BETWEEN.findall(content)) >= _FEWEST or _share_lines(stretch)


def _share_lines(stretch: Stretch) -> bool:
    """Whether most lines hold one cell with a tab before it, and some hold others behind it."""
    said = [line for line in stretch.lines if line.strip()]
    opened = [line for line in said if line.startswith(_TAB)]
    single = [line for line in opened if line.rstrip().rfind(_TAB) == 0]
    return 2 * len(single) > len(said) and len(single) < len(opened)


def pieces_between_tabs(stretch: Stretch, words: Words) -> Iterator[Segment]:
    """The pieces between tabs, each line by itself; one piece for nothing but blank lines.

    The last cell of a row and the first of the next have no tab between them, so a blank line
    before words is a cell, and any other is a part of one.  If a tab stands behind the last label
    of a header, the first cell is empty.
    """
    *segments, rest = list(_segments(stretch))
    shown = [*segments, rest] if rest[1].strip() else segments
    for (start, segment), (_, behind) in pairwise([*shown, (stretch.end, "")]):
        yield from _pieces(segment, start, words)
        last = words.marks[segment.strip().rpartition("\n")[2]]
        if last.names_column and not _begins_with_words(behind, words):
            end = start + len(segment)
            yield end, end, ""


def _segments(stretch: Stretch) -> Iterator[tuple[int, str]]:
    """The text between tabs, each with its start."""
    start = stretch.start
    for segment in stretch.content.split(_TAB):
        yield start, segment
        start += len(segment) + 1


def _begins_with_words(segment: str, words: Words) -> bool:
    said = LINE.search(segment)
    return said is not None and words.marks[said[0]].sort in WORDS


def _pieces(segment: str, at: int, words: Words) -> Iterator[Segment]:
    """The lines of a segment that are not blank, and the empty cell before them."""
    said = list(LINE.finditer(segment))
    before = segment[: said[0].start()] if said else segment
    if not said or (_begins_with_words(segment, words) and before.strip(_PLAIN)):
        blank = before.strip(LINE_ENDS)
        begin = at + before.index(blank)
        yield begin, begin + len(blank), blank
    for line in said:
        yield at + line.start(), at + line.end(), line[0]
