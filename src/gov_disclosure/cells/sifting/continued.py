"""Rows with unlabelled figures right below their own, in the same columns.

The lower figures may be the rest of figures broken by narrow cells, or belong to a row whose label
is lost or merged with the one above.  Such a row is read only if its sums confirm it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from more_itertools import map_reduce, unique

from ...grids.entries import Beside, Entry
from ...labels.groups import goes_on_from
from ...labels.marks import BLANK
from ...layouts.grid import Layout, Located, is_blank, is_figure
from ...text.source import Place, tight
from ..rows.due_row import DueRow
from ..rows.pieces import is_broken, is_piece, line_below, may_continue
from ..standing import line_before, line_behind, share_columns
from .sifted import Setting, Sifted, without_taken

_BLANKS = " \r\u3000"
_REST_OF_WRAPPED = re.compile(r"[0-9]++(?![.、．)）])")


def without_continued(lines: Sequence[DueRow], setting: Setting) -> Sifted:
    """Drop rows whose figures may continue below or above, unless their sums confirm them.

    Sums cannot rule out that digits below are the rest of a figure if each stands behind the name
    of its cell.
    """
    shown = unique((line.candidate.shown for line in lines), key=id)
    continued = {e.place for one in shown for e in _continued_rows(setting.text, one.reads)}
    unsummed = [line for line in lines if line.entry.header.is_beside or not line.balances]
    continued |= {line.place for line in above_digits(unsummed, lines)}
    continued |= {line.place for line in lines if _may_be_wrapped(line)}
    return without_taken(
        lines, [line.place in continued and not line.as_it_stands.keeps_rules for line in lines]
    )


def above_digits(some: Sequence[DueRow], lines: Sequence[DueRow]) -> Sequence[DueRow]:
    """Those of some rows of a report above digits that may be the rest of one of their figures."""
    above = [(line, ends) for line in some if (ends := _figures_above_digits(line))]
    closed = _closed_layouts(lines) if above else frozenset()
    return [
        line
        for line, ends in above
        if any(may_continue(line.text, *end, closed=line.layout in closed) for end in ends)
    ]


def _may_be_wrapped(line: DueRow) -> bool:
    """Whether a figure behind the name of its cell ends a line, and digits begin the next one.

    A tool that wraps lines may have cut it there.  The number of a label is no rest of a figure.
    """
    if not line.entry.header.is_beside:
        return False
    below = (line_below(line.text, cell) for cell in line.filled)
    return any(at is not None and _REST_OF_WRAPPED.match(line.text, at) for at in below)


def holds_rest_of_label(text: str, read: Beside, row: Entry) -> bool:
    """Whether the words at the beginning of a line continue the label of the row above."""
    words = [cell for cell in read.run.values[: row.run.behind] if not is_blank(cell)]
    return bool(words) and all(goes_on_from(text[start:end], row.terms) for start, end, _ in words)


def figure_before(row: Entry, below: Entry | Beside) -> Place | None:
    """The place of a figure before the label below a row, unless such figures number the rows."""
    is_numbered = any(map(is_figure, row.run.before[:1]))
    first = below.run.before[:1] if below.run.labels and not is_numbered else ()
    return next((cell[:2] for cell in first if is_figure(cell)), None)


def _figures_above_digits(line: DueRow) -> Sequence[tuple[Located, int]]:
    """The figures of a row that end a line, where no letter begins the next one, and where it is.

    Empty if half of the cells have lines of their own, as further figures then do too.  In a row
    with too many figures, sums have to show anyway which of them are pieces.
    """
    cells, text = line.filled, line.text
    if len(cells) > line.due > 1:
        return ()
    firsts, lasts = (cells, cells) if line.is_over_lines else (cells[:1], cells[-1:])
    ends = [(cell, below) for cell in lasts if (below := line_below(text, cell)) is not None]
    alone = sum([_begins_line(text, cell) for cell in firsts]) if ends else 0
    return ends if 2 * alone < len(cells) else ()


def _begins_line(text: str, cell: Located) -> bool:
    """Whether a cell is the first thing on its line."""
    start, _ = tight(text, *cell[:2])
    return not line_before(text, start).strip()


def _closed_layouts(lines: Sequence[DueRow]) -> Set[Layout]:
    """The layouts in which most rows that stand on one line end in a border."""
    rows = [line for line in lines if line.filled and _is_on_one_line(line)]
    ends = map_reduce(rows, lambda row: row.layout, _ends_in_border)
    return {layout for layout, closed in ends.items() if 2 * sum(closed) > len(closed)}


def _ends_in_border(line: DueRow) -> bool:
    return line_behind(line.text, line.filled[-1][1]).strip(_BLANKS) != ""


def _is_on_one_line(line: DueRow) -> bool:
    return "\n" not in line.text[line.place[0] : line.filled[-1][1]].rstrip()


def _continued_rows(text: str, reads: Sequence[Entry | Beside]) -> Iterator[Entry]:
    """The rows right above unlabelled figures, and those right below that may begin with them."""
    yield from _rows_above_figures_before_labels(text, reads)
    for above, read, below in zip([None, *reads], reads, [*reads[1:], None], strict=False):
        if not isinstance(read, Beside):
            continue
        if isinstance(above, Entry) and _are_continued_by(text, read, above):
            yield above
            may_begin = read.is_outside and not _begins_with_piece(text, read)
            if may_begin and isinstance(below, Entry):
                yield below
        elif read.is_outside:
            around = [one for one in (above, below) if one and _are_next(text, read, one)]
            of = _reads_continued_by_pieces(text, read, around)
            yield from (row for row in of if isinstance(row, Entry))


def _rows_above_figures_before_labels(
    text: str, reads: Sequence[Entry | Beside]
) -> Iterator[Entry]:
    """The rows that end a line, if the next row begins one with a figure before its label.

    Figures before the labels of several rows that increase are the numbers of these rows, and so is
    the number of the row's place among all.
    """
    entries = [read for read in reads if isinstance(read, Entry)]
    rows = [
        (above, read, before[0])
        for number, (above, read) in enumerate(pairwise(entries), 2)
        if (before := read.run.before) and before[0][2].count != number and above.filled
    ]
    numbers = [mark.count or 0 for _, _, (_, _, mark) in rows]
    if len(numbers) > 1 and all(one < other for one, other in pairwise(numbers)):
        return
    for above, read, cell in rows:
        if figure_before(above, read) and _begins_line(text, cell) and _ends_line(text, above):
            yield above


def _ends_line(text: str, row: Entry) -> bool:
    """Whether nothing stands behind the last cell of a row on its line, not even a border."""
    return not line_behind(text, row.run.whole[1]).strip(_BLANKS)


def _reads_continued_by_pieces(
    text: str, read: Beside, around: Sequence[Entry | Beside]
) -> Sequence[Entry | Beside]:
    """The neighbours that a line of nothing but pieces of figures may continue.

    Pieces that are no figures by themselves may continue either neighbour.  Whole figures continue
    only the first neighbour, and only if they share a column with one of its figures.
    """
    cells = [cell for cell in read.run.values if not is_blank(cell)]
    if not all(is_piece(text, cell) for cell in cells):
        return ()
    if any(is_broken(text, cell) for cell in cells):
        return around
    return [one for one in around[:1] if _share_a_column(text, read, one)]


def _are_continued_by(text: str, read: Beside, row: Entry) -> bool:
    """Whether figures of a row continue in the line below it."""
    if figure_before(row, read):
        return _ends_line(text, row)
    if _begins_with_piece(text, read) and _are_next(text, read, row):
        return True
    return _stands_beneath(text, read, row) and _has_no_label_of_its_own(text, read, row)


def _begins_with_piece(text: str, read: Beside) -> bool:
    """Whether a line is a piece of a figure with only empty cells behind it."""
    first, *others = read.run.values or [(0, 0, BLANK)]
    is_outside = read.is_outside and bool(others) and all(map(is_blank, others))
    return is_outside and _is_figure_or_piece(text, first)


def _stands_beneath(text: str, read: Beside, row: Entry) -> bool:
    """Whether a line has a figure, or a piece of one, in the column of a figure of the row."""
    columns = zip(row.run.values, read.run.values[row.run.behind :], strict=False)
    if any(is_figure(above) and _is_figure_or_piece(text, below) for above, below in columns):
        return True
    return _share_a_column(text, read, row)


def _share_a_column(text: str, read: Beside, other: Entry | Beside) -> bool:
    figures = list(filter(is_figure, other.run.values))
    pieces = [cell for cell in read.run.values if _is_figure_or_piece(text, cell)]
    return any(share_columns(text, one[:2], other[:2]) for one in figures for other in pieces)


def _are_next(text: str, read: Beside, other: Entry | Beside) -> bool:
    """Whether two reads stand on the same line or on neighbouring lines."""
    (_, end), (first, _) = sorted((read.run.whole, other.run.whole))
    return text.count("\n", end, first) <= 1


def _has_no_label_of_its_own(text: str, read: Beside, row: Entry) -> bool:
    """Whether below the labels of a row there is nothing, or only the rest of its own label."""
    behind = row.run.behind
    if not (read.is_outside and behind):
        return False
    return all(map(is_blank, read.run.values[:behind])) or holds_rest_of_label(text, read, row)


def _is_figure_or_piece(text: str, cell: Located) -> bool:
    """Whether a cell may be the rest of a figure, perhaps with its unit."""
    return is_figure(cell) or is_piece(text, cell)
