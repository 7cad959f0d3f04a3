"""Lines of figures of a stack, in which each cell has a line, or a paragraph, of its own.

If all cells do, the empty ones as well, each label is followed by as many cells as its row has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...labels.marks import MARKS
from ...layouts.grid import Stretch
from ...text.source import LINE_ENDS, PAGE_BREAK
from .figure_lines import EMPTY, NUMBER, VALUES, PlacedLine, kinds_of, starts_of
from .templates import LONGEST_LABELS, heads_rows, is_line, words_of

_MOST_LINES = 3
"""The most lines of a paragraph with a cell, with the empty lines behind it."""
_LINE_END = re.compile(f"[{LINE_ENDS}]")
_LINE = re.compile(rf"([^{VALUES}]+)([{VALUES}]*)")
"""The kinds of labels, and of the cells behind them."""


def lines_in_stack(stretch: Stretch, first: int) -> Iterator[PlacedLine]:
    """The lines of figures of a table with this first line, as far as they are plain."""
    start = stretch.places[first][0]
    said, apart = _cells_and_distance(stretch.text[start : stretch.end])
    marks = list(map(MARKS.__getitem__, said))
    kinds = kinds_of(marks)
    starts = starts_of(said, start, apart)
    above = ""
    for found in _LINE.finditer(kinds):
        at, labels, end = found.start(), found.end(1), found.end()
        words = above + words_of("|".join(said[at:labels]))
        if len(words) > LONGEST_LABELS:
            return
        count = end - labels
        if end == len(kinds):
            count = _count_due(words, found[2])
        end = labels + count
        if is_line(words, count) and not _LINE_END.search("|".join(said[labels:end])):
            values = slice(labels - at, end - at)
            yield PlacedLine(words, starts[at], said[at:end], values, marks[labels:end], apart)
            above = ""
        elif NUMBER not in found[2] and heads_rows(words):
            above = words
        else:
            return


def _cells_and_distance(text: str) -> tuple[Sequence[str], int]:
    """The texts of the cells, and the number of characters between two.

    Rows have no such cells, nor have several pages, whose numbers may stand between cells.
    """
    if "|" in text or PAGE_BREAK in text:
        return (), 0
    end = "\r\n" if "\r\n" in text else "\n"
    stack = text.removesuffix(end)
    behind_tabs = stack.removesuffix("\t").split("\t" + end)
    if len(behind_tabs) > 1:
        stand_in_rows = any("\t" in cell for cell in behind_tabs)
        return ((), 0) if stand_in_rows else (behind_tabs, 1 + len(end))
    paragraphs = stack.split(end + end)
    lines = stack.split(end)
    if "" in paragraphs or len(lines) > _MOST_LINES * len(paragraphs):
        return lines, len(end)
    return paragraphs, 2 * len(end)


def _count_due(words: str, kinds: str) -> int:
    """Count the last cells of a stack that belong to its last line.

    Empty ones at the end may belong to what follows, unless the first cell is empty and another is
    not: then the first may itself be no cell.
    """
    least = len(kinds.rstrip(EMPTY))
    sure = kinds if least and kinds.startswith(EMPTY) else kinds[:least]
    counts = range(len(kinds), len(sure) - 1, -1)
    return next((count for count in counts if is_line(words, count)), len(kinds))
