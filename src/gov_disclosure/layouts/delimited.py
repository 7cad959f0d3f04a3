"""Rows on lines, cells between delimiters: ``a | b | c |``, ``| a | b |``, tabs, markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs

from ..grid import Grid, Row, Stretch, Words, without_index
from ..marks import BLANK, Mark

_DIGITS = frozenset("0123456789")
_RULE = re.compile(r"[\s|:+=-]*-{3}[\s|:+=-]*")


@attrs.frozen(kw_only=True)
class Delimited:
    """A row on each line, its cells separated by one character.

    A line that holds nothing but one delimiter continues the row before it: some extractors
    break the line at every empty cell.
    """

    name: str
    delimiter: str
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """More than one delimiter a line makes rows likely; tabs in pairs are another one.

        Where corners are drawn, a cell may go over several lines, which are no rows.
        """
        content = stretch.content
        if "+--" in content or "+==" in content:
            return 0.0
        if self.delimiter.isspace() and self.delimiter not in content.replace(
            2 * self.delimiter, ""
        ):
            return 0.0
        return min(1.0, content.count(self.delimiter) / (1.5 * len(stretch.lines)))

    def read(self, stretch: Stretch, words: Words) -> Grid:
        """One row for each line that is not empty, without the border before its first cell."""
        grid: Grid = []
        closed, bordered = self._closes_rows(stretch.lines), self._opens_rows(stretch.lines)
        broken = unfinished = False
        for line, (start, _) in zip(stretch.lines, stretch.places, strict=True):
            said = line.strip()
            alone = said == self.delimiter
            if (alone or broken) and grid:
                grid[-1] += self._cells(line, start, closed, words.marks)
            elif unfinished and self._begins_with_number(said, words.marks):
                row = self._cells(line, start, closed, words.marks)
                _go_on(grid[-1], row, stretch.text, words.marks)
            elif (said or line.count(self.delimiter) > 1) and not self._is_rule(said):
                cells = self._cells(line, start, closed, words.marks)
                grid.append(cells[1:] if bordered and said.startswith(self.delimiter) else cells)
            broken = alone
            unfinished = self._is_unfinished(said, grid)
        return without_index(grid)

    def _is_unfinished(self, said: str, grid: Grid) -> bool:
        """Whether a line ends in the midst of a cell, perhaps of a number."""
        return said[-1:] in _DIGITS and self.delimiter in said and bool(grid)

    def _begins_with_number(self, said: str, marks: Mapping[str, Mark]) -> bool:
        return marks[said.partition(self.delimiter)[0].strip()].number is not None

    def _opens_rows(self, lines: list[str]) -> bool:
        """Whether a delimiter stands before the first cell too, as it does in most rows then."""
        rows = [line.lstrip() for line in lines if line.count(self.delimiter) > 1]
        opened = sum(row.startswith(self.delimiter) for row in rows)
        return not self.delimiter.isspace() and 2 * opened > len(rows)

    def _closes_rows(self, lines: list[str]) -> bool:
        """Whether a delimiter stands behind the last cell too, as in all the widest rows then."""
        counts = [line.count(self.delimiter) for line in lines]
        most = max(counts)
        widest = [line for line, count in zip(lines, counts, strict=True) if count == most]
        return all(row.rstrip(" \r\n").endswith(self.delimiter) for row in widest)

    def _is_rule(self, said: str) -> bool:
        return "---" in said and self.delimiter in said and _RULE.fullmatch(said) is not None

    def _cells(self, line: str, start: int, closed: bool, marks: Mapping[str, Mark]) -> Row:
        """The cells of a line; where rows are closed, nothing behind the last delimiter is one."""
        cells: Row = []
        for piece in line.split(self.delimiter):
            said = piece.strip()
            if said:
                at = start + piece.index(said)
                cells.append((at, at + len(said), marks[said]))
            else:
                cells.append((start, start + len(piece), BLANK))
            start += len(piece) + len(self.delimiter)
        if closed and cells[-1][2] is BLANK and len(cells) > 1:
            cells.pop()
        return cells


def _go_on(row: Row, rest: Row, text: str, marks: Mapping[str, Mark]) -> None:
    """Add to a row what follows the line end that broke its last cell."""
    begin, end = row.pop()[0], rest[0][1]
    row += [(begin, end, marks[text[begin:end]]), *rest[1:]]
