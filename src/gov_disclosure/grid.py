"""What a layout reader makes of a stretch of text: rows of located cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import attrs

from .marks import Mark
from .source import Place

Located = tuple[int, int, Mark]
"""A cell: where it starts and ends in the text, and what it says."""

Row = list[Located]
Grid = list[Row]


@attrs.frozen
class Stretch:
    """A part of the text that is read in one layout: whole lines, beneath one heading.

    ``beneath`` is the key of the section that the heading names, if it names one.
    """

    text: str
    lines: Sequence[Place]
    beneath: str | None = None

    @property
    def start(self) -> int:
        """Where the stretch starts in the text."""
        return self.lines[0][0]

    @property
    def end(self) -> int:
        """Where the stretch ends in the text."""
        return self.lines[-1][1]

    @property
    def content(self) -> str:
        """The text of the stretch."""
        return self.text[self.start : self.end]


@attrs.frozen
class Words:
    """What a reader is told of the forms: what a cell says, and what spells a label exactly."""

    mark: Callable[[str], Mark]
    spells_label: Callable[[str], bool]


class Layout(Protocol):
    """A manner in which extracted text shows a table."""

    @property
    def name(self) -> str:
        """The name under which the layout stands on a report."""

    def suits(self, stretch: Stretch) -> bool:
        """Whether a look at the text, without reading it, leaves this layout possible."""

    def read(self, stretch: Stretch, words: Words) -> Grid:
        """The stretch as rows of cells, empty cells included where the layout shows them."""
