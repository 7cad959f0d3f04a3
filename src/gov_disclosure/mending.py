"""Rows with what tools broke, pushed together or moved put back in its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .declare import Form
from .joining import with_joined_lines
from .lone import with_lone_figure
from .parting import with_parted_figures
from .rejoining import with_whole_figures
from .rows import DueRow
from .straying import with_strays


def mended(text: str, rows: Iterable[DueRow], form: Form | None) -> Sequence[DueRow]:
    """The rows, each mended only where sums leave no doubt."""
    whole = (with_whole_figures(text, line, form) for line in rows)
    parted = (with_parted_figures(text, line, form) for line in whole)
    joined = with_joined_lines(text, parted, form)
    return list(with_lone_figure(with_strays(joined, form), form))
