"""Lines as runs, each a label with what stands behind it, where at most blanks separate cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...labels.marks import TEXT, Sort, glued
from ...text.fold import fold
from ..grid import Located, Row, Words
from .along import end_of_rest, labels_along
from .parts import PUNCTUATION, CellPart
from .piped import PIPE

_PIECE = re.compile(
    r"(?:[增减][加少]?[ \t]+(?=[0-9０-９]))?(?:[(（][^()（）0-9０-９]{1,20}[)）]|\S)+"
    r"(?:(?<=[0-9０-９])[ \t]+[余多](?![0-9０-９])\S{0,3}(?!\S))?"
)
"""Text between blanks outside of brackets; words for the sign of a figure, or for a surplus
(``12 余件``), belong to it."""

_NO_CELL = frozenset(PUNCTUATION)
_YEAR = re.compile(r"(?:19|20)\d\d[ \t]+年")
"""A year with a blank behind it, as some programs set it: its figure is in no cell."""
_WORDS_AND_FIGURE = re.compile(r"(\S*?[^\W\d_、][、]?)([0-9—/-]\S*|无)")
_LONGEST_UNIT = 2
_FARTHEST_PIPE = 120
_DIGIT = re.compile("[0-9０-９]")


def runs_of_line(line: str, folded: str, start: int, begun: str, words: Words) -> Iterator[Row]:
    """Split a line into runs of a label and the cells behind it; the first may have no label.

    The first may instead begin with the rest of a label which the line above began.
    """
    if _DIGIT.search(line) is None and words.marks[line.strip()].sort is Sort.UNIT:
        yield [(start, start + len(line), words.marks[line.strip()])]
        return
    rest = end_of_rest(begun, folded, words)
    rest = rest if folded[rest:].strip() else 0
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
