"""Lines of text as labels and values, for layouts in which at most blanks separate cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...labels.marks import DASH, DOUBTFUL, Sort
from ...text.pages import feet
from ...text.source import BULLETS
from ...text.width import MEASURES
from ..grid import Grid, Located, Row, Stretch, Words, is_label
from .line_runs import begun_by, runs_of_line
from .row_numbers import (
    is_number_of_row,
    number_columns,
    without_numbers_between,
    without_numbers_of_rows,
)
from .screen import is_drawn
from .stepped import NumberedLine, Step, joined_figure, steps_of
from .whole_rows import RunsOfLine, is_value, with_whole_rows

_SENTENCE = re.compile("[，。；！？]")
_FEWEST_OF_A_SENTENCE = 3
"""A label, a figure, and the continuation of the sentence."""
_MOST_IN_PROSE = 5
"""So many figures side by side are a row, whatever stands behind them."""
_SHORT_LINE = 120
_MANY_BLANKS = 10
_MANY_DIGITS = 30
_DIGIT = re.compile("[0-9０-９]")


def rows_of(stretch: Stretch) -> Grid:
    """A row from each label to the next.

    A line of values without a label belongs to the line above.  If a blank line separates them, or
    the line is indented but does not stand to the right of the values above, it is not known
    whether it does: then neither line belongs to the row.
    """
    grid: Grid = []
    previous = -2
    broken = False
    plain = without_bullets(list(_runs_of_lines(stretch)), stretch.text)
    found = list(without_numbers_of_rows(list(plain)))
    whole = _with_whole_figures(found, stretch)
    for line in with_whole_rows(whole, stretch):
        for at, run in enumerate(line.runs):
            below = line.number == previous + 1
            if at == 0 and grid and _is_apart(grid[-1], run, stretch.text, below=below):
                broken = False
                grid += _apart(grid.pop(), run)
            elif at == 0 and grid and _continues_with(grid[-1], run, below=below, broken=broken):
                broken = not is_label(grid[-1][-1])
                grid[-1] += run
            else:
                broken = False
                grid.append(run)
        previous = line.number
    return grid


def _with_whole_figures(lines: list[RunsOfLine], stretch: Stretch) -> list[RunsOfLine]:
    """Put the figures of each row on one line, though narrow columns broke some of them."""
    mended = list(lines)
    for step in steps_of([NumberedLine(line.number, line.cells) for line in lines], stretch.text):
        for at in range(step.at, step.at + len(step.lines)):
            figures = _figures_of_step(step, stretch) if at == step.middle else []
            mended[at] = lines[at].with_values(figures)
    return [line for line in mended if line.runs]


def _figures_of_step(step: Step, stretch: Stretch) -> Row:
    """The figures of a row in order, or all as one cell if their order is not known."""
    if step.unbroken:
        return [step.as_one_cell()]
    return [joined_figure(*pieces, stretch.text, stretch.words.marks) for pieces in step.pieces]


def _continues_with(row: Row, run: Row, *, below: bool, broken: bool) -> bool:
    """Whether a row continues with a line: it has no values yet, or the line is right below it.

    A row that was broken once may continue with words too: the rest of its label.
    """
    if any(map(is_label, run)):
        return False
    if is_label(row[-1]):
        return is_value(run[0]) or (run[0][2].sort is Sort.UNIT and is_value(run[-1]))
    figures = any(cell[2].sort is Sort.NUMBER for cell in run)
    return below and is_value(row[-1]) and (is_value(run[0]) or (broken and figures))


def _is_apart(row: Row, run: Row, text: str, *, below: bool) -> bool:
    """Whether values stand apart from a row with values, although they may belong to it."""
    may_belong = is_label(row[0]) and is_value(row[-1]) and all(map(is_value, run))
    return may_belong and (not below or _steps_back(row[-1], run[0], text))


def _steps_back(above: Located, value: Located, text: str) -> bool:
    """Whether a value is set below others in the midst of a line, rather than to their right.

    At the beginning of a line, it just continues a line that was too long.
    """
    line = text[text.rfind("\n", 0, above[0]) + 1 : above[1]]
    before = text[text.rfind("\n", 0, value[0]) + 1 : value[0]]
    return any(0 < measure(before) < measure(line) for measure in MEASURES)


def _apart(row: Row, run: Row) -> Grid:
    """The labels of a row, and all figures that may be its own as rows without a label."""
    labels = [cell for cell in row if is_label(cell)]
    return [labels, [cell for cell in row if not is_label(cell)], run]


def _runs_of_lines(stretch: Stretch) -> Iterator[RunsOfLine]:
    numbers = stretch.page_numbers | feet(stretch.lines)
    begun = ""
    lines = zip(stretch.lines, stretch.folded, stretch.places, strict=True)
    for number, (line, folded, (start, _)) in enumerate(lines):
        if number in numbers or is_drawn(line) or not _may_hold_rows(line, stretch.words):
            continue
        found = list(runs_of_line(line, folded, start, begun, stretch.words))
        begun = begun_by(found, begun, stretch.text, stretch.words)
        said = tuple([run for run in found if not _is_prose(run, stretch.text)])
        runs = without_numbers_between(said)
        if number_columns(runs):
            continue
        if len(runs) > 1 and is_number_of_row(runs[0]):
            yield RunsOfLine(number, runs[1:], runs[0][0])
        elif runs:
            yield RunsOfLine(number, runs)


def _is_prose(run: Row, text: str) -> bool:
    """Whether a sentence continues behind the few figures of a label."""
    if len(run) < _FEWEST_OF_A_SENTENCE or not is_label(run[0]):
        return False
    figures = [at for at, cell in enumerate(run) if cell[2].sort is Sort.NUMBER]
    if figures[:_MOST_IN_PROSE] == list(range(1, _MOST_IN_PROSE + 1)):
        return False
    behind = run[figures[0] :] if figures else []
    return any(
        mark.sort is Sort.TEXT and _SENTENCE.search(text[start:end]) for start, end, mark in behind
    )


def _may_hold_rows(line: str, words: Words) -> bool:
    """Whether a line may be more than prose: it is short, has many pieces, or has many digits.

    Two labels side by side at its beginning show it too.
    """
    return (
        len(line) <= _SHORT_LINE
        or line.count(" ") >= _MANY_BLANKS
        or len(_DIGIT.findall(line)) >= _MANY_DIGITS
        or words.stand_side_by_side(line)
    )


_FEWEST_MARKED = 2
_NEARLY_ALL = 0.9
_WITH_LABEL = 2
"""The mark is a run by itself, as the label behind it begins another."""


def without_bullets(lines: Sequence[RunsOfLine], text: str) -> Sequence[RunsOfLine]:
    """Drop list marks, if one stands before nearly every row that begins a line.

    Before a figure such a mark may as well be its sign, and by itself a dash in a cell.
    """
    rows = [line for line in lines if _holds_row(line)]
    marked = sum(_begins_with_bullet(line, text) for line in rows)
    if len(rows) < _FEWEST_MARKED or marked < _NEARLY_ALL * len(rows):
        return lines
    return [_without_bullet(line, text) for line in lines]


def _without_bullet(line: RunsOfLine, text: str) -> RunsOfLine:
    if _begins_with_bullet(line, text):
        return RunsOfLine(line.number, line.runs[1:])
    (first, *rest), *others = line.runs
    if not _is_bullet(first, text):
        return line
    if rest and not is_value(rest[0]):
        return RunsOfLine(line.number, (rest, *others))
    start, end, _ = first
    return RunsOfLine(line.number, ([(start, end, DOUBTFUL), *rest], *others))


def _holds_row(line: RunsOfLine) -> bool:
    return any(run[0][2].names_row for run in line.runs)


def _begins_with_bullet(line: RunsOfLine, text: str) -> bool:
    """Whether a line begins with a mark, and a label stands behind it."""
    if len(line.runs) < _WITH_LABEL or len(line.runs[0]) > 1:
        return False
    return _is_bullet(line.runs[0][0], text) and bool(line.runs[1][0][2].terms)


def _is_bullet(cell: Located, text: str) -> bool:
    """Whether a cell is a mark at the beginning of a line."""
    start, end, mark = cell
    begins = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    return begins and mark is DASH and text[start:end].strip() in BULLETS
