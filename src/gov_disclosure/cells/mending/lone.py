"""Give back the one missing figure of a table of one column, if it follows the column's label."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from more_itertools import one

from ...labels.marks import FIGURES
from ...layouts.grid import Located
from ..rows.due_row import DueRow
from ..rows.table_row import columns_add_up


def with_lone_figure(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """Move the figure behind the column's label to the only row without a figure.

    All other rows must have theirs.  Sums have to hold then, and must not hold if all figures
    between the label and the empty row have moved by one row instead.
    """
    empty = [line for line in lines if not line.values]
    if len(empty) != 1 or not _have_one_figure_each(lines, empty[0]):
        return lines
    stray = _stray_figure(lines)
    if stray is None:
        return lines
    lone = empty[0].row
    here = empty[0].place[0]
    between = [line for line in lines if _is_between(line.place[0], here, stray[0])]
    ordered = sorted(between, key=lambda line: line.place[0], reverse=stray[0] < here)
    figures = [*(one(line.values) for line in ordered), stray]
    moved = dict(zip([lone, *(line.row for line in ordered)], figures, strict=True))
    given = _with_figures(lines, {lone: stray})
    holds = _add_up(given) and not _add_up(_with_figures(lines, moved))
    return given if holds else lines


def _have_one_figure_each(lines: Sequence[DueRow], empty: DueRow) -> bool:
    """Whether all rows but the empty one have their figure, and no row is there twice."""
    return len({line.row for line in lines}) == len(lines) and all(
        line.due == 1
        and (line is empty or [mark.sort in FIGURES for _, _, mark in line.values] == [True])
        for line in lines
    )


def _stray_figure(lines: Sequence[DueRow]) -> Located | None:
    """The figure behind the label of the column, if it is the only one outside of rows."""
    candidate = lines[0].candidate
    if any(line.candidate is not candidate for line in lines):
        return None
    shown = candidate.shown
    return shown.loose[0] if len(shown.loose) == 1 and shown.loose == shown.headed else None


def _is_between(place: int, here: int, there: int) -> bool:
    return min(here, there) < place < max(here, there)


def _with_figures(lines: Sequence[DueRow], figures: Mapping[str, Located]) -> Sequence[DueRow]:
    """The lines, with the given figures in the rows of their keys."""
    return [
        line.with_values([figures[line.row]]) if line.row in figures else line for line in lines
    ]


def _add_up(lines: Sequence[DueRow]) -> bool:
    return columns_add_up([line.as_it_stands for line in lines])
