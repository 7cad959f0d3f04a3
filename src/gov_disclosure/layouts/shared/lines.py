"""Lines of text as labels and values, for the layouts that separate cells by blanks, if at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...labels.marks import Sort
from ...text.pages import feet
from ..grid import Grid, Located, Row, Stretch, Words
from .along import begun_by
from .bulleted import without_bullets
from .line_runs import runs_of_line
from .numbered import (
    is_number_of_row,
    number_columns,
    without_numbers_between,
    without_numbers_of_rows,
)
from .screen import MEASURES, is_drawn
from .stepped import Numbered, Step, steps_of, whole
from .whole_rows import Line, is_label, is_value, with_whole_rows

_SENTENCE = re.compile("[，。；！？]")
_FEWEST_OF_A_SENTENCE = 3
"""A label, a figure, and how the sentence goes on."""
_MOST_IN_PROSE = 5
"""So many figures side by side are a row, whatever begins behind them."""
_SHORT_LINE = 120
_MANY_PARTS = 10
_MANY_DIGITS = 30
_DIGIT = re.compile("[0-9０-９]")


def rows_of(stretch: Stretch, words: Words) -> Grid:
    """A row from each label to the next.

    A line of values without a label belongs to the line above.  Where a blank line parts them,
    or they stand farther in but not behind the values above, nobody can tell: then neither is
    the row's.
    """
    grid: Grid = []
    previous = -2
    broken = False
    plain = without_bullets(list(_lines(stretch, words)), stretch.text)
    found = list(without_numbers_of_rows(list(plain)))
    whole = _with_whole_figures(found, stretch.text, words)
    for line in with_whole_rows(whole, stretch.text, words):
        for at, run in enumerate(line.runs):
            below = line.number == previous + 1
            if at == 0 and grid and _is_apart(grid[-1], run, stretch.text, below=below):
                broken = False
                grid += _apart(grid.pop(), run)
            elif at == 0 and grid and _takes(grid[-1], run, below=below, broken=broken):
                broken = not is_label(grid[-1][-1])
                grid[-1] += run
            else:
                broken = False
                grid.append(run)
        previous = line.number
    return grid


def _with_whole_figures(lines: list[Line], text: str, words: Words) -> list[Line]:
    """The lines, the figures of each row on one of them, though narrow columns broke some."""
    mended = list(lines)
    for step in steps_of([Numbered(line.number, line.cells) for line in lines], text):
        for at in range(step.at, step.at + len(step.lines)):
            figures = _figures(step, text, words) if at == step.middle else []
            mended[at] = lines[at].with_values(figures)
    return [line for line in mended if line.runs]


def _figures(step: Step, text: str, words: Words) -> Row:
    """The figures of a row in their order; all as one cell, where it is not told."""
    if step.unbroken:
        return [step.as_one_cell()]
    return [whole(*pieces, text, words.marks) for pieces in step.pieces]


def _takes(row: Row, run: Row, *, below: bool, broken: bool) -> bool:
    """Whether a row goes on with a line: it has no values yet, or the line is right below it.

    A row that was broken once may go on with words too: the rest of its label.
    """
    if any(map(is_label, run)):
        return False
    if is_label(row[-1]):
        return is_value(run[0]) or (run[0][2].sort is Sort.UNIT and is_value(run[-1]))
    figures = any(cell[2].sort is Sort.NUMBER for cell in run)
    return below and is_value(row[-1]) and (is_value(run[0]) or (broken and figures))


def _is_apart(row: Row, run: Row, text: str, *, below: bool) -> bool:
    """Whether values stand apart from a row with values, and may still belong to it."""
    may_belong = is_label(row[0]) and is_value(row[-1]) and all(map(is_value, run))
    return may_belong and (not below or _steps_back(row[-1], run[0], text))


def _steps_back(above: Located, value: Located, text: str) -> bool:
    """Whether a value is set below others in the midst of a line, rather than behind them.

    At its beginning a line that was too long just goes on.
    """
    line = text[text.rfind("\n", 0, above[0]) + 1 : above[1]]
    before = text[text.rfind("\n", 0, value[0]) + 1 : value[0]]
    return any(0 < measure(before) < measure(line) for measure in MEASURES)


def _apart(row: Row, run: Row) -> Grid:
    """The labels of a row, and all figures that may be its own as rows without a label."""
    labels = [cell for cell in row if is_label(cell)]
    return [labels, [cell for cell in row if not is_label(cell)], run]


def _lines(stretch: Stretch, words: Words) -> Iterator[Line]:
    numbers = stretch.page_numbers | feet(stretch.lines)
    begun = ""
    lines = zip(stretch.lines, stretch.folded, stretch.places, strict=True)
    for number, (line, folded, (start, _)) in enumerate(lines):
        if number in numbers or is_drawn(line) or not _may_hold_rows(line, words):
            continue
        found = list(runs_of_line(line, folded, start, begun, words))
        begun = begun_by(found, begun, stretch.text, words)
        said = tuple([run for run in found if not _is_prose(run, stretch.text)])
        runs = without_numbers_between(said)
        if number_columns(runs):
            continue
        if len(runs) > 1 and is_number_of_row(runs[0]):
            yield Line(number, runs[1:], runs[0][0])
        elif runs:
            yield Line(number, runs)


def _is_prose(run: Row, text: str) -> bool:
    """Whether a sentence goes on behind the figures of a label, which are few where it does."""
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
    """Whether a line can be more than prose: it is short, or has many parts, or many digits.

    Prose does not begin with two labels side by side either.
    """
    return (
        len(line) <= _SHORT_LINE
        or line.count(" ") >= _MANY_PARTS
        or len(_DIGIT.findall(line)) >= _MANY_DIGITS
        or words.stand_side_by_side(line)
    )
