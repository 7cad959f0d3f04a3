"""Rows whose figures may belong to other rows, as rows are short and stray figures stand about.

Sub-rows that the agency added below a row of the form own such figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise, zip_longest
from typing import TypeGuard

from more_itertools import ilen, map_reduce, rstrip, unique

from ...declare import Form
from ...grids.choosing import Candidate
from ...grids.entries import Beside, Entry
from ...grids.header import Header
from ...grids.shown import Shown
from ...labels.marks import FIGURES, MARKS, Sort
from ...labels.vocabulary import Role
from ...layouts.grid import Located, Row, is_blank
from ...text.source import Place
from ..rows.due_row import DueRow
from ..standing import gaps_between
from .dropped import drops_repeated_lines, rows_that_follow
from .sifted import Setting, Sifted, without_taken

_TWO_FIGURES = 2
_ABOVE_NO_ROWS = frozenset({Role.CAPTION, Role.SECTION})


def without_scattered(lines: Sequence[DueRow], setting: Setting) -> Sifted:
    """Drop rows whose figures may belong to other rows.

    If some rows of a table are short and stray figures stand outside any row, the strays may be the
    missing cells, and then other figures may have moved too.  A caption that has moved is as good a
    sign as a stray figure; so is a row with too many figures, and then rows without any are not
    empty.  Sub-rows added below a row own their figures, and dropped lines have moved none.
    """
    short = [line for line in lines if line.has_too_few_cells]
    crowded = _crowded_tables(lines) | _tables_in_blocks(lines) if short else frozenset()
    moved = {*crowded, *_tables_of_moved_captions(setting.chosen)} if short else set()
    strays = _rows_missing_stray_figures(short)
    scattered = {line.table for line in short if line.table in moved or line.place in strays}
    if not scattered:
        return Sifted(lines)
    own = set[int]() if moved else _rows_certain_by_order(setting.chosen, setting.form)
    others = [
        line.table in scattered
        and not (line.is_full and line.place[0] in own)
        and _may_have_figures_of_others(line)
        for line in lines
    ]
    left, problems = without_taken(lines, others)
    return Sifted([line for line in left if line.filled or line.table not in crowded], problems)


def _rows_certain_by_order(chosen: Sequence[Candidate], form: Form | None) -> Set[int]:
    """The labels, by their start, whose figures are certain in texts with dropped lines."""
    some = (candidate for candidate in chosen if drops_repeated_lines([candidate]))
    return set[int]().union(*(rows_that_follow(candidate, form) for candidate in some))


def _rows_missing_stray_figures(lines: Sequence[DueRow]) -> Set[Place]:
    """The rows, by their place, that stray figures may belong to, unless sub-rows hold these."""
    with_strays = [line for line in lines if line.loose]
    grids = unique((line.candidate.shown for line in with_strays), key=id)
    return {line.place for line in with_strays}.difference(*map(_divided_rows, grids))


def _crowded_tables(lines: Iterable[DueRow]) -> frozenset[str]:
    """The tables with rows that have too many figures, some of which belong to other rows.

    A single row with two figures is not enough, as the second may just stand beside the first.
    """
    counted = ((line, sum(mark.sort in FIGURES for _, _, mark in line.filled)) for line in lines)
    crowded = [(line, count) for line, count in counted if count > line.due]
    several = Counter(line.table for line, _ in crowded)
    sure = {line.table for line, count in crowded if count > _TWO_FIGURES}
    return frozenset(table for table in several if table in sure or several[table] > 1)


def _tables_in_blocks(lines: Iterable[DueRow]) -> frozenset[str]:
    """The tables whose lines are not cells, but parts of a page in the order a tool found them.

    Signs of it are the rest of a label among the figures of its row, and column labels of which
    some share a line while others have their own.
    """
    rows = [line for line in lines if line.due > 1 and line.filled]
    return frozenset(
        line.table
        for line in rows
        if _holds_words_between(line) or _is_strewn_header(line.text, line.entry.header.cells)
    )


def _is_strewn_header(text: str, labels: Sequence[Located]) -> bool:
    """Whether a header stands on several lines, and one cell of it holds two column labels."""
    apart = any("\n" in gap for gap in gaps_between(labels, text))
    return apart and any(
        sum(MARKS[word].names_column for word in text[start:end].split()) > 1
        for start, end, mark in labels
        if mark.sort is Sort.TEXT
    )


def _holds_words_between(line: DueRow) -> bool:
    """Whether words stand between the first two figures of a row, on different lines."""
    if len(line.filled) == 1:
        return False
    gap = line.text[line.filled[0][1] : line.filled[1][0]]
    return "\n" in gap and any(map(str.isalpha, gap))


def _tables_of_moved_captions(chosen: Iterable[Candidate]) -> Iterator[str]:
    """The tables of captions with nothing beneath them that stand below rows they belong above."""
    for candidate in chosen:
        labels = candidate.shown.labels
        lowest: dict[str, int] = {}
        for term, below in zip_longest(labels, labels[1:]):
            if term.role is Role.ROW:
                lowest[term.table] = max(term.order, lowest.get(term.table, 0))
            bare = below is None or below.role in _ABOVE_NO_ROWS
            if bare and term.role is Role.CAPTION and term.order < lowest.get(term.table, 0):
                yield term.table


def _may_have_figures_of_others(line: DueRow) -> bool:
    """Whether a row's figures may belong to another row, in a table whose figures have moved.

    They are its own if they stand on the line of its label, or if sums are due along the row.
    """
    filled = line.filled
    if not filled or len(line.text[line.place[1] : filled[0][0] + 1].splitlines()) == 1:
        return False
    return not line.balances


_Widths = Mapping[Header, Set[int]]
"""The widths of the rows with figures beneath each header."""


def _divided_rows(shown: Shown) -> Set[Place]:
    """The rows of the form, by their place, that have sub-rows right below them.

    The sub-rows must hold all figures outside of rows, and each must have one for every column of
    its header, as the other rows there have; so these figures are certainly its own.
    """
    filled = (entry for entry in shown.entries if entry.filled)
    widths = map_reduce(filled, lambda e: e.header, lambda e: _width(e.values), set)
    whole = [
        (above, read)
        for above, read in pairwise(shown.reads)
        if _is_sub_row_below(read, above) and _is_whole(read, widths)
    ]
    cells = (cell for _, read in whole for cell in read.run.values)
    figures = sum(cell[2].sort is Sort.NUMBER for cell in cells)
    if figures != len(shown.loose):
        return set()
    return {above.place for above, _ in whole if isinstance(above, Entry)}


def _width(row: Row) -> int:
    """The number of cells of a row, without the empty ones at its end."""
    return ilen(rstrip(row, is_blank))


def _is_sub_row_below(read: Entry | Beside, above: Entry | Beside) -> TypeGuard[Beside]:
    """Whether an extra row stands right below a row, or another extra row, with its header."""
    if isinstance(read, Entry) or not read.is_extra_row:
        return False
    if isinstance(above, Entry):
        return above.header is read.context.header
    return above.is_extra_row and above.context.header is read.context.header


def _is_whole(read: Beside, widths: _Widths) -> bool:
    """Whether an extra row has a figure for each column of its header, as all rows there have."""
    header = read.context.header
    figures = list(rstrip(read.own_values[1:], is_blank))
    if not 1 < len(figures) == len(header.cells):
        return False
    alike = widths.get(header) == {len(figures)}
    return alike and all(cell[2].sort in FIGURES for cell in figures)
