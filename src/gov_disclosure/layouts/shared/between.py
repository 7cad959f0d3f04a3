"""Rows on lines whose cells are separated by one delimiter, and the ways in which they break."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs
from more_itertools import map_reduce, split_at

from ...labels.marks import BLANK, DIGITS, FIGURES, Mark, Sort
from ...text.fold import fold
from ...text.source import LINE_ENDS
from ..grid import Grid, Row, Stretch, Words
from .broken_labels import with_labels_around, with_labels_over_lines
from .parts import PUNCTUATION
from .row_numbers import without_index

_DIGITS = frozenset("0123456789")
_DIGITS_ALONE = re.compile(r"\d{3,}")
"""Fewer digits may be a page number."""
_RULE = re.compile(r"(?=.*(?:-{3}|:-|-:))[\s|:+=-]++", re.DOTALL)


@attrs.frozen
class _Borders:
    """Whether a delimiter stands before the first cell of rows, and behind the last.

    ``most`` is the number of delimiters in the widest row.
    """

    before: bool
    behind: bool
    most: int


@attrs.frozen(eq=False)
class Between:
    """A reader of rows whose cells stand between delimiters, one row on each line.

    A line that holds nothing but one delimiter continues the row before it, if that ends in one:
    some extractors break the line at every empty cell.
    """

    delimiter: str

    def rows(self, stretch: Stretch) -> Grid:
        """One row for each line that is not empty, without the border before its first cell."""
        grid: Grid = []
        marks = stretch.words.marks
        borders = self._borders(stretch)
        previous = ""
        goes_on = False
        for at, (line, (start, _)) in enumerate(zip(stretch.lines, stretch.places, strict=True)):
            if self.delimiter not in line and at in stretch.page_numbers:
                continue
            cells = self._cells_of(line, start, stretch.words)
            alone = line.strip() == self.delimiter and self._is_closed(previous)
            if borders.behind and len(cells) > 1 and cells[-1][2] is BLANK:
                cells.pop()
            if (alone or goes_on) and grid:
                grid[-1] += cells
            elif cells[0][2].sort in DIGITS and self._is_unfinished(previous, cells, borders):
                _continue_row(grid[-1], cells, stretch.text, marks)
            elif cells[0][2].sort in FIGURES and self._ends_in_overhang(previous, cells, borders):
                grid[-1][-1:] = cells
            elif self._holds_cells(line, cells) and not self._is_rule(line):
                grid.append(_with_split_label(self._without_border(cells, line, borders), stretch))
            goes_on, previous = alone, line
        whole = list(with_labels_over_lines(grid, stretch, borders.most + 1))
        return without_index(list(with_labels_around(whole, stretch)))

    def _cells_of(self, line: str, start: int, words: Words) -> Row:
        """The cells before, between and behind the delimiters of a line."""
        if self.delimiter not in line:
            said = line.rstrip(LINE_ENDS)
            return [(start, start + len(said), words.marks[said])]
        cells: Row = []
        marks, width = words.marks, len(self.delimiter)
        for piece in line.rstrip(LINE_ENDS).split(self.delimiter):
            end = start + len(piece)
            cells.append((start, end, marks[piece]))
            start = end + width
        return cells

    def _without_border(self, cells: Row, line: str, borders: _Borders) -> Row:
        """The cells of a line without the empty one before its opening border."""
        opened = borders.before and line.lstrip().startswith(self.delimiter)
        return cells[1:] if opened and len(cells) > 1 else cells

    def _holds_cells(self, line: str, cells: Row) -> bool:
        """Whether a line is a row: it says something, or has several empty cells."""
        says = cells[0][2] is not BLANK or bool(line.strip())
        return says or line.count(self.delimiter) > 1

    def _is_unfinished(self, line: str, rest: Row, borders: _Borders) -> bool:
        """Whether a line ends within a number, and the next may hold the missing cells of its row.

        Digits by themselves are the start of a row only if it has still more cells below the next
        line.
        """
        said = line.strip()
        within = self.delimiter in said
        if within and not line.rpartition(self.delimiter)[2].strip():
            return False
        missing = borders.most - (line.count(self.delimiter) + len(rest) - 1)
        begins = any(cell[2].terms for cell in rest)
        if begins or said[-1:] not in _DIGITS:
            return False
        return missing >= 0 if within else missing > 0 and _DIGITS_ALONE.fullmatch(said) is not None

    def _ends_in_overhang(self, line: str, rest: Row, borders: _Borders) -> bool:
        """Whether a line ends in mere punctuation, and the next line may hold its missing cells.

        A sign that reaches over the edge of its cell is printed as a line of the next one.
        """
        fits = line.count(self.delimiter) + len(rest) - 1 <= borders.most
        return fits and line.rpartition(self.delimiter)[2].strip() in {*PUNCTUATION}

    def _borders(self, stretch: Stretch) -> _Borders:
        """The borders of rows: before most of them, and behind all of the widest.

        The widest rows of each table count, as the widest of all may just end in empty cells.  So
        may a single widest row, if no other row ends in a border.  If rows as wide have no opening
        border, the first cell of the others is an empty cell.
        """
        lines = stretch.lines
        counted = [(line.count(self.delimiter), line) for line in lines]
        most = max([count for count, _ in counted])
        rows = [line for count, line in counted if count > 1]
        widest = [line for count, line in counted if count == most]
        widest += self._widest_of_tables(lines)
        opened = 2 * sum(map(self._is_opened, rows)) > len(rows)
        closed = all(map(self._is_closed, widest))
        if closed and len(widest) == 1 < len(rows):
            closed = sum(map(self._is_closed, rows)) > 1
        as_wide = (line for count, line in counted if count == most)
        before = opened and all(map(self._is_opened, as_wide))
        filled = max(map(self._count, stretch.given_lines)) if stretch.has_fillers else most
        return _Borders(before=before, behind=closed, most=filled)

    def _count(self, line: str) -> int:
        return line.count(self.delimiter)

    def _is_opened(self, row: str) -> bool:
        return not self.delimiter.isspace() and row.lstrip().startswith(self.delimiter)

    def _is_closed(self, row: str) -> bool:
        return row.rstrip(" \r\n").endswith(self.delimiter)

    def _widest_of_tables(self, lines: Sequence[str]) -> Iterator[str]:
        """The lines with the most delimiters between two blank lines, if there are several."""
        for table in split_at(lines, str.isspace):
            counted = map_reduce(table, lambda line: line.count(self.delimiter))
            most = max(counted, default=0)
            if most > 1 and len(counted[most]) > 1:
                yield from counted[most]

    def _is_rule(self, line: str) -> bool:
        return "-" in line and self.delimiter in line and _RULE.fullmatch(fold(line)) is not None


def _with_split_label(row: Row, stretch: Stretch) -> Row:
    """Split the first cell of a row into a label and figures, if blanks stand between them.

    A single figure may be anything if the line has no other cell.
    """
    if row[0][2].sort is not Sort.TEXT:
        return row
    start, until, _ = row[0]
    said = stretch.text[start:until].lstrip()
    end = stretch.words.end_of_label(fold(said), 0)
    if end is None or not said[end:][:1].isspace():
        return row
    figures, at = stretch.words.marks[said[end:]], until - len(said) + end
    if figures.several or (figures.sort in FIGURES and len(row) > 1):
        return [(start, at, stretch.words.marks[said[:end]]), (at, until, figures), *row[1:]]
    return row


def _continue_row(row: Row, rest: Row, text: str, marks: Mapping[str, Mark]) -> None:
    """Add to a row the cells behind the line end that broke its last cell."""
    begin, end = row.pop()[0], rest[0][1]
    row += [(begin, end, marks[text[begin:end]]), *rest[1:]]
