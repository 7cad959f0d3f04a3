"""Rows along lines, without what stands beside or below them and is not one of their figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

from ...labels.marks import DASH, TEXT, Sort
from ..grid import Grid, Located, Row, Stretch, is_label
from .lines import rows_of
from .whole_rows import is_value

_GAP = re.compile(r"\t|[ \u3000\xa0]{2}")
_BLANK_LINE = re.compile(r"\n\s*\n|\t\s*\n")
"""A line without words, or the end of a line that ends in an empty cell."""
_STAR = "*"
_FARTHEST = 200
"""No line is indented farther."""


def lined_rows(stretch: Stretch) -> Grid:
    """The rows of a stretch, each from a label to the next.

    A figure that shows that it stands outside of a row is a row by itself.
    """
    text = stretch.text
    rows = list(_with_shared_cells(stretch.once(rows_of), text))
    rows = [part for row in rows for part in _without_footer(row, stretch)]
    rows = _without_stars(list(_without_footnote_digits(rows)), text)
    if not _lie_on_lines(rows, text):
        return rows
    return [part for row in rows for part in _without_distant_number(row, text)]


def _with_shared_cells(rows: Grid, text: str) -> Iterator[Row]:
    """Merge two rows that share a cell, as it is not known whose the figures are."""
    shared: Row = []
    for row, following in pairwise([*rows, []]):
        cells = [*shared, *row]
        if _share_cell(row, following, text):
            shared = cells
            continue
        yield [(cells[0][0], row[0][1], TEXT), *row[1:]] if shared else row
        shared = []


def _share_cell(one: Row, other: Row, text: str) -> bool:
    """Whether two row labels stand closer together than the second one and its figures."""
    if len(one) > 1 or len(other) < 2 or not (one[0][2].names_row and other[0][2].names_row):
        return False
    between, behind = text[one[0][1] : other[0][0]], text[other[0][1] : other[1][0]]
    return between in ("", " ") and _GAP.search(behind) is not None


def _without_footer(row: Row, stretch: Stretch) -> Iterator[Row]:
    """Split a row from the words that begin a line below its figures.

    They are the rest of its label only if that is incomplete.
    """
    labels = [stretch.text[start:end] for start, end, _ in filter(is_label, row)]
    whole = not labels or stretch.words.spells_label(labels[-1])
    for at in range(1, len(row)):
        _, _, mark = row[at]
        begins = (mark is TEXT or mark.is_note) and is_value(row[at - 1])
        if whole and begins and _begins_line(row[at], stretch.text):
            yield row[:at]
            yield _as_words(row[at:])
            return
    yield row


def _as_words(row: Row) -> Row:
    """A footer as one cell: several words with figures among them are no row of a table."""
    several = sum(cell[2].is_words for cell in row) > 1
    return [(row[0][0], row[-1][1], TEXT)] if several else row


def _begins_line(cell: Located, text: str) -> bool:
    before = text[max(0, cell[0] - _FARTHEST) : cell[0]]
    return not before.rpartition("\n")[2].strip()


def _without_footnote_digits(rows: Grid) -> Iterator[Row]:
    """Split a row from a digit glued to its label, if the unit of its figure stands below.

    Only where a unit stands right below the label of another row, as figures then follow the unit.
    """
    units = [bool(other) and other[0][2].sort is Sort.UNIT for _, other in pairwise([*rows, []])]
    is_first = any(is_label(row[-1]) for row, unit in zip(rows, units, strict=True) if unit)
    for row, unit in zip(rows, units, strict=True):
        is_sign = unit and row[-1][2].sort is Sort.GLUED and any(map(is_label, row[-2:-1]))
        if is_sign and is_first:
            yield row[:-1]
            yield row[-1:]
        else:
            yield row


def _without_stars(rows: Grid, text: str) -> Grid:
    """Drop stars behind labels, which refer to notes, if no star stands for a figure."""
    starred = [[at for at, cell in enumerate(row) if _is_star(cell, text)] for row in rows]
    if not any(starred) or not all(map(_refers_to_note, rows, starred)):
        return rows
    return [
        [cell for place, cell in enumerate(row) if place not in stars]
        for row, stars in zip(rows, starred, strict=True)
    ]


def _is_star(cell: Located, text: str) -> bool:
    return cell[2] is DASH and text[cell[0] : cell[1]] == _STAR


def _refers_to_note(row: Row, stars: list[int]) -> bool:
    """Whether a star, if there is one, stands right behind the label and before figures."""
    return not stars or (
        len(stars) == 1 and 0 < stars[0] < len(row) - 1 and is_label(row[stars[0] - 1])
    )


def _lie_on_lines(rows: Iterable[Row], text: str) -> bool:
    """Whether the figures of half of the rows begin on the line of their label."""
    begun = [
        _text_before_values(row, text) for row in rows if is_label(row[0]) and is_value(row[-1])
    ]
    return 2 * sum("\n" in between for between in begun) <= len(begun)


def _without_distant_number(row: Row, text: str) -> Iterator[Row]:
    """Split a row from a single number below its label, if it is not right below.

    It may as well be a page number.
    """
    values = [cell for cell in row if not is_label(cell)]
    is_number = [cell[2].sort for cell in values] == [Sort.NUMBER]
    if is_number and len(row) > 1 and _BLANK_LINE.search(_text_before_values(row, text)):
        yield row[:-1]
        yield row[-1:]
    else:
        yield row


def _text_before_values(row: Row, text: str) -> str:
    """The text between the labels of a row and its values."""
    labels = list(takewhile(is_label, row))
    return text[labels[-1][1] : row[len(labels)][0]] if labels and len(labels) < len(row) else ""
