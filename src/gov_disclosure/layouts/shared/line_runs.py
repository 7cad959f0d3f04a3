"""Lines as runs, each a label with what stands behind it, where at most blanks separate cells.

The line above may have begun the label that a line continues.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...labels.marks import LONGEST_LABEL, TEXT, WORDS, Sort, glued
from ...text.fold import fold
from ..grid import Located, Row, Words
from .parts import PIPE, PUNCTUATION, CellPart

_START = re.compile(
    r"(?<=[\s0-9/—–-])\S|(?<=[^\W\d])(?:[一二三四五六七]、|\([一二三四五六七]\)|[1-9]\.(?![0-9]))"
)
"""Where a label may begin within a line: behind a blank or a figure, or with its own number."""
_REMARK = re.compile(r"\([^()]{1,40}\)|\([^()\s]{1,40}(?=\s{2}|\s[0-9]|\s*$)")
"""A remark behind a label, or the part of it that fits on the line."""
_BEHIND_LABEL = re.compile(r"[\s0-9+(/—–-]|[增减无]|[^\W\d_]{1,2}[0-9—-]")
_FIGURES = "0123456789"


def labels_along(folded: str, at: int, words: Words) -> Iterator[tuple[int, int]]:
    """The places of the labels from a place on: behind a blank, a digit, or another label."""
    while at < len(folded):
        end = words.end_of_label(folded, at)
        end = None if end is None else _end_with_remark(folded, at, end, words)
        if end is not None:
            yield at, end
            at = end
        else:
            found = _START.search(folded, at + 1)
            at = found.start() if found else len(folded)


def begun_by(runs: Sequence[Row], begun: str, text: str, words: Words) -> str:
    """The words at the end of a line that are the beginning of a label, folded.

    A line that consists only of words may continue the previous line; blank lines change nothing.
    """
    if not runs:
        return begun
    start, end, mark = runs[-1][-1]
    if mark.sort not in WORDS or end - start > LONGEST_LABEL:
        return ""
    said = fold(text[start:end])
    fills = len(runs) == len(runs[0]) == 1
    wholes = (begun + said, said) if fills else (said,)
    return next(filter(words.begins_label, wholes), "")


def end_of_rest(begun: str, folded: str, words: Words) -> int:
    """The end of the rest of a label that a line begins with; 0 if it begins with none.

    A line that begins with a whole label is no rest, nor is one whose first word leaves the label
    still incomplete.
    """
    first = len(folded) - len(folded.lstrip())
    if not begun or words.end_of_label(folded, first) is not None:
        return 0
    whole = begun + folded[first:]
    end = words.end_of_label(whole, 0)
    if end is None or end <= len(begun) or words.begins_label(begun + folded[first:].split()[0]):
        return 0
    end = _end_with_remark(whole, 0, end, words)
    return 0 if end is None else first + end - len(begun)


def _end_with_remark(folded: str, start: int, end: int, words: Words) -> int | None:
    """The end of a label with the remark behind it; None if it is the beginning of a longer word.

    The number of the next label, right behind this one, is no remark.
    """
    if words.end_of_label(folded, end) is not None:
        return end
    remark = _REMARK.match(folded, end)
    ends = (_without_figure(folded, start, remark.end(), words), end) if remark else (end,)
    return next((end for end in ends if _may_end_at(folded, end, words)), None)


def _without_figure(folded: str, start: int, end: int, words: Words) -> int:
    """The end of a label with the part of its remark that fits, before a figure glued to it."""
    words_alone = folded[start:end].rstrip(_FIGURES)
    touches = words.begins_label(words_alone) and not words.begins_label(folded[start:end])
    return start + len(words_alone) if touches else end


def _may_end_at(folded: str, end: int, words: Words) -> bool:
    """Whether the text behind a place shows that no longer word continues there."""
    ends = end == len(folded) or _BEHIND_LABEL.match(folded, end) is not None
    return ends or words.end_of_label(folded, end) is not None


_PIECE = re.compile(
    r"(?:[增减][加少]?[ \t]+(?=[0-9０-９]))?(?:[(（][^()（）0-9０-９]{1,20}[)）]|\S)+"
    r"(?:(?<=[0-9０-９])[ \t]+[余多](?![0-9０-９])\S{0,3}(?!\S))?"
)
"""Text between blanks outside of brackets; words for the sign of a figure, or for a surplus
(``12 余件``), belong to it."""

_REST_OF_REMARK = re.compile(r"\s{0,60}[^\W\d][^()]{0,60} [0-9]{1,2} ?[^\W\d]{1,4}\)")
"""The rest of a remark that was opened on a line above: its figure (信息计 1 条)) is in no cell."""
_NO_CELL = frozenset(PUNCTUATION)
_YEAR = re.compile(r"(?:19|20)\d\d[ \t]+年")
"""A year with a blank behind it, as some programs set it: its figure is in no cell."""
_WORDS_AND_FIGURE = re.compile(r"(\S*?[^\W\d_、][、]?)([0-9—/-]\S*|无)")
_LONGEST_UNIT = 2
_FARTHEST_PIPE = 120
_DIGIT = re.compile("[0-9０-９]")


def runs_of_line(line: str, folded: str, start: int, begun: str, words: Words) -> Iterator[Row]:
    """Split a line into runs of a label and the cells behind it; the first may have no label.

    The first may instead begin with the rest of a label, or of a remark, which a line above began.
    """
    if _DIGIT.search(line) is None and words.marks[line.strip()].sort is Sort.UNIT:
        yield [(start, start + len(line), words.marks[line.strip()])]
        return
    remark = _REST_OF_REMARK.match(folded)
    rest = remark.end() if remark else end_of_rest(begun, folded, words)
    rest = rest if remark or folded[rest:].strip() else 0
    labels = list(labels_along(folded, rest, words))
    ends = [begin for begin, _ in labels] + [len(line)]
    leading = _cells_between(line, rest, ends[0], start, words)
    if rest:
        said = CellPart.of(line[:rest], start)
        yield [(said.start, said.end, TEXT), *_with_glued_mark(leading, said.end)]
    elif leading:
        yield leading
    for (begin, end), until in zip(labels, ends[1:], strict=True):
        label = (start + begin, start + end, words.marks[line[begin:end]])
        values = _cells_between(line, end, until, start, words)
        yield [label, *_with_glued_mark(values, start + end)]


def _cells_between(line: str, begin: int, until: int, start: int, words: Words) -> Row:
    """The cells between two places of a line; mostly just a blank between labels."""
    if not line[begin:until].strip():
        return []
    return list(_split_cells(line, begin, until, start, words))


def _split_cells(line: str, begin: int, until: int, start: int, words: Words) -> Iterator[Located]:
    for piece in _PIECE.finditer(line, begin, until):
        if _YEAR.match(line, piece.start()) or _is_invisible(piece[0]):
            continue
        if _NO_CELL.issuperset(piece[0]) and not _may_be_misread_zero(piece, line, begin, until):
            continue
        if piece[0] == PIPE and not line[: min(piece.start(), _FARTHEST_PIPE)].strip():
            continue
        if _only_separates_labels(piece, line, until, words):
            continue
        at = start + piece.start()
        said = _WORDS_AND_FIGURE.fullmatch(fold(piece[0]))
        if said is not None and _are_separate_words(piece[0], said[1], words):
            yield at, at + len(said[1]), words.marks[said[1]]
            yield at + len(said[1]), start + piece.end(), words.marks[said[2]]
        else:
            yield at, start + piece.end(), words.marks[piece[0]]


def _is_invisible(piece: str) -> bool:
    """Whether all characters have no width: where blanks separate cells, that is no cell."""
    return not piece.isascii() and not fold(piece).strip()


def _may_be_misread_zero(piece: re.Match[str], line: str, begin: int, until: int) -> bool:
    """Whether a full stop stands by itself in the place of a figure: a misread zero."""
    apart = piece[0] == "。" and line[piece.start() - 1].isspace()
    return apart and _DIGIT.search(line, begin, until) is None


def _only_separates_labels(piece: re.Match[str], line: str, until: int, words: Words) -> bool:
    """Whether a dash only separates two labels: nothing stands between it and the next one."""
    before_label = piece.end() == until < len(line) and not fold(piece[0])[-1].isspace()
    return before_label and words.marks[piece[0]].sort is Sort.DASH


def _are_separate_words(piece: str, said: str, words: Words) -> bool:
    """Whether words before a figure are separate from it: a unit, or the part of a label that fits.

    A figure may as well stand within a label.
    """
    if len(said) <= _LONGEST_UNIT:
        return words.marks[said].sort is Sort.UNIT
    return words.begins_label(said) and not words.begins_label(piece)


def _with_glued_mark(values: Row, end_of_label: int) -> Row:
    """Mark digits that follow their label without a blank as glued."""
    if len(values) != 1 or values[0][0] != end_of_label:
        return values
    start, end, mark = values[0]
    return [(start, end, glued(mark))]
