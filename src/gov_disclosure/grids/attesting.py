"""What a grid shows, in the light of the heading that it stands beneath."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import attrs

from ..labels.marks import BLANK, FIGURES, MARKS
from ..labels.vocabulary import Role, vocabulary
from ..layouts.grid import Grid, Row, Stretch
from .context import ONE_LINE, Header
from .runs import Run
from .shown import Entry, Shown

_SPEAKING = frozenset({Role.CAPTION, Role.CORNER, Role.COLUMN})
_ENOUGH_ROWS = 5
_ENOUGH_FIGURES = 5
_MANY_STRANGERS = 3
_WORD = re.compile(r"\S+")


def attested(shown: Shown, beneath: str | None) -> Shown:
    """The grid without rows of tables for which nothing else speaks.

    A word like 行政处罚 with a number behind it stands in many tables that are no part of a
    report: there must be a header, a caption or further rows, or the section's heading.  So many
    figures as no table of another kind has behind such a label speak for themselves.
    """
    if all(entry.table == beneath for entry in shown.entries):
        return shown
    rows = {(term.table, term.key) for term in shown.labels if term.role is Role.ROW}
    count = Counter(table for table, _ in rows)
    sure = {term.table for term in shown.labels if term.role in _SPEAKING} | {beneath}
    wide = {entry.table for entry in shown.entries if _is_wide(entry)}
    tables = sure | wide | {table for table, number in count.items() if number >= _ENOUGH_ROWS}
    if tables.issuperset(entry.table for entry in shown.entries):
        return shown
    entries = [entry for entry in shown.entries if entry.table in tables]
    return attrs.evolve(shown, entries=entries)


def _count_strangers(grid: Grid, table: str, text: str) -> int:
    """How many words have no letter of any label of a table."""
    letters = _letters_of(table)
    cells = (cell for row in grid for cell in row if cell[2].is_words)
    return sum(letters.isdisjoint(text[start:end].strip()) for start, end, _ in cells)


@cache
def _letters_of(table: str) -> frozenset[str]:
    terms = (term for some in vocabulary().exact.values() for term in some)
    return frozenset(letter for term in terms if term.table == table for letter in term.label)


def _is_wide(entry: Entry) -> bool:
    figures = len(entry.filled) >= _ENOUGH_FIGURES
    return figures and all(mark.sort in FIGURES for _, _, mark in entry.filled)


def with_lone_line(shown: Shown, grid: Grid, stretch: Stretch) -> Shown:
    """The grid with its one line of figures, as many as the table has that the heading names.

    For tables that print all rows side by side, beneath headers that were broken to pieces; not
    beneath words that are no pieces of its labels, nor above such that stand side by side.
    """
    beneath = stretch.beneath
    if shown.entries or beneath not in ONE_LINE:
        return shown
    due = ONE_LINE[beneath]
    lines = [(at, _figures(row, stretch.text)) for at, row in enumerate(grid)]
    lines = [(at, figures) for at, figures in lines if len(figures) == due]
    if len(lines) != 1:
        return shown
    ((at, line),) = lines
    around = (grid[:at], *([row] for row in grid[at + 1 :]))
    if any(_count_strangers(rows, beneath, stretch.text) >= _MANY_STRANGERS for rows in around):
        return shown
    entry = Entry(Run([], line, len(line)), beneath, (), line, line, Header())
    reads = [entry if read.run.values is grid[at] else read for read in shown.reads]
    return attrs.evolve(shown, reads=reads, entries=[entry])


def _figures(row: Row, text: str) -> Row:
    """The figures of a row one by one, though some of its cells hold several; none beside words."""
    figures: Row = []
    for start, end, mark in row:
        if mark.several:
            words = _WORD.finditer(text, start, end)
            figures += [(*word.span(), MARKS[word[0]]) for word in words]
        elif mark is not BLANK:
            figures.append((start, end, mark))
    return figures if all(mark.sort in FIGURES for _, _, mark in figures) else []
