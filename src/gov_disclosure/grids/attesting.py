"""Checks of what a grid shows against the heading that it stands beneath."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import attrs

from ..labels.marks import BLANK, FIGURES, MARKS
from ..labels.vocabulary import Role, vocabulary
from ..layouts.grid import Grid, Row, Stretch
from .context import ONE_LINE
from .entries import Entry
from .glance import is_line_of_zeros, names_columns
from .header import Header
from .runs import Run
from .shown import Shown

_SPEAKING = frozenset({Role.CAPTION, Role.CORNER, Role.COLUMN})
_ENOUGH_ROWS = 5
_ENOUGH_FIGURES = 5
_MANY_STRANGERS = 3
_WORD = re.compile(r"\S+")
_DIGIT = re.compile(r"\d")


def attested(shown: Shown, beneath: str | None) -> Shown:
    """Drop rows of a table unless something else shows that the table is there.

    A word like 行政处罚 with a number behind it stands in many tables that are in no report.  A
    header, a caption, the section's heading or further rows confirm it; so do more figures behind
    the label than other tables have.
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
    """Count the words that share no letter with any label of a table."""
    letters = _letters_of(table)
    cells = (cell for row in grid for cell in row if cell[2].is_words)
    return sum(letters.isdisjoint(text[start:end].strip()) for start, end, _ in cells)


@cache
def _letters_of(table: str) -> frozenset[str]:
    """All letters in the labels of a table."""
    terms = (term for some in vocabulary().exact.values() for term in some)
    return frozenset(letter for term in terms if term.table == table for letter in term.label)


def _is_wide(entry: Entry) -> bool:
    """Whether an entry has many values, all of them figures."""
    figures = len(entry.filled) >= _ENOUGH_FIGURES
    return figures and all(mark.sort in FIGURES for _, _, mark in entry.filled)


def with_lone_line(shown: Shown, grid: Grid, stretch: Stretch) -> Shown:
    """Read the one line with as many figures as the table that the heading names.

    For one-line tables beneath headers that were broken to pieces; not where strange words stand
    above or on a line below, since these are no pieces of its labels.
    """
    beneath = stretch.beneath
    if shown.entries or beneath not in ONE_LINE:
        return shown
    due = ONE_LINE[beneath]
    lines = [(at, _split_figures(row, stretch.text)) for at, row in enumerate(grid)]
    lines = [(at, figures) for at, figures in lines if len(figures) == due]
    if not lines:
        return _with_zeros(shown, beneath, stretch)
    if len(lines) != 1:
        return shown
    ((at, line),) = lines
    around = (grid[:at], *([row] for row in grid[at + 1 :]))
    if any(_count_strangers(rows, beneath, stretch.text) >= _MANY_STRANGERS for rows in around):
        return shown
    entry = Entry(Run([], line, len(line)), beneath, (), line, line, Header())
    reads = [entry if read.run.values is grid[at] else read for read in shown.reads]
    return attrs.evolve(shown, reads=reads, entries=[entry])


def _with_zeros(shown: Shown, table: str, stretch: Stretch) -> Shown:
    """Add the only line of a table if it is zeros that ran together, as many as it has cells.

    No figure but 0 begins with a zero.
    """
    lines = zip(stretch.lines, stretch.places, strict=True)
    lines_of_digits = [(line, place) for line, place in lines if _DIGIT.search(line)]
    if len(lines_of_digits) != 1 or not names_columns(stretch):
        return shown
    ((said, (start, _)),) = lines_of_digits
    if not is_line_of_zeros(said) or said.count("0") != ONE_LINE[table]:
        return shown
    zeros = [(start + at, start + at + 1, MARKS["0"]) for at, one in enumerate(said) if one == "0"]
    entry = Entry(Run([], zeros, len(zeros)), table, (), zeros, zeros, Header())
    return attrs.evolve(shown, reads=[*shown.reads, entry], entries=[entry])


def _split_figures(row: Row, text: str) -> Row:
    """The figures of a row one by one, even if a cell holds several; empty if it has words."""
    figures: Row = []
    for start, end, mark in row:
        if mark.several:
            words = _WORD.finditer(text, start, end)
            figures += [(*word.span(), MARKS[word[0]]) for word in words]
        elif mark is not BLANK:
            figures.append((start, end, mark))
    return figures if all(mark.sort in FIGURES for _, _, mark in figures) else []
