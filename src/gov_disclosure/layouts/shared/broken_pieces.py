"""What narrow columns broke over several lines of a screen, joined: labels, and figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from more_itertools import map_reduce

from ...labels.marks import LONGEST_LABEL, Sort
from ...text.fold import squeeze
from ...text.source import PAGE_BREAK
from ..grid import Stretch
from .label_parts import LONGEST_PART, MOST_LINES, most_that_spell
from .screen import VALUES, Lines, Piece, pieces_under
from .stepped import (
    MAY_BE_PIECES,
    NumberedLine,
    Step,
    below_their_labels,
    joined_figure,
    may_stand_below,
    steps_of,
)


def with_whole_labels(lines: Lines, stretch: Stretch) -> list[Piece]:
    """All pieces in reading order, with the parts of labels on several lines joined."""
    whole: list[Piece] = []
    taken: set[int] = set()
    for line in lines:
        for piece in line:
            if piece.start in taken:
                continue
            if piece.is_figure:
                whole.append(piece)
                continue
            parts = _parts_of_label(piece, lines, stretch, taken)
            taken.update(part.start for part in parts)
            whole.append(_joined_label(parts, stretch) if len(parts) > 1 else piece)
    return whole


def _parts_of_label(
    piece: Piece, lines: Lines, stretch: Stretch, taken: set[int]
) -> Sequence[Piece]:
    """The most pieces that spell a label with this one at its top."""
    column = list(_pieces_below(piece, lines, stretch, taken))
    if len(column) == 1:
        return column
    said = list(accumulate([stretch.text[part.start : part.end] for part in column]))
    if spelled := most_that_spell(said, stretch.words):
        return column[:spelled]
    if piece.mark.sort is Sort.TEXT:
        for count in range(len(column), 1, -1):
            if stretch.words.marks[said[count - 1]].sort is Sort.LABEL:
                return column[:count]
    return [piece]


def _pieces_below(piece: Piece, lines: Lines, stretch: Stretch, taken: set[int]) -> Iterator[Piece]:
    """The piece and the words below it, as long as they may be one label."""
    yield piece
    length = piece.end - piece.start
    if length > LONGEST_PART or _says_nothing(piece, stretch):
        return
    whole = _is_spelled(piece, stretch)
    for _ in range(MOST_LINES - 1):
        below = _below(piece, lines)
        if below is None or below.start in taken or _says_nothing(below, stretch):
            return
        length += below.end - below.start
        if length > LONGEST_LABEL or (whole and _is_spelled(below, stretch)):
            return
        yield below
        piece, whole = below, False


def _says_nothing(piece: Piece, stretch: Stretch) -> bool:
    """Whether a piece has only signs that labels are compared without, such as stars."""
    return not squeeze(stretch.text[piece.start : piece.end])


def _is_spelled(piece: Piece, stretch: Stretch) -> bool:
    """Whether a piece is a label, spelled as a form prints it."""
    return piece.mark.sort is Sort.LABEL and stretch.words.spells_label(
        stretch.text[piece.start : piece.end]
    )


def _holds_only_values(line: Sequence[Piece], left: int) -> bool:
    """Whether a line holds only figures and units, all right of a column."""
    if not line[0].is_figure or line[0].left <= left:
        return False
    return all(piece.mark.sort in VALUES for piece in line)


def _below(piece: Piece, lines: Lines) -> Piece | None:
    """The words right below; one line between may be empty there, or hold the values of the row."""
    for line in lines[piece.bottom + 1 : piece.bottom + 3]:
        under = pieces_under(piece, line)
        if under and not _holds_only_values(line, piece.left):
            aligned = (
                [other for other in under if other.is_aligned(piece)] if len(under) > 1 else under
            )
            return aligned[0] if len(aligned) == 1 else None
    return None


def _joined_label(parts: Sequence[Piece], stretch: Stretch) -> Piece:
    """Join the parts to one piece.

    A part that continues at the beginning of the next line does not show the place of the column.
    """
    said = "".join(stretch.text[part.start : part.end] for part in parts)
    mark = stretch.words.marks[said]
    beside = parts[:1] if mark.names_column and _is_rest_of_line(parts) else parts
    return parts[0]._replace(
        bottom=parts[-1].bottom,
        left=min(part.left for part in beside),
        right=max(part.right for part in beside),
        mark=mark,
    )


def _is_rest_of_line(parts: Sequence[Piece]) -> bool:
    """Whether a part begins farther left of the first one than the first is wide."""
    first, *others = parts
    return any(first.left - other.left > first.right - first.left for other in others)


_FEWEST_FULL = 2
_FEWEST_COLUMNS = 3


def broken_rows(lines: Lines, text: str) -> Sequence[Step]:
    """The rows whose figures were broken by narrow columns, however the lines are measured."""
    numbered = enumerate([piece.cell for piece in line] for line in lines)
    return steps_of([NumberedLine(number, cells) for number, cells in numbered if cells], text)


def with_whole_figures(lines: Lines, steps: Sequence[Step], stretch: Stretch) -> Lines:
    """Put the figures of each broken row on one of its lines."""
    if not steps:
        return lines
    numbers = [number for number, line in enumerate(lines) if line]
    mended = [list(line) for line in lines]
    breaks = [found.start() for found in re.finditer(PAGE_BREAK, stretch.text)]
    full = _full_rows(lines, {line.number for step in steps for line in step.lines}, breaks)
    for step in steps:
        pieces = [piece for line in step.lines for piece in lines[line.number]]
        figures = _figures_of_step(step, pieces, full.get(_page(pieces[0], breaks), ()), stretch)
        for line in step.lines:
            mended[line.number] = [
                p for p in mended[line.number] if p.mark.sort not in MAY_BE_PIECES
            ]
        middle = numbers[step.middle]
        mended[middle] += [p._replace(top=middle, bottom=middle) for p in figures]
    return mended


def with_figures_beside(lines: Lines, stretch: Stretch) -> Lines:
    """Move figures that stand below the label of their row to its line."""
    if not any(line and may_stand_below(line[0].cell, line[-1].cell) for line in lines):
        return lines
    numbered = [
        NumberedLine(n, [piece.cell for piece in line]) for n, line in enumerate(lines) if line
    ]
    below = {numbered[at].number for at in below_their_labels(numbered, stretch)}
    if not below:
        return lines
    mended = [
        [p for p in line if number not in below or p.mark.sort not in MAY_BE_PIECES]
        for number, line in enumerate(lines)
    ]
    for number in below:
        values = (p for p in lines[number] if p.mark.sort in MAY_BE_PIECES)
        mended[number - 1] += [p._replace(top=number - 1, bottom=number - 1) for p in values]
    return mended


def _figures_of_step(
    step: Step, pieces: Sequence[Piece], full: Sequence[Sequence[Piece]], stretch: Stretch
) -> Sequence[Piece]:
    """The figures of a row in order, or all as one if their order is not known."""
    at = {piece.start: piece for piece in pieces}
    pairs = [(at[one[0]], at[other[0]]) for one, other in step.pieces]
    unbroken = [at[start] for start, _, _ in step.unbroken]
    broken = [_joined_figure(*pair, stretch) for pair in pairs]
    together = sorted([*broken, *unbroken], key=lambda piece: piece.left)
    aligned = all(one.left == other.left for one, other in pairs)
    behind = max(
        [piece.right for piece in pieces if piece.mark.sort not in MAY_BE_PIECES], default=0
    )
    if not unbroken or (aligned and _are_in_order(together, behind, full)):
        return together
    start, end, mark = step.as_one_cell()
    right = max(piece.right for piece in together)
    return [together[0]._replace(start=start, end=end, right=right, mark=mark)]


def _are_in_order(row: Sequence[Piece], behind: int, full: Sequence[Sequence[Piece]]) -> bool:
    """Whether the figures of a row that stand on several lines are in order, behind its label.

    Full rows show the columns.  If there are none on the page, no figure may stand above or below
    another, as one would if a line had moved.
    """
    if len(full) >= _FEWEST_FULL:
        return _fit_columns_of(row, full)
    apart = all(one.right < other.left for one, other in pairwise(row))
    return apart and behind < row[0].left


def _joined_figure(one: Piece, other: Piece, stretch: Stretch) -> Piece:
    start, end, mark = joined_figure(one.cell, other.cell, stretch.text, stretch.words.marks)
    return one._replace(start=start, end=end, right=max(one.right, other.right), mark=mark)


def _full_rows(
    lines: Lines, broken: Iterable[int], breaks: Sequence[int]
) -> dict[int, list[Sequence[Piece]]]:
    """The values of the lines that have the most, by their pages, leaving out broken rows."""
    left_out = {*broken}
    values = [
        [piece for piece in line if piece.mark.sort in MAY_BE_PIECES]
        for number, line in enumerate(lines)
        if number not in left_out
    ]
    most = max(map(len, values), default=0)
    full = (row for row in values if len(row) == most >= _FEWEST_COLUMNS)
    return map_reduce(full, lambda row: _page(row[0], breaks))


def _page(piece: Piece, breaks: Sequence[int]) -> int:
    """Count the pages that end before a piece."""
    return bisect_left(breaks, piece.start)


def _fit_columns_of(row: Sequence[Piece], full: Sequence[Sequence[Piece]]) -> bool:
    """Whether each piece of a row stands in its own column, as several full rows show them."""
    if any(len(other) != len(row) for other in full):
        return False
    columns = [
        (min(piece.left for piece in column), max(piece.right for piece in column))
        for column in zip(row, *full, strict=True)
    ]
    return all(one[1] < other[0] for one, other in pairwise(columns))
