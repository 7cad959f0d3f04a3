"""Entries whose row is certain, and where on the form their values are due."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import cached_property
from itertools import chain
from operator import attrgetter, itemgetter

import attrs
from more_itertools import map_reduce

from ...declare import Form
from ...forms import tables_of
from ...grids.choosing import Candidate
from ...grids.shown import Entry
from ...labels.marks import FIGURES
from ...labels.vocabulary import Role, core_of
from ...layouts.grid import is_blank
from ...problems import NO_HEADER, STRANGE_HEADER, ambiguous_label, columns_unclear
from ...text.source import tight
from ...values import Problem, Span
from ..columns.others import (
    lacks_its_remark,
    ran_together,
    stands_beneath_others,
    told_tables,
    widths_beneath,
)
from ..columns.places import Slots, doubted, has_row, nested_tables, options_of, priced
from ..columns.slots import slots_of, without_empty_columns
from .due_row import DueRow

_UNMISTAKABLE = 8
"""No other list has rows with labels of so many letters."""
_ABOVE_ROWS = frozenset({Role.CAPTION, Role.CORNER, Role.COLUMN})


def due_rows(
    text: str, chosen: Sequence[Candidate], form: Form | None, year: int | None
) -> tuple[Sequence[DueRow], Sequence[Problem]]:
    """Every entry whose row is certain; labels of several rows are told by their neighbours.

    Of each other that has figures it is said why it is none.
    """
    around = _Around(text, chosen, year)
    unusual = _unusual_units(entry for entry, _ in around.entries)
    rows: list[DueRow] = []
    problems: list[Problem] = []
    for at, (entry, candidate) in enumerate(around.entries):
        row = _row_key(entry, at, around)
        if row is None:
            problems.append(_ambiguous(text, entry))
            continue
        if not (entry.filled or has_row(entry.table, row, form)):
            continue
        if row and around.lacks_head(entry):
            problems += [_columns_unclear(text, entry, row, NO_HEADER)] if entry.filled else []
            continue
        slots = _slots(entry, row, form, around)
        if slots is None:
            problems += [_columns_unclear(text, entry, row, STRANGE_HEADER)] if entry.filled else []
            continue
        outside = candidate.shown.alone if entry.filled else around.outside[entry.table]
        loose = outside if row else outside + candidate.shown.in_parts
        line = DueRow(entry, row, slots, candidate, loose, form)
        if (entry.table, entry.unit_behind) in unusual:
            problems.append(line.left_open)
        else:
            rows.append(line)
    return rows, problems


@attrs.frozen(eq=False)
class _Around:
    """All entries of a report, and what they tell of the headers that they stand beneath."""

    text: str
    chosen: Sequence[Candidate]
    year: int | None

    @cached_property
    def entries(self) -> Sequence[tuple[Entry, Candidate]]:
        """Every entry, with the reading of its stretch."""
        return [(entry, one) for one in self.chosen for entry in one.shown.entries]

    @cached_property
    def certain(self) -> Mapping[str, tuple[Sequence[int], Sequence[int]]]:
        """The entries of each table whose row is certain, and the places of those in the form."""
        places = (
            (entry.table, (at, entry.terms[0].order))
            for at, (entry, _) in enumerate(self.entries)
            if len({term.key for term in entry.terms}) == 1
        )
        return map_reduce(places, itemgetter(0), itemgetter(1), _parted)

    @cached_property
    def told(self) -> frozenset[str]:
        """The tables of which a label above figures is their own."""
        return told_tables(label for one in self.chosen for label in one.shown.labels)

    def lacks_head(self, entry: Entry) -> bool:
        """Whether nothing says that a row is of a table of the form that has no sums.

        Lists of what agencies do, or publish, have such rows as well: 行政许可, 行政处罚.  A label
        above rows tells it, or other rows of the table.
        """
        if entry.header.cells or entry.table in nested_tables():
            return False
        if entry.table in self._shown_by_rows:
            return False
        return self._first_heads.get(entry.table, math.inf) > entry.place[0]

    @cached_property
    def _shown_by_rows(self) -> Set[str]:
        """The tables that show a row which no other list has, or all rows of a form but one."""
        terms = [entry.terms[0] for entry, _ in self.entries if entry.terms]
        long = {term.table for term in terms if len(core_of(term.label).words) >= _UNMISTAKABLE}
        rows = map_reduce(terms, attrgetter("table"), attrgetter("key"), set)
        return long | {table for table, keys in rows.items() if _are_nearly_all(table, keys)}

    @cached_property
    def _first_heads(self) -> Mapping[str, int]:
        """Where the first label of each table stands that is one above rows."""
        reads = chain.from_iterable(one.shown.reads for one in self.chosen)
        heads = (
            (term.table, read.run.whole[0])
            for read in reads
            for term in read.labels
            if term.role in _ABOVE_ROWS
        )
        return map_reduce(heads, itemgetter(0), itemgetter(1), min)

    @cached_property
    def outside(self) -> Mapping[str, int]:
        """How many figures stand outside of rows, in all parts with rows of a table.

        A row without figures may have its own in another part, where columns follow each other.
        """
        count: dict[str, int] = defaultdict(int)
        for one in self.chosen:
            for table in {entry.table for entry in one.shown.entries}:
                count[table] += one.shown.alone
        return count

    @cached_property
    def most(self) -> Mapping[int, int]:
        """How many values the fullest row beneath each header has, by its identity."""
        return self._most(lambda entry: len(entry.filled))

    @cached_property
    def most_figures(self) -> Mapping[int, int]:
        """How many of these are figures."""
        return self._most(lambda entry: sum(c[2].sort in FIGURES for c in entry.filled))

    def _most(self, count: Callable[[Entry], int]) -> Mapping[int, int]:
        most: dict[int, int] = defaultdict(int)
        for entry, _ in self.entries:
            header, here = entry.header.identity, count(entry)
            if here > most[header]:
                most[header] = here
        return most

    @cached_property
    def wide(self) -> Mapping[int, int]:
        """How many places rows take up beneath each header, by its identity."""
        return widths_beneath(self.text, [(entry, one.shown) for entry, one in self.entries])


def _are_nearly_all(table: str, keys: Set[str]) -> bool:
    """Whether these are all rows that a form has in a table, but one at most."""
    forms = ({row.key for row in t.rows} for f in Form for t in tables_of(f) if t.key == table)
    return any(len(rows - keys) <= 1 for rows in forms)


def _parted(pairs: Iterable[tuple[int, int]]) -> tuple[Sequence[int], Sequence[int]]:
    firsts, seconds = zip(*pairs, strict=True)
    return firsts, seconds


def _slots(entry: Entry, row: str, form: Form | None, around: _Around) -> Slots | None:
    """The places of a row's values, in the units that are printed; None if they are not told."""
    slots = slots_of(entry, row, form, around.text, around.year)
    if slots is None or stands_beneath_others(entry, row, around.told, around.text):
        return None
    if len(slots) == 1 and ran_together(entry, around.text):
        return None
    header = entry.header
    due, most = len(slots), around.most[header.identity]
    if _leaves_out_columns(entry, due, most):
        return None
    if len(header.cells) == due < most and _has_lost_a_label(entry, row, around):
        return None
    if slots[-1:] == (None,):
        wide = 0 if lacks_its_remark(entry, around.text) else around.wide.get(header.identity, 0)
        slots = without_empty_columns(slots, wide)
    units = entry.money, header.money, entry.named_money
    return doubted(priced(slots, units) if any(units) else slots, entry.money_below)


