"""The rows of a table that settle no further by themselves, solved by the form's arithmetic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from itertools import pairwise
from operator import itemgetter

from more_itertools import map_reduce

from ...declare import Form
from ...forms import Balance
from ...labels.marks import BLANK, Sort
from ...layouts.grid import Row
from ..rows.arranging import Arrangement, arrangements, may_be_whole, printed_strip
from ..rows.balances import TableRow, adds_up, balances_of, column_equations_of, has_rules
from ..rows.strips import Filling, filling_of
from ..sifting.narrow import length_of_pieces
from .contested import contested, within_wholes
from .inferring import common, narrowed

_MOST_OPEN_ROWS = 40
_ENOUGH_GLUED_ROWS = 3
_SEVERAL = 2


def solve(
    text: str, rows: Sequence[TableRow], form: Form | None
) -> Mapping[int, Mapping[int, Filling | None]]:
    """What stands where in open rows, by the number of the row and of the place.

    Only what every arrangement has alike that the form's arithmetic allows.
    """
    solved: dict[int, Mapping[int, Filling | None]] = {}
    for numbers in by_table(rows).values():
        in_table = {number: rows[number] for number in numbers}
        open_rows = [number for number in numbers if rows[number].is_open]
        if 0 < len(open_rows) <= _MOST_OPEN_ROWS:
            solved |= _solve_table(text, in_table, form)
    return solved


def by_table(rows: Sequence[TableRow]) -> Mapping[str, list[int]]:
    """The numbers of the rows of each table."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        numbers[row.table].append(number)
    return numbers


def _solve_table(
    text: str, rows: Mapping[int, TableRow], form: Form | None
) -> Mapping[int, Mapping[int, Filling | None]]:
    every_cell_prints = _every_glued_cell_prints(rows.values())
    scattered = _scattered(rows.values())
    length = length_of_pieces(text, list(rows.values()), form)
    found: dict[int, tuple[Arrangement, ...]] = {}
    for number, row in rows.items():
        told = row.complete and row.row not in scattered and None not in row.slots
        if row.is_open and told:
            balances = balances_of(row, form)
            ways = _ways(text, row, balances, length)
            whole = tuple(laid for laid in ways if None not in laid)
            some = whole if every_cell_prints and not balances else ways
            if some and (balances or len(some) == len(whole)):
                found[number] = some
    if found and _contradict_their_sums(text, rows, found, form):
        return {}
    left = _narrowed(text, rows, found, form, length)
    return {number: common(some) for number, some in left.items()}


def _ways(
    text: str, row: TableRow, balances: tuple[Balance, ...], length: int | None
) -> tuple[Arrangement, ...]:
    """All ways to lay out a row that keep its balances, if these tell anything.

    Where they only hold with empty cells, but the row may be full and all of them hold but one, its
    figures contradict each other: one is misprinted, or some cells are empty.
    """
    ways = arrangements(text, row.filled, len(row.slots), balances, length) or ()
    if not ways or len(balances) < _SEVERAL or any(None not in laid for laid in ways):
        return ways
    return () if may_be_whole(text, row.filled, len(row.slots), balances, length) else ways


def _contradict_their_sums(
    text: str, rows: Mapping[int, TableRow], found: Collection[int], form: Form | None
) -> bool:
    """Whether more rows keep no sum, wherever their figures stand, than keep one.

    So it is where figures have moved between rows, as they can where each has a line of its own;
    then a sum holds by chance.
    """
    others = [row for number, row in rows.items() if number not in found and row.filled]
    stacked = [row for row in others if row.is_open and _is_stacked(text, row.filled)]
    at_odds = sum(keeps_no_sum(text, row, form) for row in stacked)
    if not at_odds:
        return False
    settled = [row for row in others if row.settled and has_rules(row, form)]
    kept = sum(adds_up(row, form) for row in settled)
    return at_odds > kept + len(found)


def _is_stacked(text: str, cells: Row) -> bool:
    """Whether each of several cells has a line of its own."""
    gaps = [text[one[1] : other[0]] for one, other in pairwise(cells)]
    return bool(gaps) and all("\n" in gap for gap in gaps)


def _scattered(rows: Iterable[TableRow]) -> Set[str]:
    """The rows of which several lines have different figures: each has only some of them."""
    keyed = ((row.row, tuple(cell[2] for cell in row.filled)) for row in rows if row.filled)
    return {
        key
        for key, some in map_reduce(keyed, itemgetter(0), itemgetter(1), set).items()
        if len(some) > 1
    }


def _narrowed(
    text: str,
    rows: Mapping[int, TableRow],
    found: Mapping[int, tuple[Arrangement, ...]],
    form: Form | None,
    length: int | None,
) -> Mapping[int, tuple[Arrangement, ...]]:
    """The arrangements that the equations down the columns leave, at least one of each row.

    There are none of a row that is greater than its whole, or that would break an equation less if
    its own sum did not hold.
    """
    equations = column_equations_of(next(iter(rows.values())).table, form)
    keys = [row.row for row in rows.values()]
    if not equations or len(set(keys)) < len(keys):
        return found
    known = {row.row: found.get(number, known_arrangement(row)) for number, row in rows.items()}
    width = max(len(row.slots) for row in rows.values())
    wide = {key: some for key, some in known.items() if some and len(some[0]) == width}
    usable = within_wholes(wide, equations)
    cells = {rows[number].row: rows[number].filled for number in found}
    doubtful = (wide.keys() - usable.keys()) | contested(
        usable,
        width,
        equations,
        lambda key: printed_strip(text, cells[key], length) if key in cells else None,
    )
    certain = {key: some for key, some in usable.items() if key not in doubtful}
    left = narrowed(certain, width, equations)
    return {
        number: left.get(rows[number].row, some)
        for number, some in found.items()
        if rows[number].row not in doubtful
    }


def known_arrangement(row: TableRow) -> tuple[Arrangement, ...]:
    """The one arrangement of a settled row; none if it holds words."""
    if row.settled is None:
        return () if row.is_open else ((None,) * len(row.slots),)
    fillings = [filling_of(cell) for cell in row.settled]
    words = any(
        filling is None and cell[2] is not BLANK
        for filling, cell in zip(fillings, row.settled, strict=True)
    )
    return () if words else (tuple(fillings),)


def _every_glued_cell_prints(rows: Iterable[TableRow]) -> bool:
    """Whether rows of glued digits, several of them, have just one digit for each place.

    With more digits, or fewer, some numbers are longer, or some cells empty; then a row with
    as many digits as places can be both.
    """
    wide = [row for row in rows if len(row.slots) > 1]
    return len(wide) >= _ENOUGH_GLUED_ROWS and all(
        _glued_digits(row) == len(row.slots) for row in wide
    )


def _glued_digits(row: TableRow) -> int:
    return sum(cell[1] - cell[0] for cell in row.filled if cell[2].sort is Sort.GLUED)


def keeps_no_sum(text: str, row: TableRow, form: Form | None) -> bool:
    """Whether the form's arithmetic along a row forbids every way to lay out its figures."""
    if not row.is_open or None in row.slots:
        return False
    balances = balances_of(row, form)
    return bool(balances) and arrangements(text, row.filled, len(row.slots), balances) == ()
