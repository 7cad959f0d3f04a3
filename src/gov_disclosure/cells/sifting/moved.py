"""Tables whose figures seem to have moved as a whole: between rows, or between columns.

Borders may show all the same that the figures of a row are its own; and if only the header looks
scrambled, sums may prove one order of its columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from operator import attrgetter

from more_itertools import map_reduce, unique

from ...grids.entries import Beside
from ...grids.runs import Run
from ...layouts.grid import is_figure
from ...problems import FIGURES_MOVED, table_unclear
from ...values import Problem, Span
from ..columns.above import in_printed_order
from ..columns.orders import has_words, is_scrambled
from ..columns.places import Slots, nested_tables, options_of
from ..rows.due_row import DueRow, stand_between_borders
from ..rows.narrow import are_out_of_order, without_pieces
from ..rows.table_row import columns_add_up
from .sifted import Setting, Sifted


def without_moved(lines: Sequence[DueRow], _setting: Setting) -> Sifted:
    """Drop the rows of tables whose figures seem to have moved."""
    kept: list[DueRow] = []
    problems: list[Problem] = []
    for table, some in map_reduce(lines, attrgetter("table")).items():
        in_place, is_whole = _lines_in_place(some)
        kept += in_place
        if not is_whole:
            span = Span(some[0].place[0], some[-1].place[1])
            problems.append(table_unclear(table, FIGURES_MOVED, span))
    return Sifted(kept, problems)


def _lines_in_place(lines: Sequence[DueRow]) -> tuple[Sequence[DueRow], bool]:
    """The rows of a table, their columns in order, and whether no figures may have moved.

    If some may have, only the rows are left whose figures certainly have not.
    """
    ordered = _in_the_order_that_adds_up(lines)
    if not ordered or are_out_of_order([line for line in ordered if not line.is_full]):
        return (), False
    if _figures_stand_apart_from_rows(ordered):
        return _bordered_rows(ordered), False
    return ordered, len(ordered) == len(lines)


def _figures_stand_apart_from_rows(lines: Sequence[DueRow]) -> bool:
    """Whether figures stand outside rows or behind the next label, and columns do not add up."""
    apart = unique(lines, key=lambda line: (id(line.candidate), line.loose))
    strays = max(line.loose and line.loose - _count_figures_of_extra_rows(line) for line in apart)
    rows_stand_outside = 1 < lines[0].due <= strays
    summed = rows_stand_outside and bool(lines[0].as_it_stands.column_equations)
    if not summed and not _has_figures_behind_next_label(lines):
        return False
    return not columns_add_up([line.as_it_stands for line in lines])


def _has_figures_behind_next_label(lines: Sequence[DueRow]) -> bool:
    """Whether the figures of some row stand behind the label of the next row."""
    labels = [line.place[0] for line in lines]
    figures = [line.filled[0][0] if line.filled else 0 for line in lines]
    nexts = zip(labels, labels[1:], figures, strict=False)
    return any(here < there < figure for here, there, figure in nexts)


def _in_the_order_that_adds_up(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """The rows of a table with their columns in the order that sums prove.

    If the columns look out of order, either the header's or the form's order must make all sums
    along rows hold, and the other one must not.  Otherwise no rows are returned, or, if the sums
    hold in either order, the rows that are the same in both.  An order of its own is kept if it
    adds up: what sets it apart from the others is often nothing that sums show.
    """
    is_out_of_order = _is_out_of_order(lines)
    if not is_out_of_order and not _may_stand_as_named(lines):
        return lines
    if not all(line.row for line in lines):
        return ()
    if _has_own_order(lines[0]) and _add_up(lines):
        return lines
    ways = [
        _with_slots_in_order(lines, _slots_as_named),
        _with_slots_in_order(lines, _slots_as_in_form),
    ]
    proved = [way for way in ways if way and _add_up(way)]
    if len(proved) == 1:
        return proved[0]
    return () if is_out_of_order else list(filter(_is_the_same_in_any_order, lines))


def _with_slots_in_order(
    lines: Sequence[DueRow], order: Callable[[DueRow], Slots | None]
) -> Sequence[DueRow]:
    """The rows with their slots in an order; none if it is not known for every row."""
    orders = list(map(order, lines))
    pairs = zip(lines, orders, strict=True)
    return [line.with_slots(slots) for line, slots in pairs if slots] if all(orders) else ()


def _slots_as_named(line: DueRow) -> Slots | None:
    """The slots of a row in the order of its header."""
    return in_printed_order(line.entry.header, line.slots, line.text)


def _slots_as_in_form(line: DueRow) -> Slots | None:
    """The slots of a row in the order of the form, if the row has them all."""
    slots = options_of(line.table, line.row, line.form)[0].slots
    return slots if len(slots) == line.due else None


def _add_up(lines: Sequence[DueRow]) -> bool:
    """Whether the sums hold along all rows that are not only zeros, and there are several."""
    counting = [line.as_it_stands for line in lines if _is_full_and_counts(line)]
    return len(counting) > 1 and all(row.keeps_rules for row in counting)


def _is_out_of_order(lines: Sequence[DueRow]) -> bool:
    """Whether the columns of a nested table are out of order.

    If their labels are, one row that does not add up is enough, as is having no row that can.  If
    there are unknown labels among them, no row may add up.  Rows of zeros prove nothing.
    """
    if lines[0].table not in nested_tables():
        return False
    header = lines[0].entry.header
    if is_scrambled(header) or _has_own_order(lines[0]):
        rows = [line.as_it_stands for line in without_pieces(lines) if line.counts_something]
        kept = [row.adds_up for row in rows if row.settled]
        return not all(kept) or (bool(rows) and not kept)
    if not has_words(header):
        return False
    counting = filter(_is_full_and_counts, without_pieces(lines))
    kept = [line.as_it_stands.adds_up for line in counting]
    return len(kept) > 1 and not any(kept)


def _may_stand_as_named(lines: Sequence[DueRow]) -> bool:
    """Whether rows may stand in the order of a scrambled header, as their sums hold there too.

    ``1 0 0 0 0 0 1`` adds up with the sum in front and at the end.  Rows of zeros are the same in
    any order.
    """
    if lines[0].table not in nested_tables() or not is_scrambled(lines[0].entry.header):
        return False
    as_named = () if _has_own_order(lines[0]) else _with_slots_in_order(lines, _slots_as_named)
    rows = [line.as_it_stands for line in as_named if _is_full_and_counts(line)]
    return bool(rows) and all(row.keeps_rules for row in rows)


def _has_own_order(line: DueRow) -> bool:
    """Whether the columns of a row stand in another order than the form's."""
    own = [slot for slot in line.slots if slot]
    known = options_of(line.table, line.row, line.form)[0].slots
    return own != [slot for slot in known if slot in own]


