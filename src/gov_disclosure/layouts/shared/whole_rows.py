"""Lines as labels and values, with the parts of broken labels joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice, pairwise, product, takewhile

import attrs
from more_itertools import flatten

from ...labels.marks import Mark, Sort
from ..grid import Located, Row, Stretch, Words, is_label
from .label_parts import MOST_LINES, is_number_of, one_cell, said_in
from .stepped import NumberedLine, below_their_labels, may_stand_below

_VALUES = frozenset({Sort.NUMBER, Sort.DASH, Sort.BLANK, Sort.GLUED})
_WORDS = frozenset({Sort.TEXT})
_WORDS_ALONE = _WORDS | {Sort.UNIT}
_MOST_PIECES = 3
_MOST_SELECTIONS = 64
"""The words with which a label begins have at most so many pieces between blanks."""
_NEXT = 2
"""The number of lines if the last is right below the first."""


@attrs.frozen
class RunsOfLine:
    """One line of a stretch that is not blank, as runs of a label with what stands behind it.

    ``number`` counts the lines of the stretch, blank ones included; ``leading`` is the cell with
    the number that the line prints before its label.
    """

    number: int
    runs: tuple[Row, ...]
    leading: Located | None = None

    @property
    def index(self) -> int | None:
        """The number that the line prints before its label."""
        return None if self.leading is None else self.leading[2].count

    def with_leading(self) -> RunsOfLine:
        """The line with that number among its cells."""
        if self.leading is None:
            return self
        first, *others = self.runs
        return RunsOfLine(self.number, ([self.leading, *first], *others))

    def with_values(self, values: Row) -> RunsOfLine:
        """The line with other values behind its last label."""
        *others, last = [[cell for cell in run if not is_value(cell)] for run in self.runs]
        runs = (*others, [*last, *values])
        return RunsOfLine(self.number, tuple(run for run in runs if run), self.leading)

    @cached_property
    def cells(self) -> Row:
        """All its cells."""
        return [cell for run in self.runs for cell in run]

    @cached_property
    def has_values(self) -> bool:
        """Whether any of its cells is a value."""
        return any(map(is_value, self.cells))


def with_whole_rows(lines: list[RunsOfLine], stretch: Stretch) -> Iterator[RunsOfLine]:
    """Join the lines of a row that a broken label or narrow columns separated."""
    begun = _with_labels_begun_above(lines, stretch)
    return _with_whole_labels(_with_figures_beside(begun, stretch), stretch)


def _with_labels_begun_above(lines: list[RunsOfLine], stretch: Stretch) -> list[RunsOfLine]:
    """Join labels with their first words, or their number, at the end of the line above."""
    mended = list(lines)
    for at, (above, line) in enumerate(pairwise(lines)):
        label = line.runs[0][0]
        begun = _begun(above.runs[-1], label, stretch)
        if begun:
            whole = one_cell(begun[0], label, stretch)
            kept = mended[at].runs[-1][: -len(begun)]
            mended[at] = attrs.evolve(mended[at], runs=(*mended[at].runs[:-1], kept))
            mended[at + 1] = attrs.evolve(line, runs=([whole, *line.runs[0][1:]], *line.runs[1:]))
    return mended


def _begun(run: Row, label: Located, stretch: Stretch) -> Row:
    """The end of a row that begins the label on the line below: its number or first words."""
    if len(run) > 1 and is_number_of(run[-1], label, stretch):
        return run[-1:]
    behind = [*takewhile(lambda cell: cell[2].sort is Sort.TEXT, reversed(run))][:_MOST_PIECES]
    if len(behind) == len(run) or not any(map(is_value, run)):
        return []
    starts = (run[-many:] for many in range(len(behind), 0, -1))
    return next(
        (one for one in starts if stretch.words.spells_label(stretch.text[one[0][0] : label[1]])),
        [],
    )


def _with_figures_beside(lines: list[RunsOfLine], stretch: Stretch) -> list[RunsOfLine]:
    """Move figures that stand below the label of their row to its line."""
    if not any(may_stand_below(line.runs[0][0], line.runs[-1][-1]) for line in lines):
        return lines
    mended = list(lines)
    numbered = [NumberedLine(line.number, line.cells) for line in lines]
    for at in below_their_labels(numbered, stretch):
        mended[at - 1] = lines[at - 1].with_values(numbered[at].values)
        mended[at] = lines[at].with_values([])
    return [line for line in mended if line.runs]


def _with_whole_labels(lines: list[RunsOfLine], stretch: Stretch) -> Iterator[RunsOfLine]:
    """Join the lines of a broken label if its values stand between its parts."""
    here = 0
    while here < len(lines):
        until, parts = _end_of_broken_row(lines, here, stretch)
        if until > here + 1:
            yield _merged(lines[here:until], parts, stretch)
        else:
            yield lines[here]
        here = max(until, here + 1)


def _end_of_broken_row(lines: list[RunsOfLine], here: int, stretch: Stretch) -> tuple[int, Row]:
    """The end of the lines whose parts spell a label, and the parts; ``here`` if none do."""
    some: list[RunsOfLine] = []
    before: list[Row] = []
    for until, line in enumerate(lines[here : here + MOST_LINES], here + 1):
        some.append(line)
        parts = [*before, _parts(line, stretch)]
        if not parts[0]:
            break
        before = parts
        parts = [*parts[:-1], parts[-1] or _lone_label(some)]
        if len(some) == 1 or not parts[-1] or _lines_with_values(some) > 1:
            continue
        if _stands_among_labels(some, list(flatten(parts))):
            continue
        spelled = _spelling(parts, _lines_with_values(some) > 0, stretch)
        if spelled and _is_one_row(some, spelled, stretch):
            return until, spelled
    return here, []


def _spelling(parts: Sequence[Row], with_values: bool, stretch: Stretch) -> Row:
    """The parts that spell a label: all, or in a row those behind the heading of its group.

    On some lines only the heading may stand.
    """
    rows = (list(flatten(parts)), *(_last_parts(parts) if with_values else ()))
    return next((row for row in rows if stretch.words.spells_label(said_in(row, stretch.text))), [])


def _last_parts(parts: Sequence[Row]) -> Iterator[Row]:
    """Selections of last parts: those of the first and last line, and of any lines between."""
    first, *others, last = [line[-1:] for line in parts]
    selections = product(*([line, []] if line else [[]] for line in others))
    for between in islice(selections, _MOST_SELECTIONS):
        yield [*first, *flatten(between), *last]


def _parts(line: RunsOfLine, stretch: Stretch) -> Row:
    """The cells that may be parts of a label: words, and labels that are only the beginning of one.

    The end of one may look like a unit, on a line by itself: 自然 and 人.
    """
    sorts = _WORDS_ALONE if len(line.cells) == 1 else _WORDS
    return [
        (start, end, mark)
        for start, end, mark in line.cells
        if mark.sort in sorts or _may_be_a_beginning(stretch.text[start:end], mark, stretch.words)
    ]


def _may_be_a_beginning(said: str, mark: Mark, words: Words) -> bool:
    """Whether a label is only the beginning of one; a row's label may continue with a remark."""
    if mark.sort is not Sort.LABEL:
        return False
    return words.begins_label(said) or (mark.names_row and words.begins_label(f"{said}("))


