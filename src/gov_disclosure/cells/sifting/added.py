"""Rows that are not the form's, though they have its label: an agency added them.

A row stands twice and says different things: one may be another row, of the same name.

``9.其他`` under 不予公开 is no row of the form, where its ``3.其他`` stands in its place: the rows
around it show that, or its number does.  Where they do not, nobody can tell whether a row that is
empty is the form's, or another one that has figures.  A mere ``其他`` that is printed once is the
form's only where the form has it.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain
from typing import NamedTuple

from more_itertools import map_reduce

from ...forms import Address
from ...grids.entries import Beside
from ...labels.cores import Core, core_of
from ...layouts.grid import is_blank, is_words
from ...problems import PRINTED_ELSEWHERE, conflicting_values, figures_standing
from ...text.fold import squeeze
from ...text.source import Place, tight
from ...values import Problem, Span
from ..rows.due_row import DueRow
from .sifted import Setting, Sifted


class _Claim(NamedTuple):
    """A line that claims a row which others claim as well, with its number among all lines."""

    at: int
    line: DueRow

    @property
    def order(self) -> int:
        """The place of its row in the form."""
        return next(term.order for term in self.line.entry.terms if term.key == self.line.row)

    @property
    def is_empty(self) -> bool:
        """Whether it shows cells of its own, all of them empty."""
        values = self.line.values
        return bool(values) and all(map(is_blank, values))

    @property
    def addresses(self) -> frozenset[Address]:
        """The places of the form that its values are due at."""
        return frozenset(slot.address for slot in self.line.slots if slot)

    @property
    def core(self) -> Core:
        """Its label as it is printed."""
        start, end = self.line.place
        return core_of(squeeze(self.line.text[start:end]))

    @property
    def has_number_of_form(self) -> bool:
        """Whether its label has the number that the form gives it."""
        labels = (term.label for term in self.line.entry.terms if term.key == self.line.row)
        return any(self.core.is_numbered_as(core_of(squeeze(label))) for label in labels)

    @property
    def says_little(self) -> bool:
        """Whether its label may as well be that of a column, such as 其他, and has no number."""
        own = self.line.entry.run.labels[-1:]
        may_be_column = any(mark.may_name_column for _, _, mark in own)
        return may_be_column and not self.has_number_of_form


def without_added(lines: Sequence[DueRow], _setting: Setting) -> Sifted:
    """The lines without those that are another row than their label says, or may be."""
    several, added = _several_and_added(lines)
    if not several and not added:
        return Sifted(lines)
    left = [[claim for claim in some if claim not in added] for some in several]
    unsure = [some for some in left if _are_at_odds(some)]
    taken = {claim.at for claim in chain(added, *unsure)}
    problems = [
        figures_standing(PRINTED_ELSEWHERE, claim.line.left_open)
        for claim in added
        if claim.line.filled
    ]
    problems += chain.from_iterable(map(_of_unsure, unsure))
    return Sifted([line for at, line in enumerate(lines) if at not in taken], problems)


def added_rows(lines: Sequence[DueRow]) -> Set[Place]:
    """The lines, by their place, that are another row than their label says."""
    return {claim.line.place for claim in _several_and_added(lines)[1]}


def _several_and_added(
    lines: Sequence[DueRow],
) -> tuple[Sequence[Sequence[_Claim]], Sequence[_Claim]]:
    """The claims to each row of which several say different things; and those to another row."""
    claims = [_Claim(at, line) for at, line in enumerate(lines) if line.row]
    rows = map_reduce(claims, lambda claim: (claim.line.table, claim.line.row))
    several = [some for some in rows.values() if len({claim.line.said for claim in some}) > 1]
    alone = [some[0] for some in rows.values() if len(some) == 1]
    added = [claim for claim in alone if claim.says_little and not _is_in_its_place(claim, alone)]
    once = [claim for claim in alone if claim not in added] if several else []
    return several, [*added, *chain.from_iterable(_added(some, once) for some in several)]


def _added(claims: Sequence[_Claim], once: Iterable[_Claim]) -> Iterator[_Claim]:
    """The claims to a row that a single one is in the place of, or has the number of."""
    around = [one for one in once if one.line.table == claims[0].line.table]
    in_place = [claim for claim in claims if _is_in_place(claim, around)]
    if len(in_place) > 1 and all(claim.core.ordinal for claim in in_place):
        in_place = [claim for claim in in_place if claim.has_number_of_form]
    if len(in_place) != 1:
        return
    (own,) = in_place
    others = [claim for claim in claims if claim is not own]
    if not own.line.filled or all(claim.core != own.core for claim in others):
        yield from others


def _is_in_its_place(claim: _Claim, others: Sequence[_Claim]) -> bool:
    """Whether a line stands where the form has its row, as far as the rows around it show."""
    around = [one for one in others if one.line.table == claim.line.table and one is not claim]
    return not around or _is_in_place(claim, around)


def _is_in_place(claim: _Claim, others: Sequence[_Claim]) -> bool:
    """Whether a line stands between rows that the form has before and behind its own."""
    behind = bisect(others, claim.at, key=lambda other: other.at)
    above, below = others[behind - 1 : behind] if behind else (), others[behind : behind + 1]
    is_above = all(claim.order < other.order for other in below)
    return bool(above or below) and is_above and all(one.order < claim.order for one in above)


def _are_at_odds(claims: Sequence[_Claim]) -> bool:
    """Whether a row is empty on one line, and has figures for the same places on another."""
    filled = [claim for claim in claims if claim.line.filled]
    return any(
        not one.addresses.isdisjoint(other.addresses)
        for one in claims
        if one.is_empty
        for other in filled
        if one.line.entry.header is other.line.entry.header or _has_words_between(one, other)
    )


def _has_words_between(one: _Claim, other: _Claim) -> bool:
    """Whether words part two tables; else one is the form, and the other has its figures."""
    if one.line.candidate is not other.line.candidate:
        return True
    start, end = sorted((one.line.place[0], other.line.place[0]))
    reads = one.line.candidate.shown.reads
    outside = (read for read in reads if isinstance(read, Beside) and read.is_outside)
    cells = (cell for read in outside for cell in read.run.values)
    return any(is_words(cell) and start < cell[0] < end for cell in cells)


def _of_unsure(claims: Sequence[_Claim]) -> Iterator[Problem]:
    """What is said of each place of a row that is empty on one line and not on another."""
    line = next(claim.line for claim in claims if claim.line.filled)
    start, end = tight(line.text, line.place[0], line.filled[-1][1])
    for slot in line.slots:
        if slot is not None:
            yield conflicting_values(slot.address, Span(start, end))