def _is_the_same_in_any_order(line: DueRow) -> bool:
    return line.is_full and line.says_one_thing


def _is_full_and_counts(line: DueRow) -> bool:
    return line.is_full and line.counts_something


def _count_figures_of_extra_rows(line: DueRow) -> int:
    """The number of figures, in the grid of a row, of extra rows with borders between their cells.

    Their words stand on the same line as their figures, so these are torn off no other row.
    """
    reads = line.candidate.shown.reads
    rows = (read.own_values for read in reads if isinstance(read, Beside) and read.is_extra_row)
    figures = [(row[0][:2], list(filter(is_figure, row))) for row in rows]
    text = line.text
    return sum(len(f) for said, f in figures if f and stand_between_borders(text, said, f))


def _bordered_rows(lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """The full rows whose figures stand between borders on the lines of their labels.

    There are none if a full line of unlabelled figures stands outside of these rows: then the
    figures of each may be those of the next row.
    """
    bordered = [line for line in lines if line.is_full and line.is_bordered]
    if not bordered:
        return ()
    first, last = bordered[0].place[0], lines[-1].place[0]
    ends = (run.values[0][0] for run in _runs_without_label(lines))
    return () if any(not first < at < last for at in ends) else bordered


def _runs_without_label(lines: Sequence[DueRow]) -> Iterator[Run]:
    """Runs of unlabelled figures that are as many as the widest row has."""
    most = max(line.due for line in lines)
    shown = unique((line.candidate.shown for line in lines), key=id)
    for read in chain.from_iterable(one.reads for one in shown):
        if isinstance(read, Beside) and sum(map(is_figure, read.run.values)) >= most:
            yield read.run