def _lone_label(lines: list[RunsOfLine]) -> Row:
    """The label alone on the last line, as the end of a broken one, right below or below figures.

    It may be 数量, which some forms print above figures, or the label of a group's first row.
    """
    cells = lines[-1].cells
    if len(cells) != 1 or not is_label(cells[0]):
        return []
    return cells if len(lines) == _NEXT or _lines_with_values(lines) else []


def _stands_among_labels(lines: list[RunsOfLine], parts: Row) -> bool:
    """Whether labels of a header stand beside a broken one, so that its place is not known.

    Beside the broken label of a row there is at most the heading of its group.  A single column
    label is no obstacle if it shares its line with a part.
    """
    if _lines_with_values(lines):
        return False
    labels = _other_labels(lines, parts)
    columns = [label for label in labels if label[2].names_column]
    return len(labels) > 1 or (bool(columns) and not _are_beside(lines, parts, labels))


def _are_beside(lines: Sequence[RunsOfLine], parts: Row, labels: Row) -> bool:
    """Whether a part of a broken label stands on the line of another label."""
    return any(
        any(cell in parts for cell in line.cells) and any(cell in labels for cell in line.cells)
        for line in lines
    )


def _lines_with_values(lines: list[RunsOfLine]) -> int:
    return sum([line.has_values for line in lines])


