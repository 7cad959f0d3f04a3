"""Lines as labels and values, those of a label that was broken into several put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise, product, takewhile

import attrs
from more_itertools import flatten

from ...labels.marks import Mark, Sort
from ..grid import Located, Row, Words
from .margins import below_their_labels, may_stand_below
from .parts import is_number_of
from .stepped import Numbered

_VALUES = frozenset({Sort.NUMBER, Sort.DASH, Sort.BLANK, Sort.GLUED})
_WORDS = frozenset({Sort.TEXT})
_WORDS_ALONE = _WORDS | {Sort.UNIT}
_MOST_LINES_OF_A_LABEL = 8
_MOST_PIECES = 3
"""Blanks part no more pieces of the words with which a label begins."""
_NEXT = 2
"""So many lines there are where the last is right below the first."""


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

    def with_values(self, values: Row) -> Line:
        """The line with other values behind its last label."""
        *others, last = [[cell for cell in run if not is_value(cell)] for run in self.runs]
        runs = (*others, [*last, *values])
        return Line(self.number, tuple(run for run in runs if run), self.leading)

    @cached_property
    def cells(self) -> Row:
        """All that stands on it."""
        return [cell for run in self.runs for cell in run]

    @cached_property
    def has_values(self) -> bool:
        """Whether any of it stands where a figure is due."""
        return any(map(is_value, self.cells))


def with_whole_rows(lines: list[Line], text: str, words: Words) -> Iterator[Line]:
    """The lines, those of a row put together that a broken label or narrow columns parted."""
    begun = _with_labels_begun_above(lines, text, words)
    return _with_whole_labels(_with_figures_beside(begun, text, words), text, words)


def _with_labels_begun_above(lines: list[Line], text: str, words: Words) -> list[Line]:
    """The lines, labels put together with what of them, or of their number, ends the line above."""
    mended = list(lines)
    for at, (above, line) in enumerate(pairwise(lines)):
        label = line.runs[0][0]
        begun = _begun(above.runs[-1], label, text, words)
        if begun:
            whole = (begun[0][0], label[1], words.marks[text[begun[0][0] : label[1]]])
            kept = mended[at].runs[-1][: -len(begun)]
            mended[at] = attrs.evolve(mended[at], runs=(*mended[at].runs[:-1], kept))
            mended[at + 1] = attrs.evolve(line, runs=([whole, *line.runs[0][1:]], *line.runs[1:]))
    return mended


def _begun(run: Row, label: Located, text: str, words: Words) -> Row:
    """What ends a row and begins the label on the line below: its number, or its first words."""
    if len(run) > 1 and is_number_of(run[-1], label, text, words):
        return run[-1:]
    behind = [*takewhile(lambda cell: cell[2].sort is Sort.TEXT, reversed(run))][:_MOST_PIECES]
    if len(behind) == len(run) or not any(map(is_value, run)):
        return []
    starts = (run[-many:] for many in range(len(behind), 0, -1))
    return next((one for one in starts if words.spells_label(text[one[0][0] : label[1]])), [])


def _with_figures_beside(lines: list[Line], text: str, words: Words) -> list[Line]:
    """The lines, figures that stand below the label of their row on its line."""
    if not any(may_stand_below(line.runs[0][0], line.runs[-1][-1]) for line in lines):
        return lines
    mended = list(lines)
    numbered = [Numbered(line.number, line.cells) for line in lines]
    for at in below_their_labels(numbered, text, words):
        mended[at - 1] = lines[at - 1].with_values(numbered[at].values)
        mended[at] = lines[at].with_values([])
    return [line for line in mended if line.runs]


def _with_whole_labels(lines: list[Line], text: str, words: Words) -> Iterator[Line]:
    """The lines, those of a broken label put together where its values stand between its parts."""
    here = 0
    while here < len(lines):
        until, parts = _end_of_broken_row(lines, here, text, words)
        if until > here + 1:
            yield _together(lines[here:until], parts, text, words)
        else:
            yield lines[here]
        here = max(until, here + 1)


def _end_of_broken_row(lines: list[Line], here: int, text: str, words: Words) -> tuple[int, Row]:
    """Where lines end of which parts together spell a label, and these; ``here`` for none."""
    some: list[Line] = []
    before: list[Row] = []
    for until, line in enumerate(lines[here : here + _MOST_LINES_OF_A_LABEL], here + 1):
        some.append(line)
        parts = [*before, _parts(line, text, words)]
        if not parts[0]:
            break
        before = parts
        parts = [*parts[:-1], parts[-1] or _lone_label(some)]
        if len(some) == 1 or not parts[-1] or _lines_with_values(some) > 1:
            continue
        if _stands_among_labels(some, list(flatten(parts))):
            continue
        spelled = _spelling(parts, _lines_with_values(some) > 0, text, words)
        if spelled and _is_one_row(some, spelled, text, words):
            return until, spelled
    return here, []


def _spelling(parts: Sequence[Row], with_values: bool, text: str, words: Words) -> Row:
    """The parts that spell a label: all, or of a row those behind the heading of its group.

    On some lines only the heading may stand.
    """
    rows = (list(flatten(parts)), *(_last_parts(parts) if with_values else ()))
    return next((row for row in rows if words.spells_label(_spelled(row, text))), [])


def _last_parts(parts: Sequence[Row]) -> Iterator[Row]:
    """The last parts of the first and the last line, and of all, some or none between."""
    first, *others, last = [line[-1:] for line in parts]
    for between in product(*([line, []] if line else [[]] for line in others)):
        yield [*first, *flatten(between), *last]


def _parts(line: Line, text: str, words: Words) -> Row:
    """The cells that may be parts of a label: words, and what is only the beginning of one.

    The end of one may look like a unit, on a line by itself: 自然 and 人.
    """
    sorts = _WORDS_ALONE if len(line.cells) == 1 else _WORDS
    return [
        (start, end, mark)
        for start, end, mark in line.cells
        if mark.sort in sorts or _goes_on(text[start:end], mark, words)
    ]


def _goes_on(said: str, mark: Mark, words: Words) -> bool:
    """Whether a label is only the beginning of one; a row's may be that of one with a remark."""
    if mark.sort is not Sort.LABEL:
        return False
    return words.begins_label(said) or (mark.names_row and words.begins_label(f"{said}("))


