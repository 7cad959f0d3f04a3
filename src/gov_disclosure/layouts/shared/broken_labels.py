"""Labels whose parts stand in several cells or rows, joined, where the order of cells shows it.

Where a page shows it, see ``broken_pieces``; where runs along lines do, ``whole_rows``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise, takewhile

from ...labels.marks import FIGURES, LONGEST_LABEL, WORDS, Mark, Sort
from ...text.fold import fold
from ..grid import Grid, Located, Row, Stretch, Words, is_blank
from .label_parts import LONGEST_PART, MOST_LINES, is_number_of, most_that_spell, one_cell
from .stack_pieces import StackPiece

_LONGEST_NUMBER = 6
"""No number before the words of a label is longer, with blanks within it."""
_PARTS_OF_LABELS = frozenset({Sort.TEXT, Sort.LABEL, Sort.UNIT})
"""The last piece of a label may look like a unit: 自然 and 人."""
_MOST_ROWS = 20
_VALUES = FIGURES | {Sort.BLANK}


def cells_of_pieces(stretch: Stretch, pieces: Sequence[StackPiece]) -> list[Located]:
    """Turn pieces into cells, joining those of broken labels."""
    marks = stretch.words.marks
    cells = [(start, end, marks[said.strip()]) for start, end, said in pieces]
    cells = _with_numbers(stretch, cells)
    if not (_hold_words(cells) or _hold_beginnings(stretch, cells)):
        return cells
    joined: list[Located] = []
    here = 0
    while here < len(cells):
        until = _end_of_broken_label(stretch, cells, here)
        if until > here + 1:
            joined.append(one_cell(cells[here], cells[until - 1], stretch))
        else:
            joined.append(cells[here])
        here = until
    return joined


def _hold_beginnings(stretch: Stretch, cells: Sequence[Located]) -> bool:
    """Whether a label before another label is only the beginning of one."""
    labels = (one for one, other in pairwise(cells) if one[2].sort is Sort.LABEL is other[2].sort)
    return any(
        stretch.words.begins_label(stretch.text[start:end].strip()) for start, end, _ in labels
    )


def _with_numbers(stretch: Stretch, cells: list[Located]) -> list[Located]:
    """Join labels with their number, or the beginning of it, in the cell before."""
    for at in range(len(cells) - 1, 0, -1):
        if cells[at - 1][2].count and is_number_of(cells[at - 1], cells[at], stretch):
            cells[at - 1 : at + 1] = [one_cell(cells[at - 1], cells[at], stretch)]
    return cells


def _end_of_broken_label(stretch: Stretch, cells: Sequence[Located], here: int) -> int:
    """The end of the label that begins with this piece: the most pieces that spell one."""
    following = cells[here + 1][2].sort if here + 1 < len(cells) else Sort.BLANK
    if not _may_continue(
        stretch.text[slice(*cells[here][:2])].strip(), cells[here][2], following, stretch.words
    ):
        return here + 1
    start, pieces = cells[here][0], cells[here : _end_of_pieces(cells, here)]
    said = [stretch.text[start:end] for _, end, _ in pieces]
    return here + max(1, most_that_spell(said, stretch.words))


def _may_continue(said: str, mark: Mark, following: Sort, words: Words) -> bool:
    """Whether a label may begin with a piece and continue with the one that follows.

    The end of a label may look like another: 数量 is what some forms print above their figures.
    """
    if mark.sort is Sort.TEXT:
        return _may_begin_label(said, words)
    goes_on = following is Sort.TEXT or (following is Sort.LABEL and words.begins_label(said))
    return mark.sort is Sort.LABEL and goes_on


def _may_begin_label(said: str, words: Words) -> bool:
    """Whether a label may begin with words that are no label, or with its number.

    What stands in brackets may be no part of it.
    """
    return len(said) <= _LONGEST_NUMBER or "(" in fold(said) or words.begins_label(said)


def _end_of_pieces(cells: Sequence[Located], here: int) -> int:
    """The end of the pieces from here on that may be parts of one label."""
    start = cells[here][0]
    until = here
    while until < min(here + MOST_LINES, len(cells)):
        begin, end, mark = cells[until]
        if not _may_be_part(mark) or end - begin > LONGEST_PART or end - start > LONGEST_LABEL:
            break
        until += 1
    return until


def _may_be_part(mark: Mark) -> bool:
    return mark.sort in _PARTS_OF_LABELS


def with_labels_over_lines(grid: Grid, stretch: Stretch, widest: int) -> Iterator[Row]:
    """Join rows whose line ends stood within labels."""
    here = 0
    while here < len(grid):
        row = grid[here]
        here += 1
        while (until := _row_that_ends_label(row, grid, here, stretch)) > here:
            rest = grid[until - 1]
            if len(row) + len(rest) - 1 > widest:
                break
            row = [*row[:-1], one_cell(row[-1], rest[0], stretch), *rest[1:]]
            here = until
        yield row


def _row_that_ends_label(row: Row, grid: Grid, here: int, stretch: Stretch) -> int:
    """The row behind which the label ends that a row's last cell begins; ``here`` if none.

    A cell that is a label by itself does not complete one that was cut off.
    """
    begin = row[-1][0]
    found = here
    if row[-1][2].sort not in WORDS:
        begins = here < len(grid) and is_number_of(row[-1], grid[here][0], stretch)
        return here + 1 if begins else here
    begun = stretch.words.begins_label(stretch.text[begin : row[-1][1]])
    for at in range(here, min(here + MOST_LINES - 1, len(grid))):
        end, mark = grid[at][0][1:]
        if mark.sort not in WORDS or end - begin > LONGEST_LABEL:
            break
        said, rest = stretch.text[begin:end], stretch.text[grid[at][0][0] : end]
        goes_on = (
            begun
            and stretch.words.marks[said].sort is Sort.LABEL
            and not stretch.words.spells_label(rest)
        )
        if goes_on or stretch.words.spells_label(said):
            found = at + 1
        if len(grid[at]) > 1:
            break
    return found


def with_labels_around(grid: Grid, stretch: Stretch) -> Iterator[Row]:
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
        until, said = _end_around_values(grid, here, stretch)
        yield _merged(grid[here:until], stretch.words.marks[said]) if said else grid[here]
        here = until


def _end_around_values(grid: Grid, here: int, stretch: Stretch) -> tuple[int, str]:
    """The row behind which the label ends that a row's last cell begins, and the label itself."""
    said = _last_words(grid[here], stretch.text)
    between = 0
    for until in range(here + 1, min(here + _MOST_ROWS, len(grid))):
        if not said or not stretch.words.begins_label(said):
            break
        row = grid[until]
        if all(map(_is_value, row)):
            between += any(not is_blank(cell) for cell in row)
            continue
        part = _last_words(row, stretch.text) if len(_without_blanks(row)) == 1 else ""
        said = said + part if part else ""
        if between and said and stretch.words.spells_label(said):
            is_one_row = between == 1 or all(len(other) == 1 for other in grid[here:until])
            return (until + 1, said) if is_one_row else (here + 1, "")
    return here + 1, ""


def _last_words(row: Row, text: str) -> str:
    """The text of the last cell of a row that is not empty, if it is words or a label cut short."""
    start, end, mark = next(dropwhile(is_blank, reversed(row)), row[-1])
    return text[start:end].strip() if mark.sort in WORDS and not mark.several else ""


def _is_value(cell: Located) -> bool:
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


def with_label_around_cell(cells: Row, stretch: Stretch) -> Row:
    """Join the parts of a label that a value stands between."""
    if not _hold_words(cells):
        return cells
    alone = [[cell] for cell in cells]
    return [cell for row in with_labels_around(alone, stretch) for cell in row]


def _hold_words(cells: Row) -> bool:
    return Sort.TEXT in {mark.sort for _, _, mark in cells}
