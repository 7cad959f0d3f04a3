"""Reasons to distrust rows, most of which come from other rows of the report.

Some call for a proof by the sums of the form, others leave a row open whatever its sums are.  Each
reason is looked for in all rows at once, as most reports give no cause for most of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from functools import cached_property
from statistics import median_low

import attrs

from ...labels.spelling import begins_label, end_of_label, spells_label
from ...layouts.grid import Located
from ...text.edges import is_stamp
from ...text.fold import fold
from ...text.source import BORDERS, Place, ends_at
from ..rows.due_row import DueRow
from ..sifting.completed import is_completed_below
from ..sifting.continued import above_digits
from .ending import FAR
from .evidence import Evidence

_Rows = Sequence[DueRow]
_Reason = Callable[[_Rows, Evidence], Iterable[DueRow]]

_LONG = 4
_DASHES = "-\u2014\u2013\u2015\u2500"
_PARTING = str.maketrans("", "", " \t\r\n,;|'\"")
"""What may stand between two cells."""


@attrs.frozen(eq=False)
class Doubts:
    """The rows of a report, by their place, that are in doubt."""

    evidence: Evidence

    @cached_property
    def rows_to_prove(self) -> Set[Place]:
        """The rows whose values count only if their sums hold."""
        losing = self.evidence.losing_layouts
        lossy = {line.place for line in self.evidence.lines if line.layout in losing}
        others = [line for line in self.evidence.lines if line.place not in lossy]
        return lossy | self._doubted(others, _REASONS_FOR_PROOF) if others else lossy

    @cached_property
    def rows_to_leave_open(self) -> Set[Place]:
        """The rows whose values are left open even if their sums hold."""
        return self._doubted(self.evidence.lines, _REASONS_TO_LEAVE_OPEN)

    def _doubted(self, lines: _Rows, reasons: Iterable[_Reason]) -> Set[Place]:
        return {line.place for reason in reasons for line in reason(lines, self.evidence)}


def _in_crowded_tables(lines: _Rows, evidence: Evidence) -> Iterable[DueRow]:
    """Rows of a kind of which some row has too many figures."""
    crowded = evidence.crowded_tables
    return [line for line in lines if line.due > 1 and line.kind in crowded] if crowded else ()


def _with_pieces_of_labels(_: _Rows, evidence: Evidence) -> Iterable[DueRow]:
    """Rows with a piece of a label among their values, or with that of the next row in one."""
    text = evidence.text
    return [
        line
        for line, cell in evidence.words
        if _is_piece_of_label(text, cell) or _ends_in_label(text, cell)
    ]


def _ends_in_label(text: str, cell: Located) -> bool:
    """Whether a label stands behind something else in a cell, with a blank between them."""
    words = text[cell[0] : cell[1]].split()
    return any(spells_label("".join(words[at:])) for at in range(1, len(words)))


def _is_piece_of_label(text: str, cell: Located) -> bool:
    """Whether a cell is the beginning of a label that continues behind it.

    A dash at its end may be the first figure of its row.
    """
    start, end, _ = cell
    said, behind = (
        fold(text[slice(*place)]).translate(_PARTING) for place in ((start, end), (end, end + FAR))
    )
    until = end_of_label(said + behind, 0) if said else None
    if until is not None and until > len(said):
        return True
    words = said.rstrip(_DASHES)
    return len(words) >= _LONG and begins_label(words)


def _with_edge_of_page(_: _Rows, evidence: Evidence) -> Iterable[DueRow]:
    """Rows with an address or a date among their values, as pages have them at their edges.

    Between the borders of a row that has all its cells, nothing of a page can stand.
    """
    stamps = (line for line, cell in evidence.words if is_stamp(evidence.text[cell[0] : cell[1]]))
    return [line for line in stamps if not (line.is_full and line.is_bordered)]


def _beneath_own_columns(lines: _Rows, evidence: Evidence) -> Iterable[DueRow]:
    """Rows whose header names columns of the agency's own, and their places are not known."""
    headers = evidence.headers_with_own_columns
    if not headers:
        return ()
    beneath = (line for line in lines if line.entry.header in headers)
    return [line for line in beneath if None not in line.slots]


def _above_figures(lines: _Rows, evidence: Evidence) -> Iterable[DueRow]:
    """Rows that are not full right above unlabelled figures."""
    above = evidence.rows_right_above_figures
    return [line for line in lines if line.place in above and 0 < len(line.filled) < line.due]


def _with_gap_of_several_lines(lines: _Rows, _: Evidence) -> Iterable[DueRow]:
    """Rows with more line ends between two of their cells than between most others.

    There may be a page number or an empty cell between them.
    """
    return [line for line in lines if line.is_over_lines and _skips_lines(line)]


def _skips_lines(line: DueRow) -> bool:
    ends = [gap.count("\n") for gap in line.gaps]
    return 0 < median_low(ends) < max(ends)


def _off_their_labels(lines: _Rows, evidence: Evidence) -> Iterable[DueRow]:
    """Rows of which two cells stand beneath one label, and whose sums do not confirm them."""
    off = evidence.rows_off_their_labels
    return [line for line in lines if line.place in off and not line.as_it_stands.keeps_rules]