def _lone_label(lines: list[Line]) -> Row:
    """The label alone on the last line, right below or below figures: the end of a broken one.

    So 数量 is, which some forms print above figures, and the label of a row that its first row has.
    """
    cells = lines[-1].cells
    if len(cells) != 1 or not is_label(cells[0]):
        return []
    return cells if len(lines) == _NEXT or _lines_with_values(lines) else []


def _stands_among_labels(lines: list[Line], parts: Row) -> bool:
    """Whether labels of a header stand beside the parts of a broken one: nobody can tell where.

    Beside the broken label of a row there is at most the heading of its group.  Of one column the
    line tells, if a part stands on it too.
    """
    if _lines_with_values(lines):
        return False
    labels = _other_labels(lines, parts)
    columns = [label for label in labels if label[2].names_column]
    return len(labels) > 1 or (bool(columns) and not _are_beside(lines, parts, labels))


def _are_beside(lines: Sequence[Line], parts: Row, labels: Row) -> bool:
    """Whether a part of a broken label stands on the line of another one."""
    return any(
        any(cell in parts for cell in line.cells) and any(cell in labels for cell in line.cells)
        for line in lines
    )


def _lines_with_values(lines: list[Line]) -> int:
    return sum([line.has_values for line in lines])


def _spelled(parts: Row, text: str) -> str:
    return "".join(text[start:end] for start, end, _ in parts)


def _together(lines: list[Line], parts: Row, text: str, words: Words) -> Line:
    """Lines of one row as one line: headings first, then the label, then its values.

    A heading may begin behind the row.  Labels of columns keep their order.
    """
    broken = _whole(parts, text, words)
    labels = _other_labels(lines, parts)
    values = [cell for line in lines for cell in line.cells if is_value(cell)]
    number = lines[-1].number
    if not _is_heading(broken, labels):
        if labels and _begins_a_line_of(lines, parts, labels):
            return Line(number, ([broken, *labels, *values],))
        return Line(number, ([*labels, broken, *values],))
    if values and broken[0] > values[0][0]:
        return Line(number, ([*labels, *values], [broken]))
    return Line(number, ([broken, *labels, *values],))


def _begins_a_line_of(lines: Sequence[Line], parts: Row, labels: Row) -> bool:
    """Whether a part of a broken label of a column stands right before another column's label."""
    return any(
        one in parts and other in labels and other[2].names_column
        for line in lines
        for one, other in pairwise(line.cells)
    )


def _whole(parts: Row, text: str, words: Words) -> Located:
    """The label that the parts spell, where the first of them stands."""
    start, end, _ = parts[0]
    return start, end, words.marks[_spelled(parts, text)]


def _other_labels(lines: Sequence[Line], parts: Row) -> Row:
    return [cell for line in lines for cell in line.cells if is_label(cell) and cell not in parts]


def _is_heading(broken: Located, labels: Row) -> bool:
    """Whether a broken label is that of the group of the row whose label stands among its parts."""
    return bool(labels) and broken[2].may_head_rows and not labels[-1][2].may_head_rows


def _is_one_row(lines: Sequence[Line], parts: Row, text: str, words: Words) -> bool:
    """Whether figures among lines with a broken label can be those of one row only.

    Its label may be the broken one, or another above them, of which that one is the heading.
    """
    broken = _whole(parts, text, words)[2]
    rows = [at for at, _, mark in _other_labels(lines, parts) if _names_just_a_row(mark)]
    first = next((cell[0] for line in lines for cell in line.cells if is_value(cell)), None)
    if not rows or first is None:
        return True
    return len(rows) == 1 and not _names_just_a_row(broken) and rows[0] < first


def _names_just_a_row(mark: Mark) -> bool:
    return mark.names_row and not mark.may_head_rows


def is_label(cell: Located) -> bool:
    """Whether a cell is a label."""
    return cell[2].sort is Sort.LABEL


def is_value(cell: Located) -> bool:
    """Whether a cell is what stands where a figure is due, or digits behind a label."""
    return cell[2].sort in _VALUES
