"""Lines of all rows of a table beside others that say otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from more_itertools import map_reduce

from ..labels.marks import BLANK
from ..problems import rival_lines
from ..values import Problem, Span
from .rows import DueRow


def without_rivals(lines: Sequence[DueRow], problems: list[Problem]) -> Sequence[DueRow]:
    """The lines without those of all rows of a table, where there are others that say otherwise.

    Districts, or earlier years, have lines of their own then, and nothing tells which is meant.
    Some of their cells may be empty, or all of one with a name.
    """
    whole = [line for line in lines if not line.row and (line.is_full or _tells_of_others(line))]
    rivals = {
        table for table, some in map_reduce(whole, attrgetter("table")).items() if _are_rivals(some)
    }
    problems += [
        rival_lines(line.table, Span(*line.entry.run.whole))
        for line in whole
        if line.table in rivals
    ]
    return [line for line in lines if line.row or line.table not in rivals] if rivals else lines


def _tells_of_others(line: DueRow) -> bool:
    """Whether a line with a cell for each figure has a name or figures in them, not just a note."""
    cells = line.entry.run.values
    said = [mark for _, _, mark in cells if mark is not BLANK and not mark.is_note]
    return len(cells) >= line.due and bool(said)


def _are_rivals(lines: Sequence[DueRow]) -> bool:
    """Whether lines differ, or a further one stands outside of rows."""
    said = {tuple([(mark.sort, mark.count) for _, _, mark in line.entry.filled]) for line in lines}
    wide = len(lines[0].slots)
    return len(said) > 1 or any(line.candidate.shown.has_loose_line(wide) for line in lines)
