"""Lines of text as labels and values, for the layouts that separate cells by blanks, if at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...labels.marks import Sort, glued
from ...text.fold import fold
from ...text.pages import feet
from ..grid import Grid, Located, Row, Stretch, Words
from .bulleted import without_bullets
from .numbered import (
    is_number_of_row,
    number_columns,
    without_numbers_between,
    without_numbers_of_rows,
)
from .parts import PUNCTUATION
from .piped import PIPE
from .screen import MEASURES, is_drawn
from .stepped import Numbered, Step, steps_of, whole
from .whole_rows import Line, is_label, is_value, with_whole_rows

_START = re.compile(
    r"(?<=[\s0-9/—–-])\S|(?<=[^\W\d])(?:[一二三四五六七]、|\([一二三四五六七]\)|[1-9]\.(?![0-9]))"
)
"""Where a label may begin within a line: behind a blank or a figure, or with its own number."""
_PIECE = re.compile(
    r"(?:[增减][加少]?[ \t]+(?=[0-9０-９]))?(?:[(（][^()（）0-9０-９]{1,20}[)）]|\S)+"
)
"""What blanks part outside of brackets; a word that tells the sign of a figure belongs to it."""

_NO_CELL = frozenset(PUNCTUATION)
_YEAR = re.compile(r"(?:19|20)\d\d[ \t]+年")
"""A year with a blank behind it, as programs set type: the figure is none of a cell."""
_SENTENCE = re.compile("[，。；！？]")
_FEWEST_OF_A_SENTENCE = 3
"""A label, a figure, and how the sentence goes on."""
_MOST_IN_PROSE = 5
"""So many figures side by side are a row, whatever begins behind them."""
_REMARK = re.compile(r"\([^()]{1,40}\)|\([^()\s]{1,40}(?=\s{2}|\s[0-9]|\s*$)")
"""A remark behind a label, or as much of it as fits on the line."""

_BEHIND_LABEL = re.compile(r"[\s0-9+(/—–-]|[增减无]|[^\W\d_]{1,2}[0-9—-]")
_WORDS_AND_FIGURE = re.compile(r"(\S*?[^\W\d_、][、]?)([0-9—/-]\S*|无)")
_LONGEST_UNIT = 2
_SHORT_LINE = 120
_MANY_PARTS = 10
_MANY_DIGITS = 30
_DIGIT = re.compile("[0-9０-９]")
_FIGURES = "0123456789"


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
    lines = zip(stretch.lines, stretch.folded, stretch.places, strict=True)
    for number, (line, folded, (start, _)) in enumerate(lines):
        if number in numbers or is_drawn(line) or not _may_hold_rows(line, words):
            continue
        found = _runs(line, folded, start, words)
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


def _runs(line: str, folded: str, start: int, words: Words) -> Iterator[Row]:
    """The runs of a line, each a label with what stands behind it; the first may have none."""
    if _DIGIT.search(line) is None and words.marks[line.strip()].sort is Sort.UNIT:
        yield [(start, start + len(line), words.marks[line.strip()])]
        return
    labels = list(_labels(folded, words))
    ends = [begin for begin, _ in labels] + [len(line)]
    leading = _values(line, 0, ends[0], start, words)
    if leading:
        yield leading
    for (begin, end), until in zip(labels, ends[1:], strict=True):
        label = (start + begin, start + end, words.marks[line[begin:end]])
        values = _values(line, end, until, start, words)
        yield [label, *_glued(values, start + end)]


def _labels(folded: str, words: Words) -> Iterator[tuple[int, int]]:
    """Where labels stand: at the start, behind a blank or a digit, or behind another label."""
    at = 0
    while at < len(folded):
        end = words.end_of_label(folded, at)
        end = None if end is None else _end_with_remark(folded, at, end, words)
        if end is not None:
            yield at, end
            at = end
        else:
            found = _START.search(folded, at + 1)
            at = found.start() if found else len(folded)


def _end_with_remark(folded: str, start: int, end: int, words: Words) -> int | None:
    """The end of a label with the remark behind it; None if a longer word goes on there.

    The number of a label that goes on right there is no remark.
    """
    if words.end_of_label(folded, end) is not None:
        return end
    remark = _REMARK.match(folded, end)
    ends = (_without_figure(folded, start, remark.end(), words), end) if remark else (end,)
    return next((end for end in ends if _may_end_at(folded, end, words)), None)


def _without_figure(folded: str, start: int, end: int, words: Words) -> int:
    """The end of a label with as much of its remark as fits, before a figure that touches it."""
    words_alone = folded[start:end].rstrip(_FIGURES)
    touches = words.begins_label(words_alone) and not words.begins_label(folded[start:end])
    return start + len(words_alone) if touches else end


def _may_end_at(folded: str, end: int, words: Words) -> bool:
    """Whether what stands behind a place shows that no longer word goes on there."""
    ends = end == len(folded) or _BEHIND_LABEL.match(folded, end) is not None
    return ends or words.end_of_label(folded, end) is not None


def _values(line: str, begin: int, until: int, start: int, words: Words) -> Row:
    """What stands between two places of a line, mostly nothing but a blank between labels."""
    if not line[begin:until].strip():
        return []
    return list(_cells(line, begin, until, start, words))


def _cells(line: str, begin: int, until: int, start: int, words: Words) -> Iterator[Located]:
    for piece in _PIECE.finditer(line, begin, until):
        if _YEAR.match(line, piece.start()) or _shows_nothing(piece[0]):
            continue
        if _NO_CELL.issuperset(piece[0]) and not _may_be_nought(piece, line, begin, until):
            continue
        if piece[0] == PIPE and not line[: min(piece.start(), _SHORT_LINE)].strip():
            continue
        if _parts_labels(piece, line, until, words):
            continue
        at = start + piece.start()
        said = _WORDS_AND_FIGURE.fullmatch(fold(piece[0]))
        if said is not None and _part(piece[0], said[1], words):
            yield at, at + len(said[1]), words.marks[said[1]]
            yield at + len(said[1]), start + piece.end(), words.marks[said[2]]
        else:
            yield at, start + piece.end(), words.marks[piece[0]]


def _shows_nothing(piece: str) -> bool:
    """Whether all characters have no width: such a cell is none, where blanks part cells."""
    return not piece.isascii() and not fold(piece).strip()


def _may_be_nought(piece: re.Match[str], line: str, begin: int, until: int) -> bool:
    """Whether a full stop stands by itself where a figure is due: a nought that was misread."""
    apart = piece[0] == "。" and line[piece.start() - 1].isspace()
    return apart and _DIGIT.search(line, begin, until) is None


def _parts_labels(piece: re.Match[str], line: str, until: int, words: Words) -> bool:
    """Whether a dash just parts two labels: nothing stands between it and the next one."""
    before_label = piece.end() == until < len(line) and not fold(piece[0])[-1].isspace()
    return before_label and words.marks[piece[0]].sort is Sort.DASH


def _part(piece: str, said: str, words: Words) -> bool:
    """Whether words before a figure are no part of it: a unit, or as much of a label as fits.

    Figures may as well stand within a label.
    """
    if len(said) <= _LONGEST_UNIT:
        return words.marks[said].sort is Sort.UNIT
    return words.begins_label(said) and not words.begins_label(piece)


def _glued(values: Row, end_of_label: int) -> Row:
    """The values, digits that follow their label without a blank marked as such."""
    if len(values) != 1 or values[0][0] != end_of_label:
        return values
    start, end, mark = values[0]
    return [(start, end, glued(mark))]
