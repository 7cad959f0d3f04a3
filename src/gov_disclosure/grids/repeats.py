"""Entries without the cells that only repeat a merged cell."""

from __future__ import annotations

from itertools import compress
from typing import TypeGuard

import attrs

from ..layouts.grid import Located
from .shown import Beside, Entry, filled_of


def without_repeats(reads: list[Entry | Beside]) -> list[Entry | Beside]:
    """Drop the cells of entries that only repeat a merged cell.

    Some tools print a merged cell once for each column that it spans, in every row of a table.
    """
    beneath = list(filter(_is_beneath_repeats, reads))
    if not beneath:
        return reads
    varied = {entry.header for entry in beneath if not _repeats_as_its_header(entry)}
    return [
        _merged(read) if _is_beneath_repeats(read) and read.header not in varied else read
        for read in reads
    ]


def _is_beneath_repeats(read: Entry | Beside) -> TypeGuard[Entry]:
    """Whether a read is an entry as wide as its header, in which labels are repeated."""
    if isinstance(read, Beside):
        return False
    return bool(read.header.repeats) and len(read.header.cells) == len(read.values)


def _repeats_as_its_header(entry: Entry) -> bool:
    """Whether values are equal wherever the labels above them are."""
    alike = map(_says_the_same, entry.values, entry.values[1:])
    return all(same or not repeat for same, repeat in zip(alike, entry.header.repeats, strict=True))


def _merged(entry: Entry) -> Entry:
    """The entry with each merged cell once."""
    kept = [True, *(not repeat for repeat in entry.header.repeats)]
    cells = tuple(compress(entry.header.cells, kept))
    values = list(compress(entry.values, kept))
    return entry._replace(
        values=values, filled=filled_of(values), header=attrs.evolve(entry.header, cells=cells)
    )


def _says_the_same(one: Located, other: Located) -> bool:
    """Whether two cells say the same, or print the same figure with other blanks."""
    number = one[2].number
    return one[2] is other[2] or (number is not None and number == other[2].number)
