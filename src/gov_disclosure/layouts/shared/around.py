"""Labels that stand on lines above and below the values of their row, joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from ...labels.marks import FIGURES, WORDS, Mark, Sort
from ..grid import Grid, Row, Stretch, Words, is_blank

_MOST_ROWS = 20
_VALUES = FIGURES | {Sort.BLANK}


def with_labels_around(grid: Grid, stretch: Stretch, words: Words) -> Iterator[Row]:
    """Join rows whose values stand between two parts of their label.

    A cell that is set in the middle stands on a line between those of its neighbour.  The words
    above have to begin a label, and those below have to complete just that label.
    """
    here = 0
    while here < len(grid):
        if grid[here][-1][2].sort in FIGURES:
            yield grid[here]
            here += 1
            continue
        until, said = _end_of_label(grid, here, stretch.text, words)
        yield _merged(grid[here:until], words.marks[said]) if said else grid[here]
        here = until


def _end_of_label(grid: Grid, here: int, text: str, words: Words) -> tuple[int, str]:
    """The row behind which the label ends that a row's last cell begins, and the label itself."""
    said = _last_words(grid[here], text)
    between = 0
    for until in range(here + 1, min(here + _MOST_ROWS, len(grid))):
        if not said or not words.begins_label(said):
            break
        row = grid[until]
        if all(map(_is_value, row)):
            between += any(not is_blank(cell) for cell in row)
            continue
        part = _last_words(row, text) if len(_without_blanks(row)) == 1 else ""
        said = said + part if part else ""
        if between and said and words.spells_label(said):
            is_one_row = between == 1 or all(len(other) == 1 for other in grid[here:until])
            return (until + 1, said) if is_one_row else (here + 1, "")
    return here + 1, ""


def _last_words(row: Row, text: str) -> str:
    """The text of the last cell of a row that is not empty, if it is words or a label cut short."""
    start, end, mark = next(dropwhile(is_blank, reversed(row)), row[-1])
    return text[start:end].strip() if mark.sort in WORDS and not mark.several else ""


def _is_value(cell: tuple[int, int, Mark]) -> bool:
    return cell[2].sort in _VALUES or cell[2].several > 0


def _without_blanks(row: Row) -> Row:
    return [cell for cell in row if not is_blank(cell)]


def _merged(rows: Sequence[Row], mark: Mark) -> Row:
    """Merge the rows of a label: the label comes first, then the values.

    Where empty cells before the values leave room for it, no value moves.
    """
    *before, (start, end, _) = list(_without_trailing_blanks(rows[0]))
    labels = [*before, (start, end, mark)]
    values = [cell for row in rows[1:] if all(map(_is_value, row)) for cell in row]
    room = len(list(takewhile(is_blank, values)))
    return [*labels, *(values[len(labels) :] if room >= len(labels) else values)]


def _without_trailing_blanks(row: Row) -> Row:
    """The row without the empty cells at its end."""
    return list(dropwhile(is_blank, reversed(row)))[::-1]
