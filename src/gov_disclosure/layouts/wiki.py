"""Tables of wikis: ``|-`` begins a row, ``|`` a cell, and ``||`` another one on the same line."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from .grid import CERTAIN, IMPOSSIBLE, Grid, Located, Stretch

_ROW = re.compile(r"^[^\S\n]*\|-+[^\n|]*$", re.MULTILINE)
_FEWEST_ROWS = 2
_LINE = re.compile(r"^[^\S\n]*(?P<mark>[|!])(?P<said>(?![-}+])[^\n]*)$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"""(?:\s*[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'|!=]+))+\s*\|(?!\|)""")
_CELL = re.compile(r"(?:(?!\|\||!!).)*")


@attrs.frozen(eq=False)
class Wiki:
    """Cells behind bars, on lines of their own or side by side, with their attributes."""

    name: str = "wiki"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Certain if several lines begin rows."""
        if "|-" not in stretch.content:
            return IMPOSSIBLE
        return CERTAIN if len(_ROW.findall(stretch.content)) >= _FEWEST_ROWS else IMPOSSIBLE

    def read(self, stretch: Stretch) -> Grid:
        """A row from each line that begins one to the next."""
        ends = [found.end() for found in _ROW.finditer(stretch.content)]
        bounds = zip([0, *ends], [*ends, len(stretch.content)], strict=True)
        rows = (list(_wiki_cells(stretch, begin, end)) for begin, end in bounds)
        return [row for row in rows if row]


def _wiki_cells(stretch: Stretch, begin: int, end: int) -> Iterator[Located]:
    """The cells between two places, without their attributes."""
    for line in _LINE.finditer(stretch.content, begin, end):
        at, until = line.span("said")
        while at <= until:
            attributes = _ATTRIBUTES.match(stretch.content, at, until)
            at = attributes.end() if attributes else at
            cell = _CELL.match(stretch.content, at, until)
            stop = cell.end() if cell else until
            said = stretch.content[at:stop]
            yield stretch.start + at, stretch.start + stop, stretch.words.marks[said]
            at = stop + 2