def _leaves_out_columns(entry: Entry, due: int, most: int) -> bool:
    """Whether the header of a nested table names fewer columns than are due.

    No row beneath it has more figures than that, so that no column has just lost its label.
    """
    if not 0 < most < due or entry.table not in nested_tables():
        return False
    labels = [cell for cell in entry.header.cells if not is_blank(cell)]
    return len(set(filter(None, entry.header.keys))) == len(labels) == most


def _has_lost_a_label(entry: Entry, row: str, around: _Around) -> bool:
    """Whether a row beneath the same header has more figures than that names columns.

    The form has as many, so that nobody can tell which of them the header lacks.
    """
    most = around.most_figures[entry.header.identity]
    options = options_of(entry.table, row, None)
    return len(entry.header.cells) < most and any(len(option.slots) >= most for option in options)


def _unusual_units(entries: Iterable[Entry]) -> set[tuple[str, bool | None]]:
    """The tables with the side on which fewer rows have their unit, where both occur.

    There figures have moved from one row to another.
    """
    count = Counter([(e.table, e.unit_behind) for e in entries if e.unit_behind is not None])
    return {(t, side) for t, side in count if 0 < count[t, not side] >= count[t, side]}


def _row_key(entry: Entry, at: int, around: _Around) -> str | None:
    """The row an entry stands for: the only one between its nearest certain neighbours."""
    if len(entry.terms) < 2:
        return entry.terms[0].key if entry.terms else ""
    places, orders = around.certain.get(entry.table, ((), ()))
    before, behind = bisect_left(places, at), bisect_right(places, at)
    lowest = orders[before - 1] if before else -1
    highest = orders[behind] if behind < len(orders) else math.inf
    between = {term.key for term in entry.terms if lowest < term.order < highest}
    return between.pop() if len(between) == 1 else None


def _ambiguous(text: str, entry: Entry) -> Problem:
    place = tight(text, *entry.place)
    return ambiguous_label(text[slice(*place)], entry.table, Span(*place))


def _columns_unclear(text: str, entry: Entry, row: str, why: str) -> Problem:
    place = tight(text, entry.place[0], entry.values[-1][1] if entry.values else entry.place[1])
    printed = " ".join(text[slice(*place)].split())
    raw = tuple([text[start:end].strip() for start, end, _ in entry.filled])
    return columns_unclear(printed, why, raw, Span(*place), table=entry.table, row=row)
