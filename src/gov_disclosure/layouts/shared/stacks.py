"""Lines as cells, for layouts with each cell on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...labels.marks import BLANK, FURNITURE, Sort
from ...text.furniture import names_no_figure
from ..grid import Located, Stretch, Words
from .broken_labels import cells_of_pieces, with_label_around_cell
from .parts import PIPE
from .row_numbers import labels_side_by_side, without_counts
from .stack_pieces import StackPiece, are_piped, pieces_of

_LONGEST_LINE = 240
_AROUND_A_NUMBER = 8
_GAP = re.compile(r" {2,}")
_TAB = re.compile(r"\t+")
_LABEL_AND_NUMBER = {Sort.LABEL, Sort.NUMBER}
_SAYS_NOTHING = {Sort.UNIT, Sort.BLANK}
_LABEL_AND_UNIT = (Sort.LABEL, Sort.UNIT)
_FEWEST_OPENED = 3
_NEAR_LABEL = 8
_FEWEST_ABOVE = 2
"""At least so many labels stand above rows: a corner by itself may be empty."""


def stacked_cells(stretch: Stretch) -> Sequence[Located]:
    """The cells of a stretch, each on a line of its own; none if the stretch is no stack.

    Buttons of the page stand in no cell, wherever a crawler left them.
    """
    piped = are_piped(stretch)
    parts = [
        part
        for piece in pieces_of(stretch)
        for part in (_split_unit(piece, stretch.words) if " " in piece[2] else (piece,))
    ]
    pieces = cells_of_pieces(stretch, parts)
    own = [cell for cell in pieces if not _is_of_page(cell, stretch.text)]
    whole = with_label_around_cell(own, stretch)
    cells = without_counts(stretch.text, _without_openers(stretch.text, whole) if piped else whole)
    in_rows = piped and _stand_in_rows(stretch.text, cells)
    return [] if in_rows or _stand_in_columns(stretch, cells) else cells


def _is_of_page(cell: Located, text: str) -> bool:
    """Whether a cell is furniture; words that may name the figure below them are none."""
    return cell[2] is FURNITURE and names_no_figure(text[cell[0] : cell[1]].strip())


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
    if cell[2].sort is not Sort.NUMBER:
        return False
    before = text[max(0, cell[0] - _AROUND_A_NUMBER) : cell[0]].rpartition("\n")[2]
    behind = text[cell[1] : cell[1] + _AROUND_A_NUMBER].partition("\n")[0]
    return not before.strip(" \t") and not behind.strip()


def _has_empty_cell(text: str, cells: Sequence[Located]) -> bool:
    """Whether a line holds an empty cell, up to a pipe."""
    return any(
        mark is BLANK and "|" in text[end : end + 1] and "\n" not in text[start:end]
        for start, end, mark in cells
    )


def _stand_in_columns(stretch: Stretch, cells: Sequence[Located]) -> bool:
    """Whether several labels stand on a line far apart, so that this is no stack.

    A tab between a label and a figure shows it as well.
    """
    said = (
        stretch.text[start:end]
        for start, end, mark in cells
        if mark.sort is Sort.TEXT and end - start <= _LONGEST_LINE
    )
    return any(_has_columns(line, stretch.words) for line in said)


def _has_columns(line: str, words: Words) -> bool:
    labels = [words.marks[part].sort is Sort.LABEL for part in _GAP.split(line)]
    parts = [words.marks[part].sort for part in _TAB.split(line)] if "\t" in line else []
    return sum(labels) > 1 or (Sort.LABEL, Sort.NUMBER) in pairwise(parts)


def _on_one_line(text: str, one: Located, other: Located) -> bool:
    return len(text[one[1] : other[0] + 1].splitlines()) == 1


def _split_unit(piece: StackPiece, words: Words) -> Iterator[StackPiece]:
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


def _without_openers(text: str, cells: Sequence[Located]) -> Sequence[Located]:
    """Drop the empty cell before each row, if there is one before all labels.

    It has a line of its own, or begins that of a row.  Before the labels above rows it cannot be
    the last cell of a row.  A row without a label stands right behind the labels of columns.
    """
    runs = list(labels_side_by_side(cells))
    opened = all(first > 0 and _is_opener(text, *cells[first - 1 : first + 1]) for first, _ in runs)
    above_rows = sum(not cells[end - 1][2].names_row for _, end in runs)
    if not opened or len(runs) < _FEWEST_OPENED or above_rows < _FEWEST_ABOVE:
        return cells
    behind_columns = {end for _, end in runs if cells[end - 1][2].names_column}
    openers = {first - 1 for first, _ in runs} | behind_columns
    return [cell for at, cell in enumerate(cells) if at not in openers or cell[2] is not BLANK]


def _is_opener(text: str, cell: Located, label: Located) -> bool:
    """Whether the pipe behind an empty cell stands above a label, or before it on its line."""
    above = "\n" in text[cell[1] : label[0]]
    behind = text[label[1] : label[1] + _NEAR_LABEL].partition("\n")[0]
    return cell[2] is BLANK and (above or PIPE in behind)
