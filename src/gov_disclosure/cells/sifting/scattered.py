"""Rows whose figures may be those of other rows, as some lack cells and others stand about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise, zip_longest

from more_itertools import unique

from ...declare import Form
from ...grids.choosing import Candidate
from ...labels.marks import FIGURES, MARKS, Sort
from ...labels.vocabulary import Role
from ...layouts.grid import Located
from ...text.source import Place
from ..rows.due_row import DueRow
from ..vouching.divided import divided_rows
from ..vouching.following import rows_that_follow
from ..vouching.once import drops_repeated_lines
from .sifted import Setting, Sifted, parted

_BESIDE = 2
_ABOVE_NO_ROWS = frozenset({Role.CAPTION, Role.SECTION})


def without_scattered(lines: Sequence[DueRow], setting: Setting) -> Sifted:
    """The lines without those whose figures may be those of other rows.

    So it is in a table of which rows lack cells, while figures stand outside of rows: those may
    be the lacking ones, and then others may have moved as well.  Captions that have moved tell
    the same, as figures may have moved like them; so does a row with figures too many, and then
    rows without any are not empty.  Rows that a row is divided into have their own; and where lines
    are dropped, none have moved.
    """
    lacking = [line for line in lines if line.lacks_cells]
    crowded = _crowded_tables(lines) | _tables_in_blocks(lines) if lacking else frozenset()
    moved = {*crowded, *_tables_of_moved_captions(setting.chosen)} if lacking else set()
    strays = _rows_with_strays(lacking)
    scattered = {
        line.table for line in lacking if line.table in moved or line.entry.place in strays
    }
    if not scattered:
        return Sifted(lines)
    own = set[int]() if moved else _rows_that_follow(setting.chosen, setting.form)
    others = [
        line.table in scattered
        and not (line.is_full and line.entry.place[0] in own)
        and _may_be_of_others(line)
        for line in lines
    ]
    left, problems = parted(lines, others)
    return Sifted([line for line in left if line.filled or line.table not in crowded], problems)


def _rows_that_follow(chosen: Sequence[Candidate], form: Form | None) -> Set[int]:
    """Where the labels stand behind whose figures no others can have come, as lines are dropped."""
    some = (candidate for candidate in chosen if drops_repeated_lines([candidate]))
    return set[int]().union(*(rows_that_follow(candidate, form) for candidate in some))


def _rows_with_strays(lines: Sequence[DueRow]) -> Set[Place]:
    """The rows, by their place, for which figures stand outside, unless these divide rows."""
    lacking = [line for line in lines if line.loose]
    grids = unique((line.candidate.shown for line in lacking), key=id)
    return {line.entry.place for line in lacking}.difference(*map(divided_rows, grids))


def _crowded_tables(lines: Iterable[DueRow]) -> frozenset[str]:
    """The tables with rows that have figures too many, some of which are others'.

    Where one is due, a second in a single row may just be beside it.
    """
    counted = ((line, sum(mark.sort in FIGURES for _, _, mark in line.filled)) for line in lines)
    crowded = [(line, count) for line, count in counted if count > line.due]
    several = Counter(line.table for line, _ in crowded)
    sure = {line.table for line, count in crowded if count > _BESIDE}
    return frozenset(table for table in several if table in sure or several[table] > 1)


def _tables_in_blocks(lines: Iterable[DueRow]) -> frozenset[str]:
    """The tables whose lines are no cells, but parts of a page in whatever order a tool found them.

    The rest of a label stands among the figures of its row there, or labels of columns share a
    line while others have their own.
    """
    rows = [line for line in lines if line.due > 1 and line.filled]
    return frozenset(
        line.table
        for line in rows
        if _holds_words_between(line) or _is_strewn(line.text, line.entry.header.cells)
    )


def _is_strewn(text: str, labels: Sequence[Located]) -> bool:
    """Whether labels of a header stand on several lines, and two of columns share one of them."""
    apart = any("\n" in text[one[1] : other[0]] for one, other in pairwise(labels))
    return apart and any(
        sum(MARKS[word].names_column for word in text[start:end].split()) > 1
        for start, end, mark in labels
        if mark.sort is Sort.TEXT
    )


def _holds_words_between(line: DueRow) -> bool:
    """Whether words stand between the first two figures of a row, which are on different lines."""
    if len(line.filled) == 1:
        return False
    gap = line.text[line.filled[0][1] : line.filled[1][0]]
    return "\n" in gap and any(map(str.isalpha, gap))


def _tables_of_moved_captions(chosen: Iterable[Candidate]) -> Iterator[str]:
    """The tables of captions with nothing beneath them, below rows which they belong above."""
    for candidate in chosen:
        labels = candidate.shown.labels
        lowest: dict[str, int] = {}
        for term, below in zip_longest(labels, labels[1:]):
            if term.role is Role.ROW:
                lowest[term.table] = max(term.order, lowest.get(term.table, 0))
            bare = below is None or below.role in _ABOVE_NO_ROWS
            if bare and term.role is Role.CAPTION and term.order < lowest.get(term.table, 0):
                yield term.table


def _may_be_of_others(line: DueRow) -> bool:
    """Whether a row's figures may be those of another row, where figures have moved.

    They are its own if they stand on the line of its label, or are held by sums.
    """
    filled = line.filled
    if not filled or len(line.text[line.entry.place[1] : filled[0][0] + 1].splitlines()) == 1:
        return False
    return not line.as_it_stands.balances
