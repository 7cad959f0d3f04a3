"""What a sift is: it takes out lines that are not read, and tells why."""

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
    """What stands beneath a caption of another year.

    ``said`` is where the caption stands, ``until`` how far it may reach; ``lone`` tells that it
    names a year, that no caption of the text names a further one, and no table stands above it.
    """

    said: Place
    until: int
    lone: bool

    def may_be_own(self, table: str) -> bool:
        """Whether it stands above a table whose form prints a year there, which may be a slip."""
        return self.lone and table == STATISTICS.key


@attrs.frozen(eq=False)
class Setting:
    """What lines stand in: a text, its grids and form, and captions of other years.

    ``begins`` is where the report begins with its title, ``has_whole`` tells that some of its
    tables are printed whole.
    """

    text: str
    chosen: Sequence[Candidate]
    form: Form | None
    captioned: Sequence[Captioned] = ()
    begins: int = 0
    has_whole: bool = False


class Sifted(NamedTuple):
    """The lines that are left, and what is said of those that are not."""

    lines: Sequence[DueRow]
    problems: Sequence[Problem] = ()


Sift = Callable[[Sequence[DueRow], Setting], Sifted]


def sifted(lines: Sequence[DueRow], sifts: Iterable[Sift], setting: Setting) -> Sifted:
    """What all of the sifts leave, one after another, and all that they say."""
    problems: list[Problem] = []
    for sift in sifts:
        lines, said = sift(lines, setting)
        problems += said
    return Sifted(lines, problems)


def parted(lines: Sequence[DueRow], taken: Sequence[bool]) -> Sifted:
    """The lines without those taken, which are left open: so it is said of each with figures."""
    kept = compress(lines, (not is_taken for is_taken in taken))
    return Sifted(list(kept), [line.left_open for line in compress(lines, taken) if line.filled])
