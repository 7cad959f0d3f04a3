"""Tables whose figures seem to have moved as a whole: between rows, or between columns."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from more_itertools import map_reduce

from ...problems import FIGURES_MOVED, table_unclear
from ...values import Problem, Span
from ..rows.due_row import DueRow
from ..rows.narrow import are_out_of_order
from ..rows.table_row import columns_add_up
from ..vouching.bordered import bordered_rows, count_figures_of_extra_rows
from .ordering import in_the_order_that_adds_up
from .sifted import Setting, Sifted


def without_moved(lines: Sequence[DueRow], _setting: Setting) -> Sifted:
    """Drop the rows of tables whose figures seem to have moved."""
    kept: list[DueRow] = []
    problems: list[Problem] = []
    for table, some in map_reduce(lines, attrgetter("table")).items():
        in_place, is_whole = _lines_in_place(some)
        kept += in_place
        if not is_whole:
            span = Span(some[0].entry.place[0], some[-1].entry.place[1])
            problems.append(table_unclear(table, FIGURES_MOVED, span))
    return Sifted(kept, problems)


def _lines_in_place(lines: Sequence[DueRow]) -> tuple[Sequence[DueRow], bool]:
    """The rows of a table, their columns in order, and whether no figures may have moved.

    If some may have, only the rows are left whose figures certainly have not.
    """
    ordered = in_the_order_that_adds_up(lines)
    if not ordered or are_out_of_order([line for line in ordered if not line.is_full]):
        return (), False
    if _figures_stand_apart_from_rows(ordered):
        return bordered_rows(ordered), False
    return ordered, len(ordered) == len(lines)


def _figures_stand_apart_from_rows(lines: Sequence[DueRow]) -> bool:
    """Whether figures stand outside rows or behind the next label, and columns do not add up."""
    strays = max(line.loose and line.loose - count_figures_of_extra_rows(line) for line in lines)
    rows_stand_outside = 1 < lines[0].due <= strays
    summed = rows_stand_outside and bool(lines[0].as_it_stands.column_equations)
    if not summed and not _has_figures_behind_next_label(lines):
        return False
    return not columns_add_up([line.as_it_stands for line in lines])


def _has_figures_behind_next_label(lines: Sequence[DueRow]) -> bool:
    """Whether the figures of some row stand behind the label of the next row."""
    labels = [line.entry.place[0] for line in lines]
    figures = [line.filled[0][0] if line.filled else 0 for line in lines]
    nexts = zip(labels, labels[1:], figures, strict=False)
    return any(here < there < figure for here, there, figure in nexts)