def _above_digits(lines: _Rows, evidence: Evidence) -> Iterable[DueRow]:
    """Rows above digits that may be the rest of one of their figures."""
    return above_digits([line for line in lines if line.balances], evidence.lines)


def _completed_below(lines: _Rows, _: Evidence) -> Iterable[DueRow]:
    """Rows that are full only by counting figures on a line below their other figures."""
    return [line for line in lines if line.is_over_lines and is_completed_below(line)]


def _with_two_in_a_cell(_: _Rows, evidence: Evidence) -> Iterable[DueRow]:
    """Rows of cells on lines of their own, one of which may hold the figures of two cells."""
    wide = (line for line, (_, _, mark) in evidence.words if mark.several)
    return [line for line in wide if all("\n" in gap for gap in line.gaps)]


def _with_cells_in_overfull_rows(lines: _Rows, evidence: Evidence) -> Iterable[DueRow]:
    """Rows whose empty or missing cells may stand in a row with too many figures."""
    overfull = evidence.overfull_tables
    some = [line for line in lines if line.table in overfull] if overfull else ()
    return [line for line in some if not line.values or line.is_strewn]


def _with_columns_of_their_own(lines: _Rows, evidence: Evidence) -> Iterable[DueRow]:
    """Rows in which a column of the agency's own may stand for an empty or lost cell."""
    wider = evidence.tables_with_a_column_more
    some = [line for line in lines if line.kind in wider] if wider else ()
    return [line for line in some if len(line.at) <= line.due]


def _with_dropped_lines(lines: _Rows, evidence: Evidence) -> Iterable[DueRow]:
    """Rows with nothing behind their label, if a tool dropped lines that it met before."""
    bare = [line for line in lines if not line.values]
    return bare if bare and evidence.drops_repeated_lines else ()


def _with_figures_of_own_columns(lines: _Rows, evidence: Evidence) -> Iterable[DueRow]:
    """Rows whose figures may stand in columns of the agency's own."""
    return [line for line in _beneath_own_columns(lines, evidence) if line.at]


def _at_the_end_of_paragraphs(lines: _Rows, evidence: Evidence) -> Iterable[DueRow]:
    """Rows whose blank line at the end may be no cell, as rows of their layout lose cells."""
    dropping = evidence.layouts_that_drop_cells
    some = [line for line in lines if line.layout in dropping] if dropping else ()
    return [line for line in some if _ends_in_blank_line(line, evidence)]


def _ends_in_blank_line(line: DueRow, evidence: Evidence) -> bool:
    """Whether a row that is not full ends in an empty line, and no row follows."""
    at, values = line.at, line.values
    if not 0 < len(at) < line.due or at[-1] == len(values) - 1:
        return False
    is_followed = line.place in evidence.rows_followed_by_rows
    return not is_followed and "\n" in line.text[values[at[-1]][1] : values[-1][1]]


def _continuing_below(lines: _Rows, evidence: Evidence) -> Iterable[DueRow]:
    """Rows that a figure right below may be missing from, and no sum could show that."""
    above = _above_figures(lines, evidence)
    return [line for line in above if not line.balances]


def _clipped(lines: _Rows, evidence: Evidence) -> Iterable[DueRow]:
    """Rows that end with their label, although other rows have borders behind theirs."""
    bare = [line for line in lines if not line.values and not _has_border_behind_label(line)]
    return [line for line in bare if line.layout in evidence.bordered_layouts]


def _has_border_behind_label(line: DueRow) -> bool:
    """Whether a border stands behind a label on its line, or the text ends there."""
    text, end = line.text, line.place[1]
    behind = text[end : end + FAR].lstrip(" ")
    return behind.startswith((*BORDERS, "\t")) or ends_at(text, end)


def _with_figures_elsewhere(lines: _Rows, evidence: Evidence) -> Iterable[DueRow]:
    """Rows without figures that stand, or may stand, with figures on another line."""
    empty = [line for line in lines if not line.at]
    return [
        line
        for line in empty
        if line.table in evidence.tables_on_one_line
        or (line.table, line.row) in evidence.rows_with_figures
        or line.place in evidence.rows_by_unread_figures
    ]


_REASONS_FOR_PROOF: Sequence[_Reason] = (
    _in_crowded_tables,
    _with_pieces_of_labels,
    _beneath_own_columns,
    _above_figures,
    _with_edge_of_page,
    _with_gap_of_several_lines,
    _off_their_labels,
    _above_digits,
    _completed_below,
    _with_two_in_a_cell,
)
"""Why rows may have lost a cell or hold something that is none: their sums have to prove them.

Another reason is that rows in their layout lose or break cells.
"""

_REASONS_TO_LEAVE_OPEN: Sequence[_Reason] = (
    _with_cells_in_overfull_rows,
    _with_columns_of_their_own,
    _with_pieces_of_labels,
    _with_dropped_lines,
    _with_edge_of_page,
    _with_figures_of_own_columns,
    _off_their_labels,
    _at_the_end_of_paragraphs,
    _continuing_below,
    _clipped,
    _with_figures_elsewhere,
)
"""Why the figures of rows may stand elsewhere, or their cells belong to others: they stay open."""
