"""Lines as labels and values, those of a label that was broken into several put together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

import attrs

from ..grid import Located, Row, Words
from ..marks import Sort

_VALUES = frozenset({Sort.NUMBER, Sort.DASH, Sort.BLANK, Sort.GLUED})
_MOST_LINES_OF_A_LABEL = 4


@attrs.frozen
class Line:
    """One line of a stretch that is not blank, as runs of a label with what stands behind it.

    ``number`` counts the lines of the stretch, blank ones included; ``leading`` is the cell with
    the number that the line itself prints before its label.
    """

    number: int
    runs: tuple[Row, ...]
    leading: Located | None = None

    @property
    def index(self) -> int | None:
        """The number that the line itself prints before its label."""
        return None if self.leading is None else self.leading[2].count

    def with_leading(self) -> Line:
        """The line with that number among its cells."""
        if self.leading is None:
            return self
        first, *others = self.runs
        return Line(self.number, ([self.leading, *first], *others))

    @property
    def cells(self) -> Row:
        """All that stands on it."""
        return [cell for run in self.runs for cell in run]


def with_whole_labels(lines: list[Line], text: str, words: Words) -> Iterator[Line]:
    """The lines, those of a broken label put together where its values stand between its parts."""
    here = 0
    while here < len(lines):
        until = _end_of_broken_row(lines, here, text, words)
        if until > here + 1:
            yield _together(lines[here:until], text, words)
        else:
            yield lines[here]
        here = max(until, here + 1)


def _end_of_broken_row(lines: list[Line], here: int, text: str, words: Words) -> int:
    """Where lines end of which the parts together spell a label; ``here`` if there are none."""
    some: list[Line] = []
    parts: Row = []
    for until, line in enumerate(lines[here : here + _MOST_LINES_OF_A_LABEL], here + 1):
        some.append(line)
        found = _parts(line, text, words)
        parts += found
        if not parts:
            return here
        if len(some) == 1 or not found or _lines_with_values(some) > 1:
            continue
        if _stands_among_labels(some, parts):
            continue
        if words.spells_label(_spelled(parts, text)):
            return until
    return here


def _parts(line: Line, text: str, words: Words) -> Row:
    """The cells that may be parts of a label: words, and what is only the beginning of one."""
    return [
        (start, end, mark)
        for start, end, mark in line.cells
        if mark.sort is Sort.TEXT
        or (mark.sort is Sort.LABEL and words.begins_label(text[start:end]))
    ]


def _stands_among_labels(lines: list[Line], parts: Row) -> bool:
    """Whether labels of a header stand beside the parts of a broken one: nobody can tell where.

    Beside the broken label of a row there is at most the heading of its group.
    """
    labels = sum(is_label(cell) and cell not in parts for line in lines for cell in line.cells)
    return labels > 1 and not _lines_with_values(lines)


def _lines_with_values(lines: list[Line]) -> int:
    return sum(any(map(is_value, line.cells)) for line in lines)


def _spelled(parts: Row, text: str) -> str:
    return "".join(text[start:end] for start, end, _ in parts)


def _together(lines: list[Line], text: str, words: Words) -> Line:
    """Lines of one row as one line: headings first, then the label, then its values.

    Where a part of the broken label stands before another label, that one is the row's.
    """
    parts = [part for line in lines for part in _parts(line, text, words)]
    start, end, _ = parts[0]
    broken = (start, end, words.marks[_spelled(parts, text)])
    cells = [cell for line in lines for cell in line.cells]
    labels = [cell for cell in cells if is_label(cell) and cell not in parts]
    is_heading = any(_stand_before_label(line, parts) for line in lines)
    named = [broken, *labels] if is_heading else [*labels, broken]
    return Line(lines[-1].number, ([*named, *filter(is_value, cells)],))


def _stand_before_label(line: Line, parts: Row) -> bool:
    """Whether a line with values has a part of a broken label before the label of its row."""
    before = list(takewhile(lambda cell: not is_value(cell), line.cells))
    has_values = len(before) < len(line.cells)
    return has_values and len(before) > 1 and before[0] in parts and before[-1] not in parts


def is_label(cell: Located) -> bool:
    """Whether a cell is a label."""
    return cell[2].sort is Sort.LABEL


def is_value(cell: Located) -> bool:
    """Whether a cell is what stands where a figure is due, or digits behind a label."""
    return cell[2].sort in _VALUES
