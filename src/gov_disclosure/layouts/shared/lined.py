"""Rows along lines without what stands beside or below them, and is none of their figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

from ...labels.marks import DASH, TEXT, Sort
from ..grid import Grid, Located, Row, Stretch, Words
from .lines import rows_of
from .whole_rows import is_label, is_value

_GAP = re.compile(r"\t|[ \u3000\xa0]{2}")
_BLANK_LINE = re.compile(r"\n\s*\n|\t\s*\n")
"""A line without words, or the end of one that ends in an empty cell."""
_STAR = "*"
_FARTHEST = 200
"""Lines are set no farther in."""


def lined_rows(stretch: Stretch, words: Words) -> Grid:
    """The rows of a stretch, each from a label to the next.

    What may be a figure of a row, but shows that it stands outside of it, is a row by itself.
    """
    text = stretch.text
    rows = list(_with_shared_cells(stretch.once(rows_of, words), text))
    rows = [part for row in rows for part in _without_footer(row, text, words)]
    rows = _without_stars(list(_without_signs(rows)), text)
    if not _lie_on_lines(rows, text):
        return rows
    return [part for row in rows for part in _parted(row, text)]


def _with_shared_cells(rows: Grid, text: str) -> Iterator[Row]:
    """The rows, two as one that share a cell: nobody can tell of which of them the figures are."""
    shared: Row = []
    for row, following in pairwise([*rows, []]):
        cells = [*shared, *row]
        if _share_cell(row, following, text):
            shared = cells
            continue
        yield [(cells[0][0], row[0][1], TEXT), *row[1:]] if shared else row
        shared = []


def _share_cell(one: Row, other: Row, text: str) -> bool:
    """Whether labels of two rows stand closer together than the second and its figures."""
    if len(one) > 1 or len(other) < 2 or not (one[0][2].names_row and other[0][2].names_row):
        return False
    between, behind = text[one[0][1] : other[0][0]], text[other[0][1] : other[1][0]]
    return between in ("", " ") and _GAP.search(behind) is not None


def _without_footer(row: Row, text: str, words: Words) -> Iterator[Row]:
    """A row, and what stands on a line below its figures that words begin.

    They are the rest of its label only if that is not whole.
    """
    labels = [text[start:end] for start, end, _ in filter(is_label, row)]
    whole = not labels or words.spells_label(labels[-1])
    for at in range(1, len(row)):
        _, _, mark = row[at]
        begins = (mark is TEXT or mark.is_note) and is_value(row[at - 1])
        if whole and begins and _begins_line(row[at], text):
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


def _without_signs(rows: Grid) -> Iterator[Row]:
    """The rows, those apart from a digit at their label below which the unit of their figure is.

    Where a unit stands below other labels too, figures stand behind it.
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
    """The rows without a star behind a label, the sign of a note, if no figure is a star."""
    starred = [[at for at, cell in enumerate(row) if _is_star(cell, text)] for row in rows]
    if not any(starred) or not all(map(_is_sign, rows, starred)):
        return rows
    return [
        [cell for place, cell in enumerate(row) if place not in stars]
        for row, stars in zip(rows, starred, strict=True)
    ]


def _is_star(cell: Located, text: str) -> bool:
    return cell[2] is DASH and text[cell[0] : cell[1]] == _STAR


def _is_sign(row: Row, stars: list[int]) -> bool:
    """Whether a star, if there is one, stands right behind the label, and before figures."""
    return not stars or (
        len(stars) == 1 and 0 < stars[0] < len(row) - 1 and is_label(row[stars[0] - 1])
    )


def _lie_on_lines(rows: Iterable[Row], text: str) -> bool:
    """Whether the figures of half of the rows begin on the line of their label."""
    begun = [_between(row, text) for row in rows if is_label(row[0]) and is_value(row[-1])]
    return 2 * sum("\n" in between for between in begun) <= len(begun)


def _parted(row: Row, text: str) -> Iterator[Row]:
    """A row, a single number apart that stands below the label, and not right below it.

    It may as well be the number of a page.
    """
    values = [cell for cell in row if not is_label(cell)]
    is_number = [cell[2].sort for cell in values] == [Sort.NUMBER]
    if is_number and len(row) > 1 and _BLANK_LINE.search(_between(row, text)):
        yield row[:-1]
        yield row[-1:]
    else:
        yield row


def _between(row: Row, text: str) -> str:
    """What stands between the labels of a row and its values."""
    labels = list(takewhile(is_label, row))
    return text[labels[-1][1] : row[len(labels)][0]] if labels and len(labels) < len(row) else ""
