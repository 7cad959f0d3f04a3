"""Lines as cells, for layouts with each cell on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, starmap

from more_itertools import split_when

from ...labels.marks import BLANK, LONGEST_LABEL, Mark, Sort
from ...text.fold import fold
from ...text.source import LINE_ENDS
from ..grid import Located, Row, Stretch, Words
from .around import with_labels_around
from .counted import without_counts
from .fractions import in_place_of_figures
from .openers import without_openers
from .parts import is_number_of
from .piped import PIPE, Segment, are_separated_by_pipes, pieces_between_pipes
from .tab_lines import are_separated_by_tabs, pieces_between_tabs

_MOST_PIECES = 8
_MOSTLY = 0.5
_SELDOM = 0.2
_MOST_PIECES_OF_A_FIGURE = 4
LONGEST_PIECE = 60
"""No line that is a part of a label is longer."""
_LONGEST_NUMBER = 6
"""No number before the words of a label is longer, with blanks within it."""
_LONGEST_LINE = 240
_AROUND_A_NUMBER = 8
_GAP = re.compile(r" {2,}")
_TAB = re.compile(r"\t+")
_LABEL_AND_NUMBER = {Sort.LABEL, Sort.NUMBER}
_SAYS_NOTHING = {Sort.UNIT, Sort.BLANK}
_LABEL_AND_UNIT = (Sort.LABEL, Sort.UNIT)
_HARD_SPACES = re.compile(r"^ *[\u3000\xa0][ \u3000\xa0]*$", re.MULTILINE)
_PLAIN = " " + LINE_ENDS
_AROUND = " \t" + PIPE
_PARTS_OF_LABELS = frozenset({Sort.TEXT, Sort.LABEL, Sort.UNIT})
"""The last piece of a label may look like a unit: 自然 and 人."""


def stacked_cells(stretch: Stretch, words: Words) -> Sequence[Located]:
    """The cells of a stretch, each on a line of its own; none if the stretch is no stack."""
    piped = stretch.is_piped or are_separated_by_pipes(stretch)
    pieces = pieces_between_pipes(stretch) if piped else _between_lines(stretch, words)
    parts = [
        part
        for piece in pieces
        for part in (_split_unit(piece, words) if " " in piece[2] else (piece,))
    ]
    whole = _join_labels_around(
        _cells_with_whole_labels(stretch.text, parts, words), stretch, words
    )
    cells = without_counts(stretch.text, without_openers(stretch.text, whole) if piped else whole)
    in_rows = piped and _stand_in_rows(stretch.text, cells)
    return [] if in_rows or _stand_in_columns(stretch.text, cells, words) else cells


def _between_lines(stretch: Stretch, words: Words) -> Iterable[Segment]:
    """The lines, or the pieces between tabs if tabs separate the cells."""
    if are_separated_by_tabs(stretch):
        return pieces_between_tabs(stretch, words)
    return _without_broken_figures(stretch, words)


def _hold_words(cells: Row) -> bool:
    return Sort.TEXT in {mark.sort for _, _, mark in cells}


def _join_labels_around(cells: Row, stretch: Stretch, words: Words) -> Row:
    """Join the parts of a label that a value stands between."""
    if not _hold_words(cells):
        return cells
    alone = [[cell] for cell in cells]
    return [cell for row in with_labels_around(alone, stretch, words) for cell in row]


def _stand_in_rows(text: str, cells: Sequence[Located]) -> bool:
    """Whether the cells between pipes stand in rows on lines, so that this is no stack.

    A number with a label behind it on its line shows it.  If numbers stand behind labels on a line,
    be it behind empty cells, so does an empty cell on a line, or a figure on a line without pipes:
    rows that break at empty cells have neither.
    """
    said = [cell for cell in cells if cell[2].sort not in _SAYS_NOTHING]
    shared = {
        one[2].sort
        for one, other in pairwise(said)
        if {one[2].sort, other[2].sort} == _LABEL_AND_NUMBER and _on_one_line(text, one, other)
    }
    if Sort.NUMBER in shared or Sort.LABEL not in shared:
        return Sort.NUMBER in shared
    return _has_empty_cell(text, cells) or any(_has_own_line(text, cell) for cell in cells)


def _has_own_line(text: str, cell: Located) -> bool:
    """Whether a number is all that its line says, without a pipe."""
    before = text[max(0, cell[0] - _AROUND_A_NUMBER) : cell[0]].rpartition("\n")[2]
    behind = text[cell[1] : cell[1] + _AROUND_A_NUMBER].partition("\n")[0]
    return cell[2].sort is Sort.NUMBER and not before.strip(" \t") and not behind.strip()


def _has_empty_cell(text: str, cells: Sequence[Located]) -> bool:
    """Whether a line holds an empty cell, up to a pipe."""
    return any(
        mark is BLANK and "|" in text[end : end + 1] and "\n" not in text[start:end]
        for start, end, mark in cells
    )


def _stand_in_columns(text: str, cells: Sequence[Located], words: Words) -> bool:
    """Whether several labels stand on a line far apart, so that this is no stack.

    A tab between a label and a figure shows it as well.
    """
    said = (
        text[start:end]
        for start, end, mark in cells
        if mark.sort is Sort.TEXT and end - start <= _LONGEST_LINE
    )
    return any(_has_columns(line, words) for line in said)


def _has_columns(line: str, words: Words) -> bool:
    labels = [words.marks[part].sort is Sort.LABEL for part in _GAP.split(line)]
    parts = [words.marks[part].sort for part in _TAB.split(line)] if "\t" in line else []
    return sum(labels) > 1 or (Sort.LABEL, Sort.NUMBER) in pairwise(parts)


def _on_one_line(text: str, one: Located, other: Located) -> bool:
    return len(text[one[1] : other[0] + 1].splitlines()) == 1


def _without_broken_figures(stretch: Stretch, words: Words) -> list[Segment]:
    """Join numbers right below each other, if empty lines separate the cells.

    More than a few such numbers are cells: then empty lines only separate labels.
    """
    numbered = _lines_without_edges(stretch, words)
    numbers = [number for number, _ in numbered]
    gaps = sum([other - one > 1 for one, other in pairwise(numbers)])
    if gaps <= _MOSTLY * len(numbered) or all(starmap(_are_separate, pairwise(numbered))):
        return [piece for _, piece in numbered]
    groups = ([piece for _, piece in group] for group in split_when(numbered, _are_separate))
    return [piece for group in groups for piece in _joined_figure(group, stretch.text)]


def _joined_figure(pieces: list[Segment], text: str) -> list[Segment]:
    """Join lines right below each other to one figure, unless it would have too many pieces."""
    if len(pieces) > _MOST_PIECES_OF_A_FIGURE:
        return pieces
    start, end = pieces[0][0], pieces[-1][1]
    return [(start, end, text[start:end])]


def _are_separate(one: tuple[int, Segment], other: tuple[int, Segment]) -> bool:
    """Whether two lines are not figures right below each other."""
    right_below = other[0] - one[0] == 1
    return not (right_below and one[1][2].isdecimal() and other[1][2].isdecimal())


def _lines_without_edges(stretch: Stretch, words: Words) -> Sequence[tuple[int, Segment]]:
    """The lines that are not empty, without page numbers and borders, with their numbers."""
    numbers = stretch.page_numbers.difference(in_place_of_figures(stretch, words))
    empty = "" if _blank_lines_are_cells(stretch) else " "
    lines = enumerate(zip(stretch.lines, stretch.places, strict=True))
    return [
        (number, _without_borders(said, start))
        for number, (line, (start, _)) in lines
        if (said := line.rstrip(LINE_ENDS)).strip(PIPE + " " if PIPE in said else empty)
        if number not in numbers
    ]


def _without_borders(said: str, start: int) -> Segment:
    """The text of a line without pipes and tabs around it, or all of it if it is only tabs."""
    kept = said.strip(_AROUND if PIPE in said else "\t") or said.strip(PIPE)
    at = start + said.index(kept)
    return at, at + len(kept), kept


def _blank_lines_are_cells(stretch: Stretch) -> bool:
    """Whether lines of plain spaces are empty cells.

    They only separate cells if they stand around all lines of hard spaces, which are the empty
    cells, and between most other lines.
    """
    if not _HARD_SPACES.search(stretch.text):
        return True
    lines = stretch.text.splitlines()
    said = [line.strip(_PLAIN) for line in lines if line]
    beside = [(one, other) for one, other in pairwise(said) if one and other]
    return len(beside) > _SELDOM * len(said) or any(
        not (one.strip() and other.strip()) for one, other in beside
    )


def _split_unit(piece: Segment, words: Words) -> Iterator[Segment]:
    """Split a label from the unit of its row behind it on its line.

    Likewise the label of a group of rows from the dash behind it.
    """
    start, end, said = piece
    label, _, unit = said.rpartition(" ")
    is_whole = words.marks[said].sort is Sort.UNIT
    mark, behind = words.marks[label], words.marks[unit].sort
    has_unit = (mark.sort, behind) == _LABEL_AND_UNIT
    is_of_group = bool(mark.terms) and not mark.names_cells and behind is Sort.DASH
    if not is_whole and (has_unit or is_of_group):
        yield start, start + len(label), label
        yield end - len(unit), end, unit
    else:
        yield piece


def _cells_with_whole_labels(text: str, pieces: list[Segment], words: Words) -> list[Located]:
    """Turn pieces into cells, joining those of broken labels."""
    marks = words.marks
    cells = [(start, end, marks[said.strip()]) for start, end, said in pieces]
    cells = _with_numbers(text, cells, words)
    if not (_hold_words(cells) or _hold_beginnings(text, cells, words)):
        return cells
    joined: list[Located] = []
    here = 0
    while here < len(cells):
        until = _end_of_label(text, cells, here, words)
        if until > here + 1:
            place = (cells[here][0], cells[until - 1][1])
            joined.append((*place, marks[text[slice(*place)]]))
        else:
            joined.append(cells[here])
        here = until
    return joined


def _hold_beginnings(text: str, cells: Sequence[Located], words: Words) -> bool:
    """Whether a label before another label is only the beginning of one."""
    labels = (one for one, other in pairwise(cells) if one[2].sort is Sort.LABEL is other[2].sort)
    return any(words.begins_label(text[start:end].strip()) for start, end, _ in labels)


def _with_numbers(text: str, cells: list[Located], words: Words) -> list[Located]:
    """Join labels with their number, or the beginning of it, in the cell before."""
    for at in range(len(cells) - 1, 0, -1):
        if is_number_of(cells[at - 1], cells[at], text, words):
            begin, end = cells[at - 1][0], cells[at][1]
            cells[at - 1 : at + 1] = [(begin, end, words.marks[text[begin:end]])]
    return cells


def _end_of_label(text: str, cells: Sequence[Located], here: int, words: Words) -> int:
    """The end of the label that begins with this piece: the most pieces that spell one."""
    following = cells[here + 1][2].sort if here + 1 < len(cells) else Sort.BLANK
    if not _may_continue(text[slice(*cells[here][:2])].strip(), cells[here][2], following, words):
        return here + 1
    last = _end_of_pieces(cells, here)
    for until in range(last, here + 1, -1):
        if words.spells_label(text[cells[here][0] : cells[until - 1][1]]):
            return until
    return here + 1


def _may_continue(said: str, mark: Mark, following: Sort, words: Words) -> bool:
    """Whether a label may begin with a piece and continue with the one that follows.

    The end of a label may look like another: 数量 is what some forms print above their figures.
    """
    if mark.sort is Sort.TEXT:
        return _may_begin_label(said, words)
    goes_on = following is Sort.TEXT or (following is Sort.LABEL and words.begins_label(said))
    return mark.sort is Sort.LABEL and goes_on


def _may_begin_label(said: str, words: Words) -> bool:
    """Whether a label may begin with words that are no label, or with its number.

    What stands in brackets may be no part of it.
    """
    return len(said) <= _LONGEST_NUMBER or "(" in fold(said) or words.begins_label(said)


def _end_of_pieces(cells: Sequence[Located], here: int) -> int:
    """The end of the pieces from here on that may be parts of one label."""
    start = cells[here][0]
    until = here
    while until < min(here + _MOST_PIECES, len(cells)):
        begin, end, mark = cells[until]
        if not _may_be_part(mark) or end - begin > LONGEST_PIECE or end - start > LONGEST_LABEL:
            break
        until += 1
    return until


def _may_be_part(mark: Mark) -> bool:
    return mark.sort in _PARTS_OF_LABELS