def _merged(lines: list[RunsOfLine], parts: Row, stretch: Stretch) -> RunsOfLine:
    """Merge the lines of one row: headings first, then the label, then its values.

    A heading may begin behind the row.  Labels of columns keep their order.
    """
    broken = _joined_label(parts, stretch)
    labels = _other_labels(lines, parts)
    values = [cell for line in lines for cell in line.cells if is_value(cell)]
    number = lines[-1].number
    if not _is_heading(broken, labels):
        if labels and _stands_before_column(lines, parts, labels):
            return RunsOfLine(number, ([broken, *labels, *values],))
        return RunsOfLine(number, ([*labels, broken, *values],))
    if values and broken[0] > values[0][0]:
        return RunsOfLine(number, ([*labels, *values], [broken]))
    return RunsOfLine(number, ([broken, *labels, *values],))


def _stands_before_column(lines: Sequence[RunsOfLine], parts: Row, labels: Row) -> bool:
    """Whether a part of a broken column label stands right before another column's label."""
    return any(
        one in parts and other in labels and other[2].names_column
        for line in lines
        for one, other in pairwise(line.cells)
    )


def _joined_label(parts: Row, stretch: Stretch) -> Located:
    """The label that the parts spell, at the place of the first of them."""
    start, end, _ = parts[0]
    return start, end, stretch.words.marks[said_in(parts, stretch.text)]


def _other_labels(lines: Sequence[RunsOfLine], parts: Row) -> Row:
    return [cell for line in lines for cell in line.cells if is_label(cell) and cell not in parts]


def _is_heading(broken: Located, labels: Row) -> bool:
    """Whether a broken label is that of a group, with the label of its row among its parts."""
    return bool(labels) and broken[2].may_head_rows and not labels[-1][2].may_head_rows


def _is_one_row(lines: Sequence[RunsOfLine], parts: Row, stretch: Stretch) -> bool:
    """Whether figures among lines with a broken label can be those of one row only.

    Its label may be the broken one, or another above the figures, whose heading is the broken one.
    That one must not be broken as well.
    """
    broken = _joined_label(parts, stretch)[2]
    if broken.may_head_rows and _begin_another_label(lines, parts, stretch):
        return False
    rows = [at for at, _, mark in _other_labels(lines, parts) if _names_just_a_row(mark)]
    first = next((cell[0] for line in lines for cell in line.cells if is_value(cell)), None)
    if not rows or first is None:
        return True
    return len(rows) == 1 and not _names_just_a_row(broken) and rows[0] < first


def _begin_another_label(lines: Sequence[RunsOfLine], parts: Row, stretch: Stretch) -> bool:
    """Whether the last words right above figures begin a label, and are no part of a broken one."""
    above = takewhile(lambda line: not line.has_values, lines)
    last = [cell for line in above for cell in line.cells if cell[2].sort is Sort.TEXT][-1:]
    return any(
        cell not in parts and stretch.words.begins_label(stretch.text[cell[0] : cell[1]])
        for cell in last
    )


def _names_just_a_row(mark: Mark) -> bool:
    return mark.names_row and not mark.may_head_rows


def is_value(cell: Located) -> bool:
    """Whether a cell is a value, or digits glued to a label."""
    return cell[2].sort in _VALUES
