"""Labels that span several lines of a screen, joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from ...labels.marks import LONGEST_LABEL, Sort
from ..grid import Words
from .screen import VALUES, Lines, Piece, pieces_under

_LONGEST_PIECE = 60
_MOST_LINES_OF_A_LABEL = 8


def with_whole_labels(lines: Lines, text: str, words: Words) -> list[Piece]:
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
            parts = _parts_of_label(piece, lines, text, words, taken)
            taken.update(part.start for part in parts)
            whole.append(_joined(parts, text, words) if len(parts) > 1 else piece)
    return whole


def _parts_of_label(
    piece: Piece, lines: Lines, text: str, words: Words, taken: set[int]
) -> Sequence[Piece]:
    """The most pieces that spell a label with this one at its top."""
    column = list(_pieces_below(piece, lines, text, words, taken))
    if len(column) == 1:
        return column
    said = list(accumulate([text[part.start : part.end] for part in column]))
    for count in range(len(column), 1, -1):
        if words.spells_label(said[count - 1]):
            return column[:count]
    if piece.mark.sort is Sort.TEXT:
        for count in range(len(column), 1, -1):
            if words.marks[said[count - 1]].sort is Sort.LABEL:
                return column[:count]
    return [piece]


def _pieces_below(
    piece: Piece, lines: Lines, text: str, words: Words, taken: set[int]
) -> Iterator[Piece]:
    """The piece and the words below it, as long as they may be one label."""
    yield piece
    length = piece.end - piece.start
    if length > _LONGEST_PIECE:
        return
    whole = _is_spelled(piece, text, words)
    for _ in range(_MOST_LINES_OF_A_LABEL - 1):
        below = _below(piece, lines)
        if below is None or below.start in taken:
            return
        length += below.end - below.start
        if length > LONGEST_LABEL or (whole and _is_spelled(below, text, words)):
            return
        yield below
        piece, whole = below, False


def _is_spelled(piece: Piece, text: str, words: Words) -> bool:
    """Whether a piece is a label, spelled as a form prints it."""
    return piece.mark.sort is Sort.LABEL and words.spells_label(text[piece.start : piece.end])


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


def _joined(parts: Sequence[Piece], text: str, words: Words) -> Piece:
    """Join the parts to one piece.

    A part that continues at the beginning of the next line does not show the place of the column.
    """
    said = "".join(text[part.start : part.end] for part in parts)
    mark = words.marks[said]
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
