"""The interface of a sift: it drops rows that must not be read, and reports why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import compress
from typing import NamedTuple

import attrs

from ...declare import Form
from ...grids.choosing import Candidate
from ...tables import STATISTICS
from ...text.source import Place
from ...values import Problem
from ..rows.due_row import DueRow


class Captioned(NamedTuple):
    """A caption of another year, and what stands beneath it.

    ``said`` is where the caption stands, ``until`` how far it may reach.  ``lone`` means that it
    names a year, no other caption of the text names another one, and no table stands above it.
    """

    said: Place
    until: int
    lone: bool

    def may_be_own(self, table: str) -> bool:
        """Whether the year may be a slip, as the form prints one above this table."""
        return self.lone and table == STATISTICS.key


@attrs.frozen(eq=False)
class Setting:
    """The report around the rows: its text, grids and form, and the captions of other years.

    ``begins`` is where its title stands; ``has_whole`` says whether any table is printed whole.
    """

    text: str
    chosen: Sequence[Candidate]
    form: Form | None
    captioned: Sequence[Captioned] = ()
    begins: int = 0
    has_whole: bool = False


class Sifted(NamedTuple):
    """The rows that are kept, and the problems of those that are not."""

    lines: Sequence[DueRow]
    problems: Sequence[Problem] = ()


Sift = Callable[[Sequence[DueRow], Setting], Sifted]


def apply_sifts(lines: Sequence[DueRow], sifts: Iterable[Sift], setting: Setting) -> Sifted:
    """Apply all sifts, one after another."""
    problems: list[Problem] = []
    for sift in sifts:
        lines, found = sift(lines, setting)
        problems += found
    return Sifted(lines, problems)


def without_taken(lines: Sequence[DueRow], taken: Sequence[bool]) -> Sifted:
    """Drop the taken rows, with a problem for each one that has figures."""
    if not any(taken):
        return Sifted(lines)
    kept = [line for line, is_taken in zip(lines, taken, strict=True) if not is_taken]
    return Sifted(kept, [line.left_open for line in compress(lines, taken) if line.filled])
