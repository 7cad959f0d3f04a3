"""Parts of the line of a table that prints all its rows side by side, joined if sums hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, groupby

from ...grids.context import ONE_LINE
from ...labels.marks import FIGURES
from ...labels.vocabulary import Role, vocabulary
from ...layouts.grid import is_words
from ..columns.above import Above
from ..columns.slots import slots_of
from ..rows.due_row import DueRow, due_row


def with_joined_lines(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """Join parts of a line if the whole line is full and its sums hold."""
    may_be_parts = sum(not line.row for line in lines) > 1
    return list(_joined_lines(lines)) if may_be_parts else lines


def _joined_lines(lines: Iterable[DueRow]) -> Iterator[DueRow]:
    for (table, row, _), some in groupby(lines, key=_table_and_grid):
        parts = list(some)
        joined = None
        if (
            table in ONE_LINE
            and not row
            and len(parts) > 1
            and _may_be_parts_of_one_line(table, parts)
        ):
            joined = _joined(parts)
        yield from parts if joined is None else [joined]


def _table_and_grid(line: DueRow) -> tuple[str, str, int]:
    """The table, row and grid of a line, which the parts of one line have in common."""
    return line.table, line.row, line.candidate.stretch.start


def _may_be_parts_of_one_line(table: str, parts: Sequence[DueRow]) -> bool:
    """Whether no part holds words, and the first part begins with the table's first row.

    If the label of another column stands before each part, the table is printed the other way
    round: ``结果维持 | 0 | 0 | 0`` below the labels of the rows.
    """
    if any(is_words(cell) for part in parts for cell in part.entry.run.values):
        return False
    if _stand_behind_one_column_each(parts):
        return False
    groups = parts[0].entry.header.groups
    return not groups or groups[0] <= _first_row(table)


def _stand_behind_one_column_each(parts: Sequence[DueRow]) -> bool:
    """Whether each part stands behind a single label, that of another column for each."""
    labels = [part.entry.run.labels for part in parts]
    columns = {
        some[0][2].terms[0].key for some in labels if len(some) == 1 and some[0][2].names_column
    }
    return len(columns) == len(parts)


@cache
def _first_row(table: str) -> int:
    """The order in the form of a table's first row."""
    terms = chain.from_iterable(vocabulary().exact.values())
    return min(term.order for term in terms if term.table == table and term.role is Role.ROW)


def _joined(parts: Sequence[DueRow]) -> DueRow | None:
    """The parts as one line under the header of the last part; None if its sums do not hold."""
    first = parts[0]
    values = [cell for part in parts for cell in part.values]
    entry = parts[-1].entry._replace(run=first.entry.run, values=values, filled=values)
    slots = slots_of(entry, "", first.form, Above(entry.header, first.text))
    figures = all(cell[2].sort in FIGURES for cell in values)
    if slots is None or len(slots) != len(values) or not figures:
        return None
    loose = len(first.candidate.shown.loose)
    line = due_row(first.text, first.form, entry, "", slots, first.candidate, loose)
    return line if line.as_it_stands.keeps_rules else None
