"""Values whose places only arithmetic can tell: lost empty cells, and digits run together.

What is inferred here is what all arrangements have in common that the form's rules leave.
A row that no arrangement fits, or too many do, stays open.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

import attrs

from .fold import fold
from .forms import Equation
from .grid import Located, Row
from .marks import Sort

_MOST_ARRANGEMENTS = 2_000
_MOST_READINGS = 2_000
_MOST_SUMS = 256
_LONGEST_GLUED = 20


@attrs.frozen
class Piece:
    """A value or a dash in an arrangement, and where it stands in the text; a dash counts 0."""

    start: int
    end: int
    count: int
    is_number: bool


Arrangement = tuple[Piece | None, ...]
"""One piece, or none, for each of a row's places."""


@attrs.frozen
class Balance:
    """Two sets of places in a row that must add up to the same."""

    left: tuple[int, ...]
    right: tuple[int, ...]

    @property
    def last(self) -> int:
        """The last of the places that it binds."""
        return max(*self.left, *self.right)

    def holds(self, values: Sequence[int]) -> bool:
        """Whether the values at those places do."""
        return sum(values[at] for at in self.left) == sum(values[at] for at in self.right)


def arrangements(
    text: str, cells: Row, width: int, balances: Sequence[Balance]
) -> tuple[Arrangement, ...]:
    """All ways to lay out the cells over a row, in order, that keep its balances.

    Empty if there is none, or if there are too many to look at.
    """
    readings = tuple(islice(_readings(text, cells, width), _MOST_READINGS + 1))
    if len(readings) > _MOST_READINGS:
        return ()
    found = chain.from_iterable(_laid_out(pieces, width, balances) for pieces in readings)
    some = tuple(islice(found, _MOST_ARRANGEMENTS + 1))
    return some if len(some) <= _MOST_ARRANGEMENTS else ()


def counts(arrangement: Arrangement) -> list[int]:
    """The figures of an arrangement; what is empty counts 0."""
    return [_figure(piece) for piece in arrangement]


def common(found: Sequence[Arrangement]) -> dict[int, Piece | None]:
    """What stands at each place in all arrangements alike; where they differ, nothing is said."""
    first = found[0]
    return {
        place: piece
        for place, piece in enumerate(first)
        if all(other[place] == piece for other in found)
    }


def _readings(text: str, cells: Row, width: int) -> Iterator[Sequence[Piece]]:
    """The pieces that the cells may be: those of digits run together in every way."""
    if len(cells) == 1 and cells[0][2].sort is Sort.GLUED:
        start, end, _ = cells[0]
        yield from (_placed(parts, start) for parts in _splits(fold(text[start:end]), width))
        return
    pieces = [piece for piece in map(piece_of, cells) if piece is not None]
    if len(pieces) == len(cells):
        yield pieces


def piece_of(cell: Located) -> Piece | None:
    """The cell as a number or a dash; None if it is neither."""
    start, end, mark = cell
    if mark.count is not None and mark.sort is Sort.NUMBER:
        return Piece(start, end, mark.count, is_number=True)
    return Piece(start, end, 0, is_number=False) if mark.sort is Sort.DASH else None


def _laid_out(
    pieces: Sequence[Piece], width: int, balances: Sequence[Balance]
) -> Iterator[Arrangement]:
    """The pieces over the places of a row, in order, in every way that keeps the balances.

    Each balance is looked at as soon as all its places are filled.
    """
    due = [[balance for balance in balances if balance.last == place] for place in range(width)]

    def go_on(laid: Arrangement, left: Sequence[Piece]) -> Iterator[Arrangement]:
        place = len(laid)
        if place == width:
            yield laid
            return
        free = width - place
        choices: list[Piece | None] = [None] if len(left) < free else []
        for piece in [*choices, *left[:1]]:
            now = (*laid, piece)
            if all(balance.holds(counts(now)) for balance in due[place]):
                yield from go_on(now, left if piece is None else left[1:])

    if len(pieces) <= width:
        yield from go_on((), pieces)


def _placed(parts: Iterable[str], start: int) -> list[Piece]:
    pieces = []
    for part in parts:
        pieces.append(Piece(start, start + len(part), int(part), is_number=True))
        start += len(part)
    return pieces


def _splits(digits: str, most: int) -> Iterator[tuple[str, ...]]:
    """The numbers, at the most so many, that digits without spaces may be, in every way.

    >>> list(_splits("000", 3)), list(_splits("105", 2))
    ([('0', '0', '0')], [('10', '5'), ('105',)])
    """
    if not digits:
        yield ()
        return
    if most == 0 or len(digits) > _LONGEST_GLUED or not (digits.isascii() and digits.isdigit()):
        return
    longest = 1 if digits[0] == "0" else len(digits)
    for length in range(1, longest + 1):
        for rest in _splits(digits[length:], most - 1):
            yield (digits[:length], *rest)


def narrowed(
    rows: Mapping[str, tuple[Arrangement, ...]], columns: int, equations: Sequence[Equation]
) -> Mapping[str, tuple[Arrangement, ...]]:
    """The arrangements of each row without those that no equation down a column allows.

    ``rows`` holds the rows whose figures are known, with one arrangement, or may be arranged.
    Where the figures leave a row without any, they contradict each other: then the equations
    are no help, and all arrangements stay.
    """
    left = dict(rows)
    changed = True
    while changed:
        domains = [_domains(left, column) for column in range(columns)]
        kept = {
            row: _consistent(row, found, domains, equations) if len(found) > 1 else found
            for row, found in left.items()
        }
        if not all(kept.values()):
            return rows
        changed = any(len(kept[row]) < len(found) for row, found in left.items())
        left = kept
    return left


def _domains(rows: Mapping[str, tuple[Arrangement, ...]], column: int) -> dict[str, set[int]]:
    """The figures that may stand in a column, for each row."""
    pieces = {row: (arrangement[column] for arrangement in found) for row, found in rows.items()}
    return {row: set(map(_figure, some)) for row, some in pieces.items()}


def _consistent(
    row: str,
    found: tuple[Arrangement, ...],
    domains: Sequence[Mapping[str, set[int]]],
    equations: Sequence[Equation],
) -> tuple[Arrangement, ...]:
    """The arrangements of a row that every equation allows, column by column."""
    for column, domain in enumerate(domains):
        if len(domain[row]) > 1:
            for equation in equations:
                if row in equation.left or row in equation.right:
                    allowed = allowed_figures(equation, domain, row)
                    found = tuple(a for a in found if _figure(a[column]) in allowed)
    return found


def _figure(piece: Piece | None) -> int:
    return piece.count if piece else 0


def allowed_figures(
    equation: Equation, domains: Mapping[str, set[int]], row: str
) -> Container[int]:
    """The figures in that row with which an equation can hold.

    ``domains`` tell what may stand in each row; where one is not known, anything goes.

    >>> equation = Equation(("total",), ("here", "there"))
    >>> allowed_figures(equation, {"total": {5}, "here": {0, 2}, "there": {3, 4}}, "there")
    {3}
    """
    side = 1 if row in equation.left else -1
    others = {0}
    for sign, keys in ((1, equation.left), (-1, equation.right)):
        for key in keys:
            if key == row:
                continue
            if key not in domains or len(others) > _MOST_SUMS:
                return domains[row]
            others = {total + sign * figure for total in others for figure in domains[key]}
    return {figure for figure in domains[row] if -side * figure in others}
